"""Certificates of the samples, to be stamped; what was learnt of them can be forgotten."""

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from reportgen import casting
from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import Paper
from reportgen.render.stamp import stamps

DATA = Path(__file__).parents[3] / "data" / "chung-nhan"

SYLLABLES = st.sampled_from(
    "Nguyễn THỊ Ánh Ngọc Đặng hường Ứng Yến A ơ Ý 12 08/2019 (Tân) Võ-Trường “Toản” l'Ô & <b> V. AVA".split()  # noqa: SIM905
)
WORDS = st.lists(SYLLABLES, min_size=1, max_size=14).map(" ".join)


def papers(source: str) -> list[Paper]:
    plan = make_plan(DATA / source, Order(Shelf.usual(), dt.date(2025, 1, 1)))
    return [one.paper for one in plan.documents if one.target == "pdf"]


def forget() -> None:
    stamps._form.cache_clear()
    casting._MOULDS.clear()
