"""Whether the register is as it was written, and the papers are those that were issued."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.audit.paper import is_paper, open_paper
from reportgen.model.acts import STANDS, Act
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.registry import Registered, Standing
from reportgen.papers.office import OfficeFolder
from reportgen.papers.settle import SCAN, files_of, scan_of
from reportgen.readback.revisions import digests_before
from reportgen.register import Registry
from reportgen.write import Cabinet

_FILED = STANDS | {Act.REVOKED, Act.REPLACED}


@dataclass(frozen=True, slots=True)
class Verified:
    """How far the register goes, the hash of its last entry, and what is wrong."""

    entries: int
    head: str
    papers: int
    findings: tuple[Diagnostic, ...]


def verify(
    office: OfficeFolder, files: Sequence[Path] = (), printed: tuple[int, str] | None = None
) -> Verified:
    """Hold the register against itself, against the papers in the cabinet, and against further ones.

    ``printed`` is what stands below a register that was printed: its last entry, and how its hash begins.

    Raises:
        OutputError: it cannot be read.

    """
    with office.reading() as registry:
        place = Origin(str(office.register))
        found = [
            report(str(one.ill), place, entry=one.entry, number=one.number) for one in registry.ailments()
        ]
        standings = registry.standings()
        found += _of_cabinet(registry, office.cabinet, standings)
        found += (note for file in files for note in _of_paper(registry, file))
        found += _of_printed(registry, printed, place) if printed else ()
        last = registry.last()
        entries, head = (last.entry, last.hash) if last else (0, "")
        return Verified(entries, head, len(standings), tuple(dict.fromkeys(found)))


def _of_cabinet(registry: Registry, cabinet: Cabinet, standings: Iterable[Standing]) -> Iterator[Diagnostic]:
    known: set[str] = set()
    scans: set[str] = set()
    for one in standings:
        known |= {str(name) for name in files_of(one)}
        scan = scan_of(one)
        scans |= {str(scan)} if scan else set()
        if one.state is Act.RESERVED:
            yield report("register-half-done", Origin(str(cabinet.path)), number=one.number)
        if one.state in _FILED:
            yield from _of_files(cabinet, one)
    for name in cabinet.names():
        if str(name) in scans:
            continue
        if str(name) not in known:
            yield report("register-paper-unknown", Origin(str(cabinet.path / name)))
        if is_paper(Path(name)):
            for note in _of_paper(registry, cabinet.path / name):
                of_others = str(name) in known and note.code == "register-not-this"
                yield replace(note, code="register-rewritten") if of_others else note


def _of_files(cabinet: Cabinet, standing: Standing) -> Iterator[Diagnostic]:
    """Hold the files of a paper against their digests."""
    scan = scan_of(standing)
    for name in (*files_of(standing), *([scan] if scan else [])):
        digest, place = cabinet.digest(name), Origin(str(cabinet.path / name))
        known = standing.digests.get(SCAN if name == scan else name.suffix.removeprefix("."))
        if digest is None:
            yield report("register-paper-gone", place, number=standing.number)
        elif digest != known and known in set(digests_before((cabinet.path / name).read_bytes())):
            yield report("signature-unfiled", place, name=name.name)
        elif digest != known:
            yield report("register-paper-differs", place, number=standing.number)


def _of_paper(registry: Registry, file: Path) -> Iterator[Diagnostic]:
    """Hold what a paper carries of the register against the register."""
    place = Origin(str(file))
    try:
        carried = open_paper(file).manifest.registered
    except DataError as error:
        yield from error.diagnostics
        return
    if carried is None:
        yield report("paper-not-issued", place)
    elif code := doubt(registry, carried):
        yield report(code, place, number=carried.number, entry=carried.entry)


def _of_printed(registry: Registry, printed: tuple[int, str], place: Origin) -> Iterator[Diagnostic]:
    """Hold the foot of a printed register against the register."""
    place_there, head = printed
    entry = registry.entry(place_there)
    if entry is None or not entry.hash.startswith(head.casefold()):
        code = "register-cut" if entry is None else "register-rewritten"
        yield report(code, place, number=phrase("the printed register"), entry=place_there)


def doubt(registry: Registry, carried: Registered) -> str:
    """Tell, as a code, why what a paper carries of a register does not fit this one, if it does not."""
    if carried.register != registry.name:
        return "register-not-this"
    entry = registry.entry(carried.entry)
    if entry is None:
        last = registry.last()
        return "register-cut" if last is None or last.entry < carried.entry else "register-rewritten"
    return "" if entry.hash == carried.head else "register-rewritten"
