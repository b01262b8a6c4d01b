"""Stamped papers are copies of a finished one: to the byte what comes of finishing each step by step."""

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import md5, sha256
from itertools import cycle, islice
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import casting
from reportgen.batch import Order, make_plan
from reportgen.batch.papers import Numbered
from reportgen.finish.pdf import embedded
from reportgen.finish.stereotype import Filling, Stereotype
from reportgen.kinds import Shelf
from reportgen.model.artifact import PDF, Artifact
from reportgen.model.claims import WORDS as WORDS_OF_CODES
from reportgen.model.claims import CodeSigner
from reportgen.model.registry import Registered
from reportgen.pipeline import Paper, produce
from reportgen.readback import missing, read_back
from reportgen.render.pdf import render
from reportgen.render.stamp import fount, run, stamps
from reportgen.render.stamp.case import Case
from reportgen.render.stamp.fount import Word
from reportgen.render.template.marks import identifier_of
from tests.render.stamp.certificates import DATA, WORDS, forget, papers


@pytest.fixture(scope="module", autouse=True)
def nothing_learnt() -> Iterator[None]:
    forget()
    yield
    forget()


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


@settings(max_examples=6)
@given(names=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_whatever_words_a_paper_prints_a_copy_is_the_same(
    names: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for paper in varied(papers("ca-nhan.yaml")[:1], names):
        copied(paper, monkeypatch)


def test_a_checksum_is_written_as_the_bindery_writes_it_be_it_letters() -> None:
    """Of some hundred checksums one has so many letters that it is written with them, not in digits."""
    paper = papers("ca-nhan.yaml")[0]
    template = paper.kind.folder / paper.kind.outputs["pdf"]
    printed = render(template, paper.context, title=paper.kind.title, date=paper.date).content
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        page, name = pdf.pages[0].Contents.read_bytes(), bytes(pdf.trailer.ID[0])
    empty: Any = None
    cast = Stereotype(embedded(printed, empty, "{}"), Filling(page, b"{}", name))
    texts = (f'{{"n": {number}}}' for number in range(100_000))
    lettered = next(
        text
        for text in texts
        if pikepdf.String(md5(text.encode(), usedforsecurity=False).digest()).unparse()[:1] == b"("
    )

    for text in ("{}", "[]", lettered):
        assert cast.written(Filling(page, text.encode(), name)) == embedded(printed, empty, text)


def another_byte(patched: pytest.MonkeyPatch) -> None:
    """Change a byte of the frozen file, where it says what it is."""
    right = Stereotype.written

    def wrong(self: Stereotype, filling: Filling) -> bytes | None:
        content = right(self, filling)
        return content and content.replace(b"pdfaid:part", b"pdfaid:pbrt")

    patched.setattr(Stereotype, "written", wrong)


def another_manifest(patched: pytest.MonkeyPatch) -> None:
    """Give each paper the manifest of the first."""
    right, first = casting._filling, list[bytes]()

    def wrong(own: casting.Own, drawn: tuple[str, ...], *, with_code: bool) -> Filling:
        filling = right(own, drawn, with_code=with_code)
        first.append(filling.manifest)
        return replace(filling, manifest=first[0])

    patched.setattr(casting, "_filling", wrong)


def another_name(patched: pytest.MonkeyPatch) -> None:
    """Give all files one name."""
    right = identifier_of
    patched.setattr(stamps, "identifier_of", lambda html: right(html[:40]))


def another_letter(patched: pytest.MonkeyPatch) -> None:
    """Read an n where the page shows an m."""
    right = run.as_read
    for part in (run, fount):
        patched.setattr(part, "as_read", lambda *given: right(*given).replace("m", "n"))


def another_width(patched: pytest.MonkeyPatch) -> None:
    """Keep letters in the case that carry the next one a hair too far."""
    right = Case.learn

    def wrong(self: Case, text: str, lines: Sequence[run.Run]) -> None:
        right(self, text, lines)
        self.fount.letters = {
            key: one._replace(advance=one.advance + 7) for key, one in self.fount.letters.items()
        }

    patched.setattr(Case, "learn", wrong)


def another_glyph(patched: pytest.MonkeyPatch) -> None:
    """Keep letters in the case that are drawn as their neighbour is."""
    right = Case.learn

    def wrong(self: Case, text: str, lines: Sequence[run.Run]) -> None:
        right(self, text, lines)
        self.fount.letters = {
            key: one._replace(drawn=b"%04x" % (one.glyph + 1) + one.drawn[4:])
            for key, one in self.fount.letters.items()
        }

    patched.setattr(Case, "learn", wrong)


def another_place(patched: pytest.MonkeyPatch) -> None:
    """Begin lines a hair too far to the right."""
    right = Case._free

    def wrong(self: Case, number: int, words: Sequence[Word]) -> tuple[float, float]:
        across, free = right(self, number, words)
        return across + 0.01, free

    patched.setattr(Case, "_free", wrong)


def a_mistake(patched: pytest.MonkeyPatch) -> None:
    """Stumble over each copy."""
    patched.setattr(Stereotype, "written", lambda *_: int("a mistake of ours"))


FAULTS = [
    a_mistake,
    another_byte,
    another_manifest,
    another_name,
    another_letter,
    another_width,
    another_glyph,
    another_place,
]


@pytest.fixture(scope="module")
def expected() -> list[tuple[Paper, bytes]]:
    """Print some papers, each as if it were the only one."""
    found = []
    for paper in papers("ca-nhan.yaml")[:9]:
        forget()
        found.append((paper, produce(paper, "pdf").content))
    return found


@pytest.mark.parametrize("plant", FAULTS, ids=lambda one: one.__name__)
def test_a_fault_in_what_is_frozen_never_reaches_a_paper(
    plant: Callable[[pytest.MonkeyPatch], None],
    expected: list[tuple[Paper, bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forget()
    plant(monkeypatch)

    made = [produce(paper, "pdf").content for paper, _ in expected]

    assert made == [content for _, content in expected]
    forget()


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(2, None, 2)], ids=["last first", "some"])
def test_the_bytes_of_a_paper_are_its_own_whatever_was_printed_before(
    order: slice, expected: list[tuple[Paper, bytes]]
) -> None:
    forget()
    asked = expected[order]

    assert [produce(paper, "pdf").content for paper, _ in asked] == [content for _, content in asked]
    forget()


def test_issued_papers_with_codes_and_fields_are_copies_too(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make_plan(DATA / "ca-nhan.yaml", Order(Shelf.usual(), dt.date(2025, 1, 1)))
    keys = [one.key for one in plan.documents if one.target == "pdf"][:10]
    numbered = {key: numbered_as(place) for place, key in enumerate(keys, start=1)}
    issued = [plan.papers.numbered(numbered).paper(key) for key in keys]

    assert sum(copied(paper, monkeypatch) for paper in issued) >= 3
    with pikepdf.open(io.BytesIO(produce(issued[-1], "pdf").content)) as pdf:
        assert [one.T for one in pdf.Root.AcroForm.Fields] == ["signer", "seal"]


def numbered_as(place: int) -> Numbered:
    """Give a paper a number, a place in a register, and a key that signs what it says."""
    text = f"{place:02}/GCN"
    entry = Registered("0" * 32, text, "GCN", 2026, place, sha256(text.encode()).hexdigest())
    signer = CodeSigner(bytes(range(32)), text, dt.date(2026, 11, 22), dict.fromkeys(WORDS_OF_CODES, "Hoa"))
    return Numbered("entry_number", text, entry, signer)
