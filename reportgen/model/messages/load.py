"""Words for receiving: what a file can do wrong."""

from reportgen.model.messages import sheets, tables, yaml
from reportgen.model.messages.entry import Message

_FILES = {
    "file-missing": Message('there is no file "{name}"', "correct the name or put the file there{similar}"),
    "file-is-folder": Message('"{name}" is a folder', "name a file inside it"),
    "file-forbidden": Message(
        '"{name}" may not be read', "ask its owner for the right to read it, or close it where it is open"
    ),
    "file-unreadable": Message('"{name}" cannot be read: {reason}', "copy it to this computer and try again"),
    "file-too-large": Message(
        '"{name}" is too large: {size} MB, where {limit} MB can be read', "split it into smaller files"
    ),
    "data-format": Message('"{name}" is no data file', "name an .xlsx or a .yaml file"),
    "table-as-data": Message(
        '"{name}" is a table, not a whole data file',
        "name it in a data file, as in units: {{from: {name}}}, or copy its rows into a workbook made by "
        "'reportgen kinds KIND --example FILE.xlsx'",
    ),
    "sheet-without-workbook": Message(
        '"{name}" has no sheets, so there is no sheet "{sheet}"', 'delete "sheet:", or name an .xlsx file'
    ),
}

_FOUND = {
    "findings-left-out": Message(
        "{count} more findings [{same}] are not shown: {most} alike are enough",
        "mend what those that are shown have in common, then try again",
        "warning",
    ),
}

_TEXT = {
    "not-utf8": Message(
        "the file is not UTF-8; it looks like {looks}",
        "save it as UTF-8; in Notepad choose Save As and Encoding: UTF-8",
    ),
    "lost-character": Message(
        "{character} stands where a letter was lost when the text was converted{often}",
        "write the letter again",
    ),
    "private-character": Message(
        "{character} is a private character that each font shows differently{often}",
        "replace it with an ordinary letter or sign",
    ),
    "invisible-character": Message(
        "{character} cannot be seen, and makes two equal words different to a search{often}",
        "delete it; writing the word again helps",
        "warning",
    ),
    "directing-character": Message(
        "{character} cannot be seen and makes letters show in another order; "
        "the paper prints them in the order in which they are stored{often}",
        "delete it, and look whether the words still say what is meant",
        "warning",
    ),
    "look-alike": Message(
        "{character} looks like {meant}, but is another letter to a search{often}",
        "write {meant} in its place",
        "warning",
    ),
    "letter-lost": Message(
        "{character} stands where the letter ư was lost when the text was converted{often}",
        "write the word again",
        "warning",
    ),
    "control-character": Message("{character} cannot be printed{often}", "delete it"),
}

_PLAIN = {
    "fill-data-format": Message(
        '"{name}" is no data file that can be read', "name a file with one of {known}"
    ),
    "json-syntax": Message("the file is no JSON from here on: {reason}", "mend it here"),
    "picture-size": Message(
        "'{value}' is no {name} of a picture",
        "write a number and its unit, as in 20mm, 2.5cm, 1in or 30pt, no larger than a page",
    ),
    "rich-text": Message(
        "this cannot be printed as rich text: {reason}",
        "write it as {{rich: [{{text: words, bold: true}}, more words]}}",
    ),
    "json-key-twice": Message('"{key}" is given twice', "keep one of them"),
}

_TABLES = {
    "table-empty": Message("the table is empty", "write a line of headings first"),
    "blank-heading": Message(
        "{columns} no heading",
        "write one, or delete the column; if the headings stand elsewhere, say header: and their line",
    ),
    "heading-twice": Message('the heading "{name}" stands twice', "rename or delete one of the columns"),
    "too-many-cells": Message(
        "this row has {cells} cells under {headings} headings",
        "put a cell that contains the separator in quotes, or add the heading",
    ),
    "total-row": Message(
        'this row is a total ("{text}") and would be summed twice', "remove it; totals are computed"
    ),
    "csv-unclosed-quote": Message(
        "the quotation mark that opens this cell is never closed", "close it, or delete it"
    ),
    "csv-broken-quote": Message(
        "the quotation mark that opens this cell is closed in the middle of a cell",
        "close it at the end of the cell; write a mark inside a quoted cell twice",
    ),
    "csv-cell-too-long": Message(
        "a cell of this row goes on for more than 131072 letters",
        "look for a quotation mark that is not closed",
    ),
    "csv-too-large": Message(
        "the table has more than {most} {what}",
        "leave out what is not needed, or make several files of it and name them together: "
        "{{from: units-*.csv}}",
    ),
}

_GRAFTS = {
    "graft-no-name": Message('"{key}:" does not say a name', "write one, as in {{from: units.csv}}"),
    "graft-with-others": Message(
        '"{key}" stands beside "from:"',
        'leave only "from:" and "sheet:", "encoding:", "delimiter:", "header:", "decimal:" or "lines:" in '
        'the braces; "except:" goes with a name that has * in it, "column:" with a list below "expected:"',
    ),
    "decimal-of-corrections": Message(
        '"decimal:" says nothing of corrections: they are read as the file that they correct',
        "take it out, and write old and new values as that file writes numbers",
    ),
    "graft-outside": Message(
        '"{name}" leads out of the data file\'s own folder',
        "put the file there or into a folder below it, and name it from there, with /",
    ),
    "graft-missing": Message('there is no file "{name}"', "correct the name or put the file there{similar}"),
    "graft-none": Message(
        'no file is called like "{pattern}"',
        "correct the name or put the files there; * stands for any letters, ? for one",
    ),
    "files-taken": Message('"{pattern}" takes in {count} files: {names}', severity="note"),
    "files-copied": Message(
        "these files are called like copies of others (in brackets), and both count: {names}",
        "look which one counts, and name the other behind except:, or move it elsewhere",
        "warning",
    ),
    "files-left-out": Message(
        "these tables are in the same folder and are not taken in: {names}",
        'if they count, write a list: [{{from: "{pattern}"}}, {{from: "{first}"}}]; if they do not, move '
        "them to another folder",
        "warning",
    ),
    "files-passed-over": Message(
        "these are in the same folder and were passed over, for they are temporary or no tables: {names}",
        severity="note",
    ),
    "except-missing": Message(
        '"{name}" is none of the files that "{pattern}" means{meant}', "correct the name, or take it out"
    ),
    "list-no-column": Message(
        "{file} has no column '{column}'{meant}", "correct the heading behind column:, or the file's"
    ),
    "graft-format": Message('"{name}" is neither a table nor a data file', "use one of {known}"),
}

MESSAGES: dict[str, Message] = {
    **_FILES,
    **_FOUND,
    **_TEXT,
    **_PLAIN,
    **yaml.MESSAGES,
    **tables.MESSAGES,
    **_TABLES,
    **sheets.MESSAGES,
    **_GRAFTS,
}
