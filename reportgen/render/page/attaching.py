"""Files that a page would hang on to the paper: a paper carries nothing but what is bound into it here."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin

_ATTACHED: Final = "attachment"
_WRITTEN: Final = re.compile(r"<(?:link|a)\b[^>]*\battachment\b", re.IGNORECASE)


def attaching(root: Element, template: Path) -> Iterator[Diagnostic]:
    """Report the links of a page that attach a file, where the first of them is written in the template."""
    for element in root.iter():
        if _ATTACHED in element.get("rel", "").lower().split():
            yield report("page-attaches", _place(template), file=element.get("href", ""))


def _place(template: Path) -> Origin:
    text = template.read_text(encoding="utf-8-sig")
    if (found := _WRITTEN.search(text)) is None:
        return Origin(str(template))
    before = text[: found.start()]
    return Origin(str(template), before.count("\n") + 1, len(before) - before.rfind("\n"))
