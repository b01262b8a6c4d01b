"""Papers that earlier programs made are read for as long as paper lasts: one of every form of a manifest."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportgen.audit import Provenance, audit
from reportgen.audit.paper import open_paper
from reportgen.kinds import Shelf
from tests.audit.edited import FILES, asked, run
from tests.helpers.cases import split, write

FORMER = Path(__file__).parent / "former"
PAPERS = [file for folder in sorted(FORMER.glob("[0-9]*")) for file in sorted(folder.iterdir())]
SHELF = Shelf([FORMER / "templates"])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_a_paper_of_an_earlier_program_is_as_it_was_made(paper: Path) -> None:
    found = audit(paper, SHELF)

    assert found.findings == ()
    assert 0 < found.computed == found.recorded
    assert found.whence is not None
    issued = paper.parent.name == "5-issued"
    assert found.whence.provenance is (Provenance.UNKNOWN if issued else Provenance.OWN)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_a_paper_of_an_earlier_program_explains_its_figures(paper: Path) -> None:
    name = "completed_share" if paper.parent.name == "5-issued" else "progress"
    said, code = asked(name, paper)

    assert code == 0
    assert said.startswith(f"{name} = ")
    assert "share(" in said


def test_no_form_of_a_manifest_is_missing(tmp_path: Path) -> None:
    """Whoever gives manifests another key puts a paper that has it into tests/audit/former."""
    write(tmp_path, split(FILES)[1])
    run(
        "build", str(tmp_path / "dot-1.yaml"), "--templates", str(tmp_path / "templates"), "-o", str(tmp_path)
    )
    made = [tmp_path / "dot-1.docx", tmp_path / "dot-1.pdf"]

    known = set[str]().union(*(_keys(json.loads(open_paper(paper).carried.text)) for paper in PAPERS))
    for paper in made:
        manifest = open_paper(paper)
        assert _keys(json.loads(manifest.carried.text)) <= known
        kept = open_paper(FORMER / "6-sheets-digested" / paper.name).manifest.drawn
        assert [_sort(one) for one in manifest.manifest.drawn] == [_sort(one) for one in kept]


def _keys(value: Any, above: str = "") -> set[str]:
    """List the keys of a manifest with those above them; names of figures and fields are none."""
    match value:
        case dict():
            own = {
                f"{above}.{key}" for key in value if above not in {".figures.at.reads", ".office", ".assumed"}
            }
            return own.union(*(_keys(part, f"{above}.{key}") for key, part in value.items()))
        case list():
            return set[str]().union(*(_keys(part, above) for part in value))
        case _:
            return set()


def _sort(digest: str) -> str:
    return digest.rpartition(" ")[0]
