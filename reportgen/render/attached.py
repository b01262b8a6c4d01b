"""The pictures and documents that data brings to a template: looked at before anything is filled."""

from collections.abc import Iterator, Mapping, Sequence

from reportgen.model.attached import Picture
from reportgen.model.diagnostics import Diagnostic, report


def unfit_files(values: object) -> list[Diagnostic]:
    """Tell of files that cannot be printed, each where the data names it."""
    return list(dict.fromkeys(fault for one in _attached(values) for fault in _faults(one)))


def _attached(value: object) -> Iterator[Picture]:
    match value:
        case Picture():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _attached(inner)
        case Sequence() if not isinstance(value, str):
            for item in value:
                yield from _attached(item)


def _faults(picture: Picture) -> Iterator[Diagnostic]:
    from reportgen.render.photos import unfit_photo  # noqa: PLC0415  # it loads Pillow, which few data need

    if why := unfit_photo(picture.file.content):
        yield report("picture-unfit", picture.file.origin, name=picture.file.name, reason=why)
