"""Making the documents of many data files; one that fails does not stop the others."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from reportgen.batch.basis import bases_of
from reportgen.batch.bundles import bundles_in
from reportgen.batch.delivering import Delivering
from reportgen.batch.making import Making
from reportgen.batch.place import Place, seen_from
from reportgen.batch.plan import make_plan
from reportgen.batch.printing import print_all
from reportgen.batch.records import Built, Order, Outcome, Plan, Progress
from reportgen.batch.stop import Stop, stoppable
from reportgen.model.errors import OutputError, ReportgenError
from reportgen.write import FarFolder, OutputFolder, open_far, open_folder, refused_names


def build(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> Built:
    """Make the documents of every data file; those that stand there, made of the same, are left alone.

    Raises:
        OutputError: the output folder cannot be used at all, or what is made of all papers has no place.

    """
    with ExitStack() as stack:
        folder = stack.enter_context(open_folder(order.output))
        far = stack.enter_context(open_far(folder, order.store)) if order.store else None
        bundles = stack.enter_context(bundles_in(folder, order))
        stop = stack.enter_context(stoppable())
        begun = _all_begun(sources, order, folder, far)
        bundles.refuse([one.plan for one in begun if one.plan], _inputs)
        outcomes = _made(begun, order, progress, stop)
        return Built(outcomes, folder.notes, bundles.make(outcomes, stop))


def check(sources: Sequence[Path], order: Order, progress: Progress | None = None) -> Sequence[Outcome]:
    """Do all that `build` does, but write nothing."""
    with stoppable() as stop:
        return _made(_all_begun(sources, order), order, progress, stop)


def _all_begun(
    sources: Sequence[Path], order: Order, folder: OutputFolder | None = None, far: FarFolder | None = None
) -> list[Making | Outcome]:
    """Plan everything: all that can be known beforehand is found before the first is written."""
    taken: list[str] = []
    plans = (_planned(source, order, folder, taken) for source in sources)
    return [_begun(plan, order, folder, far) if isinstance(plan, Plan) else plan for plan in plans]


def _made(
    begun: Sequence[Making | Outcome], order: Order, progress: Progress | None, stop: Stop
) -> list[Outcome]:
    print_all([one for one in begun if isinstance(one, Making)], order, progress, stop)
    return [one.outcome() if isinstance(one, Making) else one for one in begun]


def _planned(source: Path, order: Order, folder: OutputFolder | None, taken: list[str]) -> Plan | Outcome:
    """Plan one data file; ``taken`` are the names that the data files before this one have given away."""
    plan = None
    try:
        plan = make_plan(source, order)
        names = [document.name for document in plan.documents]
        if refused := refused_names(order.output, [*map(PurePosixPath, taken), *names]):
            raise OutputError(refused)
        if folder and (refused := folder.over(names, _inputs(plan))):
            raise OutputError(refused)
    except ReportgenError as error:
        return Outcome(source, (), plan, error)
    taken.extend(document.at for document in plan.documents)
    return plan


def _begun(plan: Plan, order: Order, folder: OutputFolder | None, far: FarFolder | None) -> Making:
    """Find out which papers of a data file are to be printed."""
    place = _place(plan, order, folder) if folder else None
    making = Delivering(plan, order, place, far=far) if far else Making(plan, order, place)
    making.begin()
    return making


def _place(plan: Plan, order: Order, folder: OutputFolder) -> Place:
    return Place(
        folder, seen_from(plan.source, folder.path), bases_of(plan.papers, plan.day), order.overwrite
    )


def _inputs(plan: Plan) -> list[Path]:
    """List what papers are made of that could have the name of one."""
    kind = plan.study.kind
    return [plan.source, *(kind.folder / template for template in kind.outputs.values())]
