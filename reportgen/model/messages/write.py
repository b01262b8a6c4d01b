"""Words for the loading dock: what disks and folders can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
