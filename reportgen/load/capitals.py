"""Capitals that TCVN3 has lost: its fonts for capitals show the codes of small letters."""

import re
from collections.abc import Sequence

from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin
from reportgen.model.phrase import shortened

_SHOWN = 5
_NEVER_CAPITAL = frozenset("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
_BEGINS = re.compile(r"(?:^|[.!?…]\s+)[^\w\s]*(\w)")
_WORD = re.compile(r"\w+")


def tell_lost_capitals(texts: Sequence[tuple[Origin, str]], complaints: Complaints) -> None:
    """Ask a person to look at the texts of a column that begin a name or a sentence in lower case."""
    small = [(origin, text) for origin, text in texts if lacks_capital(text)]
    if not small:
        return
    places = [f'{origin} "{text}"' for origin, text in small]
    complaints.add("capitals-lost", small[0][0], places=shortened(places, _SHOWN))


def lacks_capital(text: str) -> bool:
    """Tell whether a capital seems to be missing: at a beginning, in a name or in a word of capitals."""
    if any(letter.islower() for letter in _BEGINS.findall(text)):
        return True
    words = _WORD.findall(text)
    return any(map(_is_mixed, words)) or any(
        word[0] in _NEVER_CAPITAL and before[0].isupper() and after[:1].isupper()
        for before, word, after in zip(words, words[1:], [*words[2:], "E"], strict=False)
    )


def _is_mixed(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 and not _NEVER_CAPITAL.isdisjoint(word)
