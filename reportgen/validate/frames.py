"""Signs that people type although the form sets them itself: the dash and the semicolon of an item."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import GAP, FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import likewise

_DASH: Final = re.compile(r"[-–—+*•·](?:\s+(?=\S)|(?=[^\W\d]))")
"""``- Như trên``, ``-Như trên``, ``- 5 trường``; ``-5 độ`` is a number."""

_NUMBER: Final = re.compile(r"\d{1,2}\s*[.)]\s+(?=\S)")
_END: Final = re.compile(r"(?:\s*(?:\./\.|[;,.]))+$")
_STAYS: Final = re.compile(r"(?:\.\.|…|v\.\s?v\.)$", re.IGNORECASE)
"""Dots that are part of the words."""

_SHOWN: Final = 20


def bare(frame: str, text: str) -> str:
    """Take off a text what its form prints around it: of ``- Như trên;`` in ``- …;`` stays ``Như trên``."""
    before, _, after = frame.partition(GAP)
    if (before, after) == ("(", ")"):
        return text[1:-1].strip() if text[:1] == "(" and text[-1:] == ")" else text
    left = _without_end(after, _without_begin(before.strip(), text)).strip()
    return left or text


def _without_begin(before: str, text: str) -> str:
    words = before.lstrip("-0123456789. ")
    if before.startswith("-") or words or before[:1].isdigit():
        text = _DASH.sub("", text, count=1) if _DASH.match(text) else text
    if before[:1].isdigit():
        text = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    if words:
        known = r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", words)))
        text = re.sub(rf"^{known}\s*", "", text, flags=re.IGNORECASE)
    return text


def _without_end(after: str, text: str) -> str:
    if after == ":":
        return re.sub(r"\s*:$", "", text)
    return text if not after or _STAYS.search(text) else _END.sub("", text)


@dataclass(slots=True)
class Frames:
    """The texts off which something was taken, by the identity of what declares them."""

    found: dict[int, tuple[FieldSpec, str, list[Origin]]] = field(default_factory=dict)

    def look(self, spec: FieldSpec, text: str, place: Callable[[], Origin]) -> str:
        """Give a text as it is read, and note whether anything was taken off."""
        read = bare(spec.frame, text) if spec.frame else text
        if read != text:
            taken = text.replace(read, GAP, 1)
            self.found.setdefault(id(spec), (spec, taken, []))[-1].append(place())
        return read

    def tell(self, complaints: Complaints) -> None:
        """Tell of each field once."""
        for spec, taken, places in self.found.values():
            others = likewise([str(place) for place in places[:_SHOWN]], len(places))
            complaints.add(
                "frame-typed", places[0], name=spec.title, taken=taken, frame=spec.frame, others=others
            )
