"""What only a page shows is measured: on the pages of a PDF, and on those that LibreOffice makes of Word."""

import shutil
import subprocess
from pathlib import Path

import pytest

from reportgen.form import RULES
from reportgen.lint import Linted, lint
from tests.lint.broken_papers import ADVISED, BROKEN, GOOD, ON_PAGES, written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


ALL = BROKEN | ON_PAGES | ADVISED


def rules(found: Linted) -> set[str]:
    return {dict(finding.values).get("rule", finding.code) for finding in found.findings}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the good paper and all the broken ones, each in both formats."""
    folder = tmp_path_factory.mktemp("papers")
    good = {"nothing": written(folder / "good.docx")}
    good |= {
        what: written(folder / f"good-{n}.docx", change) for n, (what, change) in enumerate(GOOD.items())
    }
    broken = {
        what: written(folder / f"{number}.docx", change)
        for number, (what, (_, change)) in enumerate(ALL.items())
    }
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    files = [str(file) for file in (*good.values(), *broken.values())]
    command = ["soffice", settings, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)
    return good | broken


def test_a_paper_that_follows_the_decree_passes_in_both_formats(papers: dict[str, Path]) -> None:
    good = [papers[what] for what in ("nothing", *GOOD)]

    found = lint([*good, *(file.with_suffix(".pdf") for file in good)])

    assert {one.file: one.findings for one in found if one.findings} == {}


@pytest.mark.parametrize("what", ALL)
def test_one_thing_changed_is_found_in_the_pdf(what: str, papers: dict[str, Path]) -> None:
    rule, _ = ALL[what]

    (found,) = lint([papers[what].with_suffix(".pdf")], advice=what in ADVISED)

    assert rule in rules(found)


def test_what_only_a_page_shows_is_found_in_word_files(papers: dict[str, Path]) -> None:
    wanted = {papers[what]: rule for what, (rule, _) in (ON_PAGES | ADVISED).items()}

    found = lint(list(wanted), advice=True)

    missed = [one.file for one in found if wanted[Path(one.file)] not in rules(one)]
    assert missed == []


def test_every_rule_has_a_paper_that_breaks_it() -> None:
    assert {rule for rule, _ in ALL.values()} == set(RULES)
