"""Erasing: what the register tells of a paper, and its files, are taken out; number, day and digests stay."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from reportgen.model.acts import ACTS, Act
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.registry import Hand, Standing
from reportgen.papers.lookup import find_drafts, find_paper, is_number, only_one
from reportgen.papers.office import OfficeFolder
from reportgen.papers.settle import files_of, scan_of, settle
from reportgen.papers.waiting import WAITING, desk_of, files_for_pen

_OF_PEOPLE: Final = "name"
"""What only certificates tell: erased papers stay in their register."""


def erase(
    office: OfficeFolder, called: str, reason: str, hand: Hand, year: int | None = None
) -> tuple[Standing, Sequence[PurePosixPath]]:
    """Take out what the register tells of a paper, and its files; give it as it was, and those files.

    The files go first: whoever dies in between does it again.

    Raises:
        DataError: there is none of this name, or nothing is left of it to take out.
        OutputError: the register or a file cannot be written.

    """
    if not is_number(called):
        return _erase_draft(office, called, reason, hand)
    with office.writing() as registry:
        series = find_paper(registry, called, year).number.series
        with office.cabinet.alone(str(series)):
            settle(registry, office.cabinet, series, hand)
            found = find_paper(registry, called, year)
            if found.erased:
                raise DataError([report("erase-nothing", number=found.number)])
            if found.state is Act.RESERVED:
                raise DataError([report("revoke-not-issued", number=found.number, state=ACTS[found.state])])
            files = (*files_of(found), *filter(None, [scan_of(found)]))
            for name in files:
                office.cabinet.take_out(name)
            stays = {_OF_PEOPLE: ""} if _OF_PEOPLE in found.told else {}
            with registry.writing(hand) as pen:
                pen.erase(found, {**stays, "reason": reason})
            registry.forget()
            return found, files


def _erase_draft(
    office: OfficeFolder, called: str, reason: str, hand: Hand
) -> tuple[Standing, Sequence[PurePosixPath]]:
    """Take out what the register tells of a paper that never got a number, and what was printed of it.

    Raises:
        DataError: there is none of this name, or there are several.

    """
    desk = desk_of(office)
    with office.writing() as registry, desk.alone(WAITING):
        found = only_one(find_drafts(office, registry, called), called)
        files = [name for name in files_for_pen(found) if desk.digest(name) is not None]
        for name in files:
            desk.take_out(name)
        with registry.writing(hand) as pen:
            pen.erase(found, {"reason": reason})
        registry.forget()
        return found, files
