"""The shape of a context: all names that a template may use, and no other."""

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.compose.shape import context_shape
from reportgen.model.context import Rows, Shape
from reportgen.model.kind import EachSpec
from tests.compose.kinds import HERE, UNITS, a_kind, full_context, full_kind


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
