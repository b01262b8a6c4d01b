"""Why a part of a Word template is not printed as text."""

from enum import StrEnum


class Detour(StrEnum):
    """Why a part is printed the long way: as a tree, looked over and mended after it was filled."""

    CELLS = "cells-merged-or-coloured"
    BRACES = "printed-braces"
    STATEMENT = "statement-without-a-proof"
    MARK_UP = "tag-inside-mark-up"
    UNEVEN = "block-ends-elsewhere"
    VALUE = "value-outside-text"
    EMPTY = "left-empty"
    TWICE = "identifier-may-be-twice"
    BREAKS = "break-in-the-template"
    CHART = "chart-in-the-template"
    CLOSING = "closing-words-to-look-at"
    HEAD = "head-to-look-at"
    RICH = "value-is-no-text"
    LETTERS = "letters-to-look-at"
    MISTAKE = "mistake"


class UnprovenError(Exception):
    """There is no proof; the message is the `Detour`."""

    def __init__(self, detour: Detour) -> None:
        super().__init__(detour)
        self.detour = detour
