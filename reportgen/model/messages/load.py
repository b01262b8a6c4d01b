"""Words for receiving: what a file can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
