"""One file to print: every page of every paper, once, in the order in which people look for papers."""

import io
import json
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.finish.merge import merge
from reportgen.model.alphabet import rank, rank_of_person
from tests.batch.bundled import SCHOOLS, run, target
from tests.batch.classes import corrected
from tests.helpers.written import Written, written_as

IN_ORDER = ["Số 2/Trần Thị An", "Số 2/Lò Thị Ân", "Số 2/Cầm Văn Ấn", "Số 10/Nguyễn Văn Bình"]


def pages(file: Path) -> list[tuple[str, bytes]]:
    """Read and draw each page."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [(one.get_textpage().get_text_range(), bytes(one.render(scale=0.5).buffer)) for one in pdf]


def bookmarks(file: Path) -> list[object]:
    """List bookmarks, those below another with it."""

    def listed(items: list[pikepdf.OutlineItem]) -> list[object]:
        return [(str(one.title), listed(one.children)) if one.children else str(one.title) for one in items]

    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        return listed(list(outline.root))


@written_as(SCHOOLS)
def test_every_page_of_every_paper_is_there_as_it_was_by_school_and_given_name(written: Written) -> None:
    code, said = run(written)

    papers = [pages(written.folder / "out" / "giay" / f"{name}.pdf") for name in IN_ORDER]
    assert code == 0, said
    assert "in-chung.pdf (written): 4 papers on 8 pages" in said
    assert pages(target(written)) == [page for paper in papers for page in paper]
    assert "Lò Thị Ân: 4 ngày." in papers[1][0][0]


@written_as(SCHOOLS)
def test_bookmarks_are_the_folders_and_the_people_in_them(written: Written) -> None:
    run(written)

    names = [name.split("/")[1] for name in IN_ORDER]
    assert bookmarks(target(written)) == [("Số 2", names[:3]), ("Số 10", names[3:])]
    with pikepdf.open(target(written)) as pdf, pdf.open_outline() as outline:
        marked = [one.to_dictionary_object(pdf)["/Dest"][0].objgen for one in outline.root[0].children]
        assert marked == [pdf.pages[place].obj.objgen for place in (0, 2, 4)]


@written_as(SCHOOLS)
def test_papers_left_as_they_were_are_in_it_too_beside_those_made_anew(written: Written) -> None:
    run(written)
    corrected(written.folder / "p.csv", "Số 2,4", "Số 2,9")

    code, said = run(written)

    assert code == 0
    assert "1 document made; 3 left as they were" in said
    assert "in-chung.pdf (replaced): 4 papers" in said
    assert ["9 ngày" in text for text, _ in pages(target(written))].index(True) == 2
    assert "in-chung.pdf (unchanged): 4 papers" in run(written)[1]


@written_as(SCHOOLS)
def test_a_bad_row_keeps_the_print_file_from_being_made_and_says_whose(written: Written) -> None:
    run(written)
    before = target(written).read_bytes()
    corrected(written.folder / "p.csv", "Số 2,4", "Số 2,bốn")

    code, said = run(written)

    assert code != 0
    assert "error[bundle-incomplete]" in said
    assert "the one that is there is of an earlier run" in said
    assert target(written).read_bytes() == before


@written_as(SCHOOLS)
def test_to_keep_going_merges_what_is_there_and_tells_what_is_not(written: Written) -> None:
    corrected(written.folder / "p.csv", "Số 2,4", "Số 2,bốn")

    code, said = run(written, "--keep-going")

    assert code != 0
    assert "warning[bundle-lacks]" in said
    assert [text.split(":")[0] for text, _ in pages(target(written))][::2] == [
        name.split("/")[1] for name in IN_ORDER if "Ân" not in name
    ]


@written_as(SCHOOLS)
def test_a_print_file_that_somebody_changed_is_kept_and_nothing_is_printed(written: Written) -> None:
    run(written)
    target(written).write_bytes(b"signed")
    corrected(written.folder / "p.csv", "Số 2,4", "Số 2,9")
    paper = written.folder / "out" / "giay" / f"{IN_ORDER[1]}.pdf"
    before = paper.read_bytes()

    code, said = run(written)

    assert (code, target(written).read_bytes(), paper.read_bytes()) == (7, b"signed", before)
    assert "in-chung.pdf: error[file-exists]" in said
    assert run(written, "--overwrite")[0] == 0


@written_as(SCHOOLS)
def test_it_stands_among_the_papers_where_that_is_asked_for(written: Written) -> None:
    inside = written.folder / "out" / "in-chung.pdf"

    assert run(written, "--merge", str(inside))[0] == 0
    code, said = run(written, "--merge", str(inside))

    assert code == 0
    assert len(pages(inside)) == 8
    assert "paper-left-over" not in said


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (f"out/giay/{IN_ORDER[0]}.pdf", "output-is-input"),
        ("in-chung.docx", "fill-output-format"),
        ("p.csv", "fill-output-format"),
        (".", "fill-output-format"),
        ("templates/in.pdf/x.pdf", "folder-not-a-folder"),
    ],
)
@written_as(SCHOOLS)
def test_a_place_that_is_taken_is_refused_before_anything_is_printed(
    written: Written, name: str, code: str
) -> None:
    written.folder.joinpath("templates", "in.pdf").write_bytes(b"")

    assert f"error[{code}]" in run(written, "--merge", str(written.folder / name))[1]
    assert not list(written.folder.glob("out/**/*.pdf"))


@written_as(SCHOOLS)
def test_no_paper_of_other_data_is_replaced_by_a_print_file(written: Written) -> None:
    run(written)
    other = written.folder / "other.yaml"
    other.write_text(written.data.read_text(encoding="utf-8").replace("p.csv", "q.csv"), encoding="utf-8")
    written.folder.joinpath("q.csv").write_text(
        "name,born,school,days\nHà Văn Sơn,1/1/1990,Số 3,1\n", encoding="utf-8"
    )
    taken = written.folder / "out" / "giay" / f"{IN_ORDER[0]}.pdf"
    before = taken.read_bytes()
    words = ["build", str(other), "--templates", str(written.folder / "templates")]

    said = CliRunner().invoke(app, [*words, "--output", str(written.folder / "out"), "--merge", str(taken)])

    assert said.exit_code != 0
    assert taken.read_bytes() == before


@written_as(SCHOOLS)
def test_json_tells_of_it_in_the_shape_of_the_others(written: Written) -> None:
    *_, told = json.loads(run(written, "--format", "json")[1])

    assert (told["source"], told["failed"], told["exit_code"]) == (None, False, 0)
    assert [(one["file"], one["papers"], one["pages"]) for one in told["made"]] == [
        (str(target(written)), 4, 8)
    ]


# --- the file itself ----------------------------------------------------------------------------------------


def odd_paper(text: str) -> bytes:
    """Make two pages with what could be lost: size and letters from above, a link, words like references."""
    paper = pikepdf.new()
    letters = paper.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for said in (text, "5 0 R"):
        page = paper.add_blank_page(page_size=(300, 200))
        page.obj.Contents = paper.make_stream(f"BT /F1 20 Tf 20 100 Td ({said}) Tj ET".encode())
        del page.obj["/MediaBox"], page.obj["/Resources"]
    paper.Root.Pages.MediaBox = pikepdf.Array([0, 0, 300, 200])
    paper.Root.Pages.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=letters))
    first, second = (page.obj for page in paper.pages)
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 90, 90], P=first, StructParent=3,
        Contents=r"(1 0 R) \\ 2 0 R", Dest=pikepdf.Array([second, pikepdf.Name.Fit]),
    )  # fmt: skip
    first.Annots = pikepdf.Array([paper.make_indirect(link)])
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def merged(*papers: tuple[tuple[str, ...], bytes]) -> tuple[int, bytes]:
    file = io.BytesIO()
    return merge(file, papers, "In chung"), file.getvalue()


def test_nothing_is_lost_that_pages_have_from_elsewhere(tmp_path: Path) -> None:
    texts = ["An 1", "Binh", "Chi"]
    papers = [((text,), odd_paper(text)) for text in texts]
    (tmp_path / "whole.pdf").write_bytes(merged(*papers)[1])
    (tmp_path / "one.pdf").write_bytes(papers[1][1])

    assert pages(tmp_path / "whole.pdf")[2:4] == pages(tmp_path / "one.pdf")
    with pikepdf.open(tmp_path / "whole.pdf") as whole:
        assert whole.check_pdf_syntax() == []
        (link,) = whole.pages[2].obj.Annots
        assert (str(link.Contents), "/StructParent" in link) == (r"(1 0 R) \\ 2 0 R", False)
        assert (link.P.objgen, link.Dest[0].objgen) == (whole.pages[2].obj.objgen, whole.pages[3].obj.objgen)


def test_what_papers_have_in_common_stands_in_the_file_once() -> None:
    one, many = merged((("An",), odd_paper("An"))), merged(*[(("An",), odd_paper("An"))] * 50)

    with pikepdf.open(io.BytesIO(many[1])) as whole:
        contents = {page.obj.Contents.objgen for page in whole.pages}
    assert (one[0], many[0], len(contents)) == (2, 100, 2)


def test_people_of_one_name_and_folders_in_folders_have_bookmarks_of_their_own(tmp_path: Path) -> None:
    trails = ["A/An", "A/An", "A/B/Chi", "A/B/Chi", "A/C/Chi", "B/Chi", "B", "B/An"]
    count, content = merged(*((tuple(trail.split("/")), odd_paper(trail)) for trail in trails))
    (tmp_path / "whole.pdf").write_bytes(content)

    assert count == 2 * len(trails)
    assert bookmarks(tmp_path / "whole.pdf") == [
        ("A", ["An", "An", ("B", ["Chi", "Chi"]), ("C", ["Chi"])]), ("B", ["Chi"]), "B", ("B", ["An"])
    ]  # fmt: skip


def test_letters_come_before_tones_and_numbers_count() -> None:
    names = "An, Trần Thị An, Trần Thị Án, Lò Ăn, Lò Ân, Lò Ấn, Vi Dung, Vi Đạt, Lê Oanh, Lê Ơn"
    people = names.split(", ")
    places = ["Hoa Ban", "Hoa Mai", "Hòa Bình", "Số 2", "Số 2 A", "Số 10", "Ứng Hòa", "Ý Yên"]

    def shuffled(names: list[str]) -> list[str]:
        return [*names[1::2], *names[::2]]

    assert sorted(shuffled(people), key=rank_of_person) == people
    assert sorted(shuffled(places), key=rank) == places


@given(st.lists(st.text("aàáâăđoôơóuư ", max_size=6)))
def test_the_order_is_the_same_however_letters_are_composed(names: list[str]) -> None:
    for name in names:
        assert rank(name) == rank(unicodedata.normalize("NFD", name)) == rank(name.upper())
