"""What a template is filled from, given typed data and computed figures."""

import ast
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import pytest

from reportgen.compose.context import build_context
from reportgen.compose.filters import FILTERS, GAP, shown
from reportgen.compose.shape import context_shape
from reportgen.model.claims import CodeSigner
from reportgen.model.context import Context, Quantity, Rows, Shape
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.figure import Figure, Figures, GroupedTable
from reportgen.model.formula import Formula
from reportgen.model.kind import EachSpec, FieldSpec, FigureSpec, Kind, TableSpec
from reportgen.model.origin import Origin, Sources
from reportgen.model.values import BLANK, Hole

HERE = Origin("kind.yaml", 1, 1)
TODAY = dt.date(2026, 9, 5)
NO_FIGURES = Figures({}, {}, {})

Spec = TypeVar("Spec", FieldSpec, FigureSpec, TableSpec)


def a_field(name: str, sort: str, *, optional: bool = False, **more: Any) -> FieldSpec:
    return FieldSpec(name, sort, HERE, optional=optional, **more)


def named(*specs: Spec) -> dict[str, Spec]:
    return {spec.name: spec for spec in specs}


def a_figure(name: str, **more: Any) -> FigureSpec:
    formula = Formula("1", HERE, ast.parse("1", mode="eval").body, ())
    return FigureSpec(name, formula, HERE, **more)


def a_kind(*fields: FieldSpec, figures: Sequence[FigureSpec] = (), **more: Any) -> Kind:
    settled: dict[str, Any] = {
        "tables": {}, "checks": (), "outputs": {}, "file_name": "x", "date": None, "each": None,
    }  # fmt: skip
    return Kind(
        name="round-report", folder=Path("round-report"), title="Báo cáo", version=1,
        fields=named(*fields), figures=named(*figures), sources=Sources("kind.yaml"), **(settled | more),
    )  # fmt: skip


def a_dataset(values: Mapping[str, Any] | None = None, *tables: Table, **more: Any) -> Dataset:
    return Dataset(
        "q3.yaml",
        "round-report",
        values or {},
        {table.name: table for table in tables},
        Sources("q3.yaml"),
        **more,
    )


def a_table(name: str, **columns: Sequence[Any]) -> Table:
    kept = {column: Column(values, all(v is not None for v in values)) for column, values in columns.items()}
    return Table(name, kept, len(next(iter(columns.values()))), Sources("q3.yaml"))


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


AGENDA = a_field(
    "agenda",
    "list",
    item=a_field(
        "agenda",
        "group",
        fields=named(
            a_field("title", "text"),
            a_field("presenter", "text", optional=True),
            a_field("votes", "count"),
            a_field("opinions", "list", optional=True, item=a_field("opinions", "text")),
        ),
    ),
)


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


# --- tables


UNITS = a_field(
    "units",
    "rows",
    label="Số liệu theo đơn vị",
    fields=named(
        a_field("district", "text"), a_field("staff", "count"), a_field("note", "text", optional=True)
    ),
    columns=named(a_figure("share", shown_as="percent", places=1)),
)
DATA = a_table(
    "units",
    district=["Yên Bái", "Đống Đa", "An Dương", BLANK, "Dương Kinh"],
    staff=[10, 1200, 30, 40, BLANK],
    note=[None, "mới", None, None, None],
)
SHARES = [
    Figure(UNITS.columns["share"], Fraction(1, 2), 50, row=0),
    Figure(UNITS.columns["share"], Fraction(1, 3), Fraction(333, 10), row=1),
    Figure(UNITS.columns["share"], None, None, "absent", row=2),
    Figure(UNITS.columns["share"], Fraction(2, 3), Fraction(667, 10), row=3),
    Figure(UNITS.columns["share"], BLANK, None, "blank", row=4),
]


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


TRAINED = a_figure("trained")
BY_SECTOR = TableSpec("by_sector", "units", ("district",), named(TRAINED), HERE, order=("district",))


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


# --- the shape


