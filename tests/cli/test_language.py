"""The program in Vietnamese: nothing is left in English, nothing is lost where letters cannot be shown."""

import ast
import copy
import inspect
import json
import os
import pickle
import re
import string
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.cli.language import Language, chosen, in_front
from reportgen.cli.streams import folded
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
from tests.helpers.english import left_over
from tests.helpers.written import Written

ROOT = Path(__file__).parents[2]
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


_GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {
    **_GROUP.commands,
    **{f"register {name}": one for name, one in _GROUP.commands["register"].commands.items()},
}


def in_process(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "REPORTGEN"))
    }
    command = [sys.executable, "-m", "reportgen", *arguments]
    given = {**bare, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=given, capture_output=True, check=False)


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


# --- which language -----------------------------------------------------------------------------------------

ORDER = [
    ([], {}, "en"),
    ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
    ([], {"LANG": "vi_VN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
    ([], {"LC_MESSAGES": "vi_VN", "LC_ALL": "C"}, "en"),
    ([], {"LC_ALL": "", "LANG": "vi"}, "vi"),
    ([], {"REPORTGEN_LANG": "vi", "LC_ALL": "C"}, "vi"),
    ([], {"REPORTGEN_LANG": "en", "LC_ALL": "vi_VN"}, "en"),
    (["--lang", "vi"], {"REPORTGEN_LANG": "en"}, "vi"),
    (["check", "a.yaml", "--lang=en"], {"REPORTGEN_LANG": "vi"}, "en"),
    (["check", "--", "--lang", "vi"], {}, "en"),
    (["--lang", "fr"], {"LANG": "vi"}, "vi"),
]


@pytest.mark.parametrize(("arguments", "environment", "language"), ORDER)
def test_the_option_goes_before_the_variable_and_that_before_the_locale(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert chosen(arguments, environment) == language


def test_on_windows_the_system_is_asked_last() -> None:
    assert chosen([], {}, "Vietnamese_Vietnam.1258") == "vi"
    assert chosen([], {"LANG": "en"}, "Vietnamese_Vietnam.1258") == "en"


@given(st.lists(st.sampled_from(["check", "a.yaml", "--lang", "--lang=vi", "vi", "--", "-o"])))
def test_bringing_the_option_to_the_front_moves_nothing_else(typed: list[str]) -> None:
    moved = in_front(typed)

    assert in_front(moved) == moved
    assert not Counter(moved) - Counter(typed)
    assert moved == typed or any(word.startswith("--lang") for word in typed)


def test_behind_two_dashes_nothing_is_an_option() -> None:
    assert in_front(["check", "--lang", "vi", "--", "--lang"]) == ["--lang", "vi", "check", "--", "--lang"]


@pytest.mark.parametrize(
    "arguments", [["--lang", "vi", "check", "nowhere.yaml"], ["check", "nowhere.yaml", "--lang=vi"]]
)
def test_the_option_may_stand_anywhere(arguments: list[str], tmp_path: Path) -> None:
    done = in_process(*arguments, cwd=tmp_path)

    assert done.returncode == 4
    assert "nowhere.yaml: lỗi[file-missing]: không có tệp 'nowhere.yaml'" in done.stderr.decode()
    assert "1 trong 1 tệp dữ liệu có lỗi" in done.stdout.decode()


def test_one_run_leaves_no_language_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    first = CliRunner().invoke(app, ["--lang", "vi", "check", "nowhere.yaml"])
    second = CliRunner().invoke(app, ["check", "nowhere.yaml"])

    assert "lỗi[file-missing]" in first.stderr
    assert "error[file-missing]" in second.stderr


def test_json_is_the_same_but_for_the_words(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    fields: {held_on: date}
    ---
    held_on: tomorrow
    """
    monkeypatch.chdir(written.folder)
    both = [
        json.loads(
            CliRunner().invoke(app, ["--lang", language, "check", "data.yaml", "--format", "json"]).stdout
        )
        for language in LANGUAGES
    ]
    ((vietnamese,), (english,)) = ([record for one in each for record in one["diagnostics"]] for each in both)

    assert vietnamese.pop("message") == "held_on: 'tomorrow' không phải là ngày"
    assert english.pop("message") == "held_on: 'tomorrow' is not a date"
    assert vietnamese.pop("hint").startswith("ghi ngày/tháng/năm")
    assert english.pop("hint")
    assert vietnamese == english


def test_why_takes_a_row_by_its_name_in_any_language(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    fields: {units: {rows: {name: text, staff: count}}}
    tables: {by_name: {of: units, by: name, figures: {staff: sum(units.staff)}}}
    ---
    units: [{name: a, staff: 1}, {name: b, staff: }]
    """
    monkeypatch.chdir(written.folder)

    def lines(*arguments: str) -> list[str]:
        return CliRunner().invoke(app, [*arguments, "data.yaml"]).stdout.splitlines()

    assert lines("--lang", "vi", "why", "by_name.staff (tổng)")[0] == "staff (tổng) = (còn thiếu)"
    assert lines("why", "by_name.staff (tổng)")[0] == "staff (total) = (still missing)"
    assert lines("--lang", "vi", "why", "by_name.staff (total)")[0] == "staff (tổng) = (còn thiếu)"
    names = json.loads("\n".join(lines("--lang", "vi", "figures", "--format", "json")))
    assert [line["name"] for line in names][-1] == "by_name.staff (total)"
    assert names[-1]["printed"] == "(còn thiếu)"


# --- help ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_vietnamese_on_every_command(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "vi")
    shown = CliRunner().invoke(app, [*command.split(), "--help"]).stdout

    assert "Cách dùng:" in shown
    assert "Tùy chọn:" in shown
    assert not left_over(shown), shown
    assert not re.search("Usage|Options|Commands|Arguments|required|default|FILE|DIR|OUT|DAY", shown)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_no_types_of_python(command: str, language: str) -> None:
    shown = CliRunner().invoke(app, ["--lang", language, command, "--help"]).stdout

    assert not re.search(r"<(list\[|int|str|path|bool)", shown), shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_text_is_kept_in_vietnamese(name: str) -> None:
    command = COMMANDS[name]
    paragraphs = [" ".join(one.split()) for one in inspect.cleandoc(command.help).split("\n\n")]

    assert {*paragraphs, *(param.help for param in command.params)} <= set(TEXTS)


def test_help_shows_the_first_sentence_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    shown = " ".join(CliRunner().invoke(app, ["--help"]).stdout.split())

    assert "figures Print every figure of a data file: its name, what it prints as, its formula and" in shown
    assert "..." not in shown.partition("Options:")[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build"], "thiếu TỆP..."),
        (["bild"], "không có lệnh 'bild'; có phải là 'build' không?"),
        (["build", "--tp", "a"], "không có tùy chọn --tp"),
        (["build", "a", "--to", "doc"], "giá trị 'doc' của --to không thuộc 'docx', 'pdf'"),
        (["build", "a", "--date", "mai"], "giá trị của --date: 'mai' không phải là ngày; ghi dd/mm/yyyy"),
        (["why", "a", "b", "c"], "thừa tham số: c"),
        (["kinds", "--templates", "nowhere"], "giá trị của --templates: không có 'nowhere'"),
        (["verify"], "giá trị của TỆP...: ghi tên văn bản, hoặc mã QR sau --qr"),
        (
            ["register", "backup", "no/so.db"],
            "giá trị của TỆP: không có thư mục 'no'; hãy tạo thư mục ấy trước",
        ),
        (["build", "a", "--to"], "sau --to phải ghi giá trị"),
    ],
)
def test_a_wrong_command_line_is_told_in_vietnamese(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = in_process("--lang", "vi", *arguments, cwd=tmp_path)
    heard = done.stderr.decode()

    assert done.returncode == 2
    assert heard.startswith("Cách dùng: ") or arguments[-1] == "--to"  # where typer does not tell it either
    assert f"Lỗi: {said}" in heard
    assert not left_over(heard.replace("python -m reportgen", ""))


def test_a_language_that_is_not_spoken_is_wrong_usage(tmp_path: Path) -> None:
    done = in_process("kinds", "--lang", "fr", cwd=tmp_path)

    assert done.returncode == 2
    assert "'fr' is not one of 'vi', 'en'" in done.stderr.decode()


def test_english_help_waits_for_no_other_language(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['reportgen', '--help']\n"
        "from reportgen.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: print('LOADED', [n for n in sys.modules if '.vi' in n and 'reportgen' in n])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTGEN_LANG": "en"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True, check=True)

    assert "LOADED []" in done.stdout


# --- letters ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", "khong co tep 'to-trinh.yaml'"),
        ("cp437", "không có têp 'to-trinh.yaml'"),
        ("cp1258", "không có tệp 'to-trinh.yaml'"),
        ("utf-8", "không có tệp 'to-trinh.yaml'"),
    ],
)
def test_a_console_that_lacks_letters_shows_the_nearest(encoding: str, shown: str, tmp_path: Path) -> None:
    done = in_process("--lang", "vi", "check", "to-trinh.yaml", cwd=tmp_path, PYTHONIOENCODING=encoding)

    assert done.returncode == 4
    assert shown in unicodedata.normalize("NFC", done.stderr.decode(encoding))
    assert b"Traceback" not in done.stderr
    assert b"?" not in done.stdout + done.stderr


def test_help_is_readable_on_an_ascii_console(tmp_path: Path) -> None:
    done = in_process("--lang", "vi", "--help", cwd=tmp_path, PYTHONIOENCODING="ascii")

    assert "Cach dung: " in done.stdout.decode("ascii")


def test_what_machines_read_is_not_folded(written: Written) -> None:
    """
    fields: {n: count}
    figures: {x: {formula: n, label: Số trường ở Đồ Sơn}}
    ---
    n: 3
    """
    narrow = {"PYTHONIOENCODING": "ascii"}
    as_json = in_process("figures", "data.yaml", "--format", "json", cwd=written.folder, **narrow)
    as_csv = in_process("figures", "data.yaml", "--format", "csv", cwd=written.folder, **narrow)
    example = in_process("kinds", "minutes", "--example", cwd=written.folder, **narrow)

    assert json.loads(as_json.stdout.decode("ascii"))[0]["title"] == "Số trường ở Đồ Sơn"
    assert "Số trường ở Đồ Sơn" in as_csv.stdout.decode()
    assert "ạ" in example.stdout.decode()


@given(st.text(alphabet="aăâeêioôơuưyđáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệốồổỗộớờởỡợứừửữựĐỆỮ …“”→", min_size=1))
def test_every_vietnamese_letter_has_a_nearest_one_in_ascii(text: str) -> None:
    plain = folded(text, "ascii")

    assert plain.isascii()
    assert "?" not in plain


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp1258", "cp850", "utf-8"]))
def test_what_is_folded_can_be_written_and_what_can_be_written_is_not_folded(
    text: str, encoding: str
) -> None:
    plain = folded(text, encoding)

    assert plain.encode(encoding) or not text
    assert folded(plain, encoding) == plain
