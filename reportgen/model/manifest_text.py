"""A manifest as a text, JSON, and back; docs/manifest.md tells what stands in it."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from reportgen.model.manifest import (
    FORMAT,
    Aggregate,
    Entry,
    Maker,
    Manifest,
    Recorded,
    RowsOf,
    Signer,
)
from reportgen.model.phrase import phrase
from reportgen.model.registry import Registered
from reportgen.model.value_text import LONGEST, read_value, written_value

_SEAL: Final = "sha256"
_DRAWN: Final = "drawn"
_DAMAGED: Final = phrase("it is damaged")
_MOST_PLACES: Final = 100
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class ManifestError(Exception):
    """The text is no manifest, or none that this program understands; it says why."""


def written(manifest: Manifest) -> str:
    """Write a manifest down; the last entry is the digest of all before it."""
    text = _written(manifest)
    return f'{text[:-1]},"{_SEAL}":"{_seal(text)}"}}'


def read_manifest(text: str) -> tuple[Manifest, bool]:
    """Read a manifest, and tell whether it is as the program wrote it.

    Raises:
        ManifestError: it cannot be read.

    """
    try:
        values = json.loads(text, parse_float=_refuse, parse_constant=_refuse, parse_int=_int)
        if not isinstance(values, dict):
            raise ManifestError(_DAMAGED)
        if values.get("format") != FORMAT:
            raise ManifestError(
                phrase("its format is {found}, not {known}", found=values.get("format"), known=FORMAT)
            )
        seal = values.pop(_SEAL, None)
        return _manifest(values), seal == _seal(_text(values))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ManifestError(_DAMAGED) from error


def _seal(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(manifest: Manifest) -> bytes:
    """Digest all that a manifest says but what the pages draw: the code that is drawn there carries this."""
    return sha256(_written(manifest, without=_DRAWN).encode("utf-8", "surrogatepass")).digest()


def _written(manifest: Manifest, *, without: str = "") -> str:
    """Write all of it down, or all but one entry; of what made it a batch has many."""
    own = {name: value for name, value in _body(manifest).items() if name != without}
    return f"{_made_by(manifest.maker)[:-1]},{_text(own)[1:]}"


@lru_cache(maxsize=8)
def _made_by(maker: Maker) -> str:
    return _text({
        "format": FORMAT,
        "program": maker.program,
        "kind": {
            "name": maker.kind, "title": maker.title, "version": maker.version, "declared": maker.declared,
        },
        "data": maker.source,
        "date": maker.date.isoformat() if maker.date else None,
    })  # fmt: skip


def _text(values: Mapping[str, Any]) -> str:
    return _ENCODER.encode(values)


def _refuse(text: str) -> None:
    raise ValueError(f"{text} is no exact number")


def _int(text: str) -> int:
    if len(text) > LONGEST:
        raise ValueError("a number is too long")
    return int(text)


def _body(manifest: Manifest) -> dict[str, Any]:
    return {
        "office": dict(manifest.office),
        "assumed": dict(manifest.assumed),
        "figures": [_recorded(figure) for figure in manifest.figures],
        "rows": [{"table": one.table, "rows": one.rows, "digest": one.digest} for one in manifest.rows],
        "page": [[text, name] if name else text for text, name in manifest.page],
        _DRAWN: list(manifest.drawn),
        "in_margins": manifest.in_margins,
        **_registered(manifest.registered),
        **_slim({"signers": [_slim(asdict(one)) for one in manifest.signers]}),
        **_slim({"edited": manifest.edited}),
    }  # fmt: skip


def _registered(place: Registered | None) -> dict[str, Any]:
    """Write the place in the register down; a paper that is not issued has none."""
    return {"register": asdict(place)} if place else {}


def _recorded(figure: Recorded) -> dict[str, Any]:
    said = {
        "label": figure.label, "origin": figure.origin, "places": figure.places,
        "if_nothing": figure.if_nothing, "fit": figure.fit,
    }  # fmt: skip
    return {
        "name": figure.name, "formula": figure.formula, "as": figure.shown_as, **_slim(said),
        "at": [_entry(one) for one in figure.entries],
    }  # fmt: skip


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


def _manifest(values: Mapping[str, Any]) -> Manifest:
    kind, date = values["kind"], values["date"]
    return Manifest(
        Maker(
            str(values["program"]), str(kind["name"]), str(kind["title"]), int(kind["version"]),
            str(kind["declared"]), str(values["data"]), dt.date.fromisoformat(date) if date else None,
        ),
        tuple(_read_recorded(figure) for figure in values["figures"]),
        tuple(RowsOf(str(one["table"]), int(one["rows"]), str(one["digest"])) for one in values["rows"]),
        tuple((piece, "") if isinstance(piece, str) else _named(*piece) for piece in values["page"]),
        {str(name): str(text) for name, text in values["office"].items()},
        {str(name): str(text) for name, text in values["assumed"].items()},
        tuple(str(digest) for digest in values.get(_DRAWN, ())),  # the first programs wrote neither
        int(values.get("in_margins", 0)),
        _read_registered(values.get("register")),
        tuple(_read_signer(one) for one in values.get("signers", ())),
        str(values.get("edited", "")),
    )  # fmt: skip


def _read_registered(raw: Any) -> Registered | None:
    if raw is None:
        return None
    register, number, series, head = (str(raw[name]) for name in ("register", "number", "series", "head"))
    return Registered(register, number, series, int(raw["year"]), int(raw["entry"]), head)


def _read_signer(raw: Mapping[str, Any]) -> Signer:
    return Signer(str(raw["field"]), str(raw["role"]), str(raw.get("who", "")), str(raw.get("over", "")))


def _named(text: object, name: object) -> tuple[str, str]:
    return str(text), str(name)


def _read_recorded(raw: Mapping[str, Any]) -> Recorded:
    places = raw.get("places")
    if places is not None and not 0 <= int(places) <= _MOST_PLACES:
        raise ValueError("too many places")
    return Recorded(
        str(raw["name"]), str(raw.get("label", "")), str(raw["formula"]), str(raw.get("origin", "")),
        str(raw["as"]), None if places is None else int(places),
        _text_or_none(raw.get("if_nothing")), _text_or_none(raw.get("fit")),
        tuple(_read_entry(entry) for entry in raw["at"]),
    )  # fmt: skip


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)


def _read_entry(raw: Mapping[str, Any]) -> Entry:
    return Entry(
        str(raw.get("row", "")), read_value(raw["value"]),
        str(raw.get("printed", "")), str(raw.get("label", "")),
        bool(raw.get("fitted", False)), {name: read_value(value) for name, value in raw["reads"].items()},
        tuple(_read_aggregate(one) for one in raw["adds"]),
    )  # fmt: skip


def _read_aggregate(raw: Mapping[str, Any]) -> Aggregate:
    return Aggregate(
        str(raw["what"]), read_value(raw["gives"]), int(raw.get("rows", 0)),
        str(raw.get("first", "")), str(raw.get("last", "")),
    )  # fmt: skip
