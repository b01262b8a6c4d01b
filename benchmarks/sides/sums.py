"""The sums as a plain script does them: rows in, numbers out, nothing remembered."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


def sums(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Compute the figures of the kind "courses" in one go over its rows."""
    count, staff, trained, public, points, best = 0, 0, 0, 0, Decimal(0), Decimal(0)
    schools: set[str] = set()
    districts: dict[str, list[int]] = {}
    for row in rows:
        here, there, score = int(row["staff"]), int(row["trained"]), number(row["score"])
        count, staff, trained, points, best = (
            count + 1, staff + here, trained + there, points + score, max(best, score)
        )  # fmt: skip
        if row["sector"] == "công lập":
            public += there
        schools.add(row["school"])
        district = districts.setdefault(row["district"], [0, 0])
        district[0] += here
        district[1] += there
    figures = {
        "rows": count, "staff": staff, "trained": trained, "public": public, "schools": len(schools),
        "best": best, "points": points, "average": rounded(points / count, "0.01"),
        "trained_share": rounded(Decimal(trained) / staff * 100, "0.1"),
    }  # fmt: skip
    parts = {
        f"by_district.trained_share ({name})": rounded(Decimal(part) / whole * 100, "0.1")
        for name, (whole, part) in districts.items()
    }
    return {name: str(value) for name, value in {**figures, **parts}.items()}


def number(written: Any) -> Decimal:
    """Read a number with a decimal comma, or one that a workbook holds."""
    return Decimal(str(written).replace(",", "."))


def rounded(value: Decimal, places: str) -> Decimal:
    """Round half up."""
    return value.quantize(Decimal(places), ROUND_HALF_UP)
