"""Write into docs/audit.md what an audit finds of papers that were altered: ``python -m tools.tamper``."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from tools.tamper import ROOT, Tried, made, tried

_TARGET = ROOT / "docs" / "audit.md"
_MARK = "<!-- from here on written by python -m tools.tamper -->\n"


def main() -> None:
    """Try everything, and write the table."""
    with tempfile.TemporaryDirectory() as name:
        found = list(tried(made(Path(name)), Path(name)))
    before = _TARGET.read_text(encoding="utf-8").partition(_MARK)[0]
    _TARGET.write_text(before + _MARK + table(found), encoding="utf-8")
    print(f"{_TARGET.relative_to(ROOT)}: {len(found)} tried, {sum(not one.found for one in found)} missed")


def table(found: Iterable[Tried]) -> str:
    """Write a row for each way, with what was found of the papers that it was tried on."""
    rows: dict[tuple[str, str], list[Tried]] = {}
    for one in found:
        rows.setdefault((one.form, one.way), []).append(one)
    ways = [_row(form, way, tries) for (form, way), tries in rows.items()]
    total = [one for tries in rows.values() for one in tries]
    missed = sum(not one.found for one in total)
    count = f"{len(rows)} ways, {len(total)} altered papers: {len(total) - missed} found, {missed} missed."
    head = "| file | what was altered | tried | found | missed | told as |\n|---|---|---|---|---|---|\n"
    return f"\n{count}\n\n{head}{''.join(ways)}"


def _row(form: str, way: str, tries: list[Tried]) -> str:
    told = ", ".join(dict.fromkeys(f"`{code}`" for one in tries for code in one.found))
    hits = sum(bool(one.found) for one in tries)
    return f"| {form} | {way} | {len(tries)} | {hits} | {len(tries) - hits} | {told} |\n"


if __name__ == "__main__":
    main()
