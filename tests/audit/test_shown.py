"""What a Word paper shows beside its letters is audited: photos, charts, margins, and what cannot be read."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from reportgen.audit import audit
from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce
from tests.render.photos import made, taken
from tests.render.word.samples import ROOT
from tools.tamper.pdf_deep import DEEP

Parts = dict[str, bytes]
REPORT = ROOT / "data" / "thu-so-lieu" / "bao-cao.yaml"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a draft with a chart."""
    (document,) = make_plan(REPORT, Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))).documents
    target = tmp_path_factory.mktemp("report") / "bao-cao.docx"
    target.write_bytes(produce(document.paper, "docx").content)
    return target


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make minutes with two photos."""
    folder = tmp_path_factory.mktemp("minutes")
    for name, size in (("mot", (400, 300)), ("hai", (300, 200))):
        taken(folder / f"{name}.jpg", size)
    photos = "  - {file: mot.jpg, caption: Khai mạc}\n  - {file: hai.jpg, caption: Bế mạc}"
    (folder / "bien-ban.docx").write_bytes(made(folder, photos, "docx"))
    return folder / "bien-ban.docx"


def found(paper: Path, folder: Path, *changes: Callable[[Parts], None]) -> list[tuple[str, str]]:
    """Change the parts of a paper, and list what is told of it, in short."""
    with zipfile.ZipFile(paper) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for change in changes:
        change(parts)
    with zipfile.ZipFile(folder / paper.name, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    told = [(one.code, dict(one.values)) for one in audit(folder / paper.name).findings]
    return [
        (code, values.get("was") or f"{values.get('what')} {values.get('number')}") for code, values in told
    ]


def put(part: str, old: str, new: str, times: int = 1) -> Callable[[Parts], None]:
    """Change a text in the parts whose names begin so."""

    def change(parts: Parts) -> None:
        names = [name for name in parts if name.startswith(part)]
        assert sum(parts[name].count(old.encode()) for name in names) == times
        for name in names:
            parts[name] = parts[name].replace(old.encode(), new.encode())

    return change


def exchange(parts: Parts) -> None:
    one, two = (name for name in parts if name.startswith("word/media/"))
    parts[one], parts[two] = parts[two], parts[one]


def replace_second(parts: Parts) -> None:
    names = [name for name in parts if name.startswith("word/media/")]
    parts[names[1]] = parts[names[1]] + b"\0"


def drop_second(parts: Parts) -> None:
    text = parts["word/document.xml"].decode()
    begins, ends = text.rindex("<w:drawing"), text.rindex("</w:drawing>") + len("</w:drawing>")
    parts["word/document.xml"] = (text[:begins] + text[ends:]).encode()


def test_nothing_is_told_of_what_nobody_touched(report: Path, minutes: Path) -> None:
    assert [audit(paper).findings for paper in (report, minutes)] == [(), ()]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (exchange, [("picture-exchanged", "picture 1"), ("picture-exchanged", "picture 2")]),
        (drop_second, [("pictures-counted", "2")]),
    ],
)
def test_photos_that_were_exchanged_under_their_captions_are_told(
    minutes: Path, tmp_path: Path, change: Callable[[Parts], None], told: list[tuple[str, str]]
) -> None:
    assert found(minutes, tmp_path, change) == told


def test_another_photo_is_told_beside_other_edits(minutes: Path, tmp_path: Path) -> None:
    words = put("word/document.xml", "Hội trường", "Phòng họp")

    told = found(minutes, tmp_path, words, replace_second)

    assert [code for code, _ in told] == ["value-edited", "picture-exchanged"]


def test_a_bar_that_was_made_longer_and_says_the_same_is_told(report: Path, tmp_path: Path) -> None:
    told = found(report, tmp_path, put("word/charts/chart-", "<c:v>0.61</c:v>", "<c:v>0.614</c:v>"))

    assert told == [("picture-exchanged", "chart 1")]


def test_a_number_edited_in_a_chart_is_told_as_such_and_as_another_chart(
    report: Path, tmp_path: Path
) -> None:
    told = found(report, tmp_path, put("word/charts/chart-", "<c:v>0.61</c:v>", "<c:v>0.91</c:v>"))

    assert told == [("number-typed", "“61%”"), ("picture-exchanged", "chart 1")]


@pytest.mark.parametrize("look", ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', "<w:strike/>"])
def test_words_that_nobody_can_read_are_told(minutes: Path, tmp_path: Path, look: str) -> None:
    def change(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        words = text.index("Hội trường")
        run = text.rindex("<w:r>", 0, words)
        unread = f"<w:r><w:rPr>{look}</w:rPr>"
        rest = text[run:].removeprefix("<w:r>")
        if rest.startswith("<w:rPr>"):
            rest = rest[rest.index("</w:rPr>") + len("</w:rPr>") :]
        parts["word/document.xml"] = (text[:run] + unread + rest).encode()

    ((code, was),) = found(minutes, tmp_path, change)
    assert (code, "Hội trường" in was) == ("words-hidden", True)


_MARK = "<w:t>DỰ THẢO</w:t>"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (put("word/header1", _MARK, "<w:t/>"), "words-gone"),
        (put("word/header", _MARK, "<w:t/>", times=2), "words-gone"),
        (put("word/header2", _MARK, "<w:t>ĐÃ DUYỆT</w:t>"), "words-edited"),
    ],
)
def test_the_mark_of_a_draft_that_is_taken_off_is_told(
    report: Path, tmp_path: Path, change: Callable[[Parts], None], code: str
) -> None:
    assert code in [one for one, _ in found(report, tmp_path, change)]


def test_the_mark_of_a_draft_that_is_made_white_is_told(report: Path, tmp_path: Path) -> None:
    looks = '<w:spacing w:val="20"/><w:sz w:val="26"/>'
    told = found(report, tmp_path, put("word/header1", looks, f'<w:color w:val="FFFFFF"/>{looks}'))

    assert told == [("words-hidden", "DỰ THẢO")]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_papers_that_libreoffice_saved_again_are_as_they_were_made(
    report: Path, minutes: Path, tmp_path: Path
) -> None:
    options = [
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    command = ["soffice", *options, "--outdir", str(tmp_path), str(report), str(minutes)]
    subprocess.run(command, check=True, capture_output=True)

    assert [audit(tmp_path / paper.name).findings for paper in (report, minutes)] == [(), ()]
    assert found(tmp_path / minutes.name, tmp_path, exchange) != []


@pytest.mark.parametrize("way", ["a picture masked", "a picture with dark and light exchanged"])
def test_a_picture_of_a_pdf_that_is_shown_otherwise_is_told(tmp_path: Path, way: str) -> None:
    taken(tmp_path / "mot.jpg", (400, 300))
    target = tmp_path / "bien-ban.pdf"
    content = made(tmp_path, "  - {file: mot.jpg, caption: Khai mạc}", "pdf")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        DEEP[way](pdf)
        pdf.save(target)

    assert [one.code for one in audit(target).findings] == ["shown-otherwise"]
