"""`reportgen setup`: an office's folder, from a handful of answers."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.model.office import Office, Signer
from reportgen.model.origin import Origin
from reportgen.offices import office_file, read_register
from reportgen.render.head import Head, Line, fit
from reportgen.setup import likely_symbol

ANSWERS = "Phòng Văn hóa - Xã hội\nUBND phường Kỳ Lừa\n\n\n\nTrần Thị Mây\n\n"


def test_setup_asks_a_handful_of_questions_and_writes_what_was_answered(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["setup", str(tmp_path)], input=ANSWERS)

    assert (result.exit_code, result.output.count(":")) == (0, 7)
    (office,) = read_register(tmp_path / "offices.yaml", "offices.yaml").offices
    assert (office.name, office.parent, office.symbol, office.place, office.since) == (
        "Phòng Văn hóa - Xã hội", "UBND phường Kỳ Lừa", "VHXH", "Kỳ Lừa", dt.date(2025, 7, 1),
    )  # fmt: skip
    assert office.signers == (Signer("Trưởng phòng", "Trần Thị Mây"),)


def test_setup_asks_again_for_a_day_that_is_none_and_not_for_all_that_was_answered(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["setup", str(tmp_path)], input=ANSWERS[:-1] + "2025\n1/7/2025\n")

    assert (result.exit_code, result.output.count("'2025'")) == (0, 1)
    assert "from: 01/07/2025" in (tmp_path / "offices.yaml").read_text("utf-8")


def test_setup_with_a_name_asks_nothing_and_never_replaces_a_file(tmp_path: Path) -> None:
    command = ["setup", str(tmp_path), "--name", "Trường Tiểu học Kỳ Lừa", "--from", "5/9/1990"]
    first, again = (CliRunner().invoke(app, command) for _ in range(2))

    assert (first.exit_code, again.exit_code) == (0, 7)
    assert "office-file-there" in again.output
    assert "from: 05/09/1990" in (tmp_path / "offices.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Sở Giáo dục và Đào tạo thành phố Hải Phòng", "SGDĐT"), ("Phòng Giáo dục và Đào tạo", "PGDĐT"),
        ("Phòng Văn hoá - Xã hội", "VHXH"), ("UBND phường Lê Chân", "UBND"),
        ("Uỷ ban nhân dân xã Kỳ Lừa", "UBND"), ("Trường Tiểu học Lê Chân", "THLC"),
        ("Trường THCS Đống Đa, phường Kỳ Lừa", "THCSĐĐ"), ("Trường Mầm non Hoa Ban", "MNHB"),
    ],
)  # fmt: skip
def test_setup_proposes_the_symbol_that_such_offices_write(name: str, symbol: str) -> None:
    assert likely_symbol(name) == symbol


def test_setup_of_a_committee_writes_its_name_in_full_and_for_whom_its_chair_signs(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["setup", str(tmp_path), "--name", "UBND phường Lê Chân"])

    (office,) = read_register(tmp_path / "offices.yaml", "offices.yaml").offices
    assert (office.heading, office.symbol, office.place) == (
        "Ủy ban nhân dân\nphường Lê Chân", "UBND", "Lê Chân",
    )  # fmt: skip
    assert office.is_called("Ủy ban nhân dân phường Lê Chân")
    assert office.signers == (Signer("Chủ tịch", "", "TM. Ủy ban nhân dân"),)
    assert "supposed, correct it there if it is not so: Name at the head of papers: " in result.output
    assert "Abbreviation in symbols: UBND" in result.output


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Trường Tiểu học và Trung học cơ sở Lũng Cú", "Trường Tiểu học\nvà Trung học cơ sở Lũng Cú"),
        ("Phòng Văn hóa - Xã hội phường Kỳ Lừa", "Phòng Văn hóa - Xã hội\nphường Kỳ Lừa"),
        ("Phòng Giáo dục và Đào tạo", ""),
    ],
)
def test_setup_breaks_a_name_that_is_too_long_for_the_head_where_its_words_part(
    tmp_path: Path, name: str, heading: str
) -> None:
    parent = "Ủy ban nhân dân thành phố Hồ Chí Minh"
    result = CliRunner().invoke(app, ["setup", str(tmp_path), "--name", name, "--parent", parent])

    (office,) = read_register(tmp_path / "offices.yaml", "offices.yaml").offices
    assert (office.heading, office.parent) == (heading, "UBND thành phố Hồ Chí Minh")
    assert "at the head of papers: UBND thành phố Hồ Chí Minh" in result.output
    lines = [Line(line.upper(), "H-4") for line in (heading or name).split("\n")]
    assert isinstance(fit([*lines, Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "H-1")], 165), Head)


def test_setup_without_anybody_to_answer_says_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["setup", str(tmp_path)], input="")

    assert result.exit_code == 2
    assert "nobody answers" in result.output
    assert not list(tmp_path.iterdir())


WORDS = st.text(st.sampled_from("aăâđêôơưyXÁỆ 1-,:#'\"{}[]&*!|>%@`\\"), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(WORDS.filter(bool), WORDS, WORDS, st.dates(dt.date(1945, 9, 2), dt.date(2100, 1, 1)))
def test_what_setup_writes_is_read_as_it_was_meant(
    name: str, parent: str, signer: str, since: dt.date
) -> None:
    signers = (Signer(signer, signer),) if signer else ()
    office = Office(name, Origin(""), parent=parent, signers=signers, since=since)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "offices.yaml"
        path.write_text(office_file(office), encoding="utf-8")
        register = read_register(path, "offices.yaml")

    assert register.own == name
    (read,) = register.offices
    assert (read.name, read.parent, read.signers, read.since) == (name, parent, signers, since)
