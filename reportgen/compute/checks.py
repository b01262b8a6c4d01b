"""What must hold: declared checks, and claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from reportgen.compute.called import CHECK, FORMULA, called, columns_read
from reportgen.compute.entry import Bookkeeper
from reportgen.compute.evaluate import row_names
from reportgen.compute.holes import known
from reportgen.compute.ledger import Ledger, label
from reportgen.compute.order import row_alone
from reportgen.compute.personal import is_personal
from reportgen.compute.rounding import half_up
from reportgen.compute.scope import EXPECTED, PASTS
from reportgen.model.dataset import Claim, Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.figure import Figure
from reportgen.model.formula import Name
from reportgen.model.kind import CheckSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import Called, phrase, strung
from reportgen.model.values import BLANK, Hole, told

_MOST_PLACES: Final = 6


def check_declared(of_rows: Bookkeeper, of_all: Bookkeeper, held: frozenset[int]) -> frozenset[int]:
    """Report every declared check that does not hold, at each row where it does not.

    Those ``held`` are not asked; give those which hold of each row by itself, whatever rows there are.
    """
    kind, holding = of_all.ledger.kind, set(held)
    for place, check in enumerate(kind.checks):
        if place not in held:
            alone = row_alone(kind, check.that)
            keeper = of_rows if alone else of_all
            before = keeper.complaints.times.total()
            _check(keeper, check)
            if alone and keeper.complaints.times.total() == before and _reads_no_past(check):
                holding.add(place)
    return frozenset(holding)


def _check(keeper: Bookkeeper, check: CheckSpec) -> None:
    result = keeper.single(check.that, phrase("the check '{say}'", say=check.say))
    if isinstance(result, Column):
        for row in (row for row, holds in enumerate(result.values) if holds is False):
            _report(keeper, check, row)
    elif result is False:
        _report(keeper, check, None)


def _reads_no_past(check: CheckSpec) -> bool:
    """Tell whether a check reads these data alone: of earlier ones, a row sees others than all rows do."""
    return not any(name[0] in {*PASTS, EXPECTED} for name in check.that.names)


def check_claims(ledger: Ledger, complaints: Complaints) -> None:
    """Report every claim that the computed figure contradicts, with both numbers and both origins."""
    for claim in ledger.dataset.claims:
        figure = _claimed(ledger, claim)
        if figure.state in {"absent", "blank"}:
            complaints.add("claim-unchecked", claim.origin, name=figure.spec.called, claimed=claim.text)
        elif figure.state != "failed" and not _agrees(figure, claim):
            complaints.add(
                "claim-differs", claim.origin,
                related=[(FORMULA, figure.spec.formula.origin)],
                name=figure.spec.called, claimed=claim.text, computed=_computed(figure, claim),
            )  # fmt: skip


def _report(keeper: Bookkeeper, check: CheckSpec, row: int | None) -> None:
    ledger, names = keeper.ledger, check.that.names
    by_row = _by_row(ledger, check) if row is not None else []
    read = [_read(ledger, name, row if name in by_row else None) for name in names]
    places = _places(ledger, names, by_row, row)
    origin = _place(ledger, by_row, names, row) or next((place for _, place in places), None)
    related = [(CHECK, check.origin)] if origin else []
    related += [place for place in places if place[1] != origin]
    code = "check-warns" if check.warn else "check-failed"
    keeper.complaints.add(
        code, origin or check.origin, related=related,
        say=check.say, read=strung(", ", (*_key(ledger, by_row, row), *read)), that=check.that.text,
    )  # fmt: skip


def _by_row(ledger: Ledger, check: CheckSpec) -> list[Name]:
    """List what a check over a table's columns reads row by row."""
    return [name for name in row_names(check.that.tree) if isinstance(ledger(name), Column)]


def _read(ledger: Ledger, name: Name, row: int | None) -> str:
    value = ledger(name)
    if isinstance(value, Column):
        value = value.values[row] if row is not None else phrase("{count} rows", count=len(value.values))
    if is_personal(ledger.kind, name) and known(value):
        value = "…"  # messages are mailed around
    shown = told(value) if known(value) else _WITHOUT[value]
    return phrase("{name} = {value}", name=called(ledger.kind, name), value=shown)


_WITHOUT: dict[object, str] = {
    None: phrase("not given"),
    BLANK: phrase("still missing"),
    Hole.NOTHING: phrase("nothing"),
    Hole.FAILED: phrase("not known"),
}


def _key(ledger: Ledger, by_row: Sequence[Name], row: int | None) -> Iterator[str]:
    """Name the row of a derived table by its key."""
    table = next((name[0] for name in by_row if name[0] in ledger.groups), None)
    if table is not None and row is not None:
        grouping = ledger.groups[table]
        yield label(ledger.kind, grouping.spec, grouping.keys[row])


def _place(ledger: Ledger, by_row: Sequence[Name], names: Sequence[Name], row: int | None) -> Origin | None:
    """Point at the data that a check reads: the row, else the first field that was written."""
    if row is not None:
        return next((ledger.row_origin(name, row) for name in by_row), None)
    written = (ledger.dataset.sources.origin(name) for name in names if name[0] not in ledger.figures)
    return next((origin for origin in written if origin), None)


def _places(
    ledger: Ledger, names: Sequence[Name], by_row: Sequence[Name], row: int | None
) -> list[tuple[Called, Origin]]:
    """Point at every value that a check reads: at its cell in the row, at the heading of a whole column."""
    found: dict[Origin, Called] = {}
    for name in names:
        for read in columns_read(ledger.kind, name):
            at = row if name in by_row else None
            if (origin := _written(ledger, read, at)) is not None:
                found.setdefault(origin, called(ledger.kind, read))
    return [(what, origin) for origin, what in found.items()][:_MOST_PLACES]


def _written(ledger: Ledger, name: Name, row: int | None) -> Origin | None:
    if row is not None:
        return ledger.row_origin(name, row)
    if len(name) == 2 and name[0] in ledger.dataset.tables:  # noqa: PLR2004  (a table and its column)
        heading = ledger.dataset.tables[name[0]].sources.key_origin(name[1:])
        return heading or ledger.dataset.sources.key_origin(name[:1])
    return ledger.dataset.sources.origin(name)


def _claimed(ledger: Ledger, claim: Claim) -> Figure:
    match claim.path:
        case (str() as table, int() as row, str() as name):
            return ledger.columns[table, name][row]
        case _:
            return ledger.figures[str(claim.path[0])]


def _computed(figure: Figure, claim: Claim) -> str:
    """Write what was computed as the claim is written, or as it prints where no number is claimed."""
    spec = figure.spec
    if figure.state == "nothing":
        return spec.if_nothing or ""
    if claim.value is None:
        claim = replace(claim, places=spec.places or 0, text="%" if spec.shown_as == "percent" else "")
    return claim.printed(_rounded(figure, claim))


def _rounded(figure: Figure, claim: Claim) -> Any:
    value: Any = figure.value
    if figure.spec.shown_as not in {"number", "percent"}:
        return value
    return half_up(Fraction(value) * 100 if figure.spec.shown_as == "percent" else value, claim.places)


def _agrees(figure: Figure, claim: Claim) -> bool:
    """Compare at the claim's own decimal places; what is printed counts where parts were fitted."""
    if figure.state == "nothing" or claim.value is None:
        return figure.state == "nothing" and claim.value is None
    exact = claim.places == (figure.spec.places or 0) and figure.shown is not None
    return claim.value in ({figure.shown, _rounded(figure, claim)} if exact else {_rounded(figure, claim)})
