"""A Word file is read in order: what people see of it, once, and nothing else."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest

from reportgen.model.artifact import DOCX
from reportgen.model.context import Context, Quantity, Rows, Shape
from reportgen.model.errors import DataError
from reportgen.model.reading import Reading
from reportgen.packing import Bundle, packed
from reportgen.readback import missing, read_back
from reportgen.readback.docx import read_docx
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_drawings import drawn_in_word
from reportgen.render.docx import render
from tests.helpers import word


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.docx"


def pieces(body: str, file: Path, header: str = "") -> list[str]:
    return list(read_docx(word.minimal(file, body, header=header).read_bytes()).pieces)


def run(text: str, style: str = "") -> str:
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{text}</w:t></w:r>"


def field(code: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{sort}"/></w:r>' for sort in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{run(shown)}{marks[2]}"


# the archive

DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    zlib.error,
    struct.error,
    ValueError,
)


def unpacked(
    sort: Callable[[bytes], Archive | zipfile.ZipFile], content: bytes
) -> Mapping[str, bytes | None]:
    """Read every part, None for one that cannot be read; nothing of a file that cannot be opened."""
    found: dict[str, bytes | None] = {}
    try:
        archive = sort(content)
    except DAMAGE:
        return found
    for name in archive.names if isinstance(archive, Archive) else archive.NameToInfo:
        try:
            found[name] = archive.read(name)
        except DAMAGE:
            found[name] = None
    return found


@pytest.mark.parametrize("flip", [0x01, 0x08, 0x80])
def test_whatever_byte_of_an_archive_is_damaged_its_parts_are_those_that_the_library_reads(flip: int) -> None:
    parts = {"a.xml": b"<a>mot</a>" * 9, "b/c.xml": b"<b>hai</b>" * 3, "d.xml": b"", "e.xml": b"<e/>" * 9}
    whole = Bundle().with_members(packed(name, part) for name, part in parts.items()).archive()
    assert unpacked(Archive, whole) == parts
    for place in range(len(whole)):
        damaged = whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :]
        assert unpacked(Archive, damaged) == unpacked(_by_the_library, damaged), place


def _by_the_library(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


# reading


def test_paragraphs_and_cells_are_read_in_order_then_the_header(file: Path) -> None:
    body = word.paragraph("Có 5 người") + word.table(["a", "b"], ["c", "d"]) + word.paragraph("hết")
    assert pieces(body, file, word.paragraph("đầu trang")) == [
        "Có 5 người",
        "a",
        "b",
        "c",
        "d",
        "hết",
        "đầu trang",
    ]


def test_what_python_docx_writes_is_read(file: Path) -> None:
    document = docx.Document()
    document.add_paragraph("dòng 1\ndòng 2\tcột").add_run(" đậm").bold = True
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    document.save(str(file))
    assert read_back(file.read_bytes(), DOCX) == Reading(["dòng 1 dòng 2 cột đậm", "chân trang"], body=1)


def test_entities_are_letters(file: Path) -> None:
    assert pieces(word.paragraph("A & B <b>"), file) == ["A & B <b>"]


@pytest.mark.parametrize("code", [" PAGE ", "NUMPAGES \\* MERGEFORMAT", " page"])
def test_page_numbers_are_not_read(file: Path, code: str) -> None:
    simple = f'<w:fldSimple w:instr="{code}">{run("7")}</w:fldSimple>'
    assert pieces(f"<w:p>{run('Trang ')}{simple}{run('.')}</w:p>", file) == ["Trang ."]
    assert pieces(f"<w:p>{run('Trang ')}{field(code, '7')}{run('.')}</w:p>", file) == ["Trang ."]


def test_other_fields_are_read_as_they_show(file: Path) -> None:
    assert pieces(f"<w:p>{field(' REF x ', 'mục 2')}</w:p>", file) == ["mục 2"]


def test_a_page_number_inside_another_field_ends_with_it(file: Path) -> None:
    inner = field("PAGE", "7")
    outer = field("REF x", "y").replace("<w:r><w:instrText>", f"{inner}<w:r><w:instrText>", 1)
    assert pieces(f"<w:p>{outer}{run(' sau')}</w:p>", file) == ["y sau"]


def test_what_nobody_sees_is_not_read(file: Path) -> None:
    choice = f'<mc:Choice Requires="w">{run("một")}</mc:Choice>'
    choice += f"<mc:Fallback>{run('hai')}</mc:Fallback>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twice = f"<mc:AlternateContent {space}>{choice}</mc:AlternateContent>"
    deleted = "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
    hidden = run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>')
    assert pieces(f"<w:p>{twice}{deleted}{hidden}</w:p>", file) == ["mộthiện"]


def test_a_text_box_is_a_piece_where_it_is_anchored(file: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{word.paragraph('hộp')}</w:txbxContent></w:pict></w:r>"
    assert pieces(f"<w:p>{run('trước')}{box}{run('sau')}</w:p>", file) == ["trước", "hộp", "sau"]


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", word.zipped({"word/document.xml": "<w/>"})])
def test_what_is_no_word_file_is_told(content: bytes) -> None:
    with pytest.raises(DataError) as caught:
        read_docx(content)
    assert [one.code for one in caught.value.diagnostics] == ["unreadable-docx"]


def test_a_damaged_or_missing_part_is_told(file: Path) -> None:
    content = bytearray(word.minimal(file, word.paragraph("x" * 500)).read_bytes())
    at = content.index(b"word/document.xml") + len("word/document.xml")
    content[at : at + 20] = bytes(20)
    parts = parts_of(file)
    del parts["word/document.xml"]
    for broken in (bytes(content), word.zipped(parts)):
        with pytest.raises(DataError, match="unreadable-docx"):
            read_docx(broken)


def parts_of(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(word.minimal(file, word.paragraph("x"))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_entities_of_its_own_are_not_read(file: Path) -> None:
    parts = parts_of(file)
    parts["word/document.xml"] = f'<!DOCTYPE x [<!ENTITY e "bom">]>{parts["word/document.xml"]}'.replace(
        ">x<", ">&e;<"
    )
    with pytest.raises(DataError, match="declares a document type"):
        read_docx(word.zipped(parts))


def test_a_bomb_is_not_unpacked(file: Path) -> None:
    parts = parts_of(file)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        with archive.open("word/media/bomb.bin", "w") as bomb:
            for _ in range(300):
                bomb.write(bytes(1 << 20))
    with pytest.raises(DataError, match="unpacks to 300 MB"):
        read_docx(target.getvalue())


def test_what_the_press_prints_is_read_as_its_script(file: Path) -> None:
    loop = (
        ["Quận", "Số"],
        ["{%tr for u in units %}", ""],
        ["{{ u.d }}", "{{ u.n }}"],
        ["{%tr endfor %}", ""],
    )
    word.written(file, "Tại {{ venue }}: {{ n }}", rows=loop, header="Số {{ n }}/BB")
    units = Rows([{"d": "Lê Chân & co", "n": Quantity(5, "5")}, {"d": "x\ny\tz", "n": Quantity(15, "15")}])
    context = Context(
        {"venue": " Hải\n Phòng ", "n": Quantity(2960, "2.960"), "units": units}, Shape("mapping"), {}, str
    )
    artifact = render(file, context, title="x", date=None)
    reading = read_back(artifact.content, artifact.media_type)
    assert missing(artifact.script, reading) == []
    told = "Tại Hải Phòng : 2.960 Quận Số Lê Chân & co 5 x y z 15 Số 2.960/BB"
    assert " ".join(reading.pieces).split() == told.split()


AGAIN = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.mark.parametrize(
    "run",
    [
        '<w:rPr><w:vanish/><w:vanish w:val="0"/></w:rPr><w:t>99</w:t>',
        '<w:rPr><w:vanish/></w:rPr><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>99</w:t>',
        '<w:rPr><w:vanish w:val="none"/></w:rPr><w:t>99</w:t>',
        "<w:instrText>99</w:instrText>",
        "<w:delText>99</w:delText>",
        '<t xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main">99</t>',
        f'</w:r><a:Fallback xmlns:a="{AGAIN}"><w:r><w:t>99</w:t></w:r></a:Fallback><w:r>',
    ],
)
def test_words_that_a_program_shows_are_read(run: str, tmp_path: Path) -> None:
    """LibreOffice prints all of these."""
    file = word.minimal(tmp_path / "a.docx", f"<w:p><w:r>{run}</w:r></w:p>")
    assert list(read_docx(file.read_bytes()).pieces) == ["99"]


def test_words_in_elements_that_word_does_not_know_are_digested(tmp_path: Path) -> None:
    run = "<w:r><w:t>99</w:t></w:r>"
    inside = f'<w:p><a:b xmlns:a="urn:c">{run}</a:b></w:p>'
    bare, held = (word.minimal(tmp_path / f"{n}.docx", one) for n, one in enumerate(("<w:p/>", inside)))
    assert drawn_in_word(bare.read_bytes()) != drawn_in_word(held.read_bytes())


@pytest.mark.parametrize(
    ("inside", "shown"), [("10<!-- a -->99", "1099"), ("10<?a b?>99", "1099"), ("10<w:tab/>99", "1099")]
)
def test_letters_behind_a_remark_are_read(inside: str, shown: str, tmp_path: Path) -> None:
    """LibreOffice shows them: whatever stands between letters hides none of those that follow."""
    body = f"<w:p><w:r><w:t>{inside}</w:t></w:r></w:p>"
    assert list(read_docx(word.minimal(tmp_path / "a.docx", body).read_bytes()).pieces) == [shown]
