"""Words for the clerk of form: what of a finished paper breaks the decree."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "form-rule": Message(
        "rule {rule}: {stands}{words}",
        "set it as the decree has it ({source}): {wants}",
    ),
    "form-advice": Message("rule {rule}: {stands}{words}", "better: {wants}", "note"),
    "form-not-bound": Message(
        "the paper is of {date}, and Decree 30/2020/NĐ-CP binds papers from {begins} on",
        "pass --advice to see what the decree would want all the same",
        "note",
    ),
    "form-not-recognised": Message(
        "no national title stands in it: sheets, letters and spelling were looked at, and nothing else",
        "see whether it is an administrative paper at all",
        "warning",
    ),
    "form-no-kind": Message(
        "no kind of paper of the decree stands in it ({part} was not found)",
        "look at the title, or take it for what it is: certificates are not bound by the decree",
        "warning",
    ),
    "lint-format": Message(
        "'{name}' is no Word file, and the form of others cannot be told yet", "name a .docx file"
    ),
}
