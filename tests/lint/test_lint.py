"""A paper that follows Decree 30/2020/NĐ-CP passes; with one thing changed, rule and place are told."""

import json
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.lint import Linted, lint
from tests.lint.broken_papers import BROKEN, GOOD, exact_lines, said, size, the, written
from tools import form_rules_doc

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "templates").glob("*/examples/*.yaml"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return written(tmp_path / "bao-cao.docx")


def linted(file: Path, *, advice: bool = False) -> Linted:
    """Look at one file, and not at its pages."""
    (found,) = lint([file], advice=advice, measured=False)
    return found


def rules(file: Path, *, advice: bool = False) -> list[str]:
    """Name the rules that are broken, each once."""
    found = [
        dict(finding.values).get("rule", finding.code) for finding in linted(file, advice=advice).findings
    ]
    return list(dict.fromkeys(found))


def test_a_paper_made_by_hand_after_the_decree_passes(paper: Path) -> None:
    assert linted(paper, advice=True).findings == ()
    assert linted(paper).kind == "BÁO CÁO"


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_kind_that_comes_with_the_program_breaks_a_rule(example: Path, tmp_path: Path) -> None:
    built = CliRunner().invoke(app, ["build", str(example), "--to", "docx", "--output", str(tmp_path)])
    assert built.exit_code == 0, built.output

    found = {paper.name: linted(paper) for paper in tmp_path.rglob("*.docx")}

    assert found
    assert {name: one.findings for name, one in found.items() if one.says_no} == {}


@pytest.mark.parametrize("what", GOOD)
def test_what_is_otherwise_and_right_passes(what: str, tmp_path: Path) -> None:
    found = linted(written(tmp_path / "bao-cao.docx", GOOD[what]))

    assert found.findings == ()


@pytest.mark.parametrize("what", BROKEN)
def test_one_thing_changed_is_found(what: str, paper: Path) -> None:
    rule, change = BROKEN[what]
    document = docx.Document(str(paper))
    change(document)
    document.save(str(paper))

    assert rule in rules(paper)


def test_a_finding_says_where_it_stands_and_what_stands_there(paper: Path) -> None:
    document = docx.Document(str(paper))
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))

    (finding,) = linted(paper).findings

    assert str(finding.origin) == f"{paper}: body, table 1, row 1, cell 1, paragraph 2"
    assert finding.message == "rule H-4: size 11: “SỞ GIÁO DỤC VÀ ĐÀO TẠO”"


def test_lines_said_in_points_are_left_alone(paper: Path) -> None:
    """What they come to depends on the size of the letters beside them."""
    document = docx.Document(str(paper))
    exact_lines(document)
    document.save(str(paper))

    assert rules(paper) == []


def test_a_draft_without_number_and_date_passes(paper: Path) -> None:
    document = docx.Document(str(paper))
    the(document, "Số: 05").runs[0].text = "Số: …………/BC-SGDĐT"
    the(document, "Hải Phòng, ngày").runs[0].text = "Hải Phòng, ngày … tháng … năm …"
    document.save(str(paper))

    assert rules(paper) == []


def test_a_paper_before_the_decree_is_only_advised(paper: Path) -> None:
    document = docx.Document(str(paper))
    the(document, "Hải Phòng, ngày").runs[0].text = "Hải Phòng, ngày 09 tháng 6 năm 2019"
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))

    assert rules(paper) == ["form-not-bound"]
    assert rules(paper, advice=True) == ["form-not-bound", "H-4"]
    assert not linted(paper, advice=True).says_no


def test_two_papers_in_one_file_are_both_looked_at(paper: Path) -> None:
    document = docx.Document(str(paper))
    for element in [
        deepcopy(element) for element in document.element.body if not element.tag.endswith("sectPr")
    ]:
        document.element.body.insert(-1, element)
    said(document)[-1].runs[0].bold = False
    document.save(str(paper))

    assert rules(paper) == ["S-2"]


def test_page_numbers_stand_above_the_text_and_not_on_the_first_page(paper: Path) -> None:
    def number(paragraph: Paragraph) -> None:
        element = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}fldSimple", {})
        element.set(f"{{{paragraph._p.nsmap['w']}}}instr", "PAGE")
        paragraph._p.append(element)

    document = docx.Document(str(paper))
    number(document.sections[0].footer.paragraphs[0])
    document.save(str(paper))
    assert rules(paper) == ["P-6"]

    document.sections[0].footer.is_linked_to_previous = True
    header = document.sections[0].header.paragraphs[0]
    number(header)
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(paper))
    assert rules(paper) == ["P-6"]

    document.sections[0].different_first_page_header_footer = True
    document.save(str(paper))
    assert rules(paper) == []


def test_the_command_leaves_with_ten_where_a_rule_is_broken(paper: Path) -> None:
    good = CliRunner().invoke(app, ["lint", str(paper)])
    document = docx.Document(str(paper))
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))
    bad = CliRunner().invoke(app, ["lint", str(paper), "--format", "json"])

    assert (good.exit_code, bad.exit_code) == (0, 10)
    assert good.output == f"{paper}: Báo cáo: no rule is broken\n"
    assert [one["rule"] for one in json.loads(bad.stdout)["files"][0]["findings"]] == ["H-4"]


def test_the_documentation_lists_every_rule() -> None:
    assert form_rules_doc.TARGET.read_text(encoding="utf-8") == form_rules_doc.page(), "make docs"


def test_the_end_says_when_not_everything_could_be_looked_at(
    paper: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = CliRunner().invoke(app, ["lint", str(paper)])

    assert done.exit_code == 0
    assert done.stdout == f"{paper}: Báo cáo: no rule is broken of what was looked at\n"
    assert "LibreOffice is not on the path" in done.stderr


def test_a_certificate_is_of_its_sector_whatever_days_stand_in_it(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "GIẤY CHỨNG NHẬN", "Sinh ngày 05 tháng 9 năm 1981"):
        document.add_paragraph().add_run(text).bold = True
    document.save(str(tmp_path / "chung-nhan.docx"))

    found = linted(tmp_path / "chung-nhan.docx")

    assert (found.kind, [one.code for one in found.findings]) == ("GIẤY CHỨNG NHẬN", ["form-of-sector"])
