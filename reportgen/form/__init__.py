"""The clerk of form: the rules of Decree 30/2020/NĐ-CP as data, and what of a paper breaks them."""

from reportgen.form.checks import check, not_found
from reportgen.form.components import recognise
from reportgen.form.finding import Finding
from reportgen.form.paper import Paper
from reportgen.form.rules import IN_FORCE, RULES, Level, Rule

__all__ = ["IN_FORCE", "RULES", "Finding", "Level", "Paper", "Rule", "check", "not_found", "recognise"]
