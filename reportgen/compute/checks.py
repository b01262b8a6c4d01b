"""What must hold: declared checks, columns that another must not exceed, and claims."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from reportgen.compute.evaluate import Evaluation
from reportgen.compute.holes import known
from reportgen.compute.ledger import Ledger
from reportgen.compute.rounding import half_up
from reportgen.model.dataset import Claim, Column, Table
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import CheckSpec
from reportgen.model.origin import Origin
from reportgen.model.values import told


def check_declared(ledger: Ledger, complaints: Complaints) -> None:
    """Report every declared check that does not hold, at each row where it does not."""
    for check in ledger.kind.checks:
        result = Evaluation(check.that, ledger).run()
        if isinstance(result, Column):
            for row in (row for row, holds in enumerate(result.values) if holds is False):
                _report(ledger, complaints, check, row)
        elif result is False:
            _report(ledger, complaints, check, None)
    _check_limits(ledger, complaints)


def check_claims(ledger: Ledger, complaints: Complaints) -> None:
    """Report every claim that the computed figure contradicts, with both numbers and both origins."""
    for claim in ledger.dataset.claims:
        figure = _claimed(ledger, claim)
        if figure is None or figure.state != "known":
            continue
        if not _agrees(figure, claim):
            complaints.add(
                "claim-differs", claim.origin, related=[("formula", figure.spec.formula.origin)],
                name=figure.spec.name, claimed=claim.text, computed=claim.printed(_rounded(figure, claim)),
            )  # fmt: skip


def _report(ledger: Ledger, complaints: Complaints, check: CheckSpec, row: int | None) -> None:
    read = ", ".join(
        (*_key(ledger, check.that.names, row), *(_read(ledger, n, row) for n in check.that.names))
    )
    origin = _place(ledger, check.that.names, row)
    related = [("check", check.origin)] if origin else []
    code = "check-warns" if check.warn else "check-failed"
    complaints.add(
        code, origin or check.origin, related=related, say=check.say, read=read, that=check.that.text
    )


def _read(ledger: Ledger, name: Name, row: int | None) -> str:
    value = ledger(name)
    if isinstance(value, Column):
        value = value.values[row] if row is not None else f"{len(value.values)} rows"
    return f"{'.'.join(name)} = {told(value) if known(value) else 'not given'}"


def _key(ledger: Ledger, names: tuple[Name, ...], row: int | None) -> Iterator[str]:
    """Name the row of a derived table by its key."""
    table = next((name[0] for name in names if name[0] in ledger.groups), None)
    if table is not None and row is not None:
        yield ", ".join(told(part) for part in ledger.groups[table].keys[row])


def _place(ledger: Ledger, names: tuple[Name, ...], row: int | None) -> Origin | None:
    """Point at the data that a check reads: the row, else the first field that was written."""
    for name in names:
        table = ledger.dataset.tables.get(name[0])
        if row is not None and table is not None and len(name) > 1:
            return table.sources.origin((row, name[1])) or table.sources.nearest((row,))
        if row is not None and name[0] in ledger.groups:
            return ledger.groups[name[0]].origin(ledger, row)
    if row is None:
        written = (ledger.dataset.sources.origin(name) for name in names)
        return next((origin for origin in written if origin), None)
    return None


def _check_limits(ledger: Ledger, complaints: Complaints) -> None:
    """Report every cell that is over the column it may at most equal."""
    for table, part, whole, row in _over(ledger):
        columns, fields = table.columns, ledger.kind.rows[table.name].fields
        complaints.add(
            "over-limit", table.sources.origin((row, part)) or table.sources.nearest((row,)),
            name=fields[part].title, value=columns[part].values[row],
            limit=fields[whole].title, most=columns[whole].values[row],
        )  # fmt: skip


def _over(ledger: Ledger) -> Iterator[tuple[Table, str, str, int]]:
    for spec in ledger.kind.rows.values():
        table = ledger.dataset.tables.get(spec.name)
        if table is None:
            continue
        for part, whole in ((f.name, f.at_most) for f in spec.fields.values() if f.at_most):
            pairs: Any = zip(table.columns[part].values, table.columns[whole].values, strict=True)
            for row, (value, most) in enumerate(pairs):
                if known(value) and known(most) and value > most:
                    yield table, part, whole, row


def _claimed(ledger: Ledger, claim: Claim) -> Figure | None:
    match claim.path:
        case (str() as name,):
            return ledger.figures.get(name)
        case (str() as table, int() as row, str() as name):
            return ledger.columns[table, name][row]
        case _:
            return None


def _rounded(figure: Figure, claim: Claim) -> Any:
    value: Any = figure.value
    if figure.spec.shown_as not in {"number", "percent"}:
        return value
    return half_up(Fraction(value) * 100 if figure.spec.shown_as == "percent" else value, claim.places)


def _agrees(figure: Figure, claim: Claim) -> bool:
    """Compare at the claim's own decimal places; what is printed counts where parts were fitted."""
    exact = claim.places == (figure.spec.places or 0) and figure.shown is not None
    return claim.value in ({figure.shown, _rounded(figure, claim)} if exact else {_rounded(figure, claim)})
