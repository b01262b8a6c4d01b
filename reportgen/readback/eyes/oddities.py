"""What programs for PDF show otherwise than others, or do as they open a file: our papers have none of it."""

import io
import re
from typing import Final

import pikepdf

from reportgen.readback.pdf_file import unreadable

_ODD: Final = re.compile(
    rb"/(?:JS|JavaScript|Launch|XFA|Collection|UserUnit|OCProperties|Default(?:Gray|RGB|CMYK))(?![\w.-])"
    rb"|/(?:AA|TR2?) (?=<<|\d|\[)"
)
"""Scripts and programs that are run, forms and bundles in the place of pages, layers, colours made others.

ISO 32000-1: 12.6.4, 12.7.8, 12.3.5, 14.11.2 (UserUnit: table 30), 8.11, 8.6.5.6 and, for TR, table 58.
"""


def has_oddities(content: bytes) -> bool:
    """Ask whether a PDF holds anything of the sort.

    Raises:
        DataError: it cannot be read.

    """
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return any(_ODD.search(_plain(one)) for one in pdf.objects)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise unreadable(error) from error


def _plain(one: pikepdf.Object) -> bytes:
    """Write an object down without what it leads to; of a stream, what is said of it."""
    if isinstance(one, pikepdf.Stream):
        return pikepdf.Dictionary(dict(one.items())).unparse()
    return one.unparse(resolved=True) if isinstance(one, pikepdf.Dictionary | pikepdf.Array) else b""
