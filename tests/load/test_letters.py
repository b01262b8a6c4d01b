"""Tables come in whatever encoding an office stored them in; what was guessed is told, and can be fixed."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reportgen.load import Fixed, load, load_table
from reportgen.load.legacy import ALPHABETS
from reportgen.model.errors import DataError
from reportgen.model.raw import RawTable
from tests.helpers.legacy_letters import tcvn3, vni, windows_1258, without_capitals
from tests.load.stored import WORDS

TABLE = """STT,Đơn vị,Số lượng
1,Trường THPT Trần Phú,12
2,Trường THCS Đống Đa,7
3,Phường Gia Viên,5
"""
ROWS = [
    ["1", "Trường THPT Trần Phú", "12"],
    ["2", "Trường THCS Đống Đa", "7"],
    ["3", "Phường Gia Viên", "5"],
]
STORED: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16 with mark": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "windows-1258": windows_1258,
    "vni": vni,
    "vni in utf-8": lambda text: vni(text).decode("cp1252").encode(),
    "tcvn3": tcvn3,
    "tcvn3 in utf-8": lambda text: tcvn3(text).decode("cp1252").encode(),
}
GUESSED = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def written(folder: Path, content: bytes, name: str = "units.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def notes(table: RawTable) -> list[tuple[str, str]]:
    return [(note.code, str(note.severity)) for note in table.notes]


def complaints(path: Path, fixed: Fixed | None = None) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path, fixed or Fixed())
    assert all(one.message and one.hint for one in caught.value.diagnostics)
    return [(one.code, str(one.origin).removeprefix(f"{path}")) for one in caught.value.diagnostics]


# --- which encoding -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("stored", sorted(STORED))
def test_a_table_reads_the_same_however_it_is_stored(tmp_path: Path, stored: str) -> None:
    table = load_table(written(tmp_path, STORED[stored](TABLE)))

    assert table.columns == ["STT", "Đơn vị", "Số lượng"]
    assert table.rows == ROWS


@pytest.mark.parametrize("stored", sorted(STORED))
def test_what_was_guessed_is_told_with_words_to_look_at_until_it_is_fixed(
    tmp_path: Path, stored: str
) -> None:
    path = written(tmp_path, STORED[stored](TABLE))
    encoding = GUESSED.get(stored, stored.split(maxsplit=1)[0])
    found = [note for note in load_table(path).notes if note.code == "encoding-guessed"]

    if stored in {"utf-8", "utf-8 with mark", "utf-16 with mark"}:
        assert not found
    else:
        (note,) = found
        assert (str(note.origin), str(note.severity)) == (str(path), "warning")
        assert "Trường THPT Trần Phú" in note.message
        assert f"encoding: {encoding} " in note.hint
    fixed = load_table(path, Fixed(encoding=encoding))
    assert fixed.rows == ROWS
    assert notes(fixed) == []


@pytest.mark.parametrize("stored", sorted(STORED))
def test_a_fixed_encoding_that_cannot_be_right_is_refused(tmp_path: Path, stored: str) -> None:
    path = written(tmp_path, STORED[stored](TABLE))
    right = {GUESSED.get(stored, stored.split(maxsplit=1)[0])}
    right |= {"utf-8"} if stored.endswith("in utf-8") else set()
    legacy_in_unicode = set(ALPHABETS) if stored.startswith("utf") else set()

    for encoding in {"utf-8", "utf-16", "windows-1258", "tcvn3", "vni"} - right - legacy_in_unicode:
        if stored.endswith("in utf-8") and encoding in ALPHABETS:
            continue
        assert complaints(path, Fixed(encoding=encoding)) == [("encoding-wrong", "")]


@pytest.mark.parametrize("encoding", sorted(ALPHABETS))
def test_legacy_letters_said_of_a_unicode_file_change_nothing_that_is_unicode(
    tmp_path: Path, encoding: str
) -> None:
    assert load_table(written(tmp_path, TABLE.encode()), Fixed(encoding=encoding)).rows == ROWS


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a,b\n1,M\xfcller\n", ":2:4"),
        (b"a,b\n1,Citro\xebn\n2,Caf\xe9\n3,\xc5ngstr\xf6m\n", ":2:8"),
        ("a,b\n1,Lê\n2,Trường".encode()[:-4] + b"\xe1\n", ":3:6"),
        (b"a,b\n1,\x81\x8d\x8f\n", ":2:3"),
    ],
    ids=["one foreign word", "foreign words", "cut off", "no encoding"],
)
def test_an_encoding_that_is_not_clear_is_asked_for(tmp_path: Path, content: bytes, place: str) -> None:
    assert complaints(written(tmp_path, content)) == [("encoding-unclear", place)]


def test_a_zero_among_letters_is_a_mistake_and_no_utf_16(tmp_path: Path) -> None:
    assert complaints(written(tmp_path, b"a,b\n1,x\x00y\n")) == [("control-character", ":2:4")]


def test_places_count_the_letters_of_the_file_as_it_is_stored(tmp_path: Path) -> None:
    path = written(tmp_path, vni("Đơn vị,Số\nTrường Lê Lợi,5\n"))

    assert str(load_table(path).sources.origin((0, "Số"))) == f"{path}:2:{len(vni('Trường Lê Lợi,')) + 1}"


# --- legacy letters in Unicode files ------------------------------------------------------------------------


def signs(text: str, store: Callable[[str], bytes] = tcvn3) -> str:
    return store(text).decode("cp1252")


def test_a_column_in_legacy_letters_is_read_beside_columns_in_unicode(tmp_path: Path) -> None:
    names = ["Trần Phú", "Nguyễn Trãi", "Hải Phòng", "Lê Lợi"]
    rows = "".join(f"{signs(name)},Quận Hồng Bàng,{number}\n" for number, name in enumerate(names))
    table = load_table(written(tmp_path, f"Trường,Quận,Số\n{rows}".encode()))

    assert table.columns == ["Trường", "Quận", "Số"]
    assert [row[0] for row in table.rows] == names
    assert {row[1] for row in table.rows} == {"Quận Hồng Bàng"}
    assert ("encoding-guessed", "warning") in notes(table)


def test_cells_of_a_workbook_in_legacy_letters_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in TABLE.splitlines():
        book["Sheet"].append([signs(cell) for cell in line.split(",")])
    book.save(tmp_path / "units.xlsx")

    table = load_table(tmp_path / "units.xlsx")
    assert table.rows == ROWS
    assert ("encoding-guessed", "warning") in notes(table)
    assert notes(load_table(tmp_path / "units.xlsx", Fixed(encoding="tcvn3"))) == []


def test_bytes_of_a_text_file_cannot_be_named_for_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"].append(["a"])
    book.save(tmp_path / "units.xlsx")

    assert complaints(tmp_path / "units.xlsx", Fixed(encoding="utf-16")) == [("encoding-wrong", "")]


def test_one_odd_name_is_asked_about_and_not_converted(tmp_path: Path) -> None:
    path = written(tmp_path, f"Trường,Quận\nLê Lợi,Hồng Bàng\n{signs('Trần Phú')},Lê Chân\n".encode())

    assert complaints(path) == [("letters-unclear", ":3:1")]
    assert load_table(path, Fixed(encoding="tcvn3")).rows[1] == ["Trần Phú", "Lê Chân"]
    assert load_table(path, Fixed(encoding="utf-8")).rows[1] == [signs("Trần Phú"), "Lê Chân"]


def test_a_column_that_mixes_both_is_asked_about_where_a_cell_fits_both(tmp_path: Path) -> None:
    legacy = "".join(f"{signs(name)}\n" for name in ("Trần Phú", "Nguyễn Trãi", "Hải Phòng"))
    path = written(tmp_path, f"Trường\nLê Lợi\nVân\n{legacy}".encode())

    assert ("letters-unclear", ":3:1") in complaints(path)  # "Vân", or "Võn" in TCVN3


@pytest.mark.parametrize(
    "text",
    [
        "Müller",
        "Citroën",
        "5 m²",
        "20 °C",
        "1ª",
        "½",
        "§ 1",
        "Excel®",
        "«Lê»",
        "3 × 4",
        "Café",
        "São Paulo",
        "Hà Vân",
    ],
)
def test_other_signs_and_foreign_names_stay_as_they_are(tmp_path: Path, text: str) -> None:
    table = load_table(written(tmp_path, f"Trường,Ghi chú\nLê Lợi,{text}\n".encode()))

    assert table.rows == [["Lê Lợi", text]]
    assert notes(table) == []


def test_a_soft_hyphen_is_told_and_kept_where_it_is_no_letter(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "Trường,Ghi chú\nLê Lợi,xa\xadxa\xad\n".encode()))

    assert table.rows == [["Lê Lợi", "xa\xadxa\xad"]]
    assert notes(table) == [("invisible-character", "warning")]


def test_a_sign_that_an_alphabet_does_not_have_is_refused_in_its_cell(tmp_path: Path) -> None:
    path = written(tmp_path, tcvn3(TABLE) + b"4,Tr\xad\xeang M\xc0,5\n")

    assert complaints(path, Fixed(encoding="tcvn3")) == [("sign-unknown", ":5:3")]


# --- capitals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Ánh Tuyết", "Ý Yên", "TRƯỜNG THPT", "Lê Ái", "bùi văn nam", "Đạt. Ý kiến khác"],
)
def test_a_person_is_asked_to_look_at_capitals_that_may_be_lost(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, tcvn3(TABLE + f"4,{name},5\n"))

    table = load_table(path, Fixed(encoding="tcvn3"))
    (note,) = table.notes
    assert (note.code, str(note.severity), str(note.origin)) == ("capitals-lost", "warning", f"{path}:5:3")
    assert table.rows[3][1] == without_capitals(name)
    assert without_capitals(name) in note.message


@pytest.mark.parametrize("name", ["Có ý kiến", "Tổ 5", "Trường Đoàn Kết", "12 lớp"])
def test_nobody_is_asked_where_no_capital_is_missing(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, tcvn3(TABLE + f"4,{name},5\n"))

    assert load_table(path, Fixed(encoding="tcvn3")).notes == ()


# --- what a data file fixes ---------------------------------------------------------------------------------


def loaded(folder: Path, text: str, content: bytes) -> list[tuple[str, str]]:
    written(folder, content)
    path = written(folder, text.encode(), "q3.yaml")
    try:
        found = load(path, shown="q3.yaml").notes
    except DataError as error:
        found = error.diagnostics
    return [(one.code, str(one.origin)) for one in found]


def test_the_data_file_hands_on_what_there_is_to_tell(tmp_path: Path) -> None:
    told = loaded(tmp_path, "u: {from: units.csv}\n", tcvn3(TABLE.replace(",", ";")))

    assert told == [("delimiter-guessed", "units.csv"), ("encoding-guessed", "units.csv")]


@pytest.mark.parametrize("name", ["tcvn3", "TCVN3", "abc"])
def test_nothing_is_guessed_that_the_data_file_says(tmp_path: Path, name: str) -> None:
    text = f'u: {{from: units.csv, encoding: {name}, delimiter: ";", header: 1}}\n'

    assert loaded(tmp_path, text, tcvn3(TABLE.replace(",", ";"))) == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("encoding: klingon", ("encoding-unknown", "q3.yaml:1:32")),
        ("encoding: [tcvn3]", ("encoding-unknown", "q3.yaml:1:32")),
        ("encoding: vni", ("encoding-wrong", "q3.yaml:1:32")),
        ("delimiter: x", ("delimiter-unknown", "q3.yaml:1:33")),
        ('delimiter: ";"', ("delimiter-wrong", "q3.yaml:1:33")),
        ("header: top", ("header-unknown", "q3.yaml:1:30")),
        ("header: 0", ("header-unknown", "q3.yaml:1:30")),
        ("header: 4-3", ("header-unknown", "q3.yaml:1:30")),
        ("header: 9", ("header-wrong", "q3.yaml:1:30")),
    ],
)
def test_what_the_data_file_says_wrongly_is_told_where_it_says_it(
    tmp_path: Path, settings: str, expected: tuple[str, str]
) -> None:
    text = f"u: {{from: units.csv, {settings}}}\n"

    assert [one for one in loaded(tmp_path, text, tcvn3(TABLE)) if one[0] != "encoding-guessed"] == [expected]


@pytest.mark.parametrize("stored", sorted(STORED))
@given(rows=st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=5), min_size=1, max_size=12))
@example(rows=[["Bàng", "Bàng", "Bàng"], ["ban", "Ừ", "Ừ"]])  # "ừ" of TCVN3 is "õ" of Unicode
def test_any_vietnamese_text_is_read_rightly_or_asked_about(
    tmp_path_factory: pytest.TempPathFactory, stored: str, rows: list[list[str]]
) -> None:
    texts = [" ".join(words) for words in rows]
    content = "".join(f"{number},{text}\n" for number, text in enumerate(["Tên trường", *texts]))
    path = written(tmp_path_factory.mktemp("any"), STORED[stored](content))

    try:
        table = load_table(path)
    except DataError as error:
        assert {one.code for one in error.diagnostics} <= {"encoding-unclear", "letters-unclear"}  # noqa: PT017
        assume(stored.split(maxsplit=1)[0] in {"vni", "tcvn3", "windows-1258"})
        assert len({word for text in texts for word in text.split() if not word.isascii()}) < 8
    else:
        expected = [without_capitals(text) if stored.startswith("tcvn3") else text for text in texts]
        assert [row[1] for row in table.rows] == expected
