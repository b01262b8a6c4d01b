"""What is wrong with the parts of an Office file before any is read; the same for all who open one."""

import posixpath
import re
from functools import lru_cache
from typing import Final

from reportgen.model.phrase import phrase

CONTENT_TYPES: Final = "[Content_Types].xml"

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the old Office begin, and those of the new one that have a password."""

LOCKED_OR_OLD: Final = phrase("it is locked with a password, or an old .doc; save it without one, as .docx")

_ODD_NAME: Final = re.compile(r"[\x00-\x1f\\:]|^/|^\.\.(?:/|$)")


@lru_cache(maxsize=16)
def odd_names(names: tuple[str, ...]) -> str | None:
    """Tell of parts that lead out of the file once unpacked, or that are there twice.

    Papers of a batch have parts of the same names.
    """
    for name in names:
        if _ODD_NAME.search(name) or posixpath.normpath(name) != name.rstrip("/"):
            return phrase("its part '{name}' leads out of it", name=name)
    if len({name.casefold() for name in names}) != len(names):
        return phrase("it holds a part twice")
    return None
