"""The press for PDF papers: a Jinja2 page, laid out by WeasyPrint.

Nothing is printed by halves: a letter without a glyph, a value that no page shows, a picture that is not
there and every warning of the engine is an error.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from reportgen.model.artifact import PDF, Artifact, Impression, Script
from reportgen.model.attached import Picture
from reportgen.model.chart import Chart
from reportgen.model.context import Context
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import RenderError
from reportgen.model.long_tables import WHY_LONG
from reportgen.model.origin import Origin
from reportgen.render.engine import engine, loaded
from reportgen.render.fonts import FontChoice, find_faces
from reportgen.render.glyphs import is_usual, missing_glyphs
from reportgen.render.page.attaching import attaching
from reportgen.render.page.draft import mark_page
from reportgen.render.page.head import fit_heads
from reportgen.render.photos import photo_of
from reportgen.render.pictures import unfit_drawing
from reportgen.render.quick import FAULTS
from reportgen.render.rows.cut import Cut, cut_out
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.bars import drawn
from reportgen.render.template.budget import TooMuchError
from reportgen.render.template.inserts import address
from reportgen.render.template.marks import Filled, identifier_of
from reportgen.render.template.pages import fill, names
from reportgen.render.template.script import DRAWING, Sheet, read_sheet
from reportgen.render.watch import expect
from reportgen.sweeping import unswept

__all__ = ["impress", "names", "render"]

LayOut = Callable[[str, Any], Artifact]
"""Lays a filled page out, before a witness or none."""

_NOWHERE = Path("nowhere") / "page.html"
"""Where the page lies by which the engine is known: it has no style sheet."""


def render(
    path: Path, context: Context, *, title: str, date: dt.date | None, fonts: Path = Path("fonts")
) -> Artifact:
    """Make a PDF from a page and its context; pages of one frame are stamped where that gives the same bytes.

    ``fonts`` is the office's own folder of faces.
    """
    made = impress(path, context, title=title, date=date, fonts=fonts)
    return made.artifact if isinstance(made, Impression) else made


@loaded()
def impress(
    path: Path, context: Context, *, title: str, date: dt.date | None, fonts: Path = Path("fonts")
) -> Artifact | Impression:
    """Do the same, and leave the file of a stamped page to whoever finishes it."""
    faces, page = find_faces(fonts), fill(path, context)
    expect(page.html)
    task = Task(path, page.pictures, title, context.author, date, context.draft, faces)
    try:
        if cut := cut_out(page.html):
            return by_rows(task, cut)
    except NotWrittenError as error:
        return _long(task, page.html, error.reason)
    except FAULTS:
        return _long(task, page.html, LaidOut.UNPROVEN)
    if why := "picture-of-the-data" if page.pictures else "way-not-proven" if page.retaken else "":
        return replace(lay_out(task, page.html), detours={"page": why})
    return printed(page.filled, task.key, partial(lay_out, task), faces, Origin(str(path)))


def printed(
    page: Filled, key: Hashable, alone: LayOut, faces: FontChoice, place: Origin
) -> Artifact | Impression:
    """Stamp a filled page where that is known to come to the same bytes, or lay it out ``alone``.

    ``key`` is all that the file is made of beside the page.
    """
    if not engine().STAMPS:
        return replace(alone(page.html, None), detours={"page": "engine-not-known"})
    stamping = _stamping()
    made: Artifact | Impression | str = stamping.stamped(page, key, alone, partial(engine_is_known, faces))
    if isinstance(made, str):
        laid_out: Artifact = stamping.laid_out(page, key, alone, made)
        return laid_out
    unusual = not all(map(is_usual, made.script.emitted))
    return alone(page.html, None) if unusual and any(missing_glyphs(made.script, faces, place)) else made


def engine_is_known(faces: FontChoice) -> bool:
    """Ask whether the engine is one whose pages can be stamped: it lays out a page of no kind."""
    task = Task(_NOWHERE, (), "AV", "", None, draft=False, faces=faces)
    from reportgen.render.stamp import golden  # noqa: PLC0415  # it loads Pango

    return golden.is_known(tuple(faces.files.items()), partial(lay_out, task))


@dataclass(frozen=True, slots=True)
class Task:
    """What a file is made of beside the filled page."""

    path: Path
    pictures: Sequence[Picture | Chart]
    title: str
    author: str
    date: dt.date | None
    draft: bool
    faces: FontChoice

    @property
    def key(self) -> Hashable:
        """Tell files apart whose pages are of one frame."""
        return self.path, self.title, self.author, self.date, self.draft, tuple(self.faces.files.items())


def _long(task: Task, html: str, reason: LaidOut) -> Artifact:
    """Let the engine lay a long table out, or say why that was needed where it is too long for that."""
    try:
        return replace(lay_out(task, html), detours={"page": reason})
    except RenderError as error:
        if all(one.code != "template-too-much" for one in error.diagnostics):
            raise
        told = report("table-too-long", Origin(str(task.path)), reason=WHY_LONG[reason])
        raise RenderError([told]) from error


def lay_out(task: Task, html: str, witness: Any = None) -> Artifact:
    """Let the engine lay a filled page out and write it."""
    sheet = sheet_of(html, Origin(str(task.path)))
    if witness is not None:
        witness.elements = list(sheet.root.iter())
    return _printed(task, sheet, witness=witness, identifier=identifier_of(html))


def _printed(task: Task, sheet: Sheet, **ways: Any) -> Artifact:
    """Let the engine lay a page out and write it, in the ways that are asked for."""
    place = Origin(str(task.path))
    complaints = Complaints()
    for text in sheet.unseen:
        complaints.add("emitted-unseen", place, text=text)
    complaints.extend(attaching(sheet.root, task.path))
    complaints.extend(missing_glyphs(sheet.script, task.faces, place))
    complaints.extend(head.told(place) for head in fit_heads(sheet.root))
    dress(sheet.root, task.title, task.author, task.date)
    if task.draft:
        mark_page(sheet.root)
    pictures = dict(map(_addressed, task.pictures))
    content = engine().print_pdf(sheet.root, task.path, task.faces, complaints, pictures, **ways)
    if complaints.serious:
        raise RenderError(complaints)
    return Artifact(content, PDF, sheet.script)


@unswept()
def by_rows(task: Task, cut: Cut) -> Artifact:
    """Print a page whose long tables are written row by row.

    Raises:
        NotWrittenError: the engine has to lay it out.

    """
    if not engine().STAMPS:
        raise NotWrittenError(LaidOut.ENGINE)
    try:
        return _by_rows(task, cut, beside=False)
    except NotWrittenError as error:
        if error.reason != LaidOut.BORDERS:
            raise
        return _by_rows(task, cut, beside=True)


def _by_rows(task: Task, cut: Cut, *, beside: bool) -> Artifact:
    """Do that, with rows told apart by those ``beside`` them or without."""
    writer = _writer()
    plans = writer.plans_of(cut, task.path.with_suffix(".css"), beside=beside)
    script = plans.script
    letters = Script([("".join(sorted(set().union(*(text for text, _ in script.pieces)))), False)])
    if any(missing_glyphs(letters, task.faces, Origin(str(task.path)))):
        raise RenderError(missing_glyphs(script, task.faces, Origin(str(task.path))))
    made = _printed(
        task,
        Sheet(plans.root, Script(), ()),
        settle=plans.settle,
        write=partial(writer.write, plans),
        reworded=plans.sheets.reworded_file,
    )
    return replace(made, script=script, by_rows=True)


def _addressed(one: Picture | Chart) -> tuple[str, bytes]:
    """Give a picture of the page with the address under which the page asks for it."""
    return drawn(one) if isinstance(one, Chart) else (address(one), photo_of(one).content)


def sheet_of(html: str, place: Origin) -> Sheet:
    """Take the filled page apart, and refuse what the engine would never get through."""
    try:
        sheet = read_sheet(html)
    except TooMuchError as error:
        raise RenderError([report("template-too-much", place, reason=error)]) from error
    drawings = (why for drawing in sheet.root.iter(DRAWING) if (why := unfit_drawing(drawing)))
    if mistakes := [report("asset-unfit", place, url="<svg>", reason=why) for why in drawings]:
        raise RenderError(mistakes)
    return sheet


def dress(root: Element, title: str, author: str, date: dt.date | None) -> None:
    """Say in the page's head what the file says of itself: language, title, subject, office and date."""
    root.attrib.setdefault("lang", "vi")
    head = next(root.iter("head"))
    if not head.findtext("title", "").strip():
        SubElement(head, "title").text = title
    for name, text in (("author", author), ("description", _subject(root))):
        if text and not any(meta.get("name") == name for meta in head.iter("meta")):
            SubElement(head, "meta", name=name, content=text)
    if date is not None:
        for name in ("dcterms.created", "dcterms.modified"):
            SubElement(head, "meta", name=name, content=f"{date.isoformat()}T00:00:00+07:00")


def _writer() -> ModuleType:
    """Load the row writer, which needs the engine."""
    from reportgen.render.rows import writer  # noqa: PLC0415  # it loads Pango

    return writer


def _stamping() -> ModuleType:
    """Load the stamps, which need the engine."""
    from reportgen.render.stamp import stamps as stamp  # noqa: PLC0415  # it loads Pango

    return stamp


def _subject(root: Element) -> str:
    """Read of what the paper is: the words below its title."""
    found = next((one for one in root.iter() if "subject" in one.get("class", "").split()), None)
    return "" if found is None else " ".join("".join(found.itertext()).split())
