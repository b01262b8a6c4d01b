"""What a Word file's styles come to: defaults, then the style and all it is based on, then the text's own."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = ("0", "false", "off", "none")
_SLOTS: Final = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST: Final = 50

Properties = dict[str, dict[str, str]]
"""By element (``jc``, ``spacing``), its attributes; the later one wins, attribute by attribute."""


def theme_fonts(root: Any) -> dict[str, str]:
    """Give the fonts behind ``minorHAnsi`` and its like."""
    found: dict[str, str] = {}
    for sort in ("minor", "major"):
        for slot, names in {"latin": ("HAnsi", "Ascii"), "ea": ("EastAsia",), "cs": ("Bidi",)}.items():
            font = None if root is None else root.find(f".//{_A}{sort}Font/{_A}{slot}")
            for name in names:
                found[sort + name] = "" if font is None else font.get("typeface", "")
    return found


class Styles:
    """The styles of one file; ``theme`` gives the fonts that its names stand for."""

    def __init__(self, root: Any, theme: Mapping[str, str]) -> None:
        self._theme = theme
        styles = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in styles}
        self._default = next((s for s in styles if _is_default(s, "paragraph")), None)
        self._defaults = None if root is None else root.find(f"{W}docDefaults")

    def paragraph(self, paragraph: Any) -> Properties:
        """Merge what is said of a paragraph."""
        own = paragraph.find(f"{W}pPr")
        return _merged([*self._of("pPr", self._chain_of(paragraph)), own])

    def run(self, run: Any, paragraph: Any) -> Properties:
        """Merge what is said of a run's letters."""
        own = run.find(f"{W}rPr")
        named = None if own is None else own.find(f"{W}rStyle")
        character = self._chain(None if named is None else self._styles.get(named.get(f"{W}val")))
        return _merged([*self._of("rPr", self._chain_of(paragraph)), *_all("rPr", character), own])

    def tints(self, name: str) -> bool:
        """Ask whether a style of tables puts a colour behind letters."""
        shades = (shade for one in self._chain(self._styles.get(name)) for shade in one.iter(f"{W}shd"))
        return any(shade.get(f"{W}fill", "auto").upper() not in ("AUTO", "FFFFFF") for shade in shades)

    def in_table(self, name: str) -> list[Properties]:
        """List what a style of tables says of letters, for all cells and for some."""
        return [
            _merged([one]) for style in self._chain(self._styles.get(name)) for one in style.iter(f"{W}rPr")
        ]

    def fonts(self, found: Properties) -> tuple[str, ...]:
        """Name the fonts of the four slots, each once."""
        slots = found.get("rFonts", {})
        names = (
            self._theme.get(slots.get(theme, "")) or slots.get(slot, "") for slot, theme in _SLOTS.items()
        )
        return tuple(dict.fromkeys(names))

    def _of(self, what: str, chain: list[Any]) -> Iterator[Any]:
        if self._defaults is not None:
            yield self._defaults.find(f"{W}{what}Default/{W}{what}")
        yield from _all(what, chain)

    def _chain_of(self, paragraph: Any) -> list[Any]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = None if named is None else self._styles.get(named.get(f"{W}val"))
        return self._chain(self._default if style is None else style)

    def _chain(self, style: Any) -> list[Any]:
        """List a style after all that it is based on."""
        found: list[Any] = []
        while style is not None and len(found) < _DEEPEST:
            found.insert(0, style)
            base = style.find(f"{W}basedOn")
            style = None if base is None else self._styles.get(base.get(f"{W}val"))
        return found


def is_on(found: Properties, name: str) -> bool:
    """Ask for a switch such as ``b``: there, and not turned off."""
    return name in found and found[name].get("val", "1") not in _OFF


def _is_default(style: Any, sort: str) -> bool:
    return bool(style.get(f"{W}type") == sort and style.get(f"{W}default") in ("1", "true"))


def _all(what: str, chain: list[Any]) -> Iterator[Any]:
    return (style.find(f"{W}{what}") for style in chain)


def _merged(layers: list[Any]) -> Properties:
    found: Properties = {}
    for layer in layers:
        for element in () if layer is None else layer:
            name = str(element.tag).removeprefix(W)
            said = {key.removeprefix(W): value for key, value in element.attrib.items()}
            found[name] = {**_left(found.get(name, {}), said), **said} if said else {}
    return found


def _left(earlier: dict[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Forget a font of the theme where a later layer names one itself."""
    named = {theme for slot, theme in _SLOTS.items() if slot in said}
    return {name: value for name, value in earlier.items() if name not in named}
