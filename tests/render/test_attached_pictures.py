"""Pictures that data brings to a template: `{image: photo.png, width: 20mm}`."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from PIL import Image, PngImagePlugin

from reportgen.fill import FillOrder, fill
from reportgen.model.errors import DataError, ReportgenError
from tests.helpers import word
from tests.render.side_by_side import paragraphs, template, theirs, wrong

RED, BLUE = (200, 0, 0), (0, 0, 200)
MM = 36_000


def picture(
    path: Path, size: tuple[int, int] = (40, 20), colour: tuple[int, int, int] = RED, **said: Any
) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", size, colour).save(path, **said)
    return path


def filled(folder: Path, body: str, data: dict[str, Any], **parts: Any) -> Path:
    made = template(folder, body, **parts) if body else folder / "t.docx"
    (folder / "d.json").write_text(json.dumps(data), encoding="utf-8")
    written = fill(FillOrder(made, folder / "d.json", folder / "made.docx", overwrite=True)).written.path
    assert wrong(written) <= wrong(made)
    assert ooxml_integrity.check(str(written)) == []
    return written


def sizes(document: Document) -> list[tuple[int, int]]:
    return [(shape.width, shape.height) for shape in document.inline_shapes]


def shown(path: Path, part: str = "document") -> list[Image.Image]:
    """Give the pictures of a part in their order, as their relations lead to them."""
    with zipfile.ZipFile(path) as archive:
        relations = archive.read(f"word/_rels/{part}.xml.rels").decode()
        targets = {
            line.split('Id="')[1].split('"')[0]: line.split('Target="')[1].split('"')[0]
            for line in relations.split("<Relationship ")[1:]
        }
        tree = parse_xml(archive.read(f"word/{part}.xml"))
        names = [targets[str(blip.get(qn("r:embed")))] for blip in tree.iter(qn("a:blip"))]
        found: list[Image.Image] = [Image.open(io.BytesIO(archive.read(f"word/{name}"))) for name in names]
        for one in found:
            one.load()
    return found


def refused(folder: Path, data: str, body: str = "") -> list[tuple[str, str]]:
    template(folder, body or paragraphs("{{ x }}"))
    (folder / "d.yaml").write_text(data, encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        fill(FillOrder(folder / "t.docx", folder / "d.yaml"))
    return [(one.code, str(one.origin).removeprefix(f"{folder}/")) for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    "said", [{}, {"width": "20mm"}, {"height": "15mm"}, {"width": "30mm", "height": "60mm"}]
)
def test_a_picture_is_as_large_as_docxtpl_makes_it(tmp_path: Path, said: dict[str, str]) -> None:
    path = picture(tmp_path / "a.png", dpi=(100, 100))
    made = filled(tmp_path, paragraphs("Ảnh: {{ x }} hết"), {"x": {"image": "a.png", **said}})
    lengths = {name: Mm(int(length.removesuffix("mm"))) for name, length in said.items()}

    def made_with(one: DocxTemplate) -> dict[str, Any]:
        return {"x": InlineImage(one, str(path), **lengths)}

    other = theirs(tmp_path / "t.docx", {}, made_with=made_with)
    ((width, height),) = sizes(docx.Document(str(made)))
    ((their_width, their_height),) = sizes(other)
    assert abs(width - their_width) <= 1
    assert abs(height - their_height) <= 1
    assert docx.Document(str(made)).paragraphs[0].text == other.paragraphs[0].text == "Ảnh:  hết"


def test_a_picture_that_says_no_size_is_no_wider_than_its_text_or_its_cell(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", (2000, 500))
    body = paragraphs("{{ x }}") + word.table(["{{ x }}", "y"]) + paragraphs("z")
    text, cell = sizes(docx.Document(str(filled(tmp_path, body, {"x": {"image": "a.png"}}))))
    sheet = 11906 - 2 * 1440
    assert text == (sheet * 635, sheet * 635 // 4)
    assert cell == ((2000 - 216) * 635, (2000 - 216) * 635 // 4)


@pytest.mark.parametrize(
    ("length", "units"),
    [
        ("20mm", 20 * MM),
        ("2cm", 20 * MM),
        ("2,5 cm", 25 * MM),
        ("2.5cm", 25 * MM),
        ("1in", 914_400),
        ("72pt", 914_400),
    ],
)
def test_lengths_have_units(tmp_path: Path, length: str, units: int) -> None:
    picture(tmp_path / "a.png")
    made = filled(tmp_path, paragraphs("{{ x }}"), {"x": {"image": "a.png", "width": length}})
    assert sizes(docx.Document(str(made))) == [(units, units // 2)]


def test_each_row_of_a_loop_has_its_own_picture_and_the_same_one_is_kept_once(tmp_path: Path) -> None:
    for name, colour in (("a.png", RED), ("b.png", BLUE)):
        picture(tmp_path / "anh" / name, colour=colour)
    rows = [["{%tr for p in l %}", ""], ["{{ p.ten }}", "{{ p.anh }}"], ["{%tr endfor %}", ""]]
    people = [{"ten": name, "anh": {"image": f"anh/{name}.png", "height": "10mm"}} for name in "aba"]
    made = filled(tmp_path, word.table(*rows) + paragraphs("x"), {"l": people})
    assert [one.getpixel((0, 0)) for one in shown(made)] == [RED, BLUE, RED]
    with zipfile.ZipFile(made) as archive:
        assert len([name for name in archive.namelist() if "/media/" in name]) == 2
    numbers = [one.get("id") for one in docx.Document(str(made)).element.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == 3


def test_a_picture_stands_in_a_header_a_footnote_and_a_text_box(tmp_path: Path) -> None:
    picture(tmp_path / "a.png")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ x }}"
    document.add_paragraph("{{ x }}")
    document.save(str(tmp_path / "t.docx"))
    made = filled(tmp_path, "", {"x": {"image": "a.png", "height": "5mm"}})
    assert len(shown(made)) == len(shown(made, "header1")) == 1


def test_a_photo_is_turned_upright_and_tells_nothing_of_where_and_when_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretMaker"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 30.0)
    wide = Image.new("RGB", (64, 32), RED)
    wide.paste(BLUE, (0, 0, 64, 16))
    wide.save(tmp_path / "a.jpg", exif=exif, comment=b"SecretComment")
    upright = tmp_path / "b.jpg"
    wide.save(upright, exif=Image.Exif(), comment=b"SecretComment")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "SecretAuthor")
    wide.save(tmp_path / "c.png", pnginfo=notes)
    data = {name: {"image": f"{name}"} for name in ("a.jpg", "b.jpg", "c.png")}
    made = filled(tmp_path, paragraphs("{% for n, x in p.items() %}{{ x }}{% endfor %}"), {"p": data})
    turned, *others = shown(made)
    assert turned.size == (32, 64)
    right, left = turned.getpixel((28, 32)), turned.getpixel((3, 32))
    assert isinstance(right, tuple)
    assert isinstance(left, tuple)
    assert right[2] > 150 > left[2]
    assert [one.size for one in others] == [(64, 32), (64, 32)]
    for one in (turned, *others):
        assert not dict(one.getexif())
    with zipfile.ZipFile(made) as archive:
        assert not any(b"Secret" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("sort", ["GIF", "WEBP"])
def test_what_word_may_not_know_becomes_png(tmp_path: Path, sort: str) -> None:
    picture(tmp_path / f"a.{sort.lower()}")
    made = filled(tmp_path, paragraphs("{{ x }}"), {"x": {"image": f"a.{sort.lower()}"}})
    assert [one.format for one in shown(made)] == ["PNG"]


def test_its_alternative_text_is_said_and_its_file_name_stays_at_home(tmp_path: Path) -> None:
    picture(tmp_path / "noi-bo.png")
    made = filled(tmp_path, paragraphs("{{ x }}"), {"x": {"image": "noi-bo.png", "alt": "Lễ <khai> mạc"}})
    (properties,) = docx.Document(str(made)).element.iter(qn("wp:docPr"))
    assert properties.get("descr") == "Lễ <khai> mạc"
    with zipfile.ZipFile(made) as archive:
        assert b"noi-bo" not in b"".join(map(archive.read, archive.namelist()))


def framed(folder: Path, alt: str, width: int, height: int) -> None:
    document = docx.Document()
    shape = document.add_picture(str(picture(folder / "old.png", colour=BLUE)), width * MM, height * MM)
    shape._inline.docPr.set("descr", alt)
    document.save(str(folder / "t.docx"))


def test_a_picture_whose_alternative_text_is_a_tag_is_replaced_within_its_frame(tmp_path: Path) -> None:
    framed(tmp_path, '{{ logo["so"] }}', 60, 60)
    picture(tmp_path / "a.png", (40, 20))
    made = filled(tmp_path, "", {"logo": {"so": {"image": "a.png", "alt": "Lô-gô"}}})
    assert [one.getpixel((0, 0)) for one in shown(made)] == [RED]
    assert sizes(docx.Document(str(made))) == [(60 * MM, 30 * MM)]
    (properties,) = docx.Document(str(made)).element.iter(qn("wp:docPr"))
    assert properties.get("descr") == "Lô-gô"
    with zipfile.ZipFile(made) as archive:
        assert len([name for name in archive.namelist() if "/media/" in name]) == 1


def test_drawings_that_are_new_have_numbers_that_no_other_has(tmp_path: Path) -> None:
    framed(tmp_path, "{{ x }}", 60, 60)
    document = docx.Document(str(tmp_path / "t.docx"))
    document.sections[0].header.paragraphs[0].text = "{{ x }}"
    document.add_paragraph("{{ x }}{{ x }}")
    document.save(str(tmp_path / "t.docx"))
    made = filled(tmp_path, "", {"x": {"image": picture(tmp_path / "a.png").name}})
    drawn = docx.Document(str(made))
    trees = (drawn.element, drawn.sections[0].header.part.element)
    numbers = [one.get("id") for tree in trees for one in tree.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 4


def test_docxtpl_stretches_a_replaced_picture_to_the_frame(tmp_path: Path) -> None:
    framed(tmp_path, "logo", 60, 60)
    other = DocxTemplate(str(tmp_path / "t.docx"))
    other.replace_pic("old.png", str(picture(tmp_path / "a.png", (40, 20))))
    other.render({})
    other.save(str(tmp_path / "theirs.docx"))
    assert [one.getpixel((0, 0)) for one in shown(tmp_path / "theirs.docx")] == [RED]
    assert sizes(docx.Document(str(tmp_path / "theirs.docx"))) == [(60 * MM, 60 * MM)]


def test_an_alternative_text_that_names_no_picture_is_told_at_the_picture(tmp_path: Path) -> None:
    framed(tmp_path, "{{ logo }}", 60, 60)
    (tmp_path / "d.yaml").write_text("logo: chữ\n", encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        fill(FillOrder(tmp_path / "t.docx", tmp_path / "d.yaml"))
    (found,) = caught.value.diagnostics
    assert found.code == "filter-unfit"
    assert str(found.origin) == f'{tmp_path}/t.docx: body, paragraph 1, picture "{{{{ logo }}}}"'


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("x: {image: ../a.png}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: /etc/a.png}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: 'C:\\a.png'}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: http://a.vn/a.png}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: out.png}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: con/out.png}", "graft-outside", "d.yaml:1:12"),
        ("x: {image: b.png}", "graft-missing", "d.yaml:1:12"),
        ("x: {image: folder.png}", "file-is-folder", "d.yaml:1:12"),
        ("x: {image: text.png}", "picture-unfit", "d.yaml:1:12"),
        ("x: {image: half.png}", "picture-unfit", "d.yaml:1:12"),
        ("x: {image: a.bmp}", "picture-unfit", "d.yaml:1:12"),
        ("x: {image: a.svg}", "picture-unfit", "d.yaml:1:12"),
        ("x: {image: bomb.png}", "picture-unfit", "d.yaml:1:12"),
        ("x: {image: a.png, width: 20}", "picture-size", "d.yaml:1:26"),
        ("x: {image: a.png, height: 0mm}", "picture-size", "d.yaml:1:27"),
        ("x: {image: a.png, height: 9999mm}", "picture-size", "d.yaml:1:27"),
        ("x: {image: a.png, width: -2cm}", "picture-size", "d.yaml:1:26"),
    ],
)
def test_what_cannot_be_a_picture_is_told_where_the_data_names_it(
    tmp_path: Path, data: str, code: str, place: str
) -> None:
    folder = tmp_path / "du-lieu"
    folder.mkdir()
    picture(tmp_path / "outside.png")
    (folder / "out.png").symlink_to("../outside.png")
    (folder / "con").symlink_to("..")
    picture(folder / "a.png")
    picture(folder / "a.bmp")
    (folder / "folder.png").mkdir()
    (folder / "text.png").write_text("no picture", encoding="utf-8")
    (folder / "half.png").write_bytes((folder / "a.png").read_bytes()[:60])
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    if "bomb" in data:
        Image.new("1", (30_000, 30_000)).save(folder / "bomb.png")
    assert refused(folder, data) == [(code, place)]


def test_all_that_is_wrong_with_pictures_is_told_at_once(tmp_path: Path) -> None:
    data = "x: {image: b.png}\ny:\n  - {image: ../c.png}\n  - {image: d.png}\n"
    assert refused(tmp_path, data) == [
        ("graft-missing", "d.yaml:1:12"),
        ("graft-outside", "d.yaml:3:13"),
        ("graft-missing", "d.yaml:4:13"),
    ]


@pytest.mark.parametrize("tag", ["{{ x | upper }}", "{{ x ~ 'a' }}", "{{ x + x }}", "{{ x.content }}"])
def test_a_picture_is_no_text(tmp_path: Path, tag: str) -> None:
    picture(tmp_path / "a.png")
    ((_, place),) = refused(tmp_path, "x: {image: a.png}\n", paragraphs("một", tag))
    assert place.startswith("t.docx: body, paragraph 2")


def test_a_picture_cannot_stand_in_the_properties_of_the_file(tmp_path: Path) -> None:
    picture(tmp_path / "a.png")
    document = docx.Document()
    document.core_properties.title = "{{ x }}"
    document.save(str(tmp_path / "t.docx"))
    (tmp_path / "d.yaml").write_text("x: {image: a.png}\n", encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        fill(FillOrder(tmp_path / "t.docx", tmp_path / "d.yaml"))
    assert [str(one.origin) for one in caught.value.diagnostics] == [
        f"{tmp_path}/t.docx: file properties, title"
    ]


def test_a_group_that_says_more_of_an_image_is_a_group_like_all_others(tmp_path: Path) -> None:
    made = filled(
        tmp_path, paragraphs("{{ x.image }} {{ x.title }}"), {"x": {"image": "a.png", "title": "b"}}
    )
    assert docx.Document(str(made)).paragraphs[0].text == "a.png b"


def test_the_same_pictures_make_the_same_bytes(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg")
    data = {"x": {"image": "a.jpg"}}
    first, second = (filled(tmp_path, paragraphs("{{ x }}"), data).read_bytes() for _ in range(2))
    assert first == second


def test_a_picture_stands_on_a_page_of_html_too(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", (60, 30), dpi=(96, 96))
    (tmp_path / "t.html").write_text("<p>Ảnh {{ x }}</p><p>{{ y }}</p>", encoding="utf-8")
    data = {"x": {"image": "a.png", "width": "50mm", "alt": 'Lễ "khai"'}, "y": {"image": "a.png"}}
    (tmp_path / "d.json").write_text(json.dumps(data), encoding="utf-8")
    made = fill(FillOrder(tmp_path / "t.html", tmp_path / "d.json")).written.path
    said = subprocess.run(
        [str(shutil.which("pdfimages")), "-list", str(made)],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in said.stdout.splitlines()[2:]]
    dots = [(int(line[12]), int(line[13])) for line in lines]
    assert [(line[3], line[4]) for line in lines] == [("60", "30")] * 2
    assert dots[0] == (30, 30) or dots[0] == (31, 31)
    assert dots[1] == (96, 96)


def test_a_missing_picture_is_told_for_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<p>{{ x }}</p>", encoding="utf-8")
    (tmp_path / "d.yaml").write_text("x: {image: a.png}\n", encoding="utf-8")
    with pytest.raises(DataError):
        fill(FillOrder(tmp_path / "t.html", tmp_path / "d.yaml"))
