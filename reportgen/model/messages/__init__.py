"""The words of every diagnostic, by code: one table per room, so that none is defined twice."""

from reportgen.model.messages import compute, data, kind, load, render, write
from reportgen.model.messages.entry import Message

_PARTS = (load.MESSAGES, data.MESSAGES, kind.MESSAGES, compute.MESSAGES, render.MESSAGES, write.MESSAGES)

MESSAGES: dict[str, Message] = {code: message for part in _PARTS for code, message in part.items()}
"""Every published code. ``tests/errors/<code>/`` holds an example of each."""
