"""Made-up rows, the same on every machine, and the kind that sums them up."""

import csv
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

KIND = """\
title: Lớp bồi dưỡng
version: 1
fields:
  courses:
    rows:
      code: code
      name: text
      school: text
      district: text
      sector: {choice: [công lập, tư thục]}
      held_on: date
      staff: count
      trained: {type: count, at_most: staff}
      score: number
    key: code
tables:
  by_district:
    of: courses
    by: district
    figures:
      staff: sum(courses.staff)
      trained: sum(courses.trained)
      trained_share: {formula: "share(trained, staff)", as: percent, places: 1}
figures:
  rows: count(courses)
  staff: sum(courses.staff)
  trained: sum(courses.trained)
  public: sum(courses.trained, where=courses.sector == "công lập")
  schools: distinct(courses.school)
  best: {formula: max(courses.score), places: 1}
  points: {formula: sum(courses.score), places: 1}
  average: {formula: sum(courses.score) / count(courses), places: 2}
  trained_share: {formula: "share(trained, staff)", as: percent, places: 1}
checks:
  - {that: courses.score <= 10, say: a score is over 10}
outputs: {pdf: courses.html}
file_name: courses
"""

HEADINGS = ("code", "name", "school", "district", "sector", "held_on", "staff", "trained", "score")
Row = tuple[str, str, str, str, str, dt.date, int, int, int]
"""The last is ten times the score, so that none is a float."""

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Vũ")
_NAMES = ("Thị Hoa", "Thu Nhung", "Ngọc Duyên", "Kim Ân", "Thanh Lụa", "Quỳnh Ly", "Văn Sơn", "Đức Thịnh")
_DISTRICTS = [f"quận {number}" for number in range(1, 31)]
_FIRST_DAY = dt.date(2019, 1, 1)


def made_up(count: int) -> Iterator[Row]:
    """Give so many rows; a longer list begins like a shorter one."""
    chance = random.Random(2019)
    for number in range(count):
        staff = chance.randint(5, 60)
        yield (
            f"{number:06}",
            f"{chance.choice(_FAMILIES)} {chance.choice(_NAMES)}",
            f"Trường Mầm non số {chance.randint(1, 900)}",
            chance.choice(_DISTRICTS),
            chance.choice(("công lập", "công lập", "tư thục")),
            _FIRST_DAY + dt.timedelta(chance.randint(0, 364)),
            staff,
            chance.randint(0, staff),
            chance.randint(0, 100),
        )


def write_csv(folder: Path, count: int) -> Path:
    """Write rows as Excel does here, with semicolons and decimal commas; give the table's path."""
    path = folder / f"courses-{count}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(map(_written, made_up(count)))
    return path


def write_xlsx(folder: Path, count: int) -> Path:
    """Write rows as a workbook, its dates and numbers as such."""
    path = folder / f"courses-{count}.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet("courses")
    sheet.append(HEADINGS)
    for *texts, held_on, staff, trained, tenths in made_up(count):
        sheet.append([*texts, held_on, staff, trained, tenths / 10])
    book.save(path)
    return path


def write_yaml(folder: Path, count: int) -> Path:
    """Write rows as a list of mappings, in a data file of their own."""
    path = folder / f"courses-{count}.yaml"
    with path.open("w", encoding="utf-8") as file:
        file.write("kind: courses\ncourses:\n")
        for row in map(_written, made_up(count)):
            pairs = zip(HEADINGS[1:], row[1:], strict=True)
            file.write(f'  - code: "{row[0]}"\n' + "".join(f"    {name}: {value}\n" for name, value in pairs))
    return path


def write_kind(folder: Path) -> None:
    """Write the kind into templates/."""
    kind = folder / "templates" / "courses"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(KIND, encoding="utf-8")
    (kind / "courses.html").write_text("", encoding="utf-8")


def write_data(table: Path) -> Path:
    """Write the data file that takes a table in."""
    path = table.with_name(f"{table.name}.yaml")
    path.write_text(f"kind: courses\ncourses: {{from: {table.name}}}\n", encoding="utf-8")
    return path


def _written(row: Row) -> list[str]:
    *texts, held_on, staff, trained, tenths = row
    return [
        *map(str, texts),
        f"{held_on:%d/%m/%Y}",
        str(staff),
        str(trained),
        f"{tenths // 10},{tenths % 10}",
    ]
