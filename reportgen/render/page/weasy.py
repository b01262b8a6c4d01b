"""WeasyPrint on a short lead: no network, fonts by file, and no warning goes unheard.

Imported only when a PDF is made: it loads Pango, which not every machine has.
"""

import atexit
import logging
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, VERSION
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetchingError

from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign
from reportgen.render.fonts import FAMILY, FontChoice
from reportgen.render.page.archive import VARIANT, archived
from reportgen.render.page.assets import FONTS, KIND, PARTS, Assets
from reportgen.render.page.closing import keep_with_signatures
from reportgen.render.page.engine_faults import stumbling_told
from reportgen.render.page.faces import Whole
from reportgen.render.page.head import decree_sheet
from reportgen.render.page.letters import Alphabet, pack_page, with_letters
from reportgen.render.page.looks import LOOKS
from reportgen.render.page.sheets import Ear, take_out
from reportgen.render.page.tags import boxes, complete_tags, mark_repeats
from reportgen.render.page.wrapped import wrapped_lines
from reportgen.render.template.pages import find_part, inside
from reportgen.render.watch import went_on

STAMPS: Final = VERSION.startswith("70.")
"""Whether this engine's pages can be stamped: its parts are known (`stamp.lines`, `stamp.plate`)."""


class Witness(Protocol):
    """Somebody who sees a file before it is written."""

    files: Mapping[Path, bytes | None]
    """What was read for it; nothing where no file was found."""

    alphabets: Mapping[Any, Alphabet]
    """The glyphs that its faces have, whatever it says."""

    faces: Hashable
    """The files that its faces come from."""

    def see(self, document: Any, pdf: Any, /) -> None:
        """Look at a file that is about to be written."""


Finish = Callable[[Any, Any], None]
"""Completes a file that is about to be written."""


def written(document: Any, finish: Finish, identifier: bytes | None) -> bytes:
    """Let the engine write what it laid out; its faces are cut down by whoever finishes it."""
    document.fonts = Whole()
    content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier, finisher=finish)
    return content


Settle = Callable[[Sequence[Any]], bool]
"""Looks at laid out pages, and may mend the tree that they were made of: then they are laid out again."""


