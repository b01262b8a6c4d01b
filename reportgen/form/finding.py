"""One place where a paper is not set as the decree wants it."""

from dataclasses import dataclass

from reportgen.form.rules import RULES, Rule
from reportgen.model.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's id, where in the paper, the words that stand there, and what is wrong with them."""

    rule_id: str
    place: str
    words: str
    stands: Phrase

    @property
    def rule(self) -> Rule:
        """Look the rule up."""
        return RULES[self.rule_id]
