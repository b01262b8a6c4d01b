"""What the documentation says is what the program does."""

import re
import tomllib
from pathlib import Path

from reportgen.compose import FILTERS, figure_text
from reportgen.compute.functions import FUNCTIONS
from reportgen.kinds import Shelf, kind_schema
from reportgen.model.kind import SCALARS
from reportgen.pipeline import compose_paper, produce
from reportgen.quoting import check_templates, left_unsaid
from reportgen.study import study
from tests.helpers.written import Written, write_kind

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
KINDS = (DOCS / "kinds.md").read_text(encoding="utf-8")
CSV = "Quận, huyện;Loại hình;Tổng số CBQL;CBQL đã bồi dưỡng\nLê Chân;công lập;10;8\nLê Chân;tư thục;6;4\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", KINDS, re.DOTALL | re.MULTILINE)


def documented(folder: Path) -> Written:
    """Put the pieces of docs/kinds.md together as one kind, with its data."""
    *kind, data = blocks("yaml")
    write_kind(folder, "report", "".join(kind))
    (page,) = blocks("html")
    (folder / "templates/report/report.html").write_text(page, encoding="utf-8")
    (folder / "units.csv").write_text(CSV, encoding="utf-8-sig")
    (folder / "data.yaml").write_text(data, encoding="utf-8")
    earlier = "units: [{district: Lê Chân, sector: công lập, managers: 9, managers_trained: 1}]\n"
    (folder / "round-1.yaml").write_text(f"kind: report\nround: 1\n{earlier}", encoding="utf-8")
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def test_the_kind_of_the_documentation_is_a_kind(tmp_path: Path) -> None:
    found = documented(tmp_path).study()

    shown = {name: figure_text(figure) for name, figure in found.figures.named.items()}
    assert shown["managers_share"] == "69%"
    assert (shown["public_part"], shown["private_part"]) == ("38,5%", "61,5%")
    assert [figure.shown for figure in found.figures.tables["by_district"].figures["left"]] == [3, 4]


def test_its_template_prints_and_what_it_leaves_unsaid_is_told(tmp_path: Path) -> None:
    import datetime as dt  # noqa: PLC0415

    written = documented(tmp_path)
    found = study(written.data, written.shelf)
    quoted = check_templates(found.kind, ["pdf"])

    told = [dict(note.values)["name"] for note in left_unsaid(found.kind, found.dataset, quoted)]
    assert told == ["units.share_trained"]
    paper = compose_paper(found.kind, found.dataset, found.figures, today=dt.date(2020, 1, 19))
    assert produce(paper, "pdf").content.startswith(b"%PDF")


def test_every_type_function_and_filter_is_documented() -> None:
    for word in (*SCALARS, *FILTERS, *kind_schema()["properties"]):
        assert f"`{word}`" in KINDS or f"{word}:" in KINDS, word
    for word in FUNCTIONS:
        assert f"`{word}(" in KINDS, word


def test_the_readme_names_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in sorted(DOCS.glob("*.md")) if f"](docs/{page.name})" not in readme] == []


def test_every_package_is_explained_in_the_version_that_is_installed() -> None:
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    pinned = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob("requirements*.txt"))

    for name, version in re.findall(r"^([\w.-]+)(?:\[.*\])?==([\w.]+)", pinned, re.MULTILINE):
        told = re.findall(rf"(?<![\w-]){re.escape(name)}(?: (\d[\w.]*\w))?(?![\w-])", page)
        assert told, name
        assert {one for one in told if one} <= {version}, name


def test_packages_that_are_asked_for_are_told_from_those_that_come_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    _, table, *_ = page.split("Named in `pyproject.toml`:")

    asked = {re.match(r"[\w-]+", one)[0] for one in project["dependencies"]}  # type: ignore[index]
    assert set(re.findall(r"^\| ([\w-]+) \d", table.partition("What these bring")[0], re.MULTILINE)) == asked
