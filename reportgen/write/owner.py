"""Whose a file is that stands where a document is to go: ours, somebody else's, or ours and changed since."""

from reportgen.model.diagnostics import Diagnostic
from reportgen.model.phrase import phrase
from reportgen.write.target import Target


def foreign(target: Target, made_from: str | None, source: str, *, known: bool) -> Diagnostic | None:
    """Keep what is not ours, or was made from another data file than ``source``.

    ``made_from`` is the data file of the bytes that stand there, empty where that is not known, and None
    where we did not write them; ``known`` is that we once wrote a file of this name.
    """
    if made_from is not None:
        if not source or not made_from or made_from == source:
            return None
        whose = phrase("it was made from another data file, {source}", source=made_from)
    elif known:
        whose = phrase("it was changed since reportgen wrote it")
    else:
        whose = phrase("reportgen did not write it")
    return target.complain("file-exists", whose=whose)
