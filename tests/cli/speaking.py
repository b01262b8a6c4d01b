"""The program run in a language, and what it says for itself."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def in_process(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "REPORTGEN"))
    }
    command = [sys.executable, "-m", "reportgen", *arguments]
    given = {**bare, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=given, capture_output=True, check=False)
