"""Long tables of a Word file, of which few rows are parsed: to all readers it says what it always said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.errors import DataError
from reportgen.readback.docx import read_docx
from reportgen.readback.word_drawings import drawn_in_word
from reportgen.readback.word_frames import LARGEST
from reportgen.readback.word_package import opened, parsed
from reportgen.readback.word_paragraphs import read_tree
from reportgen.readback.word_rows import lean
from tests.helpers import word
from tests.readback.framed import DECLARED, HIDDEN, LETTERS, MARK

CELL = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
ROW = f"<w:tr>{CELL * 2}</w:tr>"
FILLER = (ROW % ("x" * 1500, "y" * 1500)) * (LARGEST // 3000 + 99)
"""Enough rows for a long table."""

DECLARING = "<w:document ", DECLARED.decode() + "<w:document "
ROWS = [
    ROW,
    "<w:tr>" + CELL + "</w:tr>",
    "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + CELL + "<w:tc><w:p/></w:tc></w:tr>",
    '<w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc></w:tr>',
    "<w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r><w:r><w:t/></w:r><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>",
    f"<w:tr><w:tc><w:p>{HIDDEN}</w:p></w:tc></w:tr>",
    "<w:tr><w:tc><w:p><w:del><w:r><w:t>%s</w:t></w:r></w:del></w:p></w:tc></w:tr>",
    f"<w:tr><w:tc><w:tbl>{ROW}</w:tbl></w:tc></w:tr>",
    "<w:tr><w:tc><w:r><w:t>%s</w:t></w:r></w:tc></w:tr>",
    "<w:tr><w:tc><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>%s</w:t><w:br/><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>",
    f"<w:tr><w:tc><w:p>{MARK % 'begin'}<w:r><w:instrText>%s</w:instrText></w:r></w:p></w:tc></w:tr>",
    f"<w:tr><w:tc><w:p>{MARK % 'separate'}<w:r><w:t>%s</w:t></w:r>{MARK % 'end'}</w:p></w:tc></w:tr>",
    "<w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:p></w:r></w:tc></w:tr>",
    '<w:tr xmlns:w="urn:other"><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr>',
    '<u:tr xmlns:u="urn:other"><w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr></u:tr>',
    "<!-- <w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr> -->",
    "<w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc></w:tr >",
]
AROUND = [
    "%s",
    "<w:del>%s</w:del>",
    "<w:rPr>%s</w:rPr>",
    f"<w:p>{MARK % 'begin'}</w:p>%s<w:p>{MARK % 'end'}</w:p>",
    f"<w:r><w:t>before</w:t></w:r>%s{MARK % 'end'}<w:r><w:t>behind</w:t></w:r>",
    "<w:p><w:r><w:t>%s</w:t></w:r></w:p>",
]
ROW_OF_WORDS = st.tuples(
    st.sampled_from([*ROWS[:6] * 2, *ROWS]),
    st.lists(st.lists(LETTERS, min_size=1, max_size=3).map("".join), min_size=2, max_size=2),
)


def filled(row: str, words: list[str]) -> str:
    return row % tuple(words[: row.count("%s")])


def page(rows: str, around: str = "%s") -> bytes:
    table = f"<w:tbl>{FILLER}{around % rows}</w:tbl>"
    text = f'<w:document xmlns:w="{word.WORD}"><w:body>{table}</w:body></w:document>'
    return DECLARED + text.encode("utf-8", "surrogatepass")


def parsed_whole(content: bytes) -> list[str] | None:
    try:
        return read_tree(parsed(content), None, {})
    except DataError:
        return None


def parsed_in_part(content: bytes) -> list[str] | None:
    try:
        found = lean(content)
    except DataError:
        return None
    return parsed_whole(content) if found is None else found.read({})


@given(st.lists(ROW_OF_WORDS, max_size=6), st.sampled_from(AROUND))
def test_rows_say_the_same_however_they_are_read(rows: list[tuple[str, list[str]]], around: str) -> None:
    content = page("".join(filled(row, words) for row, words in rows), around)

    assert parsed_in_part(content) == parsed_whole(content)


@pytest.mark.parametrize("row", ROWS[:5])
def test_plain_rows_are_taken_out(row: str) -> None:
    found = lean(page(filled(row, ["Ân", "Bình"]) * 9))

    assert found
    assert len(found.rows) == FILLER.count("<w:tr>") + 9
    assert found.read({})[-1].endswith(("Ân", "Bình", ""))


@pytest.mark.parametrize("row", ROWS[5:12])
def test_rows_that_say_more_stay(row: str) -> None:
    content = page(filled(row, ["Ân", "Bình"]))
    found = lean(content)

    assert found
    assert len(found.rows) <= FILLER.count("<w:tr>") + row.count(ROW)
    assert [one.tag for one in found.tree.iter() if "fldChar" in one.tag or "del" in one.tag] == [
        one.tag for one in parsed(content).iter() if "fldChar" in one.tag or "del" in one.tag
    ]


@pytest.mark.parametrize("around", AROUND[:5])
@pytest.mark.parametrize("row", ROWS[:12])
def test_what_a_file_shows_beside_its_words_is_the_same(row: str, around: str, tmp_path: Path) -> None:
    rows = filled(row, ["Ân", "Bình"]) * 2
    body = f"<w:tbl>{FILLER}{around % rows}</w:tbl>"
    in_part, whole = (
        word.reworded(word.minimal(tmp_path / "paper.docx", f"{body}{more}").read_bytes(), *DECLARING)
        for more in ("", "<!-- all of it is parsed -->")
    )

    with opened(in_part) as one, opened(whole) as other:
        assert lean(one.read("word/document.xml"))
        assert not lean(other.read("word/document.xml"))
    assert drawn_in_word(in_part) == drawn_in_word(whole)
    assert read_docx(in_part) == read_docx(whole)
