"""Texts of values as they are printed: looked at and escaped once for all papers that have them."""

import re
from typing import Final

from markupsafe import Markup, escape

from reportgen.model.letters import as_stored
from reportgen.render.template.failures import UnprintableError

ILLEGAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufffe\uffff]")
"""Control characters, halves of letters and private-use letters; line breaks and tabs are fine."""

_MOST_KNOWN: Final = 1024


class Texts(dict[str, tuple[str, Markup]]):
    """From a text to what is noted of it, and what is written in a page."""

    def __missing__(self, text: str) -> tuple[str, Markup]:
        """Look at a text, and refuse what no page can show."""
        if bad := ILLEGAL.search(text):
            raise UnprintableError("illegal-character", f"U+{ord(bad.group()):04X}")
        stored = as_stored(text)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[text] = found = stored, escape(stored)
        return found
