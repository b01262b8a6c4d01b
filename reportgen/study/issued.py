"""Data of papers that are about to be issued: what the register fills in is not missing."""

import datetime as dt
from dataclasses import replace
from typing import Final

from reportgen.model.values import told
from reportgen.study.receive import Received

STAND_IN: Final = "00"
"""The number of a paper until the register gives it one; no paper ever has it."""


def as_issued(received: Received, day: dt.date) -> Received:
    """Fill in the day and a stand-in for the number where the data leave them out."""
    spec = received.kind.register
    if spec is None:
        return received
    wanted = {spec.date: told(day), spec.number: STAND_IN}
    values = received.loaded.values
    given = {
        name: text
        for name, text in wanted.items()
        if name in received.kind.fields and not str(values.get(name) or "").strip()
    }
    return replace(received, loaded=replace(received.loaded, values={**values, **given}))
