"""All that the program says is there in Vietnamese, and nothing is kept that it says no more."""

import ast
import copy
import pickle
import re
import string
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cli.language import Language
from reportgen.cli.vietnamese import TEXTS
from reportgen.compute.functions import FUNCTIONS
from reportgen.kinds.figures import SHOWN_AS
from reportgen.model.diagnostics import Severity, did_you_mean, report
from reportgen.model.kind import SCALARS
from reportgen.model.messages import LANGUAGES, MESSAGES, catalogue, words
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase, said, said_place, strung
from reportgen.render.fonts import STYLES
from reportgen.write import How
from tests.cli.speaking import ROOT
from tests.helpers.english import left_over

PACKAGE = ROOT / "reportgen"
VIETNAMESE = words("vi")
NO_LETTERS = {
    "check-failed", "check-warns", "formula-not-allowed", "not-a-number", "not-a-time", "undeclared-name",
    "unknown-filter",
}  # fmt: skip
"""Texts or hints that are all blanks."""


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def literals(*names: str) -> Iterator[tuple[str, str]]:
    """Give the texts that the program hands to these functions, each with its place."""
    called = re.compile(rf"\b({'|'.join(names)})\s*\(")
    sources = ((path, path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py")))
    for path, source in sources:
        for node in ast.walk(ast.parse(source)) if called.search(source) else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                texts = (part.value for part in node.args if isinstance(part, ast.Constant))
                yield from ((text, f"{path.name}:{node.lineno}") for text in texts if isinstance(text, str))


# --- the tables ---------------------------------------------------------------------------------------------


def test_every_message_is_there_in_vietnamese() -> None:
    assert {code: told for code in MESSAGES if (told := list(ill_said(code)))} == {}


def ill_said(code: str) -> Iterator[str]:
    """Say in what a message in Vietnamese is not as it has to be."""
    message, other = MESSAGES[code], VIETNAMESE.messages[code]
    for here, there in ((message.text, other.text), (message.hint, other.hint)):
        if blanks(there) != blanks(here) or bool(there) != bool(here):
            yield f"it talks about something else: {there}"
        if there.endswith((".", "!", " ")) or (
            there[:1].isupper() and there.split(" ")[0] not in {"Excel", "YAML"}
        ):
            yield f"it begins or ends as no message does: {there}"
        if left_over(there) or unicodedata.normalize("NFC", there) != there:
            yield f"English is left, or letters are taken apart: {there}"
    if code not in NO_LETTERS and not any(ord(letter) > 0xBF for letter in other.text):
        yield f"it has no Vietnamese letter: {other.text}"


def test_no_vietnamese_text_is_left_of_a_message_that_is_gone() -> None:
    assert set(VIETNAMESE.messages) == set(MESSAGES)


def test_every_phrase_is_there_in_vietnamese() -> None:
    places = dict(literals("phrase"))
    known = {pattern: VIETNAMESE.phrases.get(pattern, "") for pattern in places}
    ill = {one: other for one, other in known.items() if blanks(other) != blanks(one) or left_over(other)}
    apart = {one: other for one, other in known.items() if one[:1].isspace() != other[:1].isspace()}

    assert {f"{places[one]}: {one}": other for one, other in (ill | apart).items()} == {}
    assert len(known) > 100
    assert all(known.values())


def test_words_that_are_looked_up_by_name_are_there() -> None:
    types = {*SCALARS, *SHOWN_AS, "choice", "list", "group", "rows", "number", "flag"}
    assert types | {*STYLES} <= set(VIETNAMESE.phrases)
    assert {*Severity, *How} <= set(TEXTS)


def test_all_that_the_front_door_says_is_there_in_vietnamese() -> None:
    places = dict(literals("say", "counted", "worded"))
    known = {text: TEXTS.get(text, "") for text in places}
    ill = {one: other for one, other in known.items() if blanks(other) != blanks(one) or left_over(other)}

    assert {f"{places[one]}: {one}": other for one, other in ill.items()} == {}
    assert len(known) > 100
    assert all(known.values())


def test_nothing_is_kept_that_is_said_no_more() -> None:
    table = {*VIETNAMESE.phrases, *TEXTS}
    source = {
        path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if "vi" not in path.parts
    }
    trees = [ast.parse(text) for path, text in source.items() if not path.name.startswith("vietnamese")]
    constants = {n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    documents = {" ".join(str(text).split()) for each in constants for text in str(each).split("\n\n")}
    typers = {text for text in table if re.fullmatch(r"[\[<{]\S+[\]>}](\.\.\.)?|[A-Z.]+|COMMAND .*", text)}
    typers |= {"Usage: ", "Arguments", "Options", "Commands", "required", "default", "kind"}
    typers |= {"Show this message and exit."}

    assert table - documents - constants - typers == set()


# --- messages -----------------------------------------------------------------------------------------------


def test_a_message_in_vietnamese_leaves_the_english_one_as_it_is() -> None:
    found = report(
        "unknown-key",
        Origin("a.yaml", 2, 1),
        inside="Biên bản",
        key="venu",
        meant=did_you_mean("venu", ["venue"]),
    )

    assert found.said_in("vi").text == "'Biên bản' không có mục 'venu'; có phải là 'venue' không?"
    assert found.message == found.said_in("en").text == "'Biên bản' has no 'venu'; did you mean 'venue'?"
    assert str(found) == f"a.yaml:2:1: error[unknown-key]: {found.message}"


def test_people_s_words_are_never_translated() -> None:
    """A value that happens to be an English word of the program's stays as it was written."""
    found = report("not-a-count", Origin("a.csv", 1), name="total", value="none", example="2.960")

    assert found.said_in("vi").text == "total: 'none' không phải là số nguyên từ 0 trở lên"


def test_a_phrase_stays_one_in_an_exception_a_copy_and_another_process() -> None:
    inner = phrase("a text")
    outer = phrase(
        "{left} {operator} {right}", left=inner, operator="{", right=strung(phrase(" and "), [inner, "x"])
    )

    for one in (outer, str(ValueError(outer)), copy.deepcopy(outer), pickle.loads(pickle.dumps(outer))):  # noqa: S301
        assert one == "a text { a text and x"
        assert said(one, "vi") == "một đoạn chữ { một đoạn chữ và x"


@given(st.text(), st.lists(st.text()))
def test_what_is_no_phrase_is_said_as_it_is(text: str, parts: list[str]) -> None:
    assert said(text, "vi") == text
    assert said(strung(", ", parts), "vi") == ", ".join(parts)
    assert (
        said(phrase("{value} is not a whole number", value=text), "vi") == f"{text} không phải là số nguyên"
    )


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("'(' was never closed", "dấu '(' chưa được đóng"),
        ("no locks available", "ổ đĩa không có khóa"),
        ("something that nobody foresaw", "something that nobody foresaw"),
    ],
)
def test_what_engines_say_is_put_into_other_words_where_they_are_known(english: str, other: str) -> None:
    assert said(Foreign(english), "vi") == other
    assert said(Foreign(english), "en") == english


def test_a_place_in_a_word_file_is_told_but_not_the_words_that_stand_there() -> None:
    place = 'first-page header of section 2, table 1, row 2, cell 3, "row 2 of the body"'

    assert (
        said_place(place, "vi")
        == 'đầu trang của trang đầu của phần 2, bảng 1, dòng 2, ô 3, "row 2 of the body"'
    )
    assert said_place("word/footnotes.xml", "vi") == "word/footnotes.xml"
    assert said_place(place, "en") == place


def test_a_language_that_is_not_kept_is_english() -> None:
    assert catalogue("fr") is catalogue("en")
    assert set(LANGUAGES) == set(Language)


def test_functions_are_shown_as_they_are_typed() -> None:
    for function in FUNCTIONS.values():
        assert said(function.usage, "vi").replace(" hoặc ", " or ") == function.usage
