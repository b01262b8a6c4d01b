"""Pages that stand in a frame which was seen before: they are read as if each were the first."""

import io
import zipfile
import zlib
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.errors import DataError
from reportgen.readback.docx import read_docx
from reportgen.readback.word_drawings import drawn_in_word
from reportgen.readback.word_frames import Frames
from reportgen.readback.word_package import parsed
from reportgen.readback.word_paragraphs import read_tree
from tests.helpers import word
from tests.readback.framed import DECLARED, HIDDEN, LETTERS, MARK

RUN = "<w:r><w:t>%s</w:t></w:r>"
PAGED = MARK % "begin" + "<w:r><w:instrText>%s</w:instrText></w:r>" + MARK % "separate" + RUN + MARK % "end"
_AGAIN = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TWICE = f'<a:Fallback xmlns:a="{_AGAIN}">{RUN}</a:Fallback>'
WORDS = st.lists(LETTERS, min_size=1, max_size=6).map("".join)


def page(*words: str, code: str = "DATE", more: str = "") -> bytes:
    """Write a body whose words stand as they are given, escaped or not."""
    first, second, third, fourth = words
    body = f"{word.paragraph('A %s B')}<w:p>{HIDDEN}{PAGED}</w:p><w:p>{TWICE}{RUN}</w:p>"
    text = body % (first, "mật", code, second, third, fourth)
    return DECLARED + f'<w:document xmlns:w="{word.WORD}">{text}{more}</w:document>'.encode()


def read(content: bytes) -> list[str] | None:
    """Read a page as one that nobody saw before; none where that is refused."""
    try:
        return read_tree(parsed(content), None, {})
    except DataError:
        return None


def seen(frames: Frames, content: bytes) -> list[str] | None:
    """Read a page by its frame; none where it has no known one."""
    found = frames.find(content)
    return found and found[0].read(found[1])


@cache
def known(content: bytes) -> Frames:
    """Give frames among which that of a page is."""
    frames = Frames(parsed, lambda root: read_tree(root, None, {}))
    frames.find(content)
    assert seen(frames, content) == read(content)
    return frames


@given(st.tuples(WORDS, WORDS, WORDS, WORDS))
def test_whatever_the_words_are_they_are_read_as_by_the_parser_or_left_to_it(words: tuple[str, ...]) -> None:
    content = page(*words)
    found = seen(known(page("a", "b", "c", "d")), content)
    assert found is None or found == read(content)


def test_plain_words_need_no_parser() -> None:
    frames = known(page("a", "b", "c", "d"))
    content = page("Lê &amp; Đỗ", "x", "&lt;y&gt;", "5%")
    assert seen(frames, content) == ["A Lê & Đỗ B", "x", "<y>5%"] == read(content)


@pytest.mark.parametrize(
    "other",
    [
        page("a", "b", "c", "d", code="PAGE"),
        page("a", "b", "c", "d", more="<!--w-->"),
        page("a", "b", "c", "d", more="<![CDATA[x]]>"),
        page("a", "b", "c", "d").replace(b"<w:vanish/>", b""),
        page("a", "b", "c", "d").replace(b"UTF-8", b"UTF-16"),
        page("a", "b", "c", "d").replace(b"<w:document", b"<!DOCTYPE w><w:document"),
        page("\xff", "b", "c", "d").replace("\xff".encode(), b"\xff"),
    ],
)
def test_other_mark_up_is_no_known_frame(other: bytes) -> None:
    frames = known(page("a", "b", "c", "d"))
    assert seen(frames, other) is None  # seen for the first time
    assert seen(frames, other) in (None, read(other))


def test_what_is_said_in_several_ways_is_never_a_frame() -> None:
    ways = f'<a:AlternateContent xmlns:a="{_AGAIN}"><a:Fallback>{RUN % "x"}</a:Fallback></a:AlternateContent>'
    frames, content = known(page("a", "b", "c", "d")), page("a", "b", "c", "d", more=f"<w:p>{ways}</w:p>")
    assert [seen(frames, content) for _ in range(3)] == [None] * 3


