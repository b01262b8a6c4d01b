"""Stamped papers are copies of a finished one: to the byte what comes of finishing each step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_stamp import WORDS, papers

from reportgen import casting
from reportgen.model.artifact import PDF, Artifact
from reportgen.pipeline import Paper, produce
from reportgen.readback import missing, read_back
from reportgen.render.stamp import stamps


@pytest.fixture(scope="module", autouse=True)
def nothing_learnt() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    stamps._form.cache_clear()
    casting._MOULDS.clear()


def varied(made: Sequence[Paper], words: Sequence[tuple[str, str]]) -> Iterator[Paper]:
    """Give papers names and schools of their own."""
    for paper, (name, school) in zip(cycle(made), words, strict=False):
        each: Any = paper.context.values["each"]
        own = {**each, "school": school} | ({"name": name} if "name" in each else {})
        yield replace(paper, context=replace(paper.context, values={**paper.context.values, "each": own}))


def copied(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Finish a paper both ways, hold the one against the other, and tell whether a copy was taken."""
    taken: list[object] = []
    right = casting.copied

    def noted(own: casting.Own) -> Artifact | None:
        taken.append(right(own))
        return right(own)

    with monkeypatch.context() as patched:
        patched.setattr(casting, "copied", noted)
        ours = produce(paper, "pdf")
        patched.setattr(casting, "copied", lambda _: None)
        step_by_step = produce(paper, "pdf")
    assert ours.content == step_by_step.content
    assert ours.script == step_by_step.script
    assert not missing(ours.script, read_back(ours.content, PDF))
    return any(taken)


@pytest.mark.parametrize("source", ["ca-nhan.yaml", "truong.yaml"])
def test_no_byte_tells_a_copy_from_a_paper_finished_step_by_step(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list(islice(papers(source), 12))

    assert sum(copied(paper, monkeypatch) for paper in made) >= 3


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(names=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_whatever_words_a_paper_prints_a_copy_is_the_same(
    names: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for paper in varied(papers("ca-nhan.yaml")[:1], names):
        copied(paper, monkeypatch)
