"""A register as tests begin with it, wherever it is kept."""

import datetime as dt
from pathlib import Path

from reportgen.model.acts import Act
from reportgen.model.ailment import Ill
from reportgen.model.registry import Draft, Hand, Number, Series, Source
from reportgen.register import new_paper, open_registry

HAND = Hand("cô Hà", dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC))
SERIES = Series("Phòng Văn hóa - Xã hội", "GCN", 2026)
DAY = dt.date(2026, 11, 22)


def write_three(path: Path) -> None:
    """Write a register of three papers, the second of them cancelled."""
    with open_registry(path, write=True) as registry:
        papers = [new_paper() for _ in range(3)]
        with registry.writing(HAND) as pen:
            for place, paper in enumerate(papers, 1):
                told = {"identity": f"{place}", "says": f"nói {place}", "name": "Cầm Thị Nụ"}
                pen.add(Draft(Act.RESERVED, paper, Number(SERIES, place), Source.OURS, DAY, told=told))
        with registry.writing(HAND) as pen:
            for place, paper in enumerate(papers, 1):
                act = Act.CANCELLED if place == len(papers) - 1 else Act.ISSUED
                digests = {"pdf": f"{place:064}"} if act is Act.ISSUED else {}
                pen.add(Draft(act, paper, Number(SERIES, place), None, DAY, digests))


def ills(path: Path) -> set[Ill]:
    """Tell what is found wrong."""
    with open_registry(path, write=False) as registry:
        return {one.ill for one in registry.ailments()}
