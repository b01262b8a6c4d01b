"""What the tests of the Word templates share: the templates, and the papers of all samples."""

import datetime as dt
from pathlib import Path

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.pipeline import Paper

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates"
SAMPLES = sorted(
    path.relative_to(ROOT) for path in sorted((ROOT / "data").rglob("*.yaml")) if path.name != "offices.yaml"
)
PAPERS = ("minutes", "round-report", "district-report")
CERTIFICATES = ("school-certificate", "person-certificate")
MARK = "TÀI LIỆU MẪU"


def papers(data: Path) -> list[Paper]:
    """List the papers that a data file asks for."""
    order = Order(Shelf([TEMPLATES]), dt.date(2026, 11, 21), ("docx",))
    return [document.paper for document in make_plan(data, order).documents]


def solid(artifact: Artifact) -> str:
    """Give all that a paper says, without white space."""
    return "".join("".join(text for text, _ in artifact.script.pieces).split())
