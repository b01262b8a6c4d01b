"""Sentences of reports as they are written, each with what is to be said of its numbers: sentences/*.txt."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from reportgen.batch import Order
from reportgen.batch.plan import make_plan
from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from tests.helpers.written import write_kind

CORPUS: Final = Path(__file__).parent / "sentences"
SIGNS: Final = {
    "number-differs": "✗", "ratio-differs": "✗", "number-far": "~", "numbers-unexplained": "?",
}  # fmt: skip

KIND: Final = """\
title: Báo cáo
fields:
  {pupils: count, fed: count, schools: count, passed: count, teachers: count, trained: count, money: count,
   low: count, high: count, times: number, area: number, before: count, target: percent,
   remarks: {list: text}}
figures:
  fed_share: {formula: "share(fed, pupils)", as: percent, places: 1}
  rate: {formula: "share(trained, teachers)", as: percent, places: 0}
  left: teachers - trained
  change: pupils - before
"""
DATA: Final = """\
kind: k
pupils: 2.100
fed: 982
schools: 24
passed: 22
teachers: 1.234
trained: 1.037
money: 1.234.000.000
low: 900
high: 1.000
times: "2,5"
area: "9,25"
before: 2.135
target: 70%
remarks:
"""


def read(path: Path) -> dict[str, list[str]]:
    """Give each sentence of a corpus with what is to be said of it."""
    corpus: dict[str, list[str]] = {}
    sentence = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            corpus[sentence].append(line.strip())
        elif line and not line.startswith("#"):
            sentence = line
            corpus[sentence] = []
    return corpus


def told(finding: Diagnostic) -> str:
    """Write a finding as the corpus does; others by their codes."""
    values = dict(finding.values)
    numbers = re.sub(r" \(perhaps [^)]*\)", "", values.get("numbers", ""))
    return f"{SIGNS.get(finding.code, finding.code)} {values.get('value', numbers)}"


def found(folder: Path, sentences: Sequence[str]) -> dict[str, list[str]]:
    """Put sentences into a data file, and give what is said of each."""
    write_kind(folder, "k", KIND)
    data = folder / "data.yaml"
    lines = (f"- {json.dumps(sentence, ensure_ascii=False)}\n" for sentence in sentences)
    data.write_text(DATA + "".join(lines), encoding="utf-8")
    first = DATA.count("\n") + 1
    said: dict[str, list[str]] = {sentence: [] for sentence in sentences}
    for finding in findings(data, Shelf([folder / "templates"])):
        if finding.origin is not None and (finding.origin.line or 0) >= first:
            said[sentences[(finding.origin.line or 0) - first]].append(told(finding))
    return said


def findings(data: Path, shelf: Shelf) -> Sequence[Diagnostic]:
    """Give all findings, whether or not they stop the document; sentences may differ in a dash only."""
    try:
        notes = make_plan(data, Order(shelf, dt.date(2026, 1, 1))).notes
    except DataError as error:
        notes = error.diagnostics
    return [note for note in notes if note.code != "item-again"]


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
@pytest.mark.parametrize("sort", ["wrong", "right"])
def test_of_a_sentence_is_told_what_is_wrong_and_nothing_else(path: Path, tmp_path: Path, sort: str) -> None:
    corpus = {
        sentence: said
        for sentence, said in read(path).items()
        if any(line.startswith("✗") for line in said) == (sort == "wrong")
    }  # what is unexplained is not told beside what is wrong

    assert corpus
    assert found(tmp_path, list(corpus)) == corpus
