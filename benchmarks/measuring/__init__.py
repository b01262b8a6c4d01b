"""What the benchmarks share: the machine described, programs and functions run in turns, tables printed."""

from measuring.machine import machine
from measuring.table import milliseconds, print_table, ratio
from measuring.turns import Took, function, in_memory, in_turns, middle, program

__all__ = [
    "Took", "function", "in_memory", "in_turns", "machine", "middle", "milliseconds", "print_table",
    "program", "ratio",
]  # fmt: skip
