"""Consoles that lack letters are shown the nearest ones, and machines all of them."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cli.streams import folded
from tests.cli.speaking import in_process
from tests.helpers.written import Written

# --- letters ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", "khong co tep 'to-trinh.yaml'"),
        ("cp437", "không có têp 'to-trinh.yaml'"),
        ("cp1258", "không có tệp 'to-trinh.yaml'"),
        ("utf-8", "không có tệp 'to-trinh.yaml'"),
    ],
)
def test_a_console_that_lacks_letters_shows_the_nearest(encoding: str, shown: str, tmp_path: Path) -> None:
    done = in_process("--lang", "vi", "check", "to-trinh.yaml", cwd=tmp_path, PYTHONIOENCODING=encoding)

    assert done.returncode == 4
    assert shown in unicodedata.normalize("NFC", done.stderr.decode(encoding))
    assert b"Traceback" not in done.stderr
    assert b"?" not in done.stdout + done.stderr


def test_help_is_readable_on_an_ascii_console(tmp_path: Path) -> None:
    done = in_process("--lang", "vi", "--help", cwd=tmp_path, PYTHONIOENCODING="ascii")

    assert "Cach dung: " in done.stdout.decode("ascii")


def test_what_machines_read_is_not_folded(written: Written) -> None:
    """
    fields: {n: count}
    figures: {x: {formula: n, label: Số trường ở Đồ Sơn}}
    ---
    n: 3
    """
    narrow = {"PYTHONIOENCODING": "ascii"}
    as_json = in_process("figures", "data.yaml", "--format", "json", cwd=written.folder, **narrow)
    as_csv = in_process("figures", "data.yaml", "--format", "csv", cwd=written.folder, **narrow)
    example = in_process("kinds", "minutes", "--example", cwd=written.folder, **narrow)

    assert json.loads(as_json.stdout.decode("ascii"))[0]["title"] == "Số trường ở Đồ Sơn"
    assert "Số trường ở Đồ Sơn" in as_csv.stdout.decode()
    assert "ạ" in example.stdout.decode()


@given(st.text(alphabet="aăâeêioôơuưyđáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệốồổỗộớờởỡợứừửữựĐỆỮ …“”→", min_size=1))
def test_every_vietnamese_letter_has_a_nearest_one_in_ascii(text: str) -> None:
    plain = folded(text, "ascii")

    assert plain.isascii()
    assert "?" not in plain


@given(st.text(), st.sampled_from(["ascii", "cp1252", "cp1258", "cp850", "utf-8"]))
def test_what_is_folded_can_be_written_and_what_can_be_written_is_not_folded(
    text: str, encoding: str
) -> None:
    plain = folded(text, encoding)

    assert plain.encode(encoding) or not text
    assert folded(plain, encoding) == plain
