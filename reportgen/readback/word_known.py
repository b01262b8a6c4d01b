"""Which elements Word knows: what stands in any other it passes over, with all that is in there."""

from functools import lru_cache
from typing import Any, Final

_OPEN: Final = "http://schemas.openxmlformats.org/"
_OFFICE: Final = "http://schemas.microsoft.com/office/"
STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""How the other form of the standard calls what is in a text: programs take one for the other."""

_KNOWN: Final = frozenset({
    STRICT.strip("{}"),
    *(f"{_OPEN}{name}" for name in (
        "wordprocessingml/2006/main", "officeDocument/2006/math", "markup-compatibility/2006",
        "officeDocument/2006/relationships", "drawingml/2006/main", "drawingml/2006/wordprocessingDrawing",
        "drawingml/2006/chart", "drawingml/2006/picture", "drawingml/2006/chartDrawing",
        "drawingml/2006/diagram", "drawingml/2006/lockedCanvas",
    )),
    *(f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:word")),
    *(f"{_OFFICE}word/2010/{name}" for name in (
        "wordml", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "wordprocessingInk",
        "wordprocessingDrawing",
    )),
    *(f"{_OFFICE}word/{name}" for name in (
        "2006/wordml", "2012/wordml", "2012/wordprocessingDrawing", "2015/wordml/symex", "2016/wordml/cid",
        "2018/wordml", "2018/wordml/cex", "2020/wordml/sdtdatahash",
    )),
    *(f"{_OFFICE}drawing/{name}" for name in (
        "2010/main", "2014/chart", "2014/chartex", "2014/main", "2015/9/8/chartex", "2016/ink",
        "2017/model3d",
    )),
})  # fmt: skip


@lru_cache(maxsize=1024)
def is_known(tag: str) -> bool:
    """Ask whether Word looks into an element."""
    return tag[1:].partition("}")[0] in _KNOWN


def understood(way: Any) -> bool:
    """Ask whether Word takes this way of saying something: it must know all that the way requires."""
    asked = way.get("Requires", "").split()
    return bool(asked) and all(way.nsmap.get(one) in _KNOWN for one in asked)
