"""The keys behind QR codes: a secret one that stays in the office, and a public one for everybody."""

import re
from base64 import b64decode, b64encode
from binascii import Error
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ID: Final = 8
_SIZE: Final = 32
_LINE: Final = re.compile(r"^reportgen-ed25519 +([A-Za-z0-9+/=]{44})(?: +([^\r\n]*?))?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key (32 bytes), and whose it is as its file says."""

    raw: bytes
    owner: str = ""

    @property
    def key(self) -> Ed25519PublicKey:
        """Give it to those who compute."""
        return Ed25519PublicKey.from_public_bytes(self.raw)

    @property
    def id(self) -> bytes:
        """Give what a token names it by: the first bytes of its SHA-256."""
        return sha256(self.raw).digest()[:_ID]

    @property
    def name(self) -> str:
        """Write its id as people compare it."""
        return self.id.hex()


def new_key() -> bytes:
    """Make a secret key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key_of(secret: bytes, owner: str = "") -> PublicKey:
    """Give the public key that belongs to a secret one."""
    return PublicKey(Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw(), owner)


def written_public_key(key: PublicKey) -> str:
    """Write a public key as a line to be published; more such lines may stand in one file."""
    return (
        f"reportgen-ed25519 {b64encode(key.raw).decode('ascii')} {' '.join(key.owner.split())}".rstrip()
        + "\n"
    )


def read_public_key(text: str) -> list[PublicKey]:
    """Read the public keys of a file; other lines are remarks."""
    found = ((_raw(line[1]), line[2] or "") for line in _LINE.finditer(text))
    return [PublicKey(raw, owner) for raw, owner in found if len(raw) == _SIZE]


def _raw(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except Error:
        return b""
