"""A paper is fit for the archive and a screen reader; with one thing changed, the proof says which rule."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.lint import lint
from reportgen.model.errors import DataError
from reportgen.proof import Fault, faults
from reportgen.proof.unicode_map import letters_of
from tests.helpers.pressing import page, pressed

PAPER = """
<h1>Báo cáo</h1><h2>Kết quả</h2>
<p>Đã bồi dưỡng {{ trained }} người, <b>đạt</b> kế hoạch; xem <a href="https://example.org/">trang này</a></p>
<ul><li>lớp thứ nhất</li><li>lớp thứ hai</li></ul>
<img src="photo.png" alt="Lớp bồi dưỡng" style="width: 20mm">
<table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Số người</th></tr></thead><tbody>
{% for row in rows %}<tr><th scope="row">{{ row.name }}</th><td>{{ row.n }}</td></tr>{% endfor %}
</tbody></table>
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a paper of two pages with everything on it that a paper may have."""
    folder = tmp_path_factory.mktemp("good")
    Image.new("RGB", (40, 30), "grey").save(folder / "photo.png")
    rows = [{"name": f"Trường số {number}", "n": str(number)} for number in range(1, 60)]
    return pressed(page(folder, PAPER), trained="612", rows=rows).content


def clauses(content: bytes) -> list[str]:
    return [fault.clause for fault in faults(content)]


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        saved = io.BytesIO()
        pdf.save(saved, deterministic_id=True)
    return saved.getvalue()


def test_what_the_press_makes_breaks_no_rule(good: bytes) -> None:
    assert faults(good) == []


def test_a_paper_that_was_only_saved_again_breaks_none_either(good: bytes) -> None:
    assert faults(changed(good, lambda _: None)) == []


def elements(pdf: pikepdf.Pdf, sort: str) -> list[Any]:
    found = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == f"/{sort}"]
    return [one for one in found if one.get("/Type") == "/StructElem"]


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == "/Type0"]


def streams(pdf: pikepdf.Pdf, sort: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, Stream) and one.get("/Subtype") == f"/{sort}"]


def describe(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    metadata: Any = pdf.Root.Metadata
    assert old in metadata.read_bytes()
    metadata.write(metadata.read_bytes().replace(old, new))


def draw(pdf: pikepdf.Pdf, operators: bytes) -> None:
    pdf.pages[0].contents_add(Stream(pdf, operators))


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    contents: Any = pdf.pages[0].obj.Contents
    assert old in contents.read_bytes()
    contents.write(contents.read_bytes().replace(old, new, 1))


def put(holder: Any, **values: Any) -> None:
    for name, value in values.items():
        holder[f"/{name}"] = value


def take(holder: Any, name: str) -> None:
    del holder[name]


def annotate(pdf: pikepdf.Pdf, **values: Any) -> None:
    box = Array([10, 10, 50, 50])
    note = Dictionary(Type=Name.Annot, Rect=box, **values)
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))


def attach(pdf: pikepdf.Pdf, **values: Any) -> None:
    content = pdf.make_indirect(Stream(pdf, b"{}", Type=Name.EmbeddedFile))
    spec = Dictionary(Type=Name.Filespec, EF=Dictionary(F=content), **values)
    names = Dictionary(Names=Array([String("data.json"), pdf.make_indirect(spec)]))
    put(pdf.Root, Names=Dictionary(EmbeddedFiles=names))


ARCHIVE: dict[str, tuple[str, Callable[[pikepdf.Pdf], Any]]] = {
    "no output intent": ("6.2.3", lambda pdf: take(pdf.Root, "/OutputIntents")),
    "a profile that is no profile": (
        "6.2.3",
        lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile at all, but long enough"),
    ),
    "actions when it opens": ("6.5.2", lambda pdf: put(pdf.Root, AA=Dictionary())),
    "a script": (
        "6.5.1",
        lambda pdf: put(
            pdf.Root, OpenAction=pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("x")))
        ),
    ),
    "a launched program": (
        "6.5.1",
        lambda pdf: put(
            pdf.Root, OpenAction=pdf.make_indirect(Dictionary(Type=Name.Action, S=Name.Launch, F=String("x")))
        ),
    ),
    "an image smoothed by the reader": ("6.2.8", lambda pdf: put(streams(pdf, "Image")[0], Interpolate=True)),
    "a stream outside the file": (
        "6.1.7.1",
        lambda pdf: put(streams(pdf, "Image")[0], F=String("photo.png")),
    ),
    "a form of the wrong sort": ("6.4.2", lambda pdf: put(pdf.Root, AcroForm=Dictionary(XFA=String("x")))),
    "fields without a look": (
        "6.4.1",
        lambda pdf: put(pdf.Root, AcroForm=Dictionary(NeedAppearances=True, Fields=Array())),
    ),
    "an annotation that hides": ("6.3.2", lambda pdf: put(pdf.pages[0].obj.Annots[0], F=2)),
    "a film": ("6.3.1", lambda pdf: annotate(pdf, Subtype=Name.Movie, F=4)),
    "a stamp without a look": ("6.3.3", lambda pdf: annotate(pdf, Subtype=Name.Stamp, F=4)),
    "an attachment that belongs to nothing": (
        "6.8",
        lambda pdf: attach(pdf, F=String("data.json"), UF=String("data.json"), AFRelationship=Name.Data),
    ),
    "an attachment without relationship": ("6.8", lambda pdf: attach(pdf, F=String("a"), UF=String("a"))),
    "layers that switch themselves": (
        "6.9",
        lambda pdf: put(pdf.Root, OCProperties=Dictionary(D=Dictionary(AS=Array(), Name=String("a")))),
    ),
    "no metadata": ("6.6.2.1", lambda pdf: take(pdf.Root, "/Metadata")),
    "another level": ("6.6.4", lambda pdf: describe(pdf, b'conformance="A"', b'conformance="B"')),
    "a property nobody described": (
        "6.6.2.3",
        lambda pdf: describe(pdf, b"</rdf:RDF>", b'<rdf:Description xmlns:o="urn:own" o:x="1"/></rdf:RDF>'),
    ),
    "two descriptions": (
        "6.6.2.1",
        lambda pdf: describe(
            pdf,
            b"</x:xmpmeta>",
            b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
        ),
    ),
    "another title in the information": ("6.6.3", lambda pdf: put(pdf.docinfo, Title=String("Khác"))),
    "a font outside the file": (
        "6.2.11.4.1",
        lambda pdf: take(fonts(pdf)[0].DescendantFonts[0].FontDescriptor, "/FontFile2"),
    ),
    "widths that are not the font's": (
        "6.2.11.5",
        lambda pdf: put(fonts(pdf)[0].DescendantFonts[0], W=Array(), DW=12),
    ),
    "glyphs without letters": ("6.2.11.7.2", lambda pdf: take(fonts(pdf)[0], "/ToUnicode")),
    "no tags": ("6.7.3.1", lambda pdf: take(pdf.Root, "/StructTreeRoot")),
    "tags that are not announced": ("6.7.2.2", lambda pdf: take(pdf.Root, "/MarkInfo")),
    "an element of one's own": ("6.7.3.4", lambda pdf: put(elements(pdf, "H2")[0], S=Name.Chuong)),
}


@pytest.mark.parametrize("what", ARCHIVE)
def test_the_archive_refuses(what: str, good: bytes) -> None:
    clause, change = ARCHIVE[what]

    assert f"ISO 19005-3 {clause}" in clauses(changed(good, change))


ACCESS: dict[str, tuple[str, Callable[[pikepdf.Pdf], Any]]] = {
    "no language": ("7.2", lambda pdf: take(pdf.Root, "/Lang")),
    "the file's name for a title": ("7.1", lambda pdf: take(pdf.Root, "/ViewerPreferences")),
    "not said to be accessible": ("5", lambda pdf: describe(pdf, b"pdfuaid:part>1<", b"pdfuaid:part>9<")),
    "doubtful tags": ("7.1", lambda pdf: put(pdf.Root.MarkInfo, Suspects=True)),
    "a picture without words": ("7.3", lambda pdf: take(elements(pdf, "Figure")[0], "/Alt")),
    "a heading left out": ("7.4.2", lambda pdf: put(elements(pdf, "H2")[0], S=Name.H3)),
    "a first heading that is not first": ("7.4.2", lambda pdf: put(elements(pdf, "H1")[0], S=Name.H2)),
    "headings of two systems": ("7.4.4", lambda pdf: put(elements(pdf, "H2")[0], S=Name.H)),
    "a heading cell that heads nothing": ("7.5", lambda pdf: take(elements(pdf, "TH")[0].A, "/Scope")),
    "a row that is too short": ("7.2", lambda pdf: put(elements(pdf, "TH")[0].A, ColSpan=2)),
    "a list of paragraphs": ("7.6", lambda pdf: put(elements(pdf, "LI")[0], S=Name.P)),
    "a line that is neither text nor ornament": ("7.1", lambda pdf: draw(pdf, b"0 0 m 9 9 l S")),
    "an ornament in a text": ("7.1", lambda pdf: rewrite(pdf, b"BT", b"/Artifact BMC 0 0 m 9 9 l S EMC BT")),
    "text that belongs to no element": (
        "7.1",
        lambda pdf: draw(pdf, b"/Span <</MCID 999>> BDC 0 0 m 9 9 l S EMC"),
    ),
    "a link that says nothing": ("7.18.5", lambda pdf: take(pdf.pages[0].obj.Annots[0], "/Contents")),
    "a link that is not tagged": ("7.18.1", lambda pdf: take(pdf.pages[0].obj.Annots[0], "/StructParent")),
    "a tab key that jumps": ("7.18.3", lambda pdf: put(pdf.pages[0].obj, Tabs=Name.R)),
}


@pytest.mark.parametrize("what", ACCESS)
def test_a_screen_reader_is_failed_by(what: str, good: bytes) -> None:
    clause, change = ACCESS[what]

    assert f"ISO 14289-1 {clause}" in clauses(changed(good, change))


TREE: dict[str, tuple[str, Callable[[pikepdf.Pdf], Any]]] = {
    "a cell outside a row": ("14.8.4", lambda pdf: put(elements(pdf, "TR")[0], S=Name.Div)),
    "an element of nothing": ("14.7.4", lambda pdf: put(elements(pdf, "Figure")[0], K=Array([998]))),
    "no way back": ("14.7.4.4", lambda pdf: take(pdf.Root.StructTreeRoot, "/ParentTree")),
    "a page without a way back": ("14.7.4.4", lambda pdf: take(pdf.pages[0].obj, "/StructParents")),
    "a mark that stays open": ("14.6", lambda pdf: draw(pdf, b"/Artifact BMC")),
    "a mark that was not opened": ("14.6", lambda pdf: draw(pdf, b"EMC")),
}


@pytest.mark.parametrize("what", TREE)
def test_the_tree_is_broken_by(what: str, good: bytes) -> None:
    clause, change = TREE[what]

    assert f"ISO 32000-1 {clause}" in clauses(changed(good, change))


def test_a_fault_on_a_page_names_it(good: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].contents_add(Stream(pdf, b"0 0 m 9 9 l S"))

    assert faults(changed(good, change)) == [
        Fault("ISO 14289-1 7.1", "something is neither tagged nor an artifact", 2)
    ]


def test_a_letter_without_a_glyph_is_seen(good: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        name = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
        draw(pdf, b"/Artifact BMC BT %s 12 Tf <0000> Tj ET EMC" % name.encode())

    assert "ISO 19005-3 6.2.11.8" in clauses(changed(good, change))


def test_a_file_with_something_behind_its_end_is_seen(good: bytes) -> None:
    assert clauses(good + b"<script>") == ["ISO 19005-3 6.1.3"]


def test_a_locked_file_cannot_be_proven(good: bytes) -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(good)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(DataError, match="unreadable-pdf"):
        faults(locked.getvalue())


def test_what_is_no_pdf_cannot_be_proven() -> None:
    with pytest.raises(DataError, match="unreadable-pdf"):
        faults(b"%PDF-1.7 broken off")


def test_maps_of_letters_are_read_pair_by_pair_and_in_ranges() -> None:
    found = letters_of(
        b"2 beginbfchar <01> <0041> <02> <D835DC00> endbfchar\n"
        b"2 beginbfrange <10> <12> <1EA0> <20> <21> [<0061> <00620063>] endbfrange"
    )

    assert found == {1: "A", 2: "\U0001d400", 16: "Ạ", 17: "ạ", 18: "Ả", 32: "a", 33: "bc"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "example", sorted(Path("templates").glob("*/examples/*.yaml")), ids=lambda path: path.stem
)
def test_every_kind_makes_papers_that_are_proven_and_break_no_rule(example: Path, tmp_path: Path) -> None:
    built = CliRunner().invoke(app, ["build", str(example), "--to", "pdf", "--output", str(tmp_path)])

    assert built.exit_code == 0, built.output
    papers = sorted(tmp_path.rglob("*.pdf"))
    assert papers
    assert [(paper.name, faults(paper.read_bytes())) for paper in papers] == [
        (paper.name, []) for paper in papers
    ]
    assert {one.file: one.findings for one in lint(papers) if one.says_no or one.unread} == {}
