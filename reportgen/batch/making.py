"""One data file on its way to its papers: which are to be printed, and what became of each."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from reportgen.batch.papers import Key
from reportgen.batch.place import Place
from reportgen.batch.press import Printed
from reportgen.batch.records import Document, Lost, Made, Order, Outcome, Plan, Prove
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import (
    DataError,
    MissingToolError,
    OutputError,
    RenderError,
    ReportgenError,
)
from reportgen.model.origin import Origin
from reportgen.render.watch import TOO_SLOW
from reportgen.write import HOPELESS, Draft, Written

HELD: Final = 64
"""So many papers are printed before the first of them is written: of fewer, a mistake leaves none behind."""

_ENDLESS: Final = 3
"""So many papers that come to no end, before any was printed, are enough to know of their template."""


@dataclass(slots=True)
class Making:
    """The papers of one data file; ``todo`` are those to be printed.

    ``mistakes`` were found in printing, ``refused`` are documents that may not be written where they belong,
    ``ways`` count why PDFs were laid out, ``endless`` papers that were stopped. On blanks each paper has its
    serial, and all are written or none: ``ready`` is what must be done before.
    """

    plan: Plan
    order: Order
    place: Place | None
    todo: dict[Key, list[Document]] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    mistakes: list[ReportgenError] = field(default_factory=list)
    refused: list[Diagnostic] = field(default_factory=list)
    missing: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    lost: dict[Key, Sequence[Diagnostic]] = field(default_factory=dict)
    proof: tuple[Diagnostic, ...] = ()
    held: list[Printed] = field(default_factory=list)
    hopeless: bool = False
    endless: int = 0
    is_good: bool = False
    stopped: bool = False
    why: ReportgenError | None = None
    ways: Counter[str] = field(default_factory=Counter)
    serials: Mapping[Key, str] | None = None
    ready: Callable[[], None] | None = None

    def begin(self) -> None:
        """Find the papers that are there already, those that cannot be written, and those to be printed."""
        papers: dict[Key, list[Document]] = {}
        for document in self.plan.documents:
            papers.setdefault(document.key, []).append(document)
        if self.place is None:
            self.todo = papers
            return
        if not (self.order.fresh or self.order.prove or self.place.folder.is_new):
            papers = {key: documents for key, documents in papers.items() if not self._keep(documents)}
        names = [document.name for documents in papers.values() for document in documents]
        obstacles = self.place.folder.obstacles(names)
        self.refused += obstacles.values()
        for key, documents in papers.items():
            if found := [obstacles[one.name] for one in documents if one.name in obstacles]:
                self.lost[key] = found
        self.todo = {key: documents for key, documents in papers.items() if key not in self.lost}

    @property
    def whole(self) -> bool:
        """Tell whether no paper is written before all are printed."""
        return self.order.prove is not None or self.ready is not None

    @property
    def is_stuck(self) -> bool:
        """Tell whether no more papers are worth the wait: none comes to an end, or would be written."""
        return self.endless >= _ENDLESS and not self.is_good and not self.order.keep_going

    def wanted(self, key: Key) -> tuple[str, ...]:
        """List the formats to be printed of a paper, but for those that this machine lacks something for.

        On blanks that is the serial of its own.
        """
        if self.serials is not None:
            return (self.serials[key],)
        return tuple(one.target for one in self.todo[key] if one.target not in self.missing)

    def take(self, printed: Printed) -> None:
        """Take in what became of a paper, and write what is held when it has become much."""
        self.missing.update(printed.missing)
        self.ways.update(printed.ways.values())
        if printed.error:
            self.lost[printed.key] = printed.error.diagnostics
            self._take_error(printed.error)
            self.endless += any(one.code == TOO_SLOW for one in printed.error.diagnostics)
        else:
            self.held.append(printed)
            self.is_good = True
        if len(self.held) >= HELD and not self.whole:
            self.write()

    def write(self) -> None:
        """Write what is held; after a mistake in printing nothing more, unless the order is to keep going."""
        held, self.held = self.held, []
        if self.place and not self.hopeless and (self.order.keep_going or not self.mistakes):
            self._write(held, self.place)

    def finish(self) -> None:
        """Prove and write what is held: no more papers are to come."""
        if self.ready and (self.lost or self.missing):
            self.held = []
        elif self.ready:
            self.ready()
        if self.order.prove and (self.order.keep_going or not self.mistakes):
            self._prove(self.order.prove)
        self.write()

    def stop(self, why: ReportgenError | None) -> None:
        """Write what is held, if it may be without the rest: nobody wants more papers, or prints them."""
        if not self.whole:
            self.write()
        self.stopped, self.why = True, why

    def _prove(self, which: Prove) -> None:
        from reportgen.batch.prove import prove  # noqa: PLC0415  (Word papers wait for no library of PDFs)

        papers = [
            (document, one.artifacts[document.target])
            for one in self.held
            for document in self.todo[one.key]
            if document.target in one.artifacts
        ]
        proof = prove(papers, which)
        self.proof = proof.notes
        if proof.faults:
            self.lost |= proof.faults
            self.held = [one for one in self.held if one.key not in proof.faults]
            self.mistakes.append(RenderError(dict.fromkeys(chain.from_iterable(proof.faults.values()))))

    def outcome(self) -> Outcome:
        """Tell what became of the data file."""
        error, plan = self._error(), self.plan
        made = [self.made[one.at] for one in plan.documents if one.at in self.made]
        failed = plan.spoilt + len(plan.documents) - len(made) if error and self.place else 0
        names = [document.name for document in plan.documents]
        stale = () if error or not self.place else self.place.folder.left_over(self.place.source, names)
        told = (tuple(stale), self.proof, failed, self._all_lost() if self.place else {}, self.ways)
        return Outcome(plan.source, made, plan, error or self._lacking(), *told)

    def _keep(self, documents: Sequence[Document]) -> bool:
        """Leave a paper alone that stands there in all its formats."""
        kept = self.place.keep(documents) if self.place else []
        if len(kept) < len(documents):
            return False
        self.made |= {made.document.at: made for made in kept}
        return True

    def _take_error(self, error: ReportgenError) -> None:
        """Tell a paper that is wrong from one that this machine could not print: that stops no other."""
        if isinstance(error, OutputError):
            self.refused += error.diagnostics
        else:
            self.mistakes.append(error)

    def _write(self, held: Sequence[Printed], place: Place) -> None:
        """Write papers together; what keeps one from it is told, and of what keeps all from it the first."""
        ready: list[tuple[Document, Draft]] = []
        for printed in held:
            documents = [one for one in self.todo[printed.key] if one.target in printed.artifacts]
            drafts = place.drafts(documents, printed)
            refusals = place.refusals(drafts)
            self.refused += refusals
            self.lost |= {printed.key: refusals} if refusals else {}
            ready += [] if refusals else zip(documents, drafts, strict=True)
        written = place.write([draft for _, draft in ready])
        for (document, _), done in zip(ready, written, strict=True):
            if isinstance(done, Written):
                self.made[document.at] = Made(document, str(done.path), str(done.how))
            else:
                self.lost[document.key] = done.diagnostics
                self._refuse(done.diagnostics)

    def _refuse(self, faults: Sequence[Diagnostic]) -> None:
        hopeless = any(one.code in HOPELESS for one in faults)
        if not (hopeless and self.hopeless):
            self.refused += faults
        self.hopeless = self.hopeless or hopeless

    def _all_lost(self) -> Lost:
        """Tell why papers lack a format, or all."""
        lacking = {one.key: one for one in reversed(self.plan.documents) if one.at not in self.made}
        reasons = {
            key: self.lost.get(key) or self.missing.get(one.target, ()) for key, one in lacking.items()
        }
        return dict(sorted({**self.plan.lost, **reasons}.items()))

    def _error(self) -> ReportgenError | None:
        """Put all mistakes together, under whoever must act first."""
        found: list[ReportgenError] = [*self.mistakes]
        if self.plan.mistakes:
            found.insert(0, DataError(self.plan.mistakes))
        if self.refused:
            found.append(OutputError(self.refused))
        if self.why:
            found.append(self.why)
        if self.stopped and (self.made or not self.why):
            found.append(OutputError([self._told_of_stop()]))
        told = dict.fromkeys(note for error in found for note in error.diagnostics)
        return type(found[0])(told) if found else None

    def _told_of_stop(self) -> Diagnostic:
        total = len(self.plan.documents)
        return report("stopped", Origin(str(self.plan.source)), count=len(self.made), total=total)

    def _lacking(self) -> MissingToolError | None:
        lacking = [diagnostic for diagnostics in self.missing.values() for diagnostic in diagnostics]
        return MissingToolError(lacking) if lacking else None
