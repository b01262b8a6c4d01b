"""Words for inspection: what data can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
