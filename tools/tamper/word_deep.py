"""Ways to alter a Word file that Word alone shows: what it works out, leaves out, or draws elsewhere."""

import re
from typing import Any, Final

from lxml import etree

from tools.tamper.word import (
    SORTS,
    Change,
    Parts,
    W,
    behind_words,
    controls,
    figure,
    looking,
    made,
    other_digit,
    paragraphs,
    related,
    rows,
    said,
    set_said,
    words,
)

_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _relations(sort: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{SORTS}/{sort}" Target="{target}"/></Relationships>'
    ).encode()


def _paragraph_of(root: Any) -> Any:
    return next(figure(root).iterancestors(f"{W}p"))


def _in_figures_paragraph(xml: str) -> Change:
    """Say something of the whole paragraph in which a figure stands."""

    def change(root: Any, _: Parts) -> None:
        paragraph = _paragraph_of(root)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        properties.extend(made(f"<w:pPr>{xml}</w:pPr>"))

    return change


def _in_field_code(root: Any, _: Parts) -> None:
    """Make a figure part of what a field says of itself, which is not shown."""
    run = figure(root)
    run.addprevious(made('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))
    run.addnext(made('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def _in_field(code: str) -> Change:
    """Make a figure the result of a field, which Word works out anew."""

    def change(root: Any, _: Parts) -> None:
        run = figure(root)
        for xml in (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            f"<w:r><w:instrText>{code}</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        ):
            run.addprevious(made(xml))
        run.addnext(made('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))

    return change


def _listed(root: Any, parts: Parts) -> None:
    """Let Word put a number of a list before a paragraph."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="decimal"/><w:lvlText w:val="99%1 "/></w:lvl>'
    )
    lists = (
        f'<w:numbering><w:abstractNum w:abstractNumId="77">{level}</w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'
    )
    found = next((name for name in parts if name.endswith("numbering.xml")), None)
    if found is None:
        parts["word/numbering.xml"] = etree.tostring(made(lists))
        override = (
            b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.wordprocessingml.numbering+xml"/></Types>'
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
        related(parts, "numbering", "numbering.xml")
    else:
        old = etree.fromstring(parts[found])
        old.extend(made(lists))
        parts[found] = etree.tostring(old)
    _in_figures_paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')(root, parts)


def _bound_elsewhere(root: Any, parts: Parts) -> None:
    """Bind a figure's control to a text of one's own, which Word shows as soon as it opens the file."""
    control = next(controls(root))
    bound = control.find(f"{W}sdtPr/{W}dataBinding")
    bound.set(f"{W}storeItemID", "{11111111-2222-3333-4444-555555555555}")
    bound.set(f"{W}xpath", "/x[1]")
    bound.set(f"{W}prefixMappings", "")
    parts["customXml/item9.xml"] = b"<x>990</x>"
    parts["customXml/itemProps9.xml"] = (
        b'<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" '
        b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    parts["customXml/_rels/item9.xml.rels"] = _relations("customXmlProps", "itemProps9.xml")
    related(parts, "customXml", "../customXml/item9.xml")


def _words_bound(root: Any, _: Parts) -> None:
    """Bind ordinary words to the title of the file, which Word shows in their place."""
    run = words(root)
    control = made(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" '
        'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    run.addprevious(control)
    control[1].append(run)


def _bound_twice(root: Any, parts: Parts) -> None:
    """Put a second text of the same name before the one that a control is bound to."""
    control = next(controls(root))
    name = control.find(f"{W}sdtPr/{W}dataBinding").get(f"{W}xpath").rpartition(":")[2].removesuffix("[1]")
    part = next(one for one in parts if b"urn:x-reportgen:manifest:1" in parts[one] and "item" in one)
    item = etree.fromstring(parts[part])
    first = next(one for one in item.iter() if str(one.tag).endswith(f"}}{name}"))
    second = etree.Element(first.tag)
    second.text = other_digit(first.text or "")
    first.addprevious(second)
    parts[part] = etree.tostring(item)


def _decoy(root: Any, parts: Parts) -> None:
    """Let a relationship of no known sort lead to the paper, and the real one to a forgery."""
    parts["word/other.xml"] = etree.tostring(root)
    set_said(figure(root), other_digit(said(figure(root))))
    parts["word/forged.xml"] = etree.tostring(root)
    parts["word/_rels/forged.xml.rels"] = parts["word/_rels/other.xml.rels"] = parts[
        "word/_rels/document.xml.rels"
    ]
    set_said(figure(root), said(figure(etree.fromstring(parts["word/other.xml"]))))
    types = parts["[Content_Types].xml"]
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = types.replace(
        b"</Types>", b'<Override PartName="/word/forged.xml" ContentType="' + main + b'"/></Types>'
    )
    before = parts["_rels/.rels"]
    decoy = b'<Relationship Id="rIdD" Type="urn:x/officeDocument" Target="word/document.xml"/>'
    start = before.index(b"<Relationship ")
    parts["_rels/.rels"] = (
        before[:start]
        + decoy
        + before[start:]
        .replace(b'Target="word/document.xml"', b'Target="word/forged.xml"')
        .replace(b'Target="/word/document.xml"', b'Target="word/forged.xml"')
    )


def _alternative(requires: str, space: str) -> Change:
    """Say a figure in two ways: what is read first is what Word does not understand."""

    def change(root: Any, _: Parts) -> None:
        run = figure(root)
        other = made(f"<w:r><w:t>{other_digit(said(run))}</w:t></w:r>")
        both = etree.fromstring(
            f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:q="{space}" Requires="{requires}"/>'
            "<mc:Fallback/></mc:AlternateContent>"
        )
        run.addprevious(both)
        both[0].append(run)
        both[1].append(other)

    return change


def _ignored(root: Any, _: Parts) -> None:
    """Put a figure into an element that Word passes over with all that it holds."""
    run = figure(root)
    outer = etree.Element("{urn:x-nobody}aside", nsmap={"q": "urn:x-nobody"})
    run.addprevious(outer)
    outer.append(run)


def _cell(xml: str) -> Change:
    """Say something of the cell in which the last number of a table stands."""

    def change(root: Any, _: Parts) -> None:
        cell = [one for one in rows(root)[-1].iterfind(f"{W}tc") if any(map(str.isdigit, said(one)))][-1]
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = etree.Element(f"{W}tcPr")
            cell.insert(0, properties)
        for one in made(f"<w:tcPr>{xml}</w:tcPr>"):
            for old in properties.findall(one.tag):
                properties.remove(old)
            properties.append(one)
        for run in cell.iter(f"{W}r"):
            if "000000" in xml:
                run.insert(0, made('<w:rPr><w:color w:val="000000"/></w:rPr>'))

    return change


def _table_style(xml: str) -> Change:
    """Give the style of all tables another look."""

    def change(root: Any, parts: Parts) -> None:
        table = next(rows(root)[-1].iterancestors(f"{W}tbl"))
        style = '<w:style w:type="table" w:styleId="TamperT"><w:name w:val="TamperT"/>'
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(
            b"</w:styles>", f"{style}<w:rPr>{xml}</w:rPr></w:style></w:styles>".encode()
        )
        properties = table.find(f"{W}tblPr")
        for old in properties.findall(f"{W}tblStyle"):
            properties.remove(old)
        properties.insert(0, made('<w:tblStyle w:val="TamperT"/>'))

    return change


def _row_deleted(root: Any, _: Parts) -> None:
    row = rows(root)[-1]
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0, properties)
    properties.append(made('<w:del w:id="905" w:author="x" w:date="2026-01-01T00:00:00Z"/>'))


def _font_brought(_: Any, parts: Parts) -> None:
    """Bring a font along under a known name, with other shapes for its digits."""
    parts["word/fonts/font1.odttf"] = b"\0" * 64
    table = parts["word/fontTable.xml"]
    font = (
        '<w:font xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'w:name="Times New Roman"><w:embedRegular r:id="rId1" w:fontKey="{0}"/></w:font></w:fonts>'
    )
    parts["word/fontTable.xml"] = table.replace(b"</w:fonts>", font.encode())
    parts["word/_rels/fontTable.xml.rels"] = _relations("font", "fonts/font1.odttf")


def _theme_font(root: Any, parts: Parts) -> None:
    """Let a font of the theme be one of pictures, and set a figure in it."""
    part = next(name for name in parts if name.startswith("word/theme/"))
    parts[part] = re.sub(rb'(<a:minorFont>\s*<a:latin typeface=")[^"]*', rb"\1Wingdings", parts[part])
    looking('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')(root, parts)


def _collapsed(root: Any, _: Parts) -> None:
    first = paragraphs(root)[0]
    properties = first.find(f"{W}pPr")
    properties.append(made('<w:outlineLvl w:val="0"/>'))
    etree.SubElement(properties, "{http://schemas.microsoft.com/office/word/2012/wordml}collapsed")


def _in_header(xml: str) -> Change:
    def change(_: Any, parts: Parts) -> None:
        name = min(one for one in parts if one.startswith(("word/header", "word/footer")))
        root = etree.fromstring(parts[name])
        next(root.iter(f"{W}p")).append(made(xml))
        parts[name] = etree.tostring(root)

    return change


DEEP: Final[dict[str, Change]] = {
    "a number in a formula": behind_words(f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>990</m:t></m:r></m:oMath>'),
    "a number before a paragraph, as in a list": _listed,
    "a figure's control bound to another text": _bound_elsewhere,
    "words bound to the title of the file": _words_bound,
    "a second text put before the one that a control is bound to": _bound_twice,
    "another body, and a relationship of no known sort to this one": _decoy,
    "a figure in two ways, the first of a sort that nobody knows": _alternative("q", "urn:x-nobody"),
    "a figure in two ways, the second for older programs": _alternative("q", _W14),
    "a figure in an element that is passed over": _ignored,
    "a figure within what a field says of itself": _in_field_code,
    "a figure as the result of a sum": _in_field("= 990"),
    "a figure as the result of a quotation": _in_field('QUOTE "990"'),
    "a figure as the result of a date": _in_field('DATE \\@ "d"'),
    "the number of the page behind a figure": lambda root, _: figure(root).addnext(
        made('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    ),
    "a number as the form of the page's number": behind_words(
        "<w:fldSimple w:instr=\"PAGE \\# &quot;'990'&quot;\"><w:r><w:t>990</w:t></w:r></w:fldSimple>"
    ),
    "the year of today behind words": behind_words("<w:r><w:yearLong/></w:r>"),
    "letters added as symbols": behind_words(
        '<w:r><w:sym w:font="Arial" w:char="006B"/><w:sym w:font="Arial" w:char="F068"/></w:r>'
    ),
    "a figure without ink": looking(f'<w14:textFill xmlns:w14="{_W14}"><w14:noFill/></w14:textFill>'),
    "a figure of the colour of the ground, by the theme": looking(
        '<w:color w:val="000000" w:themeColor="background1"/>'
    ),
    "a figure black on a solid shade": looking(
        '<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/>'
    ),
    "a figure fitted into no width": looking('<w:fitText w:val="1" w:id="7"/>'),
    "a figure raised off the page": looking('<w:position w:val="3000"/>'),
    "a figure in a font of the theme that has pictures": _theme_font,
    "a figure black on a black paragraph": lambda root, parts: (
        looking('<w:color w:val="000000"/>')(root, parts),
        _in_figures_paragraph('<w:shd w:val="clear" w:fill="000000"/>')(root, parts),
    )[0],
    "a figure's paragraph moved off the page": _in_figures_paragraph('<w:ind w:left="-20000"/>'),
    "a figure's paragraph in a frame off the page": _in_figures_paragraph(
        '<w:framePr w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="-9000" w:y="-9000"/>'
    ),
    "a figure's line one twentieth of a point high": _in_figures_paragraph(
        '<w:spacing w:line="1" w:lineRule="exact"/>'
    ),
    "a cell black on black": _cell('<w:shd w:val="clear" w:fill="000000"/>'),
    "a cell that is covered by the one above": _cell("<w:vMerge/>"),
    "a cell without a width": _cell('<w:tcW w:w="1" w:type="dxa"/>'),
    "letters hidden by the style of a table": _table_style("<w:vanish/>"),
    "letters white by the style of a table": _table_style('<w:color w:val="FFFFFF"/>'),
    "a row taken out with its change tracked": _row_deleted,
    "a font brought along under a known name": _font_brought,
    "all below a heading folded away": _collapsed,
    "a white box in a header or footer": _in_header(
        '<w:r><w:pict><v:rect style="width:200pt;height:40pt" fillcolor="white"/></w:pict></w:r>'
    ),
    "a sum in a header or footer": _in_header(
        "<w:fldSimple w:instr=\"PAGE \\# &quot;'990'&quot;\"><w:r><w:t>990</w:t></w:r></w:fldSimple>"
    ),
    "a page behind the pages": lambda root, _: root.insert(0, made('<w:background w:color="000000"/>')),
}
"""What is done with what only Word shows."""
