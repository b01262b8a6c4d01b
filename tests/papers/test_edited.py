"""The head's pen in Word: wording may be changed, figures stand, and the paper is made from that file."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.audit.paper import open_paper
from reportgen.finish.word_final import made_final
from reportgen.model.artifact import DOCX
from reportgen.proof import faults
from reportgen.readback import read_back
from reportgen.readback.rewritten import rewritten
from reportgen.readback.stretches import letters
from tests.helpers.approving import steps
from tests.papers.issuing import DAY, change, die, run, told
from tools.tamper.forge import forged
from tools.tamper.parts import with_json
from tools.tamper.word import changed
from tools.tamper.word_deep import DEEP

DATA = Path(__file__).parents[2] / "data"
KIND = """title: Biên bản
fields: {number: code, symbol: code, venue: text, invited: count, present: count}
figures: {absent: {formula: invited - present, label: Số người vắng}}
register: {number: number, series: "{symbol}", sort: Biên bản}
outputs: {docx: bien-ban.docx}
file_name: bien-ban
"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build the draft of minutes that have one figure."""
    monkeypatch.chdir(tmp_path)
    kind = tmp_path / "templates" / "bien-ban"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(KIND, encoding="utf-8")
    template = docx.Document()
    template.add_paragraph("Số: {{ number|two_digits }}/{{ symbol }}")
    template.add_paragraph("Họp tại {{ venue }}, vắng {{ absent }} người. Thảo luận sôi nổi.")
    template.save(str(kind / "bien-ban.docx"))
    Path("offices.yaml").write_text("own: Phòng\noffices: [{name: Phòng}]\n", encoding="utf-8")
    data = "kind: bien-ban\nsymbol: BB-P\nvenue: phòng họp\ninvited: 20\npresent: 17\n"
    Path("hop.yaml").write_text(data, encoding="utf-8")
    run("build", "hop.yaml")
    return Path("out", "bien-ban.docx")


def issue(paper: Path, *more: str, code: int = 0) -> str:
    return run("issue", "hop.yaml", "--from", paper, *DAY, *more, code=code)


def said(paper: Path) -> str:
    return " ".join(read_back(paper.read_bytes(), DOCX).pieces)


def test_no_later_run_undoes_what_the_head_wrote(draft: Path) -> None:
    change(draft, "sôi nổi", "rất sôi nổi")
    issue(draft)
    (paper,) = Path("ban-hanh").rglob("*.docx")
    before = paper.read_bytes()
    run("issue", "hop.yaml", *DAY)
    run("build", "hop.yaml", code=7)  # the draft is another one than was built: it is left alone
    issue(draft)

    assert said(paper) == "Số: 01/BB-P Họp tại phòng họp, vắng 3 người. Thảo luận rất sôi nổi."
    assert paper.read_bytes() == before
    assert "rất sôi nổi" in said(draft)
    (entry,) = told()
    assert entry["told"]["wording"] == "nothing → “rất”"
    assert len(entry["entries"]) == 2
    run("register", "verify")
    run("audit", paper)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">3<", ">4<"),
        (">3<", "><"),
        ("sôi nổi", "sôi nổi, có 12 ý kiến"),
        ("sôi nổi", "sôi nổi, có ½ ý kiến"),
        ("</w:t></w:r></w:sdtContent>", "</w:t></w:r><w:r><w:t>5</w:t></w:r></w:sdtContent>"),
    ],
    ids=["edited", "taken out", "typed in", "another sign", "beside it"],
)
def test_a_number_that_the_head_touched_is_refused_and_none_is_burned(
    draft: Path, old: str, new: str
) -> None:
    run("issue", "hop.yaml", "--from", change(draft, old, new), *DAY, code=4)

    assert told() == []
    assert not list(Path("ban-hanh").rglob("*.docx"))


