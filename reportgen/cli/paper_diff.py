"""What ``reportgen diff`` says of two finished papers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from reportgen.cli.cutting import cut
from reportgen.cli.findings import as_record, print_findings
from reportgen.cli.language import counted, say
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.diff import PaperComparison
    from reportgen.readback import Difference

_TOLD = ("old", "new", "before", "old_page", "new_page")
"""What machines are told of a difference."""


def print_papers(found: "PaperComparison", *, as_json: bool) -> None:
    """Print in which words two papers differ."""
    if as_json:
        told = [{name: getattr(one, name) for name in _TOLD} for one in found.differences]
        doubts = [as_record(one) for one in found.doubts]
        answer = {
            "old": found.old,
            "new": found.new,
            "differences": told,
            "equal": not told,
            "doubts": doubts,
        }
        print_record(answer)
    else:
        typer.echo("\n".join(_told(found)))
        print_findings(found.doubts)


def _told(found: "PaperComparison") -> Iterator[str]:
    count = len(found.differences)
    places = counted(count, "{count} place", "{count} places")
    summary = say("changed: {what}", what=places) if count else say("no difference")
    yield f"{found.old} → {found.new}: {summary}"
    yield from (_line(one) for one in found.differences)


def _line(one: "Difference") -> str:
    old, new = cut(one.old or None, one.new or None)
    before = say("after “{words}”: ", words=f"…{one.before}") if one.before else ""
    return f"  {before}{old} → {new}{_pages(one)}"


def _pages(one: "Difference") -> str:
    pages = [say("page {number}", number=page) for page in (one.old_page, one.new_page) if page]
    return f"    [{' → '.join(dict.fromkeys(pages))}]" if pages else ""
