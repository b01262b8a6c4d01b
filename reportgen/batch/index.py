"""A list of all papers of a run: whose each is, its figures, where it stands, and which bytes it has."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from reportgen.batch.bundle import Bundle, Held, Run, Sort
from reportgen.batch.in_order import in_order, text_of
from reportgen.batch.papers import Key
from reportgen.batch.records import Document, Made, Order, Outcome, Plan
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import phrase
from reportgen.workbooks import csv_list, listing

Row = dict[str, str]
"""A line of the list, by its headings."""

_BOOK: Final = ".xlsx"
_TITLE: Final = "Danh mục"
_NUMBER, _STATE, _REASON = phrase("No."), phrase("state"), phrase("reason")
_SOURCE, _KIND = phrase("data file"), phrase("kind of document")
_FILES: Final = {"docx": phrase("Word file"), "pdf": phrase("PDF file")}
_DIGESTS: Final = {"docx": phrase("SHA-256 of the Word file"), "pdf": phrase("SHA-256 of the PDF file")}
_STATES: Final = {
    "replaced": phrase("made anew"),
    "written": phrase("made now"),
    "unchanged": phrase("left as it was"),
}
"""What became of the formats of a paper: the first that is true of one of them."""

_LOST: Final = phrase("not made")
_OWN: Final = (_NUMBER, _STATE, _REASON, _SOURCE, _KIND, *_FILES.values(), *_DIGESTS.values())
"""The headings of the list itself, which no column of the data may take."""

_SHOWN: Final = 3


def _split(documents: Sequence[Sequence[Document]], order: Order) -> list[Bundle]:
    file = order.index
    every = [one for some in documents for one in some]
    return [Bundle(PurePosixPath(file.name), every)] if file else []


def _fill(bundle: Bundle, run: Run, file: BinaryIO) -> Held:
    """Write the list: line by line, since there may be very many."""
    lists = [_List(one, one.plan, run) for one in run.outcomes if one.plan]
    headings = _headings(lists)
    count = 0

    def lines() -> Iterator[list[str]]:
        nonlocal count
        for row in (row for one in lists for row in one.rows()):
            count += 1
            yield [
                _plain(run.order.words.say({_NUMBER: str(count), **row}.get(name, ""))) for name in headings
            ]

    said = [run.order.words.say(name) for name in headings]
    if bundle.name.suffix.lower() == _BOOK:
        file.write(listing(_TITLE, said, lines()))
    else:
        csv_list(file, said, lines())
    return Held(count)


def _headings(lists: Sequence["_List"]) -> list[str]:
    """List the columns: what tells papers apart, figures, files, what became of them, digests."""
    targets = list(dict.fromkeys(one.target for part in lists for one in part.plan.documents))
    own = (heading for part in lists for heading in part.headings)
    figures = (heading for part in lists for one in part.plan.documents for heading in part.figures(one))
    lost = [_REASON] if any(part.outcome.lost for part in lists) else []
    whence = [_SOURCE, _KIND] if len(lists) > 1 else []
    files, digests = ([names[target] for target in targets] for names in (_FILES, _DIGESTS))
    return list(dict.fromkeys([_NUMBER, *own, *figures, *files, _STATE, *lost, *whence, *digests]))


@dataclass(frozen=True, slots=True)
class _List:
    """The lines of one data file."""

    outcome: Outcome
    plan: Plan
    run: Run

    def rows(self) -> Iterator[Row]:
        """Give the papers in the order in which they are printed, then those of which there is nothing."""
        made: dict[Key, dict[str, Made]] = {}
        by_name = {one.document.at: one for one in self.outcome.made}
        for document in in_order([one.document for one in self.outcome.made]):
            made.setdefault(document.key, {})[document.target] = by_name[document.at]
        for key, formats in made.items():
            yield self._about(key) | self._of_made(formats) | self._of_lost(key)
        for key in self.outcome.lost:
            if key not in made:
                yield self._about(key) | {_STATE: _LOST} | self._of_lost(key)

    @property
    def fields(self) -> list[FieldSpec]:
        """List what papers are told apart by, and what they print of their row; nothing personal else."""
        members = self.plan.papers.members
        if members is None:
            return []
        spec = self.plan.study.kind.rows[members.asked.of]
        if members.asked.by:
            return [spec.fields[name] for name in members.asked.by]
        person = (spec.person.name, spec.person.born, *spec.person.at) if spec.person else ()
        telling = {*spec.key, *spec.unique, *person}
        return [
            one
            for name, one in spec.fields.items()
            if ("each", name) in self.plan.printed or (name in telling and not one.personal)
        ]

    @property
    def headings(self) -> list[str]:
        """Head the columns of fields."""
        return _told_apart([one.title for one in self.fields], _OWN)

    def figures(self, document: Document) -> Row:
        """Give the key figures of a paper; one may be called as a field of its row is."""
        headings = _told_apart([title for title, _ in document.figures], (*_OWN, *self.headings))
        return dict(zip(headings, (text for _, text in document.figures), strict=True))

    def _about(self, key: Key) -> Row:
        own = self.plan.papers.own(key)
        whence = {_SOURCE: self.plan.source.name, _KIND: self.plan.study.kind.title}
        fields = zip(self.headings, self.fields, strict=True)
        return {heading: text_of(one, own.each.get(one.name)) for heading, one in fields if own} | whence

    def _of_made(self, formats: dict[str, Made]) -> Row:
        """Tell where the formats of a paper stand, and what was done with them this time."""
        hows = {one.how for one in formats.values()}
        state = next(said for how, said in _STATES.items() if how in hows)
        row = self.figures(next(iter(formats.values())).document) | {_STATE: state}
        for target, one in formats.items():
            row[_FILES[target]] = one.far or str(one.document.name)
            row[_DIGESTS[target]] = one.sha256 or self.run.papers.digest(one.document.name)
        return row

    def _of_lost(self, key: Key) -> Row:
        """Tell the reasons, the first few of them."""
        reasons: Iterable[Diagnostic] = dict.fromkeys(self.outcome.lost.get(key, ()))
        texts = list(dict.fromkeys(map(self.run.order.words.told, reasons)))
        more = [phrase("and {count} more", count=len(texts) - _SHOWN)] if len(texts) > _SHOWN else []
        return {_REASON: "; ".join([*texts[:_SHOWN], *map(self.run.order.words.say, more)])} if texts else {}


def _told_apart(titles: Iterable[str], taken: Iterable[str]) -> list[str]:
    """Put a number behind the later of titles that are alike: ``Số người``, ``Số người (2)``."""
    given, found = set(taken), list[str]()
    for title in titles:
        number, heading = 1, title
        while heading in given:
            number += 1
            heading = f"{title} ({number})"
        given.add(heading)
        found.append(heading)
    return found


def _plain(text: str) -> str:
    """Keep a text on its line, with no sign that nobody sees."""
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text)


INDEX: Final = Sort(
    "--index", lambda order: order.index, lambda _: (_BOOK, ".csv"), _split, _fill, tells_lost=True
)
