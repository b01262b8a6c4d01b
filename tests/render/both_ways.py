"""A page printed as a batch does, and by the engine alone."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

from reportgen.model.artifact import Artifact, Impression
from reportgen.model.origin import Origin
from reportgen.render.fonts import FontChoice
from reportgen.render.pdf import Task, lay_out, printed
from reportgen.render.stamp.frame import slots
from reportgen.render.stamp.lines import Paragraph
from reportgen.render.stamp.made import Witness, made_of, settable
from reportgen.render.template.marks import apart
from reportgen.render.template.pages import Page, fill, fill_step_by_step
from tests.helpers.pressing import context, page


def task(template: Path, values: dict[str, Any], faces: FontChoice) -> tuple[Task, str]:
    """Fill a page, step by step."""
    given = context(**values)
    filled = fill_step_by_step(template, given)
    return _task(template, filled, faces), filled.html


def quick(template: Path, values: dict[str, Any], faces: FontChoice) -> Artifact:
    """Print a page as a batch does."""
    filled = fill(template, context(**values))
    made = _task(template, filled, faces)
    one = printed(filled.filled, made.key, partial(lay_out, made), faces, Origin(str(template)))
    return one.artifact if isinstance(one, Impression) else one


def alone(template: Path, values: dict[str, Any], faces: FontChoice) -> Artifact:
    """Let the engine lay it out."""
    return lay_out(*task(template, values, faces))


def paragraph(folder: Path, style: str, faces: FontChoice, said: str = "Lê An") -> Paragraph:
    """Lay a page of one paragraph out, and give that."""
    template = page(folder, f'<p style="text-indent: 0; {style}">{{{{ a }}}}</p>')
    made, html = task(template, {"a": said}, faces)
    witness, (frame, values) = Witness(), apart(html)
    lay_out(made, html, witness)
    stamp = made_of(witness, frame, values, settable(slots(frame, values), witness))
    assert stamp is not None
    (only,) = stamp.paragraphs
    return only


def _task(template: Path, filled: Page, faces: FontChoice) -> Task:
    given = context()
    return Task(
        template, filled.pictures, "Giấy", given.author, dt.date(2020, 1, 19), draft=given.draft, faces=faces
    )
