"""The sums with polars."""

from importlib import import_module
from pathlib import Path

pl = import_module("polars")


def read(path: Path) -> dict[str, str]:
    """Sum up a CSV file; numbers with a comma are floats here."""
    rows = pl.read_csv(path, separator=";", decimal_comma=True)
    staff, trained = pl.col("staff").sum(), pl.col("trained").sum()
    share = (100 * trained / staff).round(1, mode="half_away_from_zero").alias("trained_share")
    public = pl.col("trained").filter(pl.col("sector") == "công lập").sum()
    score = pl.col("score")
    figures = rows.select(
        pl.len().alias("rows"), staff.alias("staff"), trained.alias("trained"), public.alias("public"),
        pl.col("school").n_unique().alias("schools"), score.max().alias("best"),
        score.sum().round(1).alias("points"), score.mean().round(2).alias("average"), share,
    ).to_dicts()[0]  # fmt: skip
    parts = rows.group_by("district", maintain_order=True).agg(share).iter_rows()
    shares = {f"by_district.trained_share ({name})": value for name, value in parts}
    return {name: str(value) for name, value in {**figures, **shares}.items()}
