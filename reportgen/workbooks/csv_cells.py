"""CSV for spreadsheets, which take a text for a formula when it begins like one."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO, Final

_FORMULA: Final = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n]")
_NUMBER: Final = re.compile(r"[+-]?\d[\d.,]*%?", re.ASCII)


def csv_text(columns: Sequence[str], records: Iterable[Mapping[str, str]]) -> str:
    """Write records; all is quoted, so that a ``;`` begins no cell where that is what separates them."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(record[column]) for column in columns] for record in records)
    return text.getvalue()


def csv_list(file: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows as Excel opens them where numbers have a decimal comma, as in Viet Nam.

    That is with ``;`` between them, in UTF-8 that begins with its mark.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, delimiter=";", lineterminator="\r\n")
    writer.writerow(list(map(harmless, headings)))
    writer.writerows(list(map(harmless, row)) for row in rows)
    text.detach()


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would compute; numbers stay numbers."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
