"""What tests share: a kind and its data written down in the test's own docstring."""

import os
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from cases import split, write
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.internal.constants_ast import Constants

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


class _Unread(HypothesisProvider):
    """Draws none of the constants of our own modules.

    Which of these are loaded depends on the tests that a worker has run before, and to find them hypothesis
    parses every module: ten seconds for each worker.
    """

    @property
    def _local_constants(self) -> Constants:
        return Constants()


def pytest_configure(config: pytest.Config) -> None:
    """Speak English, whatever the language of whoever runs the tests; a busy machine is no failure.

    Random examples are the same in every run, unless a seed asks for others, as ``make soak`` does.
    """
    os.environ["REPORTGEN_LANG"] = "en"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process that is started would compile all modules
    same = config.getoption("--hypothesis-seed") is None
    harmless = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
    settings.register_profile(
        "unhurried", deadline=None, derandomize=same, database=None, suppress_health_check=harmless
    )
    settings.register_profile("soak", settings.get_profile("unhurried"), max_examples=1000)
    settings.load_profile(config.getoption("--hypothesis-profile") or "unhurried")
    if same:
        AVAILABLE_PROVIDERS["hypothesis"] = _Unread


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``pytest --update`` write down anew what the examples of the gallery say."""
    parser.addoption("--update", action="store_true", help="write tests/errors/*/expected.txt anew")


@pytest.fixture
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    """Write the docstring's files: kind.yaml first, after ``---`` the data, after ``--- NAME`` more files."""
    text = textwrap.dedent(request.function.__doc__ or "").removeprefix("\n")
    kind, files = split(text, bare="data.yaml")
    write_kind(tmp_path, "k", kind)
    write(
        tmp_path,
        [replace(file, text=f"kind: k\n{file.text}") if file.name == "data.yaml" else file for file in files],
    )
    return Written(tmp_path, tmp_path / "data.yaml", Shelf([tmp_path / "templates"]))
