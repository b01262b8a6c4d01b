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
        "write the kind of paper on a line of its own, in capitals, bold and in the middle",
        "warning",
    ),
    "form-of-sector": Message(
        "its title is “{kind}”: Decree 30/2020/NĐ-CP leaves its form to the sector, so only the letters"
        " were looked at",
        "hold it against the form that the ministry or the office has set for it",
        "note",
    ),
    "form-not-found": Message(
        "not found in it, and so not looked at: {parts}",
        "see whether they are there; header and signatures are best set in a table of two columns",
        "warning",
    ),
    "form-not-measured": Message(
        "wrapping, the length of drawn lines and the ends of pages were not looked at: {reason}",
        "install LibreOffice ('reportgen doctor' says how), or save the file as PDF and lint that",
        "warning",
    ),
    "archive-rule": Message(
        "the file says that it is fit for the archive and for screen readers, and is not ({clause}): {what}",
        "make the PDF again with the program that it comes from; do not change it afterwards",
    ),
    "archive-advice": Message(
        "not yet fit for the archive and for screen readers ({clause}): {what}",
        "better: save it as PDF/A-3a with tags (PDF/UA)",
        "note",
    ),
    "pdf-without-text": Message(
        "it shows no text: it is a scan, or its text is unseen", "lint the file that was printed and scanned"
    ),
    "lint-format": Message("'{name}' is neither Word (.docx) nor PDF", "save it as .docx or .pdf"),
}
