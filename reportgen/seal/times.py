"""A time-stamp authority, asked over the network (RFC 3161, HTTP): it attests when something was there."""

import errno
import os
import threading
import urllib.error
import urllib.request
from concurrent.futures import Future
from http.client import HTTPException
from typing import Any, ClassVar, Final

from asn1crypto import cms, core, tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko_certvalidator import ValidationContext

from reportgen.model.diagnostics import report
from reportgen.model.errors import FinishError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase

PATIENCE: Final = 20
"""So many seconds an authority has to answer; it is asked once."""

_LARGEST: Final = 256 * 1024
_GRANTED: Final = frozenset({"granted", "granted_with_mods"})
_HEADERS: Final = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class _Response(core.Sequence):  # type: ignore[misc]
    """An answer; one that refuses has no token, which the library's own class does not know."""

    _fields: ClassVar[list[tuple[object, ...]]] = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


class TimeAuthority(TimeStamper):
    """An authority at an address; its answers are believed when they are about what was asked."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.address = address

    @property
    def name(self) -> str:
        """Tell whom the authority's certificate names, once it has answered."""
        names = (str(one.subject.native.get("common_name", "")) for one in self._certs.values())
        return next(names, self.address)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Have the time attested at which a digest was there.

        Raises:
            FinishError: the authority does not answer, refuses, or answers something else.

        """
        request: Any = self.request_cms
        nonce, asked = request(message_digest, md_algorithm)
        answer = self._answer(asked.dump())
        try:
            token = self._token(answer, int(nonce))
            found = await validate_tst_signed_data(
                token["content"], ValidationContext(trust_roots=[]), lambda _: message_digest
            )
        except (ValueError, TypeError, KeyError, AttributeError, SignatureValidationError) as error:
            raise self._odd(phrase("it is no time stamp")) from error
        if not (found["intact"] and found["valid"]):
            raise self._odd(phrase("it attests something else than was asked"))
        return token

    def _answer(self, asked: bytes) -> bytes:
        """Wait for an answer as long as patience lasts, however slowly it drips in."""
        said: Future[bytes] = Future()

        def ask() -> None:
            try:
                said.set_result(self._asked(asked))
            except BaseException as error:  # noqa: BLE001  (raised again, by whoever waits)
                said.set_exception(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            return said.result(PATIENCE)
        except TimeoutError as error:
            raise self._silent(os.strerror(errno.ETIMEDOUT)) from error

    def _asked(self, asked: bytes) -> bytes:
        request = urllib.request.Request(self.address, asked, _HEADERS)  # noqa: S310  (the front door has looked)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                content: bytes = answer.read(_LARGEST)
        except urllib.error.HTTPError as error:
            error.close()
            raise self._silent(f"HTTP {error.code} {error.reason}") from error
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise self._silent(getattr(reason, "strerror", None) or str(reason)) from error
        return content

    def _token(self, answer: bytes, nonce: int) -> cms.ContentInfo:
        response = _Response.load(answer, strict=True)
        status = response["status"]
        if status["status"].native not in _GRANTED:
            said = "; ".join([*(status["status_string"].native or []), *(status["fail_info"].native or [])])
            raise self._odd(phrase("it refuses: {why}", why=Foreign(said or status["status"].native)))
        token = response["time_stamp_token"]
        if token["content"]["encap_content_info"]["content"].parsed["nonce"].native != nonce:
            raise self._odd(phrase("it attests something else than was asked"))
        return token

    def _silent(self, why: str) -> FinishError:
        return FinishError([report("tsa-silent", Origin(self.address), why=Foreign(why))])

    def _odd(self, why: str) -> FinishError:
        return FinishError([report("tsa-unfit", Origin(self.address), why=why)])
