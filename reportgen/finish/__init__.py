"""The bindery: a paper gets what belongs to it and no page shows; many are bound into one to print."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import Protocol

from reportgen.finish.code_place import PICTURE
from reportgen.model.artifact import DOCX, PDF, Artifact
from reportgen.model.claims import Symbol
from reportgen.model.manifest import Manifest, Signer
from reportgen.model.manifest_draft import Draft
from reportgen.model.manifest_text import written


class _Finisher(Protocol):
    def __call__(self, content: bytes, manifest: Manifest, text: str, /) -> bytes:
        """Put a manifest, and the text that it is written as, into a file."""


class _Painter(Protocol):
    def __call__(self, content: bytes, symbol: Symbol, /) -> bytes | None:
        """Put a QR code where a file has room for one; nothing where it has none."""


FINISHERS = {DOCX: "reportgen.finish.docx", PDF: "reportgen.finish.pdf"}
"""The formats, each with the module that knows where a file of this sort keeps a manifest."""

PAINTERS = {DOCX: "reportgen.finish.word_code", PDF: "reportgen.finish.pdf_code"}
"""The same for QR codes."""


def with_manifest(artifact: Artifact, manifest: Manifest, draft: Draft | None = None) -> Artifact:
    """Let a paper carry its manifest, of which there may be a ``draft``; the same paper is the same bytes."""
    embedded: _Finisher = import_module(FINISHERS[artifact.media_type]).embedded
    text = draft.sealed(manifest.drawn) if draft else written(manifest)
    content = embedded(artifact.content, manifest, text)
    return replace(artifact, content=content)


def with_fields(artifact: Artifact, signers: Sequence[Signer]) -> Artifact:
    """Give a PDF that is to be signed its empty fields; a Word file has none."""
    if not signers or artifact.media_type != PDF:
        return artifact
    from reportgen.finish.fields import added  # noqa: PLC0415  # of papers that are issued only

    return replace(artifact, content=added(artifact.content, signers))


def with_code(artifact: Artifact, symbol: Symbol) -> Artifact | None:
    """Let a paper show its QR code where its template has room for one; nothing where it has none."""
    painted: _Painter = import_module(PAINTERS[artifact.media_type]).painted
    content = painted(artifact.content, symbol)
    return replace(artifact, content=content) if content is not None else None


__all__ = ["PICTURE", "with_code", "with_fields", "with_manifest"]
