"""The papers of a run, packed to be sent: in one file, or in one for each school."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from reportgen.batch.bundle import Bundle, Held, Run, Sort, told
from reportgen.batch.in_order import in_order, places, short_names, text_of
from reportgen.batch.records import Document, Order
from reportgen.compose import distinct_names, file_name
from reportgen.finish.pack import pack
from reportgen.model.diagnostics import did_you_mean
from reportgen.model.errors import OutputError
from reportgen.model.kind import FieldSpec
from reportgen.model.names import folded

_SUFFIX: Final = ".zip"


def _split(documents: Sequence[Sequence[Document]], order: Order) -> list[Bundle]:
    if order.zip is None:
        return []
    if not order.zip_by:
        every = [one for some in documents for one in in_order(some)]
        return [Bundle(PurePosixPath(order.zip.name), every)]
    groups: dict[tuple[str, ...], list[Document]] = {}
    for some in documents:
        _refuse_unknown(some, order)
        columns = _columns(some, order.zip_by)
        for one in in_order(some):
            groups.setdefault(_whose(one, columns), []).append(one)
    names = _names(list(groups))
    return [Bundle(name, own) for name, own in zip(names, groups.values(), strict=True)]


def _columns(documents: Sequence[Document], wanted: str) -> list[str]:
    """Name the columns that tell for whom papers are packed: schools of one name in two districts are two.

    Beside the one that is asked for they are those of places around it: all that the kind or the data file
    names after it, and whatever has fewer values, in whatever order ``by: [district, school]`` was written.
    """
    found = [places(one) for one in documents]
    name = _named(documents[0], wanted) if documents else wanted
    order = list(found[0]) if found else []
    if name not in order:
        return [name]
    values = {one: len({each[one] for each in found}) for one in order}
    around = [one for one in order[: order.index(name)] if values[one] < values[name]]
    return [*order[order.index(name) :], *around]


def _whose(document: Document, columns: Sequence[str]) -> tuple[str, ...]:
    found = places(document)
    if set(columns) <= set(found):
        return tuple(found[one] for one in columns)
    own = document.papers.own(document.key)
    return (text_of(_fields(document)[columns[0]], own.each.get(columns[0])) if own else "",)


def _names(groups: Sequence[tuple[str, ...]]) -> list[PurePosixPath]:
    """Call each file by the narrowest name; where two are alike, by all."""
    short = [folded(group[0]) for group in groups]
    texts = [
        group[0] if short.count(own) == 1 else " - ".join(group)
        for group, own in zip(groups, short, strict=True)
    ]
    return distinct_names([file_name("{name}", {"name": text}, suffix=_SUFFIX) for text in texts])


def _refuse_unknown(documents: Sequence[Document], order: Order) -> None:
    """Refuse what no row of the data has, and what must not stand in the name of a file."""
    for one in documents[:1]:
        if not _named(one, order.zip_by) and order.zip:
            known = [spec.title for spec in _fields(one).values()]
            meant = did_you_mean(order.zip_by, known)
            values = {"field": order.zip_by, "known": ", ".join(known), "meant": meant}
            raise OutputError([told("zip-by-unknown", order.zip, **values)])


def _named(document: Document, wanted: str) -> str:
    """Find the column that is meant, by its name or by what people call it."""
    fields = _fields(document)
    called = {folded(spec.title): name for name, spec in fields.items()}
    return wanted if wanted in fields else called.get(folded(wanted), "")


def _fields(document: Document) -> Mapping[str, FieldSpec]:
    """List what papers may be told apart by; nothing personal comes into a file name."""
    members = document.papers.members
    if members is None:
        return {}
    fields = document.papers.job.kind.rows[members.asked.of].fields
    names = members.asked.by or fields
    return {name: fields[name] for name in names if name in fields and not fields[name].personal}


def _fill(bundle: Bundle, run: Run, file: BinaryIO) -> Held:
    pack(file, zip(short_names(bundle.documents), run.contents(bundle.documents), strict=True))
    return Held(len(bundle.documents))


ZIP: Final = Sort(
    "--zip", lambda order: order.zip, lambda order: () if order.zip_by else (_SUFFIX,), _split, _fill
)
