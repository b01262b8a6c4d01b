"""What is said of offices.yaml, and of offices that were not there on a paper's day."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "office-wants": Message("here should stand {what}", "write it as in “{like}”"),
    "office-lacks": Message("this entry has no '{name}'", "write it as in “{like}”"),
    "office-ends-early": Message(
        "the office ends on {last}, before it begins on {first}", "correct one of the two days"
    ),
    "office-unknown-key": Message("'{key}' has no meaning here{meant}", "use one of: {known}"),
    "office-twice": Message(
        "'{name}' has two entries for the same days",
        "give the earlier entry an 'until' and the later one a 'from', or take one away",
    ),
    "own-office-unlisted": Message(
        "'{name}', whose papers these are, is not among the offices{meant}",
        "write it as under 'offices', or add an entry for it",
    ),
    "office-unlisted": Message(
        "'{name}' is not in the office's file, so that nothing is known of its names and days{meant}",
        "write the name as it stands there, or add an entry to offices.yaml",
        "warning",
    ),
    "office-ended": Message(
        "'{name}' was there until {last}, and the paper is of {date}",
        "name its successor: {successors}; or correct the date",
    ),
    "office-not-begun": Message(
        "'{name}' is there from {first} on, and the paper is of {date}",
        "name the office that was there on that day, or correct the date",
    ),
    "district-ended": Message(
        "'{name}' is an office of a district; those were there until {last}, and the paper is of {date}",
        "name the office of the commune or the province that took over, or correct the date",
    ),
    "office-differs": Message(
        "{name} is '{value}' here, and '{other}' in the office's file for '{office}' on that day",
        "leave it out of the data, or correct the one that is wrong",
        "warning",
    ),
    "signer-own-title": Message(
        "'{value}' says for whom somebody signs, and not as what",
        "write it as the authority, and the signer's own title, such as Phó Giám đốc, as the position",
    ),
    "unit-followed": Message("the figures of '{old}' are counted on as those of '{new}'", "", "note"),
    "unit-said-twice": Message(
        "'{name}' became something else twice on {date}",
        "write one line with all that it was parted into, as in new: [phường A, phường B], or take one away",
    ),
    "unit-parted": Message(
        "'{old}' was parted into {new}, and nobody has said whose its earlier figures are",
        "write the earlier figures for the new units into a file of their own, and name that under 'earlier'",
    ),
    "kind-bad-office": Message(
        "'{pattern}' takes nothing from the office's file", "use words in braces, of these: {known}"
    ),
}
