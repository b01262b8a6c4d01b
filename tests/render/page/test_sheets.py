"""Style sheets are read once for many papers, and no paper looks otherwise for it."""

import datetime as dt
from pathlib import Path

import pytest

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.errors import RenderError
from reportgen.pipeline import produce
from reportgen.render.page import sheets, weasy
from reportgen.render.page.sheets import Sheets
from tests.helpers.pressing import page, pressed

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture
def as_the_engine_does(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Leave every sheet on its page; the engine reads it there."""
    monkeypatch.setattr(weasy, "take_out", lambda *_: Sheets())
    return monkeypatch


@pytest.mark.parametrize(
    "source",
    ["hoi-nghi-mam-non/bien-ban.yaml", "boi-duong-hai-phong/dot-1.yaml", "chung-nhan/ca-nhan.yaml"],
)
def test_a_paper_is_the_same_to_the_byte_whoever_reads_its_sheets(
    source: str, as_the_engine_does: pytest.MonkeyPatch
) -> None:
    plan = make_plan(DATA / source, Order(Shelf.usual(), dt.date(2025, 1, 1)))
    paper = next(one.paper for one in plan.documents if one.target == "pdf")

    theirs = produce(paper, "pdf").content
    as_the_engine_does.undo()

    assert produce(paper, "pdf").content == theirs
    assert produce(paper, "pdf").content == theirs


def test_a_second_paper_finds_the_sheets_read(tmp_path: Path) -> None:
    template = page(tmp_path, "<p>{{ n }} người</p>", "p { color: #123456 }")
    first = pressed(template, n="1").content
    known = sheets._read_together.cache_info()

    assert pressed(template, n="1").content == first
    assert sheets._read_together.cache_info().hits > known.hits
    assert sheets._read_together.cache_info().misses == known.misses


@pytest.mark.parametrize("sheet", ["p { font-wait: bold }", '@import "none.css"; p { color: red }'])
def test_what_is_wrong_with_a_sheet_is_told_of_every_paper(tmp_path: Path, sheet: str) -> None:
    template = page(tmp_path, "<p>x</p>", sheet)

    told = []
    for _ in range(2):
        with pytest.raises(RenderError) as caught:
            pressed(template)
        told.append([(one.code, one.values) for one in caught.value.diagnostics])

    assert len(told[0]) == 1
    assert told[0] == told[1]


def test_an_edited_sheet_counts_at_once(tmp_path: Path) -> None:
    red = pressed(page(tmp_path, "<p>x</p>", "p { font-size: 11pt }")).content
    blue = pressed(page(tmp_path, "<p>x</p>", "p { font-size: 12pt }")).content

    assert red != blue


@pytest.mark.parametrize(
    "place",
    ["<style>p {{ font-size: {size} }}</style><p>x</p>", '<p style="font-size: {size}">x</p>'],
)
def test_sheets_in_the_middle_of_a_page_and_on_an_element_outdo_those_of_the_kind(
    tmp_path: Path, place: str, as_the_engine_does: pytest.MonkeyPatch
) -> None:
    template = page(tmp_path, place.format(size="20pt"), "p { font-size: 11pt }")
    theirs = pressed(template).content
    as_the_engine_does.undo()

    assert pressed(template).content == theirs
    assert pressed(page(tmp_path, "<p>x</p>", "p { font-size: 11pt }")).content != theirs
