"""Words for the archive: what a kind.yaml can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "kind-not-a-mapping": Message(
        "'{entry}' wants named entries", "write each on a line of its own, indented, as name: value"
    ),
    "kind-wants-text": Message("'{entry}' wants a text", "write it behind the colon"),
    "kind-wants-list": Message("'{entry}' wants a list", "write each item on a line of its own, behind '- '"),
    "kind-wants-number": Message(
        "'{entry}' wants a small whole number, not '{value}'", "write a number from 0 to 99"
    ),
    "kind-wants-flag": Message("'{entry}' is true or false, not '{value}'", "write true or false"),
    "kind-wants-frame": Message(
        "'{value}' is not what a form prints around a text",
        "write it with one … for the text, such as '- …;'",
    ),
    "kind-wants-free": Message(
        "'quantities' is free or not there, not '{value}'", "write free, or take it out"
    ),
    "kind-unknown-key": Message("a kind.yaml knows no '{key}' here{meant}", "use one of: {known}"),
    "kind-unknown-type": Message("there is no type '{type}'", "use one of: {known}"),
    "kind-bad-name": Message(
        "'{name}' cannot be a name",
        "use letters, digits and _, and no word that has a meaning of its own, such as sum or from",
    ),
    "kind-name-twice": Message("'{name}' is the name of two things", "give one of them another name"),
    "kind-nested-column": Message(
        "column '{name}' holds more than one value", "use 'list' for records with lists in them"
    ),
    "kind-unknown-column": Message("'{table}' has no column '{name}'", "choose one of: {known}"),
    "kind-unknown-table": Message("there is no table '{name}' under fields", "choose one of: {known}"),
    "kind-unknown-shown": Message(
        "'{name}' shows '{shown}', which the kind does not declare{meant}",
        "name a field, a table or a figure: appendix or heading are there when that is given",
    ),
    "kind-unknown-bar": Message(
        "chart '{name}' names '{what}', which table '{table}' does not have{meant}",
        "name a column of the table: its key for 'by', a number for 'shows'",
    ),
    "kind-no-group": Message(
        "table '{name}' does not say by what it is grouped", "add 'by' with one or more of: {known}"
    ),
    "kind-no-template": Message(
        "there is no template '{template}' beside kind.yaml",
        "name a {suffix} file that is in the kind's folder",
    ),
    "kind-no-outputs": Message(
        "the kind makes nothing", "add outputs, such as {{docx: report.docx, pdf: report.html}}"
    ),
    "kind-bad-pattern": Message(
        "'{pattern}' is no file name pattern: {why}", "use {{field}}, {{figure}} or {{each.column}}"
    ),
    "kind-bad-default": Message(
        "the default '{value}' of '{name}' is no {type}", "write it as a data file would"
    ),
    "figure-two-prints": Message(
        "'{name}' prints in two ways: one paper would show two numbers for what is one",
        "give both the same 'as' and 'places', or the one another name",
    ),
    "kind-wrong-series": Message(
        "'{name}' is no single field that can be compared between data files", "name one of: {known}"
    ),
    "kind-no-date": Message("'{name}' is not a field of type date", "name one of: {known}"),
}
