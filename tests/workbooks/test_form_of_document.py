"""What to do is said in the form that the document has: lines of a data file, or sheets of a workbook."""

import re
import string
from fractions import Fraction
from pathlib import Path
from textwrap import dedent

import pytest

from reportgen.kinds import Shelf, read_kind
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.messages import LANGUAGES, MESSAGES, kind, tables, words, yaml
from reportgen.model.messages.entry import Form, Text
from reportgen.study import Study, survey
from reportgen.workbooks.files import files_page
from reportgen.workbooks.layout import Entry
from tests.helpers.cases import workbook

WAYS = words("en").ways[Form.WORKBOOK]

LINES = re.compile(
    r"\b(from|sheet|encoding|delimiter|header|decimal|lines|except|column|unit|for_each|earlier|same_as|"
    r"old): |"
    r"[\"'](from|sheet|encoding|delimiter|header|decimal|except|column|kind):[\"']|"
    r"behind '- '|behind the colon|sau dấu hai chấm"
)
"""What only a data file can say."""

NEVER_OF_WORKBOOKS = {*yaml.MESSAGES, *kind.MESSAGES, "no-kind", "workbook-without-facts", "data-format"}
"""Said of data files as text, of kinds, or of workbooks that are no documents."""

NEVER_OF_TABLES = {"delimiter-without-text", "lines-of-several"}
"""Said only of what stands beside ``from:``."""

FACTS = "! sheet Thông tin\nLoại văn bản | k\n"
FILES = "! sheet Lấy từ tệp\nBảng | Tệp\nĐiểm các trường | units.csv"
KIND = """title: Báo cáo
fields:
  units:
    label: Điểm các trường
    rows: {school: {type: text, label: Trường}, score: {type: number, optional: true, label: Điểm}}
outputs: {pdf: p.html}
"""


