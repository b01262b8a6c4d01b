"""Kinds that could never do what they say: refused when they are read, at the entry that is wrong."""

from pathlib import Path

import pytest

from reportgen.kinds import Shelf, read_kind
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, KindError
from reportgen.study import study
from tests.helpers.written import Written, write_kind


def refused(folder: Path, text: str) -> Diagnostic:
    write_kind(folder, "k", text)
    with pytest.raises(KindError) as caught:
        read_kind(folder / "templates/k")
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


UNITS = (
    "fields:\n  units:\n    rows: {name: text, sector: {choice: [công lập, tư thục]}, a: count, day: date}\n"
)
OTHERS = "  others: {rows: {b: count}}\n"
PARTS = "fields: {a: count, b: count}\nfigures:\n"
PART = 'formula: "share(a, a + b)", as: percent'

CASES = {
    "a key is no list of people": (UNITS + "    key: ~name\n", "kind-unknown-column", 4, 10),
    "a limit of another type": (
        "fields: {units: {rows: {a: {type: count, at_most: day}, day: date}}}\n", "formula-types", 1, 51,
    ),
    "a limit of texts": (
        "fields: {units: {rows: {a: {type: text, at_most: b}, b: text}}}\n", "formula-types", 1, 50,
    ),
    "a limit of a single value that is not there": (
        "fields: {a: {type: count, at_most: b}}\n", "kind-unknown-column", 1, 36,
    ),
    "a limit inside a group": (
        "fields: {g: {group: {a: {type: count, at_most: b}, b: count}}}\n", "kind-unknown-key", 1, 39,
    ),
    "two columns of one label": (
        "fields: {units: {rows: {a: {type: count, label: Số}, b: {type: count, label: số}}}}\n",
        "kind-name-twice", 1, 54,
    ),
    "a label that is another column's name": (
        "fields: {units: {rows: {a: {type: count, label: B}, b: count}}}\n", "kind-name-twice", 1, 53,
    ),
    "options that read alike": ("fields: {a: {choice: [Đạt, đạt]}}\n", "kind-name-twice", 1, 22),
    "an option with spaces around it": ('fields: {a: {choice: ["đạt ", không]}}\n', "kind-wants-text", 1, 22),
    "a default of nothing": ('fields: {a: {type: text, default: ""}}\n', "kind-bad-default", 1, 10),
    "a table in a group": (
        "fields: {g: {group: {t: {rows: {a: count}}}}}\n", "kind-nested-column", 1, 25,
    ),
    "a table in a list": (
        "fields: {g: {list: {t: {rows: {a: count}}}}}\n", "kind-nested-column", 1, 24,
    ),
    "a choice compared with no option": (
        UNITS + "figures: {n: 'count(units, where=units.sector == \"Công lập\")'}\n",
        "formula-no-option", 4, 34,
    ),
    "a key compared with no option": (
        UNITS + "tables: {t: {of: units, by: sector, figures: {n: count(units)}}}\n"
        + "checks: [{that: t.sector != 'tư', say: x}]\n", "formula-no-option", 5, 17,
    ),
    "a condition over another table": (
        UNITS + OTHERS + "tables:\n  t: {of: units, by: name, where: others.b > 0, figures: {}}\n",
        "wrong-where", 6, 35,
    ),
    "parts that are rounded in two ways": (
        PARTS + f"  p: {{{PART}, places: 1, fit: x}}\n  q: {{{PART}, places: 0, fit: x}}\n",
        "wrong-fit", 4, 3,
    ),
    "parts printed in two ways": (
        PARTS + f"  p: {{{PART}, places: 0, fit: x}}\n  q: {{formula: a, places: 0, fit: x}}\n",
        "wrong-fit", 4, 3,
    ),
    "a text among parts": (
        "fields: {a: text}\nfigures: {p: {formula: a, as: text, fit: x}}\n", "wrong-fit", 2, 11,
    ),
    "one figure fitted down its rows": (
        "fields: {a: count}\nfigures: {p: {formula: a, fit: down}}\n", "wrong-fit", 2, 11,
    ),
    "a sum of a column that earlier files compute": (
        "fields: {units: {rows: {a: count}, columns: {b: units.a}}}\nfigures: {n: sum(earlier.units.b)}\n",
        "formula-unknown-name", 2, 18,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_kind_without_sense_is_refused(case: str, tmp_path: Path) -> None:
    text, code, line, column = CASES[case]

    diagnostic = refused(tmp_path, text)

    assert diagnostic.origin is not None
    assert (diagnostic.code, diagnostic.origin.line, diagnostic.origin.column) == (code, line, column)


def test_a_broken_figure_is_told_once_and_not_again_as_a_key_figure(tmp_path: Path) -> None:
    assert refused(tmp_path, "figures: {a: 1 +}\nkey_figures: [a]\n").code == "formula-syntax"


def test_what_is_personal_is_no_part_of_a_message(written: Written) -> None:
    """
    fields:
      people: {rows: {name: {type: text, personal: true}, days: {type: count, personal: true}}}
    tables: {by_name: {of: people, by: name, figures: {days: sum(people.days)}}}
    checks:
      - {that: people.days < 5, say: too many days}
      - {that: by_name.days < 5, say: too many days in all}
    ---
    people: [{name: Lê Thị Hoa, days: 777}]
    """
    messages = [one.message for one in written.complaints()]

    assert messages == ["too many days (people.days = …)", "too many days in all (…, by_name.days = 777)"]


LONG = "a" * 300


def test_names_that_no_disk_can_hold_are_not_there(tmp_path: Path) -> None:
    write_kind(tmp_path, "k", f"outputs: {{pdf: {LONG}.html}}\n")
    (tmp_path / "data.yaml").write_text(f"kind: {LONG}\n", encoding="utf-8")
    shelf = Shelf([tmp_path / "templates"])

    with pytest.raises(KindError) as kind:
        read_kind(tmp_path / "templates/k")
    with pytest.raises(DataError) as data:
        study(tmp_path / "data.yaml", shelf)
    with pytest.raises(DataError) as file:
        study(tmp_path / f"{LONG}.yaml", shelf)

    with pytest.raises(DataError) as other:
        study(tmp_path / LONG, shelf)

    found = [caught.value.diagnostics[0].code for caught in (kind, data, file, other)]
    assert found == ["kind-no-template", "unknown-kind", "file-unreadable", "data-format"]
