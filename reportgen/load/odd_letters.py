"""Letters that deceive the eye: kept as they are, and each told once for a file with its places."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reportgen.load.text import called, position
from reportgen.model.diagnostics import Complaints
from reportgen.model.letters import ALIEN, CYRILLIC, DIRECTING, LOOK_ALIKES, UNSEEN
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

_SHOWN: Final = 5
_LATIN: Final = "A-Za-zÀ-ɏ\u1e00-\u1eff"
_CONSONANTS: Final = re.compile(r"(?<![^\W_])[bcdđghklmnpqrstvx]{1,3}\Z", re.IGNORECASE)
_LONGEST_ONSET: Final = 4
_SIGNS: Final = UNSEEN | DIRECTING | LOOK_ALIKES.keys()
_HYPHEN: Final = re.compile("-[ơờớởỡợƠỜỚỞỠỢ]")
_ODD: Final = re.compile(
    f"(?P<lost>[-\u00ad](?=[ơờớởỡợƠỜỚỞỠỢ]))|(?P<inkless>[{''.join(sorted(UNSEEN | DIRECTING))}])"
    f"|(?P<alien>[{''.join(ALIEN)}])"
    f"|(?P<cyrillic>(?<=[{_LATIN}])[{''.join(CYRILLIC)}]|[{''.join(CYRILLIC)}](?=[{_LATIN}]))"
)
"""What may be one; a hyphen only where TCVN3 has the letter ư before these."""


def is_odd(text: str) -> bool:
    """Tell whether a text holds a letter that deceives."""
    return next(_found(text), None) is not None


def tell_odd(text: str, file: str, complaints: Complaints) -> None:
    """Tell of what deceives in a text file."""
    odd = OddLetters()
    odd.look(text, lambda offset: position(text, offset, file))
    odd.tell(complaints)


def tell_odd_in(value: str, written: str, origin: Origin, complaints: Complaints) -> None:
    """Tell of what deceives in one value, unless it was told where it is written."""
    if not is_odd(written):
        odd = OddLetters()
        odd.look(value, lambda _: origin)
        odd.tell(complaints)


@dataclass(slots=True)
class OddLetters:
    """The letters found in a file so far: by complaint and character how often, and where first."""

    times: dict[tuple[str, str], int] = field(default_factory=dict)
    places: dict[tuple[str, str], list[Origin]] = field(default_factory=dict)

    def look(self, text: str, place: Callable[[int], Origin]) -> None:
        """Note what deceives in a text; ``place`` tells where a letter of it stands."""
        for found in _found(text):
            code, sign = _code(found), found[0]
            self.times[code, sign] = self.times.get((code, sign), 0) + 1
            places = self.places.setdefault((code, sign), [])
            if len(places) <= _SHOWN:
                places.append(place(found.start()))

    def tell(self, complaints: Complaints) -> None:
        """Tell of each character once, at its first place."""
        for (code, sign), times in self.times.items():
            first, *others = dict.fromkeys(self.places[code, sign])
            meant = LOOK_ALIKES.get(sign, "ư")
            complaints.add(code, first, character=called(sign), meant=meant, often=_often(others, times))


def _often(others: list[Origin], times: int) -> str:
    """List the next places, and count what is not listed."""
    shown: str = ", ".join(str(origin) for origin in others[: _SHOWN - 1])
    if not shown:
        return phrase(", {times} times in all", times=times) if times > 1 else ""
    return phrase(", {times} times in all: also at {places}", times=times, places=shown)


def _found(text: str) -> Iterator[re.Match[str]]:
    if text.isascii() or (_SIGNS.isdisjoint(text) and _HYPHEN.search(text) is None):
        return
    for found in _ODD.finditer(text):
        if found.lastgroup != "lost" or _follows_onset(found) or found[0] in UNSEEN:
            yield found


def _follows_onset(found: re.Match[str]) -> bool:
    before = found.string[max(found.start() - _LONGEST_ONSET, 0) : found.start()]
    return _CONSONANTS.search(before) is not None


def _code(found: re.Match[str]) -> str:
    if found.lastgroup == "lost" and _follows_onset(found):
        return "letter-lost"
    if found[0] in DIRECTING:
        return "directing-character"
    return "invisible-character" if found[0] in UNSEEN else "look-alike"
