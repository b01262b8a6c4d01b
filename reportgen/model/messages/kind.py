"""Words for kinds: what a kind.yaml can do wrong."""

from reportgen.model.messages.entry import Message

MESSAGES: dict[str, Message] = {}
