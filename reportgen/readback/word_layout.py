"""How a Word file is set: every paragraph with its look, as its styles and itself say, and the sheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.layout import BOTH, CENTRE, LEFT, RIGHT, Block, Cell, Layout, Letters, Look, Sheet
from reportgen.model.phrase import phrase
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_package import body, opened, related, tree
from reportgen.readback.word_styles import Properties, Styles, W, is_on, theme_fonts

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIGN: Final = {"center": CENTRE, "right": RIGHT, "end": RIGHT, "both": BOTH, "distribute": BOTH}
_LINES: Final = ("drawing", "pict")
_DEFAULT_SIZE: Final = "20"


def word_layout(content: bytes) -> Layout:
    """Read how a Word file is set.

    Raises:
        DataError: it cannot be read as one.

    """
    with opened(content) as archive:
        main = body(archive)
        parts = {name: (sort, part) for sort, part, name in related(archive, main)}
        styles = _styles(archive, parts)
        found = _Setter(styles)
        root = tree(archive, main)
        if (inside := root.find(f"{W}body")) is None:
            raise DataError([report("unreadable-docx", reason=phrase("it has no body"))])
        found.children(inside)
        sections = [*root.iterfind(f"{W}body/{W}p/{W}pPr/{W}sectPr"), *root.iterfind(f"{W}body/{W}sectPr")]
        sheets = _Sheets(archive, parts, styles)
        return Layout(tuple(found.blocks), tuple(sheets.read(sections)))


def _styles(archive: Archive, parts: Mapping[str, tuple[str, str]]) -> Styles:
    by_sort = dict(parts.values())
    styles = tree(archive, by_sort["styles"]) if "styles" in by_sort else None
    theme = tree(archive, by_sort["theme"]) if "theme" in by_sort else None
    return Styles(styles, theme_fonts(theme))


@dataclass(slots=True)
class _Setter:
    """Goes through a part and sets its paragraphs down; ``cell`` is the cell of an outermost table."""

    styles: Styles
    where: str = "body"
    blocks: list[Block] = field(default_factory=list)
    tables: int = 0
    section: int = 0
    cell: Cell | None = None
    paragraphs: int = 0

    def children(self, element: Any, path: tuple[int, ...] = ()) -> None:
        """Read what stands in an element, one after the other; ``path`` is the way to it."""
        for number, child in enumerate(element):
            if child.tag == f"{W}p":
                self.paragraph(child, (*path, number))
            elif child.tag == f"{W}tbl":
                self.table(child, (*path, number))
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
                self.children(child, (*path, number))

    def table(self, table: Any, path: tuple[int, ...]) -> None:
        """Read a table row by row; one inside a cell counts as that cell's text."""
        outer, outside = self.cell, self.paragraphs
        self.tables += outer is None
        for number, row in enumerate(table.iterfind(f"{W}tr"), 1):
            for place, cell in enumerate(row.iterfind(f"{W}tc"), 1):
                if outer is None:
                    self.cell, self.paragraphs = Cell(self.tables, number, place), 0
                self.children(cell, (*path, table.index(row), row.index(cell)))
        if outer is None:
            self.cell, self.paragraphs = None, outside

    def paragraph(self, paragraph: Any, path: tuple[int, ...]) -> None:
        """Set a paragraph down."""
        self.paragraphs += 1
        said = self.styles.paragraph(paragraph)
        indents, spacing = said.get("ind", {}), said.get("spacing", {})
        self.blocks.append(
            Block(
                tuple(self._letters(paragraph)),
                _ALIGN.get(said.get("jc", {}).get("val", ""), LEFT),
                self._place(),
                first_indent=_twips(indents.get("firstLine")) - _twips(indents.get("hanging")),
                left=_twips(indents.get("left") or indents.get("start")),
                before=_twips(spacing.get("before")),
                after=_twips(spacing.get("after")),
                line=_line(spacing),
                cell=self.cell,
                section=self.section,
                ruled=_ruled(paragraph, said),
                numbered=_numbered(paragraph),
                keeps_next=is_on(said, "keepNext"),
                path=path,
            )
        )
        self.section += paragraph.find(f"{W}pPr/{W}sectPr") is not None

    def _place(self) -> str:
        cell = self.cell
        inside = f"table {cell.table}, row {cell.row}, cell {cell.column}, " if cell else ""
        return f"{self.where}, {inside}paragraph {self.paragraphs}"

    def _letters(self, paragraph: Any) -> Iterator[Letters]:
        for run in paragraph.iter(f"{W}r"):
            if next(run.iterancestors(f"{W}p")) is not paragraph:
                continue
            said = self.styles.run(run, paragraph)
            if text := "" if _is_aside(said) else "".join(_texts(run)):
                yield Letters(text, self._look(said))

    def _look(self, said: Properties) -> Look:
        colour = said.get("color", {}).get("val", "auto")
        return Look(
            size=_twips(said.get("sz", {}).get("val", _DEFAULT_SIZE)),
            bold=is_on(said, "b"),
            italic=is_on(said, "i"),
            underlined=is_on(said, "u"),
            capitals=is_on(said, "caps"),
            colour="000000" if colour == "auto" else colour.upper(),
            fonts=self.styles.fonts(said),
            spacing=_twips(said.get("spacing", {}).get("val")),
        )


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The sheets of each section, with the headers that it has or takes over from the one before."""

    archive: Archive
    parts: Mapping[str, tuple[str, str]]
    styles: Styles

    def read(self, sections: list[Any]) -> Iterator[Sheet]:
        """Read section by section."""
        headers: dict[str, tuple[Block, ...]] = {}
        footers: dict[str, tuple[Block, ...]] = {}
        for section in sections:
            headers = {**headers, **self._margins(section, "header")}
            footers = {**footers, **self._margins(section, "footer")}
            size, margins = _attributes(section, "pgSz"), _attributes(section, "pgMar")
            yield Sheet(
                _twips(size.get("w")),
                _twips(size.get("h")),
                abs(_twips(margins.get("top"))),
                abs(_twips(margins.get("bottom"))),
                _twips(margins.get("left")),
                _twips(margins.get("right")),
                own_first=is_on({"titlePg": _attributes(section, "titlePg")}, "titlePg")
                and section.find(f"{W}titlePg") is not None,
                restarts="start" in _attributes(section, "pgNumType"),
                headers=headers,
                footers=footers,
            )

    def _margins(self, section: Any, sort: str) -> dict[str, tuple[Block, ...]]:
        found = {}
        for reference in section.iterfind(f"{W}{sort}Reference"):
            part = self.parts.get(reference.get(f"{_R}id", ""), ("", ""))[1]
            if part:
                setter = _Setter(self.styles, sort)
                setter.children(tree(self.archive, part))
                found[reference.get(f"{W}type", "default")] = tuple(setter.blocks)
        return found


def _is_aside(said: Properties) -> bool:
    """Leave out hidden letters, and the raised ones that refer to a note."""
    return is_on(said, "vanish") or said.get("vertAlign", {}).get("val") == "superscript"


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"


def _ruled(paragraph: Any, said: Properties) -> bool:
    """Ask for a drawn line: a border of the paragraph, or a drawing in it."""
    borders = paragraph.find(f"{W}pPr/{W}pBdr")
    drawn = any(paragraph.find(f".//{W}{name}") is not None for name in _LINES)
    return drawn or borders is not None or "pBdr" in said


def _numbered(paragraph: Any) -> bool:
    codes = [element.text or "" for element in paragraph.iter(f"{W}instrText")]
    codes += [element.get(f"{W}instr", "") for element in paragraph.iter(f"{W}fldSimple")]
    return any(code.split()[:1] == ["PAGE"] for code in codes)


def _line(spacing: Mapping[str, str]) -> int | None:
    """Give the height of lines in 240ths; None where it is said in points."""
    if spacing.get("lineRule", "auto") != "auto":
        return None
    return _twips(spacing.get("line", "240"))


def _attributes(section: Any, name: str) -> dict[str, str]:
    element = section.find(f"{W}{name}")
    return {} if element is None else {key.removeprefix(W): value for key, value in element.attrib.items()}


def _twips(value: str | int | None) -> int:
    """Read a measure; what is no whole number counts as its whole part, and nonsense as nothing."""
    try:
        return int(float(value or 0))
    except (ValueError, OverflowError):
        return 0
