"""A manifest on its way to a text: what papers of a batch have in common is written, and digested, once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final

from reportgen.model.manifest import FORMAT, Aggregate, Entry, Maker, Manifest, Recorded, Signer
from reportgen.model.registry import Registered
from reportgen.model.value_text import written_value

SEAL: Final = "sha256"
"""Under which the digest of a manifest stands in it."""

DRAWN: Final = "drawn"
"""Under which digests stand of what pages draw."""

_SIGNED: Final = tuple(one.name for one in fields(Signer))
_REGISTERED: Final = tuple(one.name for one in fields(Registered))
_KNOWN: Final = 4096
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A manifest as a text, but for what the pages draw, which stands ``before`` the rest and ``after`` it.

    ``hashed`` is a digest of all before.
    """

    before: str
    after: str
    hashed: Any

    @property
    def digest(self) -> bytes:
        """Digest all that it says but what the pages draw: the code that is drawn there carries this."""
        digest: bytes = self._digest(self.after).digest()
        return digest

    def sealed(self, drawn: Sequence[str]) -> str:
        """Write it with what the pages draw; the last entry is the digest of all before it."""
        rest = f'"{DRAWN}":{_ENCODER.encode(drawn)},{self.after}'
        return f'{self.before}{rest[:-1]},"{SEAL}":"{self._digest(rest).hexdigest()}"}}'

    def _digest(self, rest: str) -> Any:
        hashed = self.hashed.copy()
        hashed.update(bytes_of(rest))
        return hashed


def draft_of(manifest: Manifest) -> Draft:
    """Write a manifest down; of what made it and of words on its page a batch has many."""
    begun, hashed = _begun(manifest.maker)
    own = (
        text_of(_assumed(manifest))[1:-1],
        ',"figures":[',
        ",".join(map(_recorded, manifest.figures)),
        f'],"rows":{_ENCODER.encode(_rows(manifest))},"page":[',
        _written_page(manifest.page),
        "],",
    )  # no text is made of all of it but the last: of a long table each has 25 MB
    hashed = hashed.copy()
    for text in own:
        hashed.update(bytes_of(text))
    return Draft("".join((begun, *own)), text_of(_told(manifest))[1:], hashed)


@lru_cache(maxsize=8)
def _begun(maker: Maker) -> tuple[str, Any]:
    """Begin a text, and its digest."""
    text = f"{_made_by(maker)[:-1]},"
    return text, sha256(bytes_of(text))


def _made_by(maker: Maker) -> str:
    return text_of({
        "format": FORMAT,
        "program": maker.program,
        "kind": {
            "name": maker.kind, "title": maker.title, "version": maker.version, "declared": maker.declared,
        },
        "data": maker.source,
        "date": maker.date.isoformat() if maker.date else None,
    })  # fmt: skip


def _written_page(page: Sequence[tuple[str, str]]) -> str:
    """Write the pieces of a page: those of a short one are often those of the paper before."""
    if len(page) <= _KNOWN:
        return ",".join([_piece(text, name) for text, name in page])
    told = [[text, name] if name else text for text, name in page]
    parts = (told[begin : begin + _KNOWN] for begin in range(0, len(told), _KNOWN))
    return ",".join(_ENCODER.encode(part)[1:-1] for part in parts)


@lru_cache(maxsize=_KNOWN)
def _piece(text: str, name: str) -> str:
    return _ENCODER.encode([text, name] if name else text)


def text_of(values: Mapping[str, Any]) -> str:
    """Write values as JSON."""
    return _ENCODER.encode(values)


def bytes_of(text: str) -> bytes:
    """Give a text as it is digested."""
    return text.encode("utf-8", "surrogatepass")


def _assumed(manifest: Manifest) -> dict[str, Any]:
    """Give what stands above the figures."""
    return {"office": dict(manifest.office), "assumed": dict(manifest.assumed)}


def _rows(manifest: Manifest) -> list[dict[str, Any]]:
    return [{"table": one.table, "rows": one.rows, "digest": one.digest} for one in manifest.rows]


def _told(manifest: Manifest) -> dict[str, Any]:
    """Give what stands below the page."""
    return {
        "in_margins": manifest.in_margins,
        **_registered(manifest.registered),
        **_slim({"signers": [_slim(_fields(one, _SIGNED)) for one in manifest.signers]}),
        **_slim({"edited": manifest.edited}),
    }


def _registered(place: Registered | None) -> dict[str, Any]:
    """Write the place in the register down; a paper that is not issued has none."""
    return {"register": _fields(place, _REGISTERED)} if place else {}


def _fields(one: object, names: Sequence[str]) -> dict[str, Any]:
    return dict(zip(names, attrgetter(*names)(one), strict=True))


def _recorded(figure: Recorded) -> str:
    about = _about(*_ABOUT_A_FIGURE(figure))
    return f'{about[:-1]},"at":{_ENCODER.encode([_entry(one) for one in figure.entries])}}}'


_ABOUT_A_FIGURE: Final = attrgetter(
    "name", "formula", "shown_as", "label", "origin", "places", "if_nothing", "fit"
)


@lru_cache(maxsize=1024)
def _about(name: str, formula: str, shown_as: str, *said: object) -> str:
    """Write down how a figure was declared: the same for all papers."""
    more = dict(zip(("label", "origin", "places", "if_nothing", "fit"), said, strict=True))
    return text_of({"name": name, "formula": formula, "as": shown_as, **_slim(more)})


def _entry(entry: Entry) -> dict[str, Any]:
    said = {"row": entry.at, "label": entry.label, "printed": entry.printed, "fitted": entry.fitted}
    return {
        **_slim(said),
        "value": written_value(entry.value),
        "reads": {name: written_value(value) for name, value in entry.reads.items()},
        "adds": [_aggregate(one) for one in entry.aggregates],
    }


def _aggregate(one: Aggregate) -> dict[str, Any]:
    return {
        "what": one.text,
        "gives": written_value(one.gives),
        **_slim({"rows": one.rows, "first": one.first, "last": one.last}),
    }


def _slim(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {name: value for name, value in values.items() if value or (value == 0 and name == "places")}
