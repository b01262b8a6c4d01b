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
    "sign-not-closed": Message(
        "this paper has no time stamp over the whole of it that could be followed by another",
        "whoever signs last adds it: `reportgen sign … --tsa URL --archive`",
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
    "sign-picture-opaque": Message(
        "the picture {name} has no transparent ground: it would hide the words behind it, for good",
        "give a PNG whose ground is transparent, with nothing in it but the signature or the seal",
    ),
    "sign-not-standing": Message(
        "{number} does not stand any more, or not yet", "only a paper that was issued can be signed"
    ),
    "sign-doctored": Message(
        "this copy is not the file that was issued as {number}: something was changed in it",
        "do not sign it; ask for the issued file again, and tell the office where this one came from",
    ),
    "key-unreadable": Message(
        "this key does not open: the PIN is wrong, or the file holds no key",
        "type the command again with the right PIN; it is a .p12 or .pfx file",
    ),
    "key-endless": Message(
        "this key takes {rounds} rounds of computing to open; at most {most} are tried",
        "ask whoever made the key for a file that opens at once: this one is damaged, or meant to do harm",
    ),
    "key-not-for-signing": Message(
        "nobody would accept signatures of {name} by this key: {why}; nothing was signed",
        "take the key that was issued to sign documents; the authority that issues keys makes a new one",
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
    "token-extra-missing": Message(
        "keys in tokens need the package python-pkcs11, which is not installed",
        'install it with: pip install "reportgen[pkcs11]"',
    ),
    "token-address": Message(
        "this is no address of a key in a token: {why}",
        "write pkcs11:token=NAME;object=NAME?module-path=LIBRARY, with the file that came with it as LIBRARY",
    ),
    "token-pin-written": Message(
        "a PIN stands in the address of a key",
        "leave it out, it is asked for; and change the PIN, because typed commands are kept",
    ),
    "token-library": Message(
        "the library {file} is not there, or it is none for tokens",
        "name the library (.so, .dll, .dylib) that came with the token behind module-path=",
    ),
    "token-missing": Message(
        "no such token is plugged in; there is: {known}",
        "plug it in, or name the right one behind token=",
    ),
    "token-several": Message("several would fit: {known}", "put the one that is meant into the address"),
    "token-empty": Message(
        "the token holds no such key with a certificate",
        "leave object= out to take the only key of the token, or ask who issued it to put the certificate in",
    ),
    "token-pin-wrong": Message(
        "the token {token} does not take this PIN, or takes none any more; it was not tried again",
        "type the command again with the right PIN, and be careful: many tokens lock for good after three "
        "wrong ones; who is not sure, or whose token is locked, asks who issued it",
    ),
    "token-failed": Message(
        "the token did not sign: it was pulled out, or wants its PIN for each signature; "
        "this paper was not signed",
        "plug the token in and type the command again for the papers that are not signed yet; one that wants "
        "its PIN each time signs with the program that came with it, in the same fields",
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
