"""Words for signatures and the keys that they are made with."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {
    "sign-extra-missing": Message(
        "signing needs the package pyhanko, which is not installed",
        'install it with: pip install "reportgen[sign]"',
    ),
    "sign-no-fields": Message(
        "this paper has no fields for signatures",
        "sign the PDF that `reportgen issue` filed; its kind must declare `signatures`",
    ),
    "sign-field-unknown": Message("this paper has no field {field}", "sign in one of its own: {known}"),
    "sign-taken": Message(
        "the field {field} is signed already", "look who signed: a signature is never replaced"
    ),
    "sign-too-early": Message(
        "{field} signs after others, and not yet signed is: {before}", "let those sign first, in this order"
    ),
    "sign-other-person": Message(
        "in the field {field} this paper expects {who}, and the key is of {name}",
        "take the key of who is named there, or the field of this key; if the paper names the wrong person, "
        "revoke it and issue it anew",
    ),
    "sign-not-standing": Message(
        "{number} does not stand any more, or not yet", "only a paper that was issued can be signed"
    ),
    "key-unreadable": Message(
        "this key does not open: the PIN is wrong, or the file holds no key",
        "type the command again with the right PIN; it is a .p12 or .pfx file",
    ),
    "tsa-silent": Message(
        "the time-stamp authority does not answer: {why}; this paper was not signed",
        "look whether the address is right and the network is there, then type the command again; "
        "without --tsa the paper is signed with this computer's time",
    ),
    "tsa-unfit": Message(
        "what the time-stamp authority answered is of no use: {why}; this paper was not signed",
        "ask who runs it for the address that answers RFC 3161 with SHA-256",
    ),
    "lasting-stranger": Message(
        "the certificate of {name} leads to no authority that this office trusts",
        "put the root certificate of who issued it into the folder tin-cay beside offices.yaml, "
        "or leave --long-term and --archive out",
    ),
    "lasting-unknown": Message(
        "nothing says whether the certificate of {name}, or that of who issued it, was revoked",
        "connect to the network, or put the lists of revoked certificates (.crl) into the folder tin-cay "
        "beside offices.yaml",
    ),
    "lasting-revoked": Message(
        "the certificate of {name}, or that of who issued it, was revoked",
        "take another key, or another time-stamp authority; ask who issued it why it was revoked",
    ),
    "lasting-unfit": Message(
        "the certificate of {name} is out of date, or not made for this",
        "ask who issued it, or leave --long-term and --archive out",
    ),
    "pin-missing": Message(
        "nobody typed a PIN",
        "run the command in a terminal window, where it asks for the PIN, or send it the PIN as one line",
    ),
    "key-out-of-date": Message(
        "the certificate of {name} holds from {since} to {until} only",
        "ask who issued it for a new one",
    ),
}
