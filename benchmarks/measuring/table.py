"""Tables that read well as plain text, and are tables in Markdown."""

from collections.abc import Sequence


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below their headings, the first column to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    ruled = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (headings, ruled, *rows):
        first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print(f"| {' | '.join([first.strip().ljust(widths[0]), *rest])} |")
    print()


def ratio(ours: float, theirs: float) -> str:
    """Write how many times as much we take."""
    return f"{ours / theirs:.2f}" if ours < 10 * theirs else f"{ours / theirs:.0f}"


def milliseconds(seconds: float) -> str:
    """Write a time, with a decimal where it is short."""
    return f"{1000 * seconds:.{0 if seconds >= 0.01 else 1}f}"  # noqa: PLR2004
