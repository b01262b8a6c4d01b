"""An audit tells whose kind made a paper, where figures stand, and what a forged manifest cannot make fit."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree
from typer.testing import CliRunner

from reportgen.audit import Audited, Place, Provenance, audit
from reportgen.cli.app import app
from reportgen.kinds import Shelf
from reportgen.model.manifest import NAMESPACE
from reportgen.model.manifest_text import read_manifest, written
from tests.audit.edited import FILES, attached, codes, manifest_in, rewritten, run
from tests.helpers.cases import split, write

Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a paper in both formats."""
    folder = tmp_path_factory.mktemp("built")
    write(folder, split(FILES)[1])
    made = run("build", str(folder / "dot-1.yaml"), "--templates", str(folder / "templates"),
               "-o", str(folder / "out"))  # fmt: skip
    assert made == 0
    return folder


def resealed(text: str, change: Change) -> str:
    """Forge a manifest as somebody would who knows how it is sealed."""
    values = json.loads(text)
    change(values)
    manifest, _ = read_manifest(json.dumps(values))
    return written(manifest)


def forged(built: Path, folder: Path, change: Change, suffix: str = ".pdf") -> Path:
    """Put a forged manifest into a paper."""
    paper = built / "out" / f"dot-1{suffix}"
    if suffix == ".pdf":
        return attached(paper, folder, lambda content: resealed(content.decode(), change).encode())
    with zipfile.ZipFile(paper) as archive:
        item = archive.read("customXml/item1.xml").decode()
    (part,) = etree.parse(io.BytesIO(item.encode())).getroot().iterfind(f"{{{NAMESPACE}}}json")
    assert part.text
    return rewritten(paper, folder, "customXml/item1.xml", (part.text, resealed(part.text, change)))


def shelf(built: Path) -> Shelf:
    return Shelf([built / "templates"])


def entry(values: dict[str, Any], name: str, at: str = "") -> dict[str, Any]:
    figure = next(one for one in values["figures"] if one["name"] == name)
    found: dict[str, Any] = next(one for one in figure["at"] if one.get("row", "") == at)
    return found


# --- whose kind ---------------------------------------------------------------------------------------------


def test_the_offices_own_kind_is_known_word_for_word(built: Path) -> None:
    found = audit(built / "out" / "dot-1.pdf", shelf(built))

    assert found.findings == ()
    assert found.whence is not None
    assert found.whence.provenance is Provenance.OWN


