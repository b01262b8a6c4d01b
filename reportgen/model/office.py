"""Offices and places as they were called on a day, until a law or a decision ended that."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.names import folded, same_name
from reportgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Signer:
    """Who may sign: a position, a name, and in whose place (``KT. Giám đốc``)."""

    position: str = ""
    name: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """One office while all of this held; ``heading`` is its name at the head of a paper."""

    name: str
    origin: Origin
    heading: str = ""
    parent: str = ""
    symbol: str = ""
    place: str = ""
    archive: str = ""
    signers: tuple[Signer, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    successors: tuple[str, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def is_called(self, name: str) -> bool:
        """Tell whether a name is this office's, in full or as its papers have it."""
        return same_name(name, self.name) or bool(self.heading and folded(name) == folded(self.heading))

    def exists(self, day: dt.date | None) -> bool:
        """Tell whether it is there on a day; a paper without a date yet is of after all that ended."""
        if day is None:
            return self.until is None
        return (self.since or day) <= day <= (self.until or day)

    def signer(self, name: str) -> Signer:
        """Give the signer of this name, without a name the first one."""
        found = [one for one in self.signers if not name or same_name(name, one.name)]
        return found[0] if found else Signer()


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of a place or a unit on a day: counted on under another name, or parted into several."""

    old: str
    new: tuple[str, ...]
    on: dt.date
    origin: Origin


@dataclass(frozen=True, slots=True)
class Register:
    """What one offices.yaml says: whose papers these are, and the names of everybody by their days."""

    own: str = ""
    offices: tuple[Office, ...] = ()
    successions: tuple[Succession, ...] = ()
    several_roles: tuple[str, ...] = ()
    """Who may approve one paper in several roles, where an office has too few people."""

    notes: tuple[Diagnostic, ...] = ()
    """What is to be told of the file; one with mistakes says nothing else."""

    @property
    def misread(self) -> bool:
        """Tell whether it has mistakes, so that nothing is known of what it says."""
        return any(note.stops for note in self.notes)

    def called(self, name: str) -> list[Office]:
        """List the times of the offices of this name."""
        return [office for office in self.offices if office.is_called(name)]

    def in_force(self, day: dt.date | None) -> Sequence[Succession]:
        """List what had become of places by a day."""
        return [one for one in self.successions if day is None or one.on <= day]

    def names(self) -> Iterator[str]:
        """List the full names."""
        return (office.name for office in self.offices)
