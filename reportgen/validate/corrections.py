"""The corrections of a data file: each says what stood, what is right, and who said so, when and why."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from reportgen.model.correction import Correction
from reportgen.model.dataset import Table
from reportgen.model.diagnostics import did_you_mean
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.place import is_file, read_place
from reportgen.model.raw import UNREAD
from reportgen.model.values import BLANK
from reportgen.validate.amendments import Amendment, Amendments
from reportgen.validate.desk import Desk
from reportgen.validate.tables import TableReader

KEY: Final = "corrections"
_NOWHERE = Origin(KEY)
_COLUMNS = (
    ("at", "code", "Vị trí"),
    ("old", "code", "Giá trị cũ"),
    ("new", "code", "Giá trị mới"),
    ("who", "text", "Người báo"),
    ("when", "date", "Ngày"),
    ("why", "text", "Lý do"),
)
_MUST = ("at", "who", "when", "why")
_SPEC = FieldSpec(
    KEY, "rows", _NOWHERE,
    fields={
        name: FieldSpec(name, sort, _NOWHERE, optional=True, label=label) for name, sort, label in _COLUMNS
    },
)  # fmt: skip


def read_corrections(desk: Desk, raw: Any) -> Amendments:
    """Read a list of corrections, in the data file or a table file; those with mistakes are left out."""
    if raw is None or raw == "" or raw is UNREAD:
        return Amendments()
    reader = TableReader(desk, _SPEC, {name: [] for name in _SPEC.fields})
    reader.add(raw, (KEY,))
    return Amendments(tuple(_read(desk, reader.table())))


def tell_unmet(desk: Desk) -> None:
    """Complain of corrections that mean no cell, or cells of several files."""
    for one in desk.amendments.all:
        at, origin = one.correction.at, one.correction.origin
        if not one.files:
            meant = _file_meant(one, desk.amendments.known)
            desk.complaints.add("correction-no-place", origin, at=at, meant=meant)
        elif len(one.files) > 1:
            desk.complaints.add("correction-unclear", origin, at=at, files=", ".join(sorted(one.files)))


def _read(desk: Desk, table: Table) -> Iterator[Amendment]:
    for row in range(table.length):
        cells: dict[str, Any] = {name: column.values[row] for name, column in table.columns.items()}
        origin = table.sources.nearest((row, "at"))
        lacking = [name for name in _MUST if cells[name] is None]
        lacking += ["new"] if cells["old"] is None and cells["new"] is None else []
        if lacking:
            names = ", ".join(f"'{name}'" for name in lacking)
            desk.complaints.add("correction-incomplete", table.sources.nearest((row,)), names=names)
            continue
        if BLANK not in cells.values():
            correction = Correction(
                cells["at"], cells["old"] or "", cells["new"] or "",
                cells["who"], cells["when"], cells["why"], origin,
            )  # fmt: skip
            old_at, new_at = (table.sources.nearest((row, name)) for name in ("old", "new"))
            yield Amendment(correction, read_place(cells["at"]), old_at, new_at)


def _file_meant(one: Amendment, known: Iterable[str]) -> str:
    """Suggest a file, where it is the file that is not there."""
    if one.place is None or any(is_file(one.place.file, file) for file in known):
        return ""
    return did_you_mean(one.place.file, known)
