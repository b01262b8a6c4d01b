"""Words for the press and the reading room: what templates and fonts can do wrong."""

from reportgen.model.messages import word
from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "template-syntax": Message(
        "the template cannot be read: {reason}",
        "mend the tag; each {{% if %}} and {{% for %}} needs its end, and tags nest",
    ),
    "template-too-large": Message(
        "the template is too large: {reason}", "take out what is not needed; long tables are filled by a loop"
    ),
    "template-too-much": Message(
        "the template {reason}", "go over one table at a time, or make one document for each group"
    ),
    "table-too-long": Message(
        "the table is too long to be laid out row by row, and cannot be written quickly: {reason}",
        "let the template of so long a table do without that, or make one document for each group",
    ),
    "press-too-deep": Message(
        "boxes stand inside one another more than {most} deep (flex or grid), or {columns} (columns)",
        "take some of them out: each box multiplies the work of laying out what is in it",
    ),
    "press-too-slow": Message(
        "the template comes to no end: {seconds} seconds of work without a further page, or {pages} pages",
        "take columns, flex boxes and grids out of one another (columns in a flex box in columns never end), "
        "or print less in one document; if it has to be, set REPORTGEN_PATIENCE to more seconds",
    ),
    "press-too-large": Message(
        "the template takes more than {most} MB of memory",
        "print less in one document; look in its style sheets for grids and columns that are many thousands",
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
        "a value holds the character {shown}, which no page can show",
        "take it out of the data, or out of the tag",
    ),
    "template-type": Message(
        "a tag compares or prints values that do not go together: {reason}",
        "compare numbers with numbers and text with text; ask whether it was given first",
    ),
    "filter-unfit": Message("a filter cannot print its value: {reason}", "use the filter that fits, or none"),
    "call-refused": Message("a tag calls {called}, which is not a macro of the template", "{advice}"),
    "undeclared-name": Message("there is no '{name}'", "{advice}"),
    "unknown-filter": Message("there is no filter '{name}'", "{advice}"),
    "unknown-test": Message("there is no test '{name}'", "{advice}"),
    "unknown-part": Message(
        "there is no .html page {reason} to put in", "name an .html file beside the template, in quotes"
    ),
    "computed-in-template": Message(
        "a tag computes with '{operator}': what comes out has no pedigree",
        "declare a figure in kind.yaml and print that; write texts side by side",
    ),
    "loop-over-value": Message("a loop goes over '{name}', which is no list", "loop over a table or a list"),
    "row-taken-apart": Message(
        "a loop takes each row of '{name}' apart", "give the row one name and write {{% for row in {name} %}}"
    ),
    "part-by-number": Message("a tag takes a part of '{name}' by number", "loop over it, or use its names"),
    "if-without-else": Message(
        "a short if without else prints nothing where it does not hold",
        "add else '', or write {{% if %}}…{{% endif %}}",
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
    "foreign-font": Message(
        "the page would be printed with the font {family} besides {own}",
        "leave font-family out of the style sheet, and signs that {own} has no letter for out of the page",
    ),
    "emitted-unseen": Message(
        "a tag prints “{text}” where no page shows it: in an attribute, a comment or a hidden part",
        "print it with the filter “unprinted” there",
    ),
    "off-page": Message(
        "“{text}” runs over the edge of page {page}", "make its table or its letters smaller, or let it wrap"
    ),
    "words-unreadable": Message(
        "“{text}” on page {page} cannot be read: {reason}",
        "mend the style sheet, so that everybody can read it",
    ),
    "head-too-wide": Message(
        "the head of the paper is too wide: “{left}” takes {left_width} mm and “{right}” {right_width} mm, at"
        " the smallest sizes that the decree allows, and the sheet has {room} mm for both",
        "{way}",
    ),
    "head-wrapped": Message(
        "“{line}” does not stay on its line in the head of the paper",
        "give it more room in the style sheet, or write it in several lines",
    ),
    "row-too-tall": Message(
        "a row of a table is taller than a page: it goes on with “{text}” on page {page}",
        "put long text below the table, or into several rows",
    ),
    "second-sheet": Message(
        "the certificate does not fit on its sheet: it goes on with “{text}” on sheet {page}",
        "shorten what is longest in it, or make letters and spaces smaller in the kind's template",
    ),
    "letters-changed": Message(
        "the style sheet changes the letters of “{text}” (text-transform: {how})",
        "write capitals in the template, and leave text-transform out of the style sheet",
    ),
    "asset-refused": Message(
        "the template asks for {url}, which is no file of its kind",
        "put the file into the kind's folder and name it from there",
    ),
    "asset-unfit": Message(
        "'{url}' cannot be used on a page: {reason}",
        "make it smaller or simpler; pictures are PNG, JPEG, GIF, WebP or SVG, of 25 million points at most",
    ),
    "page-attaches": Message(
        "the template attaches the file '{file}', and whoever gets the paper gets it too",
        'take rel="attachment" out; a paper carries its own record and no other file',
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
    **word.MESSAGES,
    "value-lost": Message(
        "the value '{printed}' was printed, but on the page stands '{stands}'",
        "print each value by a tag of its own, without filters around macros",
    ),
    "block-in-line": Message(
        "a tag prints {shown} where one line of text stands",
        "write it as {{{{p name }}}}, alone in its paragraph",
    ),
    "document-unfit": Message(
        '"{name}" cannot be put into the document: {reason}', "mend that in the file, save it, and try again"
    ),
    "picture-unfit": Message(
        '"{name}" cannot be printed as a picture: {reason}',
        "open it and save it as PNG or JPEG, of 25 million points at most",
    ),
    "code-without-room": Message(
        "the template prints check_code and has no room for the QR code that it stands for",
        "print {{{{ proof(check_code) }}}} of official.html there; in Word put the picture qr.png beside it, "
        "20 mm wide (docs/token.md); or take check_code out",
    ),
    "fill-template-format": Message(
        '"{name}" is no template that can be filled', "name a .docx file of Word or an .html page"
    ),
    "fill-data-first": Message(
        'the template comes first: "{data}" is no template, "{template}" is one',
        "type it the other way round: reportgen fill {template} {data}",
    ),
    "unreadable-docx": Message("this is no Word document that can be read: {reason}", "make it again"),
    "papers-proven": Message(
        "{count} of {total} Word papers opened in LibreOffice; its pages say what they should", "", "note"
    ),
    "papers-unproven": Message(
        "{count} of {total} Word papers not proven: {reason}",
        "install LibreOffice, or open the papers and look at them before they are signed",
        "warning",
    ),
    "files-proven": Message("{count} of {total} {sort} files keep {standard}", "", "note"),
    "files-unproven": Message(
        "{sort} files not held against {standard}: {reason}",
        "have it installed beside reportgen, or open the papers before they are signed",
        "note",
    ),
    "file-unfit": Message(
        "the file would break a rule that it promises to keep ({rule}): {what}",
        "mend the template there; if nothing is wrong with it, tell whoever maintains reportgen",
    ),
    "twins-differ": Message(
        "after '{before}' the Word paper says '{word}' and the PDF '{pdf}'",
        "make both templates say the same, or leave one of them out of outputs in kind.yaml",
    ),
    "not-on-page": Message(
        "'{value}' should stand after '{before}', but the page says '{found}'",
        "look at that place of the template; do not issue the document",
    ),
}
