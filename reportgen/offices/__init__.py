"""The archive's other shelf: offices.yaml, the names of offices by their days."""

from reportgen.offices.find import FILE, find_register
from reportgen.offices.read import read_register
from reportgen.offices.write import office_file

__all__ = ["FILE", "find_register", "office_file", "read_register"]
