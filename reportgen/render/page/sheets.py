"""Style sheets, read once for all pages that have the same: reading them took a third of a certificate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import Element

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetchingError

_SHEETS: Final = frozenset({"style", "link"})
_MOST_KNOWN: Final = 32

Written = tuple[str, bytes]
"""The address from which a sheet leads to files, and what it says."""


class _LoudError(Exception):
    """The engine had to say something of a sheet, or to look for another file."""


class _Nothing(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """No files at all: a sheet that asks for one is not the same for all papers."""

    def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002  # the engine's
        """Refuse it."""
        raise ValueError(f"refused: {url}")


@dataclass(frozen=True, slots=True, eq=False)
class Sheets:
    """Style sheets in their order, with the counters and colours that they declare."""

    sheets: Sequence[CSS] = ()
    counters: CounterStyle = field(default_factory=CounterStyle)
    colours: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """The fonts that sheets may name, and where the engine's warnings come in, which is no part of a key."""

    fonts: FontConfiguration
    heard: list[str]

    def __hash__(self) -> int:
        """Hash what counts."""
        return id(self.fonts)

    def __eq__(self, other: object) -> bool:
        """Compare what counts."""
        return isinstance(other, Ear) and self.fonts is other.fonts


def take_out(root: Element, base: str, fetched: Callable[[str], Written], ear: Ear) -> Sheets:
    """Take the sheets out of a page that has them all plainly in its head, and give them as they were read.

    They become sheets of the reader's own instead of the page's: as no others are left, each has the same
    weight beside the others as before. Where there is something to tell of one of them, all stay where they
    are: the engine reads them again, and tells it of each paper.
    """
    head = next(root.iter("head"))
    found = [element for element in root.iter() if element.tag in _SHEETS]
    if [element for element in head if element.tag in _SHEETS] != found or not all(map(_is_plain, found)):
        return Sheets()
    try:
        sheets = _read([_written(element, base, fetched) for element in found], ear)
    except (ValueError, URLFetchingError, _LoudError):
        return Sheets()
    for element in found:
        head.remove(element)
    return sheets


def _read(written: Sequence[Written], ear: Ear) -> Sheets:
    """Read each sheet alone, for all pages that have it; together if what they name counts for others."""
    alone = [_read_together((one,), ear) for one in written]
    sheets = [sheet for one in alone for sheet in one.sheets]
    if any(one.counters or one.colours for one in alone) or any(sheet.layers for sheet in sheets):
        return _read_together(tuple(written), ear)
    return Sheets(sheets)


@lru_cache(maxsize=_MOST_KNOWN)
def _read_together(written: tuple[Written, ...], ear: Ear) -> Sheets:
    counters, colours = CounterStyle(), dict[str, Any]()
    together = {"counter_style": counters, "color_profiles": colours, "page_rules": [], "layers": []}
    together |= {"url_fetcher": _Nothing(), "font_config": ear.fonts}
    before = len(ear.heard)
    sheets = [CSS(file_obj=BytesIO(said), base_url=address, **together) for address, said in written]
    if len(ear.heard) > before:
        del ear.heard[before:]
        raise _LoudError
    return Sheets(sheets, counters, colours)


def _is_plain(element: Element) -> bool:
    return element.keys() in ([], ["rel", "href"]) and element.get("rel", "stylesheet") == "stylesheet"


def _written(element: Element, base: str, fetched: Callable[[str], Written]) -> Written:
    address = element.get("href")
    return (base, (element.text or "").encode()) if address is None else fetched(address)
