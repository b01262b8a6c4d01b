"""Legacy letters in cells: recognised by the words they make, read as Unicode, and told."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from reportgen.load.capitals import tell_lost_capitals
from reportgen.load.encoding import Decoded, best_reading
from reportgen.load.grid import Grid
from reportgen.load.legacy import ALPHABETS, LOST
from reportgen.load.letters_told import sample, tell_read
from reportgen.load.odd_letters import OddLetters, is_odd
from reportgen.load.syllables import is_syllable, marked_words
from reportgen.load.text import nfc
from reportgen.model.diagnostics import Complaints
from reportgen.model.letters import ALIEN
from reportgen.model.origin import Origin

_ENOUGH = 3
"""How many different words must speak for an alphabet, where a file is Unicode otherwise."""

_NO_SIGN = re.compile("[^\\x00-\\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_SIGN_IN_WORD = re.compile("[A-Za-z][¡-©¬®¶¸×÷]|[¡-©¬®¶¸×÷][A-Za-z]")

_MEANT = str.maketrans(dict(ALIEN))

_Place = tuple[int, int, str]
"""Row, place in the row, text."""


class _Fits(Enum):
    """What a text can be, by its words."""

    UNICODE = "unicode"
    LEGACY = "legacy"
    EITHER = "either"


def read_letters(
    grid: Grid, begin: int, encoding: str | None, decoded: Decoded | None, complaints: Complaints
) -> None:
    """Bring all cells to Unicode; ``encoding`` is what the data file names, and then nothing is guessed.

    The rows from ``begin`` on are looked at column by column, those above all together.
    """
    guessed = decoded.guessed if decoded else None
    if decoded and decoded.alphabet:
        _read_all(grid, begin, decoded.alphabet, complaints)
    elif encoding is None:
        guessed = _find_and_read(grid, begin, _Part.refuse, complaints) or guessed
    elif encoding in ALPHABETS:
        _read_where_fit(grid, begin, encoding, complaints)
    _tell(grid, begin, guessed, complaints)


def read_letters_of_sheet(grid: Grid, complaints: Complaints) -> None:
    """Bring a sheet whose encoding nobody can name to Unicode; what is in doubt stays, and is told."""
    before = [list(row) for row in grid.rows]
    alphabet = _find_and_read(grid, 1, _Part.keep, complaints, among_unicode=True)
    _tell(grid, 1, None, complaints)
    if alphabet:
        tell_read(grid, before, alphabet, complaints)


def _tell(grid: Grid, begin: int, guessed: str | None, complaints: Complaints) -> None:
    """Tell of letters that deceive, unless it is unclear what they are, and of what was guessed."""
    unclear = any(found.code == "letters-unclear" for found in complaints)
    if not unclear and any(map(is_odd, _texts(grid))):
        _tell_odd(grid, complaints)
    if guessed:
        origin = Origin(grid.sources.file)
        complaints.add("encoding-guessed", origin, encoding=guessed, sample=sample(grid, begin))


def _read_all(grid: Grid, begin: int, alphabet: str, complaints: Complaints) -> None:
    """Read every cell of a file whose bytes are known to be legacy letters."""
    for part in _parts(grid, begin, alphabet):
        part.read(part.signs, complaints)


def _read_where_fit(grid: Grid, begin: int, alphabet: str, complaints: Complaints) -> None:
    """Read the cells that can be in the alphabet which the data file names; others are Unicode already."""
    for part in _parts(grid, begin, alphabet):
        legacy = part.texts(_Fits.LEGACY)
        either = part.texts(_Fits.EITHER) if legacy or not part.has_unicode else set()
        part.read(legacy | either, complaints)


def _find_and_read(
    grid: Grid, begin: int, doubt: "_Doubt", complaints: Complaints, *, among_unicode: bool = False
) -> str | None:
    """Find out whether cells are in legacy letters, and in which; read those that are.

    Where the headings are surely Unicode, what can be both stays as it stands.
    """
    odd = {text for text in _texts(grid) if _NO_SIGN.search(text) is None and not _is_unicode(text)}
    if not odd:
        return None
    alphabet = best_reading({name: _read("\n".join(odd), name) for name in ALPHABETS})
    if alphabet is None or not _is_enough(odd, alphabet):
        _doubt_odd(grid, doubt, complaints)
        return None
    parts = _parts(grid, begin, alphabet)
    above, *columns = [replace(part, has_unicode=True) for part in parts] if among_unicode else parts
    legacy = not any(column.has_unicode for column in columns)
    above.sort_out(doubt, complaints, legacy=legacy and not above.has_unicode)
    for column in columns:
        column.sort_out(doubt, complaints, legacy=legacy)
    return alphabet


def _tell_odd(grid: Grid, complaints: Complaints) -> None:
    """Tell of letters that deceive, now that none of them is a letter of TCVN3 or VNI."""
    odd = OddLetters()
    for row, index, text in _places(grid, 0, len(grid.rows)):
        odd.look(text, partial(_cell, grid, row, index))
    odd.tell(complaints)


def _cell(grid: Grid, row: int, index: int, _: int) -> Origin:
    """Point at the cell, wherever in it the letter stands: what was converted has other places."""
    return grid.at(row, index)


@dataclass(frozen=True, slots=True)
class _Part:
    """Cells that were surely written in one way: those that may be signs of an alphabet, what each fits."""

    grid: Grid
    begin: int
    places: Sequence[_Place]
    alphabet: str
    signs: Mapping[str, _Fits]
    has_unicode: bool

    @classmethod
    def of(cls, grid: Grid, begin: int, places: Sequence[_Place], alphabet: str) -> "_Part":
        """Look at texts; the rows of the table begin at ``begin``."""
        texts = {text for _, _, text in places}
        beyond = [text for text in texts if _NO_SIGN.search(text) is not None]
        signs = {text: _fit(text, alphabet) for text in texts.difference(beyond)}
        has_unicode = any(map(marked_words, beyond)) or _Fits.UNICODE in signs.values()
        return cls(grid, begin, places, alphabet, signs, has_unicode)

    def texts(self, fits: _Fits) -> set[str]:
        """Give the texts of a sort."""
        return {text for text, each in self.signs.items() if each is fits}

    def sort_out(self, doubt: "_Doubt", complaints: Complaints, *, legacy: bool) -> None:
        """Read what is surely legacy; what fits both goes with the others, if these agree."""
        found = self.texts(_Fits.LEGACY)
        either = {text for text in self.texts(_Fits.EITHER) if _read(text, self.alphabet) != text}
        if not self.has_unicode and (found or legacy):
            found |= either
        elif either and (found or not self.has_unicode):
            doubt(self, either, complaints)
        self.read(found, complaints)

    def read(self, texts: Iterable[str], complaints: Complaints) -> None:
        """Put Unicode in the place of texts."""
        read = {text: _read(text, self.alphabet) for text in texts}
        changed = [(row, index, text) for row, index, text in self.places if text in read]
        for row, index, text in changed:
            self.grid.rows[row][index] = read[text]
        lost = next((place for place in changed if LOST in read[place[2]]), None)
        if lost is not None:
            self._tell_lost(lost, complaints)
        elif self.alphabet == "tcvn3":
            rows = [(row, index, text) for row, index, text in changed if row >= self.begin]
            tell_lost_capitals([(self.grid.at(row, i), read[text]) for row, i, text in rows], complaints)

    def refuse(self, texts: set[str], complaints: Complaints) -> None:
        """Refuse texts that can be read in two ways, at the first of them."""
        row, index, text = next(place for place in self.places if place[2] in texts)
        origin, reading = self.grid.at(row, index), _read(text, self.alphabet)
        complaints.add("letters-unclear", origin, text=text, alphabet=self.alphabet, reading=reading)

    def keep(self, texts: set[str], complaints: Complaints) -> None:
        """Leave texts that can be read in two ways as they stand, and tell of each where it is first."""
        first = {text: (row, index, text) for row, index, text in reversed(self.places) if text in texts}
        for row, index, text in sorted(first.values()):
            origin, reading = self.grid.at(row, index), _read(text, self.alphabet)
            complaints.add("letters-doubtful", origin, text=text, alphabet=self.alphabet, reading=reading)

    def _tell_lost(self, place: _Place, complaints: Complaints) -> None:
        row, index, text = place
        sign = next(sign for sign in text if LOST in ALPHABETS[self.alphabet](sign))
        complaints.add("sign-unknown", self.grid.at(row, index), sign=sign, alphabet=self.alphabet)


_Doubt = Callable[[_Part, set[str], Complaints], None]
"""What is done with texts of a part that can be read in two ways."""


def _parts(grid: Grid, begin: int, alphabet: str) -> list[_Part]:
    """Take what stands above a row as one part, and each column from there on."""
    columns: list[list[_Place]] = [[] for _ in range(grid.width)]
    for place in _places(grid, begin, len(grid.rows)):
        columns[place[1]].append(place)
    parts = ([*_places(grid, 0, begin)], *columns)
    return [_Part.of(grid, begin, places, alphabet) for places in parts]


def _texts(grid: Grid) -> set[str]:
    return {text for row in grid.rows for text in row if text is not None and not text.isascii()}


def _places(grid: Grid, begin: int, end: int) -> Iterable[_Place]:
    for row in range(begin, end):
        for index, text in enumerate(grid.rows[row]):
            if text is not None and not text.isascii():
                yield row, index, text


def _is_enough(odd: set[str], alphabet: str) -> bool:
    surely = [text for text in odd if _fit(text, alphabet) is _Fits.LEGACY]
    return len(marked_words(_read("\n".join(surely), alphabet))) >= _ENOUGH


def _doubt_odd(grid: Grid, doubt: _Doubt, complaints: Complaints) -> None:
    """Doubt what reads as Vietnamese in an alphabet only, where too little speaks for that."""
    for alphabet in ALPHABETS:
        whole = _Part.of(grid, 0, [*_places(grid, 0, len(grid.rows))], alphabet)
        if unclear := whole.texts(_Fits.LEGACY):
            doubt(whole, unclear, complaints)
            return


def _fit(text: str, alphabet: str) -> _Fits:
    read = _read(text, alphabet)
    if LOST in read:
        return _Fits.UNICODE
    words = marked_words(read)
    are_words = all(map(is_syllable, words))
    if not _is_unicode(text):
        return _Fits.LEGACY if are_words and any(len(word) > 1 for word in words) else _Fits.EITHER
    return _Fits.UNICODE if marked_words(text) and not are_words else _Fits.EITHER


def _is_unicode(text: str) -> bool:
    """Tell whether a text is Vietnamese as it stands, or nothing in it speaks against that."""
    meant = text.translate(_MEANT)
    return all(map(is_syllable, marked_words(meant))) and _SIGN_IN_WORD.search(text) is None


def _read(text: str, alphabet: str) -> str:
    return nfc(ALPHABETS[alphabet](text))
