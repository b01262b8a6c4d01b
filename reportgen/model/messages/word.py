"""Words for the press: what Word templates can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "word-unreadable": Message(
        "this is no Word document that can be filled: {reason}", "save it again as .docx"
    ),
    "word-tag-open": Message(
        "'{tag}' begins a tag that does not end in its paragraph",
        "type the whole tag again, in one paragraph",
    ),
    "word-tag-end": Message(
        "'{tag}' ends a tag that does not begin in its paragraph",
        "type the whole tag again, in one paragraph",
    ),
    "word-smart-quote": Message(
        "the tag {tag} has the typographic quote {quote}", "type straight quotes in tags: ' or \""
    ),
    "word-tag-unsupported": Message(
        "the tag {tag} cannot be used: {reason}",
        "write {{{{ name }}}}, {{% … %}}, or {{%p … %}}, {{%tr … %}}, {{%tc … %}} alone in a row",
    ),
    "word-tag-outside-table": Message(
        "the tag {tag} stands outside a table", "write {{%p … %}} alone in its paragraph"
    ),
    "word-text-beside": Message(
        "{text} stands beside the tag {tag} and would vanish with it",
        "give the tag a paragraph, row or cell of its own",
    ),
    "word-tag-split": Message(
        "the tag {tag} is taken apart by a link, a control, a picture, a note or a field",
        "type the whole tag again, in one place",
    ),
    "word-field-changes": Message(
        "the field {field} says something else each time, or computes what has no pedigree",
        "put a tag in its place: {{{{ name }}}}",
    ),
    "word-field-outside": Message(
        "the field {field} takes in something from elsewhere, runs it, or is put together by other fields",
        "put a tag or the text itself in its place",
    ),
    "word-active": Message(
        "the template carries something that runs or takes in other files by itself: {what}",
        "copy its text into a new document, and save that as .docx",
    ),
    "word-comments": Message(
        "the template has comments, which would go out with every paper", "delete them, and save it again"
    ),
    "word-block-open": Message("the tag {tag} has no end", "write {{% {end} %}} where it shall end"),
    "word-block-end": Message(
        "the tag {tag} ends or continues what was not begun",
        "write each end after its beginning, the inner one first",
    ),
    "word-block-crossed": Message(
        "the tag {tag} does not stand level with {begin}, so that the page would fall apart",
        "write both in one paragraph, or both as {{%p, or both as {{%tr in rows of one table",
    ),
    "word-text-lost": Message(
        "'{text}' would vanish when the template is filled", "give the tags near it paragraphs of their own"
    ),
    "word-tag-hidden": Message(
        "the tag {text} stands where no page shows it, such as the description of a picture",
        "move it into the text",
    ),
    "word-tag-unseen": Message(
        "nobody could read what the tag {tag} prints: {reason}", "move it, or change how it looks in Word"
    ),
    "word-tag-unreached": Message(
        "the tag {tag} stands in a part of the file that is not filled",
        "move it into the text, a header or a footer; the title comes from the kind",
    ),
    "word-merge-loses": Message(
        "the merged cell shows '{shown}', so that '{lost}' would be lost",
        "print only what is the same in every turn of the loop, or leave the tag out",
    ),
    "word-tracked-changes": Message(
        "the template has tracked changes", "accept or reject them all, and save it again"
    ),
    "word-outside-link": Message(
        "the template leads outside itself: {sort} {target}", "embed it, or break the link, and save it again"
    ),
    "word-broken": Message(
        "the filled page is broken: {reason}", "let each block begin and end on one level of the page"
    ),
}
