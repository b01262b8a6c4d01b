"""English words that must not be left in what is said in Vietnamese."""

import re

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the is are was were be been with that there it its this these has have of cannot does which then "
        "than only your you will would should must every others already please",
    )
)
_UNREAD = r"""'[^']*'|“[^”]*”|"[^"]*"|{{.*?}}|{%.*?%}|{[^{}]*}|<[^<>]*>|\[[a-z0-9-]+\]"""
"""Values, tags, what is typed as it stands, and codes."""


def left_over(text: str) -> set[str]:
    """Find English words outside quotes, tags, braces and codes."""
    bare = re.sub(_UNREAD, " ", text)
    return {word for word in re.findall(r"[a-z_]+", bare.lower()) if word in ENGLISH}
