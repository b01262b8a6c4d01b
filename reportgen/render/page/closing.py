"""What stands before the signatures of a paper, and goes with them to the next page."""

from itertools import pairwise
from xml.etree.ElementTree import Element

WITH_SIGNATURES = "with-signatures"
"""The class of a paragraph that does not part from the next one; see ``official.css``."""

_SIGNATURES = "signatures"


def keep_with_signatures(root: Element) -> None:
    """Mark the last paragraph but one before signatures.

    A sheet could say so itself (`p:has(+ p:has(+ .signatures))`), and the engine would look through all
    paragraphs for each: of 4,000 that took four fifths of the time.
    """
    for parent in root.iter():
        children = list(parent)
        for (first, second), last in zip(pairwise(children), children[2:], strict=False):
            is_closed = _SIGNATURES in last.get("class", "").split()
            if is_closed and first.tag == second.tag == "p":
                first.set("class", f"{first.get('class', '')} {WITH_SIGNATURES}".strip())
