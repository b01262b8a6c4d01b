"""Long papers are read back by their own bytes: what is wrong in them is seen as pdfium sees it."""

import io
import re
from collections.abc import Callable
from functools import wraps

import pikepdf
import pytest

from reportgen.model.artifact import PDF, Artifact
from reportgen.model.errors import DataError
from reportgen.readback import missing, read_back, read_fresh
from reportgen.readback.quick_objects import packed_objects
from reportgen.readback.quick_pdf import LONG, read_long
from reportgen.readback.stretches import letters
from tests.helpers.pressing import page, pressed
from tests.readback.long_papers import TABLE

MIDDLE = LONG // 2 + 2  # one of the pages that pdfium does not look at
CELL = re.compile(rb"/T[DH]<</MCID (\d+)>>BDC\nBT\n.*?ET\nEMC\n", re.DOTALL)
SHOWN = re.compile(rb"\[<.*>\]TJ")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    """Print a table on more pages than it takes to be read by its bytes."""
    rows = [
        {"index": str(number + 1), "name": f"Trường Mầm non AVA {number:03}", "number": "7919"}
        for number in range(6 * LONG + 12)
    ]
    template = page(
        tmp_path_factory.mktemp("long"), TABLE, "@page { size: 120mm 70mm; margin: 15mm 8mm 8mm }"
    )
    made = pressed(template, rows=rows)
    assert made.detours == {}
    return made


def changed(paper: Artifact, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Change something in a file."""
    with pikepdf.open(io.BytesIO(paper.content)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def drawn_as(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    """Change what a page draws."""

    @wraps(change)
    def drawn(pdf: pikepdf.Pdf) -> None:
        said = pdf.pages[MIDDLE].Contents
        other = change(before := said.read_bytes())
        assert other != before
        said.write(other)

    return drawn


def words_exchanged(drawn: bytes) -> bytes:
    one, other = SHOWN.findall(drawn)[-3], SHOWN.findall(drawn)[-6]
    return drawn.replace(one, b"?").replace(other, one).replace(b"?", other)


def words_outside(drawn: bytes) -> bytes:
    cell = list(CELL.finditer(drawn))[-2][0]
    return drawn.replace(cell, re.sub(rb"1 0 0 -1 [\d.]+", b"1 0 0 -1 5000", cell))


def words_pushed_out(drawn: bytes) -> bytes:
    cell = list(CELL.finditer(drawn))[-2][0]
    return drawn.replace(cell, cell.replace(b"[<", b"[-90000<"))


def row_lost(drawn: bytes) -> bytes:
    cells = [cell[0] for cell in CELL.finditer(drawn)]
    return drawn.replace(b"".join(cells[-6:-3]), b"")


def row_twice(drawn: bytes) -> bytes:
    cell = list(CELL.finditer(drawn))[-1][0]
    return drawn.replace(cell, cell + re.sub(rb"1 0 0 -1 [\d.]+", b"1 0 0 -1 40", cell))


def marks_exchanged(drawn: bytes) -> bytes:
    one, other = (b"MCID %b>>" % found[1] for found in list(CELL.finditer(drawn))[-2:])
    return drawn.replace(one, b"?").replace(other, one).replace(b"?", other)


def words_of_no_mark(drawn: bytes) -> bytes:
    cell = list(CELL.finditer(drawn))[-1][0]
    return drawn.replace(cell, cell.replace(cell[: cell.index(b"BDC") + 3], b"/Artifact BMC"))


def words_pushed_back(drawn: bytes) -> bytes:
    cell = list(CELL.finditer(drawn))[-3][0]
    return drawn.replace(cell, cell.replace(b"[<", b"[8000<"))


def words_upon_the_same(drawn: bytes) -> bytes:
    """Draw the last cell of a row upon that of the row above, which says the same."""
    above, cell = (list(CELL.finditer(drawn))[place][0] for place in (-4, -1))
    place = re.compile(rb"1 0 0 -1 [\d.]+ [\d.]+ Tm")
    return drawn.replace(cell, place.sub(place.findall(above)[0], cell))


def glyph_of_nobody(drawn: bytes) -> bytes:
    shown = SHOWN.findall(drawn)[-1]
    return drawn.replace(shown, b"[<fff0fff0>]TJ")


def page_blown_up(drawn: bytes) -> bytes:
    return drawn.replace(b"0.75 0 0 0.75 0 0 cm", b"3 0 0 3 0 0 cm", 1)


def page_without_words(_: bytes) -> bytes:
    return b"q Q"


def letter_said_otherwise(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[MIDDLE].Resources.Font.values():
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(said.replace(b"<0041>", b"<0042>"))  # AVA


def letters_said_of_one_glyph(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[MIDDLE].Resources.Font.values():
        said = font.ToUnicode.read_bytes()
        font.ToUnicode.write(said.replace(b"<0041>", b"<00410042>"))


def elements_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Give the elements that a page names for its marks."""
    return pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(pdf.pages[MIDDLE].StructParents)]


def row_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return elements_of(pdf)[3].P


