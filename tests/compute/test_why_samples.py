"""What ``why`` says of every figure of every sample: the evidence must make up the figure."""

import ast
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reportgen.figures import explain_figure
from reportgen.kinds import Shelf
from reportgen.model.figure import Evidence, Explanation
from reportgen.study import Study, figure_names, study

ROOT = Path(__file__).parents[2]
SHELF = Shelf([ROOT / "templates"])
FILES = sorted([*(ROOT / "data").rglob("*.yaml"), *(ROOT / "templates").glob("*/examples/*.yaml")])
SAMPLES = sorted(path for path in FILES if path.name != "offices.yaml")

FOLDS: dict[str, Callable[[list[Any]], object]] = {
    "sum": lambda values: sum(map(number, values)),
    "count": len,
    "distinct": lambda values: len(set(values)),
    "min": lambda values: min(map(number, values)),
    "max": lambda values: max(map(number, values)),
}


def number(text: str) -> Fraction:
    """Read a number as it is told: ``2.960``, ``12,5``, ``1/3``."""
    return Fraction(text.replace(".", "").replace(",", "."))


def is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("/", "").removeprefix("-").isdigit()


def found(sample: Path) -> Study:
    return study(sample, SHELF)


def explanations(of: Study) -> Iterator[Explanation]:
    for name in figure_names(of.kind):
        if name.split(".")[0] not in of.kind.rows or of.dataset.tables.keys() >= {name.split(".")[0]}:
            yield from explain_figure(of, name)


def opened(explanation: Explanation) -> Iterator[Explanation]:
    yield explanation
    for evidence in explanation.inputs:
        if evidence.figure is not None:
            yield from opened(evidence.figure)


def is_fold(evidence: Evidence) -> bool:
    return "(" in evidence.name and evidence.figure is None


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_evidence_makes_up_the_figure(sample: Path) -> None:
    parts = [part for explanation in explanations(found(sample)) for part in opened(explanation)]

    assert sum(map(added_up, parts)), "what was added up adds up"
    assert sum(map(worked_out, parts)), "a formula filled with its evidence gives the figure"


def added_up(one: Explanation) -> int:
    """Fold the rows again that stand behind a value; tell how many were folded."""
    folds = [evidence for evidence in one.inputs if is_fold(evidence) and is_number(evidence.value)]
    for evidence in folds:
        folded = FOLDS[evidence.name.partition("(")[0]]([value for _, value in evidence.rows])
        assert folded == number(evidence.value), (one.name, evidence.name)
    return len(folds)


def worked_out(one: Explanation) -> bool:
    """Work a figure out from its evidence, where that is numbers; tell whether it is."""
    values = {evidence.name: evidence.value for evidence in one.inputs}
    numbers = is_number(one.exact) and all(map(is_number, values.values()))
    assert not numbers or filled(one.formula, values) == number(one.exact), one.name
    return numbers


def filled(formula: str, values: dict[str, str]) -> Fraction:
    """Work a formula out by hand, with each part that is evidence replaced by what it says."""

    def work(node: ast.expr) -> Fraction:
        text = ast.get_source_segment(formula, node) or ""
        match node:
            case _ if text in values:
                return number(values[text])
            case ast.Constant():
                return Fraction(text)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATORS[type(op)](work(left), work(right))
            case ast.UnaryOp(operand=operand):
                return -work(operand)
            case ast.Call(func=ast.Name(id="share"), args=[part, whole]):
                return work(part) / work(whole)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return {"min": min, "max": max}[name](map(work, arguments))
        raise AssertionError(f"no evidence for {text} in {formula}")

    return work(ast.parse(formula, mode="eval").body)


OPERATORS: dict[type, Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
}
