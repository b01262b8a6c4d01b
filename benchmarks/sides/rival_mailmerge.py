"""A docx-mailmerge2 loop: merge fields, and rows that are merged by one of theirs."""

import io
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from measuring.inside import Make, make_all

MailMerge: Any = import_module("mailmerge").MailMerge


def start(path: Path) -> Make:
    """Open the template for each document, as its guide has it."""

    def make(values: Mapping[str, Any]) -> bytes:
        target = io.BytesIO()
        with MailMerge(path) as document:
            for name, rows in values.items():
                if isinstance(rows, list):
                    named = [{f"{name}_{column}": text for column, text in row.items()} for row in rows]
                    document.merge_rows(next(iter(named[0])), named)
            document.merge(**{name: text for name, text in values.items() if isinstance(text, str)})
            document.write(target)
        return target.getvalue()

    return make


make_all(start)
