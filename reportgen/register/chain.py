"""The chain: each entry's hash covers the entry and the hash of the one before."""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reportgen.model.acts import Act
from reportgen.model.ailment import Ailment, Ill
from reportgen.model.registry import Draft, Entry, Hand, Number, Series, Source

BEGINNING: Final = "0" * 64
"""What stands before the first entry."""

Row = Sequence[Any]
"""An entry as it is kept: its values in the order of the table's columns, the hash last."""

IDENTITY, SAYS = "identity", "says"
"""By what a paper is known again: what it is made from, and what its data say."""

_FORMAT: Final = "reportgen register 1"


@dataclass(frozen=True, slots=True)
class Drawn:
    """An entry as it will stand in the register if nobody writes before, with what it tells."""

    entry: Entry
    salt: str
    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Details:
    """What an entry tells, as it is kept: beside its text what is looked up, copied out of it."""

    paper: str
    looked_up: tuple[str, str]
    salt: str
    told: Mapping[str, str]

    @classmethod
    def of(cls, row: Row) -> "Details":
        """Read a row."""
        _, paper, identity, says, salt, body = row
        return cls(str(paper), (str(identity), str(says)), str(salt), body_of(body))

    def belong_to(self, entry: Entry) -> bool:
        """Tell whether they are what the entry was written with."""
        copied = (self.told.get(IDENTITY, ""), self.told.get(SAYS, ""))
        same = (self.paper, self.looked_up) == (entry.paper, copied)
        return same and digest_of(self.told, self.salt) == entry.details


def following(last: Entry | None, draft: Draft, hand: Hand, salt: str) -> Entry:
    """Give the entry that a draft becomes behind the last one."""
    place, before = (last.entry + 1, last.hash) if last else (1, BEGINNING)
    at = hand.at.astimezone(dt.UTC).isoformat(timespec="seconds")
    entry = Entry(
        place, at, hand.who, draft.act, draft.paper, draft.number, draft.source or "", draft.dated,
        draft.digests, digest_of(draft.told, salt), before, "",
    )  # fmt: skip
    return replace(entry, hash=hash_of(entry))


def drawn_up(last: Entry | None, draft: Draft, hand: Hand) -> Drawn:
    """Draw up the entry that a draft becomes behind the last one, with salt of its own."""
    salt = secrets.token_hex(16)
    return Drawn(following(last, draft, hand, salt), salt, draft.told)


def hash_of(entry: Entry) -> str:
    """Hash an entry: SHA-256 of its values as a JSON list, in this order, without spaces, in UTF-8."""
    return _hash_of_row(row_of(entry))


def _hash_of_row(row: Row) -> str:
    return _sha256([_FORMAT, *row[:-1]])


def digest_of(told: Mapping[str, str], salt: str) -> str:
    """Digest what an entry tells; the salt keeps short things, such as a birth date, from being guessed."""
    return _sha256([salt, dict(sorted(told.items()))]) if told else ""


def row_of(entry: Entry) -> tuple[str | int, ...]:
    """Spread an entry out as it is kept."""
    number = entry.number
    series = number.series if number else None
    return (
        entry.entry, entry.at, entry.who, str(entry.act), entry.paper,
        series.office if series else "", series.name if series else "", series.year if series else 0,
        number.number if number else 0, entry.source, entry.dated.isoformat() if entry.dated else "",
        json.dumps(dict(sorted(entry.digests.items())), separators=(",", ":")),
        entry.details, entry.before, entry.hash,
    )  # fmt: skip


def entry_of(row: Row) -> Entry:
    """Read an entry as it is kept; one that somebody spoiled is read as well as can be."""
    place, at, who, act, paper, office, series, year, number, source, dated, digests, *chain = row
    given = Number(Series(str(office), str(series), _whole(year)), _whole(number)) if number else None
    known = Act(act) if act in set(Act) else Act.CANCELLED
    return Entry(
        _whole(place), str(at), str(who), known, str(paper), given, str(source), _day(dated),
        body_of(digests), *map(str, chain),
    )  # fmt: skip


def body_of(text: object) -> dict[str, str]:
    """Read a JSON object of texts; a spoiled one holds nothing."""
    try:
        found = json.loads(str(text))
    except (ValueError, RecursionError):
        return {}
    return (
        {_written(name): _written(value) for name, value in found.items()} if isinstance(found, dict) else {}
    )


def _written(value: object) -> str:
    """Read a text that can be written again: half a letter, which only a forger writes, becomes a sign."""
    return str(value).encode("utf-8", "replace").decode("utf-8")


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _day(text: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def ailments(rows: Iterable[Row], details: Mapping[int, Details]) -> Iterator[Ailment]:
    """Find entries that were edited, removed or put in, details that were, and numbers that nothing explains.

    A tail that was cut off leaves no trace here: papers that carry a later head show it.
    """
    before, place = BEGINNING, 0
    kept: list[Entry] = []
    for row in rows:
        entry = entry_of(row)
        if entry.entry != place + 1 or entry.before != before:
            yield Ailment(Ill.GONE, entry.entry)
        if entry.hash != _hash_of_row(row):
            yield Ailment(Ill.EDITED, entry.entry)
        place, before = entry.entry, entry.hash
        kept.append(entry)
    if not kept or kept[0].act is not Act.OPENED:
        yield Ailment(Ill.GONE, 1)
    yield from _of_details(kept, details)
    yield from _gaps(kept)


def _of_details(entries: Sequence[Entry], details: Mapping[int, Details]) -> Iterator[Ailment]:
    erased = {int(name) for one in entries if one.act is Act.ERASED for name in one.digests if name.isdigit()}
    for one in entries:
        told = details.get(one.entry)
        if told is None and one.details and one.entry not in erased:
            yield Ailment(Ill.DETAILS_GONE, one.entry)
        if told is not None and not told.belong_to(one):
            yield Ailment(Ill.DETAILS_EDITED, one.entry)
    known = {one.entry for one in entries}
    yield from (Ailment(Ill.DETAILS_EDITED, entry) for entry in sorted(details.keys() - known))


def _gaps(entries: Iterable[Entry]) -> Iterator[Ailment]:
    """Find numbers that were passed over in the series that the register counts itself."""
    last: dict[object, int] = {}
    for one in entries:
        if one.number is None or one.act not in {Act.RESERVED, Act.IMPORTED}:
            continue
        series, number = one.number.series, one.number.number
        first = last.get(series, 0) + 1
        if one.act is Act.RESERVED and one.source == Source.OURS and first < number:
            missing = [str(Number(series, each)) for each in sorted({first, number - 1})]
            yield Ailment(Ill.GAP, one.entry, " … ".join(missing))
        last[series] = max(last.get(series, 0), number)


def _sha256(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
