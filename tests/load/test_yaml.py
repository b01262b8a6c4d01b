"""YAML comes in as text with addresses, or not at all."""

import json
import pickle
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.load import load, load_yaml_mapping
from reportgen.load.yaml import DEEPEST
from reportgen.model.errors import DataError
from tests.load.in_yaml import complaints, written

INVISIBLE = "\xad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufffd\u2028\u2029" + "".join(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters=INVISIBLE)
TEXTS = st.text(LETTERS | st.sampled_from("\n\t\"'#:,;%ếỡ𝄞 "))


def test_plain_scalars_stay_the_text_that_was_written(tmp_path: Path) -> None:
    values = {
        "tenth": "0.1",
        "begins": "12:30",
        "agreed": "no",
        "code": "012",
        "phone": "0912345678",
        "day": "2020-01-19",
        "total": "1.234",
        "big": "1_000",
        "share": "24,5%",
        "flag": "true",
        "much": ".inf",
        "citizen": "001087012345",
    }
    path = written(tmp_path, "".join(f"{key}: {value}\n" for key, value in values.items()))

    assert load(path).values == values


def test_nothing_is_none_only_where_it_is_plain(tmp_path: Path) -> None:
    path = written(tmp_path, "a:\nb: ~\nc: null\nd: ''\ne: \"\"\nf: '~'\ng: 'null'\nh: [~, '']\n")

    values = {"a": None, "b": None, "c": None, "d": "", "e": "", "f": "~", "g": "null", "h": [None, ""]}
    assert load(path).values == values


