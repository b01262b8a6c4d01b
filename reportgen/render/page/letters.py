"""One alphabet for all papers of a page: the faces of a file do not depend on the words that it says.

The engine puts the letters into a file that its page shows, and no others. Of papers of a single page, which
are printed by the thousand, each would have faces of its own, cut down and packed anew, though they differ by
a letter. So these have all letters of Vietnamese, figures and marks, and letters that only their page shows:
some kilobytes more, and the faces of one paper are those of the next. Its page alone tells which it gets.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import split_first_line

from reportgen.packing import deflated
from reportgen.render.page.faces import Face, put_in
from reportgen.render.page.tags import boxes

_SMALL: Final = (
    "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵbcdđfghjklmnpqrstvwxz"
).replace(" ", "")
ALPHABET: Final = " ".join(
    [*map(chr, range(0x21, 0x7F)), *_SMALL, *_SMALL.upper(), *"–—‘’“”…·½²°×§", "fi", "fl", "\u00a0"]
)
"""Letters apart, so that none is drawn otherwise for its neighbour; ligatures as they are written."""

_OF_FACES: Final = (
    "font_family", "font_style", "font_weight", "font_stretch", "font_kerning", "lang",
    "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings",
    "font_language_override", "letter_spacing", "word_spacing", "text_transform",
)  # fmt: skip
"""The styles that tell which faces and glyphs letters have, however large they are."""

_BEGIN: Final = b"stream\n"
_END: Final = b"\nendstream"
_MOST_KNOWN: Final = 64

_KNOWN: dict[Hashable, "dict[Any, Alphabet]"] = {}


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The glyphs of a face: the text that each stands for; its width in thousandths of the letters' size."""

    to_unicode: Mapping[int, str] = field(default_factory=dict)
    widths: Mapping[int, int] = field(default_factory=dict)

    def joined(self, to_unicode: Mapping[int, str], widths: Mapping[int, int]) -> "Alphabet":
        """Give these glyphs and those that words need; what words say of a glyph stands."""
        return Alphabet({**self.to_unicode, **to_unicode}, {**self.widths, **widths})

    def holds(self, to_unicode: Mapping[int, str], widths: Mapping[int, int]) -> bool:
        """Ask whether it knows all glyphs of some words, as they do."""
        return to_unicode.items() <= self.to_unicode.items() and widths.items() <= self.widths.items()


def with_letters(document: Any, pdf: Any, files: Hashable) -> dict[Any, Alphabet]:
    """Cut the whole faces of a file, before it is written, down to the letters that they are to have.

    Those of a file of one page get alphabets, which are told by face. ``files`` are what faces come from.
    """
    whole = document.fonts
    alphabets = _alphabets(document, files) if _is_usual(document) else {}
    if not alphabets.keys() >= whole.keys():
        alphabets = {}
    faces = {key: widened(face, files, alphabets.get(key, Alphabet())) for key, face in whole.items()}
    put_in(pdf, whole, faces)
    return alphabets


def widened(face: Any, files: Hashable, alphabet: Alphabet) -> Face:
    """Give a face the letters of an alphabet beside its own."""
    letters = alphabet.joined(face.to_unicode, face.widths)
    return Face(face, files, letters.to_unicode, letters.widths)


def _is_usual(document: Any) -> bool:
    """Ask whether a file has one page, and all its words in letters of faces."""
    odd = (one.bitmap or one.missing or one.used_in_forms for one in document.fonts.values())
    return len(document.pages) == 1 and not any(odd)


def packed(stream: Any) -> Any:
    """Give what a page draws as an object whose bytes do not depend on the zlib of a machine."""
    found = pydyf.Stream([deflated(stream_of(stream.stream))], {"Filter": "/FlateDecode"})
    found.number = stream.number
    return found


def stream_of(items: Sequence[Any]) -> bytes:
    """Write a stream, or a part of it, as the engine does."""
    written: bytes = pydyf.Stream(list(items)).data
    return written[written.index(_BEGIN) + len(_BEGIN) : -len(_END)]


def pack_page(pdf: Any) -> None:
    """Pack what the only page of a file draws."""
    if pdf.pages["Count"] == 1:
        place = int(bytes(pdf.objects[pdf.pages["Kids"][0]]["Contents"]).split()[0])
        pdf.objects[place] = packed(pdf.objects[place])


def style_of(text: Any) -> Hashable:
    """Tell apart how words are set, but for their size: alike, they are of the same faces and glyphs."""
    return tuple(_hashable(text.style[name]) for name in _OF_FACES)


def _alphabets(document: Any, files: Hashable) -> dict[Any, Alphabet]:
    """Draw the alphabet in each face of a page, as large as its first words."""
    found: dict[Any, Alphabet] = {}
    met: set[Hashable] = set()
    for text in boxes(*document.pages):
        if isinstance(text, TextBox) and text.text.strip():
            style = style_of(text)
            if style not in met:
                met.add(style)
                found = {**_alphabet(text, (files, text.style["font_size"], style)), **found}
    return found


def _alphabet(text: Any, key: Hashable) -> dict[Any, Alphabet]:
    """Draw the alphabet in the faces of some words, once for all of that style."""
    if key not in _KNOWN:
        _forget_much(_KNOWN)
        _KNOWN[key] = _drawn(text)
    return _KNOWN[key]


def _drawn(text: Any) -> dict[Any, Alphabet]:
    """Draw the alphabet as some words are; letters that their face lacks come from another one, if at all."""
    letters = text.copy_with_text(ALPHABET)
    letters.justification_spacing = 0
    letters.pango_layout, *_ = split_first_line(ALPHABET, text.style, None, None, 0)
    faces: dict[Any, Any] = {}
    draw_text(Stream(faces, None, {"ExtGState": {}}, {}, None, {}, None), letters, 0, "clip", "none")
    return {
        key: Alphabet(dict(sorted(face.to_unicode.items())), dict(face.widths))
        for key, face in faces.items()
        if not face.missing
    }


def _hashable(value: Any) -> Hashable:
    return value if isinstance(value, Hashable) else repr(value)


def _forget_much(known: dict[Any, Any]) -> None:
    if len(known) >= _MOST_KNOWN:
        known.clear()
