"""The order in which people look for papers, and the names under which they do."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from reportgen.batch.records import Document
from reportgen.compose import field_value, shown
from reportgen.model.alphabet import Rank, rank, rank_of_person
from reportgen.model.kind import FieldSpec
from reportgen.model.values import Blank, Cell


def in_order(documents: Sequence[Document]) -> list[Document]:
    """Sort by folder, by place, by person; what is alike in all stays as the data have it."""
    return sorted(documents, key=_rank)


def trails(documents: Sequence[Document]) -> list[tuple[str, ...]]:
    """Lead to each paper through the folders that not all of them share."""
    return [
        (*folders, _person(one) or one.name.stem)
        for folders, one in zip(_own_folders(documents), documents, strict=True)
    ]


def short_names(documents: Sequence[Document]) -> list[str]:
    """Name each below the folders that all of them share."""
    pairs = zip(_own_folders(documents), documents, strict=True)
    return ["/".join((*folders, one.name.name)) for folders, one in pairs]


def places(document: Document) -> Mapping[str, str]:
    """Say where a person belongs or whose a group is: the narrowest first, as the kind names them."""
    members, own = document.papers.members, document.papers.own(document.key)
    if members is None or own is None:
        return {}
    spec = document.papers.job.kind.rows[members.asked.of]
    names = members.asked.by or (spec.person.at if spec.person else ())
    return {name: text_of(spec.fields[name], own.each.get(name)) for name in names}


def text_of(spec: FieldSpec, value: Cell) -> str:
    """Write a value of a row as papers do; nothing where there is none."""
    return "" if value is None or isinstance(value, Blank) else shown(field_value(spec, value, spec.name))


def _rank(document: Document) -> tuple[tuple[Rank, ...], tuple[Rank, ...], Rank]:
    person = _person(document)
    folders = tuple(map(rank, document.name.parent.parts))
    wide = tuple(rank(text) for text in reversed([*places(document).values()]))
    return folders, wide, rank_of_person(person) if person else ()


def _person(document: Document) -> str | None:
    """Name the person for whom a paper is made, if it is made for one."""
    members, own = document.papers.members, document.papers.own(document.key)
    if members is None or own is None or members.asked.by:
        return None
    person = document.papers.job.kind.rows[members.asked.of].person
    value = own.each.get(person.name) if person else None
    return value if isinstance(value, str) else None


def _own_folders(documents: Sequence[Document]) -> list[tuple[str, ...]]:
    folders = [one.name.parent.parts for one in documents]
    alike = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    shared = sum(1 for _ in alike)
    return [own[shared:] for own in folders]
