"""The proving room: tells whether a finished file is what it says, a lasting PDF or a sound Word file."""

from reportgen.proof.fault import Fault
from reportgen.proof.pdf import Proof, faults, prove
from reportgen.proof.vera import judged
from reportgen.proof.word import Unsound, unsound

__all__ = ["Fault", "Proof", "Unsound", "faults", "judged", "prove", "unsound"]
