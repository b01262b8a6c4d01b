"""Words for the press and the reading room: what templates and fonts can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