@pytest.mark.parametrize(
    "way",
    [
        "a figure as the result of a sum",
        "a figure's control bound to another text",
        "a number before a paragraph, as in a list",
    ],
)
def test_what_word_would_show_by_itself_is_refused_whatever_the_file_says_of_itself(
    draft: Path, way: str
) -> None:
    with zipfile.ZipFile(draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed(parts, DEEP[way])
    with_json(lambda text: forged(text, lambda values: not values.update(drawn=[])))(parts)
    with zipfile.ZipFile(draft, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    said = json.loads(run("issue", "hop.yaml", "--from", draft, *DAY, "--format", "json", code=4))
    assert [one["code"] for one in said["diagnostics"]] == ["worked-otherwise"]
    assert told() == []


@pytest.mark.parametrize("again", [True, False], ids=["from the same file", "without it"])
def test_a_run_that_died_goes_on_from_the_same_word_file_only(draft: Path, *, again: bool) -> None:
    change(draft, "sôi nổi", "rất sôi nổi")
    die("hop.yaml", "--from", str(draft), *DAY)
    run("issue", "hop.yaml", *(["--from", str(draft)] if again else []), *DAY)

    states = [(one["number"], one["state"]) for one in told()]
    assert states == ([("01/BB-P", "issued")] if again else [("01/BB-P", "cancelled"), ("02/BB-P", "issued")])
    (paper,) = Path("ban-hanh").rglob("*.docx")
    assert ("rất" in said(paper)) == again
    run("register", "verify")


@pytest.fixture(scope="module")
def saved_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Issue real minutes from a draft that was changed and saved by LibreOffice."""
    if (office := shutil.which("soffice")) is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    data = (DATA / "so-ket-van-khe" / "bien-ban.yaml").read_text(encoding="utf-8")
    (folder / "bien-ban.yaml").write_text(re.sub(r"(?m)^number:.*\n", "", data), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        asked = ("--symbol", "PGDĐT", "--parent", "UBND huyện Vân Khê")
        run("setup", ".", "--name", "Phòng Giáo dục và Đào tạo", *asked)
        run("build", "bien-ban.yaml", "--to", "docx")
        (draft,) = Path("out").glob("*.docx")
        change(draft.rename("sua.docx"), "nghỉ thai sản", "đang nghỉ thai sản")
        options = [f"-env:UserInstallation={(folder / 'settings').as_uri()}", "--headless", "--convert-to"]
        subprocess.run([office, *options, "docx", "--outdir", "out", "sua.docx"], check=True)
        *before, last = steps("bien-ban.yaml")
        for step in (*before, (*last, "--from", "out/sua.docx")):
            run(*step)
        run("issue", "bien-ban.yaml", "--from", "out/sua.docx", "--number", "7", *DAY)
        run("register", "verify")
        run("audit", "ban-hanh")
    return folder / "ban-hanh"


def test_both_formats_of_it_are_final_and_carry_the_same(saved_elsewhere: Path) -> None:
    """The Word file is the head's, without the mark, and numbered; the PDF is made from it."""
    word, pdf = (open_paper(next(saved_elsewhere.rglob(f"*.{one}"))) for one in ("docx", "pdf"))

    for one in (word, pdf):
        text = " ".join(one.shown.pieces)
        assert "Số: 07/BB-PGDĐT" in text
        assert "đang nghỉ thai sản" in text
        assert "DỰ THẢO" not in text
    assert word.manifest.registered == pdf.manifest.registered
    assert word.manifest.edited == pdf.manifest.edited
    assert set(pdf.printed) >= {"present_share", "attendance.1.present"}


def test_its_pdf_can_be_signed_above_the_names(saved_elsewhere: Path) -> None:
    with pikepdf.open(next(saved_elsewhere.rglob("*.pdf"))) as pdf:
        fields = {str(one.T): [float(side) for side in one.Rect] for one in pdf.Root.AcroForm.Fields}
        last = pdf.pages[-1].obj.objgen
        pages = {one.P.objgen for one in pdf.Root.AcroForm.Fields}

    assert list(fields) == ["secretary", "chair", "seal"]
    assert pages == {last}
    assert fields["secretary"][2] < fields["chair"][0]  # the one right of the other
    assert fields["seal"][0] < fields["chair"][0] < fields["seal"][2] < fields["chair"][2]


def test_its_pdf_lasts_but_has_tags_of_libreoffice(saved_elsewhere: Path) -> None:
    (pdf,) = saved_elsewhere.rglob("*.pdf")

    assert {fault.what for fault in faults(pdf.read_bytes())} == {
        "the file does not say that it is PDF/A-3a, but 3B",
        "the file does not say that it is PDF/UA-1",
        "something is neither tagged nor an artifact",
    }


pieces = st.lists(st.tuples(st.text("ab 1", max_size=12), st.sampled_from(["", "x", "y"])), max_size=8)


@given(pieces, st.lists(st.text("ab 1", max_size=12), max_size=8))
def test_a_page_that_was_rewritten_says_what_stands_there(
    page: list[tuple[str, str]], now: list[str]
) -> None:
    found = rewritten(page, now)

    assert letters(text for text, _ in found) == letters(now)
    assert {piece for piece in found if piece[1]} <= set(page)


@given(pieces)
def test_a_page_that_nobody_touched_keeps_all_names(page: list[tuple[str, str]]) -> None:
    kept = [piece for piece in rewritten(page, [text for text, _ in page]) if piece[0].strip()]

    assert kept == [piece for piece in page if piece[0].strip()]


@given(st.text("ab. ", min_size=1, max_size=12), st.text("ab07 ", max_size=12), st.integers(1, 5))
def test_a_line_is_filled_in_however_word_cut_it_into_runs(old: str, new: str, runs: int) -> None:
    made = docx.Document()
    line = made.add_paragraph()
    size = -(-len(old) // runs)
    for start in range(0, len(old), size):
        line.add_run(old[start : start + size])
    stream = io.BytesIO()
    made.save(stream)
    final, left = made_final(stream.getvalue(), [(old, new)] if letters([old]) else [])

    assert not left
    expected = new if letters([old]) else old
    assert letters(read_back(final, DOCX).pieces) == letters([expected])
