"""Results for machines."""

import typer


def print_record(record: object) -> None:
    """Print a result as JSON, Vietnamese letters as they are."""
    import json  # noqa: PLC0415  (--help prints none)

    typer.echo(json.dumps(record, ensure_ascii=False, indent=2))
