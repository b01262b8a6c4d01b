"""Words for papers held against their signatures, the register and what they carry of themselves."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "reading-ended": Message(
        "the reading of this file came to no end: {why}",
        "ask whoever gave you the file for a sound one, and open this one with no other program either",
        "warning",
    ),
    "changed-after-signing": Message(
        "{role}: the file was changed after {name} had signed it",
        "trust nothing in this file, and ask for the one that was signed",
    ),
    "changed-before-signing": Message(
        "the file was changed before anybody signed it: behind the issued paper stands more than signatures",
        "trust nothing in this file; let the paper be signed again as it was issued",
    ),
    "signature-missing": Message(
        "{role} has not signed; expected is {who}",
        "let {who} sign the PDF with `reportgen sign`, or with any other program that signs",
    ),
    "signature-other-person": Message(
        "{role}: {name} has signed, and this paper expects {who}",
        "ask why; if the paper names the wrong person, revoke it and issue it anew",
    ),
    "field-unasked": Message(
        "this file has a field that the paper does not have: {field}",
        "trust nothing that the field shows, and ask for the file as it was before",
    ),
    "signature-strange": Message(
        "{role}: the certificate of {name} was issued by {issuer}, whom this office does not trust",
        "ask {name}; if you know the authority, put its certificates into the folder {folder} of the office",
    ),
    "signature-revoked": Message(
        "{role}: the certificate of {name} was revoked on {date}",
        "ask {name}; only a time stamp, or the register, could show that the signature is older",
    ),
    "signature-out-of-date": Message(
        "{role}: the certificate of {name} holds from {since} to {until}, and nothing shows that it was used "
        "then",
        "look into the register for when the paper was signed; what is kept for long needs a time stamp",
        "warning",
    ),
    "revocation-unknown": Message(
        "{role}: whether the certificate of {name} was revoked is not known here",
        "put the list of revoked certificates (.crl) that {issuer} publishes into the folder {folder} of the "
        "office, and verify again",
        "warning",
    ),
    "trust-missing": Message(
        "this office has not said whom it trusts: its folder {folder} holds no root certificate",
        "put there the root certificates of the authorities that count (.pem, .cer) and their lists of "
        "revoked ones (.crl)",
        "warning",
    ),
    "trust-unreadable": Message(
        "this is neither a certificate nor a list of revoked ones",
        "load it down again from the authority, or take it out of this folder",
    ),
    "paper-unsigned": Message(
        "nobody has signed this file by key; a signature by hand cannot be checked",
        "look at the paper original, or let those sign whom it names",
        "warning",
    ),
    "word-unsigned": Message(
        "a Word file has no room for signatures by key",
        "verify the PDF of the same paper",
        "warning",
    ),
    "paper-rolled-back": Message(
        "this is {number} as it was before: the register knows a later file of it",
        "take the last one from the office's folder",
    ),
    "paper-not-standing": Message(
        "{number} does not hold: it is {state}{why}",
        "use it no more; what the register tells of it is shown by `reportgen register show`",
    ),
    "signature-unfiled": Message(
        "the register does not know the last signature in this file yet",
        "file it, if it is rightly signed: `reportgen sign --signed {name}`",
    ),
    "register-unsound": Message(
        "the register itself was changed by somebody, and nothing in it can be relied on",
        "see what `reportgen register verify` finds, and bring the register back from a backup",
        "warning",
    ),
}
