"""Certificates of three sorts, no two of them alike, without end."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import cycle
from typing import Any, Final

from measuring.papers import plan_of
from reportgen.batch.papers import Numbered
from reportgen.model.claims import WORDS, CodeSigner
from reportgen.model.registry import Registered
from reportgen.pipeline import Paper

KINDS: Final = ("person certificate", "school certificate", "issued certificate")
DAY: Final = dt.date(2026, 11, 22)
FAMILIES: Final = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
    "Ngô", "Dương", "Lý",
]  # fmt: skip
MIDDLES: Final = [
    "Thị", "Văn", "Thu", "Ngọc", "Hồng", "Minh", "Thanh", "Thị", "Kim", "Thị", "Bích", "Thị",
    "Phương", "Quang", "Đức",
]  # fmt: skip
NAMES: Final = [
    "Hoa", "Ánh", "Đào", "Yến", "Ứng", "Tuyết", "Hạnh", "Hường", "Nguyệt", "Quỳnh", "Thủy", "Trâm",
    "Vân", "Xuân", "Ý", "Khuyên", "Phượng", "Loan",
]  # fmt: skip


def certificates(name: str) -> Iterator[Paper]:
    """Give certificates of a sort without end, each with words of its own."""
    return _varied(_papers(name))


def _papers(name: str) -> list[Paper]:
    """Take the papers of a kind, or those of persons as an office with a key issues them."""
    plan = plan_of("person certificate" if name == "issued certificate" else name)
    keys = [one.key for one in plan.documents if one.target == "pdf"]
    if name != "issued certificate":
        return [plan.papers.paper(key) for key in keys]
    numbered = {key: _issued(number) for number, key in enumerate(keys, start=1)}
    papers = plan.papers.numbered(numbered)
    return [papers.paper(key) for key in keys]


def _issued(number: int) -> Numbered:
    """Give a paper a number, a place in a register, and a key that signs what it says."""
    text = f"{number:02}/GCN-PGDĐT"
    place = Registered("0" * 32, text, "GCN", DAY.year, number, sha256(text.encode()).hexdigest())
    words = dict.fromkeys(WORDS, "Trường Mầm non Suối Trăng")
    return Numbered("entry_number", text, place, CodeSigner(bytes(range(32)), text, DAY, words))


def _varied(papers: Sequence[Paper]) -> Iterator[Paper]:
    """Give papers names and figures of their own, without end."""
    chance = random.Random(1)  # the same papers in every run
    for paper in cycle(papers):
        each: Any = paper.context.values["each"]
        name = " ".join(chance.choice(parts) for parts in (FAMILIES, MIDDLES, NAMES))
        school = f"Trường Mầm non {chance.choice(NAMES)} {chance.choice(NAMES)} {chance.randrange(99)}"
        own = {**each, **({"name": name} if "name" in each else {}), "school": school}
        yield replace(paper, context=replace(paper.context, values={**paper.context.values, "each": own}))
