"""One document of each kind in each format, beside plain docxtpl and WeasyPrint scripts.

The plain scripts fill the same template with the same values, in the same run and in turns; before anything
is timed, their pages are read back and must say the same. They get their values for nothing: no data is read,
checked or computed by them, and nobody looks at what they made.
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from measuring import Took, function, in_turns, machine, middle, milliseconds, print_table, ratio
from measuring.papers import SOURCES, Case, cases, plan_of
from measuring.steps import share_out

WARM_ROUNDS, COLD_ROUNDS, STEP_ROUNDS = 9, 3, 5

BEFORE = {
    "kind read": "reportgen.kinds.find:read_kind",
    "data read": "reportgen.study.read:load",
    "data checked": "reportgen.study.read:validate",
    "figures": "reportgen.compute.run:keep_books",
    "checks": "reportgen.compute.run:check_declared",
    "template names": "reportgen.batch.plan:check_templates",
    "words": "reportgen.pipeline:build_context",
}
PRINTING = {
    "docx": {
        "template": "reportgen.render.docx:read_template",
        "printed": "reportgen.render.docx:printed",
        "packed": "reportgen.render.docx:packed",
        "read back": "reportgen.pipeline:read_fresh",
        "compared": "reportgen.pipeline:missing",
    },
    "pdf": {
        "fonts": "reportgen.render.pdf:find_faces",
        "Jinja": "reportgen.render.pdf:fill",
        "parsed, marks out": "reportgen.render.pdf:read_sheet",
        "glyphs": "reportgen.render.pdf:_missing_glyphs",
        "laid out": "weasyprint:HTML.render",
        "written": "weasyprint:Document.write_pdf",
        "pages seen": "reportgen.render.page.weasy:_boxes",
        "read back": "reportgen.pipeline:read_fresh",
        "compared": "reportgen.pipeline:missing",
    },
}
"""The steps of a data file before anything is printed, and those of printing, by format."""

Pair = Mapping[str, Callable[[], Took]]
"""Ours and the plain one."""


def main() -> None:
    """Measure and print."""
    print(machine("docxtpl", "python-docx", "weasyprint", "jinja2", "lxml", "pypdfium2"))
    papers = list(cases())
    for paper in papers:
        paper.refuse_other_words()
    _print_pairs("one more document", WARM_ROUNDS, {paper: _warm(paper) for paper in papers})
    with tempfile.TemporaryDirectory() as folder:
        _print_pairs("whole process", COLD_ROUNDS, {paper: _cold(paper, Path(folder)) for paper in papers})
    for target, steps in PRINTING.items():
        work = {paper.name: paper.make for paper in papers if paper.target == target}
        _print_shares(f"{target}, CPU ms", steps, work)
    _print_shares("before printing, CPU ms", BEFORE, {name: partial(plan_of, name) for name in SOURCES})
    print(f"Medians; {WARM_ROUNDS} rounds, {COLD_ROUNDS} of whole processes, {STEP_ROUNDS} of steps.")


def _warm(paper: Case) -> Pair:
    return {"ours": partial(function, paper.make), "plain": partial(function, paper.make_plain)}


def _cold(paper: Case, folder: Path) -> Pair:
    return {"ours": partial(paper.make_cold, folder), "plain": partial(paper.make_plain_cold, folder)}


def _print_pairs(title: str, rounds: int, pairs: Mapping[Case, Pair]) -> None:
    headings = [title, "format", "CPU : plain", "wall : plain", "CPU ms", "plain", "wall ms", "plain"]
    print_table(headings, [_line(paper, in_turns(pair, rounds)) for paper, pair in pairs.items()])


def _line(paper: Case, runs: Mapping[str, Sequence[Took]]) -> list[str]:
    ours, plain = middle(runs["ours"]), middle(runs["plain"])
    ratios = [ratio(ours.cpu, plain.cpu), ratio(ours.wall, plain.wall)]
    times = [milliseconds(time) for time in (ours.cpu, plain.cpu, ours.wall, plain.wall)]
    return [paper.name, paper.target, *ratios, *times]


def _print_shares(title: str, steps: Mapping[str, str], work: Mapping[str, Callable[[], object]]) -> None:
    rows = []
    for name, make in work.items():
        shares = share_out(make, steps, STEP_ROUNDS)
        rows.append([name, *map(milliseconds, shares.values()), milliseconds(sum(shares.values()))])
    print_table([title, *steps, "the rest", "sum"], rows)


if __name__ == "__main__":
    main()
