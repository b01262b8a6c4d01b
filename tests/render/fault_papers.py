"""The papers that are printed with a fault in the program: the quick way, and as the engine makes them.

A run without a fault notes what the engine makes of them, in a file; others are held against that.
"""

import datetime as dt
import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader

from reportgen import casting
from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.pipeline import produce
from reportgen.render.fonts import find_faces
from reportgen.render.pdf import Task, by_rows
from reportgen.render.quick import FAULTS
from reportgen.render.rows.letters import Hand
from reportgen.render.rows.reasons import NotWrittenError
from reportgen.render.template.budget import MOST_LETTERS
from reportgen.render.template.environment import PageEnvironment
from reportgen.render.template.failures import FAILURES
from reportgen.render.template.marks import Filled
from reportgen.render.template.pages import fill
from reportgen.render.template.ways import Ways as TemplateWays
from tests.helpers.pressing import PARTS, context, page
from tests.render.both_ways import alone, paragraph, quick
from tests.render.faces import MET, RULES, hand, with_rules
from tests.render.rows.tables import GIVEN, SMALL, TABLE, both, cut, refuse_other_looks
from tests.render.stamp.certificates import forget, papers
from tests.render.template.followed import FOLLOWED, LEFT, NAME
from tests.render.template.followed import PARTS as MACROS
from tests.render.template.followed import papers as drawn

Ways = Mapping[str, int]
"""How many papers were printed the quick way (no reason), and why others were not."""

_LONG: Final = "được cử đi học lớp bồi dưỡng cán bộ quản lý giáo dục của tỉnh, tổ chức tại trường"
_WHOLE, _FEW = 3, 7
"""So many templates are printed with all names, the others with some."""

_WIDE: Final = "Nguyễn Thị Ánh Tuyết và " * 8 + "Ân"
BODIES: Final = [
    '<p style="text-align: center; text-indent: 0">{{ a }}</p>',
    '<p style="text-align: center; text-indent: 1cm">{{ a }}</p><p><b>{{ n }}</b> quyển</p>',
    f'<p style="text-align: justify">Ông (bà) {{{{ a }}}} {_LONG} {{{{ b }}}}.</p><p>{{{{ a }}}}</p>',
    "<p>{{ b }}, {{ n }}</p><table><tr><td><p>{{ a }}</p></td><td>x</td></tr></table>",
    '<p style="letter-spacing: 1pt">{{ a }}</p><p>{{ b }}</p>',
    '<div style="float: left">{{ a }}</div><p>{{ b }}</p>',
    PARTS
    + "{% macro number() %}Số: {{ a }}/QĐ{% endmacro %}"
    + '{{ header("UBND HUYỆN VÂN KHÊ", "PHÒNG GIÁO DỤC", number()) }}<p>{{ b }}</p>',
]
NAMES: Final = [
    "Lê An", "Võ Ân", "Lê Ân", "Võ An", "AVATAR", "To Wa", "Lê Lê An", "An & Ân", "hai  cách", "mềm\u00admại",
    "Straße", _WIDE, "Trần Văn Ý", "Trần Ý", "Văn Ân", "Lê Ân Võ", "11/2019", "fi",
    "Lê Ý", "Võ Ý An",
]  # fmt: skip

MORE: Final = [
    f"{first} {last}" for first in ("Lê", "Võ", "Trần Ân") for last in ("An", "Ân Ý", "Võ", "Ý Lê")
]
"""More, of the same words: so many that most are not looked at any more."""


