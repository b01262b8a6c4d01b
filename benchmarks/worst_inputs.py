"""The worst files of ten megabytes that we could think of: what came of each, in what time and memory.

Each is filled in a process of its own with limits on both; `out of bounds` means that it met one of them.
Name some inputs, or parts of their names, to run only those.
"""

import io
import os
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from measuring import machine, print_table

SIZE = 10_000_000
SECONDS, MEMORY = 330, 6 << 30
"""What a run may take: press-too-slow comes long before."""

PAGE = "<p>{% for r in rows %}{% endfor %}x</p>"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-"
_BODY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

Make = Callable[[Path], tuple[str, str]]
"""Writes the files, and names the template and the data."""


def data(name: str, content: Callable[[], str | bytes]) -> Make:
    """Give data to a page that prints nothing of it."""

    def make(folder: Path) -> tuple[str, str]:
        (folder / "t.html").write_text(
            PAGE if name.endswith(("csv", "json")) else "<p>x</p>", encoding="utf-8"
        )
        made = content()
        (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
        return "t.html", name

    return make


def template(name: str, content: Callable[[], str | bytes]) -> Make:
    """Give a template little data."""

    def make(folder: Path) -> tuple[str, str]:
        made = content()
        (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
        (folder / "d.json").write_text('{"a": "x", "n": 7, "rows": [1, 2, 3]}', encoding="utf-8")
        return name, "d.json"

    return make


def picture(name: str, content: Callable[[], bytes]) -> Make:
    """Put a picture on a page."""

    def make(folder: Path) -> tuple[str, str]:
        (folder / name).write_bytes(content())
        return template("t.html", lambda: f'<p>x</p><img alt="x" src="{name}">')(folder)

    return make


def word(body: str) -> bytes:
    """Make a Word file of a body."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPES}package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" '
        f'ContentType="{_TYPES}officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_BODY}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def typed(text: str) -> str:
    """Write a paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def png(width: int, height: int) -> bytes:
    """Make a picture of three bytes for each point, all alike."""
    rows = zlib.compress(bytes(3 * width + 1) * height, 9)
    parts = ((b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    chunks = (struct.pack(">I", len(c)) + n + c + struct.pack(">I", zlib.crc32(n + c)) for n, c in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def filled(piece: str, size: int = SIZE) -> str:
    """Write a piece again and again, to the size."""
    return piece * (size // len(piece.encode()))


def many(piece: str, size: int = SIZE) -> str:
    """Write a piece with a number in it again and again."""
    return "".join(piece.format(number) for number in range(size // (len(piece) + 4)))


INPUTS: Mapping[str, Make] = {
    "YAML: brackets in brackets": data("d.yaml", lambda: "a: " + filled("[")),
    "YAML: deeper and deeper lines": data("d.yaml", lambda: "\n".join(" " * n + "a:" for n in range(4400))),
    "YAML: one long text": data("d.yaml", lambda: "a: " + filled("x")),
    "YAML: one long name": data("d.yaml", lambda: filled("x") + ": a"),
    "YAML: many names": data("d.yaml", lambda: many("n{}: x\n")),
    "YAML: one name again and again": data("d.yaml", lambda: filled("a: x\n")),
    "YAML: a list of empty items": data("d.yaml", lambda: "a:\n" + filled("-\n")),
    "YAML: a list on one line": data("d.yaml", lambda: "a: [" + filled("x,") + "x]"),
    "YAML: aliases": data("d.yaml", lambda: "a: &a x\nb: [" + filled("*a,") + "x]"),
    "YAML: comments": data("d.yaml", lambda: filled("#\n") + "a: x"),
    "YAML: empty lines": data("d.yaml", lambda: filled("\n") + "a: x"),
    "YAML: control characters": data("d.yaml", lambda: "a: " + filled("\x01")),
    "YAML: letters that deceive": data("d.yaml", lambda: "a: x" + filled("\u200b")),
    "YAML: accents on one letter": data("d.yaml", lambda: "a: x" + filled("\u0323\u0301")),
    "JSON: brackets in brackets": data("d.json", lambda: filled("[")),
    "JSON: a number": data("d.json", lambda: '{"a": ' + filled("9") + "}"),
    "JSON: a list of numbers": data("d.json", lambda: "[" + filled("1,") + "1]"),
    "JSON: a list of objects": data("d.json", lambda: "[" + filled('{"a":1},') + "{}]"),
    "JSON: many names": data("d.json", lambda: "{" + many('"n{}":1,') + '"z":1}'),
    "JSON: one name again and again": data("d.json", lambda: "{" + filled('"a":1,') + '"z":1}'),
    "CSV: one line, five million columns": data("d.csv", lambda: filled("a,")),
    "CSV: a million columns, different": data("d.csv", lambda: many("c{},") + "z\n1"),
    "CSV: two million short rows": data("d.csv", lambda: "a,b\n" + filled("1,2\n")),
    "CSV: ten million empty lines": data("d.csv", lambda: "a,b\n" + filled("\n") + "1,2"),
    "CSV: a quotation mark without end": data("d.csv", lambda: 'a,b\n"' + filled("x,y\n")),
    "CSV: quotation marks": data("d.csv", lambda: "a,b\n" + filled('"')),
    "CSV: one cell": data("d.csv", lambda: "a,b\n" + filled("x") + ",1"),
    "CSV: ragged rows": data("d.csv", lambda: "a,b\n" + filled("1,2,3\n")),
    "CSV: errors of formulas": data("d.csv", lambda: "a,b\n" + filled("#REF!,#REF!\n")),
    "CSV: a province, 100,000 rows of 50": data(
        "d.csv", lambda: ",".join(f"c{n}" for n in range(50)) + "\n" + (",".join("1" * 50) + "\n") * 100_000
    ),
    "CSV: control characters": data("d.csv", lambda: "a,b\n" + filled("\x01,2\n")),
    "CSV: all in TCVN3": data("d.csv", lambda: b"a,b\n" + ("NguyÔn ThÞ Hµ,3\n" * 600_000).encode("cp1252")),
    "CSV: random bytes": data("d.csv", lambda: os.urandom(SIZE)),
    "CSV: UTF-16": data("d.csv", lambda: ("a,b\n" + filled("1,2\n", SIZE // 2)).encode("utf-16")),
    "HTML: letters": template("t.html", lambda: filled("x")),
    "HTML: elements in elements": template("t.html", lambda: filled("<b>", 900_000)),
    "HTML: as many elements as may be": template("t.html", lambda: filled("<p>x", 390_000)),
    "HTML: tags": template("t.html", lambda: filled("{{a}}", 99_000)),
    "HTML: one long tag": template("t.html", lambda: "{{ n" + filled("+n", 900_000) + "}}"),
    "HTML: one unclosed tag": template("t.html", lambda: "{{ " + filled("{", 900_000)),
    "HTML: loops in loops": template("t.html", lambda: "{% for a in rows %}" * 12 + "{% endfor %}" * 12),
    "HTML: boxes in boxes": template("t.html", lambda: filled('<div style="display:flex">', 1000) + "x"),
    "HTML: a table in a table": template("t.html", lambda: filled("<table><tr><td>", 150) + "x"),
    "HTML: style sheets": template("t.html", lambda: f"<style>{filled('p>p{top:0}', 900_000)}</style>x"),
    "HTML: columns of a grid": template(
        "t.html", lambda: '<div style="display:grid;grid-template-columns:repeat(100000000,1px)">x</div>'
    ),
    "HTML: a cell of a grid, far away": template(
        "t.html", lambda: '<div style="display:grid"><b style="grid-column:100000000">x</b></div>'
    ),
    "HTML: stripes thinner than light": template(
        "t.html", lambda: '<p style="background:repeating-linear-gradient(red 0,blue 1e-7px)">x</p>'
    ),
    "Word: brackets": template("t.docx", lambda: word(typed(filled("{", 3_900_000)))),
    "Word: paragraphs": template("t.docx", lambda: word(filled(typed("x"), 3_900_000))),
    "Word: runs of one paragraph": template(
        "t.docx", lambda: word(f"<w:p>{filled('<w:r><w:t>x</w:t></w:r>', 3_900_000)}</w:p>")
    ),
    "Word: tags, each in a paragraph": template("t.docx", lambda: word(filled(typed("{{a}}"), 2400 * 40))),
    "Word: tags, all in a paragraph": template("t.docx", lambda: word(typed(filled("{{a}}", 12_000)))),
    "Word: one long text": template("t.docx", lambda: word(typed(filled("x", 3_900_000)))),
    "Word: one long tag": template("t.docx", lambda: word(typed("{{ n" + filled("+n", 900_000) + "}}"))),
    "Word: loops in loops": template(
        "t.docx", lambda: word(typed("{% for a in rows %}" * 12 + "x" + "{% endfor %}" * 12))
    ),
    "Word: zeros": template("t.docx", lambda: word(typed("x")) + bytes(SIZE)),
    "picture: as large as may be": picture("x.png", lambda: png(5000, 5000)),
    "picture: larger": picture("x.png", lambda: png(13_000, 13_000)),
    "drawing: as much as may be": picture("x.svg", lambda: _drawing("<path d='M0 0L9 9'/>" * 19_000)),
    "drawing: one long path": picture("x.svg", lambda: _drawing(f"<path d='M0 0{filled('L9 9')}'/>")),
    "drawing: a filter": picture("x.svg", lambda: _drawing("<text font-size='1e9'>x</text>" * 1000)),
}  # fmt: skip


def _drawing(inside: str) -> bytes:
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>".encode()


def main() -> None:
    """Make, run and print."""
    print(machine("weasyprint", "docxtpl"))
    asked = sys.argv[1:]
    wanted = {name: make for name, make in INPUTS.items() if not asked or any(part in name for part in asked)}
    rows = [_row(name, make) for name, make in wanted.items()]
    print_table(["input", "outcome", "CPU s", "peak MB"], rows)


def _row(name: str, make: Make) -> tuple[str, str, str, str]:
    with tempfile.TemporaryDirectory() as folder:
        command = ["fill", *make(Path(folder)), "--output", "made.pdf"]
        if command[1].endswith("docx"):
            command[-1] = "made.docx"
        outcome, cpu, peak = _run(command, Path(folder))
    print(f"{name}: {outcome}", file=sys.stderr)
    return name, outcome, f"{cpu:.1f}", f"{peak:.0f}"


def _run(command: list[str], folder: Path) -> tuple[str, float, float]:
    """Run the program; tell what came of it, its CPU time and the peak of its memory."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "REPORTGEN_LANG": "en"}
    with Path(folder, "said").open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "reportgen", *command],
            cwd=folder, env=environment, stdout=said, stderr=said, preexec_fn=_limit,  # noqa: PLW1509  # no threads here
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    text = Path(folder, "said").read_text(encoding="utf-8", errors="replace")
    return _outcome(child.returncode, text), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _outcome(code: int, said: str) -> str:
    if code < 0 or "MemoryError" in said:
        return "out of bounds"
    if "Traceback" in said:
        return f"CRASH {said.splitlines()[-1][:60]}"
    found = [line.partition("error[")[2].partition("]")[0] for line in said.splitlines() if "error[" in line]
    kinds = ", ".join(dict.fromkeys(found))
    return f"{len(found):,} × {kinds}" if len(found) > 1 else kinds or "made"


if __name__ == "__main__":
    main()
