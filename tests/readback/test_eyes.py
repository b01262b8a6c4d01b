"""What an eye sees of a page, held against its text, in PDF files that say one thing and show another."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reportgen.readback import read_back
from reportgen.readback.eyes import Apart, How, come_apart, has_oddities, spoken
from tests.helpers.pressing import page, pressed

PDF = "application/pdf"
LINE = "BT /F 12 Tf 1 0 0 1 60 700 Tm (Tong so 52 nguoi) Tj ET"
"""A line in which a figure stands; from 60 to about 155 points across."""

Change = Callable[[pikepdf.Pdf], None]


def drawn(content: str, change: Change = lambda _: None, font: str = "Times-Roman") -> bytes:
    """Make a file of one page."""
    with pikepdf.new() as pdf:
        sheet = pdf.add_blank_page(page_size=(595, 842))
        sheet.obj.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{font}"))),
            ExtGState=Dictionary(Pale=Dictionary(ca=0.03)),
        )
        sheet.obj.Contents = Stream(pdf, content.encode())
        change(pdf)
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def found(content: bytes) -> list[tuple[How, str, str]]:
    """List what comes apart."""
    return [(one.how, one.word, one.looks) for one in come_apart(content)]


@pytest.mark.parametrize(
    "content",
    [
        LINE,
        f"0 0.3 0.6 rg {LINE}",
        f"0 0 0.4 rg 50 690 200 30 re f 1 g {LINE}",
        f"0.9 g 50 690 200 30 re f 0 g {LINE}",
        f"{LINE} 0.5 w 50 696 m 250 696 l S 50 712 m 250 712 l S 57 690 m 57 720 l S",
        f"0.85 g BT /F 90 Tf 1 0 0 1 40 660 Tm (DU THAO) Tj ET 0 g {LINE}",
        LINE.replace("1 0 0 1 60 700", "0 1 -1 0 300 400"),
        LINE.replace("12 Tf", "7 Tf"),
    ],
    ids=["black", "blue", "white on dark", "on grey", "in a cell", "on a mark", "upright", "small"],
)
def test_what_is_seen_is_not_told(content: str) -> None:
    assert found(drawn(content)) == []


@pytest.mark.parametrize(
    "font", ["Times-BoldItalic", "Helvetica-BoldOblique", "Courier-Bold", "Courier-Oblique"]
)
def test_digits_of_all_faces_are_known(font: str) -> None:
    assert found(drawn(LINE.replace("Tong so 52 nguoi", "0123456789 9876543210"), font=font)) == []


def test_small_digits_are_not_mistaken_for_others(tmp_path: Path) -> None:
    pairs = " ".join(f"{one}{other}" for one in "0123456789" for other in "0123456789")
    styles = [
        f"font-size: {size}pt; {look}" for size in (6, 7.5, 9, 11) for look in ("", "font-weight: bold")
    ]
    lines = "".join(f'<p style="{style}">{pairs}</p>' for style in styles)

    assert come_apart(pressed(page(tmp_path, lines)).content) == []


@pytest.mark.parametrize(
    "content",
    [
        f"1 g {LINE}",
        f"0.97 g {LINE}",
        LINE.replace("BT", "BT 3 Tr"),
        LINE.replace("BT", "BT 7 Tr"),
        f"q 300 300 9 9 re W n {LINE} Q",
        f"/Pale gs {LINE}",
        f"{LINE} 1 g 40 690 300 40 re f",
        f"{LINE} 0 g 40 690 300 40 re f",
        f"{LINE} 0 g 55 703 200 1.2 re f",
        LINE.replace("1 0 0 1", "0.1 0 0 0.1"),
        f"/OC /Off BDC {LINE} EMC",
    ],
    ids=[
        "white", "pale", "without ink", "only cutting", "cut off", "transparent", "covered", "blacked out",
        "struck out", "tiny", "in a layer that is off",
    ],
)  # fmt: skip
def test_words_that_nobody_sees_are_told_though_the_text_says_them(content: str) -> None:
    def with_layer(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(Off=layer)

    file = drawn(content, with_layer)

    assert "".join(read_back(file, PDF).pieces).strip() == "Tong so 52 nguoi"
    assert found(file) == [(How.UNSEEN, word, "") for word in ("Tong", "so", "52", "nguoi")]


def test_one_letter_that_is_covered_is_found() -> None:
    assert found(drawn(f"{LINE} 1 g 110 695 5.5 14 re f")) == [(How.UNSEEN, "52", "")]


@pytest.mark.parametrize("edge", ["-6 400", "594.9 400", "300 -8", "300 841.9", "-5.9 -8"])
def test_shapes_at_the_edge_of_a_page_are_looked_at_as_far_as_they_are_on_it(edge: str) -> None:
    """Of a shape for which the text has nothing, and of a digit under a line, a hair is on the page."""
    said = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <39> <200B> endbfchar"

    def silent(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F.ToUnicode = Stream(pdf, b"begincmap " + said + b" endcmap")

    at = LINE.replace("60 700", edge)
    line = f"{LINE} 0.3 w 0 0 595 842 re S"
    assert found(drawn(f"{line} {at.replace('Tong so 52 nguoi', '9')}", silent)) == []
    assert found(drawn(f"{line} {at.replace('Tong so 52 nguoi', '5')}")) in ([], [(How.UNSEEN, "5", "")])


def test_large_letters_upon_each_other_are_told() -> None:
    large = LINE.replace("/F 12", "/F 50").replace("Tong so 52 nguoi", "52")
    over = large.replace("52", "80").replace("60 700", "63 704")

    assert (How.UNSEEN, "5280", "") in found(drawn(f"{large} {over}"))


def test_letters_upon_each_other_are_told() -> None:
    over = LINE.replace("Tong so 52 nguoi", "Tong so 80 nguoi")

    assert (How.UNSEEN, "80", "") in found(drawn(f"{LINE} {over}"))


def test_a_digit_that_is_drawn_as_another_is_told_with_what_is_seen() -> None:
    """The font draws a six for the code that it says is a five."""
    said = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7E> <0020> endbfrange endcmap"
    )

    def lie(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].obj.Resources.Font.F
        font.Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([ord("5"), Name.six]))
        font.ToUnicode = Stream(pdf, said)

    file = drawn(LINE, lie)

    assert "".join(read_back(file, PDF).pieces).strip() == "Tong so 52 nguoi"
    assert found(file) == [(How.OTHERWISE, "52", "62")]


def test_a_shape_that_the_text_says_is_nothing_is_told() -> None:
    said = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <20> <0020> <39> <200B> endbfchar "
        b"2 beginbfrange <21> <38> <0021> <3A> <7E> <003A> endbfrange endcmap"
    )

    def lie(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F.ToUnicode = Stream(pdf, said)

    assert [how for how, _, _ in found(drawn(LINE.replace("52", "592"), lie))] == [How.ASIDE]


def test_a_nine_on_its_head_is_no_nine() -> None:
    assert {how for how, _, _ in found(drawn(LINE.replace("1 0 0 1 60", "-1 0 0 -1 300")))} == {How.TURNED}


def test_a_text_that_a_file_gives_for_what_it_draws_is_told() -> None:
    file = drawn(
        LINE.replace("BT", "/Span <</ActualText (Tong so 52 nguoi)>> BDC BT").replace(
            "(Tong so 52", "(Tong so 99"
        )
        + " EMC"
    )

    assert {how for how, _, _ in found(file)} == {How.REPLACED}


def test_a_note_is_told_with_what_it_says() -> None:
    def stick(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([300, 300, 400, 320]), Contents=String("990")
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    assert come_apart(drawn(LINE, stick)) == [Apart(1, How.NOTE, "990")]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_and_moved_is_looked_at_as_it_is_shown(turn: int) -> None:
    across = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    line = LINE.replace("1 0 0 1 60 700", f"{across} 300 400")

    def turned(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn
        pdf.pages[0].obj.CropBox = Array([100, 100, 560, 790])

    assert found(drawn(line, turned)) == []
    assert {how for how, _, _ in found(drawn(f"1 g {line}", turned))} == {How.UNSEEN}


def test_scripts_and_layers_are_odd_and_rows_of_tables_are_not() -> None:
    def script(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array([String("x"), Dictionary(JS=String("1"))]))
        )

    def row(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.TR, K=Array()))

    assert has_oddities(drawn(LINE, script))
    assert not has_oddities(drawn(LINE, row))


def test_what_is_read_aloud_is_read() -> None:
    def tagged(pdf: pikepdf.Pdf) -> None:
        tags = [
            pdf.make_indirect(Dictionary(S=Name.Figure, Alt=String("Biểu đồ: 61%"))),
            pdf.make_indirect(Dictionary(S=Name.P, ActualText=String("99"))),
        ]
        pdf.Root.StructTreeRoot = Dictionary(K=Array(tags))

    said = spoken(drawn(LINE, tagged), PDF)
    assert (said.pictures, said.instead) == (("Biểu đồ: 61%",), ("99",))