def test_what_stands_beside_a_known_body_is_read_anew_where_it_differs(tmp_path: Path) -> None:
    def file(words: str, header: str) -> bytes:
        path = word.minimal(tmp_path / "a.docx", word.paragraph(words), header=word.paragraph(header))
        return word.reworded(path.read_bytes(), "<w:document", f"{DECLARED.decode()}<w:document")

    one, other = [file(f"số {number}", "đầu") for number in range(3)], file("số 9", "khác")
    assert [list(read_docx(content).pieces) for content in one] == [[f"số {n}", "đầu"] for n in range(3)]
    assert list(read_docx(other).pieces) == ["số 9", "khác"]
    assert list(read_docx(one[0]).pieces) == ["số 0", "đầu"]
    assert drawn_in_word(one[0]) == drawn_in_word(one[1]) != drawn_in_word(other)


@pytest.mark.parametrize(
    "odd",
    [
        "<w:p><w:r><w:t>&#xE000;1&#xE001;<w:tab/></w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>&#xE000;{'9' * 5000}&#xE001;<w:tab/></w:t></w:r></w:p>",
        '<w:p><w:r><w:t w:x="a>b">c</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>c<?d <w:t>e</w:t> <w:t> ?>f<w:tab/></w:t></w:r></w:p>",
    ],
)
def test_letters_that_look_like_signs_and_words_that_are_none_are_left_to_the_parser(odd: str) -> None:
    frames, content = known(page("a", "b", "c", "d")), page("a", "b", "c", "d", more=odd)
    ends = content.replace(b"<w:t>e</w:t>", b"<w:t>e?>g</w:t>")  # an instruction, by a word
    found = [seen(frames, one) for one in (content, content, ends)]
    assert all(
        pieces in (None, read(one)) for pieces, one in zip(found, (content, content, ends), strict=True)
    )


def test_a_part_with_the_checksum_of_another_is_no_part_that_was_read() -> None:
    """A directory may list parts backwards; a checksum of four bytes is forged by four bytes."""
    first, second = (forged_header(f"{words}") for words in ("10", "99"))
    assert first != second
    assert (zlib.crc32(first), len(first)) == (zlib.crc32(second), len(second))
    read_docx(backwards("1", first))
    read_docx(backwards("2", first))
    assert list(read_docx(backwards("3", second)).pieces) == ["3", "99"]


def forged_header(words: str) -> bytes:
    """Write a header whose checksum is always the same."""
    start = f'<w:hdr xmlns:w="{word.WORD}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:hdr><!--'.encode()
    alike = "".join(chr(letter) for letter in range(0x41, 0x61))
    for salt in product(alike, repeat=3):
        content = with_checksum(start + "".join(salt).encode(), b"-->", 0)
        if content[-7:-3].isalnum():
            return content
    raise AssertionError


def with_checksum(start: bytes, end: bytes, wanted: int) -> bytes:
    """Put four bytes in between, so that the checksum is the wanted one: each of their bits flips its own."""
    plain = zlib.crc32(start + bytes(4) + end)
    found: dict[int, tuple[int, int]] = {}
    wish = (wanted ^ plain, 0)

    def reduced(row: tuple[int, int]) -> tuple[int, int]:
        while row[0].bit_length() in found:
            other = found[row[0].bit_length()]
            row = row[0] ^ other[0], row[1] ^ other[1]
        return row

    for bit in (1 << place for place in range(32)):
        row = reduced((zlib.crc32(start + bit.to_bytes(4) + end) ^ plain, bit))
        found[row[0].bit_length()] = row
    return start + reduced(wish)[1].to_bytes(4) + end


def backwards(words: str, header: bytes) -> bytes:
    """Make a file whose directory lists the parts from the last to the first, none of them packed."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    line = f'<Relationship Id="a" Type="{office}/%s" Target="%s"/>'
    relation = f'<Relationships xmlns="{package}">{line}</Relationships>'
    body = f'<w:document xmlns:w="{word.WORD}">{word.paragraph(words)}</w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/header1.xml", header)
        archive.writestr("_rels/.rels", relation % ("officeDocument", "word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", relation % ("header", "header1.xml"))
        archive.writestr("word/document.xml", DECLARED + body.encode())
        archive.filelist.reverse()
    return target.getvalue()
