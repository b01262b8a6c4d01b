"""Rich text: stretches of words that look different, signed for Word and as spans of HTML."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, Final

from markupsafe import Markup

from reportgen.model.plain import Stretch

BEGIN: Final = "\ue004"
_END: Final = "\ue005"
STRETCH: Final = re.compile(f"{BEGIN}(\\d+) (.*?){_END}", re.DOTALL)
"""The printed words of a stretch with its number, as `signed` writes them."""


def signed(number: int, text: str) -> Markup:
    """Sign the printed words of a stretch with its number."""
    return Markup(f"{BEGIN}{number} {text}{_END}")  # noqa: S704  # printed before, and so escaped


def in_html(stretch: Stretch, text: Markup) -> Markup:
    """Put the printed words of a stretch into a span."""
    style = ";".join(_STYLES[name](look) for name, look in stretch.looks.items() if name in _STYLES)
    name = escape(str(stretch.looks.get("style", "")), quote=True)
    if address := stretch.looks.get("link"):
        text = Markup(f'<a href="{escape(address, quote=True)}">{text}</a>')  # noqa: S704  # escaped
    return Markup(f'<span style="{escape(style, quote=True)}" class="{name}">{text}</span>')  # noqa: S704


def colour(look: object) -> str:
    """Write a colour as six digits."""
    return str(look).removeprefix("#").upper()


_STYLES: Final[Mapping[str, Callable[[Any], str]]] = {
    "bold": lambda _: "font-weight:bold",
    "italic": lambda _: "font-style:italic",
    "strike": lambda _: "text-decoration:line-through",
    "subscript": lambda _: "vertical-align:sub;font-size:smaller",
    "superscript": lambda _: "vertical-align:super;font-size:smaller",
    "underline": lambda _: "text-decoration:underline",
    "color": lambda look: f"color:#{colour(look)}",
    "highlight": lambda look: f"background-color:#{colour(look)}",
    "size": lambda look: f"font-size:{look}pt",
    "font": lambda look: f"font-family:'{look}'",
}
