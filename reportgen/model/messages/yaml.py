"""Words for receiving: what people write in YAML that it does not mean."""

from reportgen.model.messages.entry import Message

_QUOTE = "if it is meant as text, put the value in quotes"

MESSAGES: dict[str, Message] = {
    "yaml-empty": Message("the file is empty", "write at least one line such as “{like}”"),
    "yaml-no-mapping": Message(
        "the file holds {what} where names and values are wanted", "write lines such as “{like}”"
    ),
    "yaml-key-twice": Message('"{key}" is given twice', "keep one of them"),
    "yaml-key-no-text": Message(
        "a name cannot be {what}", "write a text before the colon; if a value was meant, put it in quotes"
    ),
    "yaml-key-empty": Message(
        "there is no name before the colon", "write the name that the value belongs to"
    ),
    "yaml-key-spaced": Message(
        'the name "{key}" has odd white space around it, perhaps no-break spaces',
        "delete the white space and indent with ordinary spaces",
    ),
    "yaml-merge-key": Message('"<<" would take in another mapping', "write the values out"),
    "yaml-anchor": Message('"&{name}" is YAML\'s mark for an anchor', _QUOTE),
    "yaml-alias": Message('"*{name}" is YAML\'s mark for a value written elsewhere', _QUOTE),
    "yaml-tag": Message('"{tag}" is YAML\'s mark for a type', _QUOTE),
    "yaml-second-document": Message(
        'a second document begins with "---"', "put each document into a file of its own, or delete the line"
    ),
    "yaml-too-deep": Message(
        "more than {most} lists and mappings stand inside one another",
        "close the brackets that were left open",
    ),
    "yaml-too-many-values": Message(
        "more than {most} values stand in this file",
        "put long tables into CSV or Excel files and name them here: {{from: units.csv}}",
    ),
    "yaml-lost-comment": Message(
        '"{lost}" would be lost: # begins a comment',
        "put the whole value in quotes; if a comment was meant, leave a space before and after #",
    ),
    "yaml-no-space": Message('no space follows "{before}"', 'write "{before} {text}"'),
    "yaml-odd-sign": Message("{character} stands where {wanted} is wanted", "write {wanted} there"),
    "yaml-curly-quote": Message(
        "{mark} is a letter here: only straight quotation marks hold a value together",
        'write straight quotation marks (") before and after the whole value',
    ),
    "yaml-curly-kept": Message(
        "the quotation marks of {value} are part of the value and will be printed",
        "if that is meant, put the value in straight ones: {quoted}; if not, leave the curly ones out",
        "warning",
    ),
    "yaml-block": Message(
        "this line belongs to the text that begins with | or > above, and is indented less than that wants",
        "indent all lines of the text alike, deeper than its name",
    ),
    "yaml-quote-goes-on": Message(
        "the quotation mark that opens {value} is closed only in line {line}",
        "close it at the end of the value; lines that belong to it must be indented deeper than its name",
    ),
    "yaml-comma-in-list": Message(
        'the comma after "{value}" separates two values, although it looks like a decimal comma',
        "put the number in quotes; if two values were meant, leave a space after the comma",
    ),
    "yaml-colon": Message(
        'there is a second colon in the value "{value}"', "put the value in quotes: {key}: {quoted}"
    ),
    "yaml-goes-on": Message(
        '"{text}" is read as going on from the value above it, and then comes a colon',
        "indent the line like the one above; if it belongs inside that one, leave nothing after its colon",
    ),
    "yaml-dash": Message(
        "a list cannot begin on the line of its name", 'write each "- " on a line of its own below it'
    ),
    "yaml-tab": Message("a tab stands where the line is indented", "indent with spaces"),
    "yaml-odd-start": Message('a value cannot begin with "{start}"', "put the value in quotes: {quoted}"),
    "yaml-no-colon": Message(
        'no colon follows the name "{text}"',
        'write "name: value"; if the line goes on from the one above, indent it deeper',
    ),
    "yaml-unclosed-quote": Message(
        "the quotation mark that opens {value} is never closed", "close it at the end of the value"
    ),
    "yaml-escape": Message(
        "a backslash in double quotes begins a code, and this is none",
        "put the value in single quotes, or write the backslash twice",
    ),
    "yaml-bracket": Message(
        'what the "{bracket}" here opens is not closed, or has a comma missing',
        "close it; if the value is a text, put it in quotes",
    ),
    "yaml-after-value": Message(
        '"{text}" follows a value that is already complete', "put the whole value in quotes"
    ),
    "yaml-indent": Message(
        "this line is indented unlike its neighbours", "give lines that belong together the same indentation"
    ),
    "yaml-syntax": Message("this is no YAML: {problem}", "put texts with signs in quotes"),
}
