"""Text of a file: decoded, with every character that a paper cannot print refused at its place."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase

_FORBIDDEN = (
    ("lost-character", "\ufffd"),
    ("private-character", "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"),
    (
        "control-character",
        "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
        + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)),
    ),
)
"""By code, what no paper can print as the person meant it, as parts of a regular expression's class."""

_BAD = re.compile("[" + "".join(part for _, part in _FORBIDDEN) + "]")
_SORTS = tuple((code, re.compile(f"[{part}]")) for code, part in _FORBIDDEN)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def decode(content: bytes, file: str, code: str) -> str:
    """Read UTF-8, with or without a mark at the beginning; line ends become LF.

    ``code`` is the complaint to make when it is something else.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return lines_ended_alike(content.decode())
    except UnicodeDecodeError as error:
        origin = byte_origin(content, error.start, file)
        raise DataError([report(code, origin, looks=_looks_like(content))]) from error


def lines_ended_alike(text: str) -> str:
    """End every line with LF alone, as Windows and old Macs do not."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_composed(text: str) -> bool:
    """Tell whether a text, and so each part of it, is in NFC already."""
    return unicodedata.is_normalized("NFC", text)


def nfc(text: str) -> str:
    """Compose letters and their marks, so that what looks alike is alike."""
    return unicodedata.normalize("NFC", text)


def refuse_bad(text: str, file: str, complaints: Complaints) -> str:
    """Complain of each forbidden character where it first stands; give the text with them replaced."""
    for match in _first_of_each(text):
        _complain_of(match[0], position(text, match.start(), file), complaints, text.count(match[0]))
    return _BAD.sub("_", text) if complaints.found else text


def refuse_bad_in(value: str, origin: Origin, complaints: Complaints) -> None:
    """Complain of the forbidden characters of one value."""
    for match in _first_of_each(value):
        _complain_of(match[0], origin, complaints, value.count(match[0]))


def called(character: str) -> str:
    """Name a character by its number and name."""
    name, number = unicodedata.name(character, "").lower(), f"U+{ord(character):04X}"
    return phrase("{number} ({name})", number=number, name=Foreign(name)) if name else number


def position(text: str, offset: int, file: str) -> Origin:
    """Turn an offset into line and column."""
    line = text.count("\n", 0, offset) + 1
    return Origin(file, line, offset - text.rfind("\n", 0, offset))


def byte_origin(content: bytes, offset: int, file: str) -> Origin:
    """Turn an offset into UTF-8, which is well-formed up to there, into line and column."""
    before = lines_ended_alike(content[:offset].decode())
    return position(before, len(before), file)


def _complain_of(character: str, origin: Origin, complaints: Complaints, times: int) -> None:
    code = next(code for code, sort in _SORTS if sort.match(character))
    often = phrase(", {times} times in all", times=times) if times > 1 else ""
    complaints.add(code, origin, character=called(character), often=often)


def _first_of_each(text: str) -> Iterator[re.Match[str]]:
    if _BAD.search("".join(set(text))) is None:  # four times as fast as a search of the text
        return
    seen: set[str] = set()
    for match in _BAD.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            yield match


def _looks_like(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:4096]:
        return phrase("UTF-16, which Excel calls Unicode Text")
    if _is_windows_1258(content):
        return phrase("Windows-1258, an older encoding for Vietnamese")
    return phrase("an older encoding for Vietnamese such as TCVN3 or VNI")


def _is_windows_1258(content: bytes) -> bool:
    """Ask whether every tone mark sits on a letter that can carry it, as in no other encoding."""
    text = content.decode("cp1258", errors="replace")
    composed = nfc(text)
    left = any(mark in composed for mark in (*_TONES, "\ufffd"))
    return any(mark in text for mark in _TONES) and not left
