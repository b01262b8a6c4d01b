"""Papers printed on pre-printed blanks: each is told which one to take, and the record keeps it.

Everything is printed before a blank is taken; then the record is written, then the papers: after a run that
was cut off each paper gets its own blank again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

from reportgen import __version__
from reportgen.batch.basis import bases_of
from reportgen.batch.blank_press import faults_of, produce_on, words_on
from reportgen.batch.blank_record import Record, read_only, record_in
from reportgen.batch.making import Making
from reportgen.batch.papers import Papers
from reportgen.batch.place import Place, seen_from
from reportgen.batch.plan import make_plan
from reportgen.batch.press import BLANK_TARGET
from reportgen.batch.printing import print_all
from reportgen.batch.records import Built, Document, Made, Order, Outcome, Plan, Progress
from reportgen.batch.serials import Given, Wanted, give
from reportgen.batch.stop import Stop, stoppable
from reportgen.compose import file_name
from reportgen.model.artifact import Artifact
from reportgen.model.blank import Blank
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError, RenderError, ReportgenError
from reportgen.model.phrase import likewise
from reportgen.offices import read_blank
from reportgen.write import OutputFolder, open_folder, refused_names

FOLDER: Final = "in-phoi"
"""Where papers for blanks stand below the output folder, apart from those on whole sheets."""

TRIAL: Final = PurePosixPath(FOLDER) / "to-thu.pdf"
"""The sheet to try: held against a blank, it shows by how much the printer is out."""

_GAP: Final = "blank-gap"
_SHOWN: Final = 3

_Done = TypeVar("_Done")


def build_on_blanks(
    sources: Sequence[Path], order: Order, file: Path, progress: Progress | None = None
) -> Built:
    """Make what the data files ask for as the words that are printed on blanks.

    Raises:
        DataError: the blank's file or its record has mistakes.
        OutputError: the output folder, or that of the record, cannot be used at all.

    """
    blank = read_blank(file, str(file))
    alone = replace(order, prove=None, keep_going=False)
    with open_folder(order.output) as folder, record_in(file, blank, folder) as record, stoppable() as stop:
        run = _Run(blank, alone, folder, record)
        return Built([run.outcome(source, progress, stop) for source in sources], folder.notes)


def check_on_blanks(
    sources: Sequence[Path], order: Order, file: Path, progress: Progress | None = None
) -> Sequence[Outcome]:
    """Do all that `build_on_blanks` does, but take no blank and write nothing."""
    blank = read_blank(file, str(file))
    run = _Run(blank, replace(order, keep_going=False), None, read_only(file, blank))
    with stoppable() as stop:
        return [run.outcome(source, progress, stop) for source in sources]


def try_blank(source: Path, order: Order, file: Path) -> Built:
    """Make one sheet to try, with frames and rulers, and the words of the paper that has most of them."""
    blank = replace(read_blank(file, str(file)), ruled=True)
    with open_folder(order.output) as folder:
        return Built([_Run(blank, order, folder).trial(source, folder)], folder.notes)


@dataclass(frozen=True, slots=True)
class _Run:
    """The papers of some data files on their way to a blank; without a folder they are only checked."""

    blank: Blank
    order: Order
    folder: OutputFolder | None
    record: Record | None = None

    def outcome(self, source: Path, progress: Progress | None, stop: Stop) -> Outcome:
        """Do one data file: all that is wrong with it is told before any blank is taken."""
        plan = None
        try:
            plan = self.plan(source)
            making = self.making(plan, self.given(plan))
            print_all([making], self.order, progress, stop)
            return making.outcome()
        except ReportgenError as error:
            return Outcome(source, (), plan, error)

    def making(self, plan: Plan, given: Given) -> Making:
        """Set papers out to be printed, each on its blank; those that are there already are left alone."""
        sheets = _named(plan.documents, given.serials)
        self.refuse_names(plan.source, sheets)
        papers = replace(plan.papers, job=replace(plan.papers.job, blank=replace(self.blank, stock=None)))
        plan = replace(plan, documents=sheets, papers=papers, notes=(*plan.notes, *given.notes))
        place = self.place(plan.source, papers)
        serials = dict(zip((sheet.key for sheet in sheets), given.serials, strict=True))
        making = Making(plan, self.order, place, serials=serials, ready=lambda: self.keep(given))
        making.begin()
        if not making.todo:
            self.keep(given)
        return making

    def place(self, source: Path, papers: Papers) -> Place | None:
        """Say where papers go, and as what made from."""
        if self.folder is None:
            return None
        whence = self.whence(source, self.folder)
        return Place(self.folder, whence, bases_of(papers, self.order.today), self.order.overwrite)

    def keep(self, given: Given) -> None:
        """Write down which blanks are taken."""
        if self.record:
            self.record.keep(given.taken, self.blank)

    def trial(self, source: Path, folder: OutputFolder) -> Outcome:
        """Print the paper that says most."""
        plan = None
        try:
            plan = self.plan(source)
            longest = max(plan.documents, key=lambda document: len(words_on(self.blank, document.paper)))
            sheet = replace(longest, at=str(TRIAL), target=BLANK_TARGET)
            paper = self.print(sheet, self.sample)
            whence = f"{self.whence(source, folder)} ({TRIAL.stem})"
            return Outcome(source, [self.written(whence, sheet, paper, folder)], plan)
        except ReportgenError as error:
            return Outcome(source, (), plan, error)

    @property
    def sample(self) -> str:
        """Give a serial such as will be printed."""
        return self.blank.stock.serials[0] if self.blank.stock else ""

    def plan(self, source: Path) -> Plan:
        """List the papers of a data file, each once whatever the formats of its kind are."""
        plan = make_plan(source, self.order)
        if faults := faults_of(self.blank, plan.study.kind):
            raise RenderError(faults)
        first = plan.documents[0].target
        return replace(plan, documents=[one for one in plan.documents if one.target == first])

    def given(self, plan: Plan) -> Given:
        """Give each paper its blank, in the order in which they are printed."""
        texts, faults = _each(plan.documents, lambda one: words_on(self.blank, one.paper))
        if faults:
            others = _each(plan.documents, lambda one: self.print(one, self.sample))[1]
            raise RenderError(_once_for_each_box(dict.fromkeys([*faults, *others])))
        if self.record is None or self.blank.stock is None:
            return Given([""] * len(texts), ())
        source = seen_from(plan.source, self.record.home)
        papers = (str(document.name.with_suffix("")) for document in plan.documents)
        wanted = [Wanted(source, paper, text) for paper, text in zip(papers, texts, strict=True)]
        return give(self.blank.stock, self.record.taken, wanted, self.record.shown)

    def refuse_names(self, source: Path, sheets: Sequence[Document]) -> None:
        """Find every paper that may not be written, before any is."""
        names = [sheet.name for sheet in sheets]
        if self.folder is None:
            refused = refused_names(self.order.output, names)
        else:
            whence = self.whence(source, self.folder)
            refused = self.folder.check(names, overwrite=self.order.overwrite, source=whence)
        if refused:
            raise OutputError(refused)

    def print(self, sheet: Document, serial: str) -> Artifact:
        """Print one paper."""
        return produce_on(self.blank, sheet.paper, serial)

    def written(self, whence: str, sheet: Document, paper: Artifact, folder: OutputFolder) -> Made:
        """Write one paper."""
        record = {"source": whence, "version": __version__}
        written = folder.write(sheet.name, paper.content, overwrite=self.order.overwrite, record=record)
        return Made(sheet, str(written.path), str(written.how))

    def whence(self, source: Path, folder: OutputFolder) -> str:
        """Name what a paper is made from: the same data make others on whole sheets."""
        return f"{seen_from(source, folder.path)} + {Path(self.blank.file).name}"


def _named(documents: Sequence[Document], serials: Sequence[str]) -> list[Document]:
    """Name papers after their blanks, so that a list of files is in the order in which blanks are fed."""
    pairs = zip(documents, serials, strict=True)
    return [
        replace(document, target=BLANK_TARGET, at=str(_name(document.name, serial)))
        for document, serial in pairs
    ]


def _name(name: PurePosixPath, serial: str) -> PurePosixPath:
    if not serial:
        return FOLDER / name.with_suffix(".pdf")
    return file_name(f"{FOLDER}/{{serial}} {{paper}}", {"serial": serial, "paper": name.stem}, suffix=".pdf")


def _each(
    documents: Sequence[Document], make: Callable[[Document], _Done]
) -> tuple[list[_Done], list[Diagnostic]]:
    """Do something with each paper; what is wrong with one does not hide what is wrong with others."""
    done: list[_Done] = []
    faults: dict[Diagnostic, None] = {}
    for document in documents:
        try:
            done.append(make(document))
        except RenderError as error:
            faults |= dict.fromkeys(error.diagnostics)
    return done, list(faults)


def _once_for_each_box(faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell of a gap once, with the rows where it is: what all papers lack is one thing to mend."""
    gaps: dict[object, list[Diagnostic]] = {}
    for fault in faults:
        if fault.code == _GAP:
            gaps.setdefault((fault.related, fault.values), []).append(fault)
        else:
            yield fault
    for first, *others in gaps.values():
        places = [str(one.origin) for one in (first, *others[:_SHOWN])]
        more = likewise(places, len(others) + 1)
        yield replace(first, values=tuple((dict(first.values) | {"more": more}).items()))