def print_pdf(  # noqa: PLR0913, PLR0917  # all that a page is made of
    root: Element,
    template: Path,
    faces: FontChoice,
    complaints: Complaints,
    pictures: Mapping[str, bytes],
    settle: Settle = lambda _: False,
    witness: Witness | None = None,
    write: Callable[[Any, Finish], bytes] | None = None,
    identifier: bytes | None = None,
    reworded: Callable[[bytes], bytes] | None = None,
) -> bytes:
    """Lay the page out and write it; whatever the engine warns of becomes a complaint.

    ``pictures`` are those of the data, by their addresses. A ``witness`` sees the file before it is written,
    unless something had to be mended. The ``identifier`` is of what the file is made. The kind's own sheets
    are ``reworded`` before they are read.
    """
    assets = Assets({KIND: lambda name: inside(template.parent, name), PARTS: find_part}, pictures)
    assets.reworded = reworded
    place = Origin(str(template))
    with _overheard() as heard, stumbling_told(place):
        try:
            lay_out = _engine(root, template, faces, assets, heard)
            document = lay_out()
            while settle(document.pages):
                document, witness = lay_out(), None
        except URLFetchingError as error:  # the engine goes on without any file but the profile of a colour
            complaints.extend(assets.told(place))
            raise RenderError(complaints) from error
        mark_repeats(document.pages)
        document.metadata = archived(document.metadata)
        finish = partial(_finish, _Seen(witness, template, assets, tuple(faces.files.items())))
        content = write(document, complete_tags) if write else written(document, finish, identifier)
    _look_over(document, place, faces, complaints)
    complaints.extend(assets.told(place))
    named = [*assets.refused, *assets.unfit]
    told = any(complaint.code == "glyph-missing" for complaint in complaints)
    for reason in dict.fromkeys(heard):
        if not (told and reason.startswith(".notdef glyph")) and not _names_any(reason, named):
            complaints.add("engine-warning", place, reason=Foreign(reason.rstrip(".")))
    return content


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a witness is told of a page: its template, what was read for it, the files of its faces."""

    witness: Witness | None
    template: Path
    assets: Assets
    faces: Hashable


def _finish(seen: _Seen, document: Any, pdf: Any) -> None:
    """Finish a file that is about to be written, before a witness if there is one."""
    complete_tags(document, pdf)
    alphabets, witness = with_letters(document, pdf, seen.faces), seen.witness
    if witness is not None:
        witness.files = {seen.template.with_suffix(".css"): None, **seen.assets.files}
        witness.alphabets, witness.faces = alphabets, seen.faces
        witness.see(document, pdf)
    pack_page(pdf)


def _look_over(document: Any, place: Origin, faces: FontChoice, complaints: Complaints) -> None:
    """Look at the pages as they are laid out."""
    told = any(complaint.code == "glyph-missing" for complaint in complaints)
    too_wide = any(complaint.code == "head-too-wide" for complaint in complaints)
    for line in () if too_wide else wrapped_lines(boxes(*document.pages)):
        complaints.add("head-wrapped", place, line=line)
    for code, values in chain.from_iterable(look(document.pages) for look in LOOKS):
        complaints.add(code, place, **values)
    for family in sorted({font.family for font in document.fonts.values()} - {FAMILY} if not told else ()):
        complaints.add("foreign-font", place, family=family, own=faces.family)


def _engine(
    root: Element, template: Path, faces: FontChoice, assets: Assets, heard: list[str]
) -> Callable[[], Any]:
    """Make the engine ready to lay the page out, as often as it is wanted."""
    fonts, faces_sheet = _fonts(tuple(faces.files.items()))
    keep_with_signatures(root)
    _supply_sheets(root, template)
    known = take_out(root, KIND, assets.sheet, Ear(fonts, heard))
    return lambda: _page(root, assets).render(
        font_config=fonts,
        stylesheets=[faces_sheet, *known.sheets],
        counter_style=known.counters,
        color_profiles=known.colours,
        pdf_tags=True,
    )


def _names_any(reason: str, urls: Iterable[str]) -> bool:
    return any(url in unquote(reason) for url in urls)


@contextmanager
def _overheard() -> Iterator[list[str]]:
    heard: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


def _watched() -> None:
    """Let whoever watches over a paper know of each page: the engine tells of its steps as a log."""
    steps, handler = logging.getLogger("weasyprint.progress"), logging.Handler(logging.INFO)
    handler.emit = lambda record: went_on(pages="Page" in record.msg)  # type: ignore[method-assign]
    steps.setLevel(logging.INFO)
    steps.propagate = False
    steps.addHandler(handler)


_watched()


@lru_cache(maxsize=4)
def _fonts(files: tuple[tuple[str, Path], ...]) -> tuple[FontConfiguration, CSS]:
    """Load the faces once for all papers of this process."""
    found = dict(files)
    config = FontConfiguration()
    rules = "".join(
        f'@font-face{{font-family:"{FAMILY}";src:url("{FONTS}{style}");'
        f"font-weight:{'bold' if 'bold' in style else 'normal'};"
        f"font-style:{'italic' if 'italic' in style else 'normal'}}}"
        for style in found
    )
    return config, CSS(string=rules, font_config=config, url_fetcher=Assets({FONTS: found.get}))


atexit.register(_fonts.cache_clear)  # the engine keeps its copies of the faces in a temporary folder


def _supply_sheets(root: Element, template: Path) -> None:
    """Put the decree's style sheets first, then the kind's own, then those that the page names."""
    own = template.with_suffix(".css")
    names = [f"{PARTS}official.css", *([quote(own.name)] if own.is_file() else [])]
    values = Element("style")
    values.text = decree_sheet()
    head = next(root.iter("head"))
    head[:0] = [values, *(Element("link", rel="stylesheet", href=name) for name in names)]


def _page(root: Element, assets: Assets) -> HTML:
    """Hand the tree to the engine as it is: parsing it again would cost as much as laying it out."""
    page = HTML(string="", base_url=KIND, url_fetcher=assets)
    page.wrapper_element = type(page.wrapper_element).from_html_root(root, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page
