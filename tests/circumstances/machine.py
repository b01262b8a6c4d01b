"""The machine that an example of the gallery finds: its folder, its environment, what was said so far."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NOBODY = 65534
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass
class Machine:
    """The folder in which an example runs, what its programs find around them, and what was said so far."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    said: str = ""
    typed: str = ""
    code: int = 0
    cluster: str = ""
    stamps: str = ""
    module: str = ""

    def say(self, text: str, code: int) -> None:
        """Write down what a program said last, and how it ended."""
        self.said, self.code = self.said + text, code


def replaced(owner: object, name: str, by: object) -> Iterator[None]:
    """Put something in the place of a name until the context is left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, by)
        yield
