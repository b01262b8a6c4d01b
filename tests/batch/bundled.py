"""Papers of several schools, built on the command line with files made of all of them."""

from pathlib import Path

from typer.testing import CliRunner

from reportgen.cli.app import app
from tests.helpers.written import Written

SCHOOLS = """
    fields:
      people:
        rows: {name: text, born: date, school: text, days: count}
        key: [name, born]
        person: {name: name, born: born, at: [school]}
    each: {of: people}
    file_name: "giay/{each.school}/{each.name}"
    figures: {days: sum(people.days)}
    ---
    for_each: people
    people: {from: p.csv}
    --- p.csv
    name,born,school,days
    Nguyễn Văn Bình,1/2/1980,Số 10,3
    Lò Thị Ân,3/4/1981,Số 2,4
    Trần Thị An,5/6/1982,Số 2,5
    Cầm Văn Ấn,7/8/1983,Số 2,6
    --- templates/k/page.html
    <p>{{ each.name }}: {{ days }} ngày.</p><p style="break-before: page">Trang sau của {{ each.name }}.</p>
    """


def run(written: Written, *options: str) -> tuple[int, str]:
    """Build into out/ beside the data, with the print file beside both unless another is named."""
    words = ["build", str(written.data), "--templates", str(written.folder / "templates")]
    words += ["--output", str(written.folder / "out")]
    words += [] if "--merge" in options else ["--merge", str(target(written))]
    result = CliRunner().invoke(app, [*words, *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def target(written: Written) -> Path:
    return written.folder / "in-chung.pdf"
