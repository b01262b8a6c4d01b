"""Printing the formats of one paper, here or in another process: what comes of it is a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.batch.papers import Key
from reportgen.batch.twins import refuse_unlike
from reportgen.model.artifact import Artifact
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import MissingToolError, ReportgenError
from reportgen.pipeline import Paper, produce

_TWINS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one paper: its formats, or why there are none.

    ``missing`` tells by format what this machine lacks; the other format is made all the same.
    """

    key: Key
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    error: ReportgenError | None = None
    missing: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def bare(self) -> "Printed":
        """Give the same without the scripts of the pages, which nobody needs who only writes them."""
        artifacts = {target: Artifact(one.content, one.media_type) for target, one in self.artifacts.items()}
        return Printed(self.key, artifacts, self.error, self.missing)


def print_paper(key: Key, paper: Paper, targets: Sequence[str]) -> Printed:
    """Print the formats of a paper and hold them against each other."""
    artifacts: dict[str, Artifact] = {}
    missing: dict[str, tuple[Diagnostic, ...]] = {}
    try:
        for target in targets:
            try:
                artifacts[target] = produce(paper, target)
            except MissingToolError as error:
                missing[target] = error.diagnostics
        if all(target in artifacts for target in _TWINS):
            refuse_unlike(artifacts["docx"], artifacts["pdf"], paper.kind)
    except ReportgenError as error:
        return Printed(key, {}, error, missing)
    return Printed(key, artifacts, None, missing)
