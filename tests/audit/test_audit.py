"""A finished paper tells by itself what was edited in it, in Word and in PDF."""

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from reportgen.audit import Audited, audit
from reportgen.cli.app import app
from reportgen.model.errors import DataError
from tests.audit.edited import FILES, attached, codes, manifest_in, rewritten, run
from tests.helpers import word
from tests.helpers.cases import split, write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make both papers, in both formats."""
    folder = tmp_path_factory.mktemp("built")
    write(folder, split(FILES)[1])
    made = run("build", *map(str, sorted(folder.glob("*.yaml"))), "--templates", str(folder / "templates"),
               "-o", str(folder / "out"))  # fmt: skip
    assert made == 0
    return folder / "out"


def told(found: Audited) -> list[tuple[str, dict[str, str]]]:
    return [(one.code, dict(one.values)) for one in found.findings]


@pytest.mark.parametrize("name", ["dot-1.docx", "dot-1.pdf", "dot-2.docx", "dot-2.pdf"])
def test_a_paper_that_nobody_touched_is_as_it_was_made(built: Path, name: str) -> None:
    found = audit(built / name)

    assert found.findings == ()
    assert found.recorded == found.computed == 8


def test_an_edited_figure_is_told_by_its_name(built: Path, tmp_path: Path) -> None:
    found = audit(rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", (">929<", ">939<")))

    ((code, values),) = told(found)
    assert (code, values["name"], values["was"], values["stands"]) == (
        "figure-edited",
        "CBQL đã bồi dưỡng (trained)",
        "929",
        "939",
    )
    assert found.says_no


def test_a_figure_that_is_typed_over_its_control_is_told(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / "dot-1.docx") as archive:
        text = archive.read("word/document.xml").decode()
    before, _, rest = text.partition("<w:sdt>")
    control, _, after = rest.partition("</w:sdt>")
    assert "1.240" in control
    flat = before + "<w:r><w:t>1.250</w:t></w:r>" + after
    paper = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", (text, flat))

    ((code, values),) = told(audit(paper))
    assert (code, values["name"], values["was"], values["stands"]) == (
        "figure-edited", "Tổng số CBQL (staff)", "1.240", "1.250",
    )  # fmt: skip


def test_an_edited_cell_is_told_by_its_row(built: Path, tmp_path: Path) -> None:
    paper = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", ("74,4%", "84,4%"))

    ((code, values),) = told(audit(paper))
    assert (code, values["name"]) == ("figure-edited", "by_district.reached (An Lão)")
    assert (values["was"], values["stands"]) == ("74,4%", "84,4%")


def test_an_edited_total_is_told(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / "dot-1.docx") as archive:
        text = archive.read("word/document.xml").decode()
    before, _, after = text.rpartition("1.240")
    paper = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", (text, f"{before}1.204{after}"))

    ((code, values),) = told(audit(paper))
    assert (code, values["name"]) == ("figure-edited", "by_district.staff (total)")


_SHOWN = '<w:r><w:rPr/><w:t xml:space="preserve">929</w:t></w:r>'


@pytest.mark.parametrize(
    ("look", "beside", "code"),
    [
        ("<w:strike/>", "", "figure-hidden"),
        ("<w:dstrike/>", "", "figure-hidden"),
        ('<w:color w:val="FFFFFF"/>', "", "figure-hidden"),
        ('<w:sz w:val="2"/>', "", "figure-hidden"),
        ('<w:rStyle w:val="Unseen"/>', "", "figure-hidden"),
        ("", '<w:sym w:font="Times New Roman" w:char="F030"/>', "figure-edited"),
        ('<w:strike w:val="0"/><w:color w:val="2E74B5"/><w:sz w:val="16"/>', "", ""),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', "", ""),
        ("", '<w:sym w:font="Wingdings" w:char="F030"/>', ""),
    ],
)
def test_a_figure_that_nobody_can_read_is_told(
    built: Path, tmp_path: Path, look: str, beside: str, code: str
) -> None:
    with zipfile.ZipFile(built / "dot-1.docx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    old = parts["word/document.xml"]
    shown = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">929</w:t>{beside}</w:r>'
    assert old.count(_SHOWN) == 1, old
    parts["word/document.xml"] = old.replace(_SHOWN, shown)
    _unseen_style(parts)
    paper = tmp_path / "dot-1.docx"
    paper.write_bytes(word.zipped(parts))

    found = told(audit(paper))
    assert [(one, values["name"], values.get("stands", "")) for one, values in found] == (
        [(code, "CBQL đã bồi dưỡng (trained)", "9290" if beside else "")] if code else []
    )


def _unseen_style(parts: dict[str, str]) -> None:
    """Give a paper a style whose letters are hidden."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    hidden = '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    parts["word/styles.xml"] = f"<w:styles {space}>{hidden}</w:styles>"
    sort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
    relation = f'<Relationship Id="rIdUnseen" Type="{sort}" Target="styles.xml"/></Relationships>'
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace("</Relationships>", relation)


