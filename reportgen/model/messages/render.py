"""Words for the press and the reading room: what templates and fonts can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "template-syntax": Message(
        "the template cannot be read: {reason}",
        "mend the tag; each {{% if %}} and {{% for %}} needs its end, and tags nest",
    ),
    "undefined-value": Message(
        "a tag reads what is not there: {reason}", "ask before you read it: {{% if name %}}…{{% endif %}}"
    ),
    "absent-printed": Message(
        "a tag prints a value that was not given", "ask before you print it: {{% if name %}}…{{% endif %}}"
    ),
    "no-text-printed": Message(
        "a tag prints {shown}, which has no text of its own",
        "print the names inside it, or ask with {{% if %}} where it is a yes or no",
    ),
    "illegal-character": Message(
        "a value holds the character {shown}, which no page can show", "take it out of the data"
    ),
    "template-type": Message(
        "a tag compares or prints values that do not go together: {reason}",
        "compare numbers with numbers and text with text; ask whether it was given first",
    ),
    "call-refused": Message(
        "a tag calls something: {reason}", "call the template's own macros only; format with filters"
    ),
}
