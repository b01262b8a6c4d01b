"""Certificates that prove themselves: a signed QR code that anybody can check, without a server."""

import hashlib
import io
import json
import resource
import stat
import zipfile
from pathlib import Path

import pikepdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reportgen.audit.paper import open_paper
from reportgen.finish.code_place import PICTURE_DIGEST
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.claims import Claims
from reportgen.model.errors import OutputError
from reportgen.papers import OfficeFolder, find_office
from reportgen.papers.codes import Verdict, verdict_of
from reportgen.papers.keys import FILE, make_key, secret_key
from reportgen.proof import faults
from reportgen.readback import read_back
from reportgen.render.template.pages import find_part
from reportgen.token import Damaged, opened, public_key_of, read_public_key, signed, symbol_of
from reportgen.token.base45 import LETTERS, decoded, encoded
from reportgen.token.modules import rows_of
from tests.papers.coded import CLAIMS, KEY, OTHER, OWNER, PEOPLE, SECRET, expected_symbol, issued, papers, run

GOLDEN = Path(__file__).parent / "code-1.txt"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return issued(tmp_path_factory.mktemp("office"))


def test_a_word_certificate_shows_the_code_that_its_manifest_and_its_place_in_the_register_give(
    office: Path,
) -> None:
    assert len(papers(office, "docx")) == PEOPLE
    for paper in papers(office, "docx"):
        text, code = expected_symbol(office, paper)
        with zipfile.ZipFile(paper) as archive:
            assert archive.read("word/media/qr.png") == symbol_of(text).picture
        assert f"Mã: {code}" in " ".join(open_paper(paper).shown.pieces)
        (said,) = json.loads(run("verify", "--qr", text, "--office", office, "--format", "json"))["codes"]
        assert said["verdict"] == Verdict.VALID
        told = {name: words for name, words in said["claims"].items() if name not in ("manifest", "entry")}
        assert set(said["claims"]) - set(told) == {"manifest", "entry"}, "digests, where any digits may stand"
        assert "1985" not in json.dumps(told)


def test_a_pdf_certificate_shows_its_code_as_areas_in_a_file_of_the_archive(office: Path) -> None:
    """What is drawn is read from the file: each module is dark where the code says so."""
    for paper in papers(office, "pdf"):
        text, code = expected_symbol(office, paper)
        rows = symbol_of(text).rows
        dark = [[0] * len(rows) for _ in rows]
        with pikepdf.open(paper) as pdf:
            (drawing,) = pdf.pages[0].Resources.XObject.values()
            top = -1
            for line in drawing.read_bytes().decode("ascii").splitlines():
                top += line.endswith(" cm")
                if line.endswith(" re"):
                    left, width = (round(float(line.split()[place])) for place in (0, 2))
                    dark[top][left : left + width] = [1] * width
        assert tuple("".join(map(str, row)) for row in dark) == rows
        assert faults(paper.read_bytes()) == []
        assert f"Mã: {code}" in " ".join(read_back(paper.read_bytes(), PDF).pieces)
    assert json.loads(run("audit", office / "ban-hanh", "--format", "json"))["files"][0]["findings"] == []


def test_a_draft_has_neither_code_nor_letters(office: Path, tmp_path: Path) -> None:
    run("build", office / "ca-nhan.yaml", "--output", tmp_path / "out")
    for suffix, media in (("pdf", PDF), ("docx", DOCX)):
        drafts = [*(tmp_path / "out").rglob(f"*.{suffix}")]
        assert len(drafts) == PEOPLE
        for paper in drafts:
            assert "Mã:" not in " ".join(read_back(paper.read_bytes(), media).pieces)


def test_a_key_that_the_disk_does_not_take_is_not_there(tmp_path: Path) -> None:
    limit, before = resource.RLIMIT_FSIZE, resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(limit, (8, before[1]))
    try:
        with pytest.raises(OutputError) as caught:
            make_key(OfficeFolder(tmp_path), OWNER)
    finally:
        resource.setrlimit(limit, before)

    assert [one.code for one in caught.value.diagnostics] == ["key-unfit"]
    assert not (tmp_path / FILE).exists()
    assert make_key(OfficeFolder(tmp_path), OWNER).owner == OWNER


