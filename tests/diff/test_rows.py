"""Whatever two files are: each row that came, went or changed is told once, and no other."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diff import Change, diff
from reportgen.diff.align import aligned, matched
from reportgen.kinds import Shelf
from tests.helpers.written import write_kind

# --- whatever the files are ---------------------------------------------------------------------------------

NAMES = st.text("abcđoơ", min_size=1, max_size=4)
ROWS = st.dictionaries(NAMES, st.tuples(st.integers(0, 3000), st.integers(0, 3)), max_size=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("diff")
    fields = (
        "fields: {units: {rows: {name: text, staff: count, left: count}, key: name}, texts: {list: text}}\n"
    )
    write_kind(place, "k", f"{fields}figures: {{staff: sum(units.staff)}}\n")
    return place


def data_file(path: Path, rows: dict[str, tuple[int, int]], texts: list[str]) -> Path:
    lines = [f"  - {{name: {json.dumps(name)}, staff: {a}, left: {b}}}\n" for name, (a, b) in rows.items()]
    lines = ["kind: k\n", f"texts: {json.dumps(texts)}\n", "units:\n", *(lines or ["  []\n"])]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@given(rows=ROWS, texts=st.lists(NAMES, max_size=4))
def test_a_file_does_not_differ_from_itself(
    folder: Path, rows: dict[str, tuple[int, int]], texts: list[str]
) -> None:
    file = data_file(folder / "data.yaml", rows, texts)

    found = diff(file, file, Shelf([folder / "templates"]))[0]
    assert found.equal
    assert not found.data.tables


@given(old=ROWS, new=ROWS, kept=st.data())
def test_the_rows_listed_are_exactly_those_that_came_went_and_changed(
    folder: Path, old: dict[str, tuple[int, int]], new: dict[str, tuple[int, int]], kept: st.DataObject
) -> None:
    both = [name for name in old if kept.draw(st.booleans())]
    new = {name: old[name] for name in kept.draw(st.permutations(both))} | new
    files = data_file(folder / "old.yaml", old, []), data_file(folder / "new.yaml", new, [])

    found = diff(*files, Shelf([folder / "templates"]))[0]
    rows = [row for table in found.data.tables for row in table.rows]
    listed = {how: {row.key for row in rows if row.how == how} for how in ("came", "went", "changed")}
    assert listed == {
        "came": new.keys() - old.keys(),
        "went": old.keys() - new.keys(),
        "changed": {name for name in old.keys() & new.keys() if old[name] != new[name]},
    }
    for row in rows:
        if row.how == "changed":
            names = ("staff", "left")
            differ = [name for name, a, b in zip(names, old[row.key], new[row.key], strict=True) if a != b]
            assert [cell.name for cell in row.cells] == differ
    stayed = [name for name in old if name in new], [name for name in new if name in old]
    assert any(table.moved for table in found.data.tables) == (stayed[0] != stayed[1])
    difference = sum(a for a, _ in new.values()) - sum(a for a, _ in old.values())
    assert [figure.difference for figure in found.figures] == ([difference] if difference else [])


LETTERS = st.lists(st.sampled_from("abc"), max_size=12)


@given(LETTERS, LETTERS)
def test_without_a_key_each_row_is_told_once_and_in_its_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)

    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_without_a_key_one_row_taken_out_is_the_only_one_listed(rows: list[int], draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(rows) - 1))
    shorter = rows[:place] + rows[place + 1 :]

    assert [pair for pair in aligned(rows, shorter) if None in pair] == [(place, None)]
    assert [pair for pair in aligned(shorter, rows) if None in pair] == [(None, place)]


def test_long_tables_without_a_key_are_compared_in_reasonable_time() -> None:
    old, new = [0] * 5000, [1] * 6000

    assert len(aligned(old, new)) == 6000


def test_equal_keys_are_told_apart_by_their_number() -> None:
    assert matched(["a", None, None], [None, "b"]) == [(0, None), (2, None), (1, 0), (None, 1)]


def test_a_difference_is_written_in_as_many_decimals_as_it_takes_to_tell_it() -> None:
    change = Change("n", "n", "1", "2", difference=Fraction(1, 3000))

    assert (change.exactly, change.about) == ("+1/3000", "≈ +0,0003")
    assert replace(change, difference=Fraction(-5, 2)).about == "-2,5"
