"""The marks against a QR code, by which its mask is chosen (ISO/IEC 18004:2015, 7.8.3): the fewer the better.

All rows of a code are one large number, its columns another, with light modules between one row and the next.
"""

from typing import Final

APART: Final = 4
"""Light modules between rows that are written one after the other: as much as a pattern looks for."""

LIGHT: Final = "0" * APART

_FINDER: Final = "1011101"


def marks(rows: int, columns: int, inside: int, side: int) -> int:
    """Mark a code of so many modules a ``side``; ``inside`` are all of them, without those between rows."""
    light_rows, light_columns = inside & ~rows, inside & ~columns
    runs = sum(map(_runs, (rows, columns, light_rows, light_columns)))
    below = side + APART
    squares = 3 * (_squares(rows, below).bit_count() + _squares(light_rows, below).bit_count())
    finders = 40 * (_finders(rows) + _finders(columns))
    share = float(rows.bit_count()) / (side**2)
    return runs + squares + finders + 10 * int(abs(share * 100 - 50) / 5)


def _runs(modules: int) -> int:
    """Mark five and more modules in a row: two less than there are."""
    two = modules & modules >> 1
    five = two & two >> 2 & modules >> 4
    return 3 * five.bit_count() - 2 * (five & five >> 1).bit_count()


def _squares(modules: int, below: int) -> int:
    pairs = modules & modules >> 1
    return pairs & pairs >> below


def _finders(modules: int) -> int:
    """Count what looks like a corner, with four light modules before or behind; none that lies in another."""
    three = modules & modules >> 1 & modules >> 2
    corners = modules & three >> 2 & modules >> 6 & ~(modules >> 1 | modules >> 5)
    if not corners:
        return 0
    two = modules | modules >> 1
    four = two | two >> 2  # where any of four is dark; below the last row there are light ones
    free = corners & ~(four >> 7 & four << APART)
    inside = _overlapped(free)
    if _overlapped(inside):
        return _one_by_one(f"{LIGHT}{modules:b}{LIGHT}")
    return free.bit_count() - inside.bit_count()


def _overlapped(corners: int) -> int:
    """Find those that begin in another one: its last three modules begin one, and its last."""
    return corners & (corners >> 4 | corners >> 6)


def _one_by_one(line: str) -> int:
    """Count them where one lies in another that lies in a third."""
    count, place = 0, line.find(_FINDER)
    while place >= 0:
        end = place + len(_FINDER)
        free = "1" not in line[place - APART : place] or "1" not in line[end : end + APART]
        count += free
        place = line.find(_FINDER, end if free else place + APART)
    return count
