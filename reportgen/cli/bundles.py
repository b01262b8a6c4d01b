"""What a run says of the files that are made of all its papers."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.cli.findings import as_record
from reportgen.cli.language import counted, say
from reportgen.model.diagnostics import Diagnostic

if TYPE_CHECKING:
    from reportgen.batch import Bundled, Filed


def findings_of_bundles(bundled: "Sequence[Bundled]") -> Iterator[Diagnostic]:
    """List why there are none, or what they lack; what keeps several from being made is said once."""
    for one in bundled:
        yield from one.error.diagnostics if one.error else ()
        yield from one.notes


def told_of_bundles(bundled: "Sequence[Bundled]") -> Iterator[str]:
    """Say in a line where each is and what it holds."""
    for one in bundled:
        for file in one.files[:1] if not one.error else ():
            values = {"file": file.path, "how": say(file.how), "papers": _papers(file.papers)}
            if len(one.files) > 1 or file.path != one.path:
                papers = _papers(sum(own.papers for own in one.files))
                values = {"file": one.path, "how": _hows(one.files), "papers": papers}
            count = len(one.files)
            yield say(_WORDS[one.option], **values, pages=_pages(file.pages), files=_files(count))


_WORDS = {
    "--merge": "{file} ({how}): {papers} on {pages}, to be printed in one go",
    "--index": "{file} ({how}): {papers} listed",
    "--zip": "{file} ({how}): {papers} packed in {files}, to be sent",
}


def bundle_record(one: "Bundled") -> dict[str, Any]:
    """Give it the shape that the records of data files have; it has no source of its own."""
    return {
        "source": None,
        "option": one.option,
        "kind": None,
        "made": [_record(file) for file in one.files],
        "planned": [str(one.path)],
        "quantities": [],
        "failed": one.error is not None,
        "exit_code": int(one.error.exit_code) if one.error else 0,
        "diagnostics": [as_record(note) for note in findings_of_bundles([one])],
    }


def _record(file: "Filed") -> dict[str, Any]:
    about = {"file": str(file.path), "how": file.how, "papers": file.papers, "figures": {}}
    return about | ({"pages": file.pages} if file.pages else {})


def _hows(files: "Sequence[Filed]") -> str:
    """Say how many of some files are new, and how many there were."""
    hows = [file.how for file in files]
    return ", ".join(f"{hows.count(how)} {say(how)}" for how in dict.fromkeys(hows))


def _papers(count: int) -> str:
    return counted(count, "{count} paper", "{count} papers")


def _pages(count: int) -> str:
    return counted(count, "{count} page", "{count} pages")


def _files(count: int) -> str:
    return counted(count, "{count} file", "{count} files")
