"""Certificates printed one way, in a process of its own: `printing.py HOW SORT COUNT GIVEN`.

CPU time is counted from the moment the contexts are there: the engine is loaded then, whatever is learnt is
learnt, COUNT files are made, and as many more. GIVEN is a file with the manifest and the words of a paper,
for those that do not make their own. Programs that loaders of libraries start are not counted, on any side.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from reportgen.finish import with_fields
from reportgen.model.artifact import Artifact, Impression
from reportgen.pipeline import Paper, produce, signers_of
from reportgen.sweeping import sweep_seldom

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / ".rivals" / "python")]

from measuring.certificates import certificates  # noqa: E402  # it lies in a folder above this one

Way = Callable[[Paper], bytes]


def template_of(paper: Paper) -> Path:
    """Find the page that is filled."""
    return (paper.kind.folder / paper.kind.outputs["pdf"]).absolute()


def whole(manifest: bytes, words: Sequence[str]) -> Way:  # noqa: ARG001  # it makes its own
    """Print as `build` does: each with its own manifest, read back, compared."""
    sweep_seldom()  # as the front door does
    return lambda paper: produce(paper, "pdf").content


def alone(manifest: bytes, words: Sequence[str]) -> Way:  # noqa: ARG001  # it reads nothing
    """Print and write with a manifest that is there, as the loops do: nothing is read back or compared."""
    sweep_seldom()
    cast: list[Any] = []

    def finished(paper: Paper, page: Artifact) -> bytes:
        from reportgen.finish.pdf import embedded  # noqa: PLC0415  # its start is counted

        unread: Any = None
        return embedded(with_fields(page, signers_of(paper)).content, unread, manifest.decode())

    def printed(paper: Paper) -> bytes:
        from reportgen.finish.stereotype import Filling, Stereotype  # noqa: PLC0415  # its start is counted

        made = _page_of(paper)
        if isinstance(made, Artifact):  # the first one is laid out, and any whose words take other lines
            return finished(paper, made)
        filling = Filling(made.page, manifest, made.identifier)
        if not cast:
            cast.append(Stereotype(finished(paper, made.artifact), filling))
        content: bytes = cast[0].written(filling)
        return content

    return printed


def _page_of(paper: Paper) -> Artifact | Impression:
    """Print a page, stamped if possible."""
    from reportgen.render import press  # noqa: PLC0415  # its start is counted

    kind = paper.kind
    template = kind.folder / kind.outputs["pdf"]
    return press("pdf").impress(template, paper.context, title=kind.title, date=paper.date)


def plain(manifest: bytes, words: Sequence[str]) -> Way:  # noqa: ARG001  # it fills the page
    """Print as WeasyPrint's guide has it."""
    from archive_pdf import plain as printed  # noqa: PLC0415  # its start is counted

    return lambda paper: printed(template_of(paper), paper.context.values, manifest)


def careful(manifest: bytes, words: Sequence[str]) -> Way:  # noqa: ARG001  # it fills the page
    """Print with WeasyPrint and all that pages can share."""
    from archive_pdf import careful as printed  # noqa: PLC0415  # its start is counted

    return lambda paper: printed(template_of(paper), paper.context.values, manifest)


def typst(manifest: bytes, words: Sequence[str]) -> Way:
    """Set the words of a paper, which are told apart by its own, line below line."""
    from archive_typst import printed  # noqa: PLC0415  # its start is counted

    def typeset(paper: Paper) -> bytes:
        each: Any = paper.context.values["each"]
        return printed([*words, *map(str, each.values())], manifest)

    return typeset


WAYS: Final[dict[str, Callable[[bytes, Sequence[str]], Way]]] = {
    "ours": whole, "press alone": alone, "plain": plain, "careful": careful, "typst": typst,
}  # fmt: skip


def main() -> None:
    """Print, and tell the seconds to the first file, for COUNT files, for as many more, and the memory."""
    how, sort, number, given = sys.argv[1:]
    count, known = int(number), json.loads(Path(given).read_text(encoding="utf-8"))
    papers = list(islice(certificates(sort), 2 * count))
    begin, took, held = time.process_time(), [], []
    printed = WAYS[how](known["manifest"].encode(), known["words"])
    for paper in papers:
        if not printed(paper).startswith(b"%PDF"):
            raise SystemExit(f"{how}, {sort}: no file")
        took.append(time.process_time() - begin)
        if len(took) in (count // 10, 2 * count):
            held.append(_held())
    first, all_of_them, end = took[0], took[count - 1], took[-1]
    print(json.dumps({"first": first, "all": all_of_them, "more": end - all_of_them, "held": held}))


def _held() -> float:
    """Give the memory that this process holds now, in MB (Linux only)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0) / 1024


if __name__ == "__main__":
    main()
