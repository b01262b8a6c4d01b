"""The sample minutes on their way to approval: who must approve them, as their data name these people."""

from typing import Final

SECRETARY: Final = "Lò Văn Bút"
CHAIR: Final = "Đỗ Thị Mẫu Đơn"


def steps(file: object, *more: object) -> list[tuple[object, ...]]:
    """List the commands that hand the minutes in and approve them."""
    approve = ("approve", file, *more, "--by")
    return [("submit", file, *more), (*approve, SECRETARY), (*approve, CHAIR)]
