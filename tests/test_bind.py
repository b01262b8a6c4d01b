"""What a finished paper carries: enough to explain its figures and to compute them again, and no more."""

import inspect
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.manifest import WITHHELD, Aggregate, Entry, Maker, Manifest, Recorded, RowsOf
from reportgen.model.manifest_text import read_manifest, written
from reportgen.model.values import BLANK, Hole
from reportgen.proof import faults
from tests.helpers.carrying import build, entry, made, manifest_of
from tests.helpers.cases import split, write

# --- what stays in the office -------------------------------------------------------------------------------


PERSONAL = """
--- templates/k/kind.yaml
title: Danh sách
fields:
  people: {rows: {name: text, born: {type: count, personal: true}, score: count, most: count}, key: name}
figures:
  oldest: min(people.born)
  as_old: count(people, where=people.born == oldest)
  score: sum(people.score)
outputs: {pdf: page.html}
--- templates/k/page.html
<p>Có {{ as_old }} người lớn tuổi nhất, tổng điểm {{ score }}. {{ %s }}</p>
--- data.yaml
kind: k
people:
  - {name: Lê Thị Hòa, born: 1988, score: 7, most: 10}
  - {name: Đỗ Văn Ẩn, born: 1961, score: 9, most: 10}
"""


def test_a_figure_about_persons_stays_in_the_office(tmp_path: Path) -> None:
    manifest = made(tmp_path, PERSONAL % "score")

    text = written(manifest)
    assert entry(manifest, "oldest").value is WITHHELD
    assert entry(manifest, "as_old").value == 1
    assert not re.search("1961|1988|Hòa|Ẩn", text.replace(manifest.maker.declared, ""))


def test_a_figure_about_persons_that_is_printed_is_carried(tmp_path: Path) -> None:
    manifest = made(tmp_path, (PERSONAL % "oldest"))

    assert entry(manifest, "oldest").value == 1961
    assert "1988" not in written(manifest).replace(manifest.maker.declared, "")


ROWS = """
--- templates/k/kind.yaml
title: Danh sách
fields:
  units:
    rows: {name: text, staff: count, trained: count}
    key: name
    columns:
      reached: {formula: "share(units.trained, units.staff)", as: percent, places: 1}
figures: {staff: sum(units.staff)}
outputs: {pdf: page.html}
--- templates/k/page.html
<p>{{ staff }}</p>{% for u in units %}<p>{{ u.name }}: {{ u.reached }} COLUMN</p>{% endfor %}
--- data.yaml
kind: k
units: [{name: An Lão, staff: 641, trained: 319}, {name: Cát Hải, staff: 26, trained: 13}]
"""


def test_of_a_row_only_what_the_page_prints_is_carried(tmp_path: Path) -> None:
    bare = made(tmp_path / "bare", ROWS.replace("COLUMN", ""))
    full = made(tmp_path / "full", ROWS.replace("COLUMN", "({{ u.staff }})"))

    assert entry(bare, "units.1.reached").value == Fraction(319, 641)
    assert entry(bare, "units.1.reached").reads == {"units.trained": WITHHELD, "units.staff": WITHHELD}
    assert entry(full, "units.1.reached").reads == {"units.trained": WITHHELD, "units.staff": 641}
    assert [one.label for name, _, one in full.entries if "reached" in name] == ["An Lão", "Cát Hải"]


def test_rows_that_a_page_leaves_out_are_not_carried(tmp_path: Path) -> None:
    some = ROWS.replace("COLUMN", "").replace("{% for u in units %}", "{% for u in units if u.staff > 100 %}")
    manifest = made(tmp_path, some)

    assert [name for name, *_ in manifest.entries] == ["staff", "units.1.reached"]
    assert "Cát Hải" not in written(manifest)


# --- the same, wherever it is made --------------------------------------------------------------------------


ANYWHERE = """
--- templates/k/kind.yaml
title: Danh sách
fields: {units: {rows: {name: text, staff: count}, key: name}}
figures: {staff: sum(units.staff)}
outputs: {pdf: page.html, docx: page.docx}
--- templates/k/page.html
<p>{{ staff }} người</p>
--- templates/k/page.docx
{{ staff }} người
--- du-lieu/data.yaml
kind: k
units: {from: bang/units.csv}
--- du-lieu/bang/units.csv
name,staff
An Lão,641
Cát Hải,26
"""


def test_a_paper_is_the_same_wherever_its_data_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = tmp_path / "one", tmp_path / "another" / "below"
    for folder in (here, there):
        write(folder, split(ANYWHERE)[1])
    first = build(here / "du-lieu" / "data.yaml", to=tmp_path / "out", templates=here / "templates")
    monkeypatch.chdir(there)
    second = build("du-lieu/data.yaml", to=Path("out"), templates=Path("templates"))

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    (added,) = entry(manifest_of(first[0]), "staff").aggregates
    assert (added.first, added.last) == ("bang/units.csv:2:8", "bang/units.csv:3:9")
    assert str(tmp_path) not in written(manifest_of(first[1]))


# --- that rows are the same ---------------------------------------------------------------------------------


def table(*changes: tuple[str, str]) -> str:
    rows = "".join(f"Trường số {n},{100 + 7 * n},{50 + 5 * n}\n" for n in range(1, 13))
    for old, new in changes:
        rows = rows.replace(old, new)
    head = (
        ROWS.partition("--- data.yaml")[0]
        .replace("COLUMN", "")
        .replace("<p>{{ u.name }}: {{ u.reached }} </p>", "")
    )
    return (
        f"{head}--- data.yaml\nkind: k\nunits: {{from: units.csv}}\n--- units.csv\nname,staff,trained\n{rows}"
    )


