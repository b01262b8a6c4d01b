"""Fields for signatures in issued papers, signing with real keys, and what that leaves of the paper."""

import io
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import pem, x509
from PIL import Image, ImageDraw
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.load import load_yaml_mapping
from reportgen.proof import faults
from tests.helpers.approving import steps
from tests.verify.forging import annotated, saved_again, turned

DATA = Path(__file__).parents[2] / "data"
DAY = ["--date", "22/11/2026"]


def run(*arguments: object, code: int = 0, typed: str = "") -> str:
    """Run the program; give what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], input=typed, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Issue the sample minutes; give the office's folder."""
    return issue_in(tmp_path_factory.mktemp("office"))


def issue_in(office: Path) -> Path:
    """Begin an office, and issue the sample minutes there."""
    shutil.copyfile(DATA / "so-ket-van-khe" / "bien-ban.yaml", office / "bien-ban.yaml")
    names = ("--name", "Phòng Giáo dục và Đào tạo", "--symbol", "PGDĐT", "--parent", "UBND huyện Vân Khê")
    run("setup", office, *names)
    for step in steps(office / "bien-ban.yaml", "--office", office):
        run(*step)
    run("issue", office / "bien-ban.yaml", "--office", office, *DAY)
    return office


def paper_of(office: Path) -> Path:
    """Find the paper that was issued."""
    (found,) = (office / "ban-hanh").rglob("*.pdf")
    return found


def test_issued_minutes_have_a_field_for_each_signature_and_keep_both_standards(issued: Path) -> None:
    content = paper_of(issued).read_bytes()
    with pikepdf.open(paper_of(issued)) as pdf:
        fields = {str(one.T): [float(side) for side in one.Rect] for one in pdf.Root.AcroForm.Fields}

    assert list(fields) == ["secretary", "chair", "seal"]
    assert faults(content) == []
    run("audit", paper_of(issued))
    wide = fields["chair"][2] - fields["chair"][0]
    assert fields["secretary"][2] < fields["seal"][0], "the secretary signs on the left"
    assert fields["seal"][2] - fields["chair"][0] == pytest.approx(wide / 3, abs=0.1), "rule D-2"


PIN = "2468\n"


@pytest.fixture
def desk(issued: Path, tmp_path: Path) -> Path:
    """Lay a copy of the paper on a desk outside the office, with the keys of all and of a stranger."""
    shutil.copyfile(paper_of(issued), tmp_path / "paper.pdf")
    make_keys(issued, tmp_path)
    return tmp_path


def make_keys(office: Path, folder: Path) -> None:
    """Make the keys, and draw what their owners would give."""
    said = load_yaml_mapping(office / "bien-ban.yaml", shown="bien-ban.yaml").values
    names = {"secretary": said["secretary"], "chair": said["chair"], "seal": "Phòng Giáo dục và Đào tạo"}
    names["stranger"] = "Giàng Thị Khác"
    run("keys", "test", folder, *(word for name in names.values() for word in ("--for", name)), typed=PIN * 2)
    for field, name in names.items():
        (folder / f"TEST-{name}.p12").rename(folder / f"{field}.p12")
    picture = Image.new("RGBA", (540, 250), (0, 0, 0, 0))
    ImageDraw.Draw(picture).line([(20, 200), (150, 40), (500, 60)], fill=(20, 40, 200, 255), width=12)
    picture.save(folder / "picture.png")


def test_keys_show_tells_whose_key_it_is_and_that_it_is_a_test(desk: Path) -> None:
    found = json.loads(run("keys", "show", desk / "secretary.p12", "--format", "json", typed=PIN))

    assert (found["sort"], found["test"]) == ("EC 256", True)
    assert found["issuer"] in run("keys", "show", desk / "secretary.p12", typed=PIN)


def test_the_first_page_of_help_does_not_speak_of_keys() -> None:
    first = run("--help")
    assert "sign" not in first
    assert "keys" not in first
    assert "reportgen sign --help" in " ".join(run("issue", "--help").split())


def signed(paper: Path, field: str, keys: Path, *more: object, code: int = 0, key: str = "") -> str:
    """Sign a paper in a field."""
    key = key or field
    return run("sign", paper, "--field", field, "--key", keys / f"{key}.p12", *more, code=code, typed=PIN)


