"""From a data file to its figures: receiving, inspection, counting, with earlier rounds and reports below."""

from reportgen.study.called import figure_names
from reportgen.study.read import Study, examine, study, survey
from reportgen.study.why import why

__all__ = ["Study", "examine", "figure_names", "study", "survey", "why"]
