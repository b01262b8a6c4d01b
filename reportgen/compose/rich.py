"""Rich text written as plain data: ``{rich: [{text: …, bold: true}, …]}``."""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from reportgen.model.context import Quantity
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import DataPath, SourceMap
from reportgen.model.phrase import phrase
from reportgen.model.plain import Block, Paragraphs, Rich, Stretch

KEY: Final = "rich"
PARAGRAPHS: Final = "paragraphs"

UNDERLINES: Final = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")

_COLOUR: Final = re.compile(r"#?[0-9A-Fa-f]{6}")
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"<>\\]{1,2000}")
_NAME: Final = re.compile(r"[\w .-]{1,60}")


def is_rich(value: object) -> bool:
    """Tell rich text from other groups: its only name is ``rich``."""
    return isinstance(value, Mapping) and set(value) == {KEY}


def rich_text(value: Mapping[str, Any], path: DataPath, sources: SourceMap, complaints: Complaints) -> Rich:
    """Read rich text, and complain of each look that is not known."""
    items = value[KEY]
    if not isinstance(items, Sequence) or isinstance(items, str):
        complaints.add("rich-text", sources.nearest((*path, KEY)), reason=phrase("it is no list"))
        return Rich(())
    reader = _Reader(sources, complaints)
    return Rich(tuple(reader.stretch(item, (*path, KEY, number)) for number, item in enumerate(items)))


def is_paragraphs(value: object) -> bool:
    """Tell paragraphs from other groups: the only name is ``paragraphs``."""
    return isinstance(value, Mapping) and set(value) == {PARAGRAPHS}


def paragraphs(
    value: Mapping[str, Any], path: DataPath, sources: SourceMap, complaints: Complaints
) -> Paragraphs:
    """Read several paragraphs: each a text, or a group with a text or rich text and its style."""
    items = value[PARAGRAPHS]
    if not isinstance(items, Sequence) or isinstance(items, str):
        complaints.add("rich-text", sources.nearest((*path, PARAGRAPHS)), reason=phrase("it is no list"))
        return Paragraphs(())
    reader = _Reader(sources, complaints)
    return Paragraphs(tuple(reader.block(item, (*path, PARAGRAPHS, at)) for at, item in enumerate(items)))


class _Reader:
    def __init__(self, sources: SourceMap, complaints: Complaints) -> None:
        self.sources, self.complaints = sources, complaints

    def stretch(self, item: object, path: DataPath) -> Stretch:
        """Read one stretch: a text, or a group with a text and its looks."""
        given = item if isinstance(item, Mapping) else {"text": item}
        text = given.get("text")
        if not isinstance(text, str | Quantity):
            self.refuse(path, phrase("it has no text"))
            text = ""
        looks = {name: look for name, look in given.items() if name != "text" and not _is_off(look)}
        for name, look in looks.items():
            self.check(name, look, (*path, name))
        return Stretch(str(text), looks)

    def block(self, item: object, path: DataPath) -> Block:
        """Read one paragraph."""
        given = dict(item) if isinstance(item, Mapping) else {"text": item}
        style, new_page = given.pop("style", None), given.pop("new_page", False)
        if style is not None and not _is_name(style):
            self.refuse((*path, "style"), phrase("'{look}' is no {name}", look=str(style), name="style"))
        if not isinstance(new_page, bool):
            self.refuse(
                (*path, "new_page"), phrase("'{look}' is no {name}", look=str(new_page), name="new_page")
            )
        if is_rich(given):
            text = rich_text(given, path, self.sources, self.complaints)
        else:
            text = Rich((self.stretch(given, path),))
        return Block(text, str(style or ""), new_page is True)

    def check(self, name: str, look: Any, path: DataPath) -> None:
        """Refuse a look that is not known, or not so."""
        if (fits := _LOOKS.get(name)) is None:
            self.refuse(path, phrase("there is no '{name}', but {names}", name=name, names=", ".join(_LOOKS)))
        elif not fits(look):
            self.refuse(path, phrase("'{look}' is no {name}", look=str(look), name=name))

    def refuse(self, path: DataPath, reason: str) -> None:
        """Write a mistake down."""
        self.complaints.add("rich-text", self.sources.nearest(path), reason=reason)


def _is_off(look: object) -> bool:
    return look is None or look is False


def _is_on(look: object) -> bool:
    return look is True


def _is_colour(look: object) -> bool:
    return bool(_COLOUR.fullmatch(str(look)))


def _is_underline(look: object) -> bool:
    return look is True or (isinstance(look, str) and look in UNDERLINES)


def _is_size(look: object) -> bool:
    size = look.value if isinstance(look, Quantity) else Fraction(0)
    return 0 < size <= 1000 and (size * 2).denominator == 1  # noqa: PLR2004  # Word counts in half points


def _is_name(look: object) -> bool:
    return isinstance(look, str) and bool(_NAME.fullmatch(look))


def _is_address(look: object) -> bool:
    return isinstance(look, str) and bool(_ADDRESS.fullmatch(look))


_LOOKS: Final[Mapping[str, Callable[[Any], bool]]] = {
    **dict.fromkeys(("bold", "italic", "strike", "subscript", "superscript"), _is_on),
    "underline": _is_underline,
    **dict.fromkeys(("color", "highlight"), _is_colour),
    "size": _is_size,
    **dict.fromkeys(("font", "style"), _is_name),
    "link": _is_address,
}
"""How words may look: docxtpl's own names, but ``size`` is in points."""
