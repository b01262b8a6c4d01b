"""What may be wrong with a machine, a folder or the moment: said in a line, and then really so."""

import contextlib
import re
from contextlib import AbstractContextManager

from machine import Machine
from with_disks import DISKS
from with_files import FILES
from with_keys import KEYS
from with_programs import PROGRAMS

_CIRCUMSTANCES = KEYS | FILES | DISKS | PROGRAMS


def brought_about(said: str, machine: Machine) -> AbstractContextManager[None]:
    """Make what a line says true until the context is left."""
    for pattern, bring in _CIRCUMSTANCES.items():
        if found := re.fullmatch(pattern, said):
            return contextlib.contextmanager(bring)(machine, *found.groups())
    raise LookupError(f"nobody knows how to bring about: {said}")
