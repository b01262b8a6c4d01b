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
    "filter-unfit": Message("a filter cannot print its value: {reason}", "use the filter that fits, or none"),
    "call-refused": Message(
        "a tag calls {called}, which is not a macro of the template",
        "call the template's own macros only; format with filters",
    ),
    "undeclared-name": Message('there is no "{name}"', "{advice}"),
    "unknown-filter": Message('there is no filter "{name}"', "{advice}"),
    "unknown-test": Message('there is no test "{name}"', "{advice}"),
    "unknown-part": Message(
        "there is no part {reason} to put in", "name a file of the kind's own folder, in quotes"
    ),
    "computed-in-template": Message(
        'a tag computes with "{operator}": what comes out has no pedigree',
        "declare a figure in kind.yaml and print that; write texts side by side",
    ),
    "loop-over-value": Message('a loop goes over "{name}", which is no list', "loop over a table or a list"),
    "row-taken-apart": Message(
        'a loop takes each row of "{name}" apart', "give the row one name and write {{% for row in {name} %}}"
    ),
    "part-by-number": Message('a tag takes a part of "{name}" by number', "loop over it, or use its names"),
    "if-without-else": Message(
        "a short if without else prints nothing where it does not hold",
        'add else "", or write {{% if %}}…{{% endif %}}',
    ),
    "tag-refused": Message("{tag} cannot be used in a template", "write it with if, for, set and macro"),
    "no-font": Message(
        "no font that holds all Vietnamese letters was found in {folders}",
        "install one: on Debian and Ubuntu the package fonts-liberation2; on Windows and macOS Times New "
        "Roman comes with the system; or copy its four files into the folder fonts/ where you work, or name "
        "their folder in REPORTGEN_FONTS",
    ),
    "glyph-missing": Message(
        "the font {family} has no {character} ({point}), which stands in “{words}”",
        "write it with other letters, or give the press a font that has it",
    ),
    "emitted-unseen": Message(
        "a tag prints “{text}” where no page shows it: in an attribute, a comment or a hidden part",
        "print it with the filter “unprinted” there",
    ),
    "off-page": Message(
        "“{text}” runs over the edge of page {page}", "make its table or its letters smaller, or let it wrap"
    ),
    "letters-changed": Message(
        "the style sheet changes the letters of “{text}” (text-transform: {how})",
        "write capitals in the template, and leave text-transform out of the style sheet",
    ),
    "asset-refused": Message(
        "the template asks for {url}, which is no file of its kind",
        "put the file into the kind's folder and name it from there",
    ),
    "engine-warning": Message(
        "the PDF engine says: {reason}", "mend the template or its style sheet; nothing is printed by halves"
    ),
    "no-pango": Message(
        "the PDF engine WeasyPrint cannot be loaded: {reason}",
        "install Pango: on Debian and Ubuntu the packages libpango-1.0-0, libpangoft2-1.0-0 and "
        "libharfbuzz-subset0; on macOS “brew install pango”; on Windows MSYS2 and its package "
        "mingw-w64-x86_64-pango; Word papers need none of it",
    ),
    "unreadable-pdf": Message(
        "this is no PDF that can be read: {reason}", "make it again, or fetch it again"
    ),
}
