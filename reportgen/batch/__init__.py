"""Many documents: which there are, making them, and what became of each."""

from reportgen.batch.build import build, check
from reportgen.batch.plan import make_plan
from reportgen.batch.records import Built, Document, Made, Order, Outcome, Plan, Prove

__all__ = ["Built", "Document", "Made", "Order", "Outcome", "Plan", "Prove", "build", "check", "make_plan"]
