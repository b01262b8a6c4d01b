"""The file of a blank as people write it, read with a place for every mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reportgen.load import in_order, look_through_yaml
from reportgen.model.blank import Blank, Box, Spoiled, Stock
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath
from reportgen.model.phrase import phrase
from reportgen.model.values import Number, told
from reportgen.offices.entries import Entries, Record
from reportgen.offices.measures import Measures
from reportgen.offices.serials import SerialError, spread

LETTERS: Final = 13
"""The size of letters where none is given: that of an official paper."""

_BLANK: Final = ("size", "shift", "letters", "boxes", "serials")
_BOX: Final = (
    "print", "left", "down", "width", "letters", "smallest", "align", "lines", "apart", "bold", "italic",
)  # fmt: skip
_NEEDED: Final = ("print", "left", "down", "width")
_LIKE: Final = {
    "size": "size: 190 x 130",
    "shift": "shift: {right: 1.5, down: -0.5}",
    "right": "right: 1.5",
    "down": "down: 62",
    "letters": "letters: 14",
    "boxes": '- {print: "{{ each.name }}", left: 60, down: 52, width: 100}',
    "print": 'print: "{{ each.name }}"',
    "left": "left: 60",
    "width": "width: 100",
    "smallest": "smallest: 11",
    "align": "align: center",
    "lines": "lines: 2",
    "apart": "apart: 8",
    "bold": "bold: có",
    "italic": "italic: có",
    "serials": "serials: {stock: [A 000101 - A 000400]}",
    "stock": "stock: [A 000101 - A 000400]",
    "spoiled": "- {serial: A 000117, why: kẹt giấy, on: 22/11/2026}",
    "serial": "serial: A 000117",
    "why": "why: kẹt giấy",
    "on": "on: 22/11/2026",
}
"""How each entry may be written."""


def read_blank(path: Path, shown: str) -> Blank:
    """Read the file of a blank.

    Raises:
        DataError: with every mistake in it.

    """
    loaded = look_through_yaml(path, shown=shown, like=_LIKE["size"])
    entries = Entries(loaded.sources, Complaints([*loaded.notes]), _LIKE)
    blank = _Reader(entries, Measures(entries)).blank(loaded.values, shown)
    if entries.complaints.serious:
        raise DataError(note for note in in_order(entries.complaints, shown) if note.severity != "note")
    return blank


@dataclass(frozen=True, slots=True)
class _Reader:
    entries: Entries
    measures: Measures

    def blank(self, values: Mapping[str, Any], file: str) -> Blank:
        """Read the whole file."""
        self.entries.known(values, _BLANK, ())
        self.entries.needed(values, ("size", "boxes"), ())
        width, height = self.measures.size(values.get("size"), ("size",))
        shift = self.entries.record(values.get("shift"), ("shift",))
        self.entries.known(shift, ("right", "down"), ("shift",))
        letters = self.measures.length(values.get("letters"), ("letters",)) or LETTERS
        boxes = self.entries.records(values.get("boxes"), ("boxes",))
        read = [(self.box(*each, letters), each[1]) for each in boxes]
        for box, path in read if values.get("size") else ():
            self.refuse_beyond(box.left + box.width, width, (*path, "width"))
            self.refuse_beyond(box.down + (box.lines - 1) * (box.apart or 0), height, (*path, "down"))
        return Blank(
            file,
            width,
            height,
            tuple(box for box, _ in read),
            right=self.measures.number(shift.get("right"), ("shift", "right")) or 0,
            lower=self.measures.number(shift.get("down"), ("shift", "down")) or 0,
            stock=self.stock(values.get("serials"), ("serials",)),
        )

    def box(self, raw: Mapping[str, Any], path: DataPath, usual: Number) -> Box:
        """Read where some words go, and how they look."""
        self.entries.known(raw, _BOX, path)
        self.entries.needed(raw, _NEEDED, path)
        lengths = {
            name: self.measures.length(raw.get(name), (*path, name))
            for name in ("left", "down", "width", "letters", "smallest", "apart")
        }
        letters = lengths["letters"] or usual
        return Box(
            self.entries.text(raw.get("print"), (*path, "print")),
            self.entries.at((*path, "print")),
            lengths["left"] or 0,
            lengths["down"] or 0,
            lengths["width"] or 0,
            letters,
            min(lengths["smallest"] or letters, letters),
            self.measures.one_of(raw.get("align"), (*path, "align"), ("left", "center", "right")),
            self.measures.count(raw.get("lines"), (*path, "lines")),
            lengths["apart"],
            bold=self.measures.flag(raw.get("bold"), (*path, "bold")),
            italic=self.measures.flag(raw.get("italic"), (*path, "italic")),
        )

    def refuse_beyond(self, reaches: Number, size: Number, path: DataPath) -> None:
        """Complain of a box that goes over the edge of its blank."""
        if reaches > size:
            at, end = told(reaches), told(size)
            self.entries.complaints.add("blank-beyond-edge", self.entries.at(path), reaches=at, size=end)

    def stock(self, raw: Any, path: DataPath) -> Stock | None:
        """Read which blanks there are, where they have serials at all."""
        if raw is None:
            return None
        said = self.entries.record(raw, path)
        self.entries.known(said, ("stock", "spoiled"), path)
        self.entries.needed(said, ("stock",), path)
        serials = list(self.serials(said.get("stock"), (*path, "stock")))
        records = self.entries.records(said.get("spoiled"), (*path, "spoiled"))
        spoiled = [one for each in records if (one := self.spoiled(each, serials))]
        return Stock(tuple(serials), self.entries.at((*path, "stock")), {one.serial: one for one in spoiled})

    def serials(self, raw: Any, path: DataPath) -> dict[str, None]:
        """Spread the ranges out; no serial may be there twice."""
        found: dict[str, None] = {}
        for number, text in enumerate(self.entries.texts(raw, path)):
            place = self.entries.sources.origin((*path, number)) or self.entries.at(path)
            try:
                serials = spread(text)
            except SerialError as error:
                self.entries.complaints.add("blank-range", place, range=text, reason=error.why)
                continue
            if again := next((serial for serial in serials if serial in found), ""):
                self.entries.complaints.add("blank-serial-twice", place, serial=again)
            found |= dict.fromkeys(serials)
        return found

    def spoiled(self, record: Record, serials: Sequence[str]) -> Spoiled | None:
        """Read which blank was spoiled, why and when."""
        raw, path = record
        self.entries.known(raw, ("serial", "why", "on"), path)
        self.entries.needed(raw, ("serial", "why", "on"), path)
        serial = self.entries.text(raw.get("serial"), (*path, "serial"))
        why, day = (
            self.entries.text(raw.get("why"), (*path, "why")),
            self.entries.date(raw.get("on"), (*path, "on")),
        )
        place = self.entries.at((*path, "serial"))
        if serial and serial not in serials:
            stock = f"{serials[0]} … {serials[-1]}" if serials else phrase("nothing")
            self.entries.complaints.add("blank-not-in-stock", place, serial=serial, stock=stock)
        return Spoiled(serial, why, day, place) if serial and day else None
