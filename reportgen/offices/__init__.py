"""The archive's other shelf: what offices are called, by their days, and the blanks that they print on."""

from reportgen.offices.blanks import read_blank
from reportgen.offices.find import FILE, find_register
from reportgen.offices.read import read_register
from reportgen.offices.record import RECORD, read_record, record_of
from reportgen.offices.write import office_file

__all__ = [
    "FILE", "RECORD", "find_register", "office_file", "read_blank", "read_record", "read_register",
    "record_of",
]  # fmt: skip
