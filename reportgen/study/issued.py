"""Data of papers that are about to be issued: what the register fills in is not missing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reportgen.model.values import BLANK, Blank, told
from reportgen.study.receive import Received

STAND_IN: Final = "00"
"""The number of a paper until the register gives it one; no paper ever has it."""


def as_issued(received: Received, day: dt.date) -> Received:
    """Fill in the day and a stand-in for the number where the data leave them out."""
    spec = received.kind.register
    if spec is None:
        return received
    texts = {spec.date: told(day), spec.number: STAND_IN}
    given = {name: texts[name] for name in left_out(received)}
    return replace(received, loaded=replace(received.loaded, values={**received.loaded.values, **given}))


def left_out(received: Received) -> Mapping[str, Blank | None]:
    """Tell which of day and number the data leave out, and what stands there if nobody fills them in."""
    spec, values, fields = received.kind.register, received.loaded.values, received.kind.fields
    names = (spec.date, spec.number) if spec else ()
    return {
        name: None if fields[name].optional else BLANK
        for name in names
        if name in fields and not str(values.get(name) or "").strip()
    }