def cells_in_another_order(pdf: pikepdf.Pdf) -> None:
    row_of(pdf).K = pikepdf.Array(reversed(list(row_of(pdf).K)))


def cell_without_a_tag(pdf: pikepdf.Pdf) -> None:
    del row_of(pdf).K[0]


def row_is_a_label(pdf: pikepdf.Pdf) -> None:
    row_of(pdf).S = pikepdf.Name.Lbl


def page_that_names_no_cells(pdf: pikepdf.Pdf) -> None:
    del elements_of(pdf)[3:]


def cells_of_another_page(pdf: pikepdf.Pdf) -> None:
    for cell in row_of(pdf).K:
        cell.Pg = pdf.pages[MIDDLE + 2].obj


def row_in_another_table(pdf: pikepdf.Pdf) -> None:
    row_of(pdf).P = pdf.Root.StructTreeRoot.K[0]


def cells_in_another_row(pdf: pikepdf.Pdf) -> None:
    for cell in row_of(pdf).K:
        cell.P = elements_of(pdf)[6].P


def rows_said_to_be_labels(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Row=pikepdf.Name.Lbl)
    row_of(pdf).S = pikepdf.Name.Row


def words_in_another_face(pdf: pikepdf.Pdf) -> None:
    resources, drawn = pdf.pages[MIDDLE].Resources, pdf.pages[MIDDLE].Contents
    nothing = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3))
    resources.ExtGState = pikepdf.Dictionary(Other=pikepdf.Dictionary(Font=pikepdf.Array([nothing, 9])))
    cell = list(CELL.finditer(before := drawn.read_bytes()))[-2][0]
    drawn.write(before.replace(cell, re.sub(rb"/\S+ [\d.]+ Tf", b"", cell).replace(b"BT", b"/Other gs BT")))


def page_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[MIDDLE]


DRAWN = [
    words_exchanged, words_outside, words_pushed_out, row_lost, row_twice, marks_exchanged,
    words_of_no_mark, glyph_of_nobody, page_blown_up, page_without_words, words_pushed_back,
    words_upon_the_same,
]  # fmt: skip
TAGGED = [
    letter_said_otherwise, letters_said_of_one_glyph, cells_in_another_order, cell_without_a_tag,
    row_is_a_label, page_that_names_no_cells, cells_of_another_page, page_lost, row_in_another_table,
    cells_in_another_row, rows_said_to_be_labels, words_in_another_face,
]  # fmt: skip


def test_a_long_paper_says_the_same_by_its_bytes_as_pdfium_reads(paper: Artifact) -> None:
    quick, slow = read_long(paper.content), read_back(paper.content, PDF)

    assert quick is not None
    assert missing(paper.script, quick) == []
    assert [letters([one]) for one in quick.pieces] == [letters([one]) for one in slow.pieces]
    assert (quick.pages, quick.starts, set(quick.fonts)) == (slow.pages, slow.starts, set(slow.fonts))


def test_packed_objects_are_read_as_the_library_reads_them(paper: Artifact) -> None:
    content = changed(paper, lambda _: None)
    packed = packed_objects(content)

    assert packed
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = {number: said for number in range(len(pdf.objects) + 9) if (said := packed.get(number))}
        assert len(found) > len(pdf.objects) // 2
        assert found == {number: pdf.get_object(number, 0).unparse(resolved=True) for number in found}


def test_objects_that_stand_elsewhere_than_the_file_says_are_not_taken(paper: Artifact) -> None:
    content = changed(paper, lambda _: None)
    begin = int(content.rsplit(b"startxref", 1)[1].split()[0])

    assert packed_objects(content)
    assert packed_objects(content[:begin] + content[begin:].replace(b"/W [ 1 ", b"/W [ 2 ", 1)) is None
    assert packed_objects(content[:begin] + content[begin:].replace(b"/Size ", b"/Prev 9 /Size ", 1)) is None


def test_a_stream_of_objects_that_is_odd_is_left_to_the_library(paper: Artifact) -> None:
    content = changed(paper, lambda _: None)
    sound, odd = packed_objects(content), packed_objects(content.replace(b"/First ", b"/Erste ", 1))

    assert sound
    assert odd
    lost = [number for number in range(999) if sound.get(number) and not odd.get(number)]
    assert lost
    assert all(odd.get(number) in {None, sound.get(number)} for number in range(999))


def test_a_file_that_is_none_is_left_to_the_reader_that_says_so(paper: Artifact) -> None:
    with pytest.raises(DataError):
        read_fresh(b"%PDF-1.7 nothing", PDF)
    assert read_long(changed(paper, lambda pdf: pdf.Root.__delattr__("StructTreeRoot"))) is None


@pytest.mark.parametrize("fault", [*map(drawn_as, DRAWN), *TAGGED], ids=lambda one: one.__name__)
def test_what_is_wrong_on_a_page_is_seen_as_pdfium_sees_it(
    paper: Artifact, fault: Callable[[pikepdf.Pdf], None]
) -> None:
    wrong = changed(paper, fault)

    assert missing(paper.script, read_back(wrong, PDF)) != []
    assert missing(paper.script, read_fresh(wrong, PDF)) != []
