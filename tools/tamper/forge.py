"""Manifests that are forged by somebody who knows how they are sealed."""

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

from reportgen.model.manifest_text import read_manifest, written

_LONG: Final = 20

Values = dict[str, Any]
Forgery = Callable[[Values], bool]
"""Changes what a manifest says, and tells whether there was anything to change."""


def forged(text: str, forgery: Forgery) -> str:
    """Forge a manifest and seal it anew.

    Raises:
        LookupError: it has nothing of the sort.

    """
    values = json.loads(text)
    if not forgery(values):
        raise LookupError
    manifest, _ = read_manifest(json.dumps(values))
    return written(manifest)


def _formula(values: Values) -> bool:
    for figure in values["figures"][:1]:
        figure["formula"] += " + 0"
    return bool(values["figures"])


def _value(values: Values) -> bool:
    for figure in values["figures"]:
        for entry in figure["at"]:
            if type(entry["value"]) is int:
                entry["value"] += 1
                return True
    return False


def _rounding(values: Values) -> bool:
    for figure in values["figures"]:
        if figure["as"] == "percent":
            figure["places"] = figure.get("places", 0) + 2
            return True
    return False


def _one_sum(values: Values) -> bool:
    """Change a sum of one figure and its value with it: others have the same sum."""
    sums = [
        (entry, added)
        for figure in values["figures"]
        for entry in figure["at"]
        for added in entry["adds"]
        if added["what"] == figure["formula"] and type(added["gives"]) is int
    ]
    for entry, added in sums[:1]:
        entry["value"] = added["gives"] = added["gives"] + 10
        entry["printed"] = str(entry["value"])
    return bool(sums)


def _withheld(values: Values) -> bool:
    for figure in values["figures"]:
        for entry in figure["at"]:
            if not entry.get("row") and (entry["adds"] or entry["reads"]):
                entry["adds"], entry["reads"] = [], {name: {"none": "withheld"} for name in entry["reads"]}
                entry["value"] = {"none": "withheld"}
                return True
    return False


def _left_out(values: Values) -> bool:
    printed = {piece[1] for piece in values["page"] if isinstance(piece, list)}
    named = [one for one in values["figures"] if one["name"] in printed]
    if named:
        values["figures"].remove(named[0])
    return bool(named)


def _page(values: Values) -> bool:
    """Say that the page always said something else."""
    for place, piece in enumerate(values["page"]):
        if isinstance(piece, str) and len(piece) > _LONG:
            values["page"][place] = f"không {piece}"
            return True
    return False


def _kind(values: Values) -> bool:
    """Declare the kind otherwise, too, so that formula and kind agree."""
    values["kind"]["declared"] += "\n# other\n"
    return _formula(values)


def _share(values: Values) -> bool:
    """Change an exact share, and not what it was computed of."""
    for figure in values["figures"]:
        for entry in figure["at"]:
            if isinstance(entry["value"], dict) and "number" in entry["value"]:
                exact = Fraction(entry["value"]["number"]) + Fraction(1, 1000)
                entry["value"]["number"] = f"{exact.numerator}/{exact.denominator}"
                return True
    return False


FORGERIES: Final[dict[str, Forgery]] = {
    "a formula": _formula,
    "a value": _value,
    "an exact share": _share,
    "the rounding": _rounding,
    "one sum with its figure": _one_sum,
    "a figure held back": _withheld,
    "a figure left out": _left_out,
    "the words of the page": _page,
    "formula and kind": _kind,
}
