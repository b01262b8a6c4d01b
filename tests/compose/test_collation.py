"""The order of texts and of persons, as Vietnamese lists have it."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.collation import collation_key, person_key

alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
vietnamese = st.text(
    alphabet=alphabet + alphabet.upper() + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệòỏõóọờởỡớợừửữứựỳỷỹýỵ 0123456789-."
)


# --- alphabetical order


@pytest.mark.parametrize(
    "ordered",
    [
        list(alphabet),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An", "Ánh", "Ăn", "Ân", "Bảo", "Châu", "Dũng", "Đức", "Yến"],
        ["a", "A", "à", "À", "ă", "Ă"],
        ["Nguyên", "Nguyễn", "Nguyệt"],
        ["Lễ", "Lê Chân", "Lên"],
        # as ICU 72's collator for vi has them
        ["(a)", "0", "1", "a-b", "a–b", "a,b", "a.b", "a'b", "a/b", "a&b", "ab", "é", "über", "z"],
        ["ia", "ía", "ïa", "k", "nguyên", "Nguyên", "Nguyễn", "Quận 1", "Quận 10", "Quận 2"],
        ["Bình Thạnh", "Bình-Thạnh", "BìnhThạnh"],
        ["y", "z", "α", "б"],
    ],
    ids=lambda ordered: ordered[0],
)
def test_texts_come_in_vietnamese_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]

    assert sorted(backwards, key=collation_key) == ordered


def test_tones_count_only_when_all_letters_are_alike() -> None:
    assert sorted(["má b", "ma c"], key=collation_key) == ["má b", "ma c"]
    assert sorted(["má b", "ma b"], key=collation_key) == ["ma b", "má b"]


@given(st.text(), st.text())
def test_of_two_texts_one_comes_first_unless_they_are_equal(left: str, right: str) -> None:
    first, second = collation_key(left), collation_key(right)

    assert (first < second) + (first > second) + (left == right) == 1


@given(st.lists(vietnamese), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_the_list_was_written(texts: list[str], chance: Random) -> None:
    shuffled = texts.copy()
    chance.shuffle(shuffled)

    assert sorted(shuffled, key=collation_key) == sorted(texts, key=collation_key)


@given(vietnamese, vietnamese)
def test_composed_and_decomposed_texts_stand_at_the_same_place(text: str, other: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    rest = unicodedata.normalize("NFC", other)
    if rest != composed:
        assert (collation_key(composed) < collation_key(rest)) == (
            collation_key(decomposed) < collation_key(rest)
        )


@given(vietnamese, st.sampled_from(alphabet))
def test_the_beginning_of_a_text_comes_before_the_text(text: str, letter: str) -> None:
    assert collation_key(text) < collation_key(text + letter)


def test_persons_are_sorted_by_given_name_then_family_name_then_the_middle() -> None:
    ordered = [
        "Lê Văn An",
        "Lê Xuân An",
        "Nguyễn An",
        "Nguyễn Anh An",
        "Đặng Thị Ánh",
        "Vũ Ngọc Ân",
        "Bảo",
        "Nguyễn Thị Đức",
    ]
    backwards = ordered[::-1]

    assert sorted(backwards, key=person_key) == ordered


def test_where_a_tone_stands_does_not_part_people_of_one_name() -> None:
    ordered = ["Lê Thị Hòa", "Ngô Văn Hoà", "Trần Hòa", "Vũ Hoà", "Lê Hóa"]
    backwards = ordered[::-1]

    assert sorted(backwards, key=person_key) == ordered


def test_families_that_differ_in_tone_only_stay_together() -> None:
    names = ["Lễ Bá An", "Lê Văn An", "Lễ Xuân An", "Lê Anh An"]

    assert sorted(names, key=person_key) == ["Lê Anh An", "Lê Văn An", "Lễ Bá An", "Lễ Xuân An"]


@given(st.lists(st.text()))
def test_any_text_can_stand_where_a_name_is_expected(names: list[str]) -> None:
    assert sorted(sorted(names, reverse=True), key=person_key) == sorted(names, key=person_key)
