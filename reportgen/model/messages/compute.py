"""Words for the counting room: what figures can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
