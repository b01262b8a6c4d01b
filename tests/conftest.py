"""What pytest is told, and the files that are written down in a test's own docstring."""

import os
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.internal.constants_ast import Constants

from reportgen.kinds import Shelf
from tests.helpers.cases import split, write
from tests.helpers.written import Written, write_kind


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
