"""``reportgen kinds``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import said_here, say
from reportgen.cli.options import Overwrite, Templates
from reportgen.cli.records import print_data, print_record

if TYPE_CHECKING:
    from reportgen.kinds import Shelf
    from reportgen.model.kind import FieldSpec, Kind


_Example = Annotated[
    bool,
    typer.Option("--example", help="Print a data file to start from, or write it into FILE, .xlsx or .yaml."),
]
_File = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="With --example: the data file to write."),
]
_Blank = Annotated[bool, typer.Option("--blank", help="With --example: leave the example's values out.")]


def run(  # noqa: PLR0913  (one argument per option)
    kind: Annotated[str | None, typer.Argument(help="A document kind; without it all are listed.")] = None,
    file: _File = None,
    templates: Templates = None,
    *,
    example: _Example = False,
    blank: _Blank = False,
    overwrite: Overwrite = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of its data files.")
    ] = False,
) -> None:
    """List the document kinds, or tell what one of them wants and computes.

    With --example and a FILE.xlsx, write a workbook that is filled in instead of a text file.
    """
    if file is not None and not example:
        raise typer.BadParameter(say("'{file}' is written with --example", file=file), param_hint="FILE")
    with leaving_properly():
        from reportgen.cli.findings import print_findings  # noqa: PLC0415
        from reportgen.kinds import Shelf, data_schema, find_kind, kind_schema  # noqa: PLC0415
        from reportgen.model.origin import Origin  # noqa: PLC0415

        shelf = Shelf.usual(templates)
        if kind is None:
            print_record(kind_schema()) if schema else _list(shelf)
            return
        found, hidden = find_kind(shelf, kind, Origin("reportgen kinds"))
        if schema:
            print_record(data_schema(found))
        elif example:
            _example(found, file, blank=blank, overwrite=overwrite)
        else:
            print_findings(hidden)
            typer.echo("\n".join(_described(found)))


def _example(kind: "Kind", file: Path | None, *, blank: bool, overwrite: bool) -> None:
    from reportgen.example import write_example  # noqa: PLC0415
    from reportgen.kinds import drawn_text, example_text  # noqa: PLC0415

    if file is None:
        print_data((drawn_text if blank else example_text)(kind))
        return
    written = write_example(kind, file, blank=blank, overwrite=overwrite)
    typer.echo(f"{written.path} ({say(written.how)})")


def _list(shelf: "Shelf") -> None:
    from reportgen.cli.findings import print_findings  # noqa: PLC0415
    from reportgen.kinds import list_kinds  # noqa: PLC0415
    from reportgen.model.errors import KindError  # noqa: PLC0415

    for kind in list_kinds(shelf):
        if isinstance(kind, KindError):
            print_findings(kind.diagnostics)
        else:
            typer.echo(f"{kind.name:22} {kind.title}    [{kind.folder}]")


def _described(kind: "Kind") -> list[str]:
    version = say("version {number}", number=kind.version)
    lines = [f"{kind.name}: {kind.title} ({version})    [{kind.folder}]"]
    lines += [f"  {kind.about}"] if kind.about else []
    if kind.each:
        lines.append(f"  {say('one document for each of {rows}', rows=_grouped(kind.each.of, kind.each.by))}")
    lines.append(say("data:"))
    for spec in kind.fields.values():
        lines += _field(spec, "  ")
    lines.append(say("figures:"))
    lines += [f"  {f.name:28} {f.formula.text}" for f in kind.figures.values()]
    for table in kind.tables.values():
        lines.append(f"  {table.name}: {_grouped(table.of, table.by)}")
        lines += [f"    {f.name:26} {f.formula.text}" for f in table.figures.values()]
    lines.append(say("checks:"))
    lines += [f"  {check.that.text}    ({check.say})" for check in kind.checks]
    return lines


def _grouped(of: str, by: Sequence[str]) -> str:
    return say("{rows} by {columns}", rows=of, columns=", ".join(by)) if by else of


def _wanted(spec: "FieldSpec") -> str:
    if spec.optional:
        return say("optional")
    return say("required") if spec.default is None else say("default {value}", value=spec.default)


def _field(spec: "FieldSpec", indent: str) -> list[str]:
    from reportgen.model.phrase import phrase  # noqa: PLC0415

    choices = ", ".join(spec.choices)
    kind = say("one of {choices}", choices=choices) if choices else said_here(phrase(spec.type))
    label = f"    {spec.label}" if spec.label else ""
    lines = [f"{indent}{spec.name:{30 - len(indent)}} {kind}, {_wanted(spec)}{label}"]
    inner = spec.item.fields if spec.item else spec.fields
    for column in inner.values():
        lines += _field(column, indent + "  ")
    lines += [f"{indent}  {c.name:{26 - len(indent) + 2}} = {c.formula.text}" for c in spec.columns.values()]
    return lines
