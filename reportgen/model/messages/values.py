"""Words for inspection: what a value can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "spaces-squeezed": Message(
        "'{name}' has double or odd spaces in {count} texts, which print with one ordinary space: {places}",
        severity="note",
    ),
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
    "number-unrounded": Message(
        "{name}: the cell holds {value}, though it may show less, and that is counted and printed{others}",
        "round it in the workbook with the function ROUND, or write the rounded number",
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
        'correct the number, or "decimal:" beside "from:"; where it holds for the other files of a folder, '
        'name this one behind "except:", and in a "from:" of its own',
    ),
    "not-a-count": Message(
        "{name}: '{value}' is not a whole number of zero or more",
        "write a whole number, such as 612 or {example}",
    ),
    "code-holds": Message(
        "{name}: '{value}' holds the '{sign}' that the paper prints behind it",
        "write only '{before}'; what follows has a place of its own",
    ),
    "percent-without-sign": Message(
        "{name}: '{value}' has no % sign", "write the percentage with its sign, such as {example}"
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
    "code-shortened": Message(
        "{name}: '{value}' is what Excel leaves of a long number; its last digits are lost",
        "in Excel, give the column the format Text, write the code again, and save anew",
    ),
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
}
