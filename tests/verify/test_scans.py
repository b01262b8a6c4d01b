"""QR codes read from photos, scans and pages, and held against the paper that they stand on."""

import json
import re
import shutil
import zipfile
import zlib
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from reportgen.model.artifact import PDF
from reportgen.model.claims import Claims
from reportgen.papers import find_office
from reportgen.papers.codes import Verdict, verdict_of
from reportgen.papers.keys import secret_key
from reportgen.readback import read_back
from reportgen.readback.scan import codes_in
from reportgen.token import public_key_of, signed, symbol_of
from reportgen.verify.examine import Limits
from reportgen.verify.examiner import examining
from reportgen.verify.scan import Scan, Scanned
from tests.papers.coded import CLAIMS, DATA, KEY, OTHER, SECRET, expected_symbol, issued, papers, run

INCH = 72
MILLIMETRES = Fraction(254, 10)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return issued(tmp_path_factory.mktemp("office"))


def drawn(paper: Path, points_per_inch: int) -> Image.Image:
    """Draw the first page of a paper as a printer or a scanner would."""
    document = pypdfium2.PdfDocument(paper.read_bytes())
    picture: Image.Image = document[0].render(scale=points_per_inch / INCH).to_pil().convert("RGB")
    document.close()
    return picture


def packed(picture: Image.Image, form: str, **options: int) -> bytes:
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def told(*arguments: object, code: int = 0) -> dict[str, object]:
    (found,) = json.loads(run("verify", "--qr", *arguments, "--format", "json", code=code))["codes"]
    assert isinstance(found, dict)
    return found


def test_a_page_that_was_printed_coarsely_and_photographed_askew_still_gives_its_code(office: Path) -> None:
    paper = papers(office, "pdf")[0]
    (text,) = codes_in(paper.read_bytes())
    page = drawn(paper, 150)
    coarse = drawn(paper, 110)

    assert text == expected_symbol(office, paper)[0]
    askew = page.rotate(7, expand=True, fillcolor="grey")
    for picture in (page, askew, coarse, page.transpose(Image.Transpose.ROTATE_90)):
        assert codes_in(packed(picture, "PNG")) == codes_in(packed(picture, "JPEG", quality=70)) == [text]


def test_a_code_is_as_large_on_paper_as_it_is_wanted(office: Path) -> None:
    """Of 17 to 21 mm, with at least four modules of white around it (ISO/IEC 18004)."""
    for paper in papers(office, "pdf"):
        modules = len(symbol_of(expected_symbol(office, paper)[0]).rows)
        left, bottom, right, top = _place(paper)
        assert 17 <= (right - left) / INCH * MILLIMETRES <= 21
        assert float(right - left) == pytest.approx(float(top - bottom), rel=0.001)
        white = Fraction(4, modules) * (right - left)
        page = drawn(paper, 300).convert("L")
        height = Fraction(page.height * INCH, 300)
        outer = (left - white, height - top - white, right + white, height - bottom + white)
        page.paste(255, _dots(left, height - top, right, height - bottom, widened=2))
        assert page.crop(_dots(*outer)).getextrema() == (255, 255)


def test_a_code_is_as_large_in_word(office: Path) -> None:
    """The frame of the picture says how large Word shows it: 36,000 units to the millimetre."""
    for paper in papers(office, "docx"):
        with zipfile.ZipFile(paper) as archive:
            body, lines = (
                archive.read(f"word/{name}").decode() for name in ("document.xml", "_rels/document.xml.rels")
            )
        (relation,) = (one for one in re.findall("<Relationship [^>]*>", lines) if "media/qr.png" in one)
        (name,) = re.findall(r'Id="(\w+)"', relation)
        (drawing,) = (one for one in re.findall("<w:drawing.*?</w:drawing>", body) if f'"{name}"' in one)
        (wide, high), *_ = re.findall(r'extent cx="(\d+)" cy="(\d+)"', drawing)
        assert wide == high
        assert 17 <= int(wide) / 36_000 <= 21


