"""What a template is filled from, given typed data and computed figures."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from reportgen.compose.context import build_context
from reportgen.compose.filters import GAP, shown
from reportgen.model.context import Quantity, Rows
from reportgen.model.dataset import Dataset
from reportgen.model.figure import Figure, Figures, GroupedTable
from reportgen.model.kind import EachSpec, FieldSpec, FigureSpec, Kind
from reportgen.model.values import BLANK, Hole
from tests.compose.kinds import (
    AGENDA,
    BY_SECTOR,
    DATA,
    HERE,
    SHARES,
    TODAY,
    TRAINED,
    UNITS,
    a_dataset,
    a_field,
    a_figure,
    a_kind,
    a_table,
    named,
)

NO_FIGURES = Figures({}, {}, {})


def values_of(kind: Kind, dataset: Dataset, figures: Figures = NO_FIGURES) -> Mapping[str, Any]:
    return build_context(dataset, figures, kind, today=TODAY).values


def field_shown(spec: FieldSpec, value: Any) -> Any:
    return values_of(a_kind(spec), a_dataset({spec.name: value}))[spec.name]


def figure_shown(figure: Figure) -> Any:
    name = figure.spec.name
    figures = Figures({name: figure}, {}, {})
    return values_of(a_kind(figures=[figure.spec]), a_dataset(), figures)[name]


# --- fields


@pytest.mark.parametrize(
    ("sort", "value", "text"),
    [
        ("count", 2960, "2.960"),
        ("number", Fraction(24691, 20), "1.234,55"),
        ("number", -3, "-3"),
        ("percent", Fraction(84, 100), "84%"),
        ("percent", Fraction(419, 1000), "41,9%"),
    ],
)
def test_a_numbers_field_prints_as_offices_write_it_and_keeps_its_exact_value(
    sort: str, value: Any, text: str
) -> None:
    field = field_shown(a_field("spent", sort), value)

    assert isinstance(field, Quantity)
    assert (field.value, field.text, field.name) == (value, text, "spent")


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        ("text", "Hải Phòng"),
        ("code", "012"),
        ("choice", "hoàn thành"),
        ("date", dt.date(2020, 1, 19)),
        ("time", dt.time(7, 30)),
        ("flag", False),
    ],
)
def test_other_fields_are_handed_on_as_they_are(sort: str, value: Any) -> None:
    assert field_shown(a_field("venue", sort), value) == value


@pytest.mark.parametrize("sort", ["text", "count", "percent", "date", "flag", "group"])
def test_an_absent_optional_field_is_none(sort: str) -> None:
    assert field_shown(a_field("venue", sort, optional=True), None) is None


@pytest.mark.parametrize("sort", ["text", "code", "count", "number", "percent", "date", "time"])
@pytest.mark.parametrize("value", [BLANK, None])
def test_a_required_field_that_is_missing_is_a_gap(sort: str, value: Any) -> None:
    assert field_shown(a_field("venue", sort), value) is BLANK


def test_lists_and_groups_are_shown_down_to_their_last_field() -> None:
    agenda = field_shown(
        AGENDA,
        [
            {"title": "Khai mạc", "presenter": None, "votes": 1200, "opinions": None},
            {"title": BLANK, "presenter": "Bà Hà", "votes": BLANK, "opinions": ["đồng ý", "cần bàn thêm"]},
        ],
    )

    assert agenda == (
        {"title": "Khai mạc", "presenter": None, "votes": 1200, "opinions": ()},
        {"title": BLANK, "presenter": "Bà Hà", "votes": BLANK, "opinions": ("đồng ý", "cần bàn thêm")},
    )
    assert (agenda[0]["votes"].text, agenda[0]["votes"].name) == ("1.200", "agenda.1.votes")
    assert (agenda[1]["presenter"].name, agenda[1]["opinions"][1].name) == (
        "agenda.2.presenter",
        "agenda.2.opinions.2",
    )


def test_a_list_or_group_that_is_missing_still_shows_its_gaps() -> None:
    signer = a_field(
        "signer", "group", fields=named(a_field("name", "text"), a_field("honour", "text", optional=True))
    )

    assert field_shown(AGENDA, BLANK) == (
        {"title": BLANK, "presenter": None, "votes": BLANK, "opinions": ()},
    )
    assert field_shown(signer, BLANK) == {"name": BLANK, "honour": None}


def units_shown(*order: str) -> Any:
    spec = FieldSpec("units", "rows", HERE, fields=UNITS.fields, columns=UNITS.columns, order=order)
    return values_of(a_kind(spec), a_dataset({}, DATA), Figures({}, {"units": {"share": SHARES}}, {}))[
        "units"
    ]


def test_a_tables_rows_hold_data_and_computed_columns_as_written() -> None:
    units = units_shown()

    assert isinstance(units, Rows)
    assert units.total is None
    assert [shown(row["district"]) for row in units] == ["Yên Bái", "Đống Đa", "An Dương", GAP, "Dương Kinh"]
    assert [shown(row["staff"]) for row in units] == ["10", "1.200", "30", "40", GAP]
    assert [row["note"] for row in units] == [None, "mới", None, None, None]
    assert [str(row["share"]) for row in units[:2]] == ["50,0%", "33,3%"]
    assert [units[2]["share"], units[4]["share"]] == [None, BLANK]
    assert (units[0]["staff"].name, units[0]["share"].name) == ("units.1.staff", "units.1.share")
    assert units[4]["district"].name == "units.5.district"


@pytest.mark.parametrize(
    ("order", "districts"),
    [
        (["district"], ["An Dương", "Dương Kinh", "Đống Đa", "Yên Bái", GAP]),
        (["staff"], ["Yên Bái", "An Dương", GAP, "Đống Đa", "Dương Kinh"]),
        (["share"], ["Đống Đa", "Yên Bái", GAP, "An Dương", "Dương Kinh"]),
        (["note", "district"], ["Đống Đa", "An Dương", "Dương Kinh", "Yên Bái", GAP]),
        (["~district"], ["Yên Bái", "An Dương", "Đống Đa", "Dương Kinh", GAP]),
    ],
    ids=["by text", "by number", "by figure", "by two", "by given name"],
)
def test_rows_come_in_the_declared_order_the_unknown_last(order: list[str], districts: list[str]) -> None:
    rows = units_shown(*order)

    assert [shown(row["district"]) for row in rows] == districts
    assert {shown(row["staff"]) for row in rows if row["district"] == "Đống Đa"} == {"1.200"}


def test_an_absent_table_is_empty_and_a_missing_one_a_row_of_gaps() -> None:
    optional = FieldSpec("units", "rows", HERE, optional=True, fields=UNITS.fields, columns=UNITS.columns)

    assert list(values_of(a_kind(optional), a_dataset())["units"]) == []
    assert list(values_of(a_kind(UNITS), a_dataset())["units"]) == [
        {"district": BLANK, "staff": BLANK, "note": None, "share": BLANK}
    ]


def by_sector_shown(dataset: Dataset, figures: Figures, units: FieldSpec = UNITS) -> Any:
    return values_of(a_kind(units, tables=named(BY_SECTOR)), dataset, figures)["by_sector"]


def test_a_derived_table_has_keys_figures_and_a_total_without_keys() -> None:
    grouped = GroupedTable(
        "by_sector",
        ("district",),
        keys=[("Đống Đa",), ("An Dương",)],
        rows=[[0], [1]],
        figures={"trained": [Figure(TRAINED, 1200, 1200), Figure(TRAINED, 30, 30)]},
        total={"trained": Figure(TRAINED, 1230, 1230)},
    )
    computed = {"share": SHARES}

    table = by_sector_shown(a_dataset({}, DATA), Figures({}, {"units": computed}, {"by_sector": grouped}))

    assert list(table) == [{"district": "An Dương", "trained": 30}, {"district": "Đống Đa", "trained": 1200}]
    assert [row["trained"].name for row in table] == ["by_sector.2.trained", "by_sector.1.trained"]
    assert set(table.total) == {"trained"}
    assert (table.total["trained"].text, table.total["trained"].name) == ("1.230", "by_sector.total.trained")


def test_a_table_derived_from_absent_rows_is_empty_and_from_missing_rows_a_gap() -> None:
    optional = FieldSpec("units", "rows", HERE, optional=True, fields=UNITS.fields)

    absent = by_sector_shown(a_dataset(), NO_FIGURES, optional)
    missing = by_sector_shown(a_dataset(), NO_FIGURES)

    assert (list(absent), absent.total) == ([], {"trained": None})
    assert (list(missing), missing.total) == ([{"district": BLANK, "trained": BLANK}], {"trained": BLANK})


# --- figures


@pytest.mark.parametrize(
    ("spec", "value", "printed", "compared", "text"),
    [
        (a_figure("f"), 2960, 2960, 2960, "2.960"),
        (a_figure("f", places=2), Fraction(1, 3), Fraction(33, 100), Fraction(33, 100), "0,33"),
        (a_figure("f", places=1), 5, 5, 5, "5,0"),
        (a_figure("f", shown_as="percent", places=0), Fraction(21, 25), 84, Fraction(84, 100), "84%"),
        (
            a_figure("f", shown_as="percent", places=1),
            Fraction(1, 3),
            Fraction(333, 10),
            Fraction(333, 1000),
            "33,3%",
        ),
    ],
)
def test_a_figure_prints_rounded_and_compares_as_it_prints(
    spec: FigureSpec, value: Any, printed: Any, compared: Any, text: str
) -> None:
    figure = figure_shown(Figure(spec, value, printed))

    assert (figure.value, figure.text, figure.name) == (compared, text, "f")


def test_a_percentage_means_the_same_number_as_field_and_as_figure() -> None:
    as_figure = figure_shown(Figure(a_figure("f", shown_as="percent", places=0), Fraction(84, 100), 84))
    as_field = field_shown(a_field("f", "percent"), Fraction(84, 100))

    assert as_figure == as_field
    assert as_figure.text == as_field.text == "84%"


@pytest.mark.parametrize(
    ("value", "shown_as"), [("tốt", "text"), (dt.date(2020, 1, 19), "date"), (dt.time(7, 30), "time")]
)
def test_a_figure_that_is_no_number_is_handed_on_as_it_is(value: Any, shown_as: str) -> None:
    assert figure_shown(Figure(a_figure("f", shown_as=shown_as), value, None)) == value


@pytest.mark.parametrize(
    ("state", "value", "if_nothing", "expected"),
    [
        ("nothing", Hole.NOTHING, "–", "–"),
        ("nothing", Hole.NOTHING, None, BLANK),
        ("absent", None, "–", None),
        ("blank", BLANK, "–", BLANK),
        ("failed", Hole.FAILED, "–", BLANK),
    ],
)
def test_a_figure_without_a_value_is_its_stand_in_nothing_or_a_gap(
    state: str, value: Any, if_nothing: str | None, expected: Any
) -> None:
    spec = a_figure("f", shown_as="percent", places=0, if_nothing=if_nothing)

    assert figure_shown(Figure(spec, value, None, state)) == expected


# --- what is told besides


def test_a_document_for_a_row_knows_the_row_with_its_computed_columns() -> None:
    kind = a_kind(UNITS, each=EachSpec("units", (), HERE))
    table = DATA.take([1])
    figures = Figures({}, {"units": {"share": [SHARES[1]]}}, {})
    row = {"district": "Đống Đa", "staff": 1200, "note": "mới"}

    each = values_of(kind, a_dataset({}, table, each=row), figures)["each"]

    assert {name: str(value) for name, value in each.items()} == {
        "district": "Đống Đa", "staff": "1.200", "note": "mới", "share": "33,3%",
    }  # fmt: skip
    assert each["staff"].name == "each.staff"


def test_a_document_for_a_group_knows_the_groups_keys_only() -> None:
    kind = a_kind(UNITS, each=EachSpec("units", ("district",), HERE))
    figures = Figures({}, {"units": {"share": SHARES}}, {})

    assert values_of(kind, a_dataset({}, DATA, each={"district": "Đống Đa"}), figures)["each"] == {
        "district": "Đống Đa"
    }


def test_a_document_for_all_has_no_each() -> None:
    kind = a_kind(a_field("n", "count"), each=None)

    assert values_of(kind, a_dataset({"n": 1}))["each"] is None


def test_earlier_files_tell_their_plain_fields_in_order() -> None:
    kind = a_kind(a_field("round", "count"), a_field("venue", "text", optional=True), UNITS, AGENDA)
    earlier = (a_dataset({"round": 1, "venue": None}), a_dataset({"round": 2, "venue": "Lê Chân"}))
    figures = Figures({}, {"units": {"share": SHARES}}, {})

    values = values_of(kind, a_dataset({"round": 3, "agenda": []}, DATA, earlier=earlier), figures)

    assert values["earlier"] == ({"round": 1, "venue": None}, {"round": 2, "venue": "Lê Chân"})
    assert str(values["earlier"][0]["round"]) == "1"


def test_what_was_assumed_is_called_by_its_label() -> None:
    staff = a_field("staff", "count", label="Tổng số CBQL")
    units = a_field("units", "rows", fields=named(staff), columns=named(a_figure("share", label="Tỷ lệ")))
    kind = a_kind(units, a_field("round", "count"), AGENDA, figures=[a_figure("f", label="Cả đợt")])
    why = "không có nguồn nào nêu"
    assumed = dict.fromkeys(
        ["units.staff", "units.share", "round", "f", "agenda.votes", "other.x", "f.x"], why
    )
    figures = Figures({"f": Figure(kind.figures["f"], 1, 1)}, {"units": {"share": []}}, {})

    told = values_of(
        kind, a_dataset({"round": 1, "agenda": ()}, a_table("units", staff=[]), assumed=assumed), figures
    )

    assert [one["what"] for one in told["assumed"]] == [
        "Tổng số CBQL", "Tỷ lệ", "round", "Cả đợt", "votes", "other.x", "f.x",
    ]  # fmt: skip
    assert {one["why"] for one in told["assumed"]} == {why}


def test_today_is_the_day_that_was_told() -> None:
    assert values_of(a_kind(), a_dataset())["today"] == TODAY
