"""What an eye sees of a finished file's pages, held against what their text says."""

from reportgen.readback.eyes.apart import Apart, How, come_apart
from reportgen.readback.eyes.oddities import has_oddities
from reportgen.readback.eyes.spoken import Spoken, spoken
from reportgen.readback.eyes.telling import Sight, sights

__all__ = ["Apart", "How", "Sight", "Spoken", "come_apart", "has_oddities", "sights", "spoken"]
