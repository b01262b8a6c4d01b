"""The room of proofs: a certificate's words signed into a QR code that anybody can check."""

from reportgen.token.envelope import Damaged, Opened, opened, signed
from reportgen.token.keys import PublicKey, new_key, public_key_of, read_public_key, written_public_key
from reportgen.token.symbol import symbol_of

__all__ = [
    "Damaged",
    "Opened",
    "PublicKey",
    "new_key",
    "opened",
    "public_key_of",
    "read_public_key",
    "signed",
    "symbol_of",
    "written_public_key",
]
