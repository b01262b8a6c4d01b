"""The papers that are made: one of each kind that comes with reportgen, in each of its formats."""

import datetime as dt
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from measuring.turns import Took, program
from reportgen.batch import Document, Order, Plan, make_plan
from reportgen.kinds import Shelf
from reportgen.pipeline import produce
from reportgen.readback import missing, read_back

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data"
SIDES = PROJECT / "benchmarks" / "sides"
SOURCES: Mapping[str, Path] = {
    "minutes": DATA / "hoi-nghi-mam-non" / "bien-ban.yaml",
    "round report": DATA / "boi-duong-hai-phong" / "dot-1.yaml",
    "district report": DATA / "boi-duong-hai-phong" / "le-chan" / "dot-1.yaml",
    "school certificate": DATA / "chung-nhan" / "truong.yaml",
    "person certificate": DATA / "chung-nhan" / "ca-nhan.yaml",
}
PLAIN = {"docx": "plain_docx", "pdf": "plain_pdf"}


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One paper, and where its data lies."""

    name: str
    source: Path
    document: Document

    @property
    def target(self) -> str:
        """Give its format."""
        return self.document.target

    @property
    def template(self) -> Path:
        """Find the template that is filled."""
        kind = self.document.paper.kind
        return (kind.folder / kind.outputs[self.target]).absolute()

    def make(self) -> bytes:
        """Make it: print, read back, compare."""
        return produce(self.document.paper, self.target).content

    def make_plain(self, **options: bool) -> bytes:
        """Make it as the library's guide has it."""
        module: Any = import_module(PLAIN[self.target])
        made: bytes = module.fill(self.template, self.document.paper.context.values, **options)
        return made

    def make_cold(self, folder: Path) -> Took:
        """Make it in a process of its own, from the data file on."""
        return program(sys.executable, SIDES / "cold_ours.py", self.source, self.target, folder / "ours")

    def make_plain_cold(self, folder: Path) -> Took:
        """Make it in a process of its own, from values that need only be unpickled."""
        values = folder / f"{self.name}.pickle"
        if not values.is_file():
            values.write_bytes(pickle.dumps(dict(self.document.paper.context.values)))
        module = PLAIN[self.target]
        return program(
            sys.executable, SIDES / "cold_plain.py", module, self.template, values, folder / "plain"
        )

    def refuse_other_words(self) -> None:
        """Stop where the plain script's page says anything else than ours."""
        ours = produce(self.document.paper, self.target)
        plain = self.make_plain(**({"tags": True} if self.target == "pdf" else {}))
        if lost := missing(ours.script, read_back(plain, ours.media_type), extra=True):
            raise SystemExit(f"{self.name}, {self.target}: the plain script's page differs: {lost[0]}")


def plan_of(name: str) -> Plan:
    """Read, check and compute a data file, and look its templates over."""
    return make_plan(SOURCES[name], Order(Shelf.usual(working=PROJECT), dt.date(2019, 6, 1)))


def cases() -> Iterator[Case]:
    """Give the first paper of each data file, in each format."""
    sys.path.insert(0, str(SIDES))
    for name, source in SOURCES.items():
        first = {document.target: document for document in reversed(plan_of(name).documents)}
        yield from (Case(name, source, first[target]) for target in PLAIN if target in first)
