"""No paper takes for ever: the watch over a press, where callbacks swallow what it raises."""

import gc
import subprocess
import sys
import time

import pytest

from reportgen.model.errors import RenderError
from reportgen.render.watch import bounded


def test_an_overrun_that_meets_a_callback_is_raised_again_and_nobody_reads_of_the_swallowed_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The collector's first callback lasts two ticks; what is raised in it, Python only prints."""
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    monkeypatch.setattr("reportgen.render.watch.MOST_MEGABYTES", 0)
    met: list[str] = []

    def slow(phase: str, _: dict[str, int]) -> None:
        met.append(phase)
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            pass

    gc.callbacks.append(slow)
    try:
        with pytest.raises(RenderError) as stopped, bounded("bang.html"):
            _collect_and_go_on_for_ever()
    finally:
        gc.callbacks.remove(slow)
    assert met
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


def _collect_and_go_on_for_ever() -> None:
    gc.collect()
    while True:
        pass