def blanks(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(autouse=True)
def beside(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Put a kind into the folder, and the table that stands in the test's docstring."""
    (tmp_path / "k").mkdir()
    (tmp_path / "k/kind.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "k/p.html").write_text("<p>{{ units }}</p>", encoding="utf-8")
    table = dedent(request.function.__doc__ or "").lstrip()
    (tmp_path / "units.csv").write_text(table, encoding="utf-8")


def read(folder: Path, text: str) -> Study:
    (folder / "b.xlsx").write_bytes(workbook(text.splitlines()))
    return survey(folder / "b.xlsx", Shelf([folder]))


def said(folder: Path, text: str) -> dict[str, Diagnostic]:
    """Give what is said of a workbook, by code."""
    try:
        notes = read(folder, text).notes
    except DataError as error:
        notes = error.diagnostics
    return {note.code: note for note in notes}


def values(folder: Path, text: str) -> list[object]:
    return list(read(folder, text).dataset.tables["units"].columns["score"].values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_workbook_nothing_says_to_write_lines_of_a_data_file(language: str) -> None:
    texts = {code: words(language).entry(code, Form.WORKBOOK) for code in MESSAGES}
    lines = {code for code, text in texts.items() if LINES.search(text.hint or text.text)}

    assert lines - NEVER_OF_WORKBOOKS == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_table_alone_nothing_says_to_write_lines_of_a_data_file(language: str) -> None:
    texts = {code: words(language).entry(code, Form.TABLE) for code in tables.MESSAGES}
    lines = {code for code, text in texts.items() if LINES.search(text.hint or text.text)}

    assert lines - NEVER_OF_TABLES == set()


@pytest.mark.parametrize("form", [Form.WORKBOOK, Form.TABLE])
def test_both_languages_have_the_same_ways(form: Form) -> None:
    english, vietnamese = words("en").ways[form], words("vi").ways[form]

    assert set(vietnamese) == set(english) <= set(MESSAGES)
    assert all(isinstance(way, Text) == isinstance(vietnamese[code], Text) for code, way in english.items())
    for code, message in MESSAGES.items():
        there, here = (words(language).entry(code, form) for language in ("vi", "en"))
        assert blanks(there.text, there.hint) == blanks(here.text, here.hint)
        assert code not in english or (here.text, here.hint) != (message.text, message.hint)


def test_a_way_names_sheets_and_columns_that_a_workbook_has(tmp_path: Path) -> None:
    columns = {
        part.heading for part in files_page(read_kind(tmp_path / "k")).level.parts if isinstance(part, Entry)
    }
    ways = [way.hint if isinstance(way, Text) else way for way in WAYS.values()]
    named = {found for way in ways for found in re.findall(r"column '([^']+)' on the sheet", way)}

    assert named
    assert named <= columns


def test_a_decimal_point_of_a_table_file_is_said_on_the_sheet_of_files(tmp_path: Path) -> None:
    """
    school,score
    Mầm non 1,1.234
    Mầm non 2,24.5
    """
    found = said(tmp_path, FACTS + FILES)
    assert "write score: chấm (or phẩy) in the column 'Dấu thập phân'" in found["ambiguous-number"].hint
    assert "ghi score: chấm (hoặc phẩy) ở cột 'Dấu thập phân'" in found["ambiguous-number"].said_in("vi").hint

    headed = FILES.replace("Tệp", "Tệp | Dấu thập phân")
    for way in ("chấm", "score: chấm", "point"):
        assert values(tmp_path, FACTS + headed + f" | {way}") == [Fraction("1.234"), Fraction("24.5")]
    assert said(tmp_path, FACTS + headed + " | giữa")["decimal-unknown"].hint.startswith("write phẩy or chấm")
    place = said(tmp_path, FACTS + headed + " | Tuổi: chấm")["unknown-key"].origin
    assert str(place).endswith("b.xlsx:Lấy từ tệp!C2")


def test_lines_of_a_table_file_are_said_as_they_were_guessed(tmp_path: Path) -> None:
    """
    STT,school,score
    I,Nội thành,
    1,Mầm non 1,"7,5"
    II,Ngoại thành,
    1,Mầm non 2,"8,5"
    """
    guessed = said(tmp_path, FACTS + FILES)["headings-apart"]
    assert "2: note, 4: note in the column 'Dòng đặc biệt'" in guessed.message

    headed = FILES.replace("Tệp", "Tệp | Dòng đặc biệt")
    assert "headings-apart" not in said(tmp_path, FACTS + headed + " | 2: note, 4: note")
    assert "headings-apart" not in said(tmp_path, FACTS + headed + " | 2: ghi chú; 4: ghi chú")


def test_a_data_file_is_told_to_write_lines_also_below_a_workbook(tmp_path: Path) -> None:
    """
    school,score
    Mầm non 1,1.234
    Mầm non 2,24.5
    """
    (tmp_path / "d.yaml").write_text("kind: k\nunits: {from: units.csv}\n", encoding="utf-8")
    text = FACTS + "! sheet Điểm các trường\nschool | score\nA | 5\n! sheet Các đợt trước\nTệp\nd.yaml\n"
    below, own = said(tmp_path, text)["ambiguous-number"], said(tmp_path, FACTS + FILES)["ambiguous-number"]

    assert 'decimal: {"score": point}' in below.hint
    assert "decimal:" not in own.hint


# --- names of kind.yaml are for those who write data files -----------------------------------------------

CHECKED = """title: Biên bản
fields:
  chair: {type: text, label: Chủ trì}
  secretary: {type: text, label: Thư ký}
  attendance:
    label: Thành phần tham dự
    rows:
      group: {type: text, label: Thành phần}
      invited: {type: count, label: Được mời}
      present: {type: count, label: Có mặt}
      excused: {type: count, optional: true, label: Vắng có lý do}
    columns:
      absent: {formula: attendance.invited - attendance.present, label: Số vắng mặt}
figures:
  excused: {formula: sum(attendance.excused), label: Tổng số vắng có lý do}
  present: {formula: sum(attendance.present), label: Tổng số có mặt}
  votes: {formula: present + 1, label: Số phiếu}
checks:
  - {that: chair != secretary, say: chủ trì cũng là thư ký}
  - {that: attendance.absent <= 1, say: vắng nhiều}
  - {that: votes <= present, say: số phiếu nhiều hơn số người có mặt, warn: true}
outputs: {pdf: p.html}
"""
MEETING = """! sheet Thông tin
Mục | Nội dung
Loại văn bản | k
Chủ trì | Lê Thị Mộc Miên
Thư ký | Lê Thị Mộc Miên
! sheet Thành phần tham dự
Thành phần | Được mời | Có mặt | Vắng có lý do
Hiệu trưởng | 12 | 10 |
Tổ trưởng | 24 | 24 | 1
! sheet Số đã công bố
Số liệu | Số đã công bố
Tổng số có mặt | 36"""


def test_a_workbook_is_told_labels_and_cells_and_nothing_of_the_kind(tmp_path: Path) -> None:
    (tmp_path / "k/kind.yaml").write_text(CHECKED, encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(workbook(MEETING.splitlines()))
    notes = survey(tmp_path / "b.xlsx", Shelf([tmp_path])).notes
    told = {str(note.origin).rpartition(":")[2]: note for note in notes if note.code != "figure-not-quoted"}

    assert {place: note.code for place, note in told.items() if note.code != "not-quoted"} == {
        "Thông tin!B3": "check-failed",
        "Thành phần tham dự!A2": "check-failed",
        "Thành phần tham dự!D2": "partly-given",
        "Số đã công bố!B2": "claim-differs",
        "Thành phần tham dự!C1": "check-warns",
    }
    said = {place: note.said_in("vi") for place, note in told.items()}
    assert said["Thông tin!B3"].text.endswith("(Chủ trì = Lê Thị Mộc Miên, Thư ký = Lê Thị Mộc Miên)")
    assert said["Thành phần tham dự!D2"].text.endswith("ở một số dòng: Vắng có lý do")
    assert said["Số đã công bố!B2"].text.startswith("'Tổng số có mặt' đã công bố là 36")
    for note in told.values():
        places = note.places_in("vi")
        texts = [note.said_in(language) for language in LANGUAGES]
        spoken = " ".join([*(text.text + text.hint for text in texts), *(what for what, _ in places)])
        assert not re.search(r"\b(chair|secretary|attendance|absent|votes|excused)\b", spoken)
        assert not any(origin.file.endswith("kind.yaml") for _, origin in places)
    beside = told["Thành phần tham dự!A2"].places_in("vi")
    assert [(what, origin.cell) for what, origin in beside] == [("Được mời", "B2"), ("Có mặt", "C2")]
