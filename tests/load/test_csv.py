"""CSV comes in as text under its headings, every cell with its line and column."""

import csv
import io
import pickle
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.load import Fixed, load_table
from reportgen.model.errors import DataError

INVISIBLE = "\xad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufffd\u2028\u2029" + "".join(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters=INVISIBLE)
TEXTS = st.text(LETTERS | st.sampled_from("\n\t\"',; \xa0ế𝄞|"), max_size=8)


def written(folder: Path, content: str | bytes, name: str = "units.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def complaints(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        load_table(path)
    assert all(one.message and one.hint for one in caught.value.diagnostics)
    return [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]


def test_cells_are_text_and_empty_ones_are_none(tmp_path: Path) -> None:
    path = written(tmp_path, "Đơn vị,Số lớp,Ghi chú\nLê Chân,012,\n, 24.5 ,\xa0x y\xa0\n")

    table = load_table(path)
    assert table.columns == ["Đơn vị", "Số lớp", "Ghi chú"]
    assert table.rows == [["Lê Chân", "012", None], [None, "24.5", "x y"]]
    assert table.file == str(path)


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,2\n",
        "a;b\n1;2\n",
        "a\tb\n1\t2\n",
        "\ufeffa,b\r\n1,2\r\n",
        "a,b\r1,2",
        "sep=;\na;b\n1;2\n",
        'sep=|\r\na|b\r\n"1"|2\r\n',
        '\ufeff"sep=,"\na,b\n1,2\n',
        'a, b\n "1", "2"\n',
    ],
)
def test_separators_marks_and_line_ends_do_not_matter(tmp_path: Path, content: str) -> None:
    table = load_table(written(tmp_path, content))

    assert (table.columns, table.rows) == (["a", "b"], [["1", "2"]])


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("tên;tỷ lệ\nLê;24,5\nNgô;3,75\n", ["Lê", "24,5"]),
        ('tên,tỷ lệ\n"Lê; a; b","24,5"\n', ["Lê; a; b", "24,5"]),
        ("Họ, tên;Năm;Lớp\nLê, A;1980;2\n", ["Lê, A", "1980", "2"]),
        ("địa chỉ\nSố 1, phố X; nhà 2\n", ["Số 1, phố X; nhà 2"]),
        ('dài 5" x,b\nống 5",3\n', ['ống 5"', "3"]),
    ],
)
def test_the_separator_is_what_the_lines_agree_on(tmp_path: Path, content: str, row: list[str]) -> None:
    assert load_table(written(tmp_path, content)).rows[0] == row


def test_a_tsv_file_is_separated_by_tabs_whatever_else_is_in_it(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "a,b\tc\n1,2\t3\n", "units.tsv"))

    assert (table.columns, table.rows) == (["a,b", "c"], [["1,2", "3"]])


def test_each_cell_has_its_line_and_column_even_after_cells_of_several_lines(tmp_path: Path) -> None:
    path = written(tmp_path, '\nunit,"no\nte",n\n\nA,"dòng 1\ndòng ""2""",3\n,,\nB 𝄞,, 4\n')

    table = load_table(path)
    sources = table.sources
    assert table.columns == ["unit", "no\nte", "n"]
    assert table.rows == [["A", 'dòng 1\ndòng "2"', "3"], ["B 𝄞", None, "4"]]
    assert str(sources.key_origin(("no\nte",))) == f"{path}:2:6"
    assert str(sources.key_origin(("n",))) == f"{path}:3:5"
    assert str(sources.origin((0,))) == f"{path}:5:1"
    assert str(sources.origin((0, "no\nte"))) == f"{path}:5:3"
    assert str(sources.origin((0, "n"))) == f"{path}:6:13"
    assert str(sources.origin((1, "unit"))) == f"{path}:8:1"
    assert str(sources.origin((1, "n"))) == f"{path}:8:7"
    assert sources.origin((2, "n")) is None
    assert str(sources.nearest((1, "missing"))) == f"{path}:8:1"


def test_lines_are_counted_from_the_top_of_the_file_under_a_sep_line(tmp_path: Path) -> None:
    path = written(tmp_path, "sep=;\na;b\n1;2\n")

    sources = load_table(path).sources
    assert str(sources.key_origin(("b",))) == f"{path}:2:3"
    assert str(sources.origin((0, "b"))) == f"{path}:3:3"


def test_a_file_is_called_as_the_caller_wants(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "a,b\n1,2\n"), shown="data/units.csv")

    assert table.file == "data/units.csv"
    assert str(table.sources.origin((0, "b"))) == "data/units.csv:2:3"


