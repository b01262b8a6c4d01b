"""Whether a Dask scheduler listens at an address, and why not: asked before anything is sent there."""

import asyncio
import re
import socket
from collections.abc import Mapping
from typing import Any, Final

from distributed import Security
from distributed.comm import get_address_host_port
from distributed.core import connect, send_recv

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import MissingToolError
from reportgen.model.phrase import Foreign, phrase

PATIENCE: Final = 10
"""Seconds until a scheduler must have answered."""

_OF_PYTHON: Final = re.compile(
    r"""(in\ <.*>:\ )?(\w+Error(:\ |\(["']))?(\[Errno\ -?\d+\]\ )?(?P<words>.*?)(["']\))?""", re.VERBOSE
)
"""What stands around the words of the system when somebody far away could not do a thing."""


def refuse_others(address: str) -> None:
    """Hail whoever listens there: a client would wait for ever for some that are no schedulers.

    Raises:
        MissingToolError: no scheduler answers.

    """
    try:
        said = asyncio.run(_hailed(address))
    except Exception as error:
        raise MissingToolError([_unreachable(address, _reason(address, error))]) from error
    if said.get("type") != "Scheduler":
        raise MissingToolError([_unreachable(address, phrase("a worker listens there, not a scheduler"))])


def _unreachable(address: str, why: str) -> Diagnostic:
    return report("scheduler-unreachable", None, address=address, why=why)


def _reason(address: str, error: Exception) -> str:
    """Say why nobody could be hailed: who connects hides the reason of the system behind one of its own."""
    reason = error.__cause__ or error
    if isinstance(reason, TimeoutError | asyncio.CancelledError):
        return _refusal(address) or phrase("nobody answered within {seconds} seconds", seconds=PATIENCE)
    return plain(str(reason) or type(reason).__name__)


def _refusal(address: str) -> Foreign | None:
    """Knock once: who connects tries until the time is over, and may tell of the time alone."""
    try:
        socket.create_connection(get_address_host_port(address), timeout=PATIENCE).close()
    except TimeoutError:
        return None
    except OSError as error:
        return plain(str(error))
    return None


def plain(said: str) -> Foreign:
    """Take off what Python says around the words of the system."""
    found = _OF_PYTHON.fullmatch(said)
    words = found["words"] if found else said
    return Foreign(words[:1].lower() + words[1:])


async def _hailed(address: str) -> Mapping[str, Any]:
    options = Security().get_connection_args("client")

    async def hail() -> Mapping[str, Any]:
        comm = await connect(address, timeout=PATIENCE, **options)
        try:
            said: Mapping[str, Any] = await send_recv(comm, op="identity", serializers=["msgpack"])
            return said
        finally:
            comm.abort()

    return await asyncio.wait_for(hail(), 2 * PATIENCE)
