"""The program as people call it: real files, exit codes as published, here or in a process of its own."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.cli.commands import COMMANDS
from reportgen.cli.findings import described
from reportgen.cli.tables import print_table
from reportgen.model.diagnostics import report
from reportgen.model.origin import Origin
from tests.helpers.legacy_letters import tcvn3, windows_1258
from tests.helpers.written import Written, written_as

KIND = """
    fields: {units: {rows: {name: text, staff: count, trained: count}}, note: text?}
    key_figures: [rate]
    figures:
      staff: sum(units.staff)
      trained: sum(units.trained)
      rate: {formula: "share(trained, staff)", as: percent, places: 0, label: Tỷ lệ}
    ---
    units: {from: u.csv}
    --- u.csv
    name,staff,trained
    a,400,300
    b,329,312
    --- templates/k/page.html
    <p>{{ trained }} trên {{ staff }} người ({{ rate }}){% if note %} {{ note }}{% endif %}.</p>
    """


def called(*arguments: str, cwd: Path) -> Result:
    """Call the program here; to start it takes longer than most of what it does."""
    with chdir(cwd):
        return CliRunner().invoke(app, arguments)


def run(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **more}
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, text=True, capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to print on here")
@pytest.mark.parametrize("command", ["kinds", "--help"])
def test_where_nothing_can_be_printed_any_more_that_is_told_and_no_traceback(command: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportgen", command],
            env=environment, text=True, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()[0].partition(":")[0]) == (7, "error[no-room]")
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@written_as(KIND)
def test_build_makes_the_document_and_ends_with_a_table_of_key_figures(written: Written) -> None:
    done = run("build", "data.yaml", cwd=written.folder)

    assert done.returncode == 0, done.stderr
    assert (written.folder / "out/paper.pdf").read_bytes().startswith(b"%PDF")
    assert "Tỷ lệ: 84%" in done.stdout
    assert "1 document made; nothing failed" in done.stdout


@written_as(KIND)
def test_check_writes_nothing(written: Written) -> None:
    done = called("check", "data.yaml", cwd=written.folder)

    assert done.exit_code == 0, done.stderr
    assert not (written.folder / "out").exists()


@written_as(KIND)
def test_the_same_input_gives_the_same_bytes_in_any_zone_and_order(written: Written) -> None:
    first = run("build", "data.yaml", cwd=written.folder)
    before = (written.folder / "out/paper.pdf").read_bytes()
    elsewhere = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    second = run("build", "data.yaml", "-o", "again", cwd=written.folder, **elsewhere)

    assert (first.returncode, second.returncode) == (0, 0)
    assert (written.folder / "again/paper.pdf").read_bytes() == before


@written_as(KIND)
def test_a_failing_data_file_does_not_stop_the_others(written: Written) -> None:
    bad = "kind: k\nunits: [{name: a, staff: x, trained: 1}]\n"
    (written.folder / "bad.yaml").write_text(bad, encoding="utf-8")

    done = called("build", "bad.yaml", "data.yaml", cwd=written.folder)

    assert done.exit_code == 9
    assert "bad.yaml:2:26: error[not-a-number]" in done.stderr
    assert (written.folder / "out/paper.pdf").is_file()


@written_as(KIND)
def test_a_file_changed_by_hand_is_not_replaced_unless_asked(written: Written) -> None:
    called("build", "data.yaml", cwd=written.folder)
    paper = written.folder / "out/paper.pdf"
    paper.write_bytes(b"signed by hand")

    refused = called("build", "data.yaml", cwd=written.folder)
    assert refused.exit_code == 7
    assert "file-exists" in refused.stderr
    assert paper.read_bytes() == b"signed by hand"

    assert called("build", "data.yaml", "--overwrite", cwd=written.folder).exit_code == 0
    assert paper.read_bytes().startswith(b"%PDF")


def test_mistakes_come_with_the_line_a_caret_and_a_way_out(written: Written) -> None:
    """
    fields: {held_on: date, chair: text}
    ---
    held_on: 31/02/2020
    chiar: Lan
    """
    done = run("check", "data.yaml", cwd=written.folder)

    assert done.returncode == 4
    assert (
        "data.yaml:2:10: error[no-such-day]: held_on: there is no day '31/02/2020'\n"
        "     2 | held_on: 31/02/2020\n"
        "       |          ^^^^^^^^^^\n"
        "  hint: write day/month/year; month 2/2020 has 29 days\n"
    ) in done.stderr
    assert "data.yaml:3:1: error[unknown-key]" in done.stderr
    assert "did you mean 'chair'?" in done.stderr


def test_the_same_records_come_as_json(written: Written) -> None:
    """
    fields: {held_on: date}
    ---
    held_on: tomorrow
    """
    done = called("check", "data.yaml", "--format", "json", cwd=written.folder)
    (outcome,) = json.loads(done.stdout)
    (record,) = outcome["diagnostics"]

    assert done.exit_code == outcome["exit_code"] == 4
    assert record["code"] == "not-a-date"
    assert record["origin"] == {"file": "data.yaml", "line": 2, "column": 10}


@pytest.mark.parametrize("name", ["bc [nháp].yaml", "bc [bold].yaml", "[red.yaml", ":smile:.yaml"])
@written_as(KIND)
def test_a_name_is_shown_as_it_is_written(written: Written, name: str) -> None:
    written.data.rename(written.folder / name)

    assert f" {name} " in called("check", name, cwd=written.folder).stdout


@written_as(KIND)
def test_brackets_in_a_name_are_no_mark_up(written: Written) -> None:
    (written.folder / "[").mkdir()
    written.data.rename(written.folder / "[" / "a].yaml")
    written.folder.joinpath("u.csv").rename(written.folder / "[" / "u.csv")

    assert called("check", "[/a].yaml", cwd=written.folder).exit_code == 0


def test_a_name_wider_than_the_screen_is_folded_and_not_cut(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("document",), [["w" * 900]])

    assert capsys.readouterr().out.count("w") == 900


@written_as(KIND)
def test_figures_and_why_tell_what_and_from_where(written: Written) -> None:
    figures = called("figures", "data.yaml", "--format", "json", cwd=written.folder)
    why = called("why", "rate", "data.yaml", cwd=written.folder)

    assert {line["name"]: line["printed"] for line in json.loads(figures.stdout)}["rate"] == "84%"
    assert "rate = 84% (exactly 68/81)" in why.stdout
    assert "Tỷ lệ" in called("figures", "data.yaml", cwd=written.folder).stdout
    assert "312    [u.csv:3:7]" in why.stdout


@written_as(KIND)
def test_a_claim_that_differs_can_be_looked_into(written: Written) -> None:
    with written.data.open("a", encoding="utf-8") as data:
        data.write("trained: 621\n")

    for command in (["why", "trained", "data.yaml"], ["figures", "data.yaml"]):
        done = called(*command, cwd=written.folder)
        assert done.exit_code == 4
        assert "612" in done.stdout
        assert "data.yaml:3:10: error[claim-differs]: trained is claimed to be 621" in done.stderr
    assert called("build", "data.yaml", cwd=written.folder).exit_code == 4
    assert not (written.folder / "out/paper.pdf").exists()


def test_why_takes_every_name_that_figures_lists(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, staff: count}}}
    tables: {by_name: {of: units, by: name, figures: {staff: sum(units.staff)}}}
    ---
    units: [{name: a.b, staff: 1}, {name: c, staff: 2}]
    """
    figures = json.loads(called("figures", "data.yaml", "--format", "json", cwd=written.folder).stdout)
    told = [called("why", line["name"], "data.yaml", cwd=written.folder).stdout for line in figures]

    assert [text.splitlines()[0] for text in told] == [
        "staff (a.b) = 1",
        "staff (c) = 2",
        "staff (total) = 3",
    ]
    assert "staff (d)" not in called("why", "by_name.staff (d)", "data.yaml", cwd=written.folder).stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["build"], 2),
        (["nonsense"], 2),
        (["why", "rate", "nowhere.yaml"], 4),
    ],
)
def test_exit_codes_are_as_published(arguments: list[str], code: int, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)

    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_first_page_says_of_a_command_what_its_own_page_says(name: str) -> None:
    command, entry = typer.main.get_command(app).commands[name], COMMANDS[name]  # type: ignore[attr-defined]

    assert (command.name, command.hidden) == (name, entry.hidden)
    assert command.get_short_help_str() == entry.about


