"""Papers that wait for a pen: where they lie, and what the register tells of them."""

from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from reportgen.model.acts import Act
from reportgen.model.registry import Standing
from reportgen.model.sign_off import EDITED
from reportgen.papers.office import OfficeFolder
from reportgen.papers.records import Wanted
from reportgen.write import Cabinet

WAITING: Final = "cho-ky"
"""Where in an office's folder papers lie that were printed to be signed by hand."""

HELD, PRINTED = "held", "printed"
"""What the register tells of such a paper: the digest of what it says, and its files."""


def held(one: Wanted) -> str:
    """Digest what a paper says that is signed by hand: data, kind, changed Word file, what it replaces."""
    said = f"{one.says} {one.form} {one.words.get(EDITED, '')}"
    return sha256((f"{said} {one.replaced}" if one.replaced else said).encode()).hexdigest()


def files_for_pen(standing: Standing) -> tuple[PurePosixPath, ...]:
    """Name the files of a paper that waits for its signature."""
    return tuple(PurePosixPath(name) for name in standing.told.get(PRINTED, "").split("\n") if name)


def desk_of(office: OfficeFolder) -> Cabinet:
    """Give the place where they lie."""
    return Cabinet(office.path / WAITING)


def taken_from_desk(office: OfficeFolder, standing: Standing) -> None:
    """Take away what was printed for the pen of a paper that is issued now, unless somebody changed it."""
    desk = desk_of(office)
    ours = {digest for one in standing.entries if one.act is Act.PRINTED for digest in one.digests.values()}
    for name in files_for_pen(standing):
        if desk.digest(name) in ours:
            desk.take_out(name)
