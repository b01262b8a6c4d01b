"""The marks round every printed value, so that its exact place is known until the page is finished."""

import re
from typing import Final

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
"""Stand around each printed value in the rendered text, so that its exact place is known; never on a page."""


SIGNS: Final = re.compile("[\ue000-\ue008]")
"""These, and what else stands for something until a page is finished: no template and no data has them."""


def strip_marks(text: str) -> str:
    """Take the marks out of a rendered text."""
    return text.replace(OPEN, "").replace(CLOSE, "")
