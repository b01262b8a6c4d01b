"""Milliseconds of CPU for verifying a paper that three have signed: reading, signatures, audit, register."""

import datetime as dt
import logging
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportgen.audit import audit
from reportgen.papers.trust import trust_of_office
from reportgen.seal.checking import check
from reportgen.verify.examine import Task, examine
from reportgen.verify.judge import Judged, judge
from reportgen.verify.records import Records, records_of

TIMES = 10


def main() -> None:
    """Measure and print; the arguments are an office's folder, and signed papers of it."""
    logging.disable()
    office, *papers = map(Path, sys.argv[1:])
    now = dt.datetime.now(dt.UTC)
    trust = trust_of_office(office, Path())
    print("| paper | bytes | signatures | check them | audit | all of it |")
    print("|---|---|---|---|---|---|")
    for paper in papers:
        content = paper.read_bytes()
        found = check(content, trust, now)
        with records_of(office, Path(), now) as records:
            task = Task(paper, trust, now)
            times = [
                _took(partial(check, content, trust, now)),
                _took(partial(audit, paper)),
                _took(partial(_verified, task, records)),
            ]
        told = " | ".join(f"{one:.0f} ms" for one in times)
        print(f"| {paper.name[:24]} | {len(content)} | {len(found.signed)} | {told} |")


def _verified(task: Task, records: Records) -> Judged:
    return judge(examine(task), records)


def _took(work: Callable[[], object]) -> float:
    """Give the median of the CPU time, in milliseconds."""
    work()
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return 1000 * sorted(times)[TIMES // 2]


if __name__ == "__main__":
    main()
