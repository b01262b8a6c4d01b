"""The register as people speak of it: numbers given, papers issued, revoked, looked up."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from reportgen.model.acts import Act
from reportgen.model.ailment import Ailment
from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import (
    MOST_NUMBER,
    Draft,
    Entry,
    Hand,
    Number,
    Registered,
    Series,
    Standing,
    same_symbol,
)
from reportgen.register import statements
from reportgen.register.chain import (
    Details,
    Drawn,
    ailments,
    body_of,
    drawn_up,
    entry_of,
    following,
    hash_of,
)
from reportgen.register.faults import faults_at
from reportgen.register.pen import Pen
from reportgen.register.postgres import ADDRESS, opened_at
from reportgen.register.store import Store, opened

_LARGEST: Final = 2**63 - 1
_FALLEN: Final = frozenset({Act.CANCELLED, Act.REVOKED, Act.REPLACED})
"""Where papers stand that hold no longer."""


@contextmanager
def open_registry(path: Path, *, write: bool) -> Iterator["Registry"]:
    """Open the register; to ``write`` it is begun where there is none.

    A file whose name ends in ``.url`` holds the address of one on a server.

    Raises:
        OutputError: it cannot be used.

    """
    opening = opened_at if path.suffix == ADDRESS else opened
    with opening(path, write=write) as store:
        yield Registry(store)


@dataclass(frozen=True, slots=True)
class Registry:
    """An office's register."""

    store: Store

    @property
    def name(self) -> str:
        """Give what tells this register from all others."""
        with faults_at(self.store.path):
            return self.store.about("register")

    @property
    def begun(self) -> bool:
        """Tell whether anything stands in it."""
        return self.last() is not None

    @property
    def shared(self) -> bool:
        """Tell whether it is on a server, for several computers."""
        return self.store.shared

    @property
    def home(self) -> str:
        """Give where the register lay when it was last written."""
        with faults_at(self.store.path):
            return self.store.about("home")

    @property
    def moved(self) -> str:
        """Tell where it was moved to, if it was: it goes on there."""
        with faults_at(self.store.path):
            return self.store.about("moved")

    def refuse_moved(self) -> None:
        """Refuse to go on in a register that goes on elsewhere.

        Raises:
            OutputError: it was moved.

        """
        if to := self.moved:
            raise OutputError([report("register-moved", Origin(str(self.store.path)), to=to)])

    @contextmanager
    def writing(self, hand: Hand) -> Iterator[Pen]:
        """Write entries, all of them or none, while nobody else does."""
        with self.store.writing() as connection:
            self.refuse_moved()
            self._refuse_unsound_end()
            pen = Pen(connection, hand, self.last())
            self.store.note("home", self.store.home)
            if pen.last is None:
                pen.add(Draft(Act.OPENED))
            yield pen

    def _refuse_unsound_end(self) -> None:
        """Write behind no entry that somebody changed, or behind which others were cut off."""
        last, ((told,),) = self.last(), self.rows(statements.LAST_DETAILS)
        if (last and hash_of(last) != last.hash) or told > (last.entry if last else 0):
            raise OutputError([report("register-unsound-here", Origin(str(self.store.path)))])

    def entries(self, series: Series | None = None) -> list[Entry]:
        """List the entries, of one series where it is named."""
        if series is None:
            return self._entries(statements.ALL)
        return self._entries(statements.OF_SERIES, series.name, series.year)

    def entry(self, place: int) -> Entry | None:
        """Give the entry at a place."""
        return next(iter(self._entries(statements.AT, place)), None)

    def last(self) -> Entry | None:
        """Give the last entry: its hash is the head of the chain."""
        return next(iter(self._entries(statements.LAST)), None)

    def standings(self, series: Series | None = None) -> list[Standing]:
        """List all papers that have numbers, in the order in which they got them."""
        papers: dict[str, list[Entry]] = {}
        for each in self.entries(series):
            if each.paper:
                papers.setdefault(each.paper, []).append(each)
        told = self._told_by_entry()
        return [one for entries in papers.values() if (one := _standing(entries, told)).numbered]

    def drafts(self) -> list[Standing]:
        """List all papers under review, which have no numbers yet, in the order in which they came."""
        return [one for one in self.unnumbered() if one.state is not Act.WITHDRAWN and not one.erased]

    def unnumbered(self) -> list[Standing]:
        """List all papers that have no number, those too that were withdrawn."""
        papers = dict.fromkeys(paper for (paper,) in self.rows(statements.HANDED_IN))
        return [one for paper in papers if not (one := self.standing(paper)).numbered]

    def standing(self, paper: str) -> Standing:
        """Give one paper."""
        details = self.rows(statements.DETAILS_OF_PAPER, paper)
        told = {int(entry): body_of(body) for entry, _, body in details}
        return _standing(self._entries(statements.OF_PAPER, paper), told)

    def known(self, identity: str) -> Standing | None:
        """Find the youngest paper made from this that stands; one that was cancelled is none."""
        living = [one for one in reversed(self.history(identity)) if one.state is not Act.CANCELLED]
        return next((one for one in living if one.state is not Act.REPLACED), next(iter(living), None))

    def history(self, identity: str) -> list[Standing]:
        """List all papers made from this, the oldest first."""
        found = [self.standing(paper) for (paper,) in self.rows(statements.KNOWN, identity)]
        return sorted(found, key=lambda one: one.entries[0].entry)

    def saying(self, says: str) -> Standing | None:
        """Find the paper that says just this and stands."""
        found = (self.standing(paper) for (paper,) in self.rows(statements.SAYING, says))
        return next((one for one in found if one.state not in _FALLEN), None)

    def taken(self, number: Number) -> Standing | None:
        """Find the paper that has a number, be it that it was cancelled."""
        series = number.series
        found = self.rows(statements.TAKEN, series.name, series.year, number.number)
        return self.standing(found[0][0]) if found else None

    def called(self, series: str, number: int) -> list[Standing]:
        """Find the papers of a number in all years and offices, the youngest first."""
        return [self.standing(paper) for paper, _ in self.rows(statements.BY_NUMBER, series, number)]

    def spelled_otherwise(self, series: Series) -> str:
        """Find another spelling of a series that has no numbers yet, with papers of its year that hold."""
        known = [name for (name,) in self.rows(statements.SERIES_OF_YEAR, series.year)]
        alike = [name for name in known if same_symbol(name, series.name) and series.name not in known]
        others = (replace(series, name=name) for name in alike)
        holding = (one for one in others if any(each.state not in _FALLEN for each in self.standings(one)))
        return next((one.name for one in holding), "")

    def next_number(self, series: Series) -> Number:
        """Give the number after the highest."""
        ((highest,),) = self.rows(statements.HIGHEST, series.name, series.year)
        if not isinstance(highest, int) or highest >= MOST_NUMBER:
            raise OutputError([report("register-unsound-here", Origin(str(self.store.path)))])
        return Number(series, highest + 1)

    def registered(self, standing: Standing) -> Registered:
        """Give what a paper carries of its place here."""
        number, entry = standing.number, standing.reserved
        return Registered(
            self.name, str(number), number.series.name, number.series.year, entry.entry, entry.hash
        )

    def drawn(self, hand: Hand, drafts: Sequence[Draft]) -> list[Drawn]:
        """Draw up entries as they would be written now, one behind the other."""
        last = self.last() or following(None, Draft(Act.OPENED), hand, "")
        found: list[Drawn] = []
        for draft in drafts:
            found.append(drawn_up(last, draft, hand))
            last = found[-1].entry
        return found

    def ailments(self) -> list[Ailment]:
        """Find what is wrong with the chain and the numbers; in a register never written to, nothing is."""
        if not self.home and self.last() is None:
            return []
        details = {int(row[0]): Details.of(row) for row in self.rows(statements.DETAILS)}
        return list(ailments(self.rows(statements.ALL), details))

    def backed_up(self, to: Path) -> None:
        """Copy the register as it stands."""
        self.store.backed_up(to)

    def forget(self) -> None:
        """Let nothing be left in the file of what was erased."""
        self.store.forget()

    def _told_by_entry(self) -> dict[int, Mapping[str, str]]:
        return {int(entry): body_of(body) for entry, *_, body in self.rows(statements.DETAILS)}

    def _entries(self, statement: str, *values: object) -> list[Entry]:
        return [entry_of(row) for row in self.rows(statement, *values)]

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Give what a statement finds."""
        if any(isinstance(value, int) and value > _LARGEST for value in values):
            return []  # what somebody wrote into a paper: no database keeps it
        with faults_at(self.store.path):
            found: list[tuple[Any, ...]] = self.store.connection.execute(statement, values).fetchall()
        return found


def new_paper() -> str:
    """Name a paper by chance."""
    return secrets.token_hex(8)


def _standing(entries: Sequence[Entry], told: Mapping[int, Mapping[str, str]]) -> Standing:
    """Put together what is known of a paper; what later entries tell counts."""
    tales = {one.entry: told[one.entry] for one in entries if one.entry in told}
    words: dict[str, str] = {}
    for tale in tales.values():
        words |= tale
    return Standing(entries[0].paper, tuple(entries), words, tales)
