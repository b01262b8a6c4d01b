"""Pages filled by a way that is known: letter for letter those that are filled step by step."""

import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from jinja2 import DictLoader

from reportgen.model.context import Context
from reportgen.render.template.environment import PageEnvironment
from reportgen.render.template.failures import FAILURES
from reportgen.render.template.marks import Filled
from reportgen.render.template.pages import _ENVIRONMENTS
from reportgen.render.template.tracing import Source
from reportgen.render.template.ways import Print, Way, Ways
from tests.helpers.pressing import page, pressed
from tests.render.template.followed import FOLLOWED, FROM, LEFT, NAME, PARTS, papers


def environment(body: str) -> PageEnvironment:
    return PageEnvironment(next(papers()), DictLoader({NAME: body, "parts.html": PARTS}))


def alone(press: PageEnvironment, given: Context) -> Filled | None:
    """Fill a page step by step; nothing where that is a mistake."""
    try:
        return Filled(press.get_template(NAME).render(given.values))
    except FAILURES:
        return None


@pytest.mark.parametrize("body", FOLLOWED)
def test_a_known_way_leads_to_the_page_that_is_filled_step_by_step(body: str) -> None:
    ways, press, taken = Ways(), environment(body), 0
    for given in islice(papers(), 400):
        right = alone(press, given)
        found = ways.taken(given.values, press)
        assert found is None or (found[1] == right and right is not None and found[1].parts == right.parts)
        if found is None and right is not None:
            ways.mistaken = False
            ways.learn(NAME, given, press, right.html)
            assert not ways.mistaken
        taken += found is not None

    assert taken > 100


@pytest.mark.parametrize("body", LEFT)
def test_what_does_more_with_a_value_than_print_it_and_ask_is_filled_step_by_step(body: str) -> None:
    ways, press = Ways(), environment(body)
    for given in islice(papers(), 40):
        if right := alone(press, given):
            ways.learn(NAME, given, press, right.html)
        assert ways.taken(given.values, press) is None
        assert not ways.mistaken


def test_a_template_that_was_edited_is_filled_as_it_is_now() -> None:
    files = {NAME: FROM + "{{ cell(a) }}", "parts.html": PARTS}
    ways, drawn = Ways(), papers()
    press = PageEnvironment(next(drawn), DictLoader(files))

    def step_by_step() -> Filled:
        return Filled(press.get_template(NAME).render(given.values))

    for number, given in enumerate(islice(drawn, 40)):
        if number == 20:
            files["parts.html"] = PARTS.replace("<td>", "<td>Số ")
        if alone(press, given):
            page = ways.filled(NAME, given, press, step_by_step).html
            assert ("Số " in page) == (number >= 20)


def elsewhere(way: Way) -> None:
    """Let it lead to another page."""
    way.form = "<p>%s</p>"


def nowhere(way: Way) -> None:
    """Let it ask for a value that there is not."""
    (one,) = (one for one in way.prints if isinstance(one, Print))
    one.source = Source("nowhere", None)


@pytest.mark.parametrize("spoil", [elsewhere, nowhere])
def test_a_way_that_is_mistaken_is_taken_no_more_and_told_once(spoil: Callable[[Way], None]) -> None:
    body, ways = FOLLOWED[0], Ways()
    press, spoilt, told = environment(body), 0, 0
    for given in islice(papers(), 60):
        if (right := alone(press, given)) is None:
            continue
        assert ways.filled(NAME, given, press, lambda right=right: right) == right  # type: ignore[misc]
        told += ways.mistaken
        if ways.known and not spoilt:
            spoilt += 1
            spoil(ways.known[0])

    assert (spoilt, told) == (1, 1)
    assert not ways.known


def test_a_paper_for_which_a_way_was_mistaken_is_laid_out_and_says_so(tmp_path: Path) -> None:
    template, met, told = page(tmp_path, "<p>{{ a }}</p>"), 0, []
    os.utime(template, (1, 1))  # a template that was written just now is not followed
    while template not in _ENVIRONMENTS or not _ENVIRONMENTS[template].ways.known:
        pressed(template, a=f"An {met}")
        met += 1
    nowhere(_ENVIRONMENTS[template].ways.known[0])
    for name in ("Bình", "Chi"):
        made = pressed(template, a=name)
        told.append(made.detours.get("page", ""))
        assert name in made.script.emitted

    assert told == ["way-not-proven", ""]
