"""A PDF that promises to be fit for the archive and for a screen reader is held to it."""

from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.lint import Linted, lint

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "templates" / "minutes" / "examples" / "bien-ban.yaml"


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    built = CliRunner().invoke(app, ["build", str(EXAMPLE), "--to", "pdf", "--output", str(folder)])
    assert built.exit_code == 0, built.output
    return next(folder.rglob("*.pdf"))


def linted(file: Path, *, advice: bool = False) -> Linted:
    (found,) = lint([file], advice=advice)
    return found


def codes(found: Linted) -> set[str]:
    return {finding.code for finding in found.findings}


def test_what_is_printed_here_keeps_the_decree_and_both_standards(minutes: Path) -> None:
    found = linted(minutes)

    assert (found.kind, found.findings) == ("BIÊN BẢN", ())


def test_a_promise_that_is_broken_is_an_error(minutes: Path, tmp_path: Path) -> None:
    with pikepdf.open(minutes) as pdf:
        del pdf.Root.Lang
        pdf.save(tmp_path / "changed.pdf")

    (finding,) = (one for one in linted(tmp_path / "changed.pdf").findings if "7.2" in one.message)

    assert (finding.code, finding.stops) == ("archive-rule", True)


def test_what_is_not_promised_is_advised(minutes: Path, tmp_path: Path) -> None:
    with pikepdf.open(minutes) as pdf:
        del pdf.Root.Lang, pdf.Root.Metadata
        pdf.save(tmp_path / "changed.pdf")

    assert linted(tmp_path / "changed.pdf").findings == ()
    assert "archive-advice" in codes(linted(tmp_path / "changed.pdf", advice=True))


def test_a_locked_file_is_not_passed(minutes: Path, tmp_path: Path) -> None:
    with pikepdf.open(minutes) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="one", user="two"))

    found = linted(tmp_path / "locked.pdf")

    assert (found.unread, codes(found)) == (True, {"unreadable-pdf"})


def test_a_page_that_is_turned_is_read_as_it_is_shown(minutes: Path, tmp_path: Path) -> None:
    with pikepdf.open(minutes) as pdf:
        for page in pdf.pages:
            width, height = page.mediabox[2], page.mediabox[3]
            turned = pikepdf.Stream(pdf, f"q 0 1 -1 0 {height} 0 cm ".encode())
            page.contents_add(turned, prepend=True)
            page.contents_add(pikepdf.Stream(pdf, b" Q"))
            page.mediabox = pikepdf.Array([0, 0, height, width])
            page.Rotate = 90
        pdf.save(tmp_path / "turned.pdf")

    found = linted(tmp_path / "turned.pdf")

    assert found.kind == "BIÊN BẢN"
    assert not [one for one in found.findings if one.code == "form-rule"]


def test_a_scan_with_unseen_letters_is_not_passed(minutes: Path, tmp_path: Path) -> None:
    with pikepdf.open(minutes) as pdf:
        for page in pdf.pages:
            page.contents_add(pikepdf.Stream(pdf, b"3 Tr "), prepend=True)
        pdf.save(tmp_path / "scan.pdf")

    found = linted(tmp_path / "scan.pdf")

    assert (found.unread, codes(found)) == (True, {"pdf-without-text"})
