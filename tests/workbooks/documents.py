"""What the tests of whole documents in a workbook share."""

from pathlib import Path
from typing import Any

from reportgen.kinds import Shelf, read_kind
from reportgen.load import load_yaml_mapping
from reportgen.model.dataset import Dataset
from reportgen.model.kind import Kind
from reportgen.study import Study
from reportgen.workbooks import form

ROOT = Path(__file__).parents[2]
SHELF = Shelf([ROOT / "templates"])


def kind_called(name: str) -> Kind:
    return read_kind(ROOT / "templates" / name)


def example_of(name: str) -> Path:
    return next((ROOT / "templates" / name / "examples").glob("*.yaml"))


def in_workbook(data: Path, target: Path) -> Path:
    """Write a data file as a workbook."""
    values = load_yaml_mapping(data).values
    target.write_bytes(form(kind_called(str(values["kind"])), values, target.name))
    return target


def said(dataset: Dataset) -> dict[str, Any]:
    """All that a dataset says, without the places."""
    return {
        "kind": dataset.kind,
        "values": dataset.values,
        "given": dataset.given,
        "tables": {
            name: {column: list(cells.values) for column, cells in table.columns.items()}
            for name, table in dataset.tables.items()
        },
        "claims": {(claim.path, claim.text, claim.value, claim.places) for claim in dataset.claims},
        "assumed": dataset.assumed,
        "for_each": dataset.for_each and (dataset.for_each.of, dataset.for_each.by),
        "earlier": [said(one) for one in dataset.earlier],
    }


def figures(found: Study) -> dict[str, object]:
    return {name: figure.value for name, figure in found.figures.named.items()}


def a_report(folder: Path) -> Kind:
    """Write a kind that counts by school."""
    (folder / "report").mkdir(exist_ok=True)
    (folder / "report/p.html").write_text(
        "<p>{% for s in by_school %}{{ s.school }} {{ s.managers }}{% endfor %}</p>", encoding="utf-8"
    )
    (folder / "report/kind.yaml").write_text(
        """title: Báo cáo
fields:
  units:
    label: Các đơn vị
    rows: {school: {type: text, label: Trường}, managers: {type: count, label: CBQL}}
tables: {by_school: {of: units, by: school, figures: {managers: sum(units.managers)}}}
outputs: {pdf: p.html}
""", encoding="utf-8"
    )  # fmt: skip
    return read_kind(folder / "report")
