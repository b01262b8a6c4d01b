"""No paper takes for ever: the watch over a press."""

import datetime as dt
import gc
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.batch import Order, Outcome, build
from reportgen.model.errors import RenderError
from reportgen.render import watch
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import engine_is_known, lay_out
from reportgen.render.watch import bounded, expect, went_on
from tests.helpers.pressing import page
from tests.helpers.written import Written, written_as
from tests.render.both_ways import task


def test_an_overrun_that_meets_a_callback_is_raised_again_and_nobody_reads_of_the_swallowed_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """While the collector calls back, memory gets full and an alarm rings: what is raised there is lost."""
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    met: list[str] = []

    def ring(phase: str, _: dict[str, int]) -> None:
        met.append(phase)
        if met == ["start"]:
            monkeypatch.setattr("reportgen.render.watch.MOST_MEGABYTES", 0)
            signal.raise_signal(signal.SIGALRM)

    try:
        with pytest.raises(RenderError) as stopped, bounded("bang.html"):
            _collect_and_go_on_for_ever(ring)
    finally:
        gc.callbacks.remove(ring)
    assert met[0] == "start"
    assert [found.code for found in stopped.value.diagnostics] == ["press-too-large"]
    assert capfd.readouterr().err == ""
    assert sys.unraisablehook is sys.__unraisablehook__


def test_a_look_imports_nothing() -> None:
    """Python 3.11 loses an import in the middle of which another begins: KeyError, once in many batches."""
    look = "watch._Watch('t.html', 9).look(0, sys._getframe())"
    before = "import sys; from reportgen.render import watch; had = {*sys.modules}"
    script = f"{before}; {look}; print({{*sys.modules}} - had)"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (run.stdout, run.stderr) == ("set()\n", "")


def _collect_and_go_on_for_ever(then: Callable[[str, dict[str, int]], None]) -> None:
    gc.callbacks.append(then)
    gc.collect()
    while True:
        pass


ENDLESS = """
    fields: {people: {rows: {name: text, about: {type: text, optional: true}}, key: name}}
    each: {of: people}
    file_name: "{each.name}"
    ---
    for_each: people
    people: {from: p.csv}
    --- p.csv
    ROWS
    --- templates/k/page.html
    {% if each.about %}<style>body, p { columns: 2 } div, span { display: flex }</style>{% endif %}
    <div><p style="width: 25mm">ffl V. 11<span>ơ b ffl Yến iiii 50% 08/2019 Ứng fi a@b.vn H’Hen
    Nghiêng-nghiêng-khúc-khuỷu Ứng {{ each.name }}</span></p></div>
    """
"""A paper that says something about somebody never ends: columns in a flex box in columns."""


def order(written: Written, **more: Any) -> Order:
    return Order(written.shelf, dt.date(2020, 1, 19), ("pdf",), written.folder / "out", **more)


def codes(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.error.diagnostics] if outcome.error else []


@written_as(ENDLESS.replace("ROWS", "name,about\n    An,\n    Bình,x\n    Chi,"))
def test_of_a_batch_only_the_paper_that_never_ends_is_not_printed(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTGEN_PATIENCE", "4")
    (outcome,) = build([written.data], order(written, workers=2, keep_going=True)).outcomes

    assert codes(outcome) == ["press-too-slow"]
    assert outcome.error is not None
    (told,) = outcome.error.diagnostics
    assert told.origin is not None
    assert told.origin.file.endswith("page.html")
    assert [place.file.endswith("p.csv") and place.line for _, place in told.related] == [3]
    assert sorted(one.name for one in (written.folder / "out").glob("*.pdf")) == ["An.pdf", "Chi.pdf"]


@written_as(ENDLESS.replace("ROWS", "name,about\n" + "".join(f"    Bà {n},x\n" for n in range(9))))
def test_where_no_paper_ends_the_others_are_not_tried(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert engine_is_known(find_faces())  # nobody is stopped while he gets ready
    monkeypatch.setattr(watch, "PATIENCE", 0)
    (outcome,) = build([written.data], order(written, workers=1)).outcomes

    assert codes(outcome) == [*["press-too-slow"] * 3, "stopped"]
    assert not list((written.folder / "out").glob("*.pdf"))


def test_a_paper_may_take_for_ever_where_page_follows_page(monkeypatch: pytest.MonkeyPatch) -> None:
    worked = {"seconds": 0.0}
    monkeypatch.setattr("time.process_time", lambda: worked["seconds"])

    def work(*, steps: int, pages: int) -> None:
        with bounded("long.html"):
            for _ in range(steps):
                signal.raise_signal(signal.SIGALRM)
                worked["seconds"] += watch.PATIENCE - 1
                signal.raise_signal(signal.SIGALRM)
                went_on(pages=pages)

    work(steps=100, pages=1)
    with pytest.raises(RenderError, match="press-too-slow"):
        work(steps=100, pages=watch.PAGES // 50)


def test_the_longer_a_page_the_more_patience_there_is_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    worked = {"seconds": 0.0}
    monkeypatch.setattr("time.process_time", lambda: worked["seconds"])

    def work(page: str) -> None:
        with bounded("long.html"):
            expect(page)
            signal.raise_signal(signal.SIGALRM)
            worked["seconds"] += 2 * watch.PATIENCE
            signal.raise_signal(signal.SIGALRM)

    work("<td>" * int(watch.PATIENCE / watch.FOR_A_TAG))
    with pytest.raises(RenderError, match="press-too-slow"):
        work("<td>")


def test_the_engine_tells_of_each_page(tmp_path: Path) -> None:
    def pages(of: int) -> int:
        made, html = task(page(tmp_path, "<h1>x</h1>" * of, "h1 { break-after: page }"), {}, find_faces())
        with bounded("pages.html"):
            lay_out(made, html)
            return watch._WATCHES[-1].pages

    assert pages(7) - pages(2) == 5