def test_the_secret_key_is_its_owners_alone_and_is_never_written_anew(office: Path) -> None:
    before = (office / FILE).read_bytes()
    run("keys", "new", "--owner", "ai khác", "--office", office, code=7)

    assert (office / FILE).read_bytes() == before
    assert stat.S_IMODE((office / FILE).stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    (key,) = read_public_key((office / "khoa.txt").read_text(encoding="utf-8"))
    assert key.owner == OWNER


def test_a_revoked_certificate_is_told_by_the_register_and_by_nobody_else(office: Path) -> None:
    text, _ = expected_symbol(office, papers(office, "pdf")[-1])
    run("revoke", f"{PEOPLE:02}/GCN", "--reason", "ghi nhầm kết quả", "--office", office)

    told = run("verify", "--qr", text, "--office", office, "--lang", "vi", code=10)
    alone = run("verify", "--qr", text, "--key", office / "khoa.txt", "--lang", "vi")
    assert told.startswith(f"đúng chữ ký của {OWNER}")
    assert "không còn hiệu lực: đã thu hồi, ghi nhầm kết quả" in told
    assert "chỉ sổ đăng ký của cơ quan mới biết" in alone


def test_a_second_paper_under_a_number_is_not_the_registers(office: Path) -> None:
    """Whoever steals the key can sign, but not enter it into the register."""
    place = find_office(office, Path())
    key = secret_key(place)
    assert key is not None
    text = signed(Claims("01/GCN", CLAIMS.date, CLAIMS.words, CLAIMS.manifest, CLAIMS.entry), key)
    with place.reading() as registry:
        assert verdict_of(text, [public_key_of(key)], registry).verdict is Verdict.OTHERWISE


def test_the_format_is_what_was_printed_before() -> None:
    assert signed(CLAIMS, SECRET) == GOLDEN.read_text(encoding="utf-8").rstrip("\n")
    assert opened(GOLDEN.read_text(encoding="utf-8")).claims == CLAIMS


def test_another_key_an_unknown_one_and_a_forged_code_are_told_apart() -> None:
    text, other = signed(CLAIMS, SECRET), public_key_of(OTHER)
    forged = decoded(text.removeprefix("RG1:")).replace(b"07/GCN", b"08/GCN")

    assert verdict_of(text, [other, KEY]).key == KEY
    assert verdict_of(text, [other]).verdict is Verdict.UNKNOWN_KEY
    found = verdict_of("RG1:" + encoded(forged), [KEY])
    assert (found.verdict, found.key) == (Verdict.FORGED, None)
    assert found.claims is not None
    assert found.claims.number == "08/GCN"


def test_no_changed_letter_is_ever_believed() -> None:
    text = signed(CLAIMS, SECRET)
    for place in range(len(text)):
        changed = text[:place] + ("7" if text[place] != "7" else "8") + text[place + 1 :]
        assert verdict_of(changed, [KEY]).verdict in {Verdict.DAMAGED, Verdict.FORGED, Verdict.UNKNOWN_KEY}
        assert verdict_of(text[:place], [KEY]).verdict is Verdict.DAMAGED


@given(st.binary(max_size=60))
def test_base45_gives_back_what_it_was_given(content: bytes) -> None:
    assert decoded(encoded(content)) == content


@pytest.mark.parametrize(
    ("text", "content"), [("BB8", b"AB"), ("%69 VD92EX0", b"Hello!!"), ("QED8WEX0", b"ietf!")]
)
def test_base45_is_that_of_its_standard(text: str, content: bytes) -> None:
    """The examples of RFC 9285, sections 4.3 and 4.4."""
    assert (encoded(content), decoded(text)) == (text, content)


@given(st.text(max_size=200) | st.binary(max_size=80).map(lambda raw: "RG1:" + encoded(raw)))
def test_nothing_else_is_read_as_a_code(text: str) -> None:
    with pytest.raises(Damaged):
        opened(text)


def test_templates_hold_the_picture_that_keeps_the_place() -> None:
    picture = find_part("qr.png")
    assert picture is not None
    assert hashlib.sha256(picture.read_bytes()).hexdigest() == PICTURE_DIGEST


@settings(max_examples=25, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=420))
def test_a_code_has_the_modules_that_the_library_would_draw(text: str) -> None:
    drawn = segno.make_qr(text, error="M", boost_error=False).matrix

    assert rows_of(text) == tuple("".join(map(str, row)) for row in drawn)


def test_the_picture_of_a_code_shows_its_modules() -> None:
    symbol = symbol_of(signed(CLAIMS, SECRET))
    with Image.open(io.BytesIO(symbol.picture)) as picture:
        side = len(symbol.rows)
        assert picture.size == (6 * side, 6 * side)
        points = [[picture.getpixel((6 * x + 5, 6 * y)) for x in range(side)] for y in range(side)]

    assert ["".join("0" if point else "1" for point in row) for row in points] == list(symbol.rows)
