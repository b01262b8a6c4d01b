"""The pictures and documents that data brings to a template: looked at before anything is filled."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Final

from reportgen.model.attached import Enclosure, Picture
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.phrase import phrase

_PAGES: Final = (".html", ".htm")
_LOOKERS: Final[Mapping[str, tuple[tuple[str, ...], str, str]]] = {
    "docx": ((".docx",), "word.enclosed", "unfit_document"),
    "pdf": (_PAGES, "template.fragments", "unfit_fragment"),
}
"""What documents each format takes in, and which module of the press tells what is wrong with one."""


def unfit_files(values: object, target: str) -> list[Diagnostic]:
    """Tell of files that cannot be printed in this format, each where the data names it."""
    found = (_fault(one, target) for one in _attached(values))
    return list(dict.fromkeys(fault for fault in found if fault is not None))


def _attached(value: object) -> Iterator[Picture | Enclosure]:
    match value:
        case Picture() | Enclosure():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _attached(inner)
        case Sequence() if not isinstance(value, str):
            for item in value:
                yield from _attached(item)


def _fault(one: Picture | Enclosure, target: str) -> Diagnostic | None:
    if isinstance(one, Picture):
        code, why = "picture-unfit", _asked("photos", "unfit_photo", one.file.content)
    else:
        code, why = "document-unfit", _unfit_document(one, target)
    return report(code, one.file.origin, name=one.file.name, reason=why) if why else None


def _unfit_document(one: Enclosure, target: str) -> str | None:
    suffixes, module, looker = _LOOKERS[target]
    if not one.file.name.lower().endswith(suffixes):
        return phrase("this template takes in {suffix} files", suffix=suffixes[0])
    return _asked(module, looker, one.file.content)


def _asked(module: str, looker: str, content: bytes) -> str | None:
    """Load what looks at a sort of files when there is one: few data have any."""
    found: str | None = getattr(import_module(f"reportgen.render.{module}"), looker)(content)
    return found
