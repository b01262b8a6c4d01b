"""A manifest as a text, JSON, and back; docs/manifest.md tells what stands in it."""

import datetime as dt
import json
from collections.abc import Mapping
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
from reportgen.model.manifest_draft import DRAWN, SEAL, bytes_of, draft_of, text_of
from reportgen.model.phrase import phrase
from reportgen.model.registry import Registered
from reportgen.model.value_text import LONGEST, read_value

_DAMAGED: Final = phrase("it is damaged")
_MOST_PLACES: Final = 100


class ManifestError(Exception):
    """The text is no manifest, or none that this program understands; it says why."""


def written(manifest: Manifest) -> str:
    """Write a manifest down; the last entry is the digest of all before it."""
    return draft_of(manifest).sealed(manifest.drawn)


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
        seal = values.pop(SEAL, None)
        return _manifest(values), seal == _seal(text_of(values))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ManifestError(_DAMAGED) from error


def _seal(text: str) -> str:
    return sha256(bytes_of(text)).hexdigest()


def digest_of(manifest: Manifest) -> bytes:
    """Digest all that a manifest says but what the pages draw."""
    return draft_of(manifest).digest


def _refuse(text: str) -> None:
    raise ValueError(f"{text} is no exact number")


def _int(text: str) -> int:
    if len(text) > LONGEST:
        raise ValueError("a number is too long")
    return int(text)


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
        tuple(str(digest) for digest in values.get(DRAWN, ())),  # the first programs wrote neither
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
