"""What is said in Vietnamese: a table per room, as in English, then phrases and what engines say.

The words are those of docs/glossary.md; keys and functions that are typed stay as they are typed.
"""

from reportgen.model.messages.entry import Form, Text, Words
from reportgen.model.messages.vi import (
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
    proof,
    prose,
    register,
    render,
    review,
    rules,
    seal,
    verify,
    workbooks,
    write,
)
from reportgen.model.messages.vi.engines import ENGINES
from reportgen.model.messages.vi.pages import PLACES
from reportgen.model.messages.vi.phrases import PHRASES

_ROOMS = (
    load, workbooks, data, offices, kind, compute, prose, render, write, form, audit, register, review, pen,
    seal, verify, cluster,
)  # fmt: skip
_MESSAGES: dict[str, Text] = {code: text for room in _ROOMS for code, text in room.MESSAGES.items()}

_PHRASES = {
    **PHRASES,
    **form.PHRASES,
    **rules.PHRASES,
    **audit.PHRASES,
    **offices.PHRASES,
    **proof.PHRASES,
    **register.PHRASES,
    **review.PHRASES,
    **seal.PHRASES,
    **verify.PHRASES,
}

_WAYS = {Form.WORKBOOK: in_workbooks.WAYS, Form.TABLE: in_tables.WAYS}

WORDS = Words(_MESSAGES, _PHRASES, ENGINES, PLACES, _WAYS)
