"""Official reports from data files: every number with a name, a formula and a pedigree."""

__version__ = "0.1.0"
