"""The names that documents are to have: which of them can be file names, and which are one to a disk."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

OWN_FOLDER = ".reportgen"
"""Where a folder keeps its lock and its journal."""

_LONGEST = 255
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_NOT_ON_WINDOWS = frozenset('<>:"|?*\\')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Target:
    """One document to write: its name below the folder, where that is on the disk, and how to speak of it."""

    name: PurePosixPath
    path: Path
    origin: Origin

    def complain(self, code: str, **values: object) -> Diagnostic:
        """Report something about this document."""
        told = {"name": self.name, **values}
        return Diagnostic(code, self.origin, tuple((name, str(value)) for name, value in told.items()))


def target_in(root: Path, shown: Path, name: PurePosixPath) -> Target:
    """Find a name's place below a folder; accents are stored in one way (NFC)."""
    composed = PurePosixPath(unicodedata.normalize("NFC", str(name)))
    return Target(composed, root / composed, Origin(str(shown / composed)))


def spelling(name: PurePosixPath | str) -> str:
    """Reduce a name to what Windows and macOS tell apart: neither capitals nor how accents are stored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(name)).casefold())


def unfit(target: Target) -> Diagnostic | None:
    """Find out why a name cannot be kept, on this system or on the one it is mailed to."""
    if target.name.is_absolute() or ".." in target.name.parts:
        return target.complain("target-outside", where=target.name)
    if why := _reason_against(target.name):
        return target.complain("file-name-unfit", name=_visible(str(target.name)), why=why)
    return None


def refused_names(folder: Path, names: Iterable[PurePosixPath]) -> list[Diagnostic]:
    """Find the names that documents cannot have, on whatever disk and next to one another."""
    targets = [target_in(folder, folder, name) for name in names]
    return [*(why for target in targets if (why := unfit(target))), *collisions(targets)]


def collisions(targets: Iterable[Target]) -> Iterator[Diagnostic]:
    """Report documents of one run that would land on or inside each other."""
    taken: dict[str, Target] = {}
    for target in targets:
        first = taken.setdefault(spelling(target.name), target)
        if first is not target:
            yield taken_twice(target, first.name)
    for target in taken.values():
        for folder in target.name.parents:
            if (other := taken.get(spelling(folder))) is not None:
                yield target.complain(
                    "file-in-the-way", folder=other.name, what=phrase("a document of this run")
                )


def taken_twice(target: Target, first: PurePosixPath) -> Diagnostic:
    """Report that another document of this run has the name already."""
    also = phrase(' and "{other}", which Windows takes for the same', other=first)
    return target.complain("file-twice", also="" if first == target.name else also)


def _reason_against(name: PurePosixPath) -> str | None:
    if not name.parts:
        return phrase("it is empty")
    if spelling(name.parts[0]) == OWN_FOLDER:
        return phrase("reportgen keeps its journal there")
    return next((why for part in name.parts if (why := _reason_against_part(part))), None)


@lru_cache(maxsize=1024)
def _reason_against_part(part: str) -> str | None:
    if (length := len(part.encode(errors="surrogatepass"))) > _LONGEST:
        return phrase("it has {length} bytes, where {most} fit", length=length, most=_LONGEST)
    if not part.isprintable() and (unseen := [c for c in part if unicodedata.category(c) in _UNSEEN]):
        return phrase("it holds an invisible character, {number}", number=f"U+{ord(unseen[0]):04X}")
    if barred := [c for c in part if c in _NOT_ON_WINDOWS]:
        return phrase("Windows does not allow {sign} in one", sign=barred[0])
    if part[-1] in ". " or part[0] == " ":
        return phrase("Windows does not keep a space at either end or a dot at the end")
    if part.partition(".")[0].strip().casefold() in _DEVICES:
        return phrase("to Windows it is a device")
    return None


def _visible(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN else c for c in text)
