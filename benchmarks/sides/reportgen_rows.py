"""The sums as reportgen does them, from the data file to every figure of its kind."""

from pathlib import Path

from reportgen.compose import figure_text, value_text
from reportgen.kinds import Shelf
from reportgen.study import study


def read(path: Path) -> dict[str, str]:
    """Study a data file whose kind lies in templates/ beside it."""
    found = study(path, Shelf([path.parent / "templates"]))
    figures = {name: figure_text(figure) for name, figure in found.figures.named.items()}
    table = found.figures.tables["by_district"]
    return figures | {
        f"by_district.trained_share ({', '.join(map(value_text, key))})": figure_text(figure)
        for key, figure in zip(table.keys, table.figures["trained_share"], strict=True)
    }
