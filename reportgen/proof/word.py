"""Office Open XML (ISO 29500), as far as openxml-audit can tell, where somebody has installed it.

It asks what Microsoft's own validator asks: whether each element stands where its schema lets it. It is no
part of what reportgen runs with: papers are made without it.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_STEP: Final = re.compile(r"/(p|tbl|tr|tc)\[(\d+)\]")
_CALLED: Final = {"p": "paragraph", "tbl": "table", "tr": "row", "tc": "cell"}
_BODY: Final = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Unsound:
    """What stands in a Word file where its schema has no place for it; ``place`` as people count."""

    place: str
    what: str


def unsound(file: bytes, template: bytes = b"") -> list[Unsound] | None:
    """Hold a Word file against its schemas; where the validator is not installed, give nothing.

    What is found in the ``template`` too is passed over: other programs write much that Word reads and a
    schema does not know.
    """
    found, known = _found(file), _found(template) if template else []
    if found is None:
        return None
    passed_over = {one.what for one in known or ()}
    return [one for one in found if one.what not in passed_over]


def _found(file: bytes) -> list[Unsound] | None:
    try:
        from openxml_audit import OpenXmlValidator  # noqa: PLC0415  (who does not prove does not need it)
    except ImportError:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(file)
        errors = OpenXmlValidator().validate(str(path)).errors
    return [Unsound(_place(one.part_uri.lstrip("/"), one.path), one.description) for one in errors]


def _place(part: str, path: str) -> str:
    """Say where an element stands: ``body, table 2, row 3, cell 1, paragraph 1``."""
    steps = (f"{_CALLED[sort]} {number}" for sort, number in _STEP.findall(path))
    return ", ".join(["body" if part == _BODY else part, *steps])
