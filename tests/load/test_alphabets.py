"""Legacy alphabets, letter by letter, and the syllables by which they are known."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.load.legacy import ALPHABETS
from reportgen.load.syllables import is_syllable
from tests.helpers.legacy_letters import tcvn3, vni, without_capitals
from tests.load.stored import WORDS

# --- the tables, and properties -----------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_tcvn3_is_read_as_glibc_reads_it() -> None:
    codes = bytes(range(0xA1, 0x100))
    iconv = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    theirs = subprocess.run(iconv, input=codes, capture_output=True, check=True).stdout.decode()
    ours = ALPHABETS["tcvn3"](codes.decode("latin-1"))

    for mine, other in zip(ours, theirs, strict=True):
        if other.islower() or other in "ĂÂÊÔƠƯĐ":
            assert mine == other
        else:  # glibc's capitals with tones, and marks, are in no font
            assert mine not in theirs


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("Nguyeãn Thò Hoøa", "Nguyễn Thị Hòa"),
        ("Ñaøo ñaát coâng trình", "Đào đất công trình"),
        ("TRÖÔØNG THPT LEÂ QUYÙ ÑOÂN", "TRƯỜNG THPT LÊ QUÝ ĐÔN"),
        ("Aùnh, AÙnh", "Ánh, Ánh"),
        ("Kyø Myõ, quyû, Mî, Vónh, ñieåm, chæ", "Kỳ Mỹ, quỷ, Mỵ, Vĩnh, điểm, chỉ"),
        ("caên phoøng nhaéc laëng ñaëc bieät", "căn phòng nhắc lặng đặc biệt"),
    ],
)
def test_vni_is_read_as_its_fonts_show_it(stored: str, text: str) -> None:
    assert unicodedata.normalize("NFC", ALPHABETS["vni"](stored)) == text


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_alphabets_read_what_old_programs_wrote(text: str) -> None:
    assert ALPHABETS["vni"](vni(text).decode("cp1252")) == text
    assert ALPHABETS["tcvn3"](tcvn3(text).decode("cp1252")) == without_capitals(text)


@pytest.mark.parametrize("word", WORDS)
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFC", word.upper()))


@pytest.mark.parametrize(
    "word", ["Müller", "TrÇn", "Nguyeãn", "cật̉", "bàt", "kà", "ngề", "Vălla", "đđ", "ấấ"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_syllable(unicodedata.normalize("NFC", word))