def test_a_digest_is_that_of_the_rows_in_any_order(tmp_path: Path) -> None:
    as_sent = made(tmp_path / "1", table())
    line = "Trường số 1,107,55\n"
    moved = made(tmp_path / "2", table((line, "")) + line)
    swapped = made(tmp_path / "3", table(("1,107,55", "1,107,60"), ("2,114,60", "2,114,55")))

    assert [len(one.digest) for one in as_sent.rows] == [32]
    assert as_sent.rows == moved.rows
    assert entry(swapped, "staff").value == entry(as_sent, "staff").value
    assert swapped.rows[0].rows == 12
    assert swapped.rows != as_sent.rows


def test_rows_that_could_be_guessed_have_no_digest(tmp_path: Path) -> None:
    assert made(tmp_path, ROWS.replace("COLUMN", "")).rows == (RowsOf("units", 2, ""),)


# --- as a text ----------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.integers() | st.fractions()
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
TOLD = st.one_of(
    NUMBERS, TEXTS, st.booleans(), st.dates(), TIMES,
    st.sampled_from([None, BLANK, Hole.NOTHING, Hole.FAILED, WITHHELD]),
)  # fmt: skip
AGGREGATES = st.builds(Aggregate, TEXTS, TOLD, st.integers(0, 10**6), TEXTS, TEXTS)
ENTRIES = st.builds(
    Entry, TEXTS, TOLD, TEXTS, TEXTS, st.booleans(), st.dictionaries(TEXTS, TOLD, max_size=3),
    st.lists(AGGREGATES, max_size=2).map(tuple),
)  # fmt: skip
SPECS = st.sampled_from(["number", "percent", "text", "date", "time"])
WORDS = TEXTS.filter(bool)
RECORDED = st.builds(
    Recorded, WORDS, TEXTS, TEXTS, TEXTS, SPECS, st.none() | st.integers(0, 9), st.none() | WORDS,
    st.none() | WORDS, st.lists(ENTRIES, max_size=3).map(tuple),
)  # fmt: skip
MAKERS = st.builds(Maker, TEXTS, TEXTS, TEXTS, st.integers(0, 99), TEXTS, TEXTS, st.none() | st.dates())
PAGES = st.lists(st.tuples(TEXTS, TEXTS), max_size=4).map(tuple)
MANIFESTS = st.builds(
    Manifest, MAKERS, st.lists(RECORDED, max_size=3).map(tuple),
    st.lists(st.builds(RowsOf, TEXTS, st.integers(0, 9), TEXTS), max_size=2).map(tuple), PAGES,
    st.dictionaries(TEXTS, TEXTS, max_size=2), st.dictionaries(TEXTS, TEXTS, max_size=2),
)  # fmt: skip


@given(MANIFESTS)
def test_what_is_written_is_read(manifest: Manifest) -> None:
    assert read_manifest(written(manifest)) == (manifest, True)


def test_a_page_of_many_pieces_is_written_as_a_short_one() -> None:
    page = tuple((f"“{number}”", "rows.1.name" if number % 3 else "") for number in range(9000))
    long, short = (
        Manifest(Maker("0", "report", "Báo cáo", 1, "", "data.yaml"), (), (), part)
        for part in (page, page[:9])
    )

    assert read_manifest(written(long)) == (long, True)
    assert written(long).startswith(written(short).partition('],"drawn"')[0])


# --- in PDF -------------------------------------------------------------------------------------------------


def test_a_pdf_says_how_its_manifest_belongs_to_it_and_stays_fit_for_the_archive(tmp_path: Path) -> None:
    write(tmp_path, split(ROWS.replace("COLUMN", ""))[1])
    (paper,) = build(tmp_path / "data.yaml", to=tmp_path / "out", templates=tmp_path / "templates")

    assert faults(paper.read_bytes()) == []
    with pikepdf.open(paper) as pdf:
        (associated,) = pdf.Root.AF
        assert associated.AFRelationship == "/Data"
        assert list(pdf.attachments) == ["reportgen-manifest.json"]
    assert paper.stat().st_size < 40_000


def test_a_file_names_the_office_that_issues_it(tmp_path: Path) -> None:
    """
    --- templates/k/kind.yaml
    title: Báo cáo
    fields: {office: text, round: count}
    outputs: {pdf: page.html, docx: page.docx}
    --- templates/k/page.html
    <p>{{ office }}: đợt {{ round }}</p>
    --- templates/k/page.docx
    {{ office }}: đợt {{ round }}
    --- data.yaml
    kind: k
    office: Sở Giáo dục và Đào tạo
    round: 2
    """
    files = inspect.cleandoc(test_a_file_names_the_office_that_issues_it.__doc__ or "")
    write(tmp_path, split(files)[1])
    word, paper = build(tmp_path / "data.yaml", to=tmp_path / "out", templates=tmp_path / "templates")

    with zipfile.ZipFile(word) as archive:
        assert "<dc:creator>Sở Giáo dục và Đào tạo<" in archive.read("docProps/core.xml").decode()
    with pikepdf.open(paper) as pdf:
        assert pdf.docinfo.Author == "Sở Giáo dục và Đào tạo"
    assert manifest_of(paper).office == manifest_of(word).office == {"office": "Sở Giáo dục và Đào tạo"}
    assert faults(paper.read_bytes()) == []
