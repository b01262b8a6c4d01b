"""What a terminal shows while papers are made: how many, how fast, how long still, in the user's language."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.classes import CLASS
from tests.helpers.written import Written, written_as

ROOT = Path(__file__).parents[2]


def seen(written: Written, *words: str) -> str:
    """Build on a terminal of its own, and give all that it showed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "build", str(written.data), *words]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "REPORTGEN_LANG": "vi",
        "TERM": "xterm",
        "COLUMNS": "120",
    }
    process = subprocess.Popen(command, cwd=written.folder, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    while block := _read(ours):
        shown += block
    assert process.wait() == 0
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
@written_as(CLASS)
def test_the_pace_is_told_from_the_first_paper_on_in_the_readers_language(written: Written) -> None:
    shown = seen(written, "--fresh")

    assert re.search(r"văn bản .*4/4 +\d+\.\d văn bản/giây 0:00:00", shown)
    assert "a second" not in shown
