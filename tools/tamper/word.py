"""Ways to alter a finished Word file, as somebody would who knows the format."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml import etree

Parts = dict[str, bytes]
Change = Callable[[Any, Parts], None]

_FEW: Final = 2
_LONG: Final = 20
BODY: Final = "word/document.xml"
_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{_SPACE}}}"
_DECLARED: Final = (
    f'xmlns:w="{_SPACE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS: Final = "word/_rels/document.xml.rels"
SORTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(parts: Parts, change: Change) -> None:
    """Change the body of a Word file, and what else the change asks for."""
    root = etree.fromstring(parts[BODY])
    change(root, parts)
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def made(xml: str) -> Any:
    """Make an element of a text whose prefixes are Word's."""
    return etree.fromstring(re.sub(r"^<([\w:]+)", rf"<\1 {_DECLARED}", xml, count=1))


def related(parts: Parts, sort: str, target: str) -> str:
    """Let the body know a part; give the id that it is called by."""
    line = f'<Relationship Id="rIdT" Type="{SORTS}/{sort}" Target="{target}"/></Relationships>'
    parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", line.encode())
    return "rIdT"


# --- what is to be altered ----------------------------------------------------------------------------------


def controls(root: Any) -> Iterator[Any]:
    """List the controls that show a figure with digits."""
    for one in root.iter(f"{W}sdt"):
        if one.find(f"{W}sdtPr/{W}dataBinding") is not None and re.search(r"\d", said(one)):
            yield one


def figure(root: Any) -> Any:
    """Give the run of the first figure in a control, or of the first number where there is none."""
    for control in controls(root):
        return next(run for run in control.iter(f"{W}r") if re.search(r"\d", said(run)))
    return next(run for run in runs(root) if re.fullmatch(r"[\d.,%/]+", said(run)))


def runs(root: Any) -> list[Any]:
    """List the runs that say something."""
    return [run for run in root.iter(f"{W}r") if said(run).strip()]


def words(root: Any) -> Any:
    """Give a run of several words in the body of the paper."""
    found = [run for run in runs(root) if len(said(run).split()) > _FEW]
    return found[len(found) // 2]


def paragraphs(root: Any) -> list[Any]:
    """List the paragraphs with more than a few letters, outside tables."""
    body = root.find(f"{W}body")
    return [one for one in body.iterfind(f"{W}p") if len(said(one)) > _LONG]


def rows(root: Any) -> list[Any]:
    """List the rows of the tables that hold digits."""
    return [one for one in root.iter(f"{W}tr") if re.search(r"\d", said(one))]


def said(element: Any) -> str:
    """Give the letters of an element."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def set_said(element: Any, text: str) -> None:
    """Let an element say something else, with its first text alone."""
    first, *rest = list(element.iter(f"{W}t"))
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for one in rest:
        one.text = ""


def other_digit(text: str) -> str:
    """Make the last digit another."""
    return re.sub(r"\d(?=\D*$)", lambda found: str((int(found[0]) + 1) % 10), text, count=1)


# --- ready-made changes -------------------------------------------------------------------------------------


def looking(xml: str) -> Change:
    """Give the run of a figure another look."""

    def change(root: Any, _: Parts) -> None:
        run = figure(root)
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.SubElement(run, f"{W}rPr")
            run.insert(0, properties)
        for one in made(f"<w:rPr>{xml}</w:rPr>"):
            properties.append(one)

    return change


def behind_words(xml: str) -> Change:
    """Put something behind a run of words."""

    def change(root: Any, _: Parts) -> None:
        words(root).addnext(made(xml))

    return change


def saying(change_text: Callable[[str], str], find: Callable[[Any], Any]) -> Change:
    """Let something say something else."""

    def change(root: Any, _: Parts) -> None:
        element = find(root)
        set_said(element, change_text(said(element)))

    return change


def in_paragraph(where: str) -> Change:
    """Move, take out or repeat a paragraph."""

    def change(root: Any, _: Parts) -> None:
        found = paragraphs(root)
        first, last = found[1], found[-1]
        if where == "moved":
            last.addnext(first)
        elif where == "gone":
            first.getparent().remove(first)
        else:
            first.addnext(copy.deepcopy(first))

    return change


def in_row(where: str) -> Change:
    """Hide, take out or repeat the last row of figures, or exchange two cells of it."""

    def change(root: Any, _: Parts) -> None:
        row = rows(root)[-1]
        cells = [cell for cell in row.iterfind(f"{W}tc") if re.search(r"\d", said(cell))]
        if where == "gone":
            row.getparent().remove(row)
        elif where == "twice":
            row.addnext(copy.deepcopy(row))
        elif where == "cells":
            one, other = next((a, b) for a in cells for b in cells if said(a) != said(b))
            texts = said(one), said(other)
            set_said(one, texts[1])
            set_said(other, texts[0])
        else:
            row.insert(0, made(f"<w:trPr>{where}</w:trPr>"))

    return change
