"""File names from people's data."""

import datetime as dt
import re
import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.compose.file_names import distinct_names, file_name, pattern_names
from reportgen.model.context import Quantity, Rows
from reportgen.model.values import BLANK

letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyẬệộỰỹ ."
awkward = '/\\<>:"|?*.~- \t\n\r\0\x7f\u0085\u00a0\u2028\u202e\u0301\u0323\u0338👩‍🏫🇻🇳ßİ'
anything = st.one_of(
    st.text(),
    st.text(alphabet=letters),
    st.text(alphabet=awkward, max_size=6),
    st.text(alphabet=letters + awkward, min_size=80, max_size=400),
    st.text(alphabet=letters).map(lambda text: unicodedata.normalize("NFD", text)),
    st.sampled_from(
        ["..", ".", "", "CON", "con.txt", "NUL .a", "lpt9", "COM¹", "../../etc/passwd", "ậ" * 300]
    ),
)
paths = st.builds(
    lambda folder, name, suffix: file_name(
        "{folder}/{name}", {"folder": folder, "name": name}, suffix=suffix
    ),
    anything,
    anything,
    st.sampled_from([".docx", ".pdf", ""]),
)


def named(text: str, suffix: str = "") -> str:
    return str(file_name("{name}", {"name": text}, suffix=suffix))


def test_a_pattern_is_filled_from_dotted_names_and_its_slashes_make_folders() -> None:
    values = {"each": {"school": "THCS Đống Đa", "name": "Lê Thị Hòa"}}

    path = file_name("giay-chung-nhan/{each.school}/{each.name}", values, suffix=".pdf")

    assert path == PurePosixPath("giay-chung-nhan", "THCS Đống Đa", "Lê Thị Hòa.pdf")


def test_values_stand_in_a_name_as_they_are_printed() -> None:
    values = {
        "round": Quantity(2960, "2.960"),
        "on": dt.date(2020, 1, 19),
        "by_district": Rows((), {"trained": Quantity(12, "12")}),
        "n": 3,
    }

    path = file_name("{round}_{on}_{by_district.total.trained}_{n}", values, suffix=".docx")

    assert str(path) == "2.960_19-01-2020_12_3.docx"


def test_a_slash_in_a_value_makes_no_folder() -> None:
    assert named("88/KH-PGDĐT", ".docx") == "88-KH-PGDĐT.docx"
    assert named("../../etc/passwd") == "_..-..-etc-passwd"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "_"),
        (".", "_"),
        ("..", "_"),
        ("...  ", "_"),
        ("Trường Q. ", "Trường Q"),
        (".an", "_.an"),
        ("a\tb\nc", "a-b-c"),
        ('<a>:"b"|c?*\\', "-a---b--c---"),
        ("Hòa\u202efdp", "Hòafdp"),
        ("Ho\u0300a", "Hòa"),
        ("a \u00a0 b", "a b"),
        ("CON", "_CON"),
        ("nul.tar", "_nul.tar"),
        ("Com1", "_Com1"),
        ("COM10", "COM10"),
        ("console", "console"),
    ],
)
def test_what_a_system_would_misread_is_replaced(text: str, name: str) -> None:
    assert named(text) == name


def test_a_reserved_name_is_reserved_with_its_suffix_too() -> None:
    assert named("aux", ".docx") == "_aux.docx"


@pytest.mark.parametrize("value", [None, BLANK])
def test_a_value_that_is_not_there_is_said_to_be_missing(value: object) -> None:
    assert str(file_name("bb-{number}", {"number": value}, suffix=".pdf")) == "bb-chưa ghi.pdf"
    assert str(file_name("bb-{each.name}", {"each": value}, suffix=".pdf")) == "bb-chưa ghi.pdf"


def test_two_long_names_that_begin_alike_stay_different() -> None:
    first, second = (named("ậ" * 200 + end, ".docx") for end in ("a", "b"))

    assert first != second
    assert first.startswith("ậ" * 70)
    assert first.endswith(".docx")
    assert len(first.encode()) <= 255


