"""Words of which it is known, without asking Pango, where a line may end."""

import re

from hypothesis import given
from hypothesis import strategies as st
from weasyprint.text.line_break import get_log_attrs

from reportgen.render.scripts import WORD

WORDS = st.lists(st.from_regex(WORD, fullmatch=True, alphabet=st.sampled_from("aZŨộ059.,:;%")), min_size=1)


def ends(text: str) -> list[int]:
    """List the places inside a text at which Pango may end a line."""
    attributes = get_log_attrs(text, "vi")
    return [place for place in range(1, len(text)) if attributes[place].is_line_break]


@given(WORDS)
def test_a_line_ends_at_the_spaces_between_known_words_and_nowhere_else(words: list[str]) -> None:
    text = " ".join(words)
    assert ends(text) == [space.end() for space in re.finditer(" ", text)]


def test_words_in_which_a_line_may_end_are_not_known() -> None:
    broken = [word for word in ("QĐ.12", "xã:5", "a.%", "A/B", "Võ-Trường", "tr.5") if ends(word)]
    assert broken
    assert not [word for word in broken if re.fullmatch(WORD, word)]
