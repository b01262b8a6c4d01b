"""Every way of altering a finished paper that we know of is found by an audit; docs/audit.md lists them."""

from pathlib import Path

import pytest

from tools.tamper import Tried, made, tried

DOCS = Path(__file__).parents[2] / "docs" / "audit.md"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Tried]:
    """Alter minutes, a report and a certificate in every way that they have something for."""
    folder = tmp_path_factory.mktemp("tampered")
    return list(tried(made(folder), folder))


def test_an_audit_finds_every_way_of_altering_a_paper(found: list[Tried]) -> None:
    assert [one for one in found if not one.found] == []
    assert {(one.sort, one.form) for one in found} == {
        (sort, form) for sort in ("minutes", "report", "certificate") for form in ("Word", "PDF")
    }


def test_the_docs_list_every_way(found: list[Tried]) -> None:
    """To write them anew: python -m tools.tamper."""
    docs = DOCS.read_text(encoding="utf-8")

    assert [one for one in found if f"| {one.form} | {one.way} |" not in docs] == []