def test_a_table_can_be_sent_to_another_process(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n1,2\n")

    table = pickle.loads(pickle.dumps(load_table(path)))  # noqa: S301  # our own
    assert str(table.sources.origin((0, "b"))) == f"{path}:2:3"


def test_rows_blank_in_every_cell_are_not_counted(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "\n ,\n a,b\n\n1,2\n,\n \xa0,\t\n3,4\n\n"))

    assert table.columns == ["a", "b"]
    assert table.rows == [["1", "2"], ["3", "4"]]


def test_missing_cells_at_the_end_of_a_row_are_none(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b,c\n1\n1,2,3\n")

    table = load_table(path)
    assert table.rows == [["1", None, None], ["1", "2", "3"]]
    assert str(table.sources.origin((0, "c"))) == f"{path}:2"


def test_empty_columns_without_heading_at_the_end_are_dropped(tmp_path: Path) -> None:
    table = load_table(written(tmp_path, "a;b;;\n1;2;;\n3;;;;;\n"))

    assert (table.columns, table.rows) == (["a", "b"], [["1", "2"], ["3", None]])


def test_letters_are_composed_but_columns_count_what_was_written(tmp_path: Path) -> None:
    path = written(tmp_path, unicodedata.normalize("NFD", "quận,số\nHồng Bàng,1\n"))

    table = load_table(path)
    assert (table.columns, table.rows) == (["quận", "số"], [["Hồng Bàng", "1"]])
    column = len(unicodedata.normalize("NFD", "Hồng Bàng")) + 2
    assert str(table.sources.origin((0, "số"))) == f"{path}:2:{column}"


def test_an_error_of_a_formula_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("a,b\nx,#DIV/0!\n#N/A,#1\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_table(path)
    found = [(one.code, str(one.origin).removeprefix(f"{path}:")) for one in caught.value.diagnostics]
    assert found == [("cell-error", "2:3"), ("cell-error", "3:1")]


# --- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [("table-empty", "1")]),
        ("\n,,\n \n", [("table-empty", "1")]),
        ("a,b\n1,2,3\n4,5,,6\n", [("too-many-cells", "2:5"), ("too-many-cells", "3:6")]),
        ("a,b,A\n1,2,3\n", [("heading-twice", "1:5")]),
        ("số  lớp,Số lớp\n1,2\n", [("heading-twice", "1:9")]),
        ("a,,c\n1,,3\n1,2,3\n", [("blank-heading", "1:3")]),
        ("a,b,\n1,2,\n1,2,x\n", [("blank-heading", "1:5")]),
        ('a,b\n1,"2\n3,4\n', [("csv-unclosed-quote", "2:3")]),
        ('a,b\n"x\ny","2"z\n', [("csv-broken-quote", "3:4")]),
        ('a,b\n"x,1\ny,"2"\n', [("csv-broken-quote", "2:1")]),
        (f'a,b\n1,"{"x" * 200_000}"\n', [("csv-cell-too-long", "2")]),
        ("a" + "," * 16_384 + "\n", [("csv-too-large", "1")]),
        ("a,b\n1" + "," * 16_384 + "\n", [("csv-too-large", "2")]),
        ("a,b\n\n" + "1,2\n" * 1_048_576, [("csv-too-large", "1048578")]),
        ("a,b\n1,x\x00y\n", [("control-character", "2:4")]),
        ("a,b\n1,\ue000\n2,\ufffd\n", [("private-character", "2:3"), ("lost-character", "3:3")]),
    ],
)
def test_what_would_be_lost_or_misread_is_refused_where_it_stands(
    tmp_path: Path, content: str, expected: list[tuple[str, str]]
) -> None:
    assert complaints(written(tmp_path, content)) == expected


def test_a_table_of_a_whole_province_is_read(tmp_path: Path) -> None:
    headings = ",".join(f"cột {number}" for number in range(50))
    path = written(tmp_path, f"{headings}\n" + f"{headings}\n".replace("cột ", "") * 100_000)

    assert len(load_table(path).rows) == 100_000


def test_of_the_same_mistake_ten_thousand_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n" + "1,2,3\n" * 10_002 + "#REF!,5\n")

    found = complaints(path)
    assert found[:2] == [("cell-error", "10004:1"), ("too-many-cells", "2:5")]
    assert found[-2:] == [("too-many-cells", "10001:5"), ("findings-left-out", "10002:5")]
    assert len(found) == 10_002


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    path = written(tmp_path, "a,,a\n1,2,3\n4,5,6,7\nx\u200b,,\nTổng,9,9\n")

    codes = {code for code, _ in complaints(path)}
    assert codes == {"invisible-character", "blank-heading", "heading-twice", "too-many-cells"}


