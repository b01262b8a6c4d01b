"""Names are compared as people compare them, and never altered."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.diagnostics import did_you_mean
from reportgen.model.names import folded, may_be, same_name
from tests.helpers.written import Written


def test_a_name_without_its_marks_may_be_that_of_anybody_who_is_called_so() -> None:
    assert may_be("Lo Van But", "Lò Văn Bút")
    assert may_be("Đỗ Thị Mẫu Đơn", "do thi mau don")
    assert not may_be("Lò Văn Bút", "Lò Văn Bụt")
    assert not may_be("", "")


TONES = "\u0300\u0301\u0303\u0309\u0323"
SYLLABLES = ("oa", "oe", "uy", "hoan", "thuy", "quy", "giêng", "khuyên", "Đoai", "nguơi", "Uyên", "xoè")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("Thúy", "Thuý"),
        ("xóe", "xoé"),
        ("Quý", "Qúy"),
        ("hòan thành", "hoàn thành"),
        ("LÊ CHÂN", "Lê Chân"),
        ("Ngô  Quyền", " Ngô\u00a0Quyền "),
        ("Ngô\tQuyền", "Ngô Quyền"),
        ("Lê Chân", unicodedata.normalize("NFD", "Lê Chân")),
        ("Đống Đa", "\u00d0ống \u0189a"),
        ("tư thục", "t\u01a3 thục"),
        ("Hồng", "\u041d\u1ed3ng"),
        ("Lê\u200b Chân", "Lê Chân"),
        ("Lê Ch\u00adân", "Lê Chân"),
        ("\u202aLê Chân\u202c", "Lê Chân"),
        ("2024-2025", "2024 \u2013 2025"),
        ("2024\u20132025", "2024 - 2025"),
    ],
)
def test_two_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hóa"),
        ("Hòa", "Hoa"),
        ("Bình", "Binh"),
        ("Đan", "Dan"),
        ("Ân", "An"),
        ("Tư", "Tu"),
        ("Mơ", "Mo"),
        ("Lê-Hòa", "Lề-Hoa"),
        ("Hòa Bình", "Hoa Bình"),
        ("Lê Chân", "LêChân"),
        ("12", "1 2"),
    ],
)
def test_two_names_are_two(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.sampled_from(SYLLABLES), st.sampled_from(TONES), st.data())
def test_a_tone_may_stand_on_any_vowel_of_its_syllable(syllable: str, tone: str, data: st.DataObject) -> None:
    vowels = [i for i, letter in enumerate(syllable) if letter.lower() in "aeiouyêơ"]
    one, other = (
        unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :])
        for at in (data.draw(st.sampled_from(vowels)), data.draw(st.sampled_from(vowels)))
    )

    assert same_name(one, other)
    assert not same_name(one, syllable)


@given(st.text())
def test_a_name_is_the_same_however_its_letters_are_composed(name: str) -> None:
    assert folded(unicodedata.normalize("NFC", name)) == folded(unicodedata.normalize("NFD", name))
    assert folded(folded(name)) == folded(name)


def test_a_heading_means_its_column_wherever_its_tones_stand(written: Written) -> None:
    """
    fields: {units: {rows: {chair: {type: text, label: Hoà giải viên}, n: count}}}
    figures: {n: sum(units.n)}
    ---
    units: {from: u.csv}
    --- u.csv
    HÒA  GIẢI VIÊN,n
    Lan,3
    """
    assert written.printed("n") == "3"


def test_two_headings_of_one_name_are_refused(written: Written) -> None:
    """
    fields: {units: {rows: {chair: {type: text, label: Hoà giải viên}}}}
    ---
    units: {from: u.csv}
    --- u.csv
    Hòa giải viên,Hoà giải viên
    Lan,Huệ
    """
    assert written.complaint().code == "heading-twice"
    assert written.place() == ("u.csv", 1, 15)


def test_a_choice_is_read_wherever_its_tones_stand_and_prints_as_declared(written: Written) -> None:
    """
    fields: {results: {rows: {result: {choice: [hoàn thành, không hoàn thành]}}}}
    figures: {done: 'count(results, where=results.result == "hoàn thành")'}
    ---
    results: [{result: Hòan thành}, {result: HOÀN THÀNH}, {result: không hòan thành}]
    """
    assert written.printed("done") == "2"
    assert written.study().dataset.tables["results"].columns["result"].values[0] == "hoàn thành"


def test_formulas_compare_texts_as_names(written: Written) -> None:
    """
    fields: {model: text, units: {rows: {district: text, n: count}}}
    figures:
      n: sum(units.n, where=units.district == model)
      others: sum(units.n, where=units.district != model)
      districts: distinct(units.district)
    ---
    model: Hoà Bình
    units: [{district: Hòa Bình, n: 3}, {district: HOÀ BÌNH, n: 4}, {district: Thái Bình, n: 5}]
    """
    assert (written.printed("n"), written.printed("others"), written.printed("districts")) == ("7", "5", "2")


def test_a_name_is_found_that_differs_in_its_tones_only() -> None:
    assert "'Thuỷ Nguyên'" in did_you_mean("THỦY NGUYÊN", ["Hải An", "Thuỷ Nguyên"])


def test_odd_spaces_are_squeezed_and_told_once_for_a_column(written: Written) -> None:
    """
    fields: {note: text, units: {rows: {district: text, code: code}}}
    ---
    note: "đã  họp"
    units: {from: u.csv}
    --- u.csv
    district,code
    Lê  Chân,1  2
    Ngô\u00a0Quyền,3
    Hải An  ,4
    "Đồ\tSơn",5
    """
    found = written.study()
    notes = [note for note in found.notes if note.code == "spaces-squeezed"]

    assert found.dataset.values["note"] == "đã họp"
    columns = found.dataset.tables["units"].columns
    assert list(columns["district"].values) == ["Lê Chân", "Ngô Quyền", "Hải An", "Đồ Sơn"]
    assert list(columns["code"].values) == ["1  2", "3", "4", "5"]
    assert [(str(n.severity), str(n.origin).rsplit("/", 1)[-1]) for n in notes] == [
        ("note", "data.yaml:2:7"),
        ("note", "u.csv:2:1"),
    ]
    assert "in 3 texts" in notes[1].message
    assert notes[1].message.endswith("u.csv:5:1")
