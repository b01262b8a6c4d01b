"""What the names of a template stand for, as far as its kind's shape tells."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reportgen.model.context import Shape
from reportgen.model.formula import Name
from reportgen.model.phrase import phrase
from reportgen.render.template.allowed import LOOP_CALLS, LOOP_FLAGS, LOOP_ITEMS, LOOP_NUMBERS


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for; ``path`` says under which declared name, if it is one."""

    shape: Shape
    path: Name = ()

    @property
    def anything(self) -> bool:
        """Tell that nothing is known of it, such as a macro's argument."""
        return self.shape.sort == "anything"

    def inside(self, name: str) -> "Meaning | None":
        """Go into a mapping, or to the total of a table."""
        if self.anything:
            return self
        if self.shape.sort == "rows":
            found = self.shape.total if name == "total" else None
        else:
            found = self.shape.names.get(name)
        return None if found is None else Meaning(found, (*self.path, name) if self.path else ())

    def item(self) -> "Meaning | None":
        """Go to one row of a table or one item of a list."""
        if self.anything:
            return self
        if self.shape.sort != "rows":
            return None
        return Meaning(self.shape.item or Shape("mapping", self.shape.names), self.path)

    def parts(self) -> list[str]:
        """List the names that can follow a dot."""
        if self.shape.sort == "rows":
            return [] if self.shape.total is None else ["total"]
        return list(self.shape.names)


ANYTHING: Final = Meaning(Shape("anything"))
TEXT: Final = Meaning(Shape("scalar"))
FLAG: Final = Meaning(Shape("flag"))
MACRO: Final = Meaning(Shape("macro"))
PRINTABLE: Final = frozenset({"scalar", "anything"})
CALLABLE: Final = frozenset({"macro", "anything"})

_LOOP_SHAPES: Final[Mapping[str, Shape]] = {
    **dict.fromkeys(LOOP_NUMBERS, Shape("scalar")),
    **dict.fromkeys(LOOP_ITEMS, Shape("anything")),
    **dict.fromkeys(LOOP_FLAGS, Shape("flag")),
    **dict.fromkeys(LOOP_CALLS, Shape("macro")),
}
LOOP: Final = Meaning(Shape("mapping", _LOOP_SHAPES))

_WORDS: Final = {
    "flag": phrase("a yes or no"),
    "mapping": phrase("a group"),
    "rows": phrase("a list"),
    "macro": phrase("a macro"),
}


@dataclass(slots=True)
class Scope:
    """The names that can be seen at one point of a template, innermost first."""

    names: dict[str, Meaning] = field(default_factory=dict)
    outer: "Scope | None" = None

    def inner(self, names: Mapping[str, Meaning] | None = None) -> "Scope":
        """Open a scope inside this one, as a loop or a macro does."""
        return Scope(dict(names or {}), self)

    def find(self, name: str) -> Meaning | None:
        """Look a name up from the inside out."""
        return next((scope.names[name] for scope in self._chain() if name in scope.names), None)

    def visible(self) -> list[str]:
        """List all names, for suggestions."""
        return [name for scope in self._chain() for name in scope.names]

    def _chain(self) -> Iterator["Scope"]:
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer


def top_scope(shape: Shape) -> Scope:
    """See what the kind declares, and nothing else."""
    return Scope({name: Meaning(inner, (name,)) for name, inner in shape.names.items()})


def either(one: Meaning, other: Meaning) -> Meaning:
    """Tell what is known of a value that may be one or the other."""
    return Meaning(one.shape) if one.shape.sort == other.shape.sort == "scalar" else ANYTHING


def in_words(dotted: str, meaning: Meaning) -> str:
    """Call something that cannot be printed by its name and its sort."""
    sort = _WORDS.get(meaning.shape.sort, phrase("nothing to print"))
    return phrase("'{name}', {sort}", name=dotted, sort=sort)


def advice(wrong: str, names: list[str], otherwise: str) -> str:
    """Suggest the name that was probably meant."""
    near = difflib.get_close_matches(wrong, names, n=1)
    return phrase("write '{name}'", name=near[0]) if near else otherwise