@pytest.mark.parametrize(
    ("old", "new", "provenance"),
    [
        ("title: Báo cáo", "title: Báo cáo khác", Provenance.OTHERWISE),
        ("title: Báo cáo", "title: Báo cáo\nversion: 2", Provenance.OTHER_VERSION),
        (None, None, Provenance.UNKNOWN),
    ],
)
def test_a_kind_that_is_not_the_offices_own_only_agrees_with_itself(
    built: Path, tmp_path: Path, old: str, new: str, provenance: Provenance
) -> None:
    files = [one for one in split(FILES)[1] if one.name.startswith("templates")]
    write(tmp_path, files)
    kind = tmp_path / "templates" / "k" / "kind.yaml"
    if old:
        kind.write_text(kind.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    else:
        kind.rename(kind.with_name("gone.yaml"))
    done = CliRunner().invoke(app, ["audit", str(built / "out" / "dot-1.pdf")], catch_exceptions=False)
    found = audit(built / "out" / "dot-1.pdf", shelf(tmp_path))

    assert found.whence is not None
    assert found.whence.provenance is provenance
    assert not found.says_no
    assert codes(found) == (["kind-not-own"] if provenance is Provenance.OTHERWISE else [])
    assert "it only agrees with itself" in done.stdout


# --- how sure -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_each_figure_is_looked_for_in_its_control_or_in_the_text(built: Path, suffix: str) -> None:
    found = audit(built / "out" / f"dot-1{suffix}")

    where = {one.name: one.place for one in found.figures}
    alone = Place.CONTROL if suffix == ".docx" else Place.TEXT
    assert where["progress"] is where["by_district.total.staff"] is alone
    assert where["by_district.2.reached"] is Place.TEXT
    assert all(one.stands and one.computed for one in found.figures if one.place is not Place.NOWHERE)


def test_what_was_edited_is_told_with_how_sure_that_is_and_wording_apart(built: Path, tmp_path: Path) -> None:
    edits = ((">929<", ">939<"), ("Báo cáo đợt", "Tờ trình đợt"), ("> người (<", "> người, sau là 950 (<"))
    paper = rewritten(built / "out" / "dot-1.docx", tmp_path, "word/document.xml", *edits)
    done = CliRunner().invoke(app, ["audit", str(paper), "--format", "json"])

    (found,) = json.loads(done.stdout)["files"]
    told = [(one["code"], one["about"], one["sure"]) for one in found["findings"]]
    assert told == [
        ("figure-edited", "figures", "certain"),
        ("number-typed", "figures", "certain"),
        ("words-edited", "wording", "certain"),
    ]
    assert [one["name"] for one in found["each"] if not one["stands"]] == ["trained"]


# --- what somebody forges who knows how ---------------------------------------------------------------------


def formula(values: dict[str, Any]) -> None:
    for one in values["figures"]:
        if one["name"] == "staff":
            one["formula"] = "sum(units.staff) + 10"


def row(values: dict[str, Any]) -> None:
    """Make one district larger, in all that is recorded of it."""
    staff = entry(values, "by_district.staff", "2")
    staff["value"] = staff["adds"][0]["gives"] = 62
    staff["printed"] = "62"


def one_sum(values: dict[str, Any]) -> None:
    """Make a total another than the same sum alone is."""
    staff = entry(values, "by_district.staff", "total")
    staff["value"] = staff["adds"][0]["gives"] = 1250
    staff["printed"] = "1.250"


def held_back(values: dict[str, Any]) -> None:
    progress = entry(values, "progress")
    progress["reads"]["staff"] = {"none": "withheld"}


def unrecorded(values: dict[str, Any]) -> None:
    values["figures"] = [one for one in values["figures"] if one["name"] != "progress"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (formula, {"figure-computes-otherwise", "figure-declared-otherwise"}),
        (row, {"manifest-contradicts"}),
        (one_sum, {"manifest-contradicts"}),
        (held_back, {"figure-held-back"}),
        (unrecorded, {"figure-unrecorded"}),
    ],
)
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_manifest_forged_with_its_seal_contradicts_itself_or_the_kind(
    built: Path, tmp_path: Path, change: Change, expected: set[str], suffix: str
) -> None:
    found = audit(forged(built, tmp_path, change, suffix), shelf(built))

    assert expected <= set(codes(found))
    assert "manifest-changed" not in codes(found)


def test_a_page_painted_over_is_told_beside_an_edit_on_another_page(built: Path, tmp_path: Path) -> None:
    """An edit somewhere does not hide what was done elsewhere."""
    data = (built / "dot-1.yaml").read_text(encoding="utf-8")
    write(tmp_path, split(FILES.replace("<p>Tổng cộng", '<p style="break-before: page">Tổng cộng'))[1])
    (tmp_path / "dot-1.yaml").write_text(data, encoding="utf-8")
    run(
        "build", str(tmp_path / "dot-1.yaml"), "--templates", str(tmp_path / "templates"), "-o", str(tmp_path)
    )
    paper, text = tmp_path / "dot-1.pdf", manifest_in(tmp_path / "dot-1.pdf").decode()
    with pikepdf.open(paper) as pdf:
        pdf.pages[1].contents_add(pdf.make_stream(b"/Artifact BMC q 1 1 1 rg 0 0 600 900 re f Q EMC"))
        pdf.save(tmp_path / "second.pdf")
    other = text.replace("Báo cáo đợt", "Tờ trình đợt")
    assert other != text
    (tmp_path / "out").mkdir()
    both = attached(tmp_path / "second.pdf", tmp_path / "out", lambda _: other.encode())

    found: Audited = audit(both)
    assert [(one.code, str(one.origin)) for one in found.findings if one.code == "page-redrawn"] == [
        ("page-redrawn", f"{both}: page 2")
    ]
    assert "words-edited" in codes(found)
