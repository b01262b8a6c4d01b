"""Files taken apart into their nodes and put together wrongly, for tests of what is said then."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

Place = tuple[str | int, ...]

WRONG: tuple[Any, ...] = (
    None, "", "x", "0", "-3", "1.5", "có", "x: y", "sum(x)", [], ["x"], [["x"]], [None], {}, {"x": "y"},
    {"": ""}, {"from": "x.csv"}, {"from": "x.yaml"}, {"from": ["x"]}, {"formula": "x"}, {"type": "count"},
)  # fmt: skip
"""What may stand where something else should."""


def read(path: Path) -> Any:
    """Read a file with every scalar as text, as the program does."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  (it makes texts only)


def dump(value: Any) -> str:
    """Write a file whose scalars are read as they were."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6)


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    """List the places of all nodes below the top."""
    below = (
        value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in below:
        yield (*at, key)
        yield from places(inner, (*at, key))


def node(value: Any, place: Place) -> Any:
    """Give the node at a place."""
    for part in place:
        value = value[part]
    return value


def replaced(value: Any, place: Place, new: Any) -> Any:
    """Give a copy with another node at a place."""
    if not place:
        return new
    first, *rest = place
    if isinstance(value, Mapping):
        return {
            key: replaced(inner, tuple(rest), new) if key == first else inner for key, inner in value.items()
        }
    return [replaced(inner, tuple(rest), new) if key == first else inner for key, inner in enumerate(value)]


def removed(value: Any, place: Place) -> Any:
    """Give a copy without the node at a place."""
    *above, last = place
    holder = node(value, tuple(above))
    if isinstance(holder, Mapping):
        return replaced(value, tuple(above), {key: inner for key, inner in holder.items() if key != last})
    return replaced(value, tuple(above), [inner for key, inner in enumerate(holder) if key != last])


def renamed(value: Any, place: Place, name: str) -> Any:
    """Give a copy in which the key at a place is another; of a list's item, one in which it stands twice."""
    *above, last = place
    holder = node(value, tuple(above))
    if isinstance(holder, Mapping):
        other = {name if key == last else key: inner for key, inner in holder.items()}
        return replaced(value, tuple(above), other)
    return replaced(value, tuple(above), [*holder, holder[int(last)]])


@st.composite
def damaged(draw: st.DrawFn, whole: Any) -> Any:
    """Draw a copy with one or two nodes wrong, missing, renamed, or taken from elsewhere."""
    for _ in range(draw(st.integers(1, 2))):
        everywhere = list(places(whole))
        place = draw(st.sampled_from(everywhere))
        match draw(st.sampled_from(["wrong", "wrong", "removed", "renamed", "elsewhere"])):
            case "wrong":
                whole = replaced(whole, place, draw(st.sampled_from(WRONG)))
            case "removed":
                whole = removed(whole, place)
            case "renamed":
                whole = renamed(
                    whole, place, draw(st.sampled_from(["x", "", "from", "_x", "1", "sum", "kind"]))
                )
            case _:
                whole = replaced(whole, place, node(whole, draw(st.sampled_from(everywhere))))
    return whole
