"""What the tests of manifests share: papers of a kind and data that are written down, and what they carry."""

from pathlib import Path

from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.manifest import Entry, Manifest
from reportgen.model.manifest_text import read_manifest
from reportgen.readback.manifest import carried
from tests.helpers.cases import split, write

MEDIA = {".docx": DOCX, ".pdf": PDF}


def build(*data: Path | str, to: Path, templates: Path) -> list[Path]:
    """Make the papers of data files."""
    arguments = [*map(str, data), "--templates", str(templates), "-o", str(to)]
    done = CliRunner().invoke(app, ["build", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return sorted(path for path in to.rglob("*") if path.suffix in MEDIA)


def manifest_of(paper: Path) -> Manifest:
    """Give what a paper carries."""
    found = carried(paper.read_bytes(), MEDIA[paper.suffix])
    assert found is not None
    manifest, sealed = read_manifest(found.text)
    assert sealed
    return manifest


def made(folder: Path, text: str) -> Manifest:
    """Make the only paper of a kind and data, and give what it carries."""
    write(folder, split(text)[1])
    (paper,) = build(folder / "data.yaml", to=folder / "out", templates=folder / "templates")
    return manifest_of(paper)


def entry(manifest: Manifest, name: str) -> Entry:
    """Find a figure by the name under which a page prints it."""
    return next(found for called, _, found in manifest.entries if called == name)
