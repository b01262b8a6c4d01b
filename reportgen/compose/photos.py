"""Photos of the data as pictures to print: their files, and the words that stand for them unseen."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reportgen.model.attached import Attached, Picture
from reportgen.model.kind import FieldSpec

POINTS: Final = 1280
"""How many points the longer side of a photo has at most: 200 to an inch across a sheet of A4."""


def with_photos(spec: FieldSpec, shown: object, photos: Mapping[str, Attached]) -> object:
    """Put pictures in the place of the names of their files, in groups and lists too."""
    if spec.type == "photo" and isinstance(shown, str) and shown in photos:
        return Picture(photos[shown], alt=spec.title, points=POINTS)
    if spec.type == "list" and spec.item is not None and isinstance(shown, tuple):
        item = spec.item
        return tuple(with_photos(item, one, photos) for one in shown)
    if spec.type == "group" and isinstance(shown, Mapping):
        return _group(spec, shown, photos)
    return shown


def _group(
    spec: FieldSpec, shown: Mapping[str, object], photos: Mapping[str, Attached]
) -> Mapping[str, object]:
    """Say of a photo what the first text beside it says."""
    found = {name: with_photos(inner, shown[name], photos) for name, inner in spec.fields.items()}
    texts = (shown[name] for name, inner in spec.fields.items() if inner.type == "text")
    beside = next((text for text in texts if isinstance(text, str)), "")
    return {
        name: replace(value, alt=beside) if isinstance(value, Picture) and beside else value
        for name, value in found.items()
    }
