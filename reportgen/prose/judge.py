"""What a text says of numbers, held against the numbers that there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Final

from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.formula import Name
from reportgen.model.origin import DataPath, Origin, SourceMap, Sources
from reportgen.model.phrase import phrase, strung
from reportgen.prose.marks import Mark, Sort, find_others
from reportgen.prose.names import Names
from reportgen.prose.numbers import Number
from reportgen.prose.outcome import Said
from reportgen.prose.quantity import Quantity, Verdict, verdict
from reportgen.prose.reading import Reading, one_clause, printed, read_text, says_nothing

_MOST_NAMES: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One text of the data: what people call its field, and where it was written."""

    title: str
    sources: SourceMap
    path: DataPath

    def at(self, offset: int = 0) -> Origin:
        """Point into the text, where it stands on one line as it was written."""
        origin = self.sources.nearest(self.path)
        if not isinstance(self.sources, Sources) or self.path in self.sources.spread:
            return origin
        return origin.shifted(offset + (self.path in self.sources.quoted))


@dataclass(frozen=True, slots=True)
class Judge:
    """Holds the texts of one document against its numbers, and writes down what came of it.

    ``gap`` is what stands for a value that is still missing.
    """

    names: Names
    gap: str
    complaints: Complaints = field(default_factory=Complaints)
    said: list[Said] = field(default_factory=list)
    read: set[Name] = field(default_factory=set)

    def read_text(self, text: str, place: Place, *, free: bool) -> str:
        """Judge a text, and give it as it prints; in a ``free`` one numbers need no explanation."""
        if says_nothing(text, free=free):
            return text
        reading = read_text(text, self.names)
        self._unknown(text, place)
        for mark in reading.alone:
            self._complain("mark-without-number", mark, place, value=text[mark.start : mark.end])
        for quantity, mark in reading.named:
            self._spoken_of(quantity, mark, place)
        if not free:
            self._unnamed(reading, place)
        return printed(reading, [self._inserted(mark, place) for mark in reading.inserted])

    def _unknown(self, text: str, place: Place) -> None:
        """Tell of brackets that name nothing: an error where they ask for a figure, else where it is near."""
        for mark in find_others(text, self.names):
            near = self.names.near(mark.name)
            meant = did_you_mean(mark.name, near)
            if mark.sort is Sort.INSERTED:
                self._complain("mark-unknown", mark, place, value=text[mark.start : mark.end], meant=meant)
            elif near and mark.sort is Sort.FIGURE:
                self._complain("brackets-near", mark, place, value=text[mark.start : mark.end], meant=meant)

    def _spoken_of(self, quantity: Quantity, mark: Mark, place: Place) -> None:
        """Hold a number against the figure that the writer named."""
        number = self.names.find(mark.name) if mark.sort is Sort.FIGURE else None
        self._say(quantity, place, "named" if number else "source", number.name if number else mark.name)
        if number is None:
            return
        self.read.add(number.read)
        code = _code(number, quantity)
        if code is not None:
            self._complain(
                code, quantity, place, value=quantity.text, figure=self.names.called(number),
                number=self.gap if number.state == "blank" else number.text,
            )  # fmt: skip

    def _inserted(self, mark: Mark, place: Place) -> str:
        """Give what a figure prints as, in the place of its mark."""
        number = self.names.find(mark.name)
        if number is None or number.state == "failed":
            return ""
        self.read.add(number.read)
        if number.state == "absent":
            self._complain("mark-without-value", mark, place, figure=self.names.called(number))
            return ""
        text = self.gap if number.state == "blank" else number.text
        self.said.append(Said(place.at(mark.start), text, "inserted", number.name))
        return text

    def _unnamed(self, reading: Reading, place: Place) -> None:
        """Look for what explains the other numbers, and list those that nothing does."""
        left: list[str] = []
        for quantity in reading.unnamed:
            ratio = ratio_before(reading, quantity)
            if ratio is not None:
                self._of_ratio(quantity, ratio, place)
                continue
            explained = [self.names.explaining(one) for one in parts_of(quantity)]
            if all(explained):
                numbers = [number for found in explained for number in found]
                self._say(quantity, place, "found", ", ".join(number.name for number in numbers))
            else:
                self._say(quantity, place, "unexplained", "")
                left.append(self._with_candidates(quantity))
        if left:
            texts = strung(", ", left)
            self.complaints.add("numbers-unexplained", place.at(), name=place.title, numbers=texts)

    def _with_candidates(self, quantity: Quantity) -> str:
        """Tell a number, and what it may be where that is more than one thing."""
        numbers = [number for one in parts_of(quantity) for number in self.names.meant_by(one)]
        names = strung(", ", [self.names.called(number) for number in numbers[:_MOST_NAMES]])
        return (
            phrase("{text} (perhaps {names}?)", text=quantity.text, names=names) if names else quantity.text
        )

    def _of_ratio(self, quantity: Quantity, ratio: Quantity, place: Place) -> None:
        """Hold a percentage against the ratio that it follows."""
        self._say(quantity, place, "share", ratio.text)
        if verdict(quantity, ratio.value) is not Verdict.HOLDS:
            share = told_percent(ratio.value)
            self._complain(
                "ratio-differs", quantity, place, value=quantity.text, ratio=ratio.text, share=share
            )

    def _say(self, quantity: Quantity, place: Place, how: str, by: str) -> None:
        self.said.append(Said(place.at(quantity.start), quantity.text, how, by))

    def _complain(self, code: str, at: Quantity | Mark, place: Place, **values: Any) -> None:
        self.complaints.add(code, place.at(at.start), name=place.title, **values)


def _code(number: Number, quantity: Quantity) -> str | None:
    """Tell what is wrong with a number that names its figure."""
    if number.state == "failed":
        return None
    if number.state in {"absent", "blank"}:
        return "number-unchecked"
    return _CODES.get(number.agrees(quantity))


_CODES: Final = {Verdict.WRONG: "number-differs", Verdict.FAR: "number-far"}


def parts_of(quantity: Quantity) -> Sequence[Quantity]:
    """Give the numbers that must be explained: both of ``22/24``."""
    if quantity.parts is None:
        return (quantity,)
    return [replace(quantity, value=part, percent=False, parts=None) for part in quantity.parts]


def ratio_before(reading: Reading, quantity: Quantity) -> Quantity | None:
    """Find the ratio of which a percentage is said: ``22.119/48.145 CBQL, đạt hơn 70%``, ``22/24 (92%)``."""
    before = [one for one in reading.numbers if one.end <= quantity.start]
    if not before or before[-1].parts is None or not quantity.percent or quantity.parts:
        return None
    between = reading.text[before[-1].end : quantity.start]
    words = between.casefold().replace(",", " ").split()
    said = between.rstrip().endswith("(") or not _SAYS_SO.isdisjoint(words)
    return before[-1] if said and _SAYS_MORE.isdisjoint(words) and one_clause(between) else None


_SAYS_SO: Final = frozenset({"đạt", "chiếm", "bằng", "là", "lệ", "ứng", "tức"})
_SAYS_MORE: Final = frozenset({"tăng", "giảm", "thêm", "so", "vượt"})


def told_percent(percents: Fraction) -> str:
    """Write a percentage to one place."""
    tenths = (20 * percents.numerator + percents.denominator) // (2 * percents.denominator)
    return f"{tenths // 10},{tenths % 10}%"
