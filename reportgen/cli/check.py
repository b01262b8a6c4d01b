"""``reportgen check``."""

from reportgen.cli.errors import leaving_properly
from reportgen.cli.options import DataFiles, Date, Format, Print, Templates, To, today

NAME = "check"


def run(
    data: DataFiles,
    to: To = None,
    templates: Templates = None,
    date: Date = None,
    form: Print = Format.TEXT,
) -> None:
    """Find every mistake: all that build does, but nothing is written."""
    day = today(date)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order, check  # noqa: PLC0415
        from reportgen.cli.ending import report_ending  # noqa: PLC0415
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        targets = tuple(dict.fromkeys(to or ()))
        with progress_bar() as advance:
            outcomes = check(data, Order(Shelf.usual(templates), day, targets), advance)
    report_ending(outcomes, form, writing=False)
