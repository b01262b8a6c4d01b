"""The press for Word alone, from a context to bytes in memory, beside a docxtpl loop and easy-template-x.

Ours begins each time with the template file: reading, proving and compiling it is part of what is counted.
The values of docxtpl and easy-template-x cost them nothing; nobody's papers are read back. easy-template-x
has its conditions decided beforehand; it is left out where Node.js does not find it (`npm install
easy-template-x`, NODE_PATH=…/node_modules).
"""

import io
import json
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

import docx
from measuring import Took, function, in_turns, machine, print_table, program
from measuring.papers import SIDES, plan_of

from reportgen.compose import plain_context
from reportgen.model.artifact import DOCX, Artifact
from reportgen.model.context import Context, Rows
from reportgen.model.origin import Sources
from reportgen.model.plain import PlainData
from reportgen.readback import missing, read_back
from reportgen.render.core_properties import About
from reportgen.render.docx import fill
from reportgen.render.word_template import read_template

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

_ON_NODE: Final = "person certificate"
_BODY: Final = "word/document.xml"
ROWS: Final = (200, 2000, 20_000)
_COLUMNS: Final = ("loop.index", "row.school", "row.ward", "row.staff", "row.rest", "row.done", "row.share")


@dataclass(frozen=True, slots=True)
class Work:
    """A template, and the contexts that it is filled from in turn."""

    template: Path
    contexts: Sequence[Context]

    def ours(self, number: int) -> Artifact:
        """Print so many papers, from the template file on, and give the last."""
        read_template.cache_clear()
        free = self.contexts[0].free
        template = read_template(self.template.read_bytes(), str(self.template), free=free)
        for context in islice(cycle(self.contexts), number):
            made = fill(template, context, About("t", "", None))
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
    headings = ["press alone, CPU", "made", "ours ms", "docxtpl ms", "times as fast"]
    print_table(headings, [_paper(name, *numbers) for name, numbers in PAPERS.items()])
    with tempfile.TemporaryDirectory() as folder:
        print_table(headings, [_rows(Path(folder), rows) for rows in ROWS])
        _print_node(Path(folder))
    print(f"Medians of {ROUNDS} rounds in turns, CPU time; a table once from 20,000 rows on.")


def _paper(name: str, ours: int, theirs: int) -> list[str]:
    documents = [one for one in plan_of(name).documents if one.target == "docx"]
    kind = documents[0].paper.kind
    template = (kind.folder / kind.outputs["docx"]).absolute()
    contexts = [other for one in documents for other in _varied(_without_pictures(one.paper.context))]
    return _line(name, Work(template, contexts), (ours, theirs), ROUNDS)


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


def _rows(folder: Path, rows: int) -> list[str]:
    template = folder / "table.docx"
    template.write_bytes(_table())
    values = {"rows": [_row(number) for number in range(rows)]}
    context = plain_context(PlainData("data.yaml", values, Sources("data.yaml")))
    rounds = 1 if rows >= ROWS[-1] else ROUNDS
    return _line(f"table of {rows:,} rows", Work(template, [context]), (1, 1), rounds)


def _line(name: str, work: Work, numbers: tuple[int, int], rounds: int) -> list[str]:
    work.refuse_other_words()
    ours, theirs = numbers
    runs = in_turns(
        {
            "ours": lambda: function(lambda: work.ours(ours)),
            "theirs": lambda: function(lambda: work.theirs(theirs)),
        },
        rounds,
    )
    each = [_middle(runs["ours"]) / ours, _middle(runs["theirs"]) / theirs]
    return [name, str(ours), *(f"{1000 * one:.3f}" for one in each), f"{each[1] / each[0]:.0f}"]


def _print_node(folder: Path) -> None:
    """Set a loop of easy-template-x beside ours, with Node.js's start taken off."""
    documents = [one for one in plan_of(_ON_NODE).documents if one.target == "docx"]
    kind, context = documents[0].paper.kind, documents[0].paper.context
    work = Work((kind.folder / kind.outputs["docx"]).absolute(), [context])
    values = _flattened(work.ours(1), folder / "flat.docx")
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
    made = folder / "made.docx"
    number, _ = PAPERS[_ON_NODE]
    node = ["node", *map(str, (SIDES / "easy_template_x.mjs", folder / "flat.docx", folder / "values.json"))]
    sides: dict[str, Callable[[], Took]] = {
        "ours": partial(function, partial(work.ours, number)),
        "many": partial(program, *node, str(number), made),
        "one": partial(program, *node, "1", made),
    }
    try:
        runs = in_turns(sides, ROUNDS)
    except (SystemExit, FileNotFoundError) as error:
        print(f"easy-template-x is left out: {str(error).splitlines()[-1]}\n")
        return
    if missing(work.ours(1).script, read_back(made.read_bytes(), DOCX), extra=True):
        raise SystemExit("easy-template-x: the page differs")
    ours = _middle(runs["ours"]) / number
    theirs = (_middle(runs["many"]) - _middle(runs["one"])) / (number - 1)
    headings = ["press alone, CPU", "made", "ours ms", "easy-template-x ms", "times as fast"]
    print_table(
        headings,
        [[_ON_NODE, str(number), f"{1000 * ours:.3f}", f"{1000 * theirs:.3f}", f"{theirs / ours:.0f}"]],
    )


def _flattened(artifact: Artifact, target: Path) -> dict[str, str]:
    """Make a template in which every printed value is a tag with a number, and no other tags."""
    emitted = artifact.script.emitted
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive, zipfile.ZipFile(target, "w") as flat:
        for name in archive.namelist():
            content = archive.read(name)
            flat.writestr(name, _tagged(content.decode(), emitted) if name == _BODY else content)
    return {f"v{number}": text for number, text in enumerate(emitted)}


def _tagged(text: str, emitted: Sequence[str]) -> str:
    place, parts = 0, list[str]()
    for number, value in enumerate(emitted):
        found = text.index(escape(value, quote=False), place)
        parts += text[place:found], f"{{v{number}}}"
        place = found + len(escape(value, quote=False))
    return "".join([*parts, text[place:]])


def _middle(runs: Sequence[Took]) -> float:
    return statistics.median(one.cpu for one in runs)


def _row(number: int) -> dict[str, str]:
    return {
        "school": f"Trường Mầm non số {number}",
        "ward": f"Phường Lê Chân {number % 40}",
        "staff": str(number % 60),
        "rest": str(number % 7),
        "done": str(number % 53),
        "share": f"{number % 100},5%",
    }


def _table() -> bytes:
    """Make a template with a table that has a row for each."""
    document = docx.Document()
    rows = [
        ("TT", "Trường", "Phường", "CBQL", "Còn lại", "Đã học", "Tỷ lệ"),
        ("{%tr for row in rows %}", *[""] * 6),
        tuple(f"{{{{ {name} }}}}" for name in _COLUMNS),
        ("{%tr endfor %}", *[""] * 6),
    ]
    table = document.add_table(rows=0, cols=len(_COLUMNS))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Hết")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


if __name__ == "__main__":
    main()
