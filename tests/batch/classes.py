"""Lists of people, and how papers are made of them."""

import datetime as dt
from pathlib import Path

from reportgen.batch import Order
from tests.helpers.written import Written


def order(written: Written) -> Order:
    return Order(written.shelf, dt.date(2020, 1, 19), ("pdf",), written.folder / "out")


CLASS = """
    fields:
      people: {rows: {name: text, school: text, days: count}}
    each: {of: people}
    file_name: "{each.school}/{each.name}"
    figures: {days: sum(people.days)}
    ---
    for_each: people
    people: {from: p.csv}
    --- p.csv
    name,school,days
    An,Hoa Sen,3
    Bình,Hoa Sen,4
    Chi,Hoa Mai,5
    Dũng,Hoa Mai,6
    --- templates/k/page.html
    <p>{{ each.name }}: {{ days }} ngày.</p>
    """


def corrected(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
