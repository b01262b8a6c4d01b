"""Kinds, data and figures made by hand, for tests of what templates are filled from."""

import ast
import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from reportgen.compose.context import build_context
from reportgen.model.claims import CodeSigner
from reportgen.model.context import Context
from reportgen.model.dataset import Column, Dataset, Table
from reportgen.model.figure import Figure, Figures, GroupedTable
from reportgen.model.formula import Formula
from reportgen.model.kind import EachSpec, FieldSpec, FigureSpec, Kind, TableSpec
from reportgen.model.origin import Origin, Sources
from reportgen.model.values import BLANK

HERE = Origin("kind.yaml", 1, 1)
TODAY = dt.date(2026, 9, 5)

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


TRAINED = a_figure("trained")
BY_SECTOR = TableSpec("by_sector", "units", ("district",), named(TRAINED), HERE, order=("district",))


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
