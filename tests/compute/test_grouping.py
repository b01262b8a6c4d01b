"""Grouping, held against a reckoning by hand on whatever rows hypothesis thinks of."""

from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportgen.compute import compute
from reportgen.kinds import read_kind
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.kind import Kind
from reportgen.model.origin import Sources
from reportgen.model.values import BLANK

KIND = """
title: grouping
outputs: {pdf: page.html}
file_name: page
fields:
  units: {rows: {district: text, sector: text, staff: count, trained: count}}
figures:
  staff: sum(units.staff)
  districts: distinct(units.district)
tables:
  by_both:
    of: units
    by: [district, sector]
    figures:
      people: sum(units.staff)
      reached: sum(earlier.units.trained) + sum(units.trained)
      part: {formula: "share(people, staff)", as: percent, places: 1, if_nothing: "-", fit: down}
      rows_: count(units)
      most: {formula: max(units.staff), if_nothing: "-"}
""".replace("rows_", "entries")

ROW = st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.integers(0, 40), st.integers(0, 40))
ROWS = st.lists(ROW, max_size=25)


def kind_in(folder: Path) -> Kind:
    (folder / "page.html").write_text("<p>", encoding="utf-8")
    (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
    return read_kind(folder)


def dataset(rows: list[tuple[Any, ...]], *earlier: Dataset) -> Dataset:
    names = ("district", "sector", "staff", "trained")
    columns = {
        name: Column([row[place] for row in rows], BLANK not in [row[place] for row in rows])
        for place, name in enumerate(names)
    }
    table = Table("units", columns, len(rows), Sources("data.csv"))
    return Dataset("data.yaml", "k", {"units": ()}, {"units": table}, Sources("data.yaml"), earlier=earlier)


@given(ROWS, ROWS)
def test_groups_are_what_a_reckoning_by_hand_gives(
    tmp_path: Path, rows: list[tuple[Any, ...]], before: list[tuple[Any, ...]]
) -> None:
    now: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    past: dict[tuple[Any, ...], int] = defaultdict(int)
    for row in rows:
        now[row[:2]].append(row)
    for row in before:
        past[row[:2]] += row[3]

    figures = compute(dataset(rows, dataset(before)), kind_in(tmp_path))
    table = figures.tables["by_both"]

    assert list(table.keys) == list(now)
    for index, key in enumerate(table.keys):
        group = now[key]
        shown = {name: column[index].shown for name, column in table.figures.items()}
        assert shown["people"] == sum(row[2] for row in group)
        assert shown["reached"] == past[key] + sum(row[3] for row in group)
        assert shown["entries"] == len(group)
        assert shown["most"] == max(row[2] for row in group)
    assert table.total["people"].shown == figures.named["staff"].shown == sum(row[2] for row in rows)
    assert table.total["entries"].shown == len(rows)


@given(ROWS)
def test_parts_of_a_table_print_as_one_hundred(tmp_path: Path, rows: list[tuple[Any, ...]]) -> None:
    table = compute(dataset(rows), kind_in(tmp_path)).tables["by_both"]
    parts = [figure.shown for figure in table.figures["part"]]

    if any(row[2] for row in rows):
        assert sum(Fraction(part) for part in parts if part is not None) == 100
    else:
        assert {figure.state for figure in table.figures["part"]} <= {"nothing"}


@given(ROWS, ROWS)
def test_no_earlier_number_is_lost_in_silence(
    tmp_path: Path, rows: list[tuple[Any, ...]], before: list[tuple[Any, ...]]
) -> None:
    gone = {row[:2] for row in before} - {row[:2] for row in rows}

    found = compute(dataset(rows, dataset(before)), kind_in(tmp_path)).diagnostics

    assert sum(one.code == "group-gone" for one in found) == len(gone)


@given(ROWS.filter(bool), st.integers(0, 24))
def test_one_missing_number_makes_gaps_of_what_needs_it_and_of_nothing_else(
    tmp_path: Path, rows: list[tuple[Any, ...]], place: int
) -> None:
    hit = place % len(rows)
    holed = [(*row[:2], BLANK, row[3]) if index == hit else row for index, row in enumerate(rows)]

    figures = compute(dataset(holed), kind_in(tmp_path))
    table = figures.tables["by_both"]

    assert figures.named["staff"].state == table.total["people"].state == "blank"
    assert figures.named["districts"].state == "known"
    for key, people, entries in zip(
        table.keys, table.figures["people"], table.figures["entries"], strict=True
    ):
        assert people.state == ("blank" if key == rows[hit][:2] else "known")
        assert entries.state == "known"
