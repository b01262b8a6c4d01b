"""Claims: printed numbers in the data, held against what is computed."""

from tests.helpers.written import Written


def test_claims_are_read_as_their_figures_print(written: Written) -> None:
    """
    fields: {a: count, b: count, held: date, at: time, name: text}
    figures:
      total: a + b
      mean: {formula: (a + b) / 2, places: 1}
      part: {formula: "share(a, b)", as: percent, places: 1}
      day: {formula: held, as: date}
      hour: {formula: at, as: time}
      who: {formula: name, as: text}
    ---
    a: 1000
    b: 2005
    held: 1/2/2020
    at: 7h30
    name: Lê Chân, Hải Phòng
    total: 3.005
    mean: 1.502,50
    part: " 49,9\u00a0% "
    day: 01/02/2020
    hour: 07:30
    who: Lê Chân, Hải Phòng
    """
    assert written.study().notes == ()


def test_a_claim_that_a_share_of_nothing_contradicts_is_told(written: Written) -> None:
    """
    fields: {a: count}
    figures: {part: {formula: "share(a, a)", as: percent, places: 1, if_nothing: "–"}}
    ---
    a: 0
    part: 84%
    """
    assert written.complaint().code == "claim-differs"
    assert "comes out as –" in written.complaint().message
    assert written.place() == ("data.yaml", 3, 7)


def test_what_the_kind_prints_for_nothing_can_be_claimed(written: Written) -> None:
    """
    fields: {a: count}
    figures: {part: {formula: "share(a, a)", as: percent, places: 1, if_nothing: "–"}}
    ---
    a: 0
    part: –
    """
    assert written.study().notes == ()


def test_a_claim_of_nothing_is_contradicted_by_a_number(written: Written) -> None:
    """
    fields: {a: count}
    figures: {part: {formula: "share(a, a)", as: percent, places: 1, if_nothing: "–"}}
    ---
    a: 3
    part: –
    """
    assert written.complaint().code == "claim-differs"
    assert "comes out as 100,0%" in written.complaint().message


def test_a_claim_that_nothing_is_computed_for_is_not_lost(written: Written) -> None:
    """
    fields: {a: count, b: count?}
    figures: {part: {formula: "share(a, b)", as: percent, places: 1}}
    ---
    a: 3
    part: 84%
    """
    (note,) = written.study().notes

    assert (note.code, note.severity) == ("claim-unchecked", "warning")
    assert note.origin is not None
    assert (note.origin.line, note.origin.column) == (3, 7)


def test_claims_of_rows_are_compared_wherever_the_rows_come_from(written: Written) -> None:
    """
    fields:
      units:
        rows: {part: count, whole: count}
        columns: {rate: {formula: "share(units.part, units.whole)", as: percent, places: 1, if_nothing: "–"}}
    ---
    units:
      - {part: 1, whole: 2, rate: 51%}
      - {part: 0, whole: 0, rate: 50%}
      - {part: 1, whole: 2, rate: [50%]}
      - {from: units.csv}
    --- units.csv
    part,whole,rate
    1,2,50%
    1,4,50%
    """
    found = [(one.code, one.origin.line, one.origin.column) for one in written.complaints() if one.origin]

    assert found == [
        ("not-a-single-value", 5, 31),
        ("claim-differs", 3, 31),
        ("claim-differs", 4, 31),
        ("claim-differs", 3, 5),
    ]


def test_an_empty_claim_is_none(written: Written) -> None:
    """
    fields: {a: count}
    figures: {twice: a * 2}
    ---
    a: 3
    twice: ""
    """
    assert written.study().notes == ()


def test_a_column_that_stands_there_by_name_and_by_label_is_refused(written: Written) -> None:
    """
    fields: {units: {rows: {staff: {type: count, label: Số người}}}}
    figures: {staff: sum(units.staff)}
    ---
    units: {from: units.csv}
    --- units.csv
    staff,Số người
    5,7
    """
    assert written.complaint().code == "heading-twice"
    assert written.place() == ("units.csv", 1, 7)


def test_assumptions_name_columns_computed_ones_too_and_what_is_in_a_group(written: Written) -> None:
    """
    fields:
      units: {rows: {a: count}, columns: {double: units.a * 2}}
      signer: {group: {name: text}}
    figures: {all: sum(units.double)}
    ---
    units: [{a: 1}]
    signer: {name: Lê Thị Hoa}
    assumed: {units.double: twice is plausible, signer.name: nobody signed, units: nobody counted}
    """
    assert written.study().notes == ()


def test_a_claim_is_compared_at_its_own_places(written: Written) -> None:
    """
    fields: {part: count, whole: count}
    figures:
      rate: {formula: "share(part, whole)", as: percent, places: 2}
    ---
    part: 612
    whole: 729
    rate: 84%
    """
    assert written.printed("rate") == "83,95%"


def test_a_claim_that_differs_shows_both_numbers_and_both_places(written: Written) -> None:
    """
    fields: {part: count, whole: count}
    figures:
      rate: {formula: "share(part, whole)", as: percent, places: 1}
    ---
    part: 22.119
    whole: 48.145
    rate: 70%
    """
    diagnostic = written.complaint()

    assert diagnostic.code == "claim-differs"
    assert "70%" in diagnostic.message
    assert "46%" in diagnostic.message
    assert written.place() == ("data.yaml", 4, 7)
    assert diagnostic.related[0][1].line == 3
