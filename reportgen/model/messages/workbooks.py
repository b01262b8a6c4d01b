"""Words for workbooks that are whole documents: what can be wrong with their sheets."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "example-format": Message('"{name}" is no name for a data file', "give it one of these endings: {known}"),
    "workbook-without-facts": Message(
        "no sheet of the workbook has a row that begins with '{kind}': it is a table, no whole document",
        "for a document, fill in a workbook made by 'reportgen kinds KIND --example FILE.xlsx'; to use the "
        "table, name it in a data file, as in units: {{from: FILE.xlsx}}",
    ),
    "workbook-without-kind": Message(
        "the cell beside '{kind}' is empty", "write the name of a kind, such as minutes"
    ),
    "fact-twice": Message("'{name}' is there twice", "keep one of the two rows"),
    "fact-without-name": Message(
        "nothing in column {column} says what this is",
        "write what it is in column {column}, or clear the cell",
    ),
    "fact-has-a-sheet": Message(
        "'{name}' has a sheet of its own", "write it on the sheet '{sheet}', and clear this row"
    ),
    "spelling-half": Message(
        "the cell in the column '{column}' is empty",
        "write the name as the tables have it and the name that counts, or clear the row",
    ),
    "sheet-unknown": Message(
        "no sheet of this kind is called '{sheet}'{meant}", "correct the name of the sheet, or delete it"
    ),
    "sheet-not-used": Message(
        "the sheet '{sheet}' is not part of the document and is not read", severity="note"
    ),
    "sheet-twice": Message(
        "the sheet '{sheet}' says the same as one before it", "keep one of the two sheets"
    ),
    "sheet-out-of-sight": Message(
        "the sheet '{sheet}' is hidden, and it belongs to the document", "show it, or delete it"
    ),
    "sheet-without-headings": Message(
        "the first row of the sheet '{sheet}' has none of its headings", "write them there: {headings}"
    ),
    "cells-not-used": Message(
        "these cells stand beside the columns that are read, and are not: {cells}", severity="note"
    ),
    "item-without-number": Message(
        "no number in column '{column}' says which item this row belongs to",
        "number the first row of each item; rows below it without a number go on with it",
    ),
    "item-number-again": Message(
        "item {number} was begun above, and others stand between",
        "put its rows together, or give this item another number",
    ),
    "item-number-twice": Message(
        "two items have the number {number} in the column '{column}'",
        "give the second a number of its own; if it is no other item, clear in this row its number and what "
        "stands above already",
    ),
    "items-renumbered": Message(
        "the items are numbered {numbers} in the column '{column}', and papers number them 1, 2, 3 …",
        "number them so, and look whether one is missing",
        "warning",
    ),
    "item-cell-again": Message(
        "{name}: this item has another value already",
        "leave this cell empty; if the row begins a new item, give it a number",
    ),
    "annotate-several": Message(
        "several files have remarks, and '{name}' holds one copy: {files}",
        "name a folder for the copies, such as --annotate gop-y",
    ),
    "annotate-unreadable": Message(
        "'{name}' cannot be opened, so there is no copy of it with remarks",
        "open it in Excel and save it as an Excel workbook (.xlsx) or as CSV UTF-8",
        "warning",
    ),
    "annotate-loses": Message(
        "the copy of '{name}' is without its {lost}",
        "mail the remarks with the original where they matter",
        "warning",
    ),
}