def test_every_key_and_value_has_its_address_in_code_points(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        tên 𝄞: "Hải Phòng"
        units:
          - {district: Lê Chân, staff: 12}
          - district: |
              Ngô Quyền
            staff:
        """,
    )

    sources = load(path).sources
    assert str(sources.key_origin(("tên 𝄞",))) == f"{path}:1:1"
    assert str(sources.origin(("tên 𝄞",))) == f"{path}:1:8"
    assert str(sources.origin(("units",))) == f"{path}:3:3"
    assert str(sources.origin(("units", 0))) == f"{path}:3:5"
    assert str(sources.origin(("units", 0, "staff"))) == f"{path}:3:32"
    assert str(sources.key_origin(("units", 0, "staff"))) == f"{path}:3:25"
    assert str(sources.origin(("units", 1, "district"))) == f"{path}:4:15"
    assert str(sources.origin(("units", 1, "staff"))) == f"{path}:6:11"
    assert str(sources.nearest(("units", 1, "missing"))) == f"{path}:4:5"


def test_a_file_is_called_as_the_caller_wants(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, "a: 1\n"), shown="data/q3.yaml")

    assert loaded.file == "data/q3.yaml"
    assert str(loaded.sources.origin(("a",))) == "data/q3.yaml:1:4"


def test_byte_order_mark_and_line_ends_of_windows_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    path.write_bytes("\ufefftên: Lê\r\nghi chú: |\r\n  một\r\n  hai\r\n".encode())

    loaded = load(path)
    assert loaded.values == {"tên": "Lê", "ghi chú": "một\nhai\n"}
    assert str(loaded.sources.origin(("tên",))) == f"{path}:1:6"
    assert str(loaded.sources.key_origin(("ghi chú",))) == f"{path}:2:1"


def test_keys_and_values_are_composed_but_columns_count_what_was_written(tmp_path: Path) -> None:
    path = written(tmp_path, unicodedata.normalize("NFD", "huyện: Tiên Lãng\nquận: Ngô Quyền\n"))

    loaded = load(path)
    assert loaded.values == {"huyện": "Tiên Lãng", "quận": "Ngô Quyền"}
    column = len(unicodedata.normalize("NFD", "quận")) + 3
    assert str(loaded.sources.origin(("quận",))) == f"{path}:2:{column}"


def test_escapes_are_composed_too(tmp_path: Path) -> None:
    assert load(written(tmp_path, 'a: "e\\u0302\\u0301"\n')).values == {"a": "ế"}


@pytest.mark.parametrize("name", ["data.yml", "data.YAML"])
def test_the_suffix_may_be_written_otherwise(tmp_path: Path, name: str) -> None:
    assert load(written(tmp_path, "a: 1\n", name)).values == {"a": "1"}


def test_a_mapping_read_as_it_stands_takes_nothing_in(tmp_path: Path) -> None:
    path = written(tmp_path, "units: {from: units.csv}\n", "kind.yaml")

    assert load_yaml_mapping(path).values == {"units": {"from": "units.csv"}}


def test_what_was_loaded_can_be_sent_to_another_process(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, "a: [1, {b: 2}]\n"))

    assert pickle.loads(pickle.dumps(loaded)) == loaded  # noqa: S301  # our own


# --- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", ("yaml-anchor", 1, 4)),
        ("a: *x\n", ("yaml-alias", 1, 4)),
        ("a: 1\n*x : b\n", ("yaml-key-no-text", 2, 1)),
        ("a: !!int 1\n", ("yaml-tag", 1, 4)),
        ("a: ! 1\n", ("yaml-tag", 1, 4)),
        ("a: {b: !x [1]}\n", ("yaml-tag", 1, 8)),
        ("a: 1\n---\nb: 2\n", ("yaml-second-document", 2, 1)),
        ("a: 1\n<<: {b: 2}\n", ("yaml-merge-key", 2, 1)),
        ("a: 1\n{b: 2}: 3\n", ("yaml-key-no-text", 2, 1)),
        ("a: 1\n? [b]\n: 3\n", ("yaml-key-no-text", 2, 3)),
        ("a: 1\n'': 3\n", ("yaml-key-empty", 2, 1)),
        ("a: 1\n'b ': 3\n", ("yaml-key-spaced", 2, 1)),
        ("a: 1\n\xa0\xa0b: 2\n", ("yaml-key-spaced", 2, 1)),
        ("- a\n- b\n", ("yaml-no-mapping", 1, 1)),
        ("xin chào\n", ("yaml-no-mapping", 1, 1)),
        ("", ("yaml-empty", 1, 1)),
        ("# nothing\n", ("yaml-empty", 1, 1)),
        ("a: lớp 5 #2\n", ("yaml-lost-comment", 1, 10)),
        ("a: [24,5, 30]\n", ("yaml-comma-in-list", 1, 7)),
        ("a: 5 #2\n", ("yaml-lost-comment", 1, 6)),
        ("a: #2\n", ("yaml-lost-comment", 1, 4)),
        ("a:\n- #2\n", ("yaml-lost-comment", 2, 3)),
        ("a: [5, #2\n]\n", ("yaml-lost-comment", 1, 8)),
        ("a: [#2, #3]\n", ("yaml-lost-comment", 1, 5)),
        ('a: "lớp"#2\n', ("yaml-lost-comment", 1, 9)),
        ("a: [1, 2]#2\n", ("yaml-lost-comment", 1, 10)),
        ("a: {b: 1}#2\n", ("yaml-lost-comment", 1, 10)),
        ("a:\n  • b\n  • c\n", ("yaml-odd-sign", 2, 3)),
        ("a: {?b: 1}\n", ("yaml-odd-start", 1, 5)),
        ("a: [?b]\n", ("yaml-odd-start", 1, 5)),
        ("a: {b:c, d: e}\n", ("yaml-no-space", 1, 6)),
        ("a: “b\n", ("yaml-curly-quote", 1, 4)),
        ("a: [“b, c”]\n", ("yaml-curly-quote", 1, 5)),
        ("a: “b #2”\n", ("yaml-curly-quote", 1, 4)),
        ("a: ‘b\n", ("yaml-curly-quote", 1, 4)),
        ("“a”: b\n", ("yaml-curly-quote", 1, 1)),
        ('a: "b\nc: d"\n', ("yaml-quote-goes-on", 1, 4)),
        ("a:\n  b: 'c\n  d: e'\n", ("yaml-quote-goes-on", 2, 6)),
        ('a: "x\\u0007"\n', ("control-character", 1, 4)),
        ('a: "x\\uE000"\n', ("private-character", 1, 4)),
    ],
)
def test_what_could_be_misunderstood_is_refused_where_it_stands(
    tmp_path: Path, text: str, expected: tuple[str, int, int]
) -> None:
    assert expected in complaints(written(tmp_path, text))


def test_quoted_marks_are_text(tmp_path: Path) -> None:
    path = written(tmp_path, "'<<': '&x'\nb: '*x'\nc: \"!x\"\nd: 'lớp #2'\ne: ['24,5', '30']\n")

    values = {"<<": "&x", "b": "*x", "c": "!x", "d": "lớp #2", "e": ["24,5", "30"]}
    assert load(path).values == values


def test_a_quoted_value_may_go_on_in_deeper_lines(tmp_path: Path) -> None:
    path = written(tmp_path, 'a: "b\n  c"\nd:\n  "e\n  f"\ng: "h\n\n  i"\n')

    assert load(path).values == {"a": "b c", "d": "e f", "g": "h\ni"}


def test_curly_marks_round_a_value_are_told_and_kept(tmp_path: Path) -> None:
    path = written(tmp_path, 'a: “b c”\nd: "“e”"\nf: “g” và “h”\ni: ‘k’\n')
    loaded = load(path)

    assert loaded.values == {"a": "“b c”", "d": "“e”", "f": "“g” và “h”", "i": "‘k’"}
    assert [(note.code, note.origin and note.origin.line) for note in loaded.notes] == [
        ("yaml-curly-kept", 1),
        ("yaml-curly-kept", 4),
    ]


def test_the_last_line_of_a_text_needs_no_end(tmp_path: Path) -> None:
    for end in ("", "\n"):
        assert load(written(tmp_path, f"a: |\n  b\n  c{end}")).values == {"a": "b\nc\n"}


def test_ordinary_comments_and_lists_are_welcome(tmp_path: Path) -> None:
    path = written(tmp_path, "#!a\na: 1 # how many\n#b: 2\nc: [1, 2]  ## both\nd: x#3\ne: 1,5\n")

    assert load(path).values == {"a": "1", "c": ["1", "2"], "d": "x#3", "e": "1,5"}


def test_a_key_given_twice_shows_where_the_first_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "a: 1\nunits:\n  - {tên: x, b: 2, tên: y}\n")

    with pytest.raises(DataError) as caught:
        load(path)
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.origin)) == ("yaml-key-twice", f"{path}:3:20")
    assert [(origin.line, origin.column) for _, origin in found.related] == [(3, 6)]


def test_a_key_given_composed_and_decomposed_is_given_twice(tmp_path: Path) -> None:
    path = written(tmp_path, "họ tên: A\n" + unicodedata.normalize("NFD", "họ tên: B\n"))

    assert complaints(path) == [("yaml-key-twice", 2, 1)]


def test_nesting_has_a_limit(tmp_path: Path) -> None:
    deep = written(tmp_path, "a: " + "[" * (DEEPEST - 1) + "x" + "]" * (DEEPEST - 1))
    deeper = written(tmp_path, "a: " + "[" * DEEPEST + "x" + "]" * DEEPEST, "deeper.yaml")
    bomb = written(tmp_path, "a: " + "[" * 200_000, "bomb.yaml")

    assert load(deep).values["a"]
    assert complaints(deeper) == [("yaml-too-deep", 1, 3 + DEEPEST)]
    assert complaints(bomb) == [("yaml-too-deep", 1, 3 + DEEPEST)]


def test_all_mistakes_are_told_in_one_run_from_top_to_bottom(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        a: &x 1
        b: *x
        a: !y 2
        c: "x\u200by"
        "d ": 3
        <<: 4
        e: lớp #1
        f: 'unclosed
        """,
    )

    assert complaints(path) == [
        ("yaml-anchor", 1, 4),
        ("yaml-alias", 2, 4),
        ("yaml-key-twice", 3, 1),
        ("yaml-tag", 3, 4),
        ("invisible-character", 4, 6),
        ("yaml-key-spaced", 5, 1),
        ("yaml-merge-key", 6, 1),
        ("yaml-lost-comment", 7, 8),
        ("yaml-unclosed-quote", 8, 4),
    ]


