"""Which encoding a text file has: what the data file or its first bytes say, else what reads best."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.load.files import read_bytes
from reportgen.load.legacy import ALPHABETS
from reportgen.load.syllables import marked_words, share_of_syllables
from reportgen.load.text import byte_origin, lines_ended_alike, nfc
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin

GOOD = 0.8
"""The share of syllables at which a reading is believed."""

LEAD = 0.2
"""How far behind every other reading must be."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_FAMILY = {"utf-8": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_CODECS = {"utf-8": "utf-8", "windows-1258": "cp1258", **dict.fromkeys(ALPHABETS, "cp1252")}
"""By what a data file calls it, in which codec of Python the bytes of an encoding are read."""

_OLD = ("cp1252", "cp1258")
_SAMPLE = 1 << 18
_MANY_ZEROS = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, lines ending in LF.

    ``alphabet`` names the legacy letters that its bytes are, ``guessed`` the encoding as a data file names
    it, if nothing but the text itself told it.
    """

    text: str
    alphabet: str | None = None
    guessed: str | None = None


def decode_table(content: bytes, file: str, encoding: str | None) -> Decoded:
    """Read the bytes of a table file, in the encoding that the data file names or in what they look like."""
    if encoding is not None:
        return _fixed(content, file, encoding)
    if (codec := _unicode(content)) is not None:
        if not _reads(content, codec):
            raise DataError([report("encoding-wrong", Origin(file), encoding=_FAMILY[codec])])
        told = codec == "utf-8" or _marked(content) is not None
        return Decoded(_text(content, codec), guessed=None if told else "utf-16")
    found = best_reading(_readings(content))
    if found is None:
        raise DataError([report("encoding-unclear", _not_utf8(content, file))])
    if not _reads(content, _CODECS[found]):
        raise DataError([report("encoding-unclear", Origin(file))])
    return Decoded(_text(content, _CODECS[found]), found if found in ALPHABETS else None, found)


def legacy_lines(path: Path) -> list[str] | None:
    """Read a file that is not UTF-8 as a table file is read, place for place; None where it is unclear."""
    try:
        found = decode_table(read_bytes(path, str(path)), str(path), None)
    except DataError:
        return None
    lines = found.text.splitlines()
    read = [ALPHABETS[found.alphabet](line) for line in lines] if found.alphabet else lines
    return [one if len(one) == len(line) else line for one, line in zip(read, lines, strict=True)]


def best_reading(readings: Mapping[str, str]) -> str | None:
    """Name the only one of several readings of a text that is Vietnamese."""
    shares = {name: share_of_syllables(marked_words(text)) for name, text in readings.items()}
    best = max(shares, key=shares.__getitem__)
    rest = max(share for name, share in shares.items() if name != best)
    return best if shares[best] >= GOOD and shares[best] - rest >= LEAD else None


def _fixed(content: bytes, file: str, encoding: str) -> Decoded:
    """Read the encoding that the data file names, unless the file itself says that it is another."""
    codec = _fixed_codec(content, encoding)
    if codec is None or not _reads(content, codec) or (codec in _OLD and _reads_better(content, encoding)):
        raise DataError([report("encoding-wrong", Origin(file), encoding=encoding)])
    return Decoded(_text(content, codec), encoding if codec == "cp1252" else None)


def _fixed_codec(content: bytes, encoding: str) -> str | None:
    """Name the codec, unless the bytes are something else; legacy letters may stand in Unicode too."""
    seen = _unicode(content)
    plain = content.isascii() and encoding != "utf-16"
    if seen is not None and (encoding in ALPHABETS or encoding == _FAMILY[seen] or plain):
        return seen
    return None if seen or encoding == "utf-16" else _CODECS[encoding]


def _reads_better(content: bytes, encoding: str) -> bool:
    """Tell whether another old encoding fits, and this one does not."""
    return best_reading(_readings(content)) not in (None, encoding)


def _marked(content: bytes) -> str | None:
    """Read the mark at a file's beginning."""
    return next((codec for mark, codec in _MARKS.items() if content.startswith(mark)), None)


def _unicode(content: bytes) -> str | None:
    """Recognise Unicode: by its mark, UTF-16 by its many zeros, UTF-8 because nothing else happens to fit."""
    if (codec := _marked(content) or _zeros_say(content)) is not None:
        return codec
    return "utf-8" if _reads(content, "utf-8") else None


def _zeros_say(content: bytes) -> str | None:
    sample = content[:4096]
    if b"\0" not in sample or len(content) % 2:
        return None
    zeros = {codec: sample[start::2].count(0) for codec, start in (("utf-16-le", 1), ("utf-16-be", 0))}
    most = max(zeros, key=zeros.__getitem__)
    return most if zeros[most] >= _MANY_ZEROS * len(sample) / 2 and not min(zeros.values()) else None


def _readings(content: bytes) -> dict[str, str]:
    sample = content[:_SAMPLE]
    signs = sample.decode("cp1252", errors="replace")
    legacy = {name: nfc(read(signs)) for name, read in ALPHABETS.items()}
    return {"windows-1258": nfc(sample.decode("cp1258", errors="replace")), **legacy}


def _reads(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _text(content: bytes, codec: str) -> str:
    return lines_ended_alike(content.decode(codec).removeprefix("\ufeff"))


def _not_utf8(content: bytes, file: str) -> Origin:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return byte_origin(content, error.start, file)
    return Origin(file)
