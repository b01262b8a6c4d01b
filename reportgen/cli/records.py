"""Results for machines."""

import sys

import typer


def print_record(record: object) -> None:
    """Print a result as JSON, Vietnamese letters as they are wherever the stream can hold them."""
    import json  # noqa: PLC0415  (--help prints none)

    text = json.dumps(record, ensure_ascii=False, indent=2)
    typer.echo(text if _can_be_shown(text) else json.dumps(record, indent=2))


def print_data(text: str) -> None:
    """Print what will be kept in a file: where its encoding lacks a letter, a pipe gets UTF-8."""
    typer.echo(text if sys.stdout.isatty() or _can_be_shown(text) else text.encode(), nl=False)


def _can_be_shown(text: str) -> bool:
    """Ask whether standard output has every letter, so that none is folded into another."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True
