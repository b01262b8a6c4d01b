"""Words for what became of finished papers, held against what they carry."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "audit-format": Message("'{name}' is no finished paper", "name a .docx or .pdf file that reportgen made"),
    "no-manifest": Message(
        "the file carries no manifest: nothing of it can be computed again",
        "build the paper again from its data; another program made the file, or left the manifest out",
    ),
    "manifest-unreadable": Message(
        "the manifest of the file cannot be read: {reason}",
        "build the paper again from its data, or take a newer reportgen if that made the paper",
    ),
    "manifest-changed": Message(
        "the manifest was changed after reportgen wrote it",
        "trust no figure of this file; build the paper again from its data",
    ),
    "manifest-contradicts": Message(
        "the manifest contradicts itself: {name} does not fit what is recorded of {read}",
        "trust no figure of this file; build the paper again from its data",
    ),
    "manifest-of-another": Message(
        "the pages say other words in {count} places: the manifest seems to be that of another paper",
        "build the paper again from its data",
    ),
    "figure-computes-otherwise": Message(
        "{name} is recorded as {recorded} and computes to {computed}",
        "trust no figure of this file; build the paper again from its data",
    ),
    "figure-edited": Message(
        "{name} was {was}, and {stands} stands there now{before}",
        "write {was} again, or mend the data and build the paper anew",
    ),
    "figure-hidden": Message(
        "{name}: {was} is struck out, or cannot be seen{before}",
        "show {was} again, or mend the data and build the paper anew",
    ),
    "value-edited": Message(
        "{name}, which the data give, was “{was}”, and “{stands}” stands there now{before}",
        "write “{was}” again, or mend the data and build the paper anew",
    ),
    "number-typed": Message(
        "{typed}: a number that no figure stands behind, in “{stands}”, where {was} stood{before}",
        "take it out, or give it a figure in the kind; what the data say is mended in the data",
    ),
    "figure-declared-otherwise": Message(
        "{name} is computed as `{recorded}`, in the office's kind as `{declared}`, or printed otherwise",
        "trust no figure of this file; build the paper again from its data",
    ),
    "figure-held-back": Message(
        "{name} is held back in the manifest, though it tells nothing of a person",
        "trust no figure of this file; build the paper again from its data",
    ),
    "figure-unrecorded": Message(
        "the page prints {name}, and the manifest does not record how it was computed",
        "trust no figure of this file; build the paper again from its data",
    ),
    "kind-not-own": Message(
        "version {version} of the kind '{name}' says something else here: the paper agrees with itself alone",
        "look whether {folder} was edited since and kept its version; if not, somebody else's kind made it",
        "warning",
    ),
    "words-edited": Message(
        "“{was}” was made “{stands}”{before}",
        "see whether that was meant; what the data say is mended in the data",
    ),
    "words-gone": Message(
        "“{was}” is gone{before}", "see whether that was meant; what the data say is mended in the data"
    ),
    "words-added": Message(
        "“{stands}” was added{before}", "see whether that was meant; what the data say is mended in the data"
    ),
    "folder-without-papers": Message(
        "no Word file (.docx) and no PDF is in this folder",
        "name the folder into which the papers were built",
    ),
    "words-hidden": Message(
        "“{was}” is struck out, or cannot be seen{before}",
        "see whether that was meant; what the data say is mended in the data",
    ),
    "picture-exchanged": Message(
        "{what} {number} is not the one that was printed there",
        "put the right one back, or build the paper again from its data",
    ),
    "pictures-counted": Message(
        "{what}: {was} were printed, and {stands} are there now",
        "see what was taken out or put in, or build the paper again from its data",
    ),
    "page-redrawn": Message(
        "the page says what it said, but something was laid over it, painted out or exchanged",
        "trust no word of this page; build the paper again from its data",
    ),
    "letters-redrawn": Message(
        "the fonts of the pages are others, or how they are drawn: the eye may read what is not written",
        "trust no word of this file; build the paper again from its data",
    ),
    "eye-differs": Message(
        "“{words}” {how}",
        "look at the page itself, trust no number of it, and build the paper again from its data",
    ),
    "heard-otherwise": Message(
        "{numbers}: who has the paper read aloud hears this, in “{words}”, and no page shows it",
        "see whether that was meant, or build the paper again from its data",
    ),
    "diff-eye-differs": Message(
        "“{words}” {how}: it was compared as it is written, not as it is seen",
        "look at the page itself before you rely on this comparison",
        "warning",
    ),
    "laid-beside": Message(
        "shapes, WordArt, comments or other files that Word takes in were added, changed or taken out",
        "open the file in Word and see what was put there, or build the paper again from its data",
    ),
    "shown-otherwise": Message(
        "how the pages are shown was changed: the size, cut or turn of a sheet, a layer, a mask or the place "
        "of a drawing, how the codes of letters are read, or what a program does when it opens the file",
        "look at the paper as it was made, or build it again from its data",
    ),
    "worked-otherwise": Message(
        "what Word works out by itself, or takes from elsewhere, was put in, changed or taken out: a field, "
        "a formula, the number of a list, a control bound to another text, a file, a font",
        "open the file in Word, hold it against the paper as it was made, or build it again from its data",
    ),
    "figure-not-on-paper": Message(
        "the paper records no figure '{name}'{meant}",
        "name one that it prints, or explain the data file instead",
    ),
    "paper-other-kind": Message(
        "the data are of the kind '{kind}', the paper is of '{other}'", "name the data file of this paper"
    ),
    "paper-not-of-data": Message(
        "no row of the data is the one for which '{name}' was made", "name the data file of this paper"
    ),
    "kind-changed-since": Message(
        "kind.yaml was changed since the paper was made",
        "build the paper again, or find the old kind",
        "warning",
    ),
    "input-differs": Message(
        "{name}: {what} was {was} when the paper was made, and is {stands} in these data",
        "build the paper again, or see with reportgen diff what changed in the data",
    ),
    "rows-differ": Message(
        "the rows of '{table}' are not those of which the paper was made ({was} then, {now} now)",
        "build the paper again with --fresh, or see with reportgen diff what changed in the data",
    ),
}
