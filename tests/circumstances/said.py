"""What may be wrong with a machine, a folder or the moment: said in a line, and then really so."""

import contextlib
import re
from contextlib import AbstractContextManager

from tests.circumstances.disks import DISKS
from tests.circumstances.files import FILES
from tests.circumstances.keys import KEYS
from tests.circumstances.machine import Machine
from tests.circumstances.programs import PROGRAMS

_CIRCUMSTANCES = KEYS | FILES | DISKS | PROGRAMS


def brought_about(said: str, machine: Machine) -> AbstractContextManager[None]:
    """Make what a line says true until the context is left."""
    for pattern, bring in _CIRCUMSTANCES.items():
        if found := re.fullmatch(pattern, said):
            return contextlib.contextmanager(bring)(machine, *found.groups())
    raise LookupError(f"nobody knows how to bring about: {said}")