def full_kind() -> Kind:
    return a_kind(
        a_field("round", "count", label="Đợt"),
        a_field("held", "flag"),
        a_field("signer", "group", fields=named(a_field("name", "text"))),
        AGENDA,
        UNITS,
        figures=[a_figure("f", label="Cả đợt")],
        tables=named(BY_SECTOR),
        each=EachSpec("units", (), HERE),
    )


def full_context() -> Context:
    grouped = GroupedTable(
        "by_sector", ("district",), [("Đống Đa",)], [[1]],
        {"trained": [Figure(TRAINED, 1200, 1200)]}, {"trained": Figure(TRAINED, 1200, 1200)},
    )  # fmt: skip
    figures = Figures(
        {"f": Figure(a_figure("f"), 5, 5)}, {"units": {"share": [SHARES[1]]}}, {"by_sector": grouped}
    )
    values = {
        "round": 3, "held": True, "signer": {"name": "Hà"},
        "agenda": [{"title": "a", "presenter": "b", "votes": 3, "opinions": ["c"]}],
    }  # fmt: skip
    row = {"district": "Đống Đa", "staff": 1200, "note": "mới"}
    dataset = a_dataset(
        values,
        DATA.take([1]),
        each=row,
        assumed={"round": "x"},
        earlier=(a_dataset({"round": 2, "held": True}),),
        code_signer=CodeSigner(bytes(32), "05", TODAY, {}),
        replaces="Biên bản số 01",
    )
    return build_context(dataset, figures, full_kind(), today=TODAY)


def fits(value: Any, shape: Shape) -> bool:
    """Tell whether a value has just the names that the shape promises, all the way down."""
    if shape.sort in {"scalar", "flag"}:
        return value is not None and not isinstance(value, (Mapping, tuple, Rows))
    if shape.sort == "mapping":
        return set(value) == set(shape.names) and all(
            fits(value[name], shape.names[name]) for name in shape.names
        )
    item = shape.item or Shape("mapping", shape.names)
    total = shape.total is None or fits(value.total, shape.total)
    return len(value) > 0 and total and all(fits(row, item) for row in value)


def test_the_shape_has_every_name_of_the_context_and_no_other() -> None:
    context = full_context()

    assert context.shape == context_shape(full_kind())
    assert fits(context.values, context.shape)


def test_the_shape_of_a_group_document_has_the_keys_only() -> None:
    kind = a_kind(UNITS, each=EachSpec("units", ("district",), HERE))

    assert set(context_shape(kind).names["each"].names) == {"district"}
    assert context_shape(a_kind(UNITS)).names["each"] == Shape("mapping")


def test_what_the_kind_declares_is_there_to_be_quoted_and_the_rest_is_not() -> None:
    quotable = set(quotable_paths(context_shape(full_kind()), ""))

    assert {"round", "f", "signer.name", "agenda.votes", "units.share", "by_sector.district"} <= quotable
    assert not {"held", "today"} & quotable
    assert not {path for path in quotable if path.split(".")[0] in {"each", "earlier", "assumed"}}
    assert "by_sector.total.trained" not in quotable


def test_names_carry_their_labels() -> None:
    names = context_shape(full_kind()).names

    assert (names["round"].label, names["f"].label) == ("Đợt", "Cả đợt")
    assert (names["units"].label, names["held"].label) == ("Số liệu theo đơn vị", "held")


def quotable_paths(shape: Shape, path: str) -> Iterator[str]:
    if shape.quotable:
        yield path.removeprefix(".")
    for name, inner in shape.names.items():
        yield from quotable_paths(inner, f"{path}.{name}")
    if shape.total:
        yield from quotable_paths(shape.total, f"{path}.total")


