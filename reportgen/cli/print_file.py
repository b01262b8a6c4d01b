"""What a run says of the one file with all its PDFs."""

from typing import TYPE_CHECKING, Any

from reportgen.cli.findings import as_record
from reportgen.cli.language import counted, say
from reportgen.model.diagnostics import Diagnostic

if TYPE_CHECKING:
    from reportgen.batch import PrintFile


def findings_of_print_file(one: "PrintFile") -> tuple[Diagnostic, ...]:
    """List why there is none, or what it lacks."""
    return (*(one.error.diagnostics if one.error else ()), *one.notes)


def told_of_print_file(one: "PrintFile") -> str:
    """Say in a line what it holds."""
    papers = counted(one.papers, "{count} paper", "{count} papers")
    pages = counted(one.pages, "{count} page", "{count} pages")
    text = "{file} ({how}): {papers} on {pages}, to be printed in one go"
    return say(text, file=one.path, how=say(one.how), papers=papers, pages=pages)


def print_file_record(one: "PrintFile") -> dict[str, Any]:
    """Give it the shape that the records of data files have; it has no source of its own."""
    made = [{"file": str(one.path), "how": one.how, "papers": one.papers, "pages": one.pages, "figures": {}}]
    return {
        "source": None,
        "kind": None,
        "made": [] if one.error else made,
        "planned": [str(one.path)],
        "quantities": [],
        "failed": one.error is not None,
        "exit_code": int(one.error.exit_code) if one.error else 0,
        "diagnostics": [as_record(note) for note in findings_of_print_file(one)],
    }
