"""Words for rounds: earlier files, and reports of the units below."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "earlier-missing": Message(
        "the earlier file '{name}' is not there",
        "correct the name; it is looked up from the data file's own folder",
    ),
    "earlier-twice": Message(
        "the earlier file '{name}' is named twice, and would be counted twice", "take one of the two out"
    ),
    "earlier-copy": Message(
        "the earlier file '{name}' holds the same as '{other}', letter for letter",
        "name the file of the other round; a copy would be counted twice",
    ),
    "earlier-itself": Message(
        "the earlier file '{name}' is this file itself, and would be counted twice", "take it out of the list"
    ),
    "earlier-order": Message(
        "the earlier file '{name}' calls '{other}' earlier, which does not come before it here",
        "list the files from the oldest to the newest; 'previous' is the last of them",
    ),
    "earlier-left-out": Message(
        "the earlier file '{name}' calls '{other}' earlier, which is not listed here: it is in no total",
        "add '{other}' to the list, before '{name}'",
        "warning",
    ),
    "earlier-other-kind": Message(
        "the earlier file '{name}' is a '{other}', not a '{kind}'", "name only files of the same kind"
    ),
    "earlier-gap": Message(
        "'{name}' is still missing in the earlier file '{file}'",
        "fill it in there; figures that add it up are gaps here",
        "missing",
    ),
    "earlier-not-a-list": Message(
        "'earlier' wants a list of file names", "write it as earlier: [round-1.yaml]"
    ),
    "not-rolled-up": Message(
        "'{table}' takes no rows from a '{other}'", "name a report of one of: {known}; or write the row out"
    ),
    "rolled-up-type": Message(
        "{name}: the report below gives '{value}', which is no {type}",
        "correct what the kind takes from the report below (roll_up)",
    ),
    "rolled-up-circle": Message(
        "this report takes a row from itself: {names}", "take one of the files out of the circle"
    ),
    "earlier-of-another": Message(
        "the earlier file '{name}' does not go with this one: {label} is '{value}' there and '{own}' here",
        "name a file with the same {label}; where both are one, write it alike in both files",
    ),
    "earlier-not-before": Message(
        "'{name}' is not earlier than '{other}': {label} is {value} there and {later} in the other",
        "name only files of before, from the oldest to the newest; of two for one round, the one that counts",
    ),
    "earlier-forgotten": Message(
        "{label} {names}: no earlier file is named, it is in no total",
        "add its file to the earlier ones, in its place",
        "warning",
    ),
    "earlier-same-rows": Message(
        "{table}: the earlier file '{name}' and '{other}' both take their rows from {source}, which would be "
        "counted twice",
        "name in each file the table of its own round",
    ),
    "earlier-alike": Message(
        "{table}: the earlier file '{name}' takes from {file} the same rows as are in {other}; both are "
        "added up",
        "look whether one is a copy of the other not filled in anew, and name each round's own table",
        "warning",
    ),
    "below-of-another": Message(
        "the report '{file}' does not go with this one: {label} is '{value}' there and '{own}' here",
        "name the unit's report with the same {label}; where both are one, write it alike in both files",
    ),
}
