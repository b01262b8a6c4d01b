"""Words for inspection: what data can do wrong."""

from reportgen.model.messages import rounds
from reportgen.model.messages.entry import Message

_CORRECTIONS = {
    "correction-incomplete": Message(
        "the correction does not say {names}",
        "write at, old, new, who, when and why: what stood, what is right, and who said so, when and why",
    ),
    "correction-no-place": Message(
        "no value that counts stands at '{at}'{meant}",
        "copy the place of a cell from a message or from 'reportgen why', as in nop/le-loi.xlsx:Sheet1!C7 or "
        "units.csv:14:8; what stands in a data file is corrected there",
    ),
    "correction-unclear": Message(
        "'{at}' may mean a cell of several files: {files}", "write the folder before the file's name"
    ),
    "correction-old-differs": Message(
        "{name}: what is to be corrected is '{old}', but '{stands}' stands there now",
        "look whether the correction still holds: write after old: what stands there now, or take it out",
    ),
    "correction-twice": Message("'{at}' is corrected twice", "leave the correction that counts"),
}

_EXPECTED = {
    "expected-no-list": Message(
        "who is expected in '{name}' is no list of names",
        "write names, as in [Lê Lợi, Trần Phú], or {{from: danh-sach.csv}}",
    ),
    "expected-column": Message(
        "the list has several columns, and none is called '{name}'",
        'write beside "from:" which of them has the names, as in column: "{name}"; there are {columns}',
    ),
    "expected-twice": Message("'{unit}' is in the list twice", "take one of the two out"),
    "units-missing": Message(
        "{count} of {all} that are expected in {table} have not reported: {names}",
        "ask them for their figures; until then they are not counted",
        "warning",
    ),
    "unit-unknown": Message(
        "'{unit}' in {table} is not one of those who are expected{meant}",
        "write the name as the list has it, by a correction, or add it to the list",
    ),
    "unit-twice": Message(
        "'{unit}' is there twice in {table}: in {file} and in {other}",
        'name the file that does not count behind "except:", beside "from:", or take one of the two rows out',
    ),
}

