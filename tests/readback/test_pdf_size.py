"""Small files whose pages draw without end are refused before anybody reads them."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reportgen.lint import lint
from reportgen.model.artifact import PDF
from reportgen.model.errors import DataError
from reportgen.readback import read_strange
from reportgen.readback.pdf_size import MOST, refuse_endless

WORDS = b"BT (a) Tj ET\n"


def drawing(pdf: pikepdf.Pdf, draws: bytes, what: Any = None) -> Any:
    """Make a drawing, which draws another one as X."""
    form = pdf.make_stream(draws, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    if what is not None:
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=what))
    return pdf.make_indirect(form)


def doubled(pdf: pikepdf.Pdf, how_often: int) -> Any:
    found = drawing(pdf, WORDS)
    for _ in range(how_often):
        found = drawing(pdf, b"/X Do /#58 Do", found)
    return found


def itself(pdf: pikepdf.Pdf) -> Any:
    found = drawing(pdf, b"/X Do", pikepdf.Dictionary())
    found.Resources.XObject.X = found
    return found


def written(draw: Callable[[pikepdf.Pdf], Any], page: bytes = b"/X Do") -> bytes:
    """Write a file of a page that draws X."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(page)
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=draw(pdf)))
        pdf.save(target := io.BytesIO())
    return target.getvalue()


def packed(content: bytes, *filters: str) -> bytes:
    """Write a file of a page whose instructions are packed as is said."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stream = pdf.make_stream(b"")
        stream.write(content, filter=pikepdf.Array(map(pikepdf.Name, filters)))
        pdf.pages[0].Contents = stream
        pdf.save(target := io.BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return target.getvalue()


MUCH = zlib.compress(bytes(MOST + 1))
ENDLESS = {
    "a drawing that draws another one twice, and so on": written(lambda pdf: doubled(pdf, 40)),
    "a drawing that draws itself": written(itself),
    "one that is drawn too often": written(lambda pdf: drawing(pdf, WORDS), b"/X Do " * (MOST // 18)),
    "a page packed a thousandfold": packed(MUCH, "/FlateDecode"),
    "a page packed twice": packed(zlib.compress(MUCH), "/FlateDecode", "/FlateDecode"),
    "a page written as digits, and packed": packed(
        MUCH.hex().encode() + b">", "/ASCIIHexDecode", "/FlateDecode"
    ),
    "a page packed in an odd way as well": packed(MUCH, "/RunLengthDecode", "/FlateDecode"),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_a_page_that_draws_without_end_is_refused(what: str) -> None:
    assert len(ENDLESS[what]) < MOST

    with pytest.raises(DataError) as refused:
        read_strange(ENDLESS[what], PDF)
    assert [one.code for one in refused.value.diagnostics] == ["unreadable-pdf"]


def test_a_drawing_may_be_drawn_many_times() -> None:
    refuse_endless(written(lambda pdf: doubled(pdf, 9), b"/X Do " * 100))


def test_lint_tells_of_such_a_file_and_reads_the_next_one(tmp_path: Path) -> None:
    for name, what in (("a.pdf", "a drawing that draws itself"), ("b.pdf", "a page packed a thousandfold")):
        (tmp_path / name).write_bytes(ENDLESS[what])

    found = lint([tmp_path / "a.pdf", tmp_path / "b.pdf"])

    assert [[one.code for one in file.findings] for file in found] == [["unreadable-pdf"], ["unreadable-pdf"]]
    assert all(file.unread for file in found)
