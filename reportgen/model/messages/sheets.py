"""Words for receiving: what workbooks hold that people do not see, or a program cannot."""

from reportgen.model.messages.entry import Message

_SAVE_AS = "open it in Excel, save it as .xlsx without a password and use that file"

MESSAGES: dict[str, Message] = {
    "workbook-broken": Message("the file is damaged, or no workbook", _SAVE_AS),
    "workbook-locked": Message("the workbook is locked with a password", _SAVE_AS),
    "workbook-macros": Message("the workbook holds macros, and programs are not read", _SAVE_AS),
    "workbook-binary": Message("the workbook has the binary .xlsb format, which is not read", _SAVE_AS),
    "workbook-web-page": Message("the file is a web page that only calls itself a workbook", _SAVE_AS),
    "workbook-word": Message(
        "the file is a Word document that only calls itself a workbook",
        "ask for the figures as a workbook, or copy them into one; if it does not count, leave it out",
    ),
    "workbook-doctype": Message(
        "the workbook declares a document type, as no office program does",
        "copy the cells that are needed into a new workbook",
    ),
    "workbook-too-large": Message(
        "there are more than {most} {what}", "copy what is needed into a new workbook, or into several"
    ),
    "cells-not-read": Message(
        "more than {count} cells cannot be read; from here on none was looked at",
        "mend those above, then try again",
    ),
    "cell-too-long": Message(
        "the cell holds more than {most} letters", "shorten it, or put the text into a file of its own"
    ),
    "cell-far-away": Message(
        "this cell lies so far from the others that the table would be too large",
        "clear it, or move it to the others",
    ),
    "workbook-bomb": Message(
        "the workbook would unpack from {packed} KB to {size} MB",
        "copy the cells that are needed into a new workbook",
    ),
    "workbook-merged": Message(
        "{count} cells of the workbook are merged", "copy the cells that are needed into a new workbook"
    ),
    "sheet-missing": Message(
        'the workbook has no sheet "{sheet}"', "name one of its sheets, such as {sheets}"
    ),
    "sheet-not-named": Message(
        "several sheets of the workbook have something on them: {sheets}",
        'say which one is meant, as in sheet: "{sheet}"; to take rows from several, write a list with one '
        "{{from: …, sheet: …}} for each",
    ),
    "sheet-hidden": Message(
        "all sheets that have something on them are hidden: {sheets}",
        'show the one that is meant, or name it, as in sheet: "{sheet}"',
    ),
    "sheet-passed-over": Message(
        'the sheet "{sheet}" was read; hidden ones were passed over: {sheets}', severity="note"
    ),
    "hidden-row": Message(
        "{rows} hidden, but counted", "show what is hidden, and delete what should not count", "warning"
    ),
    "filtered-row": Message(
        "{rows} hidden by a filter, but counted",
        "clear the filter, and delete what should not count",
        "warning",
    ),
    "hidden-column": Message("{columns} hidden, but read", "show what is hidden, or delete it", "warning"),
    "cells-struck": Message(
        "a line is drawn through these cells, and they count nevertheless: {places}",
        "clear what no longer counts; take the line away where it does",
        "warning",
    ),
    "cells-unseen": Message(
        "the number format of these cells shows nothing, and they count nevertheless: {places}",
        "give them an ordinary number format; clear what does not count",
        "warning",
    ),
    "cells-commented": Message(
        "comments are pinned to these cells, and are not read: {places}",
        "look whether they say something else than the cells; correct those, and delete the comments",
        "warning",
    ),
    "formula-empty": Message(
        "the formulas in these cells show nothing, or were never calculated: {places}",
        "open the workbook in Excel and look whether they are empty there, too",
        "warning",
    ),
    "merged-cells": Message(
        "the cells {cells} are merged, and only the first of them has a value",
        "unmerge them and fill in each",
    ),
    "cell-error": Message("the cell holds the error {value}", "correct the formula, or clear the cell"),
    "formula-not-calculated": Message(
        "the formula in this cell was never calculated", "open the workbook in Excel and save it"
    ),
    "number-too-long": Message(
        "Excel has rounded this number to 15 digits",
        "format the cell as Text and write the number again; identity numbers are no quantities",
    ),
    "number-scaled": Message(
        "the cell shows its number in thousands or millions, and holds the whole one",
        "give the cell an ordinary number format, look which of the two is meant, and write that one",
    ),
    "date-in-part": Message(
        "the cell is a date and shows only a part of it; Excel may have made it from something like 10/2",
        "format the cell as Text and write it again; for a date, show day, month and year",
    ),
}
