"""What every inspector has at hand: the sources, the complaints, and the words for a misread value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import DataPath, Origin, SourceMap
from reportgen.model.phrase import phrase
from reportgen.model.values import BLANK, Known, Scalar
from reportgen.validate.scalars import MOST_DIGITS, Misread, reader


@dataclass(slots=True)
class Desk:
    """One inspection of one data file."""

    sources: SourceMap
    complaints: Complaints = field(default_factory=Complaints)

    def scalar(self, spec: FieldSpec, raw: Any, path: DataPath) -> Known:
        """Read one value, or complain and leave a gap."""
        if raw is None:
            return self.nothing(spec, path)
        if not isinstance(raw, str):
            self.complain("not-a-single-value", path, name=spec.title, type=phrase(spec.type))
            return BLANK
        if not (text := raw.strip()):
            return self.nothing(spec, path)
        return self.read(spec, reader(spec), text, self.sources.nearest(path))

    def read(self, spec: FieldSpec, read: Callable[[str], Scalar], text: str, origin: Origin) -> Known:
        """Read one text by its declared type, or complain and leave a gap."""
        try:
            return read(text)
        except Misread as misread:
            self.complaints.add(
                misread.code, origin, value=text, name=spec.title, **_more(spec, text, misread.code)
            )
            return BLANK

    def nothing(self, spec: FieldSpec, path: DataPath, origin: Origin | None = None) -> Known:
        """Tell what an empty value stands for: its default, nothing, or a gap that is listed."""
        if spec.default is not None:
            return reader(spec)(spec.default)
        if spec.optional:
            return None
        key = f" ({spec.name})" if spec.label and spec.name else ""
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


def _more(spec: FieldSpec, text: str, code: str) -> dict[str, Any]:
    if code == "not-a-choice":
        return {
            "choices": ", ".join(f"'{choice}'" for choice in spec.choices),
            "meant": did_you_mean(text, spec.choices),
        }
    if code == "too-many-digits":
        return {"most": MOST_DIGITS}
    if code == "ambiguous-number":
        whole, _, decimals = text.partition(".")
        return {"decimal": f"{whole},{decimals}", "thousands": f"{whole}{decimals}"}
    return {}