def _stamped(folder: Path, print_one: Callable[..., Artifact]) -> Iterator[Artifact]:
    for number, body in enumerate(BODIES):
        for letters in ("12pt", "13pt") if number == 0 else ("12pt",):
            template = page(folder, body, f"p {{ font-size: {letters} }}")
            names = [*NAMES, *MORE] if number == 0 else NAMES if number < _WHOLE else NAMES[:_FEW]
            for place, name in enumerate(names):
                given = {"a": name, "b": NAMES[place // 3], "n": "12" if place % 7 else "3"}
                yield print_one(template, given, find_faces())


JOINED: Final = "{{ [a, b] | join('; ') }}"
TEMPLATES: Final = [*FOLLOWED, *LEFT, "{{ a | lower | capital }}", JOINED]
_FILLED: Final = 100
"""So many papers of each are filled."""

_LITTLE: Final = 4
"""So many letters the template may print that joins words."""

DULL: Final = [f"{first}e {last}o {first}{last}" for first in "hmnrbd" for last in "mnru"]
NUMBERS: Final = ["Lò 11", "Lò 111", "Lò 1.111", "Lò 71, 11"]


def stamps(noted: Path) -> tuple[bool, Ways]:
    """Print pages of some templates."""
    made = list(_stamped(noted.parent, quick))
    right = _noted(noted, lambda: [_said(one) for one in _stamped(noted.parent, alone)])
    return [_said(one) for one in made] == right, Counter(one.detours.get("page", "") for one in made)


def casts(noted: Path) -> tuple[bool, Ways]:
    """Finish certificates."""
    made = list(islice(papers("ca-nhan.yaml"), 12))

    def step_by_step() -> list[Any]:
        found = []
        for paper in made:
            forget()
            found.append(_said(produce(paper, "pdf")))
        return found

    right = _noted(noted, step_by_step)
    forget()
    ours = [_said(produce(paper, "pdf")) for paper in made]
    copies = sum(mould.copies for mould in casting._MOULDS.values() if mould.is_proven)
    return ours == right, {"": copies} if copies else {}


def rows(noted: Path) -> tuple[bool, Ways]:
    """Print a table of some pages."""
    css = f"{SMALL} td {{ vertical-align: bottom }} @page {{ @top-center {{ content: counter(page) }} }}"
    template = page(noted.parent, TABLE, css)
    laid = _noted(noted, lambda: both(template, **GIVEN)[1])
    try:
        refuse_other_looks(_by_rows(template), laid)
    except AssertionError:
        return False, {}
    except (NotWrittenError, *FAULTS):
        return True, {}
    return True, {"": 1}


def _by_rows(template: Path) -> Artifact:
    given = context(**GIVEN)
    filled = fill(template, given)
    task = Task(template, (), "Báo cáo", "", dt.date(2020, 1, 19), given.draft, find_faces())
    return by_rows(task, cut(filled.html))


def fills(noted: Path) -> tuple[bool, Ways]:
    """Fill templates by ways that are known."""
    right = _noted(noted, lambda: [_filled(press, given) for _, press, given in _fillings()])
    known = {body: TemplateWays() for body in TEMPLATES}
    same, ways = True, Counter[str]()
    for (body, press, given), wanted in zip(_fillings(), right, strict=True):
        is_taken = known[body].taken(given.values, press) is not None
        same &= _filled(press, given, known[body]) == wanted
        ways["" if is_taken else body] += 1
    return same, ways


def _fillings() -> Iterator[tuple[str, PageEnvironment, Context]]:
    """Go through the papers of some templates, of which one is edited meanwhile and one may print little."""
    for body in TEMPLATES:
        files = {NAME: body, "parts.html": MACROS}
        press = PageEnvironment(next(drawn()), DictLoader(files))
        for number, given in enumerate(islice(drawn(), _FILLED)):
            if number == _FILLED // 2:
                files["parts.html"] = MACROS.replace("<td>", "<td>Số ")
            press.budget.allow(_LITTLE if body == JOINED else MOST_LETTERS)
            yield body, press, given


def _filled(press: PageEnvironment, given: Context, ways: TemplateWays | None = None) -> object:
    """Fill a page, and give all that it says; nothing where that is a mistake."""

    def step_by_step() -> Filled:
        return Filled(press.get_template(NAME).render(given.values))

    try:
        page = ways.filled(NAME, given, press, step_by_step) if ways else step_by_step()
    except FAILURES:
        return None
    return page, page.parts


def sights(noted: Path) -> tuple[bool, Ways]:
    """Put lines together in faces of many rules, after dull ones that meet none of them."""
    same, ways = True, Counter[str]()
    for name in (*RULES, ""):
        folder = noted.parent / f"face {name}"
        folder.mkdir(exist_ok=True)
        faces = with_rules(name, folder) if name else find_faces()
        known = hand(folder, faces)
        known.open()
        one, right = (paragraph(folder, "font-variant-ligatures: normal", faces) for _ in range(2))
        for text in (*DULL, *MET, *NUMBERS):
            same &= one.set(text) == right._set_by_engine(text)
            ways["" if one.case.compose(text) else name] += 1
        for word in (*MET, "11", "711", "111", "1.111"):
            same &= _set(known, word) in {None, _set(hand(folder, faces), word)}
    return same, ways


def _set(one: Hand, word: str) -> object:
    """Set a word of a table; nothing where the engine has to."""
    try:
        made = one.set(word)
    except NotWrittenError:
        return None
    return made


def _said(one: Artifact) -> tuple[bytes, object]:
    return one.content, one.script.pieces


def _noted(file: Path, make: Callable[[], Any]) -> Any:
    if not file.exists():
        file.write_bytes(pickle.dumps(make()))
    return pickle.loads(file.read_bytes())  # noqa: S301  # its own  # its own


WAYS: Final = {"stamp": stamps, "cast": casts, "rows": rows, "fill": fills, "sight": sights}
