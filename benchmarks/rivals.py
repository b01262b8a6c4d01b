"""The same papers, made by our press and by what people use instead, in turns: Word and PDF.

Papers, values and templates are made up here (``measuring/works.py``, ``dialects.py``), each engine has a
script as its guide has it (``sides/rival_*``), each turn is a process of its own. Counted is the work from
the template on, without the start of Python or Node.js and without imports; compilers that learn while they
run may do so. Before anything is counted every paper of every engine is read, and must say what it should.
"""

import io
import json
import re
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import Final

import pypdfium2
from measuring import in_memory, in_turns, machine, print_table
from measuring.engines import ALL, DOCX, PDF, PRESS, Engine, Result
from measuring.works import CERTIFICATE, MINUTES, PAPERS, REPORT, TABLES, Work, words_of

ROUNDS: Final = 3
_LARGE: Final[Mapping[str, int]] = {"docx": 10_000, "pdf": 1000}
"""Rows from which on every engine makes a table once only."""

ON_PAGES: Final = (
    replace(CERTIFICATE, many=200, few=20),
    replace(REPORT, many=20, few=4),
    replace(MINUTES, many=20, few=4),
    *TABLES,
)

_PARAGRAPH: Final = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def main() -> None:
    """Measure and print; name works to measure only these, and ``docx`` or ``pdf``."""
    asked = sys.argv[1:]
    print(machine("docxtpl", "python-docx", "weasyprint", "lxml", "isal"))
    for target, engines, works in (("docx", DOCX, (*PAPERS, *TABLES)), ("pdf", PDF, ON_PAGES)):
        there = [engine for engine in engines if engine.version]
        for engine in (one for one in engines if not one.version):
            print(f"{engine.name}: not installed, left out (benchmarks/rivals.sh installs it)\n")
        print(
            ", ".join(f"{engine.package} {engine.version}" for engine in there if not engine.reading) + "\n"
        )
        for work in works:
            if not asked or target in asked or work.name in asked:
                rows = max(work.rows.values(), default=0)
                _print(target, work, [engine for engine in there if rows <= engine.most])
    print(
        f"Medians of {ROUNDS} rounds in turns; 20,000 rows (PDF: 2,000) once. All papers were read.\n"
        "For 20,000 rows WeasyPrint takes five minutes and 3 GB, and is left out.\n"
        "WeasyPrint writes PDF/A-3a with tags, as we do; typst and reportlab write plain PDF without them."
    )


def _print(target: str, work: Work, engines: Sequence[Engine]) -> None:
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        runs = _measured(Path(folder), work, engines, _LARGE[target])
    ours = runs[PRESS].cpu / _number(work, engines[0])
    headings = [
        f"{work.name}, {target}",
        "made",
        "CPU ms each",
        "wall ms",
        "times our CPU",
        "peak MB",
        "KB each",
    ]
    lines = []
    for engine in engines:
        one, made = runs[engine.name], _number(work, engine)
        times = f"{one.cpu / made / ours:.3g} ×" if engine is not engines[0] else ""
        lines.append([
            engine.name, f"{made:,}", _short(1000 * one.cpu / made), _short(1000 * one.wall / made), times,
            f"{one.peak:.0f}", f"{one.size / made / 1000:.1f}",
        ])  # fmt: skip
    print_table(headings, lines)


def _measured(folder: Path, work: Work, engines: Sequence[Engine], most: int) -> Mapping[str, Result]:
    """Let each engine make its papers once to be read, and then in turns to be counted.

    What has more rows than ``most`` is made once, and counted then.
    """
    first: dict[str, Result] = {}
    jobs: dict[str, Callable[[], Result]] = {}
    for engine in engines:
        papers = [work.values(number) for number in range(_number(work, engine))]
        job, out = folder / f"{engine.name}.job", folder / engine.name
        template = folder / f"{engine.name}.{engine.suffix}"
        template.write_bytes(engine.template(work))
        out.mkdir()
        said = {"template": str(template), "papers": papers}
        job.write_text(json.dumps({**said, "out": str(out)}), encoding="utf-8")
        first[engine.name] = engine.run(job)
        for number, values in enumerate(papers):
            _refuse_other_words(engine, (out / str(number)).read_bytes(), list(words_of(work, values)))
        job.write_text(json.dumps({**said, "out": None}), encoding="utf-8")
        jobs[engine.name] = partial(engine.run, job)
    if max(work.rows.values(), default=0) > most:
        return first
    return {name: _middle(runs) for name, runs in in_turns(jobs, ROUNDS).items()}


def _number(work: Work, engine: Engine) -> int:
    return work.many if engine.quick in {ALL, work.name} else work.few


def _refuse_other_words(engine: Engine, content: bytes, words: Sequence[str]) -> None:
    """Stop where a paper does not say what it should: paragraphs of Word are compared, words of PDF found."""
    if content.startswith(b"PK"):
        if (said := _paragraphs(content)) != [one for one in words if one]:
            raise SystemExit(f"{engine.name} says something else: {_first(said, words)}")
        return
    text, place = _letters(content), 0
    for one in map(_squeezed, words):
        if (found := text.find(one, place)) < 0:
            raise SystemExit(
                f"{engine.name} does not say “{one}” behind “{text[max(0, place - 60) : place]}”"
            )
        place = found + len(one)


def _first(said: Sequence[str], words: Sequence[str]) -> object:
    return next(
        (pair for pair in zip(said, words, strict=False) if len(set(pair)) > 1), (len(said), len(words))
    )


def _paragraphs(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    found = (unescape("".join(_TEXT.findall(one))) for one in _PARAGRAPH.findall(body))
    return [one for one in found if one]


def _letters(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return _squeezed("".join(page.get_textpage().get_text_range() for page in document))


def _squeezed(text: str) -> str:
    """Leave out white space, and what marks a word that was cut at the end of a line."""
    return "".join(text.replace("\ufffe", "").replace("\u00ad", "").split())


def _middle(runs: Iterable[Result]) -> Result:
    found = list(runs)
    cpu, wall, peak, size = (
        statistics.median(getattr(run, name) for run in found) for name in ("cpu", "wall", "peak", "size")
    )
    return Result(cpu, wall, peak, int(size))


def _short(number: float) -> str:
    """Write a number with three figures."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"  # noqa: PLR2004


if __name__ == "__main__":
    main()
