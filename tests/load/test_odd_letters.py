"""Letters that deceive the eye are kept, told once with their places, and do no harm on the page."""

import json
import re
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.fill import FillOrder, fill
from reportgen.load import load, load_plain, load_table
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.letters import DIRECTING, UNSEEN, with_ink
from reportgen.readback import read_back
from tests.helpers import word
from tests.helpers.legacy_letters import tcvn3

INKLESS = sorted(UNSEEN | DIRECTING)


def written(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.severity), str(one.origin).rsplit("/", 1)[-1]) for one in found]


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("Lê\u200b Chân", "invisible-character", "U+200B (zero width space)"),
        ("Lê\u200d Chân", "invisible-character", "U+200D (zero width joiner)"),
        ("Lê\u2060 Chân", "invisible-character", "U+2060 (word joiner)"),
        ("Lê\ufeff Chân", "invisible-character", "U+FEFF (zero width no-break space)"),
        ("khuyến\u00adhọc", "invisible-character", "U+00AD (soft hyphen)"),
        ("12\u202e34", "directing-character", "U+202E (right-to-left override)"),
        ("12\u200f34", "directing-character", "U+200F (right-to-left mark)"),
        ("\u00d0ống Đa", "look-alike", "U+00D0 (latin capital letter eth) looks like Đ"),
        ("\u00d0ông", "look-alike", "U+00D0 (latin capital letter eth) looks like Đ"),
        ("\u0189ống Đa", "look-alike", "U+0189 (latin capital letter african d) looks like Đ"),
        ("t\u01a3 thục", "look-alike", "U+01A3 (latin small letter oi) looks like ư"),
        ("\u041dồng", "look-alike", "U+041D (cyrillic capital letter en) looks like H"),
        ("Hồng B\u0430ng", "look-alike", "U+0430 (cyrillic small letter a) looks like a"),
        ("đ-ợc", "letter-lost", "U+002D (hyphen-minus) stands where the letter ư was lost"),
        ("Tr-ờng", "letter-lost", "U+002D (hyphen-minus) stands where the letter ư was lost"),
        ("ng\u00adời", "letter-lost", "U+00AD (soft hyphen) stands where the letter ư was lost"),
    ],
)
def test_each_is_a_warning_at_its_place_in_every_format(
    tmp_path: Path, text: str, code: str, named: str
) -> None:
    book = openpyxl.Workbook()
    book["Sheet"].append(["tên"])
    book["Sheet"].append([text])
    book.save(tmp_path / "a.xlsx")
    tables = [load_table(tmp_path / "a.xlsx"), load_table(written(tmp_path, f"tên\n{text}\n", "a.csv"))]
    yaml = load(written(tmp_path, f"b: 1\na: x {text}\n", "a.yaml"))
    escaped = load_plain(written(tmp_path, json.dumps({"a": text}), "a.json"))
    plain = load_plain(written(tmp_path, json.dumps({"a": text}, ensure_ascii=False), "b.json"))
    noted = (tables[0].notes, tables[1].notes, yaml.notes, escaped.notes, plain.notes)
    found = [note for notes in noted for note in told(notes)]

    at = text.index(chr(int(named[2:6], 16)))
    places = ["a.xlsx:Sheet!A2", "a.csv:2:1", f"a.yaml:2:{at + 6}", "a.json:1:7", f"b.json:1:{at + 8}"]
    assert found == [(code, "warning", place) for place in places]
    assert all(named in note.message for note in (*tables[0].notes, *yaml.notes, *plain.notes))
    assert [table.rows[0][0] for table in tables] == [text] * 2
    assert (escaped.values["a"], plain.values["a"], yaml.values["a"]) == (text, text, f"x {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Ngô Quyền",
        "Hà Nội - Huế",
        "Anh-ơi",
        "Москва",
        "xã Ia-Ơ",
        "5-ợ",
        "Đống Đa",
        "tư thục",
        "Ý Yên",
        "Krông Năng",
    ],
)
def test_honest_words_are_not_told(tmp_path: Path, text: str) -> None:
    assert load_table(written(tmp_path, f"tên,x\n{text},1\n", "a.csv")).notes == ()
    assert load(written(tmp_path, f"tên: {text}\n", "a.yaml")).notes == ()


