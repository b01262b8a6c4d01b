"""What keeps a paper from being approved, or from being issued because it was not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.kind import Kind
from reportgen.model.names import folded, may_be
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, strung
from reportgen.model.registry import REPLACES
from reportgen.model.sign_off import Asked, SignOff, Stage
from reportgen.papers.records import Wanted

_WHOLE: Final = {
    "kind": phrase("kind.yaml of the kind"),
    "template": phrase("the kind's template"),
    "parts": phrase("the program's own parts of pages"),
    "words": phrase("what is computed from the data"),
    "data.earlier": phrase("earlier data files"),
    "data.photos": phrase("pictures"),
    "replaces": phrase("which paper it replaces"),
}
_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of papers: in a ``role`` if one is named, and for a ``reason`` if not approving.

    ``several`` are those whom their office lets approve in several roles.
    """

    role: str = ""
    reason: str = ""
    several: Sequence[str] = ()


def not_approved(place: Origin, kind: Kind, one: Wanted, review: SignOff) -> Iterator[Diagnostic]:
    """Tell why a paper may not be issued yet."""
    faults = [*out_of_date(place, kind, one, review, whole=True)]
    yield from faults
    if not faults and review.waits:
        yield report("review-waits", place, name=one.label, role=called(review.waits))


def out_of_date(
    place: Origin, kind: Kind, one: Wanted, review: SignOff, *, whole: bool = False
) -> Iterator[Diagnostic]:
    """Tell why nobody may approve a paper as it is now: it is not what was handed in."""
    replaces = f" --replaces {one.words[REPLACES]}" if REPLACES in one.words else ""
    if review.stage is Stage.DRAFT:
        yield report("review-not-submitted", place, name=one.label, replaces=replaces)
    elif review.stage is Stage.REJECTED and review.last:
        who, why = review.last.who, review.objection
        yield report("review-sent-back", place, name=one.label, who=who, reason=why, replaces=replaces)
    elif changed := review.changed(one.parts, whole=whole):
        yield report(
            "review-changed", place, name=one.label, parts=named(changed, kind), count=len(review.given),
            replaces=replaces,
        )  # fmt: skip


def called(asked: Asked) -> str:
    """Name who must approve: the role, and the person where the paper names one."""
    return f"{asked.role}, {asked.who}" if asked.who else asked.role


def named(parts: list[str], kind: Kind) -> str:
    """Name the parts of a paper's content that changed, as people call them."""
    places = {name: place for place, name in enumerate(kind.fields)}
    fields = [name for name in parts if name not in _WHOLE]
    fields.sort(key=lambda name: places.get(name.partition(".")[2], len(places)))
    wholes = [name for name in parts if name in _WHOLE and not (name == "words" and len(parts) > 1)]
    words = [*(_titled(name, kind) for name in fields), *(_WHOLE[name] for name in wholes)]
    more = len(words) - _SHOWN
    shown = strung(", ", words[:_SHOWN])
    return phrase("{places} and {count} more", places=shown, count=more) if more > 0 else shown


def _titled(part: str, kind: Kind) -> str:
    giver, _, name = part.partition(".")
    title = kind.fields[name].title if name in kind.fields else name
    return phrase("{name} (the office's file)", name=title) if giver == "office" else title


def wrong_hand(place: Origin, asked: Asked, by: str, review: SignOff, said: Answer) -> Iterator[Diagnostic]:
    """Refuse somebody else than the paper names, and one person for two roles.

    Unless the paper names that person in both, or the office lets that person; then the role must be named.
    """
    if asked.who:
        if folded(asked.who) != folded(by):
            yield report("review-other-person", place, role=asked.role, who=asked.who, name=by)
        return
    if other := next((one for one in roles_of(by, review) if one.name != asked.name), None):
        if folded(by) not in map(folded, said.several):
            yield report("review-twice", place, name=by, role=asked.role, other=other.role)
        elif not said.role:
            yield report("review-as-too", place, name=by, role=asked.role, other=other.role)


def roles_of(by: str, review: SignOff) -> Iterator[Asked]:
    """List the roles that somebody has in the review of a paper: named for them, or spoken in by them.

    Who writes a name without its marks may be the one who is named so.
    """
    for one in review.asked:
        given = review.given.get(one.name)
        if any(may_be(by, who) for who in (one.who, given.who if given else "")):
            yield one