def test_help_waits_for_neither_engines_nor_messages_nor_commands(tmp_path: Path) -> None:
    heavy = {"weasyprint", "docxtpl", "openpyxl", "lxml", "jinja2", "rich", "yaml", "pypdfium2", "fontTools"}
    heavy |= {"reportgen.model.messages", "reportgen.cli.build", "cryptography", "pyhanko", "sqlite3"}
    program = (
        "import sys; sys.argv = ['reportgen', '--help']\n"
        "from reportgen.cli.app import main\n"
        "try: main()\n"
        f"except SystemExit: print('LOADED', sorted({heavy!r} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, env=environment, text=True, capture_output=True, check=True)

    assert "LOADED []" in done.stdout


@written_as(
    KIND.replace("key_figures", "outputs: {docx: page.docx, pdf: page.html}\n    key_figures")
    + "--- templates/k/page.docx\n    {{ trained }} trên {{ staff }} người ({{ rate }}).\n"
)
def test_without_pango_word_papers_are_made_all_the_same(written: Written) -> None:
    (written.folder / "libpango-1.0.so.0").touch()

    done = run("build", "data.yaml", cwd=written.folder, LD_LIBRARY_PATH=str(written.folder))

    assert done.returncode == 8
    assert "no-pango" in done.stderr
    assert "WeasyPrint could not import" not in done.stdout + done.stderr
    assert [path.suffix for path in (written.folder / "out").glob("paper.*")] == [".docx"]


@pytest.mark.parametrize(
    ("folder", "why"), [("empty", "holds no document kinds"), ("templates/k", "kind itself")]
)
@written_as(KIND)
def test_a_folder_without_kinds_is_wrong_usage(written: Written, folder: str, why: str) -> None:
    (written.folder / "empty").mkdir()

    done = called("check", "data.yaml", "--templates", folder, cwd=written.folder)

    assert done.exit_code == 2
    assert why in done.stderr


@pytest.mark.parametrize(("stored", "column"), [(tcvn3, 25), (windows_1258, 29)])
def test_the_line_of_an_old_file_is_shown_as_it_was_read(
    stored: Callable[[str], bytes], column: int, tmp_path: Path
) -> None:
    """Windows-1258 keeps some tones as signs of their own, which count as columns and take no place."""
    file = tmp_path / "truong.csv"
    file.write_bytes(stored("Trường,Số người\nTrường Mầm non Hòa Bình,1x\n"))
    place = Origin(str(file), 2, column)

    shown = described(report("not-a-number", place, name="Số người", value="1x", way=""))

    line, caret = (unicodedata.normalize("NFC", text) for text in shown[1:3])
    assert line == "     2 | Trường Mầm non Hòa Bình,1x"
    assert caret == "       |                         ^^"
