"""What the styles of a Word file are called."""

from collections.abc import Mapping

from reportgen.render.word.package import Package
from reportgen.render.word.places import Element, W

SORT = "styles"


def all_styles(root: Element | None) -> list[Element]:
    """List the styles of a style sheet."""
    return [] if root is None else root.findall(f"{W}style")


def called(style: Element) -> tuple[str, str]:
    """Call a style by its sort and name; its identifier differs from language to language."""
    name = style.find(f"{W}name")
    said = "" if name is None else name.get(f"{W}val", "")
    return style.get(f"{W}type", "paragraph"), said.casefold()


def style_names(package: Package) -> Mapping[tuple[str, str], str]:
    """Give the identifiers of a template's styles by sort and name; an identifier is a name too."""
    styles = all_styles(package.related_tree(SORT))
    by_identifier = {(called(one)[0], _identifier(one).casefold()): _identifier(one) for one in styles}
    return by_identifier | {called(one): _identifier(one) for one in styles}


def _identifier(style: Element) -> str:
    return style.get(f"{W}styleId", "")
