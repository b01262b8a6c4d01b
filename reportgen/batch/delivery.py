"""What a worker does for papers that go to a store: print what does not stand there, keep them, put them.

It is three calls, so that the journal at home knows the digest of every paper before it is put anywhere.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from reportgen.batch.beside import print_beside
from reportgen.batch.chunks import Wanted
from reportgen.batch.papers import Key
from reportgen.batch.press import Printed
from reportgen.model.artifact import Artifact
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.write.far import Claim, Laid
from reportgen.write.site import digest
from reportgen.write.store import Store, lacking, store_at
from reportgen.write.together import How

Claims = Mapping[str, Claim]
"""What is known at home of each format of a paper."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where papers go, and the name of the mark by which workers know that it is the same place for all."""

    url: str
    mark: PurePosixPath


@dataclass(frozen=True, slots=True)
class Batch:
    """Papers on the worker that printed them: those that needed no printing, and what a press answered."""

    ready: list[Printed]
    answer: bytes | None


def print_there(parcel: bytes, wanted: bytes, claims: bytes, to: Address) -> Batch:
    """Print papers that do not stand in the store yet, made from the same; the bytes stay here."""
    each: list[Wanted] = pickle.loads(wanted)  # noqa: S301  (from whoever sent the parcel)
    known: Mapping[Key, Claims] = pickle.loads(claims)  # noqa: S301  (likewise)
    if told := why_unseen(to, "reportgen"):
        return Batch([Printed(key, error=OutputError([told])) for key, _, _ in each], pickle.dumps([]))
    store = store_at(to.url)
    seen = {key: _standing(key, known[key], store) for key, _, _ in each}
    todo = [one for one in each if seen[one[0]] is None]
    answer = print_beside(parcel, pickle.dumps(todo), len(todo)) if todo else pickle.dumps([])
    return Batch([one for one in seen.values() if one], answer)


def told_of(batch: Batch) -> bytes | None:
    """Tell what was printed, without the bytes; nothing where the press died."""
    if batch.answer is None:
        return None
    made: Any = pickle.loads(batch.answer)  # noqa: S301  (our own press)
    if not isinstance(made, list):
        return batch.answer
    return pickle.dumps([*batch.ready, *map(_without_bytes, made)])


def deliver(batch: Batch, claims: bytes, to: Address) -> bytes:
    """Put printed papers into the store, and tell what became of each."""
    known: Mapping[Key, Claims] = pickle.loads(claims)  # noqa: S301  (from whoever sent the parcel)
    made: list[Printed] = pickle.loads(batch.answer or pickle.dumps([]))  # noqa: S301  (our own press)
    store = store_at(to.url)
    return pickle.dumps([_delivered(one, known[one.key], store) for one in made if not one.error])


def leave_mark(to: Address, worker: str) -> Diagnostic | None:
    """Leave something in the store by which other workers know it."""
    try:
        store = store_at(to.url)
        if store.digest(to.mark) is None:
            store.put(to.mark, b"reportgen\n", None)
    except OutputError as error:
        return _told_of_mark(error.diagnostics[0], to, worker)
    except ImportError as error:
        return _unfit(to, worker, lacking(error))
    return None


def take_mark_away(to: Address) -> None:
    """Leave nothing in the store but papers."""
    store_at(to.url).remove(to.mark)


def why_unseen(to: Address, worker: str) -> Diagnostic | None:
    """Find out why a worker does not see the mark: then what it puts would be lost to the others."""
    try:
        found = store_at(to.url).digest(to.mark)
    except OutputError as error:
        return _told_of_mark(error.diagnostics[0], to, worker)
    except ImportError as error:
        return _unfit(to, worker, lacking(error))
    why = phrase("it does not see what another worker put there; the folder is not the shared one")
    return None if found else _unfit(to, worker, why)


def _told_of_mark(note: Diagnostic, to: Address, worker: str) -> Diagnostic:
    """Tell of the store: nobody knows the mark by its name."""
    return _unfit(to, worker, dict(note.values)["why"]) if note.code == "store-failed" else note


def _unfit(to: Address, worker: str, why: str) -> Diagnostic:
    return report("store-unfit", Origin(to.url), worker=worker, why=why)


def _standing(key: Key, claims: Claims, store: Store) -> Printed | None:
    """Leave a paper alone that was made from the same and stands there in all its formats."""
    if not claims or not all(claim.keep for claim in claims.values()):
        return None
    try:
        same = all(store.digest(claim.name) == claim.keep for claim in claims.values())
    except OutputError as error:
        return Printed(key, error=error)
    laid = {target: Laid(claim.keep, 0, How.UNCHANGED) for target, claim in claims.items()}
    return Printed(key, laid=laid) if same else None


def _without_bytes(one: Printed) -> Printed:
    laid = {target: _laid(artifact) for target, artifact in one.artifacts.items()}
    return replace(one, artifacts={}, laid=laid)


def _laid(artifact: Artifact, how: How | None = None) -> Laid:
    return Laid(digest(artifact.content), len(artifact.content), how)


def _delivered(one: Printed, claims: Claims, store: Store) -> Printed:
    """Put a paper, in all its formats if nothing stands in the way of one; then tell which stand there."""
    laid: dict[str, Laid] = {}
    try:
        before = {target: store.digest(claims[target].name) for target in one.artifacts}
        found = (
            _refusal(made, before[target], claims[target], store) for target, made in one.artifacts.items()
        )
        if told := [why for why in found if why]:
            return Printed(one.key, error=OutputError(told), missing=one.missing)
        for target, made in one.artifacts.items():
            laid[target] = _put(made, before[target], claims[target], store)
    except OutputError as error:
        return Printed(one.key, {}, error, one.missing, laid)
    return replace(one, artifacts={}, laid=laid)


def _refusal(made: Artifact, before: str | None, claim: Claim, store: Store) -> Diagnostic | None:
    if before == digest(made.content):
        return None
    return claim.against(before, store.target(claim.name))


def _put(made: Artifact, before: str | None, claim: Claim, store: Store) -> Laid:
    """Put one format; where another worker, given up, was quicker with the same bytes, it is there."""
    wanted = digest(made.content)
    if before == wanted:
        return _laid(made, How.UNCHANGED)
    try:
        store.put(claim.name, made.content, before)
    except OutputError:
        if store.digest(claim.name) != wanted:
            raise
    return _laid(made, How.WRITTEN if before is None else How.REPLACED)
