"""One line of a journal: that a file is being or has been written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern
from typing import Final

WRITING: Final = "writing"
WRITTEN: Final = "written"


@dataclass(frozen=True, slots=True)
class Entry:
    """That a file is being or has been written (``event``), with the digest of its bytes."""

    event: str
    name: str
    sha256: str
    size: int
    record: Mapping[str, str]

    def line(self) -> bytes:
        """Print as one line of JSON."""
        parts = {"event": self.event, "name": self.name, "sha256": self.sha256, "size": self.size}
        text = json.dumps({**parts, "record": dict(self.record)}, ensure_ascii=False, separators=(",", ":"))
        return f"{text}\n".encode()


def read_entry(line: bytes) -> Entry | None:
    """Understand a line; nothing where it is damaged, or of a sort that nobody knows today."""
    try:
        said = json.loads(line)
        record = {intern(name): intern(value) for name, value in said["record"].items()}
        entry = Entry(intern(said["event"]), said["name"], said["sha256"], said["size"], record)
        entry.name.encode(), entry.sha256.encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entry if entry.event in {WRITING, WRITTEN} else None
