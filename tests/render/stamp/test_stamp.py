"""Pages that differ in a few words are stamped: to the byte what the engine writes when it lays each out."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.model.errors import RenderError
from reportgen.offices import read_blank
from reportgen.pipeline import Paper
from reportgen.render import blank
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, lay_out, render
from reportgen.render.stamp import lines as stamp_lines
from reportgen.render.stamp import stamps as stamp
from reportgen.render.stamp.lesson import lesson
from reportgen.render.stamp.lines import Paragraph
from reportgen.render.stamp.run import Run
from reportgen.render.template.pages import fill_step_by_step
from tests.helpers.pressing import PARTS, context, page, pressed
from tests.render.stamp.certificates import WORDS, papers

DAY = dt.date(2020, 1, 19)


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    stamp._form.cache_clear()
    yield
    stamp._form.cache_clear()


def alone(template: Path, given: Context, title: str = "Báo cáo", date: dt.date | None = DAY) -> Artifact:
    """Lay a page out as if it were the only one."""
    filled = fill_step_by_step(template, given)
    task = Task(template, filled.pictures, title, given.author, date, given.draft, find_faces())
    return lay_out(task, filled.html)


def learn(template: Path, **values: object) -> None:
    """Print as many pages as it takes to learn how to stamp them."""
    for _ in range(2):
        pressed(template, **values)


def refuse_others(template: Path, **values: object) -> Artifact:
    """Print a page and hold it against the one laid out alone."""
    made, laid = pressed(template, **values), alone(template, context(**values))
    assert (made.content, made.script) == (laid.content, laid.script)
    return made


@pytest.mark.parametrize("source", ["ca-nhan.yaml", "truong.yaml"])
def test_certificates_are_stamped_and_no_byte_tells_them_from_laid_out_ones(source: str) -> None:
    made = papers(source)[:7]
    template = made[0].kind.folder / made[0].kind.outputs["pdf"]

    stamped = 0
    for paper in made:
        given = (paper.context, paper.kind.title, paper.date)
        ours = render(template, paper.context, title=paper.kind.title, date=paper.date)
        laid = alone(template, *given)
        assert (ours.content, ours.script) == (laid.content, laid.script)
        stamped += not ours.detours

    assert stamped >= 3


@settings(max_examples=8)
@given(names=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_whatever_words_a_certificate_prints_its_bytes_are_those_of_the_engine(
    certificate: Paper, names: list[tuple[str, str]]
) -> None:
    template = certificate.kind.folder / certificate.kind.outputs["pdf"]
    for name, school in names:
        each: Any = certificate.context.values["each"]
        each = {**each, "name": name, "school": school}
        given = replace(certificate.context, values={**certificate.context.values, "each": each})
        laid = alone(template, given, certificate.kind.title, certificate.date)
        ours = render(template, given, title=certificate.kind.title, date=certificate.date)
        assert (ours.content, ours.script) == (laid.content, laid.script)


@pytest.fixture(scope="module")
def certificate() -> Paper:
    return papers("ca-nhan.yaml")[0]


def test_words_that_were_met_are_put_together_in_every_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, by_engine, right = page(tmp_path, "<p>{{ name }}</p>"), set[str](), Paragraph._set_by_engine

    def counted(self: Paragraph, text: str) -> Sequence[Run] | None:
        by_engine.add(text)
        return right(self, text)

    monkeypatch.setattr(Paragraph, "_set_by_engine", counted)
    names = [" ".join(words) for words in permutations(("Lò", "Vy", "Ánh", "Đào"))]
    learn(template, name=NAME)

    assert not any(refuse_others(template, name=name).detours for name in names)
    assert len(by_engine & set(names)) < len(names), "the last ones were put together after a lesson"


def test_figures_that_no_line_had_are_put_together_after_a_lesson(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, by_engine, right = page(tmp_path, "<p>{{ name }}</p>"), list[str](), Paragraph._set_by_engine

    def counted(self: Paragraph, text: str) -> Sequence[Run] | None:
        by_engine.append(text)
        return right(self, text)

    days = [
        f"Sinh ngày {1 + number % 28:02}/{1 + number % 12:02}/{1960 + number % 40} A" for number in range(60)
    ]
    learn(template, name=days[0])
    assert not any(refuse_others(template, name=day).detours for day in days[:30])
    monkeypatch.setattr(Paragraph, "_set_by_engine", counted)

    assert not any(refuse_others(template, name=day).detours for day in days[30:])
    assert len(by_engine) <= 1, "one line of 64 is compared"


def test_a_lesson_has_all_digits_wherever_one_lacks_and_nothing_where_others_lack() -> None:
    line = lesson(["12/", "123", "a 1"], ())

    taught = {line[place : place + 3] for place in range(len(line) - 2)}
    assert all(f"{number:02}/" in taught for number in range(100))
    assert all(f"{number:03}" in taught for number in range(1000))
    assert "a 1" in taught
    assert not lesson(["12/", "abc"], ())
    assert not lesson(["12\n"], ()), "the end of a line"


def test_a_lesson_has_no_two_spaces_side_by_side_and_none_at_its_ends() -> None:
    line = lesson(["12 ", " 12", "a 1", " 1 "], ())

    assert line.split() == line.split(" ")


NAME = "Nguyễn Thị Ánh Tuyết"
PLAIN = [
    "<p>{{ name }}</p>",
    "<p>Ông (bà): {{ name }}, {{ n }} năm</p>",
    '<p style="text-align: center">{{ name }}</p><p style="text-align: right">{{ n }}</p>',
    '<p style="text-indent: 0; font-style: italic">{{ name }}</p><table><tr><td>x</td></tr></table>',
    "<p>{{ name }} được cử đi học lớp bồi dưỡng " + "cán bộ quản lý giáo dục, " * 5 + "{{ n }} ngày.</p>",
    '<p style="white-space: pre-wrap">{{ name }}</p><p style="white-space: nowrap">{{ n }}</p>',
]
"""Bodies whose paragraphs can be set again."""


def test_papers_in_which_other_values_are_empty_are_stamped_apart(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>{{ name }}, số {{ n }}.</p><p>{{ note }}</p>")
    sorts = [("12", "đạt"), ("", "đạt"), ("12", ""), ("", "")]
    for n, note in sorts:
        learn(template, n=n, note=note, name=NAME)

    for name in ("Lê Ân", "Võ Thị Yến"):
        assert not any(refuse_others(template, n=n, note=note, name=name).detours for n, note in sorts)


HEAD = (
    PARTS
    + "{% macro number() %}Số: {{ n }}/GM-PGD{% endmacro %}{% macro day() %}{{ place }}, ngày 5{% endmacro %}"
    + '{{ header("UBND HUYỆN", "PHÒNG GIÁO DỤC", number(), day()) }}<p>{{ name }}</p>'
)


def test_the_number_and_the_place_of_a_head_are_stamped_while_its_columns_stay_as_they_are(
    tmp_path: Path,
) -> None:
    template = page(tmp_path, HEAD)
    learn(template, n="07", place="Vân Khê", name=NAME)

    for number, place in (("08", "Vân Khê"), ("1034", "Hà Nội"), ("9", "Xã Ô")):
        assert not refuse_others(template, n=number, place=place, name="Lê Ân").detours
    made = refuse_others(template, n="07/2019/QĐ-UBND", place="Hà Nội", name=NAME)
    assert made.detours["page"] == stamp.LaidOut.LINES


MOVING = [
    '<p><span class="ruled">{{ name }}</span></p>',
    "<p>{{ name }} <b>{{ n }}</b></p>",
    '<p style="letter-spacing: 1pt; text-decoration: underline">{{ name }}</p><p>{{ n }}</p>',
    '<div style="float: left">{{ name }}</div><p>{{ n }}</p>',
    '<div style="display: flex"><p>{{ name }}</p><p>{{ n }}</p></div>',
    "<table><tr><td>{{ name }}</td><td>{{ n }}</td></tr></table>",
    '<div style="position: absolute">{{ name }}</div><p>{{ n }}</p>',
    '<div style="width: fit-content; border: 1pt solid">{{ name }}</div>',
    "<p>x</p><p style='break-before: page'>{{ name }}</p>",
    '<svg width="90" height="20"><text y="12">{{ name }}</text></svg>',
    "<p class='a'>{{ name }}</p><style>.a::first-letter { font-size: 30pt } </style>",
    "<p>{{ name }}</p><style>p { string-set: s content() } @page { @top-left { content: string(s) }}</style>",
    "<h1>{{ name }}</h1><p>{{ n }}</p>",
    "{% if n == '3' %}<p>ba</p>{% endif %}<p>{{ name }}</p>",
    '<p style="direction: rtl">{{ name }}</p>',
    '<p style="hyphens: auto; width: 30mm">{{ name }}</p>',
    '<p style="overflow: hidden; width: 60mm; white-space: nowrap">{{ name }}</p>',
    '<p>{{ name }}<span style="float: footnote">{{ n }}</span></p>',
]
"""Bodies with something beside their words that may move or change with them."""


@pytest.mark.parametrize("body", PLAIN)
def test_a_page_of_plain_paragraphs_is_stamped(tmp_path: Path, body: str) -> None:
    template = page(tmp_path, body)
    learn(template, name=NAME, n="12")

    for name in ("Lê A", "Võ Thị Hồng Hạnh & Trần Văn “Ý”", "0123 - AVATAR"):
        assert refuse_others(template, name=name, n="7").detours == {}


@pytest.mark.parametrize("body", MOVING)
def test_a_page_that_moves_with_its_words_is_the_engine_s_own_all_the_same(tmp_path: Path, body: str) -> None:
    template = page(tmp_path, body)
    for name, n in [(NAME, "1"), (NAME, "2"), ("Lê A", "3"), ("Lê A", "3"), ("Võ Thị Hồng Hạnh " * 4, "888")]:
        given = context(name=name, n=n)
        try:
            laid = alone(template, given)
        except RenderError as refused:
            with pytest.raises(RenderError, match=re.escape(str(refused))):
                render(template, given, title="Báo cáo", date=DAY)
        else:
            assert render(template, given, title="Báo cáo", date=DAY).content == laid.content


@pytest.mark.parametrize(
    "name", ["hai  cách", " đầu", "cuối ", "dòng\nmới", "ngăn\tcách", "nối\u00a0 nhau", "mềm\u00admại"]
)
def test_words_that_a_page_closes_up_or_breaks_are_laid_out(tmp_path: Path, name: str) -> None:
    template = page(tmp_path, "<p>Ông {{ name }} có {{ n }} quyển.</p>")
    learn(template, name=NAME, n="12")

    assert refuse_others(template, name=name, n="7").detours == {"page": "value-not-plain-words"}


@pytest.mark.parametrize(
    "odd", ["\u200b", "\u200c", "\u200d", "\u2060", "\u200e", "\ufeff", "x\u0301", "ffi"]
)
def test_letters_that_are_no_glyph_of_their_own_do_no_harm(tmp_path: Path, odd: str) -> None:
    template = page(tmp_path, "<p>{{ name }} {{ n }}</p>")
    for name in (*[f"Lê {odd}An{odd}"] * 5, NAME, "Lê An", f"{odd}Lê", f"Lê {odd}{odd}An", "Lê An"):
        given = context(name=name, n="12")
        laid = alone(template, given)
        assert render(template, given, title="Báo cáo", date=DAY).content == laid.content


def test_words_that_take_another_line_are_laid_out_until_they_are_learnt_too(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>{{ name }}</p><p>{{ n }}</p>")
    learn(template, name=NAME, n="12")
    long = " ".join([NAME] * 6)

    ways = [refuse_others(template, name=f"{long} {n}", n="7").detours for n in range(4)]

    assert ways == [{"page": "words-set-otherwise"}] * 2 + [{}] * 2
    assert refuse_others(template, name="Lê A", n="7").detours == {}


def test_a_letter_that_no_face_has_is_told_of_a_page_that_could_be_stamped(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>{{ name }}</p>")
    learn(template, name=NAME)

    with pytest.raises(RenderError) as caught:
        pressed(template, name="日本")

    assert {one.code for one in caught.value.diagnostics} == {"glyph-missing"}


def test_an_edited_style_sheet_counts_for_the_next_page(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>{{ name }}</p>", "p { font-size: 11pt }")
    learn(template, name=NAME)
    assert refuse_others(template, name="Lê A").detours == {}

    page(tmp_path, "<p>{{ name }}</p>", "p { font-size: 12pt }")

    assert refuse_others(template, name="Lê A").detours == {"page": "style-sheet-changed"}


def test_what_cannot_be_proven_is_never_stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = page(tmp_path, "<p>{{ name }}</p>")
    right = stamp_lines.drawn

    def shifted(text: Any, known: Sequence[Run]) -> Run | None:
        if known:  # words that are set anew, a hair too far to the right
            text = text.copy()
            text.position_x += 0.01
        return right(text, known)

    monkeypatch.setattr(stamp_lines, "drawn", shifted)
    learn(template, name=NAME)

    assert refuse_others(template, name="Lê A").detours == {"page": "stamp-not-proven"}


@pytest.mark.parametrize(
    "part", ["stamp.case.letters_of", "stamp.stamps.extremes", "stamp.case.Case.compose"]
)
def test_a_mistake_of_the_quick_way_is_left_to_the_engine_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def mistaken(*_: object) -> NoReturn:
        raise ValueError("a mistake of ours")

    template = page(tmp_path, "<p>{{ name }}</p>")
    monkeypatch.setattr(f"reportgen.render.{part}", mistaken)
    learn(template, name=NAME)

    assert refuse_others(template, name="Lê An").detours == {"page": "stamp-not-proven"}


def test_words_on_a_blank_are_stamped_and_those_in_smaller_letters_laid_out(
    tmp_path: Path,
) -> None:
    file = tmp_path / "phoi.yaml"
    file.write_text(
        "size: 190 x 130\nletters: 14\nboxes:\n"
        "  - {print: '{{ name }}', left: 60, down: 52, width: 70, smallest: 9}\n"
        "  - {print: 'Số {{ n }}', left: 20, down: 80, width: 90, lines: 2, apart: 7, align: center}\n",
        encoding="utf-8",
    )
    form, long = read_blank(file, file.name), "Nguyễn Thị Hồng Hạnh Phương Thảo Nguyên"

    made = {}
    for name in (NAME, long, NAME, "Lê A", "Võ “Ý” 08", long):
        made[name] = blank.render(form, context(name=name, n=name[:9]), title="Giấy", date=DAY)
    stamp._form.cache_clear()

    assert [name for name, one in made.items() if not one.detours] == [NAME, "Lê A", "Võ “Ý” 08"]
    for name, one in made.items():
        laid = blank.render(form, context(name=name, n=name[:9]), title="Giấy", date=DAY)
        assert (one.content, one.script) == (laid.content, laid.script)
        stamp._form.cache_clear()
