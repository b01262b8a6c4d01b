"""Write docs/form-rules.md from the rules' data: ``python -m tools.form_rules_doc``."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.form import RULES, Rule
from reportgen.form.unchecked import UNCHECKED
from tests.lint.broken_papers import ADVISED, BROKEN, ON_PAGES

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "form-rules.md"

_PRODUCED = {
    "P": "page style (`official.css`); in Word the sections",
    "H": "`header`, `title` (`official.html`)",
    "B": "the kind's own page, styles of `official.css`",
    "S": "`signature`, `signatures`",
    "N": "`kinh_gui`, `noi_nhan`",
    "A": "the kind's own page",
    "M": "the kind `minutes`",
    "W": "page style (`official.css`)",
    "T": "reading and filling",
    "C": "the data",
    "O": "the data",
    "X": "not used",
}
"""What of our own templates follows a rule, by the first letter of its id."""

_HEAD = """\
<!-- Written by `make docs` from the rules of reportgen/form and tests/lint/broken_papers.py; do not edit. -->
# The rules of form

For whoever writes papers by Decree 30/2020/NĐ-CP: what `reportgen lint` holds them against. `PL1` and
`PL3` are its appendices I and III, in force since 5 March 2020; papers of an earlier day are not bound,
and only advised. `law` stands in the decree's text, `form` is seen in its own forms, `advice` is told
with `--advice` only. Sizes and lengths stand once, in reportgen/model/decree.py: our own pages are drawn
from them too.

Where a rule is looked at: **file**: in the Word file as it is written, and on a PDF's pages; **page**: on
pages only, those of a PDF or those that LibreOffice makes of a Word file. Each rule has papers that break it,
in both formats, made by changing one thing in a good one.

How exactly a page is measured: places to a millimetre or two, sizes to half a point, spaces between lines to
3 %, spaces between paragraphs to half a point; the lower margin only where the text comes too near. Of a PDF
nobody can tell single lines set to both edges from lines set to one. Liberation Serif and Tinos, which are as
wide as Times New Roman, pass for it in a PDF; a Word file must name it.
"""


def page() -> str:
    """Put the page together."""
    return "\n".join([_HEAD, *_checked(), "", *_unchecked(), ""])


def _checked() -> Iterator[str]:
    yield "## What is checked\n"
    yield "| rule | level | source | wants | where | in our papers | broken by |"
    yield "|---|---|---|---|---|---|---|"
    for name, rule in RULES.items():
        where, broken = _broken_by(name)
        wants, produced = str(rule.wants), _PRODUCED[name[0]]
        yield f"| {name} | {rule.level} | {_source(rule)} | {wants} | {where} | {produced} | {broken} |"


def _source(rule: Rule) -> str:
    return rule.source or "offices"


def _broken_by(rule: str) -> tuple[str, str]:
    """Say where a rule is looked at, and what papers break it."""
    of = {
        "file": [what for what, (name, _) in BROKEN.items() if name == rule],
        "page": [what for what, (name, _) in (ON_PAGES | ADVISED).items() if name == rule],
    }
    return ", ".join(name for name, papers in of.items() if papers), "; ".join([*of["file"], *of["page"]])


def _unchecked() -> Iterator[str]:
    yield "## What cannot be checked\n"
    yield "| rule | level | source | says | because |"
    yield "|---|---|---|---|---|"
    for name, rule in UNCHECKED.items():
        yield f"| {name} | {rule.level} | {rule.source} | {rule.says} | {rule.because} |"


def main() -> None:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(RULES)} rules checked, {len(UNCHECKED)} not")


if __name__ == "__main__":
    main()
