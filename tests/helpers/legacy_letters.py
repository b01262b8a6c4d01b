"""Vietnamese as it was written before Unicode: text becomes the bytes that old programs stored.

The tables are those that were published, written down here a second time, so that a slip in the program's own
shows.
"""

import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = "aáàảãạ âấầẩẫậ ăắằẳẵặ eéèẻẽẹ êếềểễệ oóòỏõọ ôốồổỗộ ơớờởỡợ uúùủũụ ưứừửữự iíìỉĩị yýỳỷỹỵ đ"
_VNI = (
    "a aù aø aû aõ aï|aâ aá aà aå aã aä|aê aé aè aú aü aë|e eù eø eû eõ eï|eâ eá eà eå eã eä|"
    "o où oø oû oõ oï|oâ oá oà oå oã oä|ô ôù ôø ôû ôõ ôï|u uù uø uû uõ uï|ö öù öø öû öõ öï|"
    "i í ì æ ó ò|y yù yø yû yõ î|ñ"
)
_TCVN3 = {
    "ĂÂÊÔƠƯĐăâêôơưđ": "A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE",
    "àảãáạằẳẵắặầẩẫấậ": "B5 B6 B7 B8 B9 BB BC BD BE C6 C7 C8 C9 CA CB",
    "èẻẽéẹềểễếệ": "CC CE CF D0 D1 D2 D3 D4 D5 D6",
    "ìỉĩíị": "D7 D8 DC DD DE",
    "òỏõóọồổỗốộờởỡớợ": "DF E1 E2 E3 E4 E5 E6 E7 E8 E9 EA EB EC ED EE",
    "ùủũúụừửữứự": "EF F1 F2 F3 F4 F5 F6 F7 F8 F9",
    "ỳỷỹýỵ": "FA FB FC FD FE",
}
_BYTES = {
    letter: bytes.fromhex(code)
    for letters, codes in _TCVN3.items()
    for letter, code in zip(letters, codes.split(), strict=True)
}
_SIGNS = {
    letter: sign
    for letters, signs in zip(_LETTERS.split(), _VNI.split("|"), strict=True)
    for letter, sign in zip(letters, signs.split(), strict=True)
}


def tcvn3(text: str) -> bytes:
    """Store text as a .VnTime font shows it; capitals with tones become small."""
    return b"".join(_BYTES.get(letter) or _BYTES.get(letter.lower()) or _plain(letter) for letter in text)


def without_capitals(text: str) -> str:
    """Give what TCVN3 keeps of a text: capitals with tones are lost."""
    return "".join(
        letter.lower() if letter not in _BYTES and letter.lower() in _BYTES else letter for letter in text
    )


def vni(text: str) -> bytes:
    """Store text as a VNI-Times font shows it."""
    return "".join(map(_sign, text)).encode("cp1252")


def windows_1258(text: str) -> bytes:
    """Store each tone mark behind its letter."""
    return "".join(map(_apart, text)).encode("cp1258")


def _plain(letter: str) -> bytes:
    return letter.encode("cp1252")


def _sign(letter: str) -> str:
    sign = _SIGNS.get(letter.lower(), letter.lower())
    return sign.upper() if letter.isupper() else sign


def _apart(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)) + tones
