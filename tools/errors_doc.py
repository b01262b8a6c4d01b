"""Write docs/errors.md and a page per room from the gallery: ``python -m tools.errors_doc``."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from reportgen.cli.findings import as_record
from reportgen.cli.vietnamese import TEXTS
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ExitCode
from reportgen.model.messages import ROOMS, catalogue
from reportgen.model.messages.entry import Message
from reportgen.model.origin import Origin

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "tests" / "errors"
DOCS = ROOT / "docs"
_LONGEST, _SHOWN = 60, 10
_USUAL = "$ reportgen check data.yaml\n"
_ORIGINS = {
    "data.yaml:3:10": "a text file: line and column, counted from 1",
    "units.xlsx:Quý 1!B2": "a workbook: sheet and cell",
    'meeting.docx: body, paragraph 2, "Họp tại {{ veneu }}."': "a Word template: a place in words",
    "le-chan.yaml#trained": "a report of a unit below: one of its figures",
}
_SEVERITIES = {
    "error": "the document is not made",
    "warning": "the document is made; somebody should look",
    "missing": "the document is made as a draft that shows a gap",
    "note": "the document is made; this is only told",
}
_EXITS = {
    ExitCode.OK: "everything was made, or could be",
    ExitCode.BUG: "reportgen itself has a mistake; please report it",
    ExitCode.USAGE: "the command line is wrong",
    ExitCode.KIND: "the author of the document kind must act (kind.yaml)",
    ExitCode.DATA: "whoever keeps the data must act",
    ExitCode.RENDER: "the author of the template must act",
    ExitCode.FINISH: "whoever holds the keys and the profile must act",
    ExitCode.OUTPUT: "the operator must act: disk, permissions, an existing file",
    ExitCode.MISSING_TOOL: "the operator must install something",
    ExitCode.SOME_FAILED: "some papers or data files failed, the others are made",
    ExitCode.SAYS_NO: "a check of finished files says no",
}
_ORIGIN = "<!-- Written by `make docs` from tests/errors/; do not edit. -->"
_INTRODUCTION = """\
{origin}
# What reportgen says when something is wrong

For whoever was told something and wants to know more. Every message has a code, a place, words and a way
out. All mistakes of a run are told, not only the first.
They are told in Vietnamese or English: as `--lang vi` or `--lang en` says on any command, else
`REPORTGEN_LANG`, else the system (`LC_ALL`, `LC_MESSAGES`, `LANG`), else in English.

```
{form}
```

The first line is `place: severity[code]: what is wrong`. Then come the line with a caret under the place,
other places that matter, and what to do. What is missing and what is only to know comes in lists, a line
each, with the code at its end.

| place | says |
|---|---|
{origins}

| severity | means |
|---|---|
{severities}

The exit code tells who must act. Of several data files each that fails is told; the exit code is then 9.

| exit code | means |
|---|---|
{exits}

`--format json` prints the same on standard output; each message is such a record under `diagnostics`:

```json
{record}
```

The codes are stable: a script may rely on them. Each has an example: its files, each behind a line
`--- name`; the command, and all that it says on standard error. A workbook is written as its cells, a Word
file as its paragraphs; what is hard to see is written as its number, such as `\\u200b`. A line that begins
with `!` tells what is done to the folder or the machine.
"""


def pages() -> dict[Path, str]:
    """Put the pages together, each with its path: what all messages share, and a page per room."""
    values = {"name": "Ngày họp", "value": "30/02/2020", "month": "2/2020", "days": "29"}
    sample = Diagnostic("no-such-day", Origin("data.yaml", 2, 10), tuple(values.items()))
    introduction = _INTRODUCTION.format(
        origin=_ORIGIN,
        form=_said(sample.code).rpartition("exit")[0].rstrip(),
        origins=_rows(_ORIGINS),
        severities=_rows(_SEVERITIES),
        exits=_rows({str(int(code)): words for code, words in _EXITS.items()}),
        record=json.dumps(as_record(sample), ensure_ascii=False, indent=2),
    )
    made = {DOCS / "errors.md": "\n".join([introduction, *(_contents(room) for room in ROOMS)])}
    return made | {DOCS / "errors" / _page_of(room): "\n".join(_room(room)) for room in ROOMS}


def _rows(table: dict[str, str]) -> str:
    return "\n".join(f"| `{name}` | {words} |" for name, words in table.items())


def _page_of(room: ModuleType) -> str:
    return f"{room.__name__.rpartition('.')[2]}.md"


def _title(room: ModuleType) -> str:
    title = (room.__doc__ or "").removeprefix("Words for ").rstrip(".")
    return title[:1].upper() + title[1:]


def _contents(room: ModuleType) -> str:
    """Name a room's messages, each as a way to its example."""
    page = f"errors/{_page_of(room)}"
    return (
        f"## [{_title(room)}]({page})\n\n{', '.join(f'[{code}]({page}#{code})' for code in room.MESSAGES)}\n"
    )


def _room(room: ModuleType) -> Iterator[str]:
    yield f"{_ORIGIN}\n# {_title(room)}\n"
    yield "How to read this: [errors.md](../errors.md).\n"
    messages: dict[str, Message] = room.MESSAGES
    for code, message in messages.items():
        yield from _entry(code, message)


def _entry(code: str, message: Message) -> Iterator[str]:
    """Show a message as it is written in the catalogue, and its example."""
    yield f"## {code}\n"
    yield f"{message.severity}: {_plain(message.text)}  "
    yield f"to do: {_plain(message.hint)}\n" if message.hint else ""
    other = catalogue("vi")[code]
    yield f"{TEXTS[message.severity]}: {_plain(other.text)}  "
    yield f"{TEXTS['hint']}: {_plain(other.hint)}\n" if other.hint else ""
    script, mark, files = (GALLERY / code / "case.txt").read_text(encoding="utf-8").partition("--- ")
    if mark:
        yield f"```\n{mark}{files}```\n"
    yield f"```console\n{script or _USUAL}{_said(code)}```\n"


def _said(code: str) -> str:
    """Show what an example says; of a very long one the beginning and the end."""
    lines = (GALLERY / code / "expected.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(lines if len(lines) <= _LONGEST else [*lines[:_SHOWN], "…\n", *lines[-_SHOWN:]])


def _plain(template: str) -> str:
    """Show a message's own braces as they are printed, and its blanks in italics."""
    words = template.replace("{{", "\x00").replace("}}", "\x01").replace("{", "*").replace("}", "*")
    return words.replace("\x00", "{").replace("\x01", "}").replace("<", "&lt;")


def main() -> None:
    """Write the pages, and remove those of rooms that are no more."""
    made = pages()
    (DOCS / "errors").mkdir(exist_ok=True)
    for gone in set((DOCS / "errors").glob("*.md")) - set(made):
        gone.unlink()
    for target, text in made.items():
        target.write_text(text, encoding="utf-8")
        print(f"{target.relative_to(ROOT)}: {len(text.splitlines())} lines")


if __name__ == "__main__":
    main()
