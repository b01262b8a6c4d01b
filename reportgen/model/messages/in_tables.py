"""What to do instead where a table file is all there is: nothing beside it says how it is meant."""

from collections.abc import Mapping

from reportgen.model.messages.entry import Text

WAYS: Mapping[str, str | Text] = {
    "encoding-guessed": "look whether the words are right; if not, write the cells again in Unicode, or "
    "save a CSV file as UTF-8",
    "encoding-unclear": "save it from Excel as CSV UTF-8 (Comma delimited)",
    "letters-unclear": "write the cell again in Unicode",
    "measure-scaled": "look whether the text around the table means the same unit",
    "sign-unknown": "write the cell again in Unicode",
    "delimiter-guessed": 'what separates the cells was taken to be "{delimiter}"',
    "header-guessed": "the headings were taken from line {lines}",
    "header-unclear": "put the headings into the first row",
    "blank-heading": "write one, or delete the column; if the headings stand elsewhere, put them into the "
    "first row",
    "headings-apart": "these lines only name what is below them and are no rows: {rows}",
    "below-apart": "what stands below the table is none of its rows: {rows}",
    "total-as-row": "look whether that is right; if it is a total, let it begin with Tổng cộng",
    "second-table": "if it is one, give it a sheet or file of its own; if the rows go on, delete the "
    "headings that stand between them",
    "total-differs": "correct the total, or the row that is wrong",
    "total-unclear": "if it is a total, correct what is wrong; if it is a row, number it like the other rows "
    'in a column "STT"',
    "row-unclear": "if it is none, delete it; if it is a row, fill it in like the others",
    "row-adds-up": 'if it is their total, let its name begin with "Tổng cộng"; if it is a row of its own, '
    "say so to whoever asked for the table",
    "row-may-add-up": 'look whether that is right; if it is their total, let its name begin with "Tổng cộng"',
    "row-again": "look whether that is right; if not, delete the row that does not count",
    "rows-below-total": "put the rows above the total and correct it; if they are no rows, delete them",
    "ambiguous-number": "write {decimal} for the decimal number, {whole} for the whole one, and its whole "
    "column alike",
    "decimal-guessed": "write {reading}",
    "thousands-guessed": "if {whole} is meant, write it so",
    "decimal-wrong": "write the number like the others of its column",
    "measures-differ": "send the table in the unit of the others, '{other}'",
    "units-otherwise": "write the name as the list of those who report has it",
    "unit-unknown": "write the name as the list of those who report has it",
    "unit-twice": "say which of the two counts, and send only that one",
    "spelled-otherwise": "write it alike in both places: {right}",
    "rows-after-gap": "if another table begins there, give it a sheet or file of its own",
    "csv-too-large": "leave out what is not needed, or make several files of it",
    "sheet-not-named": "keep the one that is meant, such as {sheet}, and put the others into another file",
    "sheet-hidden": "show the one that is meant",
}
"""The way out, or all that a note says, by code. What is not here reads as for a data file."""
