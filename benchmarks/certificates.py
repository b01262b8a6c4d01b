"""Certificates as PDF/A-3a, one after the other in one process, beside WeasyPrint loops that write the same.

``benchmarks/certificates.py 2000`` makes so many of each kind (else 300); the loops make fewer. Ours
is the whole press, from a context to finished bytes: manifest attached, read back, compared with what must be
on the page. Theirs print, no more; their manifest is ours. Each has words of its own. Ours has learnt its
pages before; "to learn" is what that took, our start and the engine's too, and is shared out over a thousand
in the column behind it. Memory is that of our papers alone, the loops come after. An
issued certificate has a QR code, signed and drawn as areas, and a signature field; the loops leave both out.
typst sets the same words, line below line, with one compiler for all (``rivals.sh`` installs it).
"""

import datetime as dt
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from hashlib import sha256
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from measuring import Took, function, in_turns, machine, middle, print_table
from measuring.papers import SIDES, plan_of

from reportgen.batch.papers import Numbered
from reportgen.model.artifact import PDF
from reportgen.model.claims import WORDS, CodeSigner
from reportgen.model.registry import Registered
from reportgen.pipeline import Paper, produce
from reportgen.readback import missing, read_back
from reportgen.readback.manifest import carried

ROUNDS: Final = 3
THEIRS: Final = 20
OF_ALL: Final = 1000
"""So many papers share what it took to learn, where that is counted; the loops' start is not."""

DAY: Final = dt.date(2026, 11, 22)
RIVALS: Final = Path(__file__).with_name(".rivals") / "python"
KINDS: Final = ("person certificate", "school certificate", "issued certificate")
LOOPS: Final = ("plain", "careful", "typst")
FAMILIES: Final = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLES: Final = [
    "Thị",
    "Văn",
    "Thu",
    "Ngọc",
    "Hồng",
    "Minh",
    "Thanh",
    "Thị",
    "Kim",
    "Thị",
    "Bích",
    "Thị",
    "Phương",
    "Quang",
    "Đức",
]
NAMES: Final = [
    "Hoa",
    "Ánh",
    "Đào",
    "Yến",
    "Ứng",
    "Tuyết",
    "Hạnh",
    "Hường",
    "Nguyệt",
    "Quỳnh",
    "Thủy",
    "Trâm",
    "Vân",
    "Xuân",
    "Ý",
    "Khuyên",
    "Phượng",
    "Loan",
]


@dataclass(frozen=True)
class Work:
    """Papers of one kind, no two of them alike; each turn makes so many new ones."""

    papers: Sequence[Paper]
    manifest: bytes
    new: Iterator[Paper]
    many: int

    @property
    def template(self) -> Path:
        """Find the page that is filled."""
        kind = self.papers[0].kind
        return (kind.folder / kind.outputs["pdf"]).absolute()

    def ours(self) -> None:
        """Make the next ones."""
        for paper in islice(self.new, self.many):
            produce(paper, "pdf")

    def theirs(self, how: str) -> None:
        """Make a few."""
        for paper in islice(cycle(self.papers), THEIRS):
            self.printed(how, paper)

    def printed(self, how: str, paper: Paper) -> bytes:
        """Print one as WeasyPrint's guide has it, or typst's."""
        if how == "typst":
            return self.typeset(paper)
        module: Any = __import__("archive_pdf")
        made: bytes = getattr(module, how)(self.template, paper.context.values, self.manifest)
        return made

    def typeset(self, paper: Paper) -> bytes:
        """Print the words of one, which are told apart by its own."""
        module: Any = __import__("archive_typst")
        each: Any = paper.context.values["each"]
        made: bytes = module.printed([*self.words, *map(str, each.values())], self.manifest)
        return made

    @cached_property
    def words(self) -> list[str]:
        """List the words of a page."""
        return produce(self.papers[0], "pdf").script.body

    def refuse_other_words(self) -> None:
        """Stop where their page does not say what ours must."""
        ours = produce(self.papers[0], "pdf")
        for how in ("plain", "careful"):
            theirs = read_back(self.printed(how, self.papers[0]), ours.media_type)
            if lost := missing(ours.script, theirs, extra=True):  # such as what is said of a picture
                raise SystemExit(f"{self.template.name}, {how}: the page differs: {lost[0]}")


def main() -> None:
    """Measure and print."""
    sys.path[:0] = [str(SIDES), str(RIVALS)]
    print(machine("weasyprint", "pikepdf", "pypdfium2"))
    count = int((sys.argv[1:] or ["300"])[0])
    headings = [
        "certificates, CPU ms each",
        "made",
        "ours",
        *LOOPS,
        "times as fast",
        "to learn, s",
        f"times as fast with that, of {OF_ALL:,}",
    ]
    rows = [_line(name, count) for name in KINDS]
    print_table([*headings, "MB at a tenth", "MB at the end"], rows)
    print(f"Medians of {ROUNDS} rounds in turns; {THEIRS} of each loop in a round.")


def _line(name: str, count: int) -> list[str]:
    found = _varied(_papers(name))
    papers = list(islice(found, 2 * THEIRS))
    begin = time.process_time()
    for paper in papers[:8]:
        produce(paper, "pdf")
    learnt = time.process_time() - begin
    manifest = carried(produce(papers[0], "pdf").content, PDF)
    work = Work(papers, manifest.text.encode() if manifest else b"", found, count)
    replace(work, many=count // 10).ours()
    early = _held()
    work.ours()
    late = _held()
    work.refuse_other_words()
    sides: dict[str, Callable[[], Took]] = {"ours": partial(function, work.ours)}
    loops = [how for how in LOOPS if how != "typst" or find_spec("typst")]
    sides |= {how: partial(function, partial(work.theirs, how)) for how in loops}
    runs = in_turns(sides, ROUNDS)
    ours = middle(runs["ours"]).cpu / count
    theirs = [middle(runs[how]).cpu / THEIRS for how in loops]
    faster, in_all = (
        ", ".join(f"{one / each:.1f}" for one in theirs) for each in (ours, ours + learnt / OF_ALL)
    )
    times = [f"{1000 * one:.2f}" for one in (ours, *theirs)] + [""] * (len(LOOPS) - len(loops))
    return [name, str(count), *times, faster, f"{learnt:.1f}", in_all, f"{early:.0f}", f"{late:.0f}"]


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


def _held() -> float:
    """Give the memory that this process holds now, in MB (Linux only)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0) / 1024


if __name__ == "__main__":
    main()
