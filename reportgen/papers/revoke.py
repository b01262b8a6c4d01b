"""Revoking: a paper that was issued holds no longer; it stays in the register and in the cabinet."""

from reportgen.model.acts import ACTS, STANDS, Act
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.registry import Draft, Hand, Standing
from reportgen.papers.lookup import find_paper
from reportgen.papers.office import OfficeFolder
from reportgen.papers.settle import settle
from reportgen.papers.signed import settle_signed


def revoke(office: OfficeFolder, called: str, reason: str, hand: Hand, year: int | None = None) -> Standing:
    """Revoke a paper.

    Raises:
        DataError: there is none of this name, or it does not stand.
        OutputError: the register cannot be used.

    """
    with office.writing() as registry:
        series = find_paper(registry, called, year).number.series
        with office.cabinet.alone(str(series)):
            settle(registry, office.cabinet, series, hand)
            found = settle_signed(registry, office, find_paper(registry, called, year), hand)
            if found.state not in STANDS | {Act.IMPORTED}:
                raise DataError([report("revoke-not-issued", number=found.number, state=ACTS[found.state])])
            with registry.writing(hand) as pen:
                pen.add(Draft(Act.REVOKED, found.paper, found.number, told={"reason": reason}))
            return registry.standing(found.paper)