def test_signatures_come_behind_the_paper_and_keep_it_as_it_was(desk: Path) -> None:
    paper = desk / "paper.pdf"
    for field in ("secretary", "chair", "seal"):
        before = paper.read_bytes()
        signed(paper, field, desk, "--image", desk / "picture.png")
        assert paper.read_bytes().startswith(before), "no byte of what was signed changes"
        assert faults(paper.read_bytes()) == [], "PDF/A-3a and PDF/UA-1"
    run("audit", paper)

    reader = PdfFileReader(io.BytesIO(paper.read_bytes()))
    trusted = ValidationContext(trust_roots=[root_of(desk)])
    found = [
        validate_pdf_signature(one, signer_validation_context=trusted) for one in reader.embedded_signatures
    ]
    assert all(one.bottom_line for one in found)
    assert reader.embedded_signatures[0].docmdp_level is MDPPerm.FILL_FORMS


def root_of(keys: Path) -> x509.Certificate:
    """Read the root of the test authority."""
    _, _, content = pem.unarmor((keys / "TEST-root.pem").read_bytes())
    return x509.Certificate.load(content)


def test_whoever_is_not_named_in_a_field_does_not_sign_there(desk: Path) -> None:
    paper = desk / "paper.pdf"
    before = paper.read_bytes()
    for field, key in (("secretary", "stranger"), ("secretary", "chair")):
        assert "sign-other-person" in signed(paper, field, desk, key=key, code=6)
    assert "sign-too-early" in signed(paper, "seal", desk, code=4)
    assert paper.read_bytes() == before


def test_a_copy_that_was_doctored_is_not_signed(issued: Path, desk: Path) -> None:
    """The register tells; without it, what the copy says of itself does, as far as that goes."""
    paper, before = desk / "paper.pdf", (desk / "paper.pdf").read_bytes()
    for change in (turned, annotated, saved_again):
        paper.write_bytes(change(before))
        assert "sign-doctored" in signed(paper, "secretary", desk, "--office", issued, code=4)
    paper.write_bytes(turned(before))
    assert "shown-otherwise" in signed(paper, "secretary", desk, code=4)
    paper.write_bytes(before)
    signed(paper, "secretary", desk, "--office", issued)
    signed_once = paper.read_bytes()
    paper.write_bytes(annotated(signed_once))
    assert "sign-doctored" in signed(paper, "chair", desk, "--office", issued, code=4)
    paper.write_bytes(signed_once)
    signed(paper, "chair", desk, "--office", issued)


def test_a_byte_that_changes_after_signing_is_found(desk: Path) -> None:
    paper = desk / "paper.pdf"
    signed(paper, "secretary", desk)
    content = paper.read_bytes()
    (one,) = PdfFileReader(io.BytesIO(content)).embedded_signatures
    start, length, *_ = one.byte_range
    for place in range(start + 20, start + length, length // 40):
        flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        assert not holds(flipped), place
    assert holds(content)


def test_a_list_goes_on_where_it_was_stopped(desk: Path) -> None:
    folder = desk / "papers"
    folder.mkdir()
    papers = [Path(shutil.copy(desk / "paper.pdf", folder / f"{number}.pdf")) for number in range(3)]
    signed(papers[0], "secretary", desk)
    done = papers[0].read_bytes()
    rest = ["--field", "Thư ký", "--key", desk / "secretary.p12"]

    assert "2 papers signed; 1 signed before" in run("sign", folder, *rest, typed=PIN)
    assert papers[0].read_bytes() == done
    assert "sign-taken" in run("sign", *papers, *rest, code=4)
    assert "sign-other-person" in signed(papers[0], "chair", desk, key="secretary", code=6)


def holds(content: bytes) -> bool:
    """Ask the library whether the first signature stands and covers what it covered."""
    try:
        one = PdfFileReader(io.BytesIO(content)).embedded_signatures[0]
        status = validate_pdf_signature(one, signer_validation_context=ValidationContext(trust_roots=[]))
    except Exception:  # noqa: BLE001  # a file that does not even open is found out
        return False
    return bool(status.intact and status.valid)


def test_a_filed_paper_is_entered_as_signed_and_status_tells_who_signs_next(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    office = issue_in(tmp_path / "office")

    def waits() -> str:
        (paper,) = json.loads(run("status", "--office", office, "--format", "json"))["papers"]
        return str(paper["waits_for"]["role"])

    make_keys(office, tmp_path)
    assert waits() == "Thư ký"
    assert "(đã ký số: Thư ký)" in signed(paper_of(office), "secretary", tmp_path, "--lang", "vi")
    (paper,) = json.loads(run("register", "list", "--office", office, "--format", "json"))

    assert waits() == "Chủ tọa"
    assert "ký số: Chủ tọa, Đỗ Thị Mẫu Đơn" in run("status", "--office", office, "--lang", "vi")
    assert paper["state"] == "signed"
    assert paper["digests"]["pdf"] == sha256(paper_of(office).read_bytes()).hexdigest()
    run("register", "verify", "--office", office)
