"""A certificate carries nobody but the one whom it names: every one of the samples is taken apart."""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from reportgen.proof import faults
from reportgen.readback import read_back
from tests.helpers.carrying import MEDIA, build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make every certificate of the samples, in both formats."""
    folder = tmp_path_factory.mktemp("certificates")
    data = ROOT / "data" / "chung-nhan"
    build(data / "ca-nhan.yaml", data / "truong.yaml", to=folder, templates=ROOT / "templates")
    return folder / "giay-chung-nhan"


def everything_in(paper: Path) -> bytes:
    """Take a file apart: every part or stream unpacked, every text in it, and what its pages say."""
    content = paper.read_bytes()
    found = [content, "\n".join(read_back(content, MEDIA[paper.suffix]).pieces).encode()]
    if paper.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found += [archive.read(name) for name in archive.namelist()]
    else:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found += [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            found += [str(text).encode() for one in pdf.objects for text in _strings(one)]
    return b"\n".join(found)


def _strings(found: Any) -> Iterator[Any]:
    """Go through the texts of an object; what it refers to is another."""
    if isinstance(found, pikepdf.String):
        yield found
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from (text for _, one in found.items() if not _is_another(one) for text in _strings(one))
    elif isinstance(found, pikepdf.Array):
        yield from (text for one in found if not _is_another(one) for text in _strings(one))


def _is_another(one: Any) -> bool:
    return isinstance(one, pikepdf.Object) and one.is_indirect


_DATES = re.compile(rb"\d\d[/.]\d\d[/.]\d{4}|\d{4}-\d\d-\d\d|\d{8}")


def dates_in(inside: bytes) -> set[bytes]:
    """List what may be a birth date; in UTF-16 every digit has a zero byte before it."""
    return set(_DATES.findall(inside.replace(b"\0", b"")))


def birth_dates(person: dict[str, str]) -> set[bytes]:
    """Write a birth date in the ways in which a file may hold it."""
    day, month, year = person["Ngày sinh"].split("/")
    born = dt.date(int(year), int(month), int(day))
    return {born.strftime(form).encode() for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y%m%d")}


def names(person: dict[str, str]) -> list[bytes]:
    """Write a name in the ways in which a file may hold it."""
    name = person["Họ và tên"]
    return [name.encode(), name.encode("utf-16-be"), json.dumps(name)[1:-1].encode()]


def participants() -> list[dict[str, str]]:
    text = (ROOT / "data" / "chung-nhan" / "participants.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_certificate_carries_nobody_else(certificates: Path) -> None:
    people = participants()
    papers = [path for path in certificates.rglob("*") if path.suffix in MEDIA]
    assert len(papers) == 216

    for paper in papers:
        inside = everything_in(paper)
        page = "\n".join(read_back(paper.read_bytes(), MEDIA[paper.suffix]).pieces)
        others = [one for one in people if one["Họ và tên"] not in page]
        named = {one["Họ và tên"] for one in others if any(name in inside for name in names(one))}
        dates = dates_in(inside) - dates_in(page.encode())
        born = {one["Họ và tên"] for one in others if birth_dates(one) & dates}
        assert (named, born) == (set(), set()), paper


def attached(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.AttachedFileSpec:
    said = dict.fromkeys(("filename", "description", "mime_type", "creation_date", "mod_date"), "")
    return pikepdf.AttachedFileSpec(pdf, content, **said)


def test_the_search_finds_whoever_is_there(certificates: Path) -> None:
    """The test above would find nobody if it looked in the wrong places."""
    own = next(one for one in participants() if one["Kết quả"] == "hoàn thành")
    papers = list(certificates.rglob(f"*{own['Họ và tên']}*"))

    assert {path.suffix for path in papers} == set(MEDIA)
    for paper in papers:
        assert own["Họ và tên"].encode() in everything_in(paper)
    with pikepdf.open(next(path for path in papers if path.suffix == ".pdf")) as pdf:
        pdf.attachments["x.json"] = attached(pdf, "Đỗ Văn Ẩn".encode())
        saved = io.BytesIO()
        pdf.save(saved)
    other = certificates / "other.pdf"
    other.write_bytes(saved.getvalue())
    assert "Đỗ Văn Ẩn".encode() in everything_in(other)
    assert dates_in("x12/03/1985 ".encode("utf-16-be") + b"1985-03-12") == {b"12/03/1985", b"1985-03-12"}
    other.unlink()


def test_every_certificate_is_fit_for_the_archive(certificates: Path) -> None:
    for paper in sorted(certificates.rglob("*.pdf"))[::12]:
        assert faults(paper.read_bytes()) == []
