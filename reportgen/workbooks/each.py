"""The wish for one document per row or per group, as a cell says it: ``TABLE``, ``TABLE: COLUMN; COLUMN``."""

from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.names import folded
from reportgen.model.raw import Raw


def written_each(wanted: Raw, kind: Kind) -> str | None:
    """Write the wish of a data file by what tables and columns are called."""
    match wanted:
        case str():
            table, by = kind.rows.get(wanted), None
        case {"of": str() as of, **more}:
            table, by = kind.rows.get(of), more.get("by")
        case _:
            return None
    names = [by] if isinstance(by, str) else by if isinstance(by, list | tuple) else []
    if table is None:
        return str(wanted)
    titles = [table.fields[name].title if name in table.fields else str(name) for name in map(str, names)]
    return f"{table.title}: {'; '.join(titles)}" if titles else table.title


def read_each(text: str | None, kind: Kind) -> Raw:
    """Read the wish; what names no table stays as it is."""
    for table in kind.rows.values() if text else ():
        for called in (table.title, table.name):
            by = _after(called, text or "")
            if by is not None:
                names = [_column(table, part.strip()) for part in by.split(";") if part.strip()]
                return {"of": table.name, "by": names} if names else table.name
    return text


def _after(called: str, text: str) -> str | None:
    """Give what stands behind a table's name and a colon."""
    if folded(text) == folded(called):
        return ""
    parts = text.split(":")
    for cut in range(1, len(parts)):
        if folded(":".join(parts[:cut])) == folded(called):
            return ":".join(parts[cut:])
    return None


def _column(table: FieldSpec, called: str) -> str:
    columns = {folded(name): spec.name for spec in table.fields.values() for name in (spec.name, spec.title)}
    return columns.get(folded(called), called)
