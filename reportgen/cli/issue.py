"""``reportgen issue``."""

from dataclasses import replace

from reportgen.cli.errors import leaving_properly
from reportgen.cli.issuing import ByHand, Number, issue_or_print, refuse_number_before_pen, request_of
from reportgen.cli.language import say
from reportgen.cli.misfits import refuse_many
from reportgen.cli.options import By, DataFiles, Date, Edited, Format, OfficeFolder, Print, Templates, Workers


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    number: Number = "",
    edited: Edited = None,
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    by: By = "",
    form: Print = Format.TEXT,
    workers: Workers = None,
    *,
    by_hand: ByHand = False,
) -> None:
    """Make final papers: number and date given, no draft mark, filed in the office's folder and its register.

    A list, such as that of certificates, is numbered in the order of its rows. The same command again changes
    nothing that was issued, and goes on where it was stopped.

    Papers are signed by pen; who signs by key finds how in `reportgen sign --help`.
    """
    refuse_many(data, edited, "--from", say("a Word file is the draft of one paper: name one data file"))
    refuse_number_before_pen(number, by_hand=by_hand)
    with leaving_properly(as_json=form is Format.JSON):
        request = request_of(office, templates, by, date, workers)
        request = replace(request, number=number.strip(), edited=edited)
        issue_or_print(data, request, form, by_hand=by_hand)
