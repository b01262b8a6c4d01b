"""A register moved to another place, every entry as it is; the old one is closed before it is copied."""

from typing import Final

from reportgen.model.acts import Act
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import Draft, Hand
from reportgen.register import statements
from reportgen.register.registry import Registry

_OWN: Final = frozenset({"version", "home", "moved"})
"""What each place notes of itself."""


def move(source: Registry, target: Registry, to: str, hand: Hand) -> int:
    """Close a register, and write it into a place that is empty, or that it has gone on from.

    What was erased is erased there too. Gives how many entries there are. Who stops in between does it again.

    Raises:
        OutputError: there is another register, or one that went on by itself; nothing was done.

    """
    _refuse_other(source, target)
    if not source.moved:
        with source.writing(hand) as pen:
            pen.add(Draft(Act.MOVED, told={"to": to}))
            source.store.note("moved", to)
    return _copied(source, target)


def _refuse_other(source: Registry, target: Registry) -> None:
    """Refuse a place in which entries stand that are not the first of ours."""
    there = target.rows(statements.ALL)
    if there and (target.name != source.name or there != source.rows(statements.ALL)[: len(there)]):
        raise OutputError([report("register-there", Origin(str(target.store.path)), count=len(there))])


def _copied(source: Registry, target: Registry) -> int:
    with target.store.writing() as connection:
        _refuse_other(source, target)
        rows, begun = source.rows(statements.ALL), len(target.rows(statements.ALL))
        for row in rows[begun:]:
            connection.execute(statements.ADD, row)
        connection.execute(statements.FORGET_DETAILS)
        for row in source.rows(statements.DETAILS):
            connection.execute(statements.ADD_DETAILS, row)
        for name, value in source.rows(statements.ALL_ABOUT):
            if name not in _OWN:
                target.store.note(name, value)
        target.store.note("home", target.store.home)
        target.store.note("moved", "")
    target.forget()
    return len(rows)
