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

_PARTS = (
    load.MESSAGES, workbooks.MESSAGES, data.MESSAGES, kind.MESSAGES, compute.MESSAGES, prose.MESSAGES,
    render.MESSAGES, write.MESSAGES, form.MESSAGES, audit.MESSAGES, offices.MESSAGES,
    cluster.MESSAGES,
    register.MESSAGES,
    review.MESSAGES,
    seal.MESSAGES,
    pen.MESSAGES,
    verify.MESSAGES,
)  # fmt: skip

MESSAGES: dict[str, Message] = {code: message for part in _PARTS for code, message in part.items()}
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
