"""Printing the formats of one paper, here or in another process: what comes of it is a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from reportgen.batch.blank_press import produce_on
from reportgen.batch.papers import Key
from reportgen.batch.twins import refuse_unlike
from reportgen.model.artifact import BY_ROWS, PDF, Artifact
from reportgen.model.blank import Blank
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import MissingToolError, ReportgenError
from reportgen.pipeline import Paper, produce
from reportgen.write import Laid

BLANK_TARGET: Final = "pdf"
"""The format in which words are printed on blanks."""

_TWINS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one paper: its formats, or why there are none.

    ``missing`` tells by format what this machine lacks; the other format is made all the same. ``laid`` are
    formats whose bytes are far away, on a worker or in a store. ``ways`` tell of each PDF why it was
    laid out; nothing where it was stamped, `BY_ROWS` where its long tables were written.
    """

    key: Key
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    error: ReportgenError | None = None
    missing: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    laid: Mapping[str, Laid] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)

    def bare(self) -> "Printed":
        """Give the same without the scripts of the pages, which nobody needs who only writes them."""
        artifacts = {target: Artifact(one.content, one.media_type) for target, one in self.artifacts.items()}
        return replace(self, artifacts=artifacts)


def print_paper(key: Key, paper: Paper, asked: Sequence[str], blank: Blank | None = None) -> Printed:
    """Print a paper in the formats asked for, held against each other, or on the blank of a serial."""
    presses = {target: partial(produce, paper, target) for target in asked}
    if blank is not None:
        (serial,) = asked
        presses = {BLANK_TARGET: partial(produce_on, blank, paper, serial)}
    artifacts: dict[str, Artifact] = {}
    missing: dict[str, tuple[Diagnostic, ...]] = {}
    try:
        for target, press in presses.items():
            try:
                artifacts[target] = press()
            except MissingToolError as error:
                missing[target] = error.diagnostics
        if all(target in artifacts for target in _TWINS):
            refuse_unlike(artifacts["docx"], artifacts["pdf"], paper.kind)
    except ReportgenError as error:
        return Printed(key, {}, error, missing)
    return Printed(key, artifacts, None, missing, ways=_ways(artifacts))


def _ways(artifacts: Mapping[str, Artifact]) -> dict[str, str]:
    """Tell how PDFs were printed."""
    pages = {target: one for target, one in artifacts.items() if one.media_type == PDF}
    return {
        target: BY_ROWS if one.by_rows else ", ".join(one.detours.values()) for target, one in pages.items()
    }
