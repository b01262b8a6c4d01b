"""The loading dock: finished documents onto the disk, whole or not at all."""

from reportgen.write.cabinet import Cabinet
from reportgen.write.dock import OutputFolder, Written
from reportgen.write.far import FarFolder, Laid, open_far
from reportgen.write.faults import HOPELESS
from reportgen.write.opening import open_folder
from reportgen.write.target import refused_names
from reportgen.write.together import Draft, How

__all__ = [
    "HOPELESS",
    "Cabinet",
    "Draft",
    "FarFolder",
    "How",
    "Laid",
    "OutputFolder",
    "Written",
    "open_far",
    "open_folder",
    "refused_names",
]
