"""What is printed where not every letter can be shown."""

import codecs
import sys
import unicodedata
from typing import Any

_PREFIX = "folded_"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PLAIN = {
    "đ": "d", "Đ": "D", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'",
    "→": "->", "≈": "~", "×": "x", "≤": "<=", "≥": ">=", "\u00a0": " ", "\u2011": "-",
}  # fmt: skip


def show_every_letter() -> None:
    """Let a stream whose encoding lacks a letter show the nearest one, ``ơ`` as ``o``, instead of failing.

    An encoding of our own does it: an error handler is not told which encoding it is asked for, and a
    stream in ASCII would be passed by as one that nobody has set up.
    """
    codecs.register(_codec)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            name = codecs.lookup(stream.encoding).name
            stream.reconfigure(encoding=None if name.startswith("utf") else _PREFIX + name, errors="replace")


def folded(text: str, encoding: str) -> str:
    """Write a text with the letters that an encoding has: ``ế`` as ``ê``, else as ``e``, else as ``?``."""
    return text if _can(text, encoding) else "".join(_nearest(letter, encoding) for letter in text)


def _codec(name: str) -> codecs.CodecInfo | None:
    if not name.startswith(_PREFIX):
        return None
    plain = codecs.lookup(name.removeprefix(_PREFIX))

    def encode(text: str, errors: str = "strict") -> tuple[bytes, int]:
        return plain.encode(text if errors == "strict" else folded(text, plain.name), "strict")[0], len(text)

    class Encoder(codecs.IncrementalEncoder):
        def encode(self, text: str, final: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002  (as declared)
            return encode(text, self.errors)[0]

    decoder: Any = plain.incrementaldecoder
    return codecs.CodecInfo(
        encode, plain.decode, incrementalencoder=Encoder, incrementaldecoder=decoder, name=name
    )


def _nearest(letter: str, encoding: str) -> str:
    """Keep a letter, set its tone apart, take the tone away, or every mark."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    without = {
        mark: unicodedata.normalize("NFC", base + "".join({*marks} - {mark}))
        for mark in sorted(marks, key=lambda mark: mark not in _TONES)
    }
    apart = [other + mark for mark, other in without.items()]
    tried = [letter, *apart, *without.values(), base, _PLAIN.get(base, "?")]
    return next((one for one in tried if _can(one, encoding)), "?")


def _can(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
