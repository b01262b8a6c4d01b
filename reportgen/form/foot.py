"""What stands below the text of a paper: who signs it, and who receives it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from reportgen.form.paper import is_bold, is_item, plain
from reportgen.model.layout import CENTRE, Block

_RECIPIENTS: Final = re.compile(r"^nơi nhận\s*:", re.IGNORECASE)


def foot_begins(blocks: Sequence[Block]) -> int:
    """Tell with which paragraph the table of the signatures begins."""
    table = _signature_table(blocks)
    return next((n for n, b in enumerate(blocks) if b.cell and b.cell.table == table), len(blocks))


def foot(blocks: Sequence[Block]) -> Mapping[str, Sequence[Block] | Sequence[Sequence[Block]]]:
    """Tell who signs, and who receives: the words above the list, and the list."""
    start = next((n for n, b in enumerate(blocks) if _RECIPIENTS.match(plain(b))), None)
    if start is None:
        return {"signatures": _signers(blocks)}
    head, cell = blocks[start], blocks[start].cell
    listed = list(takewhile(lambda b: b.cell == cell and (cell or is_item(b)), blocks[start + 1 :]))
    held = {id(b) for b in (head, *listed)}
    signatures = _signers([b for b in blocks if id(b) not in held])
    return {"signatures": signatures, "recipients_head": [head], "recipients": listed}


def _signers(blocks: Sequence[Block]) -> list[list[Block]]:
    """Give title and name of each who signs; a name that went over to the next page belongs to the last."""
    columns: dict[tuple[int, int], list[Block]] = {}
    for block in blocks:
        if block.cell:
            columns.setdefault((block.cell.table, block.cell.column), []).append(block)
    titled = [found for found in columns.values() if _is_title(found[0])]
    over = [block for block in blocks if block.cell is None and block.lines and is_bold(block)]
    if titled and over and all(block.text.isupper() for block in titled[-1]):
        titled[-1].append(replace(over[0], align=""))
    return [found for found in titled if len(found) > 1]


def _is_title(block: Block) -> bool:
    """Ask for a signer's title: in capitals, or at least bold and in the middle."""
    return block.text.isupper() or (is_bold(block) and block.align == CENTRE)


def _signature_table(blocks: Sequence[Block]) -> int | None:
    """Find the table of the signatures: the last one with a title in capitals, or with the recipients."""
    tables = {b.cell.table for b in blocks if b.cell}
    for table in sorted(tables, reverse=True):
        cells = [b for b in blocks if b.cell and b.cell.table == table]
        if any(_RECIPIENTS.match(plain(b)) for b in cells) or _signs(cells):
            return table
    return None


def _signs(cells: Sequence[Block]) -> bool:
    """Ask whether a table of one or two rows has a title in bold capitals over a name."""
    few = all(b.cell and b.cell.row <= 3 for b in cells)  # noqa: PLR2004  # title, space, name
    return few and any(is_bold(b) and b.text.isupper() and b.align == CENTRE for b in cells)
