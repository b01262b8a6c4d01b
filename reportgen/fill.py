"""A template of no kind, filled with data that declares nothing: the same safety, the same proof."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.compose import plain_context
from reportgen.load import LOADERS, load_plain, read_bytes
from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.model.diagnostics import Diagnostic, Severity, of_form, report
from reportgen.model.errors import DataError, OutputError, RenderError
from reportgen.model.messages.entry import Form
from reportgen.model.origin import Origin
from reportgen.model.plain import PlainData
from reportgen.pipeline import refuse_losses
from reportgen.render import press
from reportgen.render.attached import unfit_files
from reportgen.render.template.names import unquoted
from reportgen.validate import compare_totals
from reportgen.write import Written, open_folder

_TOLD_WHEN_COMPARED: Final = "totals-apart"

TARGETS: Final[Mapping[str, str]] = {".docx": "docx", ".html": "pdf", ".htm": "pdf"}
"""What is made of a template, by its suffix."""


@dataclass(frozen=True, slots=True)
class FillOrder:
    """What is to be filled with what; without ``output`` the document lies beside the data."""

    template: Path
    data: Path
    output: Path | None = None
    overwrite: bool = False

    @property
    def target(self) -> str:
        """Give the format that is made.

        Raises:
            RenderError: this is no template.

        """
        if (target := TARGETS.get(self.template.suffix.lower())) is None:
            raise RenderError([self._no_template()])
        return target

    def _no_template(self) -> Diagnostic:
        """Tell that this cannot be filled; somebody may have named the data first."""
        place = Origin(str(self.template))
        if self.data.suffix.lower() in TARGETS:
            return report("fill-data-first", place, template=self.data.name, data=self.template.name)
        return report("fill-template-format", place, name=self.template.name)

    @property
    def path(self) -> Path:
        """Give the document its name: the template's and the data's, unless another is wanted."""
        suffix = f".{self.target}"
        usual = self.data.with_name(f"{self.template.stem}-{self.data.stem}{suffix}")
        path = self.output or usual
        if path.suffix.lower() != suffix:
            right = path / usual.name if path.is_dir() else Path(path.name).with_suffix(suffix)
            raise OutputError(
                [report("fill-output-format", Origin(str(path)), suffix=suffix, name=path, right=right)]
            )
        return path


@dataclass(frozen=True, slots=True)
class Filled:
    """The document that was made, and the data that no tag prints."""

    written: Written
    notes: tuple[Diagnostic, ...]


def fill(order: FillOrder) -> Filled:
    """Fill a template and write the document, whole or not at all.

    Raises:
        ReportgenError: with every mistake of the data, the template or the place to write to.

    """
    path = order.path
    refuse_unreadable(order.template)
    data = read_data(order.data)
    context = plain_context(data)
    refuse_unfit(context, order.target)
    unsaid = refuse_unknown(order, context, data)
    artifact = press(order.target).render(order.template, context, title=order.template.stem, date=None)
    refuse_losses(artifact, order.template)
    return Filled(_place(path, artifact, order), (*data.notes, *unsaid))


def read_data(path: Path) -> PlainData:
    """Read a data file; of a table file, compare the totals, and say all that is told as of one alone."""
    try:
        data = load_plain(path)
    except DataError as error:
        raise DataError(_said_of(path, error.diagnostics)) from error
    if data.table is None:
        return data
    notes = [note for note in data.notes if note.code != _TOLD_WHEN_COMPARED]
    found = [*_said_of(path, (*notes, *compare_totals(data.table)))]
    if any(note.stops for note in found):
        raise DataError(note for note in found if note.severity is not Severity.NOTE)
    return replace(data, notes=tuple(found))


def _said_of(path: Path, notes: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    return of_form(notes, Form.TABLE if path.suffix.lower() in LOADERS else Form.DATA_FILE)


def refuse_unreadable(template: Path) -> None:
    """Refuse a template that is not there or may not be read."""
    try:
        read_bytes(template, str(template))
    except DataError as error:
        raise RenderError(error.diagnostics) from error


def refuse_unfit(context: Context, target: str) -> None:
    """Refuse pictures and documents of the data that cannot be printed."""
    if found := unfit_files(context.values, target):
        raise DataError(found)


def refuse_unknown(order: FillOrder, context: Context, data: PlainData) -> list[Diagnostic]:
    """Refuse names, filters and calls that the data does not answer; tell what no tag prints."""
    found, quoted = press(order.target).names(
        order.template, str(order.template), context.shape, context.filters, free=True
    )
    if any(diagnostic.stops for diagnostic in found):
        raise RenderError(found)
    unsaid = ((path, ".".join(path)) for path in unquoted(context.shape, [quoted]))
    return [report("not-quoted", data.sources.nearest(path), what=name) for path, name in unsaid]


def _place(path: Path, artifact: Artifact, order: FillOrder) -> Written:
    name = PurePosixPath(path.name)
    record = {"source": order.data.as_posix(), "template": order.template.as_posix(), "version": __version__}
    with open_folder(path.parent) as folder:
        inputs = (order.template, order.data)
        refused = folder.check([name], overwrite=order.overwrite, inputs=inputs)
        if refused:
            raise OutputError(refused)
        return folder.write(name, artifact.content, overwrite=order.overwrite, record=record)
