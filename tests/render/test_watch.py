"""No paper takes for ever: the watch over a press, where callbacks swallow what it raises."""

import gc
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from reportgen.model.errors import RenderError
from reportgen.render.watch import bounded


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
