"""A long PDF gets its manifest behind all that it has: the same paper as one that is written anew."""

import datetime as dt
import io

import pikepdf
import pytest

from reportgen.finish import with_manifest
from reportgen.finish.grown import MANY, growing
from reportgen.model.artifact import PDF, Artifact
from reportgen.model.manifest import FILE_NAME, Maker, Manifest
from reportgen.proof import faults
from reportgen.readback import drawings, read_back
from reportgen.readback.manifest import carried
from reportgen.readback.quick_pdf import read_long
from reportgen.render.pdf import render
from tests.helpers.pressing import context, page
from tests.readback.long_papers import TABLE

MANIFEST = Manifest(
    Maker("0", "report", "Báo cáo", 1, "title: Báo cáo", "data.yaml", dt.date(2020, 1, 19)), (), (), ()
)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    """Print a table of enough rows for a long file, which keeps a place with a name."""
    rows = [
        {"index": str(number), "name": f"Trường Mầm non {number}", "number": "7919"}
        for number in range(MANY // 4)
    ]
    body = f'<p id="sign.signer">Đầu</p>{TABLE}'
    template = page(
        tmp_path_factory.mktemp("grown"), body, "@page { size: 120mm 90mm; margin: 15mm 8mm 8mm }"
    )
    made = render(template, context(rows=rows), title="Báo cáo", date=dt.date(2020, 1, 19))
    assert made.by_rows
    return made


def saved(content: bytes, objects: pikepdf.ObjectStreamMode) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=objects)
        return out.getvalue()


def bound(content: bytes) -> bytes:
    return with_manifest(Artifact(content, PDF), MANIFEST).content


@pytest.fixture(scope="module", params=["of the press", "written by qpdf"])
def before(paper: Artifact, request: pytest.FixtureRequest) -> bytes:
    """Give a file as the press writes it, and as it is with fields for signatures."""
    is_ours = request.param == "of the press"
    return paper.content if is_ours else saved(paper.content, pikepdf.ObjectStreamMode.generate)


def test_a_long_file_with_a_manifest_is_sound_and_fit_for_the_archive(before: bytes) -> None:
    after = bound(before)

    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert faults(after) == []
    assert after == bound(before)
    assert after.count(b"startxref") == after.count(b"%%EOF") == 1


def test_it_draws_and_says_what_it_did_before(before: bytes) -> None:
    after = bound(before)

    assert drawings(after, PDF) == drawings(before, PDF)
    assert read_long(after) == read_long(before) != None  # noqa: E711  # it is long enough to be read by its bytes
    assert read_back(after, PDF) == read_back(before, PDF)


def test_its_manifest_and_all_that_tells_of_it_is_that_of_a_file_written_anew(before: bytes) -> None:
    grown, anew = bound(before), bound(saved(before, pikepdf.ObjectStreamMode.disable))

    assert carried(grown, PDF) == carried(anew, PDF)
    with pikepdf.open(io.BytesIO(grown)) as one, pikepdf.open(io.BytesIO(anew)) as other:
        assert told(one) == told(other)
        assert one.Root.keys() == other.Root.keys()
        assert list(pikepdf.NameTree(one.Root.Names.Dests)) == list(pikepdf.NameTree(other.Root.Names.Dests))
        assert bytes(one.trailer.ID[0]) == bytes(other.trailer.ID[0])
        assert bytes(one.trailer.ID[1]) == bytes(other.trailer.ID[1])


def told(pdf: pikepdf.Pdf) -> list[object]:
    (file,) = pdf.Root.AF
    assert file.objgen == pdf.attachments[FILE_NAME].obj.objgen
    about = [str(file[name]) for name in ("/Type", "/F", "/UF", "/Desc", "/AFRelationship")]
    stream = file.EF.F
    return [*about, str(stream.Type), str(stream.Subtype), bytes(stream.Params.CheckSum), stream.Params.Size]


def test_a_file_whose_table_is_odd_is_written_anew(paper: Artifact) -> None:
    content, size = paper.content, MANY
    begin = int(content.rsplit(b"startxref", 1)[1].split()[0])
    table = content[begin:]

    assert growing(content, size)
    assert not growing(content, MANY - 1)
    for odd in (
        saved(content, pikepdf.ObjectStreamMode.disable),
        content[:begin] + table.replace(b"/Size ", b"/Prev 9 /Size ", 1),
        content[:begin] + table.replace(b"/W[1 ", b"/W[2 ", 1),
        content[:begin] + table.replace(b"/FlateDecode", b"/LZWDecode", 1),
        content[: begin + 300] + b"?" + content[begin + 301 :],
        content[:-6],
    ):
        assert not growing(odd, size)
