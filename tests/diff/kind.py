"""A kind whose data the tests compare."""

from typing import Any

from typer.testing import CliRunner

from reportgen.cli.app import app
from tests.helpers.written import Written

KIND = """
    fields:
      round: {type: count, label: Đợt}
      note: {type: text, optional: true}
      target: {type: percent, default: 100%}
      signer: {optional: true, group: {name: text, position: text}}
      agenda: {optional: true, list: {title: text, minutes: count}}
      units:
        label: Đơn vị
        rows: {name: text, staff: {type: count, label: Số người}, trained: count}
        key: name
        columns: {rate: {formula: "share(units.trained, units.staff)", as: percent, places: 0}}
    figures:
      staff: sum(units.staff)
      trained: sum(units.trained)
      trained_share: {formula: "share(trained, staff)", as: percent, places: 0, label: Tỷ lệ}
      half: {formula: round / 2, places: 1}
    ---
    round: 1
    units: {from: u.csv}
    --- u.csv
    name,staff,trained
    a,400,300
    b,329,312
    --- new.yaml
    kind: k
    """


# --- the command --------------------------------------------------------------------------------------------


def told(written: Written, *options: str) -> Any:
    templates = str(written.folder / "templates")
    new = str(written.folder / "new.yaml")
    return CliRunner().invoke(app, ["diff", str(written.data), new, "--templates", templates, *options])
