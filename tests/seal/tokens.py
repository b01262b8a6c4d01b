"""Tokens in software: SoftHSM 2 (Debian: softhsm2), with real keys in it."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.x509 import decode_x509_certificate

from reportgen.seal.authority import Holder

PIN: Final = "2468"
_PLACES: Final = ("/usr/lib/softhsm", "/usr/lib64/pkcs11", "/usr/lib64/softhsm", "/opt/homebrew/lib/softhsm")
MODULE: Final = next((f"{one}/libsofthsm2.so" for one in _PLACES if Path(one, "libsofthsm2.so").exists()), "")


def begin(folder: Path) -> None:
    """Put an empty box for tokens into a folder; without SoftHSM 2 the test is skipped."""
    if not MODULE or not shutil.which("softhsm2-util"):
        pytest.skip("no SoftHSM 2 here (Debian: apt-get install softhsm2)")
    (folder / "tokens").mkdir(parents=True)
    written = folder / "softhsm2.conf"
    written.write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n", encoding="utf-8")
    os.environ["SOFTHSM2_CONF"] = str(written)
    pkcs11.lib(MODULE).reinitialize()


def new_token(label: str) -> None:
    """Make a token."""
    words = ("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "1357")
    subprocess.run([shutil.which("softhsm2-util") or "", *words], check=True, capture_output=True)
    pkcs11.lib(MODULE).reinitialize()


def put(label: str, holder: Holder, *, anew: bool = False) -> None:
    """Put a key with its certificate into a token; one that wants the PIN ``anew`` wants it each time."""
    form = serialization.PrivateFormat.TraditionalOpenSSL
    secret = holder.key.private_bytes(serialization.Encoding.DER, form, serialization.NoEncryption())
    certificate = holder.certificate.public_bytes(serialization.Encoding.DER)
    named = {pkcs11.Attribute.LABEL: holder.name, pkcs11.Attribute.ID: holder.name.encode()[:20]}
    stored = {pkcs11.Attribute.TOKEN: True, **named}
    with pkcs11.lib(MODULE).get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        guarded = {pkcs11.Attribute.PRIVATE: True, pkcs11.Attribute.ALWAYS_AUTHENTICATE: anew}
        session.create_object({**decode_ec_private_key(secret), **stored, **guarded})
        session.create_object({**decode_x509_certificate(certificate), **stored})
