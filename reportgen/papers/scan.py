"""Scans of papers that were signed by hand: filed once, beside the paper; nobody can check a hand."""

from hashlib import sha256
from pathlib import Path, PurePosixPath

from reportgen.audit.paper import open_paper
from reportgen.compose import file_name
from reportgen.load import is_there, read_bytes
from reportgen.model.acts import ACTS, STANDS, Act
from reportgen.model.artifact import PDF
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.model.registry import Draft, Hand, Standing
from reportgen.papers.lookup import find_paper
from reportgen.papers.office import OfficeFolder
from reportgen.papers.settle import SCAN, files_of, scan_of, settle
from reportgen.papers.signed import settle_signed
from reportgen.readback.manifest import carried


def named(paper: Path) -> tuple[str, int | None]:
    """Tell the number and year of a paper that is named by its file, or by its number itself.

    Raises:
        DataError: the file is no paper that was issued.

    """
    if not is_there(paper):
        return paper.as_posix(), None
    carried_place = open_paper(paper).manifest.registered
    if carried_place is None:
        raise DataError([report("paper-not-issued", Origin(str(paper)))])
    return carried_place.number, carried_place.year


def file_scan(office: OfficeFolder, paper: Path, scan: Path, hand: Hand) -> tuple[Standing, Path]:
    """File the scan of a paper that was signed by hand; tell of which, and where it lies.

    ``paper`` is its file, or its number: ``07/BB-PGDĐT``.

    Raises:
        DataError: there is no such paper, it is signed by key, has another scan, or this is no scan.
        OutputError: the register or the file cannot be written.

    """
    content, (called, year) = _scan(scan), named(paper)
    digest = sha256(content).hexdigest()
    with office.writing() as registry:
        series = find_paper(registry, called, year).number.series
        with office.cabinet.alone(str(series)):
            settle(registry, office.cabinet, series, hand)
            found = settle_signed(registry, office, find_paper(registry, called, year), hand)
            _refuse(found, digest, scan)
            name = _name(found)
            path = office.cabinet.file(name, content)
            if scan_of(found) is None:
                digests = {**found.digests, SCAN: digest}
                with registry.writing(hand) as pen:
                    told = {SCAN: str(name)}
                    pen.add(Draft(Act.SCANNED, found.paper, found.number, None, found.dated, digests, told))
            return registry.standing(found.paper), path


def _scan(file: Path) -> bytes:
    """Read a scan: a PDF, and not the paper itself."""
    place = Origin(str(file))
    if file.suffix.lower() != ".pdf":
        raise DataError([report("scan-not-pdf", place, name=file.name)])
    content = read_bytes(file, str(file))
    try:
        itself = carried(content, PDF) is not None
    except DataError as error:
        raise DataError([report("scan-not-pdf", place, name=file.name)]) from error
    if itself:
        raise DataError([report("scan-is-paper", place)])
    return content


def _refuse(found: Standing, digest: str, scan: Path) -> None:
    place, number = Origin(str(scan)), found.number
    if found.state is Act.SIGNED:
        raise DataError([report("scan-signed-by-key", place, number=number)])
    if found.state not in STANDS:
        raise DataError([report("scan-not-standing", place, number=number, state=ACTS[found.state])])
    if scan_of(found) is not None and found.digests.get(SCAN) != digest:
        raise DataError([report("scan-there", place, number=number)])


def _name(found: Standing) -> PurePosixPath:
    """Name the scan after the paper."""
    files = files_of(found)
    first = files[0] if files else PurePosixPath(found.number.text)
    return first.parent / file_name("{stem} (bản ký)", {"stem": first.stem}, suffix=".pdf")
