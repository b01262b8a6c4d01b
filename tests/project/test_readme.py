"""What the README and the guide show is what the program does."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.model.messages import MESSAGES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/huong-dan.md").read_text(encoding="utf-8")
SETTING_UP = re.compile(r"(git|make|cd|ls|\.|sudo|wsl|brew|exit|export) ?")
LEFT_OUT = "…"
BASH = shutil.which("bash") or "bash"


@dataclass
class Shown:
    """A command as a page shows it, with the lines that it says the command prints."""

    command: str
    lines: list[str] = field(default_factory=list)

    @property
    def pattern(self) -> str:
        """What it prints: … stands for lines when it stands alone, and for letters inside a line."""
        return "".join(
            r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line).replace(LEFT_OUT, ".*") + r"\n"
            for line in map(plain, self.lines)
        )


def plain(line: str) -> str:
    return " ".join(line.split())


def shown(page: str) -> Iterator[Shown]:
    for block in re.findall(r"^```console\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        one: Shown | None = None
        for line in block.splitlines():
            if line.startswith("$ "):
                if one:
                    yield one
                one = Shown(line.removeprefix("$ "))
            else:
                assert one, f"a console block begins with: {line}"
                one.lines.append(line)
        assert one
        yield one


def files(page: str) -> dict[str, str]:
    """Give the files that a page shows, each after a comment with its name: a block, or a table for Excel."""
    named = re.compile(
        r"^<!-- (\S+\.\w+) -->\n(?:```\w+\n(.*?)^```|((?:\|[^\n]*\n)+))", re.DOTALL | re.MULTILINE
    )
    return {name: block or table for name, block, table in named.findall(page)}


def put(page: str, folder: Path) -> None:
    for name, content in files(page).items():
        if name.endswith(".xlsx"):
            workbook = openpyxl.Workbook()
            sheet = workbook.worksheets[0]
            for line in content.splitlines():
                if not line.startswith("|---"):
                    sheet.append([cell.strip() for cell in line.strip("|").split("|")])
            workbook.save(folder / name)
        else:
            (folder / name).write_text(content, encoding="utf-8")


def ready(folder: Path) -> None:
    """Copy what a reader has."""
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "templates").symlink_to(ROOT / "templates")  # as the program here has them: none hides another


def run(command: str) -> tuple[str, int]:
    """Run a command of the shell, or one of the program here, where it is loaded already."""
    first, *arguments = shlex.split(command)
    if first == "reportgen":
        done = CliRunner().invoke(app, arguments, catch_exceptions=False)
        said, code = done.output, done.exit_code
    else:
        told = subprocess.run(
            [BASH, "-c", command], check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        said, code = told.stdout, told.returncode
    return "".join(f"{plain(line)}\n" for line in said.splitlines()), code


@pytest.mark.parametrize(
    ("page", "language"), [(README, "en"), (GUIDE, "vi")], ids=["README.md", "huong-dan.md"]
)
def test_every_command_prints_what_the_page_shows(
    page: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTGEN_LANG", language)
    ready(tmp_path)
    put(page, tmp_path)
    for one in shown(page):
        if SETTING_UP.match(one.command):
            continue
        printed, code = run(one.command)
        assert re.fullmatch(one.pattern, printed), f"$ {one.command}\n{printed}"
        assert (code == 0) == (re.search(r"(error|lỗi)\[", one.pattern.replace("\\", "")) is None), (
            f"$ {one.command}: exit {code}"
        )


def test_the_data_files_of_the_guide_can_be_built_but_for_the_wrong_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them also claims what the guide says that it may."""
    monkeypatch.chdir(tmp_path)
    ready(tmp_path)
    put(GUIDE, tmp_path)
    names = {name for name in files(GUIDE) if name.endswith(".yaml")} - {"phoi.yaml", "sai.yaml"}
    (claim,) = re.findall(r"`(present_share: \S+%)`", GUIDE)
    with (tmp_path / "hop-thang-10.yaml").open("a", encoding="utf-8") as data:
        data.write(f"{claim}\n")

    printed, code = run(f"reportgen check {' '.join(sorted(names))}")
    assert code == 0, printed
    assert run("reportgen check sai.yaml")[1] != 0


def test_whole_data_files_are_all_tested() -> None:
    blocks = re.findall(r"^```yaml\n(kind: .*?)^```", README + GUIDE, re.DOTALL | re.MULTILINE)

    assert set(blocks) <= set(files(GUIDE).values())


def test_the_guide_explains_only_messages_that_there_are() -> None:
    table = GUIDE.partition("| Mã |")[2]
    first_cells = re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)
    codes = {code for cell in first_cells for code in re.findall(r"`([a-z0-9-]+)`", cell)}

    assert len(codes) > 30
    assert codes <= set(MESSAGES)


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "benchmarks/README.md"):
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)#\s]+)|^\[\w+\]: (\S+)$", text, re.MULTILINE):
            target = "".join(link)
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_guides_contents_name_its_sections() -> None:
    sections = {heading.lower() for heading in re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)}
    anchors = {re.sub(r"[^\w -]", "", section).replace(" ", "-") for section in sections}

    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) == anchors


def test_pictures_are_small_and_each_is_shown() -> None:
    pictures = list((ROOT / "docs/pictures").iterdir())

    assert sum(picture.stat().st_size for picture in pictures) < 400_000
    assert all(f"docs/pictures/{picture.name}" in README for picture in pictures)
