"""The elements of a structure tree, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

_DEEPEST: Final = 200


@dataclass(slots=True)
class Node:
    """One element: its standard type, its dictionary, and the marked contents it holds, with their pages."""

    sort: str
    element: Any
    parent: "Node | None"
    marks: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def below(self) -> Iterator["Node"]:
        """List what is in it, in order."""
        for child in self.children:
            yield child
            yield from child.below()

    def attribute(self, name: str) -> Any:
        """Find an attribute of the element, such as a cell's scope."""
        found = self.element.get("/A")
        owners = found if isinstance(found, pikepdf.Array) else [found]
        return next(
            (one[name] for one in owners if isinstance(one, pikepdf.Dictionary) and name in one), None
        )


def read_tree(root: Any) -> list[Node]:
    """List all elements of a tree, parents before their children."""
    roles = root.get("/RoleMap", pikepdf.Dictionary())
    tops = [node for kid in _kids(root) if (node := _read(kid, None, roles, None))]
    return [node for top in tops for node in (top, *top.below())]


def _read(element: Any, parent: Node | None, roles: Any, page: Any, deep: int = 0) -> Node | None:
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element or deep > _DEEPEST:
        return None
    page = element.get("/Pg", page)
    node = Node(_role(str(element["/S"]), roles), element, parent)
    for kid in _kids(element):
        if isinstance(kid, int):
            node.marks.append((page.objgen if page is not None else (0, 0), kid))
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            place = kid.get("/Pg", page)
            node.marks.append((place.objgen if place is not None else (0, 0), int(kid["/MCID"])))
        elif child := _read(kid, node, roles, page, deep + 1):
            node.children.append(child)
    return node


def _role(sort: str, roles: Any) -> str:
    """Follow the role map to a standard type, however long the way."""
    met: set[str] = set()
    while sort in roles and sort not in met:
        met.add(sort)
        sort = str(roles[sort])
    return sort.lstrip("/")


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
