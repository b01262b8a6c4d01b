"""A kind and its data, written down in the docstring of a test."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ReportgenError
from reportgen.study import Study, study

Test = TypeVar("Test", bound=Callable[..., Any])


@dataclass(frozen=True)
class Written:
    """A kind and a data file on the disk."""

    folder: Path
    data: Path
    shelf: Shelf

    def study(self) -> Study:
        """Read the data and compute the figures."""
        return study(self.data, self.shelf)

    def printed(self, name: str) -> str:
        """Give a figure as it is told to people."""
        from reportgen.compose import figure_text  # noqa: PLC0415

        return figure_text(self.study().figures.named[name])

    def complaints(self) -> list[Diagnostic]:
        """Give the mistakes that stop the document."""
        with pytest.raises(ReportgenError) as caught:
            self.study()
        return [one for one in caught.value.diagnostics if one.stops]

    def complaint(self) -> Diagnostic:
        """Give the only mistake there is."""
        (diagnostic,) = self.complaints()
        return diagnostic

    def place(self) -> tuple[str, int | None, int | None]:
        """Tell where the only mistake is: file name, line and column."""
        origin = self.complaint().origin
        assert origin is not None
        return Path(origin.file).name, origin.line, origin.column


def write_kind(folder: Path, name: str, text: str) -> None:
    """Write a kind.yaml with the parts that a test does not care about, after those it does."""
    kind = folder / "templates" / name
    kind.mkdir(parents=True)
    rest = {"title": "a test", "outputs": "{pdf: page.html}", "file_name": "paper"}
    extra = "".join(f"{key}: {value}\n" for key, value in rest.items() if f"\n{key}:" not in f"\n{text}")
    (kind / "kind.yaml").write_text(text + extra, encoding="utf-8")
    (kind / "page.html").write_text("<p>page</p>", encoding="utf-8")


def written_as(text: str) -> Callable[[Test], Test]:
    """Give a test the same files as others."""

    def with_files(test: Test) -> Test:
        test.__doc__ = text
        return test

    return with_files
