"""How far the letters of a face look, and that nothing is put together from letters that look further."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from fontTools import unicodedata

from reportgen.render.fonts import FontChoice
from reportgen.render.rows.reasons import NotWrittenError
from reportgen.render.scripts import PLAIN, has_latin
from reportgen.render.sight import Sight, sight
from tests.helpers.pressing import page
from tests.render.both_ways import alone, paragraph, quick
from tests.render.faces import MET, RULES, families, hand, with_rules

FAMILIES: Final = families()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], FontChoice]:
    """Make faces in folders of their own."""
    return lambda name: with_rules(name, tmp_path_factory.mktemp("faces"))


def test_rules_that_a_style_sheet_turns_off_or_on_are_taken_as_it_says(
    tmp_path: Path, made: Callable[[str], FontChoice]
) -> None:
    forms, unasked = made("forms by the letters around"), made("what nobody asks for")

    assert not paragraph(tmp_path, "font-variant-ligatures: none", forms).case.fount.looks_far
    assert paragraph(tmp_path, "font-feature-settings: 'ss01'", unasked).case.fount.looks_far


@pytest.mark.parametrize("name", RULES)
def test_the_rules_of_a_face_say_how_far_its_letters_look_and_words_are_put_together_by_that(
    tmp_path: Path, made: Callable[[str], FontChoice], name: str
) -> None:
    one = paragraph(tmp_path, "font-variant-ligatures: normal", made(name))
    assert sight(one.runs[0].face, one.lines[0].style) == RULES[name][1]

    made_up = []
    for text in MET:
        composed = one.case.compose(text) or one._composed_after_lesson(text)
        assert composed is None or composed == one._set_by_engine(text), text
        one._set_by_engine(text)
        made_up += [text] if composed else []

    assert bool(made_up) is (RULES[name][1] is not Sight.FAR)


def test_papers_in_a_face_whose_letters_look_further_are_stamped_all_the_same(
    tmp_path: Path, made: Callable[[str], FontChoice]
) -> None:
    faces, template = made("a pair that depends on a third"), page(tmp_path, "<p>{{ a }}</p>")
    words = ["AV VT", "oAVTo", "To", "VT", "AVTo"]
    printed = [quick(template, {"a": word}, faces) for word in words]

    assert [one.detours.get("page", "stamped") for one in printed[3:]] == ["stamped", "stamped"]
    assert printed[-1].content == alone(template, {"a": words[-1]}, faces).content


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_numbers_of_a_table_are_set_as_pango_sets_each(tmp_path: Path, family: str) -> None:
    one = hand(tmp_path, FAMILIES[family])
    one.open()
    for text in ("11", "711", "111", "1.111", "0112", "Lò 11", "Бо 11", "11 Бо", "11Ω1"):
        assert one.set(text) == hand(tmp_path, FAMILIES[family]).set(text), text


def test_words_of_a_table_in_a_face_whose_letters_look_further_are_set_as_pango_sets_each(
    tmp_path: Path, made: Callable[[str], FontChoice]
) -> None:
    faces = made("a pair that depends on a third")
    one = hand(tmp_path, faces)
    for text in ("AV", "VT", "AVA", "AVT"):
        assert one.set(text) == hand(tmp_path, faces).set(text), text


def test_three_letters_of_a_table_that_are_joined_are_not_put_together_from_two_and_two(
    tmp_path: Path, made: Callable[[str], FontChoice]
) -> None:
    one = hand(tmp_path, made("three joined"))
    one.open()
    one.set("AV VT")

    with pytest.raises(NotWrittenError):
        one.set("AVT")


def test_letters_that_are_taken_for_one_run_are_of_latin_script_or_go_with_any() -> None:
    scripts = {
        letter: unicodedata.script(letter) for letter in map(chr, range(0x3000)) if PLAIN.fullmatch(letter)
    }

    assert set(scripts.values()) == {"Latn", "Zyyy"}
    assert {letter for letter in scripts if has_latin(letter)} == {
        letter for letter, script in scripts.items() if script == "Latn"
    }
