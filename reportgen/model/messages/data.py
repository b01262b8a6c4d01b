"""Words for inspection: what data can do wrong."""

from reportgen.model.messages import rounds, values
from reportgen.model.messages.entry import Message

_CORRECTIONS = {
    "correction-incomplete": Message(
        "the correction does not say {names}",
        "write at, old, new, who, when and why: what stood, what is right, and who said so, when and why",
    ),
    "correction-no-place": Message(
        "no value that counts stands at '{at}'{meant}",
        "copy the place of a cell from a message or from 'reportgen why', as in nop/le-loi.xlsx:Sheet1!C7 or "
        "units.csv:14:8; what stands in a data file is corrected there, a cell of an earlier round in the "
        "corrections of that round's file",
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
    "units-otherwise": Message(
        "{table}: these write their name otherwise than the list, and it prints as they wrote it: {names}",
        "ask them to write it as the list does, or let same_as say which spelling counts",
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
    **values.MESSAGES,
    **_EXPECTED,
    **_CORRECTIONS,
    **rounds.MESSAGES,
    "missing": Message("'{name}'{key} is still missing", "fill it in; the draft shows a gap", "missing"),
    "missing-cells": Message(
        "'{name}' is empty in {count} rows: {places}",
        "fill them in; the draft shows gaps, and figures that need them are gaps too",
        "missing",
    ),
    "table-without-rows": Message(
        "{table}: '{file}' has headings and no row, nothing of it is counted",
        "ask for the figures if it should have some",
        "warning",
    ),
    "missing-column": Message(
        "there is no column '{label}' for {table}{meant}", "head the column '{label}' or '{name}', or add it"
    ),
    "headings-below": Message(
        "{table}: the group above these headings is not looked at: {headings}",
        "look whether these columns are meant",
        "warning",
    ),
    "column-perhaps-meant": Message(
        "column '{column}' is not part of {table} and is not used; "
        "there is no column '{label}', which it may be",
        "head it '{label}' if that is meant, or remove it",
        "warning",
    ),
    "column-not-used": Message(
        "column '{column}' is not part of {table} and is not used",
        "remove it, or correct its heading",
        "note",
    ),
    "unknown-key": Message("'{inside}' has no '{key}'{meant}", "correct the word, or take it out"),
    "duplicate-row": Message(
        "'{key}' is there twice in {table}{spelled}",
        "take one of the two rows out, or tell them apart",
    ),
    "unit-shortened": Message(
        "'{name}' and '{other}' in {table} may be one, called in short and in full",
        "look whether it is sent twice; if so, take one of the two rows out; if not, nothing is to be done",
        "warning",
    ),
    "value-again": Message(
        "{name} '{value}' is there twice in {table}",
        "correct one of the two: in this column no two rows may say the same",
    ),
    "item-again": Message(
        "{name}: this item says what another one says{others}",
        "take one of the two out, or tell them apart",
        "warning",
    ),
    "mark-by-hand": Message(
        "{name}: the item begins with '{mark}', which prints beside the number or mark that the paper "
        "sets before each item{others}",
        "leave it out where the paper numbers the items; otherwise nothing is to be done",
        "warning",
    ),
    "frame-typed": Message(
        "{name}: what was typed as '{taken}' is taken off, because the form prints '{frame}' itself{others}",
        "",
        "note",
    ),
    "item-of-another": Message(
        "{name}: the form prints '{words}' itself, from '{other}'",
        "take the item out here, and write what stands behind '{words}' into '{other}'",
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
        "write the name as the rows have it, letter for letter, or take the line out; two spellings within "
        "an earlier round are brought together in that round's file",
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
    "tables-alike": Message(
        "{table}: '{name}' holds the same rows as '{other}', and both are counted",
        "if one is a copy of the other, take it out; if both reported the same, nothing needs to be done",
        "warning",
    ),
    "no-such-output": Message(
        "the kind '{kind}' makes no {target}",
        "ask for one of: {made}; or add the template to the kind's outputs",
    ),
    "date-twice": Message(
        "--date says {asked}, and the data say {date} ({label})",
        "leave --date out if the paper is of {date}; if not, correct the day here",
    ),
    "date-unprinted": Message(
        "--date {asked} changes nothing: no template of the kind '{kind}' prints today's day",
        "leave --date out; a paper has the day that its data name, or the one on which it is issued: "
        "`reportgen issue --date {asked}`",
        "warning",
    ),
    "not-quoted": Message("'{what}' is in the data and no template prints it", "", "note"),
    "figure-not-quoted": Message("figure '{name}' is computed and no template prints it", "", "note"),
}
