"""Photos that the data names: upright, small, without what a camera wrote, their captions beside them."""

import io
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from reportgen.model.errors import DataError
from reportgen.proof import faults
from reportgen.render.photos import LIGHT, developed
from tests.render.photos import made, taken


@pytest.mark.parametrize(
    ("orientation", "red"), [(1, (200, 60)), (3, (200, 240)), (6, (240, 200)), (8, (60, 200))]
)
def test_a_photo_is_turned_as_the_camera_was_held_and_says_nothing_of_who_took_it(
    orientation: int, red: tuple[int, int], tmp_path: Path
) -> None:
    content = taken(tmp_path / "a.jpg", orientation=orientation).read_bytes()

    picture = Image.open(io.BytesIO(developed(content, 1280).content))

    pixel = picture.convert("RGB").getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
    assert pixel[1] < 60
    assert dict(picture.getexif()) == {}
    assert "Nguyễn".encode() not in developed(content, 1280).content


def test_ten_large_photos_stay_within_five_megabytes_in_both_formats(tmp_path: Path) -> None:
    for number in range(10):
        taken(tmp_path / f"{number}.jpg", (1600, 1200), noise=number + 1)
    photos = "\n".join(f"  - {{file: {number}.jpg, caption: Ảnh {number}}}" for number in range(10))

    assert sum((tmp_path / f"{number}.jpg").stat().st_size for number in range(10)) > 10 * LIGHT
    for target in ("docx", "pdf"):
        assert len(made(tmp_path, photos, target)) < 5_000_000


def test_the_caption_is_what_stands_for_a_photo_unseen(tmp_path: Path) -> None:
    taken(tmp_path / "anh/lop.jpg")
    photos = "  - {file: anh/lop.jpg, caption: Lớp học ở Vân Khê}"

    document = docx.Document(io.BytesIO(made(tmp_path, photos, "docx")))
    content = made(tmp_path, photos, "pdf")

    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["Lớp học ở Vân Khê"]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        said = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert said == ["Lớp học ở Vân Khê"]
    assert faults(content) == []


@pytest.mark.parametrize(("large", "pages"), [("không", 2), ("có", 3)])
def test_four_photos_stand_on_a_page_or_two(large: str, pages: int, tmp_path: Path) -> None:
    for number in range(4):
        taken(tmp_path / f"{number}.jpg", (300, 400) if number % 2 else (400, 300))
    photos = "\n".join(f"  - {{file: {number}.jpg, caption: Ảnh {number}}}" for number in range(4))

    content = made(tmp_path, f"{photos}\nlarge_photos: {large}", "pdf")

    drawn = (page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]) for page in pypdfium2.PdfDocument(content))
    pictures = [len(list(found)) for found in drawn]
    assert pictures == [0] + [4 // (pages - 1)] * (pages - 1)


def test_every_photo_that_cannot_be_printed_is_told_at_its_place(tmp_path: Path) -> None:
    whole = taken(tmp_path / "whole.jpg")
    (tmp_path / "half.jpg").write_bytes(whole.read_bytes()[:2000])
    Image.new("1", (6000, 5000)).save(tmp_path / "huge.png")
    lines = ["half.jpg", "huge.png", "whole.jpg"]
    photos = "\n".join(f"  - {{file: {name}, caption: Ảnh}}" for name in lines)

    with pytest.raises(DataError) as caught:
        made(tmp_path, photos, "pdf")

    told = [(one.code, one.origin.line, one.origin.column) for one in caught.value.diagnostics if one.origin]
    assert told == [("picture-unfit", 17, 12), ("picture-unfit", 18, 12)]


def test_a_photo_that_is_not_there_is_told_with_one_that_is_like_it(tmp_path: Path) -> None:
    taken(tmp_path / "anh/lop-1.jpg")

    with pytest.raises(DataError) as caught:
        made(tmp_path, "  - {file: anh/lop-l.jpg, caption: Ảnh}", "docx")

    (one,) = [one for one in caught.value.diagnostics if one.severity == "error"]
    assert one.code == "graft-missing"
    assert one.origin
    assert one.origin.line == 17
    assert "lop-1.jpg" in dict(one.values)["similar"]


def test_of_an_odd_number_of_photos_the_last_stands_in_the_middle_in_word(tmp_path: Path) -> None:
    taken(tmp_path / "a.jpg")
    photos = "\n".join(["  - {file: a.jpg, caption: Ảnh}"] * 3)

    content = made(tmp_path, photos, "docx")

    document = docx.Document(io.BytesIO(content))
    table = document.tables[-1]
    captions = [[cell.text for cell in row.cells] for row in table.rows][1::2]
    assert captions == [["Ảnh", "Ảnh", "Ảnh", "Ảnh"], ["", "Ảnh", "Ảnh", ""]]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert [name for name in archive.namelist() if "/media/" in name] != []