def _dots(*sides: Fraction, widened: int = 0) -> tuple[int, int, int, int]:
    """Give a box of points as one of dots, 300 to the inch."""
    left, top, right, bottom = (round(side * 300 / INCH) for side in sides)
    return left - widened, top - widened, right + widened, bottom + widened


def _place(paper: Path) -> tuple[Fraction, ...]:
    """Tell where the code stands on the page, in points from below and from the left."""
    document = pypdfium2.PdfDocument(paper.read_bytes())
    page = document[0]
    form = next(one for one in page.get_objects(max_depth=1) if one.type == pypdfium2.raw.FPDF_PAGEOBJ_FORM)
    left, bottom, right, top = form.get_bounds()
    document.close()
    return tuple(Fraction(side).limit_denominator(1000) for side in (left, bottom, right, top))


def test_a_pdf_is_held_against_its_own_code_and_a_photo_against_the_file_beside_it(
    office: Path, tmp_path: Path
) -> None:
    paper, other, key = *papers(office, "pdf")[:2], office / "khoa.txt"
    photo = tmp_path / "anh.jpg"
    drawn(paper, 200).save(photo)
    word = papers(office, "docx")[0]

    assert told(paper, "--key", key)["file"] == str(paper)
    assert told(photo, paper, "--office", office)["verdict"] == Verdict.VALID
    assert told(photo, other, "--key", key, code=10)["verdict"] == Verdict.OTHER_PAPER
    assert told(photo, word, "--key", key, code=10)["verdict"] == Verdict.OTHER_FORMAT


def test_a_paper_that_was_altered_under_its_right_code_is_told(office: Path, tmp_path: Path) -> None:
    paper = tmp_path / "giay.pdf"
    with pikepdf.open(papers(office, "pdf")[0]) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(b"/Artifact BMC q 1 1 1 rg 90 700 60 20 re f Q EMC"))
        pdf.save(paper)

    assert told(paper, "--key", office / "khoa.txt", code=10)["verdict"] == Verdict.ALTERED


def test_the_code_of_another_paper_that_was_put_on_this_one_is_told(office: Path, tmp_path: Path) -> None:
    """Two certificates carry one and the same code: only one of them is meant."""
    mine, theirs = papers(office, "pdf")[:2]
    paper = tmp_path / "giay.pdf"
    with pikepdf.open(mine) as pdf, pikepdf.open(theirs) as source:
        ((name, code),) = source.pages[0].Resources.XObject.items()
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary({name: pdf.copy_foreign(code)})
        pdf.save(paper)

    assert told(paper, "--key", office / "khoa.txt", code=10)["verdict"] == Verdict.OTHER_PAPER


def test_one_number_with_two_names_is_told_by_the_register(office: Path) -> None:
    """Whoever steals the key can repeat number and entry of a paper that stands, with another name."""
    text, _ = expected_symbol(office, papers(office, "pdf")[1])
    found = told(text, "--office", office)
    claims = found["claims"]
    assert isinstance(claims, dict)
    place = find_office(office, Path())
    key = secret_key(place)
    assert key is not None
    words = {name: claims[name] for name in CLAIMS.words}
    forged = Claims(
        claims["number"],
        CLAIMS.date,
        words | {"name": "Trần Văn Giả"},
        bytes(16),
        bytes.fromhex(claims["entry"]),
    )

    said = run("verify", "--qr", signed(forged, key), "--office", office, "--lang", "vi", code=10)
    assert said.startswith("đúng chữ ký của Phòng Giáo dục và Đào tạo huyện Vân Khê")
    assert f"nhưng sổ đăng ký ghi khác: cấp cho: {claims['name']}\n" in said
    with place.reading() as registry:
        later = Claims(forged.number, forged.date.replace(year=2027), words, forged.manifest, forged.entry)
        verdict = verdict_of(signed(later, key), [public_key_of(key)], registry)
    assert (verdict.verdict, dict(verdict.register)) == (Verdict.DIFFERS, {"date": "22/11/2026"})


