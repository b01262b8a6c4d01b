"""One data file on its way into a store: its papers are put there by workers, and noted here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.batch.chunks import Wanted
from reportgen.batch.making import HELD, Making
from reportgen.batch.papers import Key
from reportgen.batch.place import Place
from reportgen.batch.press import Printed
from reportgen.batch.records import Document, Made
from reportgen.model.errors import OutputError
from reportgen.write import FarFolder
from reportgen.write.far import Claim, Laid


@dataclass(slots=True)
class Delivering(Making):
    """The papers of one data file that go to a store; ``seen`` counts those printed, or known to be there."""

    far: FarFolder | None = None
    seen: int = 0

    def begin(self) -> None:
        """Ask for all papers: whether they stand there is seen by workers alone."""
        for document in self.plan.documents:
            self.todo.setdefault(document.key, []).append(document)

    def claims(self, wanted: Sequence[Wanted]) -> Mapping[Key, Mapping[str, Claim]]:
        """Tell what is known of papers that are to be printed."""
        place, far = self._home()
        fresh, whatever = self.order.fresh, self.order.overwrite
        return {
            key: {
                one.target: far.claim(one.name, place.record(one), fresh=fresh, whatever=whatever)
                for one in self.todo[key]
                if one.target in targets
            }
            for key, _, targets in wanted
        }

    def may_go(self, *, last: bool) -> bool:
        """Tell whether papers may be put: of fewer than so many, a mistake in printing leaves none behind."""
        return last or self.seen >= min(HELD, len(self.todo))

    @property
    def spoilt(self) -> bool:
        """Tell whether no more papers are to be put."""
        return self.hopeless or (bool(self.mistakes) and not self.order.keep_going)

    def note(self, printed: Sequence[Printed]) -> None:
        """Note papers before they are put, with their digests.

        Raises:
            OutputError: the disk does not take it.

        """
        self._home()[1].note([line for one in printed for line in self._lines(one)])

    def take(self, printed: Printed) -> None:
        """Take in what became of a paper."""
        self.missing.update(printed.missing)
        self.ways.update(printed.ways.values())
        error = printed.error
        try:
            self._take_laid(printed)
        except OutputError as refused:
            error = refused
        if error:
            self.lost[printed.key] = error.diagnostics
        if isinstance(error, OutputError):
            self._refuse(error.diagnostics)
        elif error:
            self.mistakes.append(error)

    def write(self) -> None:
        """Write nothing: workers do."""

    def _take_laid(self, printed: Printed) -> None:
        place, far = self._home()
        far.note([line for line in self._lines(printed) if not self._known(*line)])
        for document in self.todo[printed.key]:
            laid = printed.laid.get(document.target)
            if laid and laid.how:
                where = far.where(document.name)
                made = Made(document, str(place.folder.path), str(laid.how), where, laid.sha256)
                self.made[document.at] = made

    def _lines(self, one: Printed) -> list[tuple[PurePosixPath, Laid, Mapping[str, str]]]:
        documents: Sequence[Document] = self.todo[one.key]
        record = self._home()[0].record(documents[0])
        return [(each.name, one.laid[each.target], record) for each in documents if each.target in one.laid]

    def _known(self, name: PurePosixPath, laid: Laid, record: Mapping[str, str]) -> bool:
        claim = self._home()[1].claim(name, record, fresh=False, whatever=False)
        return laid.how is not None and claim.keep == laid.sha256 and claim.ours.keys() == {laid.sha256}

    def _home(self) -> tuple[Place, FarFolder]:
        if self.place is None or self.far is None:
            raise LookupError("nothing is put into a store from nowhere")
        return self.place, self.far
