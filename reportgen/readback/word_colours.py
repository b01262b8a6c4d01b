"""Colours of a Word file: of letters and of what lies behind them, by number, by name, or by the theme."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NEAR: Final = 0x20
"""Colours whose red, green and blue differ by less look alike."""

_HIGHLIGHTS: Final = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "00008B", "darkCyan": "008B8B",
    "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000", "darkYellow": "808000",
    "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}  # fmt: skip
_USUAL: Final = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1"}
_SHORT: Final = {
    "dark1": "dk1", "text1": "dk1", "tx1": "dk1", "light1": "lt1", "background1": "lt1", "bg1": "lt1",
    "dark2": "dk2", "text2": "dk2", "tx2": "dk2", "light2": "lt2", "background2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_FULL: Final = 255
_WHOLE: Final = 1000

Colour = tuple[int, int, int]
Said = Mapping[str, str]
"""What an element says: ``val``, ``themeColor``, ``themeTint`` …"""


def scheme(theme: Any) -> dict[str, str]:
    """Read the colours of a theme, by their short names: ``lt1`` is ``FFFFFF``."""
    found = dict(_USUAL)
    for one in () if theme is None else theme.iterfind(f".//{_A}clrScheme/*"):
        for way in one:
            if said := way.get("lastClr") or way.get("val"):
                found[str(one.tag).removeprefix(_A)] = said
    return found


def alike(one: Colour, other: Colour) -> bool:
    """Ask whether nobody sees one colour on the other."""
    return all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def ink(said: Said, theme: Mapping[str, str]) -> Iterator[Colour]:
    """Give the colours that letters may have: programs go by the theme or by the number; none if neither."""
    yield from _both(said, "val", "theme", theme)


def ground(look: Mapping[str, Said], theme: Mapping[str, str]) -> list[Colour]:
    """Give what lies behind letters: a highlight, else a shade, in the ways in which programs read it."""
    if lit := _HIGHLIGHTS.get(look.get("highlight", {}).get("val", "")):
        return [_parsed(lit) or (0, 0, 0)]
    said = look.get("shd")
    if said is None or said.get("val") == "nil":
        return []
    share = _share(said.get("val", "clear"))
    fills = list(_both(said, "fill", "themeFill", theme))
    if not share:
        return fills
    colours = list(_both(said, "color", "theme", theme)) or [(0, 0, 0)]
    return [_mixed(one, back, share) for one in colours for back in fills or [(_FULL, _FULL, _FULL)]]


def _share(pattern: str) -> int:
    """Tell how much of the shade is of its pattern's colour, in thousandths; lines are none."""
    if pattern == "solid":
        return _WHOLE
    number = pattern.removeprefix("pct")
    return 10 * int(number) if pattern.startswith("pct") and number.isdecimal() else 0


def _both(said: Said, plain: str, named: str, theme: Mapping[str, str]) -> Iterator[Colour]:
    if (one := _parsed(said.get(plain, ""))) is not None:
        yield one
    name = said.get(named if named == "themeFill" else "themeColor", "")
    if name and (one := _parsed(theme.get(_SHORT.get(name, name), ""))) is not None:
        tint, shade = (_parsed(said.get(f"{named}{how}", "") * 3) for how in ("Tint", "Shade"))
        if shade:
            one = _mixed(one, (0, 0, 0), _WHOLE * shade[0] // _FULL)
        yield _mixed(one, (_FULL, _FULL, _FULL), _WHOLE * tint[0] // _FULL) if tint else one


def _mixed(one: Colour, other: Colour, share: int) -> Colour:
    red, green, blue = ((a * share + b * (_WHOLE - share)) // _WHOLE for a, b in zip(one, other, strict=True))
    return red, green, blue


def _parsed(text: str) -> Colour | None:
    try:
        red, green, blue = bytes.fromhex(text)
    except ValueError:
        return None
    return red, green, blue
