"""Words for receiving: what was guessed about a table file, and what its data file may say instead."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "encoding-guessed": Message(
        'the letters were taken to be {encoding}; they read "{sample}"',
        'look whether the words are right; if so, write encoding: {encoding} beside "from:"',
        "warning",
    ),
    "delimiter-guessed": Message(
        'what separates the cells was taken to be "{delimiter}"; '
        'delimiter: "{delimiter}" beside "from:" settles it',
        severity="note",
    ),
    "header-guessed": Message(
        'the headings were taken from line {lines}; header: {lines} beside "from:" settles it',
        severity="note",
    ),
    "rows-passed-over": Message("what stands above the headings was passed over: {rows}", severity="note"),
    "measure-scaled": Message(
        "above the headings stands that the numbers are in '{unit}'; they are taken as they stand",
        "look whether the paper means the same unit, and whether all tables beside this one do; "
        'unit: {unit} beside "from:" settles it',
        "warning",
    ),
    "measures-differ": Message(
        "{table}: its numbers are in '{unit}', those of {file} in '{other}', and cannot be added up",
        "ask for the table in the unit of the others; if its numbers are in that unit all the same, or "
        'corrections put them right, write unit: {other} beside "from:"',
    ),
    "title-of-another-year": Message(
        "{table}: the title above the table says the school year {year}, the data say {known}",
        "look whether last year's table was sent again; if the numbers are right, only the title is wrong",
        "warning",
    ),
    "numbers-passed-over": Message(
        "line {line} only numbers the columns and was passed over", severity="note"
    ),
    "totals-apart": Message("totals are not counted among the rows: {places}", severity="note"),
    "totals-agree": Message(
        "totals are not counted among the rows; they agree with them: {places}", severity="note"
    ),
    "totals-unchecked": Message(
        "these cells of total rows were not compared with their rows: {cells}", severity="note"
    ),
    "total-differs": Message(
        "{name}: the total says {value}, but its {count} rows add up to {sum}; "
        "the difference is {difference}",
        "put a wrong row right where it stands, or by a correction; if the total is wrong and "
        'the file not yours, lines: {{{line}: note}} beside "from:" leaves it out',
    ),
    "total-rounded": Message(
        "{name}: the total says {value}, but its {count} rows add up to {sum}; "
        "the difference of {difference} may come from rounded rows",
        "write the rows with all their decimals, or the total that they add up to",
        "warning",
    ),
    "headings-apart": Message(
        "these lines only name what is below them and are no rows: {rows}; "
        'lines: {{{lines}}} beside "from:" settles it',
        severity="note",
    ),
    "below-apart": Message(
        "what stands below the table is none of its rows: {rows}; "
        'lines: {{{lines}}} beside "from:" settles it',
        severity="note",
    ),
    "total-unclear": Message(
        '"{words}" begins like a total, but is none: {compared}',
        "if it is a total, correct what is wrong; if it is a row, number it like the other rows in a column "
        '"STT", or write lines: {{{line}: row}} beside "from:"',
    ),
    "total-as-row": Message(
        '"{words}" begins like a total and is counted as a row{others}',
        'look whether that is right; if it is a total, write lines: {{{line}: total}} beside "from:"; '
        "if it is a row, lines: {{{line}: row}} settles it",
        "warning",
    ),
    "row-unclear": Message(
        'it is not clear whether "{words}" is a row of the table',
        'if it is none, delete it, or write lines: {{{line}: note}} beside "from:"; '
        "if it is a row, fill it in like the others, or write lines: {{{line}: row}}",
    ),
    "row-adds-up": Message(
        '"{words}" is the sum of {rows} ({sums}), which would count twice',
        'if it is their total, write lines: {{{line}: total}} beside "from:", or begin its name with "Cộng"; '
        "if it is a row of its own, write lines: {{{line}: row}}",
    ),
    "row-may-add-up": Message(
        '"{words}" is the sum of {rows} ({sums}), and is counted as a row',
        'look whether that is right; if it is their total, write lines: {{{line}: total}} beside "from:"; '
        "if it is a row, lines: {{{line}: row}} settles it",
        "warning",
    ),
    "second-table": Message(
        'from line {line} on, "{words}", another table seems to begin',
        "if it is one, give it a sheet or file of its own; if it does not count, "
        'write lines: {{{all}: note}} beside "from:"; if the rows go on with those above, lines: {{{own}}}',
    ),
    "row-again": Message(
        "'{name}' may be '{other}' sent again, and both count",
        'look whether that is right; if not, write lines: {{{line}: note}} beside "from:" for the row '
        "that does not count; if both do, lines: {{{line}: row}} settles it",
        "warning",
    ),
    "rows-after-gap": Message(
        "line {line} stands below {count} empty lines, and is counted with all that follows it",
        "if another table begins there, give it a sheet or file of its own; "
        'if not, write lines: {{{line}: row}} beside "from:"',
        "warning",
    ),
    "rows-uneven": Message(
        "most rows have {usual} cells, these lines have more or fewer (how many in brackets): {rows}",
        "give every row as many cells as there are headings, and put a number with a decimal comma in "
        "quotation marks: an unquoted one is two cells",
        "warning",
    ),
    "rows-below-total": Message(
        "what stands below the total is counted, and the total does not add it up: {places}",
        "put the rows above the total and correct it; if they are no rows, delete them, "
        'or write lines: {{{line}: note}} beside "from:"',
        "warning",
    ),
    "capitals-lost": Message(
        "these begin in lower case, because TCVN3 keeps no capitals: {places}",
        "compare them with the paper, and write in Unicode what wants a capital",
        "warning",
    ),
    "encoding-unclear": Message(
        "the text is not UTF-8, and which older encoding it has is not clear",
        "save it from Excel as CSV UTF-8 (Comma delimited), "
        'or write encoding: tcvn3, vni or windows-1258 beside "from:"',
    ),
    "letters-read": Message(
        'this cell is in {alphabet} letters and was read as "{reading}"{more}',
        "look whether the words are right; write the cell again in Unicode if not, or so that this "
        "is not told again",
        "warning",
    ),
    "letters-unclear": Message(
        'there are two ways to read "{text}": in {alphabet} letters it is "{reading}"',
        'write encoding: {alphabet} beside "from:" if that is meant, encoding: utf-8 if not; '
        "where a column mixes both, write the cell again",
    ),
    "letters-doubtful": Message(
        '"{text}" is kept as it stands, though in {alphabet} letters it would be "{reading}"',
        'write the cell again if "{reading}" is meant; if the text is right, nothing is to be done',
        "warning",
    ),
    "header-unclear": Message(
        "it is not clear whether these are the headings", 'write their line beside "from:", as in header: 3'
    ),
    "encoding-unknown": Message(
        "no such encoding is known", "write utf-8, utf-16, windows-1258, tcvn3 or vni"
    ),
    "delimiter-unknown": Message("no such sign can separate cells", 'write ",", ";", "|" or tab'),
    "decimal-unknown": Message(
        "this does not say what stands before decimals",
        "write comma or point, for a whole file or as in {{score: point}} for one of its columns",
    ),
    "header-unknown": Message(
        "this is no line of headings", "write the number of a line such as 3, or 3-4 for several"
    ),
    "lines-unknown": Message(
        "this does not say what lines are",
        "write the number of a line, or two with - between them, and row, total or note, "
        "as in {{14: row, 20-24: note}}",
    ),
    "lines-wrong": Message(
        "no row below the headings begins on line {line}", "count the lines of the file from 1"
    ),
    "lines-of-several": Message(
        "lines are those of one file, but '{pattern}' takes in {count}",
        'take lines out here; write a from: of its own for the one file, such as "{first}", '
        "with its lines beside it: the pattern then leaves it out",
    ),
    "encoding-wrong": Message(
        "the file does not read as {encoding}", "correct it; without it the encoding is found out"
    ),
    "delimiter-wrong": Message(
        'the cells of the file are separated by "{other}", not by "{delimiter}"',
        "correct it; without it the sign is found out",
    ),
    "delimiter-without-text": Message(
        '"{name}" is a workbook, whose cells nothing separates', 'delete "delimiter:"'
    ),
    "header-wrong": Message(
        "no filled row of the table begins on line {line}", "count the lines of the file from 1"
    ),
    "sign-unknown": Message(
        '"{sign}" is no letter of {alphabet}', 'correct the cell, or "encoding:" beside "from:"'
    ),
    "setting-without-table": Message('"{name}" is a report, where "{key}" means nothing', 'delete "{key}:"'),
}
