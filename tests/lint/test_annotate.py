"""``lint --annotate`` writes copies of Word files, in which each finding is a comment where it stands."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.lint.broken_papers import bold, size, written


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a paper with two mistakes, where nothing can lay it out."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return written(tmp_path / "bao-cao.docx", size("SỞ GIÁO", 11), bold("Nguyễn Thị Hòa", on=False))


def lint(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["lint", *map(str, arguments)])


def spoken_of(document: Document) -> dict[str, str]:
    """Tell of what words each comment speaks: by what it says, the text between its marks."""
    found = {}
    for comment in document.comments:
        begin = next(
            mark
            for mark in document.element.iter(qn("w:commentRangeStart"))
            if mark.get(qn("w:id")) == str(comment.comment_id)
        )
        paragraph = next(begin.iterancestors(qn("w:p")))
        found[comment.text] = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
    return found


def test_each_finding_is_a_comment_at_its_paragraph(paper: Path, tmp_path: Path) -> None:
    result = lint(paper, "--annotate", tmp_path / "gop-y.docx")

    assert result.exit_code == 10
    assert "gop-y.docx (written): 3 remarks\n" in result.stdout
    said = spoken_of(docx.Document(str(tmp_path / "gop-y.docx")))
    rules = {text.split(":")[0]: words for text, words in said.items()}
    assert rules["rule H-4"] == "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
    assert rules["rule S-2"] == "Nguyễn Thị Hòa"
    assert any("LibreOffice" in text and words == "UBND THÀNH PHỐ HẢI PHÒNG" for text, words in said.items())


def test_remarks_in_the_xml_move_no_comment(paper: Path, tmp_path: Path) -> None:
    document = docx.Document(str(paper))
    document.element.body.insert(0, etree.Comment("x"))
    document.save(str(paper))

    lint(paper, "--annotate", tmp_path / "gop-y.docx")

    said = spoken_of(docx.Document(str(tmp_path / "gop-y.docx")))
    assert {text.split(":")[0]: words for text, words in said.items()}["rule S-2"] == "Nguyễn Thị Hòa"


def test_the_copy_says_what_the_original_says_and_the_same_bytes_each_time(
    paper: Path, tmp_path: Path
) -> None:
    before = paper.read_bytes()
    lint(paper, "--annotate", tmp_path / "1.docx")
    lint(paper, "--annotate", tmp_path / "2.docx")

    assert paper.read_bytes() == before
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()
    original, copy = docx.Document(str(paper)), docx.Document(str(tmp_path / "1.docx"))
    assert [p.text for p in copy.paragraphs] == [p.text for p in original.paragraphs]


def test_comments_that_are_there_already_stay(paper: Path, tmp_path: Path) -> None:
    document = docx.Document(str(paper))
    document.add_comment(document.paragraphs[0].runs[0], "xem lại tên loại", "Hoa")
    document.save(str(paper))

    lint(paper, "--annotate", tmp_path / "gop-y.docx")

    comments = list(docx.Document(str(tmp_path / "gop-y.docx")).comments)
    assert (comments[0].author, comments[0].text) == ("Hoa", "xem lại tên loại")
    assert len({comment.comment_id for comment in comments}) == len(comments) == 4


def test_a_copy_replaces_nothing(paper: Path) -> None:
    before = paper.read_bytes()

    result = lint(paper, "--annotate", paper)

    assert result.exit_code == 7
    assert "output-is-input" in result.stderr
    assert paper.read_bytes() == before


def test_a_copy_never_replaces_its_paper_although_it_was_made_here(paper: Path, tmp_path: Path) -> None:
    made = tmp_path / "1.docx"
    lint(paper, "--annotate", made)

    result = lint(made, "--annotate", made)

    assert (result.exit_code, "output-is-input" in result.stderr) == (7, True)


def test_several_copies_go_into_a_folder(paper: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "bao-cao-2.docx", size("SỞ GIÁO", 11))

    refused = lint(paper, other, "--annotate", tmp_path / "gop-y.docx")
    done = lint(paper, other, "--annotate", tmp_path / "gop-y")

    assert "annotate-several" in refused.stderr
    assert done.exit_code == 10
    assert sorted(path.name for path in (tmp_path / "gop-y").glob("*.docx")) == [
        "bao-cao-2.docx",
        "bao-cao.docx",
    ]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_copy_and_keeps_its_comments(tmp_path: Path) -> None:
    paper = written(tmp_path / "bao-cao.docx", size("SỞ GIÁO", 11))
    lint(paper, "--annotate", tmp_path / "gop-y.docx")

    settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
    command = ["soffice", settings, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path / "saved"), str(tmp_path / "gop-y.docx")],
        check=True,
        capture_output=True,
    )

    (comment,) = docx.Document(str(tmp_path / "saved" / "gop-y.docx")).comments
    assert comment.text.startswith("rule H-4: size 11")
