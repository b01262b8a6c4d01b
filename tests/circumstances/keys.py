"""Keys, tokens, PINs and the authorities that vouch for them."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.cli import options
from reportgen.papers.trust import TRUSTED
from tests.circumstances.machine import Machine
from tests.verify.forging import with_field


def _typed(machine: Machine, pin: str) -> Iterator[None]:
    """Let somebody type a PIN, and once more where that is asked for."""
    machine.typed = f"{pin}\n{pin}\n"
    yield


def _locked(machine: Machine, name: str, rounds: str) -> Iterator[None]:
    """Let a key say that its PIN is to be digested so often."""
    from asn1crypto import pkcs12  # noqa: PLC0415  (an extra)

    box = pkcs12.Pfx.load((machine.folder / name).read_bytes())
    box["mac_data"]["iterations"] = int(rounds)
    (machine.folder / name).write_bytes(box.dump(force=True))
    yield


def _short(machine: Machine, name: str, bits: str) -> Iterator[None]:
    """Let a key be one that was long enough some decades ago."""
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415  (an extra)

    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)

    authority = Authority.begun(options.now())
    key = rsa.generate_private_key(public_exponent=65537, key_size=int(bits))
    holder = authority.holder(Path(name).stem, key)
    (machine.folder / name).write_bytes(authority.packed(holder, machine.typed.split()[0]))
    yield


def _silent(machine: Machine) -> Iterator[None]:
    """Let nobody sit in front of the machine."""
    machine.typed = ""
    yield


def _tokens(machine: Machine, labels: str, names: str, how: str | None) -> Iterator[None]:
    """Plug in tokens, each with the keys of some people, which perhaps want the PIN for each signature."""
    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)
    from tests.seal import tokens  # noqa: PLC0415  (an extra)

    tokens.begin(machine.folder / "hsm")
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    for label in labels.split(" and "):
        tokens.new_token(label)
        for name in names.split(" and ") if names != "nobody" else ():
            tokens.put(label, authority.holder(name), anew=bool(how))
    machine.module = tokens.MODULE
    yield


def _stamped(machine: Machine, how: str | None) -> Iterator[None]:
    """Let an authority for time stamps run, as good as described, and the office trust who made the keys."""
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415  (an extra)

    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)
    from tests.seal.stamping import TIMES, Answer, served, stamper_of, trusted_in  # noqa: PLC0415  (an extra)

    trusted = machine.folder / "tin-cay"
    trusted.mkdir()
    for file in (machine.folder / "keys").glob("*.pem"):
        shutil.copy(file, trusted)
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    stamper = stamper_of(
        authority, ExtendedKeyUsageOID.EMAIL_PROTECTION if how == "that is meant for mail" else TIMES
    )
    if how != "that nobody knows":
        trusted_in(trusted, authority, stamper if how == "that was revoked" else None)
    with served(Answer(stamper, "refusal" if how == "and refuses" else "")) as machine.stamps:
        yield


def _clock(_: Machine, day: str) -> Iterator[None]:
    """Let the clock at the front door say noon of a day."""
    noon = dt.datetime.strptime(f"{day} 12 +0000", "%d/%m/%Y %H %z")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("options", "keys", "verify_paper"):
            patch.setattr(f"reportgen.cli.{module}.now", lambda: noon)
        yield


def _signed_elsewhere(machine: Machine, name: str, field: str, key: str) -> Iterator[None]:
    """Let somebody sign with a program that asks nothing, in a field of his own where there is none."""
    from reportgen.seal.keys import open_key  # noqa: PLC0415  (it is an extra)
    from reportgen.seal.signing import Signing, fields_of, signed  # noqa: PLC0415

    path, opened = machine.folder / name, (machine.folder / key).read_bytes()
    content = path.read_bytes()
    if field not in fields_of(content):
        content = with_field(content, field)
    pin = machine.typed.split()[0]
    path.write_bytes(signed(content, Signing(field, certifies=False), open_key(opened, pin, key)))
    yield


def _authority(machine: Machine, folder: str, name: str) -> Iterator[None]:
    """Let an authority issue a certificate and revoke it, and the office trust that authority."""
    from reportgen.seal.authority import Authority  # noqa: PLC0415  (it is an extra)

    authority = Authority.begun(options.now())
    holder = authority.holder(name)
    files = {
        f"{folder}/{name}.p12": authority.packed(holder, machine.typed.split()[0]),
        f"{TRUSTED}/root.pem": authority.anchor(),
        f"{TRUSTED}/revoked.crl": b"".join(authority.revoked([holder])),
    }
    for file, content in files.items():
        (machine.folder / file).parent.mkdir(exist_ok=True)
        (machine.folder / file).write_bytes(content)
    yield


KEYS: dict[str, Callable[..., Iterator[None]]] = {
    r"the PIN typed is (\S+)": _typed,
    r"(.+) is locked with (\d+) rounds": _locked,
    r"(.+) is an RSA key of (\d+) bits": _short,
    r"nobody types anything": _silent,
    r"the tokens? (.+?) holds? keys? of (.+?)( that wants the PIN each time)?": _tokens,
    r"a time-stamp authority answers(?: (.+))?": _stamped,
    r"it is (\S+)": _clock,
    r"in (\S+) the certificate of (.+) is revoked by its authority": _authority,
    r"somebody signs (.+) in the field (\w+) with (.+)": _signed_elsewhere,
}
