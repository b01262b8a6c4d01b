"""How sure an audit is of what it tells."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from reportgen.model.phrase import phrase


class Sure(StrEnum):
    """How sure it is."""

    CERTAIN = "certain"
    LIKELY = "likely"


_LETTERS: Final = (Sure.CERTAIN, phrase("every letter of the pages was compared"))
_COMPUTED: Final = (Sure.CERTAIN, phrase("it was computed again, exactly"))
_KIND: Final = (Sure.CERTAIN, phrase("the office's kind.yaml says so"))
_DIGEST: Final = (Sure.CERTAIN, phrase("its digest is another; what became of it, no program can tell"))
_LOOK: Final = (Sure.LIKELY, phrase("judged by size, colour and style: look at the page"))
_PICTURE: Final = (Sure.LIKELY, phrase("judged by a picture of the page: look at it"))

_SURE: Final[Mapping[str, tuple[Sure, str]]] = {
    "figure-edited": _LETTERS,
    "value-edited": _LETTERS,
    "number-typed": _LETTERS,
    "words-edited": _LETTERS,
    "words-gone": _LETTERS,
    "words-added": _LETTERS,
    "figure-hidden": _LOOK,
    "words-hidden": _LOOK,
    "figure-computes-otherwise": _COMPUTED,
    "manifest-contradicts": _COMPUTED,
    "manifest-changed": _DIGEST,
    "picture-exchanged": _DIGEST,
    "pictures-counted": (Sure.CERTAIN, phrase("they were counted")),
    "page-redrawn": _DIGEST,
    "letters-redrawn": _DIGEST,
    "shown-otherwise": _DIGEST,
    "eye-differs": _PICTURE,
    "heard-otherwise": (Sure.CERTAIN, phrase("every number that is said aloud was compared")),
    "laid-beside": _DIGEST,
    "worked-otherwise": _DIGEST,
    "figure-declared-otherwise": _KIND,
    "figure-held-back": _KIND,
    "figure-unrecorded": _KIND,
    "kind-not-own": (Sure.LIKELY, phrase("the kind may have been edited here since")),
    "manifest-of-another": (Sure.LIKELY, phrase("judged by how many letters are others")),
}


def sure_of(code: str) -> tuple[Sure, str] | None:
    """Tell how sure a finding is, and why; of a file that could not be read there is nothing to say."""
    return _SURE.get(code)
