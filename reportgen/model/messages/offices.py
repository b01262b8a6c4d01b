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
    "blank-range": Message(
        "'{range}' is no range of serials: {reason}", "write it as in A 000101 - A 000400"
    ),
    "blank-serial-twice": Message(
        "the serial {serial} is in two ranges", "let each blank be in one range only"
    ),
    "blank-not-in-stock": Message(
        "the spoiled blank {serial} is none of the stock ({stock})",
        "correct its serial, or add its range to the stock",
    ),
    "blank-beyond-edge": Message(
        "the box reaches to {reaches} mm, and the blank ends at {size} mm",
        "correct 'left', 'down', 'width' or 'lines', or the size of the blank",
    ),
    "blanks-too-few": Message(
        "papers that need a blank of their own: {needed} of {papers}; blanks that are left: {free}",
        "add the range of another stack to 'stock', or print fewer papers",
    ),
    "blank-gap": Message(
        "“{print}” wants a value that is still missing: on a blank it would stay a gap{more}",
        "add the value, or take the box away and write it by hand",
    ),
    "blank-too-narrow": Message(
        "“{text}” does not fit into its box ({width} mm wide, lines: {lines}, letters: {letters} pt or more)",
        "give the box more width, more lines or a smaller 'smallest', or shorten the words",
    ),
    "blank-text-changed": Message(
        "papers that say something else than when they took their blanks: {count} ({serials});"
        " the first said “{old}”, and says “{new}” now",
        "list those that are printed already under 'spoiled'; their papers then take the next blanks",
        "warning",
    ),
    "blank-again": Message(
        "papers that take blanks now ({serials}), although {source} had the same words printed"
        " ({others}): {count}",
        "where it is the same list, under another name or copied, print none of them: in this record take"
        " the rows of these blanks away, write {now} in the others for the data file, and build again"
        " with --overwrite",
        "warning",
    ),
    "blank-record-column": Message(
        "the record of blanks has '{found}' at the head of this column, and not '{wanted}'",
        "put the column back as it was; keep notes of your own in another file",
    ),
    "blank-record-twice": Message(
        "the blank {serial} stands in the record twice, here and in row {first}",
        "take the row of the paper away that did not take it",
    ),
}
