"""A page by which the engine is known: before anything is stamped, it is laid out and stamped.

Stamps ask the installed engine for lines and letters, and put its file together with its own parts. That
these still fit together is not read off version numbers: once in each process that prints many papers, in the
faces that they are printed in, one small page is frozen, and what is stamped from it has to be, to the byte,
what the engine writes: words broken into lines, kerned, at each alignment, and put together from letters.
Where it is not, nothing is stamped, and each page says so. It takes as long as two pages that are laid out.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from reportgen.model.artifact import Artifact
from reportgen.model.errors import RenderError
from reportgen.render.quick import FAULTS
from reportgen.render.stamp.frame import Slot, slots
from reportgen.render.stamp.made import Stamp, Witness, made_of, settable
from reportgen.render.template.marks import Frame, filled, identifier_of

LayOut = Callable[[str, Witness | None], Artifact]
"""Lays a filled page out, before a witness."""

_FRAME: Final[Frame] = (
    '<!doctype html><html lang="vi"><head><title>AV</title></head><body><p style="text-align: center">',
    None,
    '</p><p style="text-align: justify; text-indent: 1cm">Trường ',
    None,
    f" bồi dưỡng {'cán bộ quản lý giáo dục và đào tạo, ' * 5}",
    None,
    ' ngày.</p><p style="text-align: right; font-size: 10.7pt">',
    None,
    "</p></body></html>",
)
_PARAGRAPHS: Final = 3
_FIRST: Final = ("AVAVA AVA", "Nguyễn Thị Ánh Tuyết", "12", "To. 11/2019")
_NEXT: Final = ("AVA", "THCS Võ Đặng Yến “Ý” fi", "1.234,5", "Tố Ưng – Wa.")
"""What it says; the first words of the next page are put together from letters of the first one's."""

_KNOWN: Final[dict[Hashable, bool]] = {}


def is_known(faces: Hashable, lay_out: LayOut) -> bool:
    """Ask whether what is stamped is what the engine lays out, in some faces.

    ``lay_out`` prints in these, and knows of no kind's style sheet.
    """
    if faces not in _KNOWN:
        try:
            _KNOWN[faces] = _gives_back_its_own(lay_out)
        except (RenderError, *FAULTS):
            _KNOWN[faces] = False
    return _KNOWN[faces]


def _gives_back_its_own(lay_out: LayOut) -> bool:
    witness, html = Witness(), filled(_FRAME, _FIRST)
    content = lay_out(html, witness).content
    found = settable(slots(_FRAME, _FIRST), witness)
    stamp = made_of(witness, _FRAME, _FIRST, found) if len(found) == _PARAGRAPHS else None
    if stamp is None or _stamped(stamp, found, _FIRST) != content:
        return False
    return _stamped(stamp, found, _NEXT) == lay_out(filled(_FRAME, _NEXT), None).content and _letters(stamp)


def _stamped(stamp: Stamp, found: Sequence[Slot], said: Sequence[str]) -> bytes | None:
    return stamp.written([slot.text(said) for slot in found], identifier_of(filled(_FRAME, said)))


def _letters(stamp: Stamp) -> bool:
    """Ask whether words were put together from letters that may be, and were those that the engine set."""
    case = stamp.paragraphs[0].case
    are_sound = all(one.case.is_sound for one in stamp.paragraphs)
    return are_sound and (case.composed > 0 or case.fount.looks_far)
