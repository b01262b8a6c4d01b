"""``reportgen figures``."""

from reportgen.cli.errors import leave_with, leaving_properly
from reportgen.cli.language import said_here, say
from reportgen.cli.options import DataFile, ListFormat, Office, PrintList, Templates
from reportgen.cli.records import print_data, print_record
from reportgen.cli.tables import print_table


def run(
    data: DataFile,
    templates: Templates = None,
    office: Office = None,
    form: PrintList = ListFormat.TEXT,
) -> None:
    """Print every figure of a data file: its name, what it prints as, its formula and where that stands."""
    with leaving_properly(as_json=form is ListFormat.JSON):
        from reportgen.figures import list_figures  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.study import examine  # noqa: PLC0415

        found = examine(data, Shelf.usual(templates, office=office))
        lines = list_figures(found)
    _PRINT[form]([_spoken(line.record()) for line in lines])
    leave_with(found.doubts)


def _spoken(record: dict[str, str]) -> dict[str, str]:
    """Say all but the name, which is the same in every language."""
    return {key: text if key == "name" else said_here(text) for key, text in record.items()}


def _print_csv(records: list[dict[str, str]]) -> None:
    from reportgen.workbooks.csv_cells import csv_text  # noqa: PLC0415  (only when there is something to print)

    print_data(csv_text(list(records[0]) if records else ["name"], records))


def _print_table(records: list[dict[str, str]]) -> None:
    headings = (say("figure"), say("printed"), say("exact"), say("formula"), say("declared at"))
    columns = ("printed", "exact", "formula", "declared_at")
    print_table(headings, ([_named(record), *(record[column] for column in columns)] for record in records))


def _named(record: dict[str, str]) -> str:
    """Give the name that ``why`` takes, and below it what people call the figure."""
    name, title = said_here(record["name"]), record["title"]
    return name if title in name else f"{name}\n{title}"


_PRINT = {ListFormat.JSON: print_record, ListFormat.CSV: _print_csv, ListFormat.TEXT: _print_table}
