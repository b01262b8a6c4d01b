"""Which language the program speaks, and its help in it."""

import inspect
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.cli.language import chosen, in_front
from reportgen.cli.vietnamese import TEXTS
from reportgen.model.messages import LANGUAGES
from tests.cli.speaking import ROOT, in_process
from tests.helpers.english import left_over
from tests.helpers.written import Written

_GROUP: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {
    **_GROUP.commands,
    **{f"register {name}": one for name, one in _GROUP.commands["register"].commands.items()},
}


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
