"""The proving room: tells whether a finished PDF is fit for the archive and for a screen reader."""

from reportgen.proof.fault import Fault
from reportgen.proof.pdf import Proof, faults, prove

__all__ = ["Fault", "Proof", "faults", "prove"]