def test_what_word_would_show_next_counts(built: Path, tmp_path: Path) -> None:
    kept = ("<trained>929</trained>", "<trained>992</trained>")
    paper = rewritten(built / "dot-1.docx", tmp_path, "customXml/item1.xml", kept)

    ((code, values),) = told(audit(paper))
    assert (code, values["stands"]) == ("figure-edited", "992")


def test_edited_words_are_told_with_those_before_them(built: Path, tmp_path: Path) -> None:
    paper = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", ("Cả huyện", "Toàn tỉnh"))

    ((code, values),) = told(audit(paper))
    assert (code, values["was"], values["stands"]) == ("words-edited", "Cả huyện", "Toàn tỉnh")
    assert values["before"] == ", behind “Báo cáo đợt 1”"


def test_words_beside_a_figure_do_not_accuse_it(built: Path, tmp_path: Path) -> None:
    paper = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", ("> người (<", "> người [<"))

    assert codes(audit(paper)) == ["words-edited"]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (('"gives":929', '"gives":939'), ["manifest-changed", "figure-computes-otherwise"]),
        (
            ('"printed":"929","value":929', '"printed":"939","value":939'),
            ["manifest-changed", "figure-computes-otherwise", "manifest-contradicts"],
        ),
        (('"data":"dot-1.yaml"', '"data":"dot-9.yaml"'), ["manifest-changed"]),
        (
            ('"places":1,"at":[{"printed":"74,9%"', '"places":2,"at":[{"printed":"74,9%"'),
            ["manifest-changed", "figure-computes-otherwise"],
        ),
        (('"format":1', '"format":2'), ["manifest-unreadable"]),
        (('"format":1', '"format":NaN'), ["manifest-unreadable"]),
        (('{"format"', '["format"'), ["manifest-unreadable"]),
    ],
    ids=["a sum", "a figure", "the data file", "the rounding", "a later format", "no number", "no JSON"],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_an_edited_manifest_is_told(
    built: Path, tmp_path: Path, suffix: str, edit: tuple[str, str], expected: list[str]
) -> None:
    paper, (old, new) = built / f"dot-1{suffix}", edit

    def change(content: bytes) -> bytes:
        assert content.count(old.encode()) == 1, content.decode()
        return content.replace(old.encode(), new.encode())

    if suffix == ".docx":
        paper = rewritten(paper, tmp_path, "customXml/item1.xml", (old, new))
    else:
        paper = attached(paper, tmp_path, change)
    assert codes(audit(paper)) == expected


def test_a_paper_without_its_manifest_says_so(built: Path, tmp_path: Path) -> None:
    without = attached(built / "dot-1.pdf", tmp_path, lambda _: None)
    relation = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"'
    word = rewritten(
        built / "dot-1.docx",
        tmp_path,
        "word/_rels/document.xml.rels",
        (relation, relation.replace("Xml", "Y")),
    )

    assert codes(audit(without)) == codes(audit(word)) == ["no-manifest"]


def test_a_manifest_of_another_paper_is_found(built: Path, tmp_path: Path) -> None:
    other = manifest_in(built / "dot-2.pdf")
    found = audit(attached(built / "dot-1.pdf", tmp_path, lambda _: other))

    assert [code for code, _ in told(found)] == ["manifest-of-another"]


def test_an_attachment_that_unpacks_to_more_than_a_manifest_is_cut_off(built: Path, tmp_path: Path) -> None:
    bomb = attached(built / "dot-1.pdf", tmp_path, lambda _: b" " * (80 << 20))

    assert bomb.stat().st_size < 1 << 20
    assert codes(audit(bomb)) == ["manifest-unreadable"]


def test_another_file_is_no_paper(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(DataError) as caught:
        audit(tmp_path / "x.txt")
    assert [one.code for one in caught.value.diagnostics] == ["audit-format"]


def test_what_is_not_there_is_missing_whatever_its_name(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        audit(tmp_path / "GCN")

    assert [one.code for one in caught.value.diagnostics] == ["file-missing"]


@pytest.fixture(scope="module")
def resaved(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let LibreOffice save a paper as Word again."""
    if (office := shutil.which("soffice")) is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    options = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [office, *options, "--outdir", folder, built / "dot-1.docx"],
        capture_output=True, check=True,
    )  # fmt: skip
    return folder / "dot-1.docx"


def test_a_paper_saved_by_another_program_still_carries_everything(resaved: Path) -> None:
    found = audit(resaved)

    assert found.findings == ()
    assert found.computed == 8


def test_what_was_edited_is_found_in_what_another_program_saved(resaved: Path, tmp_path: Path) -> None:
    paper = rewritten(resaved, tmp_path, "word/document.xml", (">929<", ">939<"))

    ((code, values),) = told(audit(paper))
    assert (code, values["name"], values["stands"]) == ("figure-edited", "CBQL đã bồi dưỡng (trained)", "939")


def over(content: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Draw something on the first page that is no text in any tag."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(content))

    return change


def with_note(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[50, 600, 300, 700],
        Contents="999 người", DA="/Helv 20 Tf",
    )  # fmt: skip
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


def with_odd_pictures(pdf: pikepdf.Pdf) -> None:
    resources = pikepdf.Dictionary(dict(pdf.pages[0].obj.Resources.items()))
    resources.XObject = pikepdf.Dictionary(A=5, B=pikepdf.Array([]), C=pikepdf.Name.X)
    pdf.pages[0].obj.Resources = resources


def with_odd_notes(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = pikepdf.Array([5, pikepdf.Name.X, pikepdf.Dictionary(Rect=7)])


@pytest.mark.parametrize(
    "change",
    [
        with_odd_pictures,
        with_odd_notes,
        over(b"q 1 1 1 rg 0 0 600 900 re f Q"),
        over(b"/Artifact BMC q 1 1 1 rg 90 700 60 20 re f Q EMC"),
        with_note,
    ],
)
def test_a_page_of_a_pdf_that_was_painted_over_is_told(
    built: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    paper = tmp_path / "dot-2.pdf"
    with pikepdf.open(built / "dot-2.pdf") as pdf:
        change(pdf)
        pdf.save(paper)

    told = [(one.code, str(one.origin)) for one in audit(paper).findings if one.code != "eye-differs"]
    assert told == [("page-redrawn", f"{paper}: page 1")]


def test_a_pdf_that_was_only_saved_anew_is_as_it_was_made(built: Path, tmp_path: Path) -> None:
    with pikepdf.open(built / "dot-2.pdf") as pdf:
        pdf.save(
            tmp_path / "dot-2.pdf", recompress_flate=True, linearize=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )  # fmt: skip

    assert not audit(tmp_path / "dot-2.pdf").findings


def test_the_exit_code_says_no(built: Path, tmp_path: Path) -> None:
    edited = rewritten(built / "dot-1.docx", tmp_path, "word/document.xml", (">929<", ">939<"))

    assert run("audit", str(built / "dot-1.docx"), str(built / "dot-2.pdf")) == 0
    assert run("audit", str(built / "dot-1.docx"), str(edited)) == 10


def test_a_folder_is_audited_with_all_that_is_below_it(built: Path, tmp_path: Path) -> None:
    (tmp_path / "xa" / "mot").mkdir(parents=True)
    shutil.copy(built / "dot-2.pdf", tmp_path / "xa")
    rewritten(built / "dot-1.docx", tmp_path / "xa" / "mot", "word/document.xml", (">929<", ">939<"))
    (tmp_path / "hong.pdf").write_text("no PDF at all")

    done = CliRunner().invoke(app, ["audit", str(tmp_path)])

    assert done.exit_code == 10
    assert done.stdout.splitlines()[0].startswith(f"{tmp_path / 'xa' / 'dot-2.pdf'}: ")
    assert f"{tmp_path / 'xa' / 'mot' / 'dot-1.docx'}: error[figure-edited]" in done.stderr
    assert f"{tmp_path / 'hong.pdf'}: error[unreadable-pdf]" in done.stderr
