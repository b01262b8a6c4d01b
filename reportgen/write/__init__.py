"""The loading dock: finished documents onto the disk, whole or not at all."""

from reportgen.write.dock import How, OutputFolder, Written
from reportgen.write.opening import open_folder
from reportgen.write.target import refused_names

__all__ = ["How", "OutputFolder", "Written", "open_folder", "refused_names"]