@pytest.mark.parametrize("damage", ["another key", "a letter", "half of it", "another code"])
def test_a_photo_of_a_code_that_is_not_the_offices_is_not_believed(damage: str, tmp_path: Path) -> None:
    text = signed(CLAIMS, OTHER if damage == "another key" else SECRET)
    texts = {
        "a letter": text[:-20] + "7" + text[-19:],
        "half of it": text[: len(text) // 2],
        "another code": "RG1",
    }
    (tmp_path / "qr.png").write_bytes(symbol_of(texts.get(damage, text)).picture)
    picture = Image.open(tmp_path / "qr.png").convert("L")
    page = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    page.paste(picture, (40, 40))

    (read,) = codes_in(packed(page, "PNG"))
    found = verdict_of(read, [KEY])
    expected = {"another key": Verdict.UNKNOWN_KEY, "a letter": Verdict.FORGED}
    assert found.verdict is expected.get(damage, Verdict.DAMAGED)


def test_a_picture_that_takes_too_much_is_left_and_the_command_lives(tmp_path: Path) -> None:
    """Bombs are refused by their size; what only shows in the reading ends with the process that reads."""
    bomb, bad = tmp_path / "bomb.png", tmp_path / "bad.tiff"
    side = (60_000).to_bytes(4)
    header = b"IHDR" + side + side + b"\x08\0\0\0\0"
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + header + zlib.crc32(header).to_bytes(4))
    bad.write_bytes(b"II*\0\x08\0\0\0\xff\xff" + b"\xff" * 400)
    for picture in (bomb, bad):
        assert "scan-unreadable" in run("verify", "--qr", picture, "--format", "json", code=4)
    with examining() as examiner:
        assert isinstance(examiner.answered(Scan(bomb, (), Limits(megabytes=1))), str)
        assert isinstance(examiner.answered(Scan(bomb, ())), Scanned)


def test_half_a_code_is_none(office: Path) -> None:
    page = drawn(papers(office, "pdf")[0], 200)
    left, _, right, _ = (float(side) * 200 / INCH for side in _place(papers(office, "pdf")[0]))
    page.paste("white", (round((left + right) / 2), 0, page.width, page.height))

    assert codes_in(packed(page, "PNG")) == []


def test_the_certificates_of_a_print_file_are_told_one_by_one(office: Path, tmp_path: Path) -> None:
    shutil.copy(office / "khoa.txt", tmp_path)
    with pikepdf.new() as pdf:
        for paper in papers(office, "pdf"):
            with pikepdf.open(paper) as one:
                pdf.add_pages_from(one)
        pdf.save(tmp_path / "in.pdf")

    found = json.loads(
        run("verify", "--qr", tmp_path / "in.pdf", "--key", tmp_path / "khoa.txt", "--format", "json")
    )["codes"]
    assert [one["verdict"] for one in found] == ["signed"] * len(papers(office, "pdf"))
    assert len({one["claims"]["number"] for one in found}) == len(found)


def test_a_schools_certificate_has_a_number_and_a_code_of_its_own(office: Path) -> None:
    data = (DATA / "truong.yaml").read_text(encoding="utf-8").replace("issued_on:", "issued_on: 22/11/2026")
    signer = "signer: Nguyễn Văn An\nsigner_position: Trưởng phòng\nplace: Vân Khê\n"
    (office / "truong.yaml").write_text(data + signer, encoding="utf-8")
    run("issue", office / "truong.yaml", "--office", office)
    made = sorted((office / "ban-hanh" / "2026" / "GCN-TR").glob("*.pdf"))

    assert made
    for number, paper in enumerate(made, 1):
        found = told(paper, "--office", office)
        claims = found["claims"]
        assert isinstance(claims, dict)
        assert (found["verdict"], claims["number"]) == (Verdict.VALID, f"{number:02}/GCN-TR")
        assert f"Số vào sổ: {number:02}" in " ".join(read_back(paper.read_bytes(), PDF).pieces)
