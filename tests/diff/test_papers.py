"""Two finished papers held against each other: the words that differ, whole, with the page."""

import json
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.diff import diff_papers
from reportgen.model.errors import DataError
from reportgen.model.reading import Reading
from reportgen.readback import Difference, differences
from reportgen.readback.stretches import gaps
from tests.helpers.pressing import page, pressed
from tests.helpers.word import written

TABLE = "<table>{% for row in rows %}<tr><td>{{ row.name }}</td><td>{{ row.n }}</td></tr>{% endfor %}</table>"


def words(found: list[Difference]) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in found]


def read(*pieces: str) -> Reading:
    return Reading(pieces)


def pdf(folder: Path, name: str, body: str, **values: object) -> Path:
    place = folder / name
    place.write_bytes(pressed(page(folder, body), **values).content)
    return place


def rows(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "n": str(len(name))} for name in names]


def test_a_number_is_told_whole_though_one_digit_changed() -> None:
    found = differences(read("Đã bồi dưỡng 2.960 người (42%)."), read("Đã bồi dưỡng 2.970 người (42%)."))

    assert words(found) == [("2.960", "2.970")]
    assert found[0].before.endswith("Đã bồi dưỡng")


def test_where_lines_end_does_not_matter() -> None:
    assert differences(read("Số lớp: 90,", "gồm 15"), read("Số lớp:", "90, gồm", "15")) == []


def test_a_row_that_came_is_told_as_a_row_even_where_its_neighbour_begins_alike() -> None:
    old = read("Kiến An", "41", "Lê Chân", "56")
    new = read("Kiến An", "41", "Kiến Thụy", "54", "Lê Chân", "56")

    assert words(differences(old, new)) == [("", "Kiến Thụy 54")]
    assert words(differences(new, old)) == [("Kiến Thụy 54", "")]


def test_nothing_is_left_of_a_paper_whose_words_were_all_replaced() -> None:
    assert words(differences(read("một hai"), read("ba bốn"))) == [("một hai", "ba bốn")]
    assert words(differences(read(), read("ba"))) == [("", "ba")]


_WORDS = st.lists(st.text("abđếộ0123456789.%", min_size=1, max_size=4), max_size=30)


@given(old=_WORDS, new=_WORDS)
def test_what_differs_put_in_place_of_what_was_gives_the_new_text(old: list[str], new: list[str]) -> None:
    before, after = "".join(old), "".join(new)
    text, last = "", 0
    for gap in gaps(before, after):
        text += before[last : gap.start] + after[gap.from_ : gap.to]
        last = gap.end

    assert text + before[last:] == after


@given(old=_WORDS, new=_WORDS)
def test_what_is_not_told_is_alike(old: list[str], new: list[str]) -> None:
    found = differences(read(*old), read(*new))

    assert bool(found) == ("".join(old) != "".join(new))
    assert left("".join(old), [one.old for one in found]) == left("".join(new), [one.new for one in found])


def left(text: str, told: list[str]) -> int:
    """Count the letters that are not told."""
    return len(text) - sum(len("".join(part.split())) for part in told)


def test_a_pdf_says_on_which_page_it_differs(tmp_path: Path) -> None:
    names = [f"Trường số {number}" for number in range(1, 120)]
    old = pdf(tmp_path, "old.pdf", TABLE, rows=rows(*names))
    new = pdf(tmp_path, "new.pdf", TABLE, rows=rows(*names[:-1], "Trường Hoa Sen"))

    (one,) = diff_papers(old, new).differences

    assert (one.old, one.new) == ("số 119 13", "Hoa Sen 14")
    assert one.old_page == one.new_page
    assert one.new_page is not None
    assert one.new_page > 1