# --- properties --------------------------------------------------------------------------------------------


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_any_text_comes_back_from_double_quotes_at_its_line(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "data.yaml"
    lines = [f"k{number}: {json.dumps(text, ensure_ascii=False)}\n" for number, text in enumerate(texts)]
    path.write_text("".join(lines), encoding="utf-8", newline="")

    loaded = load(path)
    for number, text in enumerate(texts):
        assert loaded.values[f"k{number}"] == unicodedata.normalize("NFC", text)
        assert str(loaded.sources.origin((f"k{number}",))) == f"{path}:{number + 1}:{len(str(number)) + 4}"


@given(TEXTS.filter(lambda text: not set("\n\t") & set(text)))
def test_any_text_comes_back_from_single_quotes(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "data.yaml"
    path.write_text("a: '" + text.replace("'", "''") + "'\n", encoding="utf-8", newline="")

    assert load(path).values == {"a": unicodedata.normalize("NFC", text)}


SIGNS = [
    "a",
    "1,5",
    "ế",
    "“",
    "”",
    "•",
    "#2",
    "b:c",
    "𝄞",
    "b: ",
    ": ",
    "- ",
    "<<: ",
    "\n",
    "---\n",
    "...\n",
    "&x",
    "*x",
    "!t ",
]
PIECES = st.sampled_from([*SIGNS, *" []{},\"'#|>?%@~\\\t\r\xa0\x07\u200b"])


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
@example("? a\n: - b\n  -\tc")
@example("{a\rb:c")
def test_any_file_is_read_or_refused_at_a_place_inside_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "data.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]

    try:
        load(path)
    except DataError as error:
        for found in error.diagnostics:
            assert found.message
            assert found.hint
            line, column = str(found.origin).rsplit(":", 2)[1:]
            assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1


def test_nobody_is_told_of_more_than_a_hundred_mistakes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: x\n" * 5000, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load(tmp_path / "a.yaml")

    assert len(caught.value.diagnostics) < 110
