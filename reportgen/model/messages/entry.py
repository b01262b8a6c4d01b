"""One entry of the catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, and what to do; ``{names}`` are filled with the diagnostic's values.

    ``severity`` is ``error``, ``warning``, ``missing`` or ``note``. Both texts are lower case and have no
    full stop; the hint is an imperative, or empty where the message says it all.
    """

    text: str
    hint: str = ""
    severity: str = "error"
