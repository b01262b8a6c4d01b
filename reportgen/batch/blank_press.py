"""One document on a blank: from a paper to bytes whose page was read back, its boxes looked over before."""

from dataclasses import replace
from pathlib import Path

from reportgen.compose import FILTERS, context_shape
from reportgen.model.artifact import Artifact
from reportgen.model.blank import SERIAL, Blank
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import Kind
from reportgen.pipeline import Paper, finished, told_of
from reportgen.render import blank as press
from reportgen.render.watch import bounded


def produce_on(blank: Blank, paper: Paper, serial: str) -> Artifact:
    """Print one document on a blank, as `produce` does on a sheet.

    Raises:
        RenderError: the blank's file is at fault, or words do not fit where it puts them.
        MissingToolError: a library or font that the press needs is not there.

    """
    context = _with_serial(paper.context, serial)
    with told_of(paper), bounded(blank.file):
        made = press.impress(blank, context, title=paper.kind.title, date=paper.date)
    return finished(paper, made, Path(blank.file))


def words_on(blank: Blank, paper: Paper) -> str:
    """Tell what a blank will say of a paper, box by box, its serial aside.

    Raises:
        RenderError: a box cannot be filled.

    """
    with told_of(paper), bounded(blank.file):
        return " | ".join(press.words(blank, _with_serial(paper.context, "")))


def faults_of(blank: Blank, kind: Kind) -> list[Diagnostic]:
    """List what a blank names that the kind does not declare, each at its box."""
    shape = context_shape(kind)
    known = replace(shape, names={**shape.names, SERIAL: Shape("scalar")})
    return press.faults(blank, known, FILTERS)


def _with_serial(context: Context, serial: str) -> Context:
    """Let boxes name the serial of the blank."""
    return replace(context, values={**context.values, SERIAL: serial})
