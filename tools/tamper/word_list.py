"""The ways to alter a Word file that are tried, by name: what each does, and to which sort of paper."""

from typing import Any, Final

from lxml import etree

from tools.tamper.word import (
    Change,
    Parts,
    W,
    behind_words,
    changed,
    controls,
    figure,
    in_paragraph,
    in_row,
    looking,
    made,
    other_digit,
    related,
    said,
    saying,
    words,
)


def _flattened(root: Any, _: Parts) -> None:
    """Type another number over a control, which goes with it."""
    control = next(controls(root))
    text = other_digit(said(control))
    control.addnext(made(f"<w:r><w:t>{text}</w:t></w:r>"))
    control.getparent().remove(control)


def _no_control(root: Any, _: Parts) -> None:
    control = next(controls(root))
    control.getparent().remove(control)


def _tracked_deletion(root: Any, _: Parts) -> None:
    run = figure(root)
    gone = made('<w:del w:id="900" w:author="x" w:date="2026-01-01T00:00:00Z"/>')
    run.addprevious(gone)
    gone.append(run)
    for text in run.iter(f"{W}t"):
        text.tag = f"{W}delText"


def _overriding(root: Any, _: Parts) -> None:
    """Turn the letters of a figure round: ``120`` is read ``021``."""
    run = figure(root)
    turned = made('<w:bdo w:val="rtl"/>')
    run.addprevious(turned)
    turned.append(run)


def _style(xml: str) -> Change:
    """Give the figure's run a style that looks so."""

    def change(root: Any, parts: Parts) -> None:
        named = '<w:style w:type="character" w:styleId="Tamper"><w:name w:val="Tamper"/>'
        style = f"{named}<w:rPr>{xml}</w:rPr></w:style>"
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(
            b"</w:styles>", f"{style}</w:styles>".encode()
        )
        looking('<w:rStyle w:val="Tamper"/>')(root, parts)

    return change


def _imported(root: Any, parts: Parts) -> None:
    """Let Word take in another file when it opens this one."""
    parts["word/more.html"] = b"<html><body><p>990 people</p></body></html>"
    types = parts["[Content_Types].xml"]
    default = b'<Default Extension="html" ContentType="text/html"/></Types>'
    parts["[Content_Types].xml"] = types.replace(b"</Types>", default)
    name = related(parts, "aFChunk", "more.html")
    words(root).getparent().addnext(made(f'<w:altChunk r:id="{name}"/>'))


def _commented(root: Any, parts: Parts) -> None:
    parts["word/comments.xml"] = etree.tostring(
        made(
            '<w:comments><w:comment w:id="1" w:author="x"><w:p><w:r><w:t>990</w:t></w:r></w:p></w:comment>'
            "</w:comments>"
        )
    )
    override = (
        b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument'
        b'.wordprocessingml.comments+xml"/></Types>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    related(parts, "comments", "comments.xml")
    figure(root).addnext(made('<w:r><w:commentReference w:id="1"/></w:r>'))


def _turned(text: str) -> str:
    return f"\u202e{text}\u202c"


_BOX: Final = (
    '<w:r><w:pict><v:shape style="position:absolute;width:60pt;height:20pt"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>990</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_ART: Final = (
    '<w:r><w:pict><v:shape style="position:absolute;width:60pt;height:20pt">'
    '<v:textpath on="t" string="990"/></v:shape></w:pict></w:r>'
)
_COVER: Final = (
    '<w:r><w:pict><v:rect style="position:absolute;width:200pt;height:40pt;z-index:9" fillcolor="white" '
    'stroked="f"/></w:pict></w:r>'
)
_SUM: Final = '<w:fldSimple w:instr="= 990"><w:r><w:t>990</w:t></w:r></w:fldSimple>'

WORD: Final[dict[str, Change]] = {
    "a digit of a figure, in its control": saying(other_digit, figure),
    "a digit of a figure, typed over its control": _flattened,
    "a figure taken out with its control": _no_control,
    "two cells of a table exchanged": in_row("cells"),
    "a row of a table taken out": in_row("gone"),
    "a row of a table repeated": in_row("twice"),
    "a row of a table hidden": in_row("<w:hidden/>"),
    "a row of a table made one point high": in_row('<w:trHeight w:val="20" w:hRule="exact"/>'),
    "a number typed in among words": saying(lambda text: f"{text} (990) ", words),
    "a number typed in right behind a figure": saying(lambda text: f"{text}0", figure),
    "“không” put into a sentence": saying(lambda text: f"không {text}", words),
    "words of a sentence taken out": saying(lambda text: text.split()[0], words),
    "a paragraph taken out": in_paragraph("gone"),
    "a paragraph moved": in_paragraph("moved"),
    "a paragraph repeated": in_paragraph("twice"),
    "a figure struck out": looking("<w:strike/>"),
    "a figure white on white": looking('<w:color w:val="FFFFFF"/>'),
    "a figure nearly white": looking('<w:color w:val="FDFDFD"/>'),
    "a figure one point high": looking('<w:sz w:val="2"/>'),
    "a figure hidden": looking("<w:vanish/>"),
    "a figure hidden by a style": _style("<w:vanish/>"),
    "a figure white by a style": _style('<w:color w:val="FFFFFF"/>'),
    "a figure black on black": looking('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
    "a figure black on a black highlight": looking('<w:highlight w:val="black"/>'),
    "a figure squeezed to a hundredth of its width": looking('<w:w w:val="1"/>'),
    "a figure whose letters lie upon each other": looking('<w:spacing w:val="-300"/>'),
    "a figure in a font of symbols": looking('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
    "a digit added as a symbol": behind_words('<w:r><w:sym w:font="Arial" w:char="F039"/></w:r>'),
    "a figure taken out with its change tracked": _tracked_deletion,
    "a number put in with its change tracked": behind_words(
        '<w:ins w:id="901" w:author="x" w:date="2026-01-01T00:00:00Z"><w:r><w:t>990</w:t></w:r></w:ins>'
    ),
    "a figure turned round by a letter that nobody sees": saying(_turned, figure),
    "a figure turned round by an element": _overriding,
    "a number in a text box": behind_words(_BOX),
    "a number in WordArt": behind_words(_ART),
    "a number as the result of a field": behind_words(_SUM),
    "a number in a comment": _commented,
    "another file taken in when Word opens this one": _imported,
    "a white box without words laid over the page": behind_words(_COVER),
}
"""What is done to every sort of paper, as far as it has what is altered."""


def altered(parts: Parts, change: Change) -> None:
    """Alter a Word file."""
    changed(parts, change)
