"""Words for papers that people change in Word, or sign by hand."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "edited-not-word": Message(
        "{name} is not the Word file of a draft of this kind",
        "give the file whose name ends in .docx that `reportgen build` made, after it was changed in Word",
    ),
    "edited-issued": Message(
        "this is the paper that was issued as {number}, not a draft; an issued paper is never changed",
        "leave it as it is: a mistake in the content is put right by another paper of the same sort, with "
        "a number of its own (Decree 30/2020, Article 18)",
    ),
    "edited-tracked": Message(
        "a change is only proposed in this file, not accepted: “{words}”",
        "in Word, Review, accept or reject all changes, save, and issue again",
    ),
    "edited-comment": Message(
        "a comment still stands in this file: “{words}”",
        "settle it, then in Word, Review, delete all comments, save, and issue again",
    ),
    "edited-number": Message(
        "numbers were changed by hand: {was} became {stands}{before}",
        "undo that in Word; numbers are mended in the data, from which the draft is then built anew",
    ),
    "edited-registered": Message(
        "“{words}” ({name}) stands in the register too, and was changed in the Word file",
        "undo that in Word, mend it in the data, and build the draft anew",
    ),
    "edited-other-data": Message(
        "this draft does not say what {source} says now: the data, the kind or its template are others",
        "build the draft anew, make the changes in the new Word file, and issue from that one",
    ),
    "edited-of-list": Message(
        "from a Word file one paper is issued, and this data file makes {count}",
        "change the wording in the data or in the template: all papers of a list say the same",
    ),
    "edited-line-gone": Message(
        "“{line}” is not in the file as the draft had it: number and day are filled in there",
        "put it back as it was in the draft, with its dots; the number is given with `issue --number`",
    ),
    "edited-mark-left": Message(
        "the mark of a draft stands in this file where it was not put by reportgen",
        "take DỰ THẢO out of the text in Word, save, and issue again; the mark at the top goes by itself",
    ),
    "edited-no-pdf": Message(
        "no PDF can be made from the Word file: {why}",
        "install LibreOffice (`reportgen doctor` says how) and issue again; nothing was issued",
    ),
    "edited-since": Message(
        "{number} was issued on {date}, not from this Word file; an issued paper is never changed",
        "leave it as it is: a mistake in the content is put right by another paper of the same sort, with "
        "a number of its own (Decree 30/2020, Article 18)",
    ),
    "edited-unapproved": Message(
        "{name}: nobody has approved the wording as it is in this Word file",
        "let the last to approve it ({role}) do so with `reportgen approve DATA --from FILE`; what was "
        "approved before is sent back with `reject` and handed in anew",
    ),
    "edited-left-out": Message(
        "{name} was approved as it was changed in Word ({role}), and that file is not given here",
        "issue it with --from and the Word file that was approved",
    ),
    "hand-changed": Message(
        "{name} was printed to be signed by hand, and data, kind or Word file say something else now",
        "put them back as they were, or print it anew with `issue --by-hand` and let it be signed again",
    ),
    "hand-not-printed": Message(
        "{name} was not printed to be signed by hand, as the others of this file were",
        "print it with `issue --by-hand`, let it be signed, and issue them all then",
    ),
    "scan-not-pdf": Message(
        "{name} is no PDF that can be read", "scan the signed paper as PDF, all its pages in one file"
    ),
    "scan-is-paper": Message(
        "this is a PDF that reportgen made, not a scan of what was signed",
        "scan the signed paper, and give that file",
    ),
    "scan-signed-by-key": Message(
        "{number} is signed by key; a scan adds nothing to that", "leave it as it is"
    ),
    "scan-not-standing": Message(
        "no scan can be filed with {number}: it is {state}",
        "look with `reportgen register show` what became of it",
    ),
    "scan-there": Message(
        "{number} has another scan already, and a scan is filed once",
        "look at the one that is filed; if it is wrong, revoke the paper and issue another",
    ),
    "signed-by-hand": Message(
        "{number} is signed by hand, which cannot be checked here",
        "look at the paper original in the archive, or at its scan",
        "warning",
    ),
    "edited-wording": Message("wording changed in Word: {was} became {stands}{before}", "", "note"),
    "edited-before-issue": Message(
        "this paper was issued from a Word file whose wording people had changed; its figures stand",
        "",
        "note",
    ),
    "edited-laid-out": Message(
        "this PDF was made by LibreOffice from a Word file whose wording people had changed: PDF/A-3b, not "
        "tagged by us; its figures stand",
        "",
        "note",
    ),
    "edited-pdf": Message(
        "the PDF is made from the Word file by LibreOffice: PDF/A-3b, not tagged by us", "", "note"
    ),
}
