"""Withdrawing: a draft that was handed in or printed is not wanted any more; the register keeps the fact."""

from collections.abc import Sequence
from typing import Final

from reportgen.model.acts import Act
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.registry import Draft, Hand, Standing
from reportgen.model.sign_off import OBJECTION
from reportgen.papers.lookup import find_drafts
from reportgen.papers.office import OfficeFolder
from reportgen.papers.waiting import WAITING, desk_of, taken_from_desk
from reportgen.papers.wanted import Task
from reportgen.register import IDENTITY, Pen, Registry

LEFT_OUT: Final = "Không còn trong dữ liệu khi trình lại"
"""Why a draft was withdrawn whose row is gone, as the register tells it."""


def withdraw(office: OfficeFolder, called: str, reason: str, hand: Hand) -> Sequence[Standing]:
    """Withdraw the drafts of a data file, or the one that is called so; give them as they were.

    Raises:
        DataError: there is none, several are called alike, or they were withdrawn before.
        OutputError: there is no register, or it cannot be used.

    """
    office.refuse_none()
    with office.writing() as registry, desk_of(office).alone(WAITING):
        with registry.writing(hand) as pen:
            drafts = [one for one in find_drafts(office, registry, called) if one.state is not Act.WITHDRAWN]
            if not drafts:
                raise DataError([report("withdrawn-before", value=called)])
            _enter(pen, drafts, reason)
        for one in drafts:
            taken_from_desk(office, one)
    return drafts


def withdraw_left_out(pen: Pen, registry: Registry, task: Task) -> Sequence[Standing]:
    """Withdraw the drafts of a data file whose rows are not in it any more."""
    asked, source = {one.identity for one in task.wanted}, task.wanted[0].words.get("source")
    left = [
        one
        for one in registry.drafts()
        if one.told.get("source") == source and one.told.get(IDENTITY) not in asked
    ]
    _enter(pen, left, LEFT_OUT)
    return left


def _enter(pen: Pen, drafts: Sequence[Standing], reason: str) -> None:
    for one in drafts:
        told = {IDENTITY: one.told.get(IDENTITY, ""), OBJECTION: reason}
        pen.add(Draft(Act.WITHDRAWN, one.paper, told=told))