def test_a_heading_given_twice_shows_where_the_first_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b,a\n")
    with pytest.raises(DataError) as caught:
        load_table(path)

    assert [str(origin) for _, origin in caught.value.diagnostics[0].related] == [f"{path}:1:1"]


def test_sheets_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_table(written(tmp_path, "a\n"), Fixed(sheet="Quý 3"))
    assert [one.code for one in caught.value.diagnostics] == ["sheet-without-workbook"]


# --- properties --------------------------------------------------------------------------------------------


def kept(text: str) -> str | None:
    return unicodedata.normalize("NFC", text.strip()) or None


@given(
    rows=st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5),
    separator=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_text_comes_back_with_its_place(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    separator: str,
    quoting: int,
    line_end: str,
) -> None:
    stream = io.StringIO(newline="")
    stream.write(f"sep={separator}{line_end}")
    writer = csv.writer(stream, delimiter=separator, quoting=quoting, lineterminator=line_end)  # type: ignore[arg-type]
    writer.writerow(["a", "b", "c"])
    begins = []
    for row in (rows := [*rows, ["no", "total", "row"]]):
        begins.append(stream.getvalue().count("\n") + 1)
        writer.writerow(row)
    path = written(tmp_path_factory.mktemp("any"), stream.getvalue())
    filled = [(begin, row) for begin, row in zip(begins, rows, strict=True) if any(map(kept, row))]

    table = load_table(path, Fixed(encoding="utf-8", header=(2, 2), lines={(3, 9999): "row"}))
    assert table.rows == [[kept(text) for text in row] for _, row in filled]
    lines = stream.getvalue().replace("\r\n", "\n").split("\n")
    for number, (begin, row) in enumerate(filled):
        assert str(table.sources.origin((number,))).startswith(f"{path}:{begin}:")
        for name, text in zip("abc", row, strict=True):
            origin = table.sources.origin((number, name))
            assert origin is not None
            assert origin.line is not None
            rest = "\n".join(lines[origin.line - 1 :])[(origin.column or 0) - 1 :]
            quoted = '"' + text.replace('"', '""') + '"'
            assert rest.startswith((quoted + separator, quoted + "\n", text.lstrip(" ")))


NUMBERS = st.integers(0, 10**6).map(str) | st.decimals(0, 100, places=1).map(
    lambda d: str(d).replace(".", ",")
)
WORDS = st.sampled_from(["Lê Chân", "Hồng Bàng", "An Dương, Hải Phòng", "Trường; lớp", 'gọi là "B"', ""])


@given(
    rows=st.lists(st.tuples(WORDS, NUMBERS, NUMBERS), min_size=2, max_size=30),
    separator=st.sampled_from(",;\t"),
)
def test_the_separator_of_an_office_table_is_found(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], separator: str
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows([("Đơn vị", "Số lớp", "Tỷ lệ"), *rows])

    table = load_table(written(tmp_path_factory.mktemp("any"), stream.getvalue()))
    assert table.rows == [[text or None for text in row] for row in rows]


@given(st.text(st.sampled_from('ab,;\t\n\r" =|ế\xa0'), max_size=40))
def test_any_file_is_read_or_refused_at_a_place_inside_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = written(tmp_path_factory.mktemp("any"), text)
    lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]

    try:
        table = load_table(path)
    except DataError as error:
        origins = [one.origin for one in error.diagnostics]
    else:
        assert all(len(row) == len(table.columns) and any(row) for row in table.rows)
        places = [(number, name) for number in range(len(table.rows)) for name in table.columns]
        origins = [table.sources.origin(place) for place in places]
    for origin in origins:
        assert origin is not None
        assert 1 <= (origin.line or 0) <= len(lines)
        assert (origin.column or 1) <= len(lines[(origin.line or 0) - 1]) + 1


@pytest.mark.parametrize(
    ("content", "encoding"),
    [(b"\xfe\xff\0a\0", "utf-16"), (b"\xff\xfea\0\0\xd8", "utf-16"), (b"\xef\xbb\xbfa\xff,b\n", "utf-8")],
    ids=["half a letter", "half a pair", "a byte that is none"],
)
def test_a_file_that_is_not_what_its_first_bytes_say_is_refused(
    tmp_path: Path, content: bytes, encoding: str
) -> None:
    (tmp_path / "units.csv").write_bytes(content)
    with pytest.raises(DataError) as caught:
        load_table(tmp_path / "units.csv", shown="units.csv")

    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, str(diagnostic.origin)) == ("encoding-wrong", "units.csv")
    assert dict(diagnostic.values) == {"encoding": encoding}
