"""Words for the counting room: what formulas and figures can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "formula-too-long": Message(
        "this formula has {length} characters; the most is {longest}",
        "split it into figures that build on each other",
    ),
    "formula-syntax": Message(
        "this is not a formula: {why}", "check the parentheses, quotes and operators in: {formula}"
    ),
    "formula-not-allowed": Message("formulas do not know '{part}'", "{instead}"),
    "unknown-function": Message("there is no function for '{part}'", "use one of: {known}"),
    "wrong-call": Message("'{part}' is not how this function is called", "write it as {usage}"),
    "wrong-where": Message(
        "the condition in '{part}' is not one of the rows of '{table}'",
        "compare a column of '{table}' with something, or name one of its flags",
    ),
    "formula-unknown-name": Message(
        "nothing is called '{name}'{meant}", "declare it under fields or figures, or correct the name"
    ),
    "formula-types": Message(
        "'{part}' mixes {types}", "compare and combine only values of one type that allows it"
    ),
    "formula-no-option": Message(
        "'{name}' is never '{text}'{meant}", "compare it with one of its options: {known}"
    ),
    "formula-tables": Message(
        "'{part}' runs over the rows of {tables} at once",
        "sum or count each table first, then combine the results",
    ),
    "not-a-condition": Message(
        "'{formula}' is no condition but a {type}", "write a comparison that holds or does not"
    ),
    "figure-type": Message(
        "figure '{name}' is a {type} but printed as {shown_as}", "correct 'as', or the formula"
    ),
    "figure-is-column": Message(
        "'{name}' would be a value for each row of '{table}', not one value",
        "put sum, count, min, max or distinct around it, or declare it under columns",
    ),
    "figure-cycle": Message(
        "these figures read each other in a circle: {names}", "take one of them out of the circle"
    ),
    "percent-of-nothing": Message(
        "the percentage '{name}' does not say of what it is one: {formula}",
        "write it as share(part, whole), or as a quotient a / b",
    ),
    "places-missing": Message(
        "the percentage '{name}' does not say how it is rounded", "add places, such as 'places: 1'"
    ),
    "undefined-figure": Message(
        "{name} has no value for this data: {formula}",
        "give the data that it divides by or chooses from, or declare with 'if_nothing' what to print then",
    ),
    "not-whole": Message(
        "{name} comes out as {value}, which is no whole number",
        "declare its decimal places, such as 'places: 1'",
    ),
    "part-over-whole": Message(
        "{name}: the part {part_value} does not fit into the whole {whole} in {part}",
        "correct the numbers: a part lies between nothing and its whole",
    ),
    "partly-given": Message(
        "{name} reads a column that is given in some rows only: {part}",
        "give the value in this row too, 0 if there is none, or give it in no row; "
        "if this is a note and no row, delete it",
    ),
    "wrong-fit": Message(
        "'{name}' cannot be rounded together with others: {why}",
        "give all figures of one 'fit' the same 'as' and 'places'; 'down' is for the rows of a table",
    ),
    "parts-not-whole": Message(
        "{names} make up {sum}% and so cannot be printed as parts of 100%",
        "check that every part is counted once, or take 'fit' away",
    ),
    "group-gone": Message(
        "'{group}' is in an earlier file and has no row in '{table}' now; {name} would lose its numbers",
        "add a row for '{group}', with zeros if nothing happened there; if it has another name now, "
        'say so: in a data file same_as: {{"{group}": its name now}}, in a workbook on the sheet '
        "'Cách viết tên' with the columns 'Tên ghi trong bảng' ({group}) and 'Tên được dùng'",
    ),
    "over-limit": Message(
        "'{name}' is {value}, more than '{limit}', which is {most}", "correct one of the two"
    ),
    "check-failed": Message("{say} ({read})", "correct the data; the check is: {that}"),
    "check-warns": Message(
        "{say} ({read})", "look whether the data is right; the check is: {that}", "warning"
    ),
    "claim-differs": Message(
        "{name} is claimed to be {claimed}, but comes out as {computed}",
        "correct the claim or the data it is computed from; 'reportgen why {name}' shows them",
    ),
    "claim-unchecked": Message(
        "{name} is claimed to be {claimed}, and nothing is computed to compare it with",
        "give the values that it needs, or take the claim out; 'reportgen why {name}' shows them",
        "warning",
    ),
    "figure-without-rows": Message(
        "'{name}' is computed for each row of '{table}', and there is none",
        "look whether the data give rows for '{table}'",
    ),
    "member-of-one": Message(
        "this data file makes one document, not one for each of many", "leave --for out"
    ),
    "member-unknown": Message(
        "no row says '{name}', so no document is made for it{meant}",
        "write behind --for what the row says, with commas between: {columns}",
    ),
    "member-unclear": Message(
        "'{name}' may be {count} documents: {places}",
        "write more of what the row says behind --for, with commas between",
    ),
    "unknown-figure": Message(
        "there is no figure called '{name}'{meant}", "list them all with 'reportgen figures DATA'"
    ),
}
