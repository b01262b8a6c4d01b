"""One file with all PDFs of a run, to be printed in one go."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from reportgen.batch.bundle import Bundle, Held, Run, Sort, told
from reportgen.batch.in_order import in_order, trails
from reportgen.batch.records import Document, Order
from reportgen.model.errors import OutputError

_SUFFIX: Final = ".pdf"


def _split(documents: Sequence[Sequence[Document]], order: Order) -> list[Bundle]:
    """Take the PDFs: those of one data file after those of the other."""
    pdfs = [one for some in documents for one in in_order(some) if one.name.suffix == _SUFFIX]
    file = order.merge
    if file is None or not pdfs:
        raise OutputError([told("nothing-to-merge", file)] if file else [])
    return [Bundle(PurePosixPath(file.name), pdfs)]


def _fill(bundle: Bundle, run: Run, file: BinaryIO) -> Held:
    from reportgen.finish.merge import merge  # noqa: PLC0415  (Word papers wait for no library of PDFs)

    papers = zip(trails(bundle.documents), run.contents(bundle.documents), strict=True)
    return Held(len(bundle.documents), merge(file, papers, bundle.name.stem))


PRINT_FILE: Final = Sort("--merge", lambda order: order.merge, lambda _: (_SUFFIX,), _split, _fill)
