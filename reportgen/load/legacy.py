"""Letters of the time before Unicode: fonts that show Latin signs as Vietnamese letters."""

import re
import unicodedata
from collections.abc import Callable, Mapping

LOST = "\ufffd"
"""Stands for a sign that has no meaning in an alphabet."""

_TCVN3 = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \xadư ®đ "
    "µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ "
    "Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ"
)
"""Each sign, in the order of its byte in Windows, with the letter that a .VnTime font shows."""

_VNI_ALONE = "ñđ ôơ öư íí ìì æỉ óĩ òị îỵ"
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}
_VNI_BREVES = {
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_MARKED = {
    "a": _VNI_TONES | _VNI_HATS | _VNI_BREVES,
    "e": _VNI_TONES | _VNI_HATS,
    "o": _VNI_TONES | _VNI_HATS,
    "u": _VNI_TONES,
    "y": _VNI_TONES,
    "ô": _VNI_TONES,
    "ö": _VNI_TONES,
}
"""By base sign, the signs that can follow it and the marks that they put on it."""


def _tcvn3_letters() -> dict[int, str]:
    signs = {ord(pair[0]): pair[1] for pair in _TCVN3.split(" ")}
    return {**dict.fromkeys((*range(0xC0, 0x100),), LOST), **signs}


def _vni_letters() -> dict[str, str]:
    alone = {pair[0]: pair[1] for pair in _VNI_ALONE.split(" ")}
    small = alone | {
        base + sign: unicodedata.normalize("NFC", alone.get(base, base) + marks)
        for base, signs in _VNI_MARKED.items()
        for sign, marks in signs.items()
    }
    capital = {
        signs[0].upper() + rest: letter.upper() for signs, letter in small.items() for rest in _cases(signs)
    }
    return small | capital


def _cases(signs: str) -> set[str]:
    """Give the second sign small and capital: people typed both after a capital."""
    return {signs[1:], signs[1:].upper()}


_TCVN3_LETTERS = _tcvn3_letters()
_VNI_LETTERS = _vni_letters()
_VNI_SIGNS = re.compile("[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[À-ÖØ-öø-ÿ]")


def from_tcvn3(text: str) -> str:
    """Read the signs of TCVN3 (ABC); what has no meaning there becomes `LOST`."""
    return text.translate(_TCVN3_LETTERS)


def from_vni(text: str) -> str:
    """Read the signs of VNI for Windows; what has no meaning there becomes `LOST`."""
    return _VNI_SIGNS.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    signs = match[0]
    if (letter := _VNI_LETTERS.get(signs)) is not None:
        return letter
    return "".join(_VNI_LETTERS.get(sign, sign if sign.isascii() else LOST) for sign in signs)


ALPHABETS: Mapping[str, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}
"""How text of each alphabet becomes Unicode, from the signs that Windows-1252 shows for it."""
