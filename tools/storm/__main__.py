"""Papers go through their whole lives, and every command on the way is killed at any moment.

``python -m tools.storm --kills 200 --seed 7``: each step of each life is killed some times, then let
through; after each, the register and the cabinet must be as they say, every number once, nothing by halves
and nothing left lying about. ``--postgres`` keeps the register on a server that is started for it.
"""

import argparse
import datetime as dt
import random
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from reportgen.seal.authority import Authority
from tools.postgres import programs, server
from tools.storm.lives import life
from tools.storm.office import set_up
from tools.storm.running import Storm

_ENOUGH: Final = 5
"""So many findings end the storm."""


def main() -> int:
    """Raise the storm and tell what is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--postgres", action="store_true")
    asked = parser.parse_args()
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name) / "phong"
        address = stack.enter_context(server(programs())).new_database("life") if asked.postgres else ""
        set_up(folder, authority, address)
        storm = Storm(folder, random.Random(asked.seed))
        number = 0
        while storm.killed.total() < asked.kills and len(storm.findings) < _ENOUGH:
            try:
                life(storm, number := number + 1)
            except (AssertionError, KeyError, ValueError):
                storm.findings.append("stopped")
                storm.findings.append((folder / "told.txt").read_text())
                break
            print(number, storm.killed.total(), len(storm.findings), flush=True)
        print(dict(storm.killed))
        print(*storm.findings, sep="\n")
    return 1 if storm.findings else 0


if __name__ == "__main__":
    sys.exit(main())
