"""What a form prints around a text is not printed twice, whoever types it too."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.kinds import Shelf, read_kind
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import FieldSpec
from reportgen.study import Study, survey

TEMPLATES = Path(__file__).parents[2] / "templates"
KIND = """title: Công văn
fields:
  recipients: {list: text, optional: true, frame: "- …;", label: Nơi nhận}
  plans: {list: text, optional: true, frame: "- …"}
  tasks: {optional: true, list: {who: {type: text, frame: "1. …:"}, what: {type: text, frame: "…."}}}
  absent: {optional: true, rows: {name: {type: text, frame: "- …"}, why: {type: text, frame: "(…)"}}}
  archive: {type: text, default: VT, frame: "- Lưu: …."}
outputs: {pdf: p.html}
"""


def read(folder: Path, data: str) -> Study:
    (folder / "k").mkdir()
    (folder / "k/kind.yaml").write_text(KIND, encoding="utf-8")
    (folder / "k/p.html").write_text("<p>{{ recipients }}{{ archive }}</p>", encoding="utf-8")
    (folder / "d.yaml").write_text(f"kind: k\n{data}", encoding="utf-8")
    return survey(folder / "d.yaml", Shelf([folder]))


def told(found: Study) -> list[Diagnostic]:
    return [note for note in found.notes if note.code in {"frame-typed", "mark-by-hand"}]


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        ("- Như trên;", "Như trên"),
        ("-Như trên ;", "Như trên"),
        ("– Sở GDĐT.", "Sở GDĐT"),
        ("• Các trường, lớp,", "Các trường, lớp"),
        ("Các trường v.v.", "Các trường v.v."),
        ("-5 độ", "-5 độ"),
        ("3-4 tuổi", "3-4 tuổi"),
    ],
)
def test_the_marks_of_an_item_are_not_doubled(typed: str, stays: str, tmp_path: Path) -> None:
    found = read(tmp_path, f'recipients:\n  - Lớp A\n  - "{typed}"\n')

    assert found.dataset.values["recipients"] == ("Lớp A", stays)
    places = [(note.code, note.origin and note.origin.line) for note in told(found)]
    assert places == ([("frame-typed", 4)] if typed != stays else [])


def test_only_what_the_form_prints_is_taken_off_and_told_as_it_was_typed(tmp_path: Path) -> None:
    data = """
plans: ["- Mở lớp.", "1. Mua sách."]
tasks: [{who: "1. Các trường:", what: "- gửi danh sách;"}, {who: Tổ 2, what: "nộp bài"}]
absent: [{name: "- Bà A", why: "(ốm)"}, {name: Bà B, why: "ốm (nặng)"}]
archive: "Lưu: VT, MN."
"""
    found = read(tmp_path, data)
    values = found.dataset.values

    assert values["plans"] == ("Mở lớp.", "1. Mua sách.")
    assert values["tasks"] == (
        {"who": "Các trường", "what": "- gửi danh sách"},
        {"who": "Tổ 2", "what": "nộp bài"},
    )
    assert list(found.dataset.tables["absent"].columns["why"].values) == ["ốm", "ốm (nặng)"]
    assert values["archive"] == "VT, MN"
    said = {note.code: note.message for note in told(found)}
    assert "'1.'" in said["mark-by-hand"]
    taken = {dict(note.values)["taken"] for note in told(found) if note.code == "frame-typed"}
    assert taken == {"- …", "1. …:", "…;", "(…)", "Lưu: …."}


def test_a_line_of_the_form_among_the_items_is_refused_with_a_way_out(tmp_path: Path) -> None:
    found = read(tmp_path, 'recipients:\n  - Như trên\n  - "- Lưu: VT."\n')

    (wrong,) = (note for note in found.notes if note.stops)
    assert (wrong.code, wrong.origin and wrong.origin.line) == ("item-of-another", 4)
    assert wrong.hint.endswith("write what stands behind 'Lưu:' into 'archive'")


def fields(specs: Mapping[str, FieldSpec]) -> list[FieldSpec]:
    """List fields, and those inside them."""
    below = [one.item.fields if one.item else one.fields for one in specs.values()]
    return [*specs.values(), *(spec for each in below for spec in fields(each))]


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir()))
def test_every_list_of_texts_that_a_form_marks_says_so(name: str) -> None:
    lists = [spec for spec in fields(read_kind(TEMPLATES / name).fields) if spec.type == "list"]
    texts = {spec.name for spec in lists if spec.item is not None and spec.item.type == "text"}

    assert {spec.name for spec in lists if spec.frame} == texts
