"""Papers packed to be sent: every one of them once, as it stands in its folder, under a name that opens."""

import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest

from tests.batch.bundled import SCHOOLS, run
from tests.batch.classes import corrected
from tests.helpers.docking import papers
from tests.helpers.written import Written, written_as

DISTRICTS = (
    SCHOOLS.replace("born: date, school", "born: date, school: {type: text, label: Trường}, district")
    .replace("at: [school]", "at: [school, district]")
    .replace("giay/{each.school}/", "giay/{each.district}/{each.school}/")
    .replace("name,born,school,days", "name,born,school,district,days")
    .replace(",Số 10,", ",Số 10,Phù Yên,")
    .replace("Ân,3/4/1981,Số 2,", "Ân,3/4/1981,Số 2,Phù Yên,")
    .replace(",Số 2,5", ",Số 2,Mai Sơn,5")
    .replace(",Số 2,6", ",Hoa Ban/Đỏ,Mai Sơn,6")
)


def held(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        assert len(packed.namelist()) == len(set(packed.namelist()))
        return {name: packed.read(name) for name in packed.namelist()}


def packed(written: Written, name: str, *options: str) -> Path:
    target = written.folder / name
    code, said = run(written, "--zip", str(target), *options)
    assert code == 0, said
    return target


@written_as(SCHOOLS)
def test_every_paper_is_in_the_zip_file_byte_for_byte_as_it_stands_in_its_folder(written: Written) -> None:
    file = packed(written, "gui.zip")

    there = {name.removeprefix("giay/"): content for name, content in papers(written.folder / "out").items()}
    assert held(file) == there
    assert list(held(file)) == [
        "Số 2/Trần Thị An.pdf", "Số 2/Lò Thị Ân.pdf", "Số 2/Cầm Văn Ấn.pdf", "Số 10/Nguyễn Văn Bình.pdf"
    ]  # fmt: skip


@written_as(SCHOOLS)
def test_the_same_papers_make_the_same_bytes_wherever_and_whenever(written: Written) -> None:
    first = packed(written, "gui.zip").read_bytes()
    shutil.rmtree(written.folder / "out")

    assert packed(written, "lai.zip").read_bytes() == first
    assert "gui.zip (unchanged): 4 papers" in run(written, "--zip", str(written.folder / "gui.zip"))[1]


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
@written_as(SCHOOLS)
def test_unzip_and_7z_unpack_it_with_vietnamese_names(written: Written) -> None:
    file = packed(written, "gui.zip")
    wanted = held(file)

    for program in (["unzip", "-q", str(file), "-d"], ["7z", "x", "-y", str(file), "-o"]):
        if shutil.which(program[0]) is None:
            continue
        place = written.folder / f"mở-{program[0]}"
        place.mkdir()
        command = [*program[:-1], f"-o{place}"] if program[-1] == "-o" else [*program, str(place)]
        subprocess.run(command, check=True, capture_output=True, env={"LC_ALL": "C.UTF-8"})
        found = {unicodedata.normalize("NFC", name): content for name, content in papers(place).items()}
        assert found == wanted


@written_as(DISTRICTS.replace("[school, district]", "[district, school]"))
def test_schools_of_one_name_are_not_mixed_in_whatever_order_places_are_written(written: Written) -> None:
    names = {file.name for file in packed(written, "gui", "--zip-by", "school").glob("*.zip")}

    assert names == {"Số 10.zip", "Số 2 - Phù Yên.zip", "Số 2 - Mai Sơn.zip", "Hoa Ban-Đỏ.zip"}


@written_as(DISTRICTS)
def test_each_school_has_a_file_of_its_own_and_two_of_one_name_are_not_mixed(written: Written) -> None:
    folder = packed(written, "gui", "--zip-by", "Trường")

    assert {file.name: list(held(file)) for file in folder.glob("*.zip")} == {
        "Số 10.zip": ["Nguyễn Văn Bình.pdf"],
        "Số 2 - Phù Yên.zip": ["Lò Thị Ân.pdf"],
        "Số 2 - Mai Sơn.zip": ["Trần Thị An.pdf"],
        "Hoa Ban-Đỏ.zip": ["Cầm Văn Ấn.pdf"],
    }


@written_as(DISTRICTS)
def test_a_wider_place_takes_all_that_is_in_it(written: Written) -> None:
    folder = packed(written, "gui", "--zip-by", "district")

    assert {file.name: list(held(file)) for file in folder.glob("*.zip")} == {
        "Phù Yên.zip": ["Số 2/Lò Thị Ân.pdf", "Số 10/Nguyễn Văn Bình.pdf"],
        "Mai Sơn.zip": ["Hoa Ban-Đỏ/Cầm Văn Ấn.pdf", "Số 2/Trần Thị An.pdf"],
    }


@written_as(DISTRICTS)
def test_a_school_that_is_gone_is_told_and_its_file_is_kept(written: Written) -> None:
    folder = packed(written, "gui", "--zip-by", "school")
    corrected(written.folder / "p.csv", ",Số 10,Phù Yên,", ",Số 11,Phù Yên,")

    said = run(written, "--zip", str(folder), "--zip-by", "school")[1]

    assert "Số 10.zip" in said
    assert "paper-left-over" in said
    assert (folder / "Số 10.zip").is_file()
    assert "3 unchanged" in said


@written_as(DISTRICTS)
def test_no_earlier_file_is_spoken_of_where_there_is_none(written: Written) -> None:
    corrected(written.folder / "p.csv", ",Số 10,Phù Yên,", ",Số 10,Phù Yên,x")

    said = run(written, "--zip", str(written.folder / "gui"), "--zip-by", "school")[1]

    assert "bundle-incomplete" in said
    assert "of an earlier run" not in said


@written_as(DISTRICTS)
def test_nothing_personal_becomes_the_name_of_a_file(written: Written) -> None:
    kind = written.folder / "templates" / "k" / "kind.yaml"
    corrected(kind, "born: date", "born: {type: date, personal: true}")

    assert (
        "error[zip-by-unknown]" in run(written, "--zip", str(written.folder / "gui"), "--zip-by", "born")[1]
    )


@written_as(SCHOOLS)
def test_a_paper_that_was_changed_meanwhile_is_not_sent(written: Written) -> None:
    packed(written, "gui.zip")
    before = (written.folder / "gui.zip").read_bytes()
    (written.folder / "out" / "giay" / "Số 2" / "Trần Thị An.pdf").write_bytes(b"by hand")

    code, said = run(written, "--zip", str(written.folder / "gui.zip"))

    assert code != 0
    assert "bundle-incomplete" in said
    assert (written.folder / "gui.zip").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "hint"),
    [(["--zip-by", "school"], "--zip FOLDER"), (["--zip", "gui.zip", "--zip-by", "school"], "--zip gui")],
)
@written_as(SCHOOLS)
def test_a_column_goes_with_a_folder(written: Written, words: list[str], hint: str) -> None:
    code, said = run(written, *words)

    assert (code, hint in said) == (2, True)
