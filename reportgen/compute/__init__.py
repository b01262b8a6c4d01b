"""The counting room: typed data becomes figures with a pedigree. Pure, exact, no IO."""

from reportgen.compute.again import again
from reportgen.compute.agree import discords
from reportgen.compute.as_declared import Unlike, departures
from reportgen.compute.called import called, called_formula
from reportgen.compute.explain import explain, rounding, single_values
from reportgen.compute.ledger import Ledger
from reportgen.compute.limits import over_limits
from reportgen.compute.record import Telling, record
from reportgen.compute.rows import Rows
from reportgen.compute.run import compute, opened, recompute

__all__ = [
    "Ledger",
    "Rows",
    "Telling",
    "Unlike",
    "again",
    "called",
    "called_formula",
    "compute",
    "departures",
    "discords",
    "explain",
    "opened",
    "over_limits",
    "recompute",
    "record",
    "rounding",
    "single_values",
]
