"""Who approves a paper or sends it back, in which role; what speaks against it is told of all papers."""

from collections.abc import Iterable, Sequence

from reportgen.model.acts import Act
from reportgen.model.diagnostics import Diagnostic, did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.sign_off import Asked, SignOff
from reportgen.papers.cases import Case
from reportgen.papers.objections import Answer, called, out_of_date, wrong_hand
from reportgen.papers.wanted import Task


def answers_of(
    task: Task, cases: Iterable[Case], act: Act, said: Answer, by: str
) -> Sequence[tuple[Case, Asked]]:
    """Find out what is answered, in which role; what has this answer already is left out.

    Raises:
        DataError: somebody else must speak, or a paper is not what was handed in.

    """
    faults: list[Diagnostic] = []
    answers: list[tuple[Case, Asked]] = []
    for case in cases:
        place = task.plan.papers.paper(case.wanted.key).row or Origin(str(task.plan.source))
        if case.past and case.before:
            if act is Act.REJECTED:
                faults.append(
                    report("review-issued", place, name=case.wanted.label, number=case.before.number)
                )
            continue
        wrong = list(out_of_date(place, task.plan.study.kind, case.wanted, case.review))
        asked = None if wrong else _role(case.review, act, said.role, by, place)
        if isinstance(asked, Diagnostic):
            wrong.append(asked)
        elif asked:
            wrong += wrong_hand(place, asked, by, case.review, said)
            answers.append((case, asked))
        faults += wrong
    if faults:
        raise DataError(dict.fromkeys(faults))
    return answers


def _role(review: SignOff, act: Act, named: str, by: str, place: Origin) -> Asked | Diagnostic | None:
    """Find the role in which somebody speaks; nothing where it was said before."""
    if named:
        roles = {folded(name): one for one in review.asked for name in (one.role, one.name)}
        asked = roles.get(folded(named))
        if asked is None:
            known = [one.role for one in review.asked]
            meant = did_you_mean(named, known)
            return report("review-role-unknown", place, name=named, known=", ".join(known), meant=meant)
    else:
        asked = _own(review, by) if act is Act.REJECTED else _next(review, by)
    if act is Act.REJECTED or asked is None or asked == review.waits:
        return asked
    if asked.name in review.given:
        return None
    return (
        report("review-not-turn", place, role=asked.role, first=called(review.waits))
        if review.waits
        else None
    )


def _next(review: SignOff, by: str) -> Asked | None:
    """Give whose turn it is; nothing where somebody who has approved says it again."""
    asked = review.waits
    again = any(folded(entry.who) == folded(by) for entry in review.given.values())
    return None if asked and again and asked.who and folded(asked.who) != folded(by) else asked


def _own(review: SignOff, by: str) -> Asked | None:
    """Give the role that a person has: the named one, the one spoken in before, or whose turn it is."""
    for one in review.asked:
        given = review.given.get(one.name)
        if folded(by) in {folded(one.who), folded(given.who) if given else ""}:
            return one
    return review.waits or review.asked[-1]