def test_a_word_file_is_compared_with_a_pdf(tmp_path: Path) -> None:
    """A PDF does not say whether there was white space between two runs: it is shown with some."""
    old = written(tmp_path / "old.docx", "Có mặt: 24/26 người")
    new = pdf(tmp_path, "new.pdf", "<p>Có mặt: <b>25</b>/26 người</p>")

    assert words(list(diff_papers(old, new).differences)) == [("24/26", "25 /26")]


def test_a_mark_in_the_margin_of_word_is_compared_with_word_and_not_with_a_pdf(tmp_path: Path) -> None:
    marked = written(tmp_path / "marked.docx", "Có mặt: 24 người", header="TÀI LIỆU MẪU")
    plain = written(tmp_path / "plain.docx", "Có mặt: 24 người")
    paper = pdf(tmp_path, "paper.pdf", "<p>Có mặt: 24 người</p>")

    assert words(list(diff_papers(marked, paper).differences)) == []
    assert words(list(diff_papers(paper, marked).differences)) == []
    assert words(list(diff_papers(plain, marked).differences)) == [("", "TÀI LIỆU MẪU")]


def test_the_command_tells_it_in_a_line_each_and_for_machines(tmp_path: Path) -> None:
    old = pdf(tmp_path, "old.pdf", "<p>Đạt 84% kế hoạch</p>")
    new = pdf(tmp_path, "new.pdf", "<p>Đạt 85% kế hoạch</p>")

    told = CliRunner().invoke(app, ["diff", str(old), str(new)])
    record = CliRunner().invoke(app, ["diff", str(old), str(new), "--format", "json"])

    assert told.output.splitlines() == [
        f"{old} → {new}: changed: 1 place",
        "  after “…Đạt”: 84% → 85%    [page 1]",
    ]
    assert json.loads(record.output)["differences"] == [
        {"old": "84%", "new": "85%", "before": "Đạt", "old_page": 1, "new_page": 1}
    ]


def test_words_that_were_compared_and_that_nobody_sees_are_told(tmp_path: Path) -> None:
    old = pdf(tmp_path, "old.pdf", "<p>Đạt 84% kế hoạch</p>")
    with pikepdf.open(old) as paper:
        paper.pages[0].contents_add(paper.make_stream(b"q 1 g 0 0 900 900 re f Q"))
        paper.save(tmp_path / "covered.pdf")

    found = diff_papers(old, tmp_path / "covered.pdf")
    record = CliRunner().invoke(app, ["diff", str(old), str(tmp_path / "covered.pdf"), "--format", "json"])

    assert (list(found.differences), [dict(one.values)["words"] for one in found.doubts]) == (
        [],
        ["Đạt 84% kế hoạch"],
    )
    assert json.loads(record.output)["equal"]
    assert [one["code"] for one in json.loads(record.output)["doubts"]] == ["diff-eye-differs"]
    assert [str(one.origin) for one in found.doubts] == [f"{tmp_path / 'covered.pdf'}: page 1"]


def test_words_of_a_word_file_that_are_white_are_told(tmp_path: Path) -> None:
    white = written(tmp_path / "white.docx", "Có mặt: 24 người")
    with zipfile.ZipFile(white) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:r>", b'<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    )
    with zipfile.ZipFile(white, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    plain = written(tmp_path / "plain.docx", "Có mặt: 24 người")

    found = diff_papers(plain, white)

    assert not found.differences
    assert [(one.code, dict(one.values)["words"]) for one in found.doubts] == [
        ("diff-eye-differs", "Có mặt: 24 người")
    ]


def test_two_papers_that_cannot_be_read_are_both_told(tmp_path: Path) -> None:
    for name in ("old.pdf", "new.docx"):
        (tmp_path / name).write_bytes(b"a download that was broken off")

    with pytest.raises(DataError) as caught:
        diff_papers(tmp_path / "old.pdf", tmp_path / "new.docx")

    told = [(one.code, one.origin and Path(one.origin.file).name) for one in caught.value.diagnostics]
    assert told == [("unreadable-pdf", "old.pdf"), ("unreadable-docx", "new.docx")]
