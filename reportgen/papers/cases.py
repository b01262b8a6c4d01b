"""Papers under review, as the register knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.registry import INSTEAD_OF, Standing
from reportgen.model.sign_off import SignOff, Stage, sign_off
from reportgen.papers.records import Wanted
from reportgen.papers.wanted import Task
from reportgen.register import Registry, new_paper


@dataclass(frozen=True, slots=True)
class Case:
    """A paper and where its review stands; ``before`` is the one that the register knows, if there is one."""

    wanted: Wanted
    review: SignOff
    before: Standing | None

    @property
    def paper(self) -> str:
        """Name it in the register."""
        return self.before.paper if self.before and not self.before.numbered else new_paper()

    @property
    def past(self) -> bool:
        """Tell whether it has a number: then nobody reviews it any more."""
        return self.before is not None and self.before.numbered

    @property
    def replaces(self) -> bool:
        """Tell whether it is handed in, as it is now, in the place of another."""
        before, undecided = self.before, self.review.stage in {Stage.REVIEW, Stage.APPROVED}
        asked = before is not None and not before.numbered and INSTEAD_OF in before.told
        return asked and undecided and not self.review.changed(self.wanted.parts)

    @property
    def stale(self) -> bool:
        """Tell whether it must be handed in, for the first time or anew."""
        if self.past:
            return False
        undecided = self.review.stage in {Stage.REVIEW, Stage.APPROVED}
        return not undecided or bool(self.review.changed(self.wanted.parts, whole=True))


def cases_of(task: Task, registry: Registry) -> Iterator[Case]:
    """Go through the papers of a data file."""
    for one in task.wanted:
        yield Case(one, sign_off(registry.history(one.identity)), living(registry, one))


def living(registry: Registry, one: Wanted) -> Standing | None:
    """Give the paper made from the same that stands; the one that it is to replace is another."""
    before = registry.known(one.identity)
    return None if before and before.paper == one.words.get(INSTEAD_OF) else before
