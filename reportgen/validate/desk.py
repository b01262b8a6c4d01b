"""What every inspector has at hand: the sources, the complaints, and the words for a misread value."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.diagnostics import Complaints, Diagnostic, did_you_mean
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import DataPath, Origin, SourceMap
from reportgen.model.phrase import Called, phrase
from reportgen.model.values import BLANK, Blank, Known, Numeral
from reportgen.validate.amendments import Amendments
from reportgen.validate.decimals import HIDDEN, NUMERIC, Written, number_readers, shapes, tolerant
from reportgen.validate.frames import Frames
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader
from reportgen.validate.spaces import Spaces
from reportgen.validate.unrounded import tell_unrounded

_TELLING = frozenset(("value", "meant", "new", "old", "day"))
"""What of a message shows the text, or what it may mean."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of one column as written, and where."""

    spec: FieldSpec
    texts: list[str] = field(default_factory=list)
    paths: list[DataPath] = field(default_factory=list)

    def add(self, text: str, path: DataPath) -> None:
        """Take note of one."""
        self.texts.append(text)
        self.paths.append(path)


@dataclass(slots=True)
class Desk:
    """One inspection of one data file."""

    sources: SourceMap
    complaints: Complaints = field(default_factory=Complaints)
    numbers: dict[int, Numbers] = field(default_factory=dict)
    """The numbers that stand in the data file itself, by the identity of what declares them."""

    spaces: Spaces = field(default_factory=Spaces)
    frames: Frames = field(default_factory=Frames)
    amendments: Amendments = field(default_factory=Amendments)
    answered: set[Diagnostic] = field(default_factory=set)
    """What was told of a file before anybody knew what its columns are, and is of no account."""

    def scalar(self, spec: FieldSpec, raw: Any, path: DataPath) -> Known:
        """Read one value, or complain and leave a gap."""
        if raw is None:
            return self.nothing(spec, path)
        if not isinstance(raw, str):
            self.complain("not-a-single-value", path, name=spec.title, type=phrase(spec.type))
            return BLANK
        text = raw if isinstance(raw, Numeral) else raw.strip()
        if not text:
            return self.nothing(spec, path)
        if spec.type not in NUMERIC:
            text = self.frames.look(spec, text, lambda: self.sources.nearest(path))
            value = self._read(spec, reader(spec), text, path)
            self.spaces.look(spec, text, value, lambda: self.sources.nearest(path))
            return value
        value = self._read(spec, tolerant(spec), text, path)
        if value is not BLANK:
            self.numbers.setdefault(id(spec), Numbers(spec)).add(text, path)
        return value

    def _read(self, spec: FieldSpec, read: Callable[[str], Known], text: str, path: DataPath) -> Known:
        """Read one text by its declared type, or complain and leave a gap."""
        try:
            return read(text)
        except Misread as misread:
            return self.misread(spec, text, misread, self.sources.nearest(path))

    def misread(self, spec: FieldSpec, text: str, misread: Misread, origin: Origin) -> Blank:
        """Complain of a text that is not what it should be, and leave a gap."""
        values = {"value": text, **misread.values}
        if spec.personal:
            values |= dict.fromkeys(_TELLING & values.keys(), HIDDEN)
        self.complaints.add(misread.code, origin, name=spec.title, **values)
        return BLANK

    def compare_numbers(self) -> None:
        """Compare how the numbers of the data file write their decimals."""
        columns = [
            Written(each.spec, shapes(each.texts), self._places(each.paths)) for each in self.numbers.values()
        ]
        number_readers(columns, self.complaints)
        for each in self.numbers.values():
            tell_unrounded(each.spec, each.texts, self._places(each.paths), self.complaints)

    def _places(self, paths: Sequence[DataPath]) -> Callable[[int], Origin]:
        return lambda row: self.sources.nearest(paths[row])

    def nothing(self, spec: FieldSpec, path: DataPath, origin: Origin | None = None) -> Known:
        """Tell what an empty value stands for: its default, nothing, or a gap that is listed."""
        if spec.default is not None:
            return reader(spec)(spec.default)
        if spec.optional:
            return None
        key = Called(f" ({spec.name})", "") if spec.label and spec.name else ""
        self.complaints.add("missing", origin or self.sources.nearest(path), name=spec.title, key=key)
        return BLANK

    def complain(self, code: str, path: DataPath, **values: Any) -> None:
        """Complain of what stands at a path, or of the nearest thing above it."""
        self.complaints.add(code, self.place(path), **values)

    def place(self, path: DataPath) -> Origin:
        """Tell where the value at a path stands; a table file taken in there stands in the data file, too."""
        return self.sources.origin(path) or self.sources.nearest(path)

    def unknown_key(self, path: DataPath, known: Iterable[str], inside: str) -> None:
        """Complain of a key that nobody declared, where the key stands."""
        origin = self.sources.key_origin(path) or self.sources.nearest(path)
        key = str(path[-1])
        self.complaints.add("unknown-key", origin, key=key, inside=inside, meant=did_you_mean(key, known))
