"""How a PDF has its pages shown: all that stands beside what they draw and changes what the eye sees of it.

That are the sides and the turn of each sheet, how codes become letters and how far apart they stand, masks of
pictures, layers that are switched off, notes that are hidden, and what a program does as it opens the file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import pikepdf

_PAGE: Final = ("/MediaBox", "/CropBox", "/Rotate")
"""What a page may have from the pages above it."""

_ABOVE: Final = 50
_DEEPEST: Final = 40
_ASIDE: Final = frozenset({
    "/Length", "/Filter", "/DecodeParms", "/DL", "/Parent", "/P", "/StructParent", "/StructParents", "/Pg",
    "/Metadata", "/PieceInfo", "/LastModified", "/Contents", "/Annots", "/Resources", "/Tabs", "/Type",
    "/Name", "/Thumb", "/ToUnicode", "/CIDToGIDMap", "/FontFile", "/FontFile2", "/FontFile3",
})  # fmt: skip
"""What nobody sees, and what is digested, or read, by itself."""

_OPENING: Final = ("/OCProperties", "/Collection", "/OpenAction", "/AA", "/PageLabels", "/OutputIntents")
_FORM: Final = ("/XFA", "/NeedAppearances")
_NAMED: Final = ("/JavaScript",)
"""Of what a file calls by names, the scripts that run when it is opened."""

_FLAGS: Final = ("/Subtype", "/F", "/OC", "/AS")


@dataclass(slots=True)
class Sheets:
    """Writes down how pages are shown; ``unpacked`` gives what streams hold."""

    unpacked: Callable[[Any], bytes]
    known: dict[tuple[int, int], str] = field(default_factory=dict)

    def digest(self, pdf: pikepdf.Pdf) -> str:
        """Digest all of it: ``sheets 5c1d…``."""
        told = [*(one for page in pdf.pages for one in self._page(page.obj)), *self._opening(pdf.Root)]
        return f"sheets {sha256(chr(10).join(told).encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"

    def _page(self, page: Any) -> Iterator[str]:
        yield " ".join(f"{name} {self._told(_inherited(page, name), 0)}" for name in _PAGE)
        yield self._told(page, 0)
        yield self._resources(_inherited(page, "/Resources"), 0)
        notes = page.get("/Annots")
        for note in notes if isinstance(notes, pikepdf.Array) else ():
            if isinstance(note, pikepdf.Dictionary) and note.get("/FT") != "/Sig":  # whoever signs sets these
                yield " ".join(f"{name} {self._told(note.get(name), 0)}" for name in _FLAGS)

    def _opening(self, root: Any) -> Iterator[str]:
        holders = [(root, _OPENING), (root.get("/AcroForm"), _FORM), (root.get("/Names"), _NAMED)]
        for holder, names in holders:
            if isinstance(holder, pikepdf.Dictionary):
                yield from (f"{name} {self._told(holder.get(name), 0)}" for name in names if name in holder)

    def _resources(self, resources: Any, depth: int) -> str:
        """Tell of what pages draw with; what drawings and pictures hold is digested elsewhere."""
        if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
            return ""
        found = []
        for sort in sorted(resources.keys()):
            held = resources[sort]
            names = sorted(held.keys()) if isinstance(held, pikepdf.Dictionary) else []
            for name in names:
                one = held[name]
                told = self._told(one, depth, whole=sort != "/XObject")
                found.append(f"{sort}{name} {told}")
        return "\n".join(found)

    def _told(self, value: Any, depth: int, *, whole: bool = True) -> str:
        """Write an object down, with all that it leads to; its bytes too if it is the ``whole``."""
        if depth > _DEEPEST:
            return "…"
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return self._once(value, depth, whole=whole)
        if isinstance(value, pikepdf.Array):
            plain = value.unparse()
            if b" R" not in plain and b"<<" not in plain:
                return " ".join(map(_number, plain.decode("latin-1").split()))
            return f"[{' '.join(self._told(one, depth + 1) for one in value)}]"
        return _number(str(value))

    def _once(self, value: Any, depth: int, *, whole: bool) -> str:
        place = value.objgen
        if place == (0, 0):
            return self._entries(value, depth, whole=whole)
        if place not in self.known:
            self.known[place] = "…"  # what leads back to itself ends here
            self.known[place] = sha256(self._entries(value, depth, whole=whole).encode()).hexdigest()
        return self.known[place]

    def _entries(self, value: Any, depth: int, *, whole: bool) -> str:
        names = (name for name in sorted(value.keys()) if name not in _ASIDE)
        said = [f"{name} {self._told(value[name], depth + 1)}" for name in names]
        if "/Resources" in value and "/MediaBox" not in value:
            said.append(self._resources(value["/Resources"], depth + 1))
        if whole and isinstance(value, pikepdf.Stream):
            said.append(sha256(self.unpacked(value)).hexdigest())
        return f"<<{' '.join(said)}>>"


def _inherited(page: Any, name: str) -> Any:
    """Look for an entry in a page and the nodes above it."""
    for _ in range(_ABOVE):
        if not isinstance(page, pikepdf.Dictionary) or name in page:
            break
        page = page.get("/Parent")
    return page.get(name) if isinstance(page, pikepdf.Dictionary) else None


def _number(text: str) -> str:
    """Write a number with as many places as the eye tells apart; all else stays."""
    try:
        return f"{float(text):.3f}"
    except ValueError:
        return text
