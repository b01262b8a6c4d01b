"""The counting room: typed data becomes figures with a pedigree. Pure, exact, no IO."""

from reportgen.compute.explain import explain, single_values
from reportgen.compute.run import compute

__all__ = ["compute", "explain", "single_values"]
