"""What people pinned to the cells of an XLSX worksheet."""

import zipfile
from collections.abc import Iterator

from reportgen.load.markup import END, START, TEXT
from reportgen.load.xlsx_parts import read_part, related
from reportgen.model.book import AUTHOR


def comments_of(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[str, str]]:
    """Give each comment with its cell, but for those that this program writes into copies."""
    for part in related(archive, sheet, "comments").values():
        authors: list[str] = []
        pieces: list[str] = []
        ref, author, inside = "", 0, ""
        for kind, name, attributes in read_part(archive, part):
            if kind == TEXT:
                pieces += [name] if inside in ("author", "t") else []
            elif kind == START:
                inside = name
                if name == "comment":
                    ref, author = attributes["ref"], int(attributes.get("authorId", 0))
                    pieces.clear()
            elif kind == END:
                inside = ""
                if name == "author":
                    authors.append("".join(pieces))
                    pieces.clear()
                elif name == "comment" and authors[author : author + 1] != [AUTHOR]:
                    yield ref, "".join(pieces)
