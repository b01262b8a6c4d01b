"""How finished files are set, by what they are; each reader comes with its library when it is needed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from reportgen.model.errors import DataError
from reportgen.model.layout import Layout
from reportgen.model.phrase import Phrase, phrase


def _word(content: bytes) -> Layout:
    from reportgen.readback.word_layout import word_layout  # noqa: PLC0415

    return word_layout(content)


def _pdf(content: bytes) -> Layout:
    from reportgen.readback.pdf_layout import pdf_layout  # noqa: PLC0415

    return pdf_layout(content)


LAYOUTS: Final[Mapping[str, Callable[[bytes], Layout]]] = {".docx": _word, ".pdf": _pdf}


def pages_of_word(files: Sequence[bytes]) -> list[Layout | Phrase]:
    """Measure Word files on the pages that LibreOffice makes of them; or tell why one has none."""
    from reportgen.readback.word_pages import word_pages  # noqa: PLC0415

    return [_measured(laid) for laid in word_pages(files)]


def _measured(laid: bytes | Phrase) -> Layout | Phrase:
    if isinstance(laid, Phrase):
        return laid
    try:
        return _pdf(laid)
    except DataError:
        return phrase("LibreOffice could not lay it out")
