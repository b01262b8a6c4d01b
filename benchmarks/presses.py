"""The press for Word alone, on the kinds' own templates: from a context to bytes, beside a docxtpl loop.

Ours begins each time with the template file: reading, proving and compiling it is part of what is counted.
Values cost docxtpl nothing; nobody's papers are read back, but one of each was compared before.
"""

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from measuring import function, in_memory, in_turns, machine, middle, print_table
from measuring.papers import SIDES, plan_of
from measuring.steps import share_out

from reportgen.model.artifact import DOCX, Artifact
from reportgen.model.context import Context, Rows
from reportgen.packing import Bundle, lying, packed
from reportgen.readback import missing, read_back
from reportgen.render import docx as press
from reportgen.render.word import template as word_template
from reportgen.render.word.core_properties import About

ROUNDS: Final = 3
VARIETIES: Final = 5
PAPERS: Final[Mapping[str, tuple[int, int]]] = {
    "person certificate": (1000, 40),
    "school certificate": (1000, 40),
    "minutes": (1000, 10),
    "district report": (1000, 10),
    "round report": (1000, 10),
}
"""How many documents we make in a turn, and how many docxtpl makes; each has rows of its own."""

ON_PAPER: Final = {
    "template": "reportgen.render.word.template:read_template",
    "proof": "reportgen.render.docx:plates_for",
    "Jinja": "reportgen.render.plate.plates:Plate._stretches",
    "head, encoding": "reportgen.render.plate.plates:Plate._page",
    "values put in": "reportgen.render.plate.plates:Plate.printed",
    "packed": "reportgen.render.docx:packed",
    "what does not change": "reportgen.render.docx:_rest",
}
"""The steps of the press; the first two are taken once."""

forget: Final = word_template.read_template.cache_clear
_BODY: Final = "word/document.xml"
_PROFILED: Final = 200


@dataclass(frozen=True, slots=True)
class Work:
    """A template, and the contexts that it is filled from in turn."""

    template: Path
    contexts: Sequence[Context]

    def ours(self, number: int) -> Artifact:
        """Print so many papers, from the template file on, and give the last."""
        forget()
        free = self.contexts[0].free
        template = word_template.read_template(self.template.read_bytes(), str(self.template), free=free)
        for context in islice(cycle(self.contexts), number):
            made = press.fill(template, context, About("t", "", None))
        return made

    def theirs(self, number: int) -> bytes:
        """Print as many as docxtpl's guide has it."""
        module: Any = __import__("plain_docx")
        made = b""
        for context in islice(cycle(self.contexts), number):
            made = module.fill(self.template, context.values)
        return made

    def refuse_other_words(self) -> None:
        """Stop where docxtpl's page says anything else than ours, or ours does not say what it should."""
        ours, theirs = self.ours(1), self.theirs(1)
        if ours.detours or any(
            missing(ours.script, read_back(made, DOCX), extra=True) for made in (ours.content, theirs)
        ):
            raise SystemExit(f"{self.template}: the pages differ, or took the long way: {ours.detours}")


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(SIDES))
    print(machine("docxtpl", "python-docx", "jinja2", "lxml", "isal"))
    works = {name: _work(name) for name in PAPERS}
    for work in works.values():
        work.refuse_other_words()
    headings = ["press alone, CPU", "made", "ours ms", "docxtpl ms", "times as fast"]
    print_table(headings, [_line(name, work, PAPERS[name]) for name, work in works.items()])
    headings = ["the bytes alone, µs", "press", "packed and written", "of it packed", "KB"]
    print_table(headings, [_floor(name, work) for name, work in works.items()])
    rows = [_shares(name, work) for name, work in works.items()]
    print_table([f"where it goes, µs a paper of {_PROFILED}", *ON_PAPER, "the rest", "sum"], rows)
    print(
        f"Medians of {ROUNDS} rounds in turns, CPU time. The bytes alone: to pack the page of a paper\n"
        "that was printed before, to put the file together and to write it to a disk in memory; all above\n"
        "is ours to save. Steps are timed by name, which costs about a microsecond each."
    )


def _work(name: str) -> Work:
    documents = [one for one in plan_of(name).documents if one.target == "docx"]
    kind = documents[0].paper.kind
    template = (kind.folder / kind.outputs["docx"]).absolute()
    contexts = [other for one in documents for other in _varied(_without_pictures(one.paper.context))]
    return Work(template, contexts)


def _without_pictures(context: Context) -> Context:
    """Leave photos and charts out: docxtpl has no such values, and we put them into a tree."""
    appendix: Any = context.values.get("appendix", {})
    changed = {"photos": (), "with_chart": False, "appendix": {**appendix, "photos": None}}
    return replace(context, values={**context.values, **changed})


def _varied(context: Context) -> Iterator[Context]:
    """Leave more and more rows of each list out: no two papers of a batch of reports have as many."""
    for fewer in range(VARIETIES):
        yield replace(context, values={name: _shorter(one, fewer) for name, one in context.values.items()})


def _shorter(value: object, fewer: int) -> object:
    if isinstance(value, Rows):
        return Rows(value[: max(1, len(value) - fewer)], value.total)
    return value[: max(1, len(value) - fewer)] if isinstance(value, tuple | list) else value


def _line(name: str, work: Work, numbers: tuple[int, int]) -> list[str]:
    ours, theirs = numbers
    sides = {
        "ours": partial(function, partial(work.ours, ours)),
        "theirs": partial(function, partial(work.theirs, theirs)),
    }
    runs = in_turns(sides, ROUNDS)
    each = [middle(runs["ours"]).cpu / ours, middle(runs["theirs"]).cpu / theirs]
    return [name, f"{ours:,}", *(f"{1000 * one:.3f}" for one in each), f"{each[1] / each[0]:.0f}"]


def _floor(name: str, work: Work) -> list[str]:
    """Take what nobody can save: the changed page packed, put into its file, and written."""
    made = work.ours(1).content
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entries, page = archive.infolist(), archive.read(_BODY)
    rest = Bundle().with_members(lying(made, entry) for entry in entries if entry.filename != _BODY)
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        file = Path(folder, "made.docx")

        def write() -> None:
            file.write_bytes(rest.with_members([packed(_BODY, page)]).archive())

        whole, own = _least(write), _least(partial(packed, _BODY, page))
    press = _least(partial(work.ours, _PROFILED), 5) / _PROFILED
    return [name, *(f"{1e6 * one:.0f}" for one in (press, whole, own)), f"{len(made) / 1000:.1f}"]


def _least(call: Callable[[], object], times: int = 2000) -> float:
    """Give the seconds of the median call."""
    return middle([function(call) for _ in range(times)]).cpu


def _shares(name: str, work: Work) -> list[str]:
    shares = share_out(partial(work.ours, _PROFILED), ON_PAPER, ROUNDS)
    each = [1e6 * one / _PROFILED for one in shares.values()]
    return [name, *(f"{one:.0f}" for one in (*each, sum(each)))]


if __name__ == "__main__":
    main()