MESSAGES: dict[str, Message] = {
    **_EXPECTED,
    **_CORRECTIONS,
    **rounds.MESSAGES,
    "missing": Message("'{name}'{key} is still missing", "fill it in; the draft shows a gap", "missing"),
    "missing-cells": Message(
        "'{name}' is empty in {count} rows: {places}",
        "fill them in; the draft shows gaps, and figures that need them are gaps too",
        "missing",
    ),
    "spaces-squeezed": Message(
        "'{name}' has double or odd spaces in {count} texts, which print with one ordinary space: {places}",
        severity="note",
    ),
    "table-without-rows": Message(
        "{table}: '{file}' has headings and no row, nothing of it is counted",
        "ask for the figures if it should have some",
        "warning",
    ),
    "missing-column": Message(
        "there is no column '{label}' for {table}{meant}", "add the column, headed '{label}' or '{name}'"
    ),
    "column-not-used": Message(
        "column '{column}' is not part of {table} and is not used",
        "remove it, or correct its heading",
        "note",
    ),
    "unknown-key": Message("'{inside}' has no '{key}'{meant}", "correct the word, or take it out"),
    "not-a-number": Message("{name}: '{value}' is not a number", "{way}"),
    "too-many-digits": Message(
        "{name}: a number of more than {most} digits is nobody's count", "correct the number"
    ),
    "ambiguous-number": Message(
        "{name}: '{value}' may be meant as {decimal} or as {whole}{others}",
        "write {decimal} for the decimal number, {whole} for the whole one, and its whole column alike; "
        'or say what stands before its decimals: decimal: {{"{column}": point}} (or comma) beside "from:"',
    ),
    "decimal-guessed": Message(
        "{name}: '{value}' was read as {reading}, its point taken for a decimal comma{others}",
        'write {reading}; for a table file, decimal: point beside "from:" settles it',
        "warning",
    ),
    "thousands-guessed": Message(
        "{name}: '{value}' was read as a decimal number, not as {whole}{others}",
        'if {whole} is meant, write it so, or write decimal: point beside "from:"; '
        "if not, write decimal: comma there",
        "warning",
    ),
    "decimal-wrong": Message(
        "{name}: '{value}' does not fit decimal: {decimal}",
        'correct the number, or "decimal:" beside "from:"',
    ),
    "not-a-count": Message(
        "{name}: '{value}' is not a whole number of zero or more",
        "write a whole number, such as 612 or 2.960",
    ),
    "percent-without-sign": Message(
        "{name}: '{value}' has no % sign", "write the percentage with its sign, such as 41,9%"
    ),
    "not-a-date": Message("{name}: '{value}' is not a date", "write day/month/year, such as 19/01/2020"),
    "no-such-day": Message(
        "{name}: there is no day '{value}'", "write day/month/year; month {month} has {days} days"
    ),
    "no-such-month": Message(
        "{name}: '{value}' names a month {month}", "write day/month/year, such as 19/01/2020"
    ),
    "month-first": Message(
        "{name}: '{value}' names a month {month}; month and day seem to be the other way round",
        "write day/month/year, here {meant}; look at the other dates too, which may have the same fault",
    ),
    "date-short-year": Message(
        "{name}: the year in '{value}' has two digits only", "write it with four: {new} or {old}"
    ),
    "date-incomplete": Message(
        "{name}: '{value}' is {part}", "write day, month and year; what is not known in full, leave empty"
    ),
    "date-serial": Message(
        "{name}: '{value}' is a number; as Excel counts days it would be {day}",
        "write {day} if that is meant; in Excel, give the column a date format",
    ),
    "date-with-time": Message("{name}: '{value}' is a day with a time", "write the day alone: {day}"),
    "zero-lost": Message(
        "{name}: a number of {digits} digits seems to have lost a 0 at its beginning{others}",
        "write it with its 0; in Excel, give the column the format Text before",
        "warning",
    ),
    "not-a-time": Message("{name}: '{value}' is not a time of day", "{way}"),
    "not-a-flag": Message("{name}: '{value}' is neither yes nor no", "write 'có' or 'không'"),
    "not-a-choice": Message("{name}: '{value}' is not one of {choices}{meant}", "choose one of {choices}"),
    "not-a-single-value": Message(
        "'{name}' wants one value ({type}), not a list or a mapping", "write the value behind the colon"
    ),
    "not-a-list": Message("'{name}' wants a list", "write each item on a line of its own, behind '- '"),
    "not-a-group": Message(
        "'{name}' wants named values: {names}", "write each on a line of its own, indented"
    ),
    "not-a-table": Message(
        "'{name}' wants rows", "name a table file as {{from: FILE.csv}}, or list the rows, each behind '- '"
    ),
    "not-a-row": Message(
        "a row of '{name}' is neither named values nor {{from: FILE}}",
        "write column: value, or {{from: FILE.csv}}",
    ),
    "duplicate-row": Message(
        "'{key}' is there twice in {table}{spelled}",
        "take one of the two rows out, or tell them apart",
    ),
    "person-twice": Message(
        "'{name}' is there twice in {table}: {parts} are the same",
        "take one of the two rows out; if a person may have several, say again: true in the kind",
    ),
    "person-doubtful": Message(
        "'{name}' may be one person in two rows of {table}: {why}{more}",
        "correct the row that is wrong; if these are two persons, nothing is to be done",
        "warning",
    ),
    "spelled-otherwise": Message(
        "{column}: '{name}' and '{other}' are one name in two spellings, and would be counted apart{more}",
        "write it alike in both places; or say which spelling counts: in a data file "
        'same_as: {{"{wrong}": "{right}"}}, in a workbook on the sheet \'Cách viết tên\' with the columns '
        "'Tên ghi trong bảng' ({wrong}) and 'Tên được dùng' ({right})",
    ),
    "same-as-again": Message("'{name}' is itself read as '{other}'", "write '{other}' here"),
    "same-as-unused": Message(
        "no row of a table says '{name}'",
        "write the name as the rows have it, letter for letter, or take the line out",
        "warning",
    ),
    "missing-reason": Message(
        "what was assumed about '{name}' has no reason", "write why it was assumed behind the colon"
    ),
    "wrong-for-each": Message(
        "for_each does not name rows that the kind '{kind}' has",
        "write the name of a table ({tables}), or {{of: TABLE, by: COLUMN}}",
    ),
    "unknown-kind": Message(
        "there is no document kind '{name}'{meant}", "choose one of: {known}; or pass --templates DIR"
    ),
    "no-kind": Message(
        "the data file does not say what document it is for", "begin it with a line such as 'kind: minutes'"
    ),
    "kind-hidden": Message("this '{name}' hides the one in {hidden}", "", "note"),
    "not-for-each": Message(
        "the kind '{kind}' makes one document for each {wanted}, and the data file does not ask for that",
        "add the line 'for_each: {wanted}'",
    ),
    "left-out": Message(
        "{count} of {total} get no document, because '{where}' does not hold: {places}", "", "note"
    ),
    "nothing-to-make": Message("no row gives a document", "check the condition '{where}' and the data"),
    "each-without-key": Message(
        "a document for each row of '{table}' cannot tell which earlier rows are its own",
        "declare a 'key' for '{table}' in the kind, or take 'earlier' out",
    ),
    "blank-group": Message(
        "'{name}' is empty in this row, so no document can be made for it", "fill it in, or take the row out"
    ),
    "diff-other-kind": Message(
        "this is a '{kind}' and the other file a '{other}'", "compare two data files of one kind"
    ),
    "diff-paper-and-data": Message(
        "'{name}' is no finished paper, and '{paper}' is one",
        "compare two data files, or two finished papers (.docx, .pdf)",
    ),
    "graft-is-a-report": Message(
        "'{name}' cannot be taken from the report '{file}'",
        "only rows of a table can: write {{from: FILE}} as one of them",
    ),
    "graft-twice": Message(
        "the rows of '{name}' are taken in twice, and would be counted twice", "take one of the two out"
    ),
    "no-such-output": Message(
        "the kind '{kind}' makes no {target}",
        "ask for one of: {made}; or add the template to the kind's outputs",
    ),
    "not-quoted": Message("{what} is in the data and no template prints it", "", "note"),
    "figure-not-quoted": Message("figure '{name}' is computed and no template prints it", "", "note"),
}
