"""Why a long table is laid out by the engine, row by row."""

from enum import StrEnum


class LaidOut(StrEnum):
    """What of a long table the row writer does not know how to do."""

    FORMS = "rows-of-many-forms"
    MARK_UP = "mark-up-in-a-cell"
    ENGINE = "engine-not-known"
    LETTERS = "letters-of-other-faces"
    SHEET = "style-sheet-counts-rows"
    HEAD = "no-heading"
    STYLE = "cell-not-plain"
    BORDERS = "borders-not-alike"
    PLACE = "table-not-in-the-flow"
    ROOM = "row-does-not-fit"
    PAGES = "pages-not-alike"
    COMPLAINT = "engine-complains"
    UNPROVEN = "not-as-the-engine-sets-it"


class NotWrittenError(Exception):
    """The engine has to lay the table out; the message is the reason."""

    def __init__(self, reason: LaidOut) -> None:
        super().__init__(reason)
        self.reason = reason
