"""Filters as templates run them: counted, and told by name where they cannot print what they were given."""

from collections.abc import Mapping, Sequence
from functools import wraps
from inspect import signature

from reportgen.model.context import Filter
from reportgen.model.phrase import phrase
from reportgen.render.template.budget import Budget, cost_of
from reportgen.render.template.failures import UnfitError


def fitting(name: str, filtered: Filter, budget: Budget) -> Filter:
    """Tell by its name which filter cannot print what it was given, and count what it makes."""
    cost = cost_of(name)

    @wraps(filtered)
    def applied(*given: object, **options: object) -> object:
        try:
            if cost is not None:
                cost(budget, *given, **options)
            return filtered(*given, **options)
        except (TypeError, ValueError) as error:
            raise UnfitError(
                phrase("{filter}: {why}", filter=name, why=_why(error, filtered, given, options))
            ) from error

    return applied


def _why(
    error: Exception, filtered: Filter, given: Sequence[object], options: Mapping[str, object]
) -> object:
    """Say why a filter failed, also where Python would say it of the filter's own code."""
    try:
        signature(filtered).bind(*given, **options)
    except TypeError:
        return phrase("it takes other values in its brackets, or none")
    return error
