"""Tell in docs/quick-printing.md which pages of the samples in data/ stamp: ``python -m tools.stamped_doc``.

Each sample is printed as a batch prints it, a list up to its 60th paper, and what came of that is a row.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

import pikepdf

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.pipeline import Paper
from reportgen.render.pdf import render
from reportgen.render.stamp import stamps

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs/quick-printing.md"
_BEGIN, _END = "<!-- samples -->\n", "<!-- end of samples -->\n"

_MOST: Final = 60
_DAY: Final = dt.date(2025, 1, 1)
_HEAD: Final = ("| data | kind | pages | printed | stamped | laid out |", "|---|---|---|---|---|---|")


def table() -> str:
    """Print the samples, and write what came of it as a table."""
    files = (file for file in sorted((ROOT / "data").glob("*/*.yaml")) if file.name != "offices.yaml")
    return "\n".join([*_HEAD, *map(_row, files), ""])


def _row(file: Path) -> str:
    plan = make_plan(file, Order(Shelf.usual(), _DAY))
    papers = [one.paper for one in plan.documents if one.target == "pdf"]
    stamps._form.cache_clear()  # noqa: SLF001  # as in a process that begins
    made = list(_printed(papers))
    ways = Counter(one.detours.get("page", "") for one in made)
    stamped, laid_out = ways.pop("", 0), ", ".join(f"{count} `{way}`" for way, count in ways.items())
    with pikepdf.open(BytesIO(made[0].content)) as pdf:
        pages = len(pdf.pages)
    name = file.relative_to(ROOT / "data").with_suffix("")
    return f"| {name} | {papers[0].kind.name} | {pages} | {len(made)} | {stamped} | {laid_out} |"


def _printed(papers: Sequence[Paper]) -> Iterator[Artifact]:
    """Print a list; a paper that is the only one of its sample, again where the first one would be learnt."""
    for paper in islice(papers, _MOST) if len(papers) > 1 else [*papers, *papers]:
        template = paper.kind.folder / paper.kind.outputs["pdf"]
        made = render(template, paper.context, title=paper.kind.title, date=paper.date)
        yield made
        if len(papers) == 1 and made.detours.get("page") != stamps.LaidOut.NEW:
            return


def main() -> None:
    """Write the table."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    PAGE.write_text(f"{before}{_BEGIN}{table()}{_END}{rest.partition(_END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
