"""Earlier rounds: which files are read, in which order, and what is told of them."""

import unicodedata
from pathlib import Path

from reportgen.figures import explain_figure
from reportgen.study import study
from tests.helpers.written import Written


def test_a_file_cannot_be_earlier_than_itself(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [data.yaml]
    """
    assert written.complaint().code == "earlier-itself"
    assert written.place() == ("data.yaml", 3, 11)


def test_an_earlier_file_is_not_counted_twice_under_two_names(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml, ./one.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    """
    assert written.complaint().code == "earlier-twice"
    assert written.place() == ("data.yaml", 3, 21)


def test_files_that_call_each_other_earlier_are_refused(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    earlier: [data.yaml]
    """
    assert written.complaint().code == "earlier-order"


def test_earlier_files_come_in_their_own_order(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {last: sum(previous.units.a)}
    ---
    units: [{a: 3}]
    earlier: [two.yaml, one.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    --- two.yaml
    kind: k
    units: [{a: 7}]
    earlier: [one.yaml]
    """
    assert written.complaint().code == "earlier-order"
    assert "'two.yaml'" in written.complaint().message
    assert written.place() == ("data.yaml", 3, 11)


def test_an_earlier_round_that_only_a_later_one_names_is_told(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [two.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    --- two.yaml
    kind: k
    units: [{a: 7}]
    earlier: [one.yaml]
    """
    (note,) = written.study().notes

    assert (note.code, note.severity) == ("earlier-left-out", "warning")
    assert "'one.yaml'" in note.message


def test_a_chain_of_rounds_is_added_up_once(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a), last: sum(previous.units.a)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml, two.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    --- two.yaml
    kind: k
    units: [{a: 7}]
    earlier: [one.yaml]
    """
    figures = written.study().figures.named

    assert (figures["before"].value, figures["last"].value) == (12, 7)


def test_the_mistakes_of_all_earlier_files_come_together_each_at_its_place(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3x}]
    earlier: [one.yaml, two.csv, three.yaml, four.yaml, five.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5x}, {a: }]
    --- two.csv
    a
    1
    --- three.yaml
    kind: kk
    --- four.yaml
    a: [
    """
    found = [(one.code, Path(one.origin.file).name) for one in written.complaints() if one.origin]

    assert sorted(found) == [
        ("earlier-missing", "data.yaml"),
        ("not-a-number", "data.yaml"),
        ("not-a-number", "one.yaml"),
        ("table-as-data", "two.csv"),
        ("unknown-kind", "three.yaml"),
        ("yaml-bracket", "four.yaml"),
    ]


def test_an_earlier_file_of_a_name_that_no_disk_can_hold_is_not_there(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    ---
    units: [{a: 3}]
    earlier: [NAME]
    """
    text = written.data.read_text(encoding="utf-8")
    written.data.write_text(text.replace("NAME", "a" * 300), encoding="utf-8")

    assert written.complaint().code == "earlier-missing"


def test_an_earlier_file_is_found_however_its_accents_are_stored(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [đợt-một.yaml]
    """
    stored = written.folder / unicodedata.normalize("NFD", "đợt-một.yaml")
    stored.write_text("kind: k\nunits: [{a: 5}]\n", encoding="utf-8")

    assert study(written.data, written.shelf).figures.named["before"].value == 5


def test_a_table_missing_in_an_earlier_file_is_a_gap_here_and_told(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a), rows: count(earlier.units), last: sum(previous.units.a)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml, two.yaml]
    --- one.yaml
    kind: k
    units:
    --- two.yaml
    kind: k
    units: [{a: 5}]
    """
    found = written.study()

    assert {name: figure.state for name, figure in found.figures.named.items()} == {
        "before": "blank", "rows": "blank", "last": "known",
    }  # fmt: skip
    (gap,) = found.missing
    assert gap.origin is not None
    assert (gap.code, Path(gap.origin.file).name, gap.origin.line) == ("earlier-gap", "one.yaml", 2)


def test_an_optional_table_that_an_earlier_file_lacks_makes_its_sums_absent(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}, optional: true}}
    figures: {before: sum(earlier.units.a), rows: count(earlier.units)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    """
    assert {figure.state for figure in written.study().figures.named.values()} == {"absent"}


def test_the_condition_of_a_derived_table_holds_for_earlier_rows_too(written: Written) -> None:
    """
    fields:
      units: {rows: {district: text, sector: text, a: count}, columns: {double: units.a * 2}}
    tables:
      public:
        {of: units, by: district, where: units.sector == "public", figures: {all: sum(earlier.units.a)}}
      large:
        {of: units, by: district, where: units.double > 5, figures: {all: sum(earlier.units.a)}}
    ---
    units: [{district: x, sector: public, a: 3}, {district: x, sector: private, a: 2}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: [{district: x, sector: public, a: 1}, {district: x, sector: private, a: 20}]
    """
    tables = written.study().figures.tables

    assert [figure.value for figure in tables["public"].figures["all"]] == [1]
    assert [figure.value for figure in tables["large"].figures["all"]] == [20]


def test_a_lost_group_is_told_once_for_each_table(written: Written) -> None:
    """
    fields: {units: {rows: {held: date, a: count}}}
    tables: {by_day: {of: units, by: held, figures: {all: sum(earlier.units.a), last: sum(previous.units.a)}}}
    ---
    units: [{held: 1/1/2020, a: 3}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units:
      - {held: 02/01/2020, a: 1}
    """
    assert written.complaint().code == "group-gone"
    assert "'02/01/2020'" in written.complaint().message
    assert written.place()[:2] == ("one.yaml", 3)


def test_what_was_assumed_in_an_earlier_file_is_said_by_why(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: [{a: 3}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: [{a: 5}]
    assumed: {units.a: nobody counted}
    """
    (told,) = explain_figure(written.study(), "before")

    assert told.inputs[0].assumed == "nobody counted"


def test_earlier_rounds_are_added_up_by_group(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, staff: count, trained: count}}}
    figures:
      before: sum(earlier.units.trained)
      last: sum(previous.units.trained)
    tables:
      by_district:
        of: units
        by: district
        figures:
          reached: sum(earlier.units.trained) + sum(units.trained)
          left: sum(units.staff) - reached
    ---
    earlier: [one.yaml, two.yaml]
    units: [{district: a, staff: 10, trained: 2}, {district: b, staff: 10, trained: 3}]
    --- one.yaml
    kind: k
    units: [{district: b, staff: 9, trained: 4}, {district: a, staff: 9, trained: 1}]
    --- two.yaml
    kind: k
    units: [{district: a, staff: 9, trained: 5}, {district: b, staff: 9, trained: 0}]
    """
    figures = written.study().figures

    assert (figures.named["before"].shown, figures.named["last"].shown) == (10, 5)
    assert [figure.shown for figure in figures.tables["by_district"].figures["left"]] == [2, 3]


def test_an_earlier_unit_without_a_row_now_would_lose_its_numbers(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, trained: count}}}
    tables: {by_district: {of: units, by: district, figures: {reached: sum(earlier.units.trained)}}}
    ---
    earlier: [one.yaml]
    units: [{district: a, trained: 2}]
    --- one.yaml
    kind: k
    units:
      - {district: a, trained: 1}
      - {district: Tiên Lãng, trained: 4}
    """
    assert written.complaint().code == "group-gone"
    assert written.place()[:2] == ("one.yaml", 4)


def test_a_gap_in_an_earlier_file_is_a_gap_here_and_told(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, trained: count}}}
    figures: {before: sum(earlier.units.trained)}
    ---
    earlier: [one.yaml]
    units: [{district: a, trained: 2}]
    --- one.yaml
    kind: k
    units:
      - {district: a, trained: 1}
      - {district: b, trained: }
    """
    found = written.study()

    assert found.figures.named["before"].state == "blank"
    (gap,) = found.missing
    assert gap.origin is not None
    assert (gap.code, Path(gap.origin.file).name, gap.origin.line) == ("earlier-gap", "one.yaml", 4)
