"""The words of every diagnostic, by code: one table per room, so that none is defined twice.

English stands here, other languages below; ``catalogue`` gives the one that is asked for.
"""

from collections.abc import Mapping
from functools import cache

from reportgen.model.messages import (
    audit,
    cluster,
    compute,
    data,
    form,
    in_tables,
    in_workbooks,
    kind,
    load,
    offices,
    pen,
    prose,
    register,
    render,
    review,
    seal,
    verify,
    workbooks,
    write,
)
from reportgen.model.messages.entry import Form, Message, Text, Words

ROOMS = (
    load, workbooks, data, offices, kind, compute, prose, render, write, form, audit, register, review, pen,
    seal, verify, cluster,
)  # fmt: skip
"""The modules that hold them, in the order in which people meet with what they say."""

MESSAGES: dict[str, Message] = {code: message for room in ROOMS for code, message in room.MESSAGES.items()}
"""Every published code. ``tests/errors/<code>/`` holds an example of each."""

LANGUAGES = ("vi", "en")
"""Every language that is kept."""

_ENGLISH = Words(MESSAGES, ways={Form.WORKBOOK: in_workbooks.WAYS, Form.TABLE: in_tables.WAYS})


@cache
def words(language: str) -> Words:
    """Give all that a language says; English for one that is not kept."""
    if language != "vi":
        return _ENGLISH
    from reportgen.model.messages import vi  # noqa: PLC0415  (only who reads Vietnamese waits for it)

    return vi.WORDS


def catalogue(language: str) -> Mapping[str, Text]:
    """Give the texts of all messages in a language."""
    return words(language).messages
