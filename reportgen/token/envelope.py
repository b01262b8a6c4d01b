"""The text of a QR code: what is claimed as CBOR (RFC 8949), signed with Ed25519 (RFC 8032), in base45.

docs/token.md has the format; what was printed once must be read for as long as paper lasts.
"""

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportgen.model.claims import DIGEST, ENTRY, WORDS, Claims
from reportgen.token.base45 import decoded, encoded
from reportgen.token.keys import PublicKey, public_key_of

PREFIX: Final = "RG1:"
"""What every text begins with: the sort and its version."""

MOST: Final = 4_296
"""Letters that the largest QR code holds: nothing longer is looked at."""

_CONTEXT: Final = "reportgen token 1"
"""What is signed along, so that no signature made for anything else counts here."""

_NUMBER, _DATE, _MANIFEST, _ENTRY, _WORDS = range(1, 6)
_PARTS: Final = 3


class Damaged(ValueError):  # noqa: N818  (it is a finding, not a fault of the program)
    """The text is no token, or not all of one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A token as it was read, believed or not."""

    claims: Claims
    key_id: bytes
    signature: bytes
    body: bytes

    def is_signed_by(self, key: PublicKey) -> bool:
        """Tell whether this key signed just this."""
        try:
            key.key.verify(self.signature, _signed_bytes(self.key_id, self.body))
        except InvalidSignature:
            return False
        return key.id == self.key_id


def signed(claims: Claims, secret: bytes) -> str:
    """Sign what is claimed: the same claims and key give the same text."""
    key, key_id = _signing(secret)
    body = _written(claims)
    signature = key.sign(_signed_bytes(key_id, body))
    return PREFIX + encoded(_cbor([key_id, body, signature]))


def opened(text: str) -> Opened:
    """Read a token; whether it is signed is another question.

    Raises:
        Damaged: it cannot be read.

    """
    text = text.strip("\r\n\t\ufeff")
    if not text.startswith(PREFIX) or len(text) > MOST:
        raise Damaged
    try:
        key_id, body, signature = _parts(_read(decoded(text.removeprefix(PREFIX))))
        return Opened(_claims(_read(body)), key_id, signature, body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, cbor2.CBORError) as error:
        raise Damaged from error


@lru_cache(maxsize=1)
def _signing(secret: bytes) -> tuple[Ed25519PrivateKey, bytes]:
    """Make a secret key ready to sign, and give its id: papers of a list are signed with one."""
    return Ed25519PrivateKey.from_private_bytes(secret), public_key_of(secret).id


def _signed_bytes(key_id: bytes, body: bytes) -> bytes:
    return _cbor([_CONTEXT, key_id, body])


def _written(claims: Claims) -> bytes:
    words = {place: text for place, name in enumerate(WORDS) if (text := claims.words.get(name))}
    return _cbor({
        _NUMBER: claims.number, _DATE: claims.date.isoformat(), _MANIFEST: claims.manifest[:DIGEST],
        _ENTRY: claims.entry[:ENTRY], _WORDS: words,
    })  # fmt: skip


def _claims(values: Mapping[int, Any]) -> Claims:
    names = dict(enumerate(WORDS))
    words = {names[place]: _text(text) for place, text in values[_WORDS].items()}
    claims = Claims(
        _text(values[_NUMBER]), dt.date.fromisoformat(values[_DATE]), words, values[_MANIFEST], values[_ENTRY]
    )
    sizes = (claims.manifest, DIGEST), (claims.entry, ENTRY)
    if any(type(part) is not bytes or len(part) != size for part, size in sizes):
        raise ValueError("a digest has another length")
    return claims


def _parts(values: Any) -> tuple[bytes, bytes, bytes]:
    if type(values) is not list or [type(one) for one in values] != [bytes] * _PARTS:
        raise ValueError("not three parts")
    return values[0], values[1], values[2]


def _text(value: Any) -> str:
    if type(value) is not str or not value.isprintable():
        raise ValueError("not plain words")
    return value


def _cbor(value: Any) -> bytes:
    return cbor2.dumps(value, canonical=True)


def _read(content: bytes) -> Any:
    """Read one value, in the one way in which it is written."""
    source = io.BytesIO(content)
    value = cbor2.load(source)
    if source.read(1) or _cbor(value) != content:
        raise ValueError("not written as we write")
    return value
