"""The time in the office: all of Vietnam has one, and the day changes for everybody at the same moment."""

import datetime as dt
from typing import Final

VIETNAM: Final = dt.timezone(dt.timedelta(hours=7))


def day_of(at: dt.datetime | None) -> dt.date | None:
    """Give the day of a moment in Vietnam."""
    return at.astimezone(VIETNAM).date() if at else None


def noted(at: str) -> dt.datetime | None:
    """Read a moment as the register notes it; nothing where somebody wrote something else there."""
    try:
        return dt.datetime.fromisoformat(at)
    except ValueError:
        return None
