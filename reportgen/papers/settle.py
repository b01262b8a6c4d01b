"""What a process left that died while it issued papers: finished where its papers stand, cancelled else."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Final

from reportgen.audit.paper import open_paper
from reportgen.model.acts import Act
from reportgen.model.errors import DataError
from reportgen.model.registry import Draft, Hand, Registered, Series, Standing
from reportgen.papers.records import Settled
from reportgen.papers.replacing import fallen
from reportgen.register import IDENTITY, Registry
from reportgen.write import Cabinet

SCAN: Final = "scan"
"""Under which the register tells of a scan: its file, and its digest."""

WHY: Final = "Máy dừng giữa chừng khi đang ban hành; văn bản chưa được lưu"
"""Why a number was cancelled, as the register tells it."""


def settle(
    registry: Registry, cabinet: Cabinet, series: Series, hand: Hand, asked: Collection[str] = ()
) -> list[Settled]:
    """Settle what is left half done in a series; what is ``asked`` for again, by its identity, goes on.

    Only who holds the series alone may do this: nobody else is at work on it then.
    """
    left = [one for one in registry.standings(series) if one.state is Act.RESERVED]
    return [_settled(registry, cabinet, one, hand) for one in left if one.told.get(IDENTITY) not in asked]


def files_of(standing: Standing) -> tuple[PurePosixPath, ...]:
    """Name the files of a paper in the cabinet."""
    return tuple(PurePosixPath(name) for name in standing.told.get("files", "").split("\n") if name)


def scan_of(standing: Standing) -> PurePosixPath | None:
    """Name the scan of a paper that was signed by hand."""
    name = standing.told.get(SCAN)
    return PurePosixPath(name) if name else None


def _settled(registry: Registry, cabinet: Cabinet, standing: Standing, hand: Hand) -> Settled:
    digests = dict(_standing_files(registry, cabinet, standing))
    number, names = standing.number, files_of(standing)
    if names and len(digests) == len(names):
        for name in names:
            cabinet.tidy(name)
        draft = Draft(Act.ISSUED, standing.paper, number, None, standing.dated, digests)
    else:
        for name in names:
            cabinet.take_out(name)
        draft = Draft(Act.CANCELLED, standing.paper, number, told={"reason": WHY})
    with registry.writing(hand) as pen:
        pen.add(draft)
        for other in fallen(registry, standing) if draft.act is Act.ISSUED else ():
            pen.add(other)
    return Settled(number, "finished" if draft.act is Act.ISSUED else "cancelled")


def _standing_files(registry: Registry, cabinet: Cabinet, standing: Standing) -> Iterator[tuple[str, str]]:
    """Digest the files that stand and say that they are this very paper."""
    place = registry.registered(standing)
    for name in files_of(standing):
        digest = cabinet.digest(name)
        if digest is not None and carried_place(cabinet, name) == place:
            yield name.suffix.removeprefix("."), digest


def carried_place(cabinet: Cabinet, name: PurePosixPath) -> Registered | None:
    """Read from a filed paper where it stands in the register."""
    try:
        return open_paper(cabinet.path / name).manifest.registered
    except DataError:
        return None
