"""The layout desk: data and figures become the words a template may use. Pure, no IO."""

from reportgen.compose.context import build_context
from reportgen.compose.file_names import distinct_names, file_name, file_names, pattern_names, words_of
from reportgen.compose.filters import FILTERS, GAP, shown
from reportgen.compose.numbers import exact_text, number_text, percent_text
from reportgen.compose.plain import plain_context
from reportgen.compose.printing import field_value, figure_value
from reportgen.compose.shape import context_shape
from reportgen.compose.telling import figure_text, value_text

__all__ = [
    "FILTERS",
    "GAP",
    "build_context",
    "context_shape",
    "distinct_names",
    "exact_text",
    "field_value",
    "figure_text",
    "figure_value",
    "file_name",
    "file_names",
    "number_text",
    "pattern_names",
    "percent_text",
    "plain_context",
    "shown",
    "value_text",
    "words_of",
]
