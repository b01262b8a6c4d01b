"""A time-stamp authority on this machine: real keys, a real server, RFC 3161."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from reportgen.seal.authority import Authority, Holder

TIMES = ExtendedKeyUsageOID.TIME_STAMPING
HOUR = dt.timedelta(hours=1)


def stamper_of(authority: Authority, purpose: x509.ObjectIdentifier = TIMES) -> DummyTimeStamper:
    """Let a test authority vouch for one that attests times, or is meant for something else."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    issuing = authority.issuing
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "reportgen TEST times")]))
        .issuer_name(issuing.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(authority.at - HOUR)
        .not_valid_after(authority.at + 9000 * HOUR)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuing.key.public_key()), critical=False
        )
        .sign(issuing.key, hashes.SHA256())
    )
    packed = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    chain = [asn1.Certificate.load(der_of(one)) for one in (certificate, issuing.certificate)]
    others = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    others.register(chain[1])
    return DummyTimeStamper(chain[0], keys.PrivateKeyInfo.load(packed), certs_to_embed=others)


def trusted_in(folder: Path, authority: Authority, revoked: DummyTimeStamper | None = None) -> None:
    """Let an office trust a test authority, which perhaps revoked the certificate of who attests times."""
    folder.mkdir(exist_ok=True)
    gone = [x509.load_der_x509_certificate(revoked.tsa_cert.dump())] if revoked else []
    holders = [Holder("", one, authority.issuing.key) for one in gone]
    (folder / "times.pem").write_bytes(b"".join([authority.anchor(), *authority.revoked(holders)]))


def der_of(certificate: x509.Certificate) -> bytes:
    """Write a certificate down."""
    return certificate.public_bytes(serialization.Encoding.DER)


@contextmanager
def served(answer: "Answer") -> Iterator[str]:
    """Answer whoever asks on this machine; give the address."""

    class _Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            code, content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(code)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), _Desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def dripping() -> Iterator[str]:
    """Answer with a byte now and then, without end; give the address."""
    end = threading.Event()

    class _Tap(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):  # who asked may be gone
                while not end.wait(0.01):
                    self.wfile.write(b"0")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), _Tap) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/tsa"
        finally:
            end.set()
            server.shutdown()
            thread.join()


class Answer:
    """What an authority answers; ``nonsense`` lets it answer wrongly in one of some ways."""

    def __init__(self, stamper: DummyTimeStamper, nonsense: str = "") -> None:
        self.stamper, self.nonsense = stamper, nonsense

    def __call__(self, asked: bytes) -> tuple[int, bytes]:
        """Attest what is asked."""
        request = tsp.TimeStampReq.load(asked)
        match self.nonsense:
            case "busy":
                return 503, b""
            case "words":
                return 200, b"<html>"
            case "refusal":
                status = tsp.PKIStatusInfo({"status": "rejection", "fail_info": {"bad_alg"}}).dump()
                return 200, bytes([0x30, len(status)]) + status
            case "other paper":
                request["message_imprint"]["hashed_message"] = bytes(32)
            case "other question":
                request["nonce"] = 1
        return 200, self.stamper.request_tsa_response(request).dump()
