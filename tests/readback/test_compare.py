"""What a page says, held against what it should say."""

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.model.artifact import Script
from reportgen.model.reading import Reading
from reportgen.readback import Lost, missing

# comparing

SAID = (
    ("Có ", False),
    ("5", True),
    (" người, trong đó ", False),
    ("15", True),
    (" nữ, tại ", False),
    ("Hải Phòng", True),
)
TEXT = "Có 5 người, trong đó 15 nữ, tại Hải Phòng"


def compared(*read: str, said: Sequence[tuple[str, bool]] = SAID, extra: bool = False) -> list[Lost]:
    return missing(Script(said), Reading(read), extra=extra)


def test_white_space_and_the_cut_into_pieces_do_not_matter() -> None:
    assert compared(TEXT) == []
    assert compared("Có", "5 ", "\n người,trong", "đó\u00a015 nữ, tại Hải", "Phòng") == []


def test_a_number_inside_another_is_not_that_number() -> None:
    assert compared(TEXT.replace("Có 5", "Có 15")) == [Lost("5", "Có", "15", emitted=True)]
    assert compared(TEXT.replace("Có 5", "Có 51")) == [Lost("5", "Có", "51", emitted=True)]
    assert compared(TEXT.replace("15 nữ", "5 nữ")) == [Lost("15", "Có 5 người, trong đó", "5", emitted=True)]


def test_a_value_that_is_gone_is_told_with_the_words_before_it() -> None:
    assert compared(TEXT.replace("15 ", "")) == [Lost("15", "Có 5 người, trong đó", "", emitted=True)]
    assert compared(TEXT.removesuffix("Hải Phòng")) == [
        Lost("Hải Phòng", "Có 5 người, trong đó 15 nữ, tại", "", emitted=True)
    ]


def test_two_values_in_each_other_s_place_are_both_told() -> None:
    swapped = TEXT.replace("15", "#").replace("5", "15").replace("#", "5")
    assert [lost.value for lost in compared(swapped)] == ["5", "15"]


def test_words_of_the_template_are_told_too() -> None:
    assert compared(TEXT.replace("trong đó", "gồm")) == [
        Lost("trong đó", "Có 5 người,", "gồm", emitted=False)
    ]


def test_a_page_that_says_nothing_has_lost_every_value() -> None:
    assert [lost.value for lost in compared()] == ["5", "15", "Hải Phòng"]


def test_more_than_the_script_is_told_unless_it_is_allowed() -> None:
    read = ("Trang 1", *TEXT.split(", "), "Trang 2")
    said = (*SAID[:2], (" người trong đó ", False), SAID[3], (" nữ tại ", False), SAID[5])
    assert compared(*read, said=said) == [
        Lost("", "", "Trang 1", emitted=False),
        Lost("", "Có 5 người trong đó 15 nữ tại Hải Phòng", "Trang 2", emitted=False),
    ]
    assert compared(*read, said=said, extra=True) == []


def test_what_is_allowed_is_whole_pieces_only() -> None:
    assert compared("Có", "1", "5 người, trong đó 15 nữ, tại Hải Phòng", extra=True) == []
    assert compared("Có 1", "5 người, trong đó 15 nữ, tại Hải Phòng", extra=True) != []
    assert compared("Có", "15 người, trong đó 15 nữ, tại Hải Phòng", extra=True) == [
        Lost("5", "Có", "15", emitted=True)
    ]


def test_an_extra_piece_that_begins_like_the_next_one_is_allowed() -> None:
    assert compared("Có mặt", TEXT, extra=True) == []
    assert compared(TEXT, "Hải Phòng", extra=True) == []


letters = st.text(st.characters(categories=["L", "N", "Zs"]), max_size=6)


@given(st.lists(st.tuples(letters, st.booleans())), st.lists(letters))
def test_nothing_is_missing_exactly_when_both_say_the_same(
    said: list[tuple[str, bool]], read: list[str]
) -> None:
    def squeezed(texts: Sequence[str]) -> str:
        return "".join("".join(texts).split())

    same = squeezed([text for text, _ in said]) == squeezed(read)
    assert (compared(*read, said=said) == []) == same
    assert compared(*[text for text, _ in said], said=said) == []


@given(st.lists(st.tuples(letters, st.booleans()), min_size=1), st.data())
def test_a_value_with_another_letter_is_always_told(
    said: list[tuple[str, bool]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(said) - 1))
    text = "".join(said[place][0].split())
    assume(text)
    letter = data.draw(st.integers(0, len(text) - 1))
    wrong = f"{text[:letter]}#{text[letter + 1 :]}"
    said[place] = (text, True)
    read = [text if number != place else wrong for number, (text, _) in enumerate(said)]
    assert text in {lost.value for lost in compared(*read, said=said)}
    assert text in {lost.value for lost in compared(*read, said=said, extra=True)}


@given(st.lists(st.from_regex(r"[a-d]{9,12}", fullmatch=True), unique=True), st.data())
def test_whole_pieces_may_come_between_others_when_they_are_allowed(
    texts: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(texts)))
    read = [*texts[:place], "Xyzzy", *texts[place:]]
    said = [(text, True) for text in texts]
    assert compared(*read, said=said, extra=True) == []
    assert compared(*read, said=said) == [
        Lost("", compared(*read, said=said)[0].before, "Xyzzy", emitted=False)
    ]


def test_three_megabytes_are_compared_in_a_moment() -> None:
    said = [(f"Đơn vị số {number} ", True) for number in range(180_000)]
    read = ["".join(text for text, _ in said[at : at + 7]) for at in range(0, len(said), 7)]
    read[20_000] = read[20_000].replace("Đơn vị số 140003", "Đơn vị số 140004")
    assert [(lost.value, lost.found) for lost in compared(*read, said=said)] == [
        ("Đơn vị số 140003 ", "Đơn vị số 140004")
    ]