# --- filters


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("long_date", dt.date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        ("short_date", dt.date(2020, 3, 5), "05/03/2020"),
        ("clock", dt.time(7, 30), "07 giờ 30 phút"),
        ("short_clock", dt.time(7, 30), "7h30"),
        ("words", Quantity(2960, "2.960"), "hai nghìn chín trăm sáu mươi"),
        ("words", Quantity(Fraction(419, 1000), "41,9%"), "bốn mươi mốt phẩy chín phần trăm"),
        ("words", "–", "–"),
        ("words", 3, "ba"),
        ("roman", Quantity(4, "4"), "IV"),
        ("roman", 9, "IX"),
        ("letter", 5, "đ"),
        ("two_digits", Quantity(5, "5"), "05"),
        ("two_digits", Quantity(2960, "2.960"), "2.960"),
        ("two_digits", "5", "05"),
        ("two_digits", "012", "012"),
        ("two_digits", "–", "–"),
        ("upper", "Hội nghị tập huấn, đợt 1", "HỘI NGHỊ TẬP HUẤN, ĐỢT 1"),
        ("upper", "ho\u0300a bi\u0300nh", "HÒA BÌNH"),
        ("lower", "ĐỀ ÁN ƯU TIÊN", "đề án ưu tiên"),
        ("capital", "ông Nguyễn Văn An", "Ông Nguyễn Văn An"),
        ("capital", "", ""),
        ("one_line", "Trường Tiểu học\nLê Chân", "Trường Tiểu học Lê Chân"),
        ("upper", dt.time(7, 30), "07 GIỜ 30 PHÚT"),
        ("join", ("a", Quantity(1200, "1.200"), BLANK), f"a, 1.200, {GAP}"),
        ("join", (), ""),
    ],
)
def test_a_filter_prints_a_value_in_another_form(name: str, value: object, text: str) -> None:
    assert FILTERS[name](value) == text


def test_join_takes_another_separator() -> None:
    assert FILTERS["join"](["a", "b", "c"], "; ") == "a; b; c"
    with pytest.raises(TypeError, match="'2' is not a text"):
        FILTERS["join"](["a", "b", "c"], 2)


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_prints_a_gap_for_a_blank(name: str) -> None:
    assert "…" in str(FILTERS[name](BLANK))


def test_the_gap_of_a_date_has_the_words_of_a_date() -> None:
    assert FILTERS["long_date"](BLANK) == "ngày … tháng … năm …"
    assert FILTERS["clock"](BLANK) == "… giờ … phút"
    assert FILTERS["words"](BLANK) == GAP


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_refuses_what_was_not_given(name: str) -> None:
    with pytest.raises(TypeError, match="was not given"):
        FILTERS[name](None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("long_date", "05/03/2020"),
        ("clock", dt.date(2020, 1, 1)),
        ("short_clock", "7h30"),
        ("words", "12"),
        ("words", True),
        ("roman", "IV"),
        ("roman", dt.date(2020, 1, 1)),
        ("upper", True),
        ("upper", ("a",)),
        ("join", "abc"),
        ("join", Rows(({"a": "b"},))),
        ("join", 5),
    ],
)
def test_a_filter_refuses_what_has_no_such_form(name: str, value: object) -> None:
    with pytest.raises(TypeError, match="is not"):
        FILTERS[name](value)


def test_only_whole_numbers_are_counted_off() -> None:
    with pytest.raises(ValueError, match="2,5 is not a whole number"):
        FILTERS["roman"](Quantity(Fraction(5, 2), "2,5"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Hải Phòng", "Hải Phòng"),
        (Quantity(Fraction(84, 100), "84%"), "84%"),
        (dt.date(2020, 1, 9), "09/01/2020"),
        (dt.time(7, 0), "07 giờ 00 phút"),
        (2026, "2026"),
        (BLANK, GAP),
    ],
)
def test_a_value_by_itself_prints_as_it_stands_in_a_sentence(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("value", [True, False, (), [], {}, Rows(()), Fraction(1, 2), 0.5, object()])
def test_what_has_no_print_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="is not printable"):
        shown(value)


def test_what_was_not_given_is_not_printed_as_a_word() -> None:
    with pytest.raises(TypeError, match="was not given"):
        shown(None)


def test_the_context_hands_on_the_filters_and_how_a_value_prints() -> None:
    context = full_context()

    assert context.filters is FILTERS
    assert context.shown(context.values["round"]) == "3"
