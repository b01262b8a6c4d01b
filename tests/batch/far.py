"""More papers than one worker has in hand, built far away."""

from dataclasses import replace

from reportgen.batch import Outcome, build
from reportgen.batch.records import Progress
from tests.batch.classes import CLASS, order
from tests.helpers.written import Written

MANY = CLASS.replace(
    "Dũng,Hoa Mai,6", "\n".join(f"    Em {number},Hoa Mai,{number}" for number in range(28)).strip()
)


def built(written: Written, progress: Progress | None = None, **options: object) -> Outcome:
    (outcome,) = build([written.data], replace(order(written), targets=(), **options), progress).outcomes  # type: ignore[arg-type]
    return outcome


def codes(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.error.diagnostics] if outcome.error else []
