"""Many documents: which there are, making them, and what became of each."""

from reportgen.batch.build import build, check
from reportgen.batch.on_blank import build_on_blanks, check_on_blanks, try_blank
from reportgen.batch.plan import make_plan
from reportgen.batch.records import Built, Bundled, Document, Filed, Made, Order, Outcome, Plan, Prove, Words

__all__ = [
    "Built",
    "Bundled",
    "Document",
    "Filed",
    "Made",
    "Order",
    "Outcome",
    "Plan",
    "Prove",
    "Words",
    "build",
    "build_on_blanks",
    "check",
    "check_on_blanks",
    "make_plan",
    "try_blank",
]
