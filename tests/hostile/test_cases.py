"""Files of people who mean no good: each is refused at its place or does no harm.

The cases stand in tests/hostile; its README.md says how to add one.
"""

import re
import shlex
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from reportgen.model.artifact import DOCX, PDF
from reportgen.readback import read_back
from tests.helpers.cases import File, split, write
from tests.hostile.confined import Confinement, Ran, confinement
from tests.hostile.made import MADE

CORPUS = Path(__file__).parent
SECRET = "TUYET MAT 2207"  # noqa: S105  # what no document may take in from elsewhere
FINDING = re.compile(r"^(?:(?P<place>\S.*?): )?(?P<what>(?:error|warning)\[[\w-]+\]): ")
MEDIA = {".docx": DOCX, ".pdf": PDF}


@dataclass(frozen=True)
class Attack:
    """One case of the corpus: the command, the files, and what must come of it."""

    title: str
    command: str
    files: list[File]
    expected: list[str] = field(default_factory=list)


@dataclass
class Surroundings:
    """What stands round the folder in which a case is played, and must not be touched."""

    folder: Path
    outside: Path
    listener: socket.socket

    def fill(self, text: str) -> str:
        """Put in what only this machine knows: a folder elsewhere, and an address that answers."""
        host, port = self.listener.getsockname()
        return text.replace("@OUTSIDE@", str(self.outside)).replace("@ADDRESS@", f"{host}:{port}")

    def write(self, files: list[File]) -> None:
        """Put a case's files into the folder."""
        for file in files:
            path = self.folder / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if (make := MADE.get(file.encoding)) is not None:
                path.write_bytes(make(self.fill(file.text)))
            else:
                write(self.folder, [replace(file, text=self.fill(file.text))])

    def made(self, before: set[Path]) -> list[str]:
        """List the documents that were not there before."""
        return sorted(str(path.relative_to(self.folder)) for path in self.documents() - before)

    def documents(self) -> set[Path]:
        """List the documents in the folder."""
        return {path for path in self.folder.rglob("*") if path.suffix in MEDIA}

    def untouched(self, before: set[Path]) -> bool:
        """Tell that nobody was there: no connection, no file, and nothing carried in."""
        self.listener.settimeout(0)
        with pytest.raises(BlockingIOError):
            self.listener.accept()
        carried = (SECRET in words(path) for path in self.documents() - before)
        return [path.name for path in self.outside.iterdir()] == ["secret.txt"] and not any(carried)


def attacks() -> Iterator[Attack]:
    """Read the corpus: a case begins with ``=== TITLE``."""
    for path in sorted(CORPUS.glob("*.txt")):
        for text in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            said, files = split(text)
            title, *lines = said.splitlines()
            (command,) = (
                line.removeprefix("$ reportgen ") for line in lines if line.startswith("$ reportgen ")
            )
            expected = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
            yield Attack(f"{path.stem}: {title}", command, files, expected)


@pytest.fixture(scope="module")
def confined() -> Iterator[Confinement]:
    with confinement() as server:
        yield server


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Surroundings]:
    for name in ("folder", "outside"):
        (tmp_path / name).mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Surroundings(tmp_path / "folder", tmp_path / "outside", listener)


@pytest.mark.parametrize("attack", [*attacks()], ids=lambda attack: attack.title)
def test_a_hostile_file_does_no_harm(attack: Attack, confined: Confinement, around: Surroundings) -> None:
    around.write(attack.files)
    before = around.documents()
    expected = [around.fill(line) for line in attack.expected]

    ran = confined.run(shlex.split(around.fill(attack.command)), around.folder)

    assert [*findings(ran), *shown(around, before), f"exit {ran.code}"] == expected, ran.stderr
    refuse_harm(ran, around, before)


def refuse_harm(ran: Ran, around: Surroundings, before: set[Path]) -> None:
    """Assert what holds of every run, whatever it was fed."""
    assert "Traceback" not in ran.stderr, ran.stderr
    assert ran.reached == []
    assert around.untouched(before)
    assert SECRET not in ran.stdout + ran.stderr


def findings(ran: Ran) -> list[str]:
    """List the place and code of each finding that was shown with its line."""
    found = (FINDING.match(line) for line in ran.stderr.splitlines())
    return [one[0].removesuffix(": ") for one in found if one]


def shown(around: Surroundings, before: set[Path]) -> list[str]:
    """Read the documents that were made."""
    return [f"{name} says {words(around.folder / name)}" for name in around.made(before)]


def words(path: Path) -> str:
    """Read what a document says, on one line."""
    return " ".join("".join(read_back(path.read_bytes(), MEDIA[path.suffix]).pieces).split())


TAGS = [
    line
    for line in (CORPUS / "tags.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
DATA = 'a: chữ\nn: 7\ng: {k: "1"}\nl: [{t: x}, {t: y}]\n'
KIND = """title: t
fields: {a: text, n: count, g: {group: {k: text}}, l: {list: {t: text}}}
outputs: {pdf: t.html, docx: t.docx}
"""


@pytest.mark.parametrize("tag", TAGS)
def test_a_hostile_tag_is_refused_at_its_place(tag: str, confined: Confinement, around: Surroundings) -> None:
    around.write(
        [
            File("t.html", f"<p>một</p>\n<p>{tag}</p>\n"),
            File("t.docx", f"một\n{tag}\n"),
            File("d.yaml", DATA),
            File("templates/k/kind.yaml", KIND),
            File("templates/k/t.html", f"<p>một</p>\n<p>{tag}</p>\n"),
            File("templates/k/t.docx", f"một\n{tag}\n"),
            File("k.yaml", f"kind: k\n{DATA}"),
        ]
    )
    for command in ("fill t.html d.yaml", "fill t.docx d.yaml", "build k.yaml"):
        ran = confined.run(shlex.split(command), around.folder)
        places = {place.partition(": error")[0] for place in findings(ran)}
        assert ran.code == 5, f"{command}: {ran}"
        assert places, f"{command}: {ran}"
        for place in places:
            assert re.match(r"(.*/)?t\.(html:2(:\d+)?|docx: body, paragraph 2)", place), f"{command}: {ran}"
        refuse_harm(ran, around, set())