@given(anything, anything, st.sampled_from([".docx", ".pdf", ""]))
@example("ậ" * 82 + "a", "ậ" * 300, ".docx")
def test_no_value_leads_out_of_the_folder_or_over_the_limit(folder: str, name: str, suffix: str) -> None:
    path = file_name("out/{folder}/{name}", {"folder": folder, "name": name}, suffix=suffix)

    assert len(path.parts) == 3
    assert path.parts[0] == "out"
    assert path.name.endswith(suffix)
    for part in path.parts:
        assert part not in {"", ".", ".."}
        assert not set(part) & set('<>:"/\\|?*\0\n\u202e')
        assert not part.endswith((".", " "))
        assert len(part.encode()) <= 255
        assert unicodedata.is_normalized("NFC", part)


@given(anything)
def test_a_safe_name_is_left_as_it_is(text: str) -> None:
    assert named(named(text)) == named(text)


@given(
    st.lists(
        st.one_of(paths, st.sampled_from([PurePosixPath("a", "b.pdf"), PurePosixPath("A", "B (2).pdf")]))
    )
)
def test_no_two_of_a_batchs_files_are_one_file_on_any_system(names: list[PurePosixPath]) -> None:
    distinct = distinct_names(names)

    keys = [unicodedata.normalize("NFC", str(name)).casefold() for name in distinct]
    assert len(set(keys)) == len(names)
    assert [name.parent for name in distinct] == [name.parent for name in names]
    assert all(len(name.name.encode()) <= 255 for name in distinct)
    assert distinct_names(distinct) == distinct


def test_later_namesakes_are_numbered_in_order() -> None:
    names = [PurePosixPath("th", text) for text in ("An.pdf", "Bình.pdf", "an.pdf", "AN.PDF")]

    assert [name.name for name in distinct_names(names)] == ["An.pdf", "Bình.pdf", "an (2).pdf", "AN (3).PDF"]


def test_composed_and_decomposed_namesakes_are_the_same_to_a_disk() -> None:
    names = [PurePosixPath(unicodedata.normalize(form, "Hòa.pdf")) for form in ("NFC", "NFD")]

    first, second = distinct_names(names)

    assert first == names[0]
    assert second.name.endswith(" (2).pdf")


def test_a_name_that_already_ends_in_a_number_keeps_it() -> None:
    names = [PurePosixPath(text) for text in ("An.pdf", "An.pdf", "An (2).pdf")]

    assert [str(name) for name in distinct_names(names)] == ["An.pdf", "An (3).pdf", "An (2).pdf"]


def test_namesakes_in_different_folders_need_no_number() -> None:
    names = [PurePosixPath("a", "An.pdf"), PurePosixPath("b", "An.pdf")]

    assert distinct_names(names) == names


def test_long_namesakes_are_numbered_within_the_limit() -> None:
    name = file_name("{name}", {"name": "ậ" * 300}, suffix=".docx")

    first, second = distinct_names([name, name])

    assert first == name
    assert second.name.endswith(" (2).docx")
    assert len(second.name.encode()) <= 255


def test_what_stands_behind_a_dot_far_from_the_end_is_no_suffix() -> None:
    name = PurePosixPath("Q." + "a" * 253)

    _, second = distinct_names([name, name])

    assert second.name.endswith(" (2)")
    assert len(second.name) == 255


def test_a_pattern_tells_which_names_it_reads() -> None:
    assert pattern_names("{each.school}/bao-cao-{round}-{each.school}") == ["each.school", "round"]
    assert pattern_names("bien-ban/{tỷ_lệ}") == ["tỷ_lệ"]
    assert pattern_names("a{{b}}") == []


def test_double_braces_are_braces() -> None:
    assert str(file_name("a{{b}}", {}, suffix=".pdf")) == "a{b}.pdf"


@pytest.mark.parametrize(
    "pattern",
    ["", "/etc/{a}", "a//b", "a/", "../{a}", "./{a}", "{", "}", "{}", "{a", "{a!r}", "{a:>9}", "{a[0]}",
     "{a.}", "{ a }", "{1}", "{a/b}", "{a.b-c}"],
)  # fmt: skip
def test_a_malformed_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"in '{pattern}'")):
        pattern_names(pattern)
    with pytest.raises(ValueError, match=re.escape(f"in '{pattern}'")):
        file_name(pattern, {"a": "x"}, suffix=".pdf")


@pytest.mark.parametrize("value", [True, (), {}, Rows(())])
def test_what_cannot_be_printed_cannot_name_a_file(value: object) -> None:
    with pytest.raises(TypeError, match="not printable"):
        file_name("{a}", {"a": value}, suffix=".pdf")