def test_a_column_full_of_them_is_told_in_one_line_with_count_and_first_places(tmp_path: Path) -> None:
    rows = "".join(f"{number},Lê\u200b Chân\n" for number in range(300))
    (note,) = load_table(written(tmp_path, "n,tên\n" + rows, "u.csv")).notes

    assert str(note.origin).endswith("u.csv:2:3")
    shown = ", ".join(
        f"{tmp_path}/u.csv:{line}:{column}" for line, column in [(3, 3), (4, 3), (5, 3), (6, 3)]
    )
    assert note.message.endswith(f", 300 times in all: also at {shown}")


def test_what_is_a_letter_of_tcvn3_is_not_told(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_bytes(tcvn3("Trường,Quận\nngười được thưởng,Đường Lương Văn Can\nphường,trường\n"))

    table = load_table(path)
    assert {note.code for note in table.notes} <= {"encoding-guessed", "capitals-lost"}
    assert table.rows[0][0] == "người được thưởng"


def test_what_an_escape_writes_is_told_once(tmp_path: Path) -> None:
    found = load(written(tmp_path, 'a: "x\\u200by\\n"\nb: "x\u200b\\ny"\n', "a.yaml"))

    assert told(found.notes) == [
        ("invisible-character", "warning", "a.yaml:1:4"),
        ("invisible-character", "warning", "a.yaml:2:6"),
    ]


# --- on the page --------------------------------------------------------------------------------------------


def filled(folder: Path, text: str, template: Path) -> str:
    data = written(folder, json.dumps({"a": text}), "data.json")
    path = fill(FillOrder(template, data, overwrite=True)).written.path
    media = {".pdf": "application/pdf"}.get(
        path.suffix, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    return "".join(read_back(path.read_bytes(), media).pieces)


@pytest.mark.parametrize("sign", INKLESS, ids=[unicodedata.name(sign) for sign in INKLESS])
def test_both_formats_print_what_has_no_ink_and_read_it_back(tmp_path: Path, sign: str) -> None:
    page = written(tmp_path, "<p>Đầu {{ a }} cuối</p>", "t.html")
    letter = word.minimal(tmp_path / "t.docx", word.paragraph("Đầu {{ a }} cuối"))

    for template in (page, letter):
        found = filled(tmp_path, f"Lê{sign} Chân 12{sign}34", template)
        assert with_ink(found) == "Đầu Lê Chân 1234 cuối"
        assert not DIRECTING.intersection(found)


def test_long_words_break_at_soft_hyphens_without_a_letter_more(tmp_path: Path) -> None:
    page = written(tmp_path, "<p>{{ a }}</p>", "t.html")
    text = " ".join(["khuyến\u00adhọc", "xa\u00adxôi", "Ng\u00adô"] * 200)

    assert filled(tmp_path, text, page).replace(" ", "") == text.replace("\u00ad", "").replace(" ", "")


def test_word_gets_a_soft_hyphen_in_its_own_way(tmp_path: Path) -> None:
    letter = word.minimal(tmp_path / "t.docx", word.paragraph("{{ a }}"))
    filled(tmp_path, "khuyến\u00adhọc", letter)

    with zipfile.ZipFile(tmp_path / "t-data.docx") as file:
        body = file.read("word/document.xml").decode()
    assert re.search(">khuyến</w:t><w:softHyphen/><w:t[^>]*>học<", body)


def test_a_letter_that_no_font_has_is_still_refused(tmp_path: Path) -> None:
    from reportgen.model.errors import RenderError  # noqa: PLC0415

    page = written(tmp_path, "<p>{{ a }}</p>", "t.html")
    with pytest.raises(RenderError) as caught:
        filled(tmp_path, "Lê\u200b 福", page)
    assert [one.code for one in caught.value.diagnostics] == ["glyph-missing"]


@given(st.text(st.sampled_from("aưỢ12 -" + "".join(INKLESS)), max_size=20))
def test_without_ink_means_without_ink(text: str) -> None:
    assert [letter for letter in text if letter not in INKLESS] == list(with_ink(text))
