"""The libraries of the system below the engine: another version of them may break a line elsewhere."""

import ctypes
import ctypes.util
import sys
from importlib import import_module
from typing import Any


def libraries() -> dict[str, str]:
    """Name each with its version; nothing where no page can be laid out here."""
    try:
        ffi: Any = import_module("weasyprint.text.ffi")
    except OSError:  # told when a page is printed
        return {}
    number = ffi.pango.pango_version()
    pango = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return {"Pango": pango, "HarfBuzz": _harfbuzz()}


def _harfbuzz() -> str:
    """Ask the library itself; on Linux a search for it would run other programs."""
    name = "libharfbuzz.so.0" if sys.platform == "linux" else ctypes.util.find_library("harfbuzz")
    if name is None:
        return ""
    try:
        ask = ctypes.CDLL(name).hb_version_string
    except OSError:
        return ""
    ask.restype = ctypes.c_char_p
    said: bytes = ask()
    return said.decode()
