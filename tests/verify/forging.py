"""What can be done to a signed paper, its register and its keys, with tools that anybody has."""

import datetime as dt
import io
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from reportgen.model.manifest import FILE_NAME
from reportgen.model.manifest_text import read_manifest, written
from reportgen.papers.office import REGISTER
from reportgen.readback.manifest import carried
from reportgen.seal.authority import Authority, Holder
from reportgen.seal.keys import Key, open_key
from reportgen.seal.signing import Signing, signed
from tests.helpers.desk import NAMES, PIN, Desk, run

COVER = b"q 1 g 60 60 480 720 re f Q"
"""White over the whole page."""


@dataclass(frozen=True)
class Scene:
    """A desk with its signed paper; ``trail`` is the paper as issued and after each signature."""

    desk: Desk
    trail: tuple[bytes, ...]

    @property
    def office(self) -> Path:
        """Give the office's folder."""
        return self.desk.office

    def put(self, content: bytes) -> Path:
        """Put a forged file where somebody will find it."""
        path = self.office.parent / "found.pdf"
        path.write_bytes(content)
        return path

    def filed(self, content: bytes) -> Path:
        """Exchange the file in the cabinet."""
        self.desk.paper.write_bytes(content)
        return self.desk.paper

    def key(self, holder: Holder, authority: Authority | None = None) -> Key:
        """Open somebody's key."""
        return open_key((authority or self.desk.authority).packed(holder, PIN), PIN, "key")

    def key_of(self, name: str) -> Key:
        """Have the office's authority make somebody a key, and open it."""
        return self.key(self.desk.authority.holder(name))

    def in_register(self, statements: str) -> None:
        """Write into the register with a tool for databases, its guards taken off."""
        with closing(sqlite3.connect(self.office / REGISTER)) as register, register:
            for guard in ("entries_stay", "entries_remain"):
                register.execute(f"DROP TRIGGER IF EXISTS {guard}")
            register.executescript(statements)


def copied(scene: Scene, folder: Path) -> Scene:
    """Give each attack a desk of its own."""
    shutil.copytree(scene.office.parent, folder / "desk")
    here = folder / "desk"
    moved_here = replace(scene, desk=replace(scene.desk, office=here / "office", keys=here / "keys"))
    moved_here.in_register("UPDATE about SET value = '' WHERE name = 'home'")
    return moved_here


def added(content: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Change a file and leave what was there: the change comes behind it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    change(writer)
    finished = io.BytesIO()
    writer.write(finished)  # type: ignore[no-untyped-call]
    return finished.getvalue()


def with_field(content: bytes, name: str) -> bytes:
    """Add a field for a signature, seen over most of the first page."""
    return added(
        content, lambda writer: append_signature_field(writer, SigFieldSpec(name, box=(60, 60, 540, 780)))
    )


def covered(content: bytes) -> bytes:
    """Lay a white sheet over the first page, behind what was signed."""

    def cover(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        sheet = writer.add_object(generic.StreamObject(stream_data=COVER))
        old = page.raw_get("/Contents")
        parts = list(old.get_object()) if isinstance(old.get_object(), generic.ArrayObject) else [old]
        page["/Contents"] = generic.ArrayObject([*parts, sheet])
        writer.update_container(page)

    return added(content, cover)


def dictionary(parts: dict[str, object]) -> generic.DictionaryObject:
    """Make an object of a PDF."""
    made: Any = generic.DictionaryObject
    return made({pdf_name(name): part for name, part in parts.items()})  # type: ignore[no-any-return]


def rectangle(*sides: int) -> generic.ArrayObject:
    """Say where something stands, in points."""
    number: Any = generic.NumberObject
    return generic.ArrayObject([number(side) for side in sides])


def annotated(content: bytes) -> bytes:
    """Stick a note with another number upon the first page."""

    def stick(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        note = dictionary(
            {
                "/Type": pdf_name("/Annot"),
                "/Subtype": pdf_name("/FreeText"),
                "/Rect": rectangle(60, 700, 300, 760),
                "/Contents": generic.pdf_string("99/BB-VHXH"),
                "/F": rectangle(4)[0],
            }
        )
        notes = list(page["/Annots"]) if "/Annots" in page else []
        page["/Annots"] = generic.ArrayObject([*notes, writer.add_object(note)])
        writer.update_container(page)

    return added(content, stick)


def moved(content: bytes, field: str) -> bytes:
    """Let the picture of a signature cover the page."""

    def move(writer: IncrementalPdfFileWriter) -> None:
        for one in writer.root["/AcroForm"]["/Fields"]:
            if one.get_object()["/T"] == field:
                one.get_object()["/Rect"] = rectangle(60, 60, 540, 780)
                writer.update_container(one.get_object())

    return added(content, move)


def emptied(content: bytes, field: str) -> bytes:
    """Take a signature out of its field again."""

    def empty(writer: IncrementalPdfFileWriter) -> None:
        for one in writer.root["/AcroForm"]["/Fields"]:
            if one.get_object()["/T"] == field:
                del one.get_object()["/V"]
                writer.update_container(one.get_object())

    return added(content, empty)


def saved_again(content: bytes, change: Callable[[pikepdf.Pdf], None] = lambda _: None) -> bytes:
    """Save a file as any program for PDF does, from the first byte to the last."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        finished = io.BytesIO()
        pdf.save(finished)
    return finished.getvalue()


def carrying(manifest: str) -> Callable[[pikepdf.Pdf], None]:
    """Exchange the manifest that a file carries."""

    def exchange(pdf: pikepdf.Pdf) -> None:
        pdf.attachments[FILE_NAME].obj.EF.F.write(manifest.encode())

    return exchange


def manifest_of(content: bytes) -> str:
    """Read the manifest that a file carries."""
    found = carried(content, "application/pdf")
    assert found
    return found.text


def registered_as(content: bytes, other: bytes) -> bytes:
    """Give a paper the number, and the place in the register, of another one."""
    mine, _ = read_manifest(manifest_of(content))
    theirs, _ = read_manifest(manifest_of(other))
    forged = written(replace(mine, registered=theirs.registered))
    return saved_again(content, carrying(forged))


def sign(content: bytes, field: str, key: Key, *, certifies: bool = False) -> bytes:
    """Sign with a program that does not ask whom the paper expects."""
    return signed(content, Signing(field, certifies=certifies), key)


def all_signed(scene: Scene, key_of: Callable[[str], Key]) -> bytes:
    """Sign the paper anew in all its fields, with keys of one's own."""
    content = scene.trail[0]
    for place, (field, name) in enumerate(NAMES.items()):
        content = sign(content, field, key_of(name), certifies=not place)
    return content


def another(scene: Scene, folder: str, **said: str) -> bytes:
    """Issue another paper in a register of one's own, where it gets the same number."""
    office = scene.office.parent / folder
    shutil.copytree(scene.office, office, ignore=shutil.ignore_patterns("ban-hanh", "so-dang-ky*"))
    data = (office / "data.yaml").read_text(encoding="utf-8")
    for old, new in said.items():
        data = data.replace(NAMES[old], new)
    (office / "data.yaml").write_text(data, encoding="utf-8")
    run("issue", office / "data.yaml", "--office", office, "--date", "22/11/2026",
        "--templates", office / "templates")  # fmt: skip
    return next((office / "ban-hanh").rglob("*.pdf")).read_bytes()


def long_ago(years: int) -> Authority:
    """Give an authority whose certificates ran out."""
    return Authority.begun(dt.datetime.now(dt.UTC) - dt.timedelta(days=365 * years))


def with_page(content: bytes, name: str, value: object) -> bytes:
    """Say something else of the first page as a whole, behind what was there."""

    def say(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page[name] = value
        writer.update_container(page)

    return added(content, say)


def turned(content: bytes) -> bytes:
    """Turn the first page upside down."""
    return with_page(content, "/Rotate", rectangle(180)[0])


def embellished(content: bytes) -> bytes:
    """Write what other programs write as they sign, and nobody sees: when, with which fonts."""

    def embellish(writer: IncrementalPdfFileWriter) -> None:
        form, said = writer.root["/AcroForm"], writer.root["/Metadata"]
        form["/DR"] = dictionary({"/Font": dictionary({})})
        writer.update_container(form)
        about = generic.StreamObject(stream_data=said.data.replace(b"<rdf:RDF", b"<!-- x --><rdf:RDF", 1))
        about["/Type"], about["/Subtype"] = pdf_name("/Metadata"), pdf_name("/XML")
        writer.root["/Metadata"] = writer.add_object(about)
        writer.root["/Legal"] = dictionary({"/JavaScriptActions": rectangle(0)[0]})
        writer.root["/Extensions"] = dictionary({"/ADBE": dictionary({"/ExtensionLevel": rectangle(8)[0]})})
        writer.update_root()  # type: ignore[no-untyped-call]

    return added(content, embellish)


def bundled(content: bytes) -> bytes:
    """Have programs show what is attached to a file in its place."""

    def bundle(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/Collection"] = dictionary({"/Type": pdf_name("/Collection"), "/View": pdf_name("/H")})
        writer.update_root()  # type: ignore[no-untyped-call]

    return added(content, bundle)


def recoded(content: bytes) -> bytes:
    """Let codes of letters stand for other shapes of the same fonts: the text that is read stays."""
    codes = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"1 begincidrange <0000> <FFFF> 3 endcidrange endcmap"
    )

    def recode(writer: IncrementalPdfFileWriter) -> None:
        table = writer.add_object(generic.StreamObject(stream_data=codes))
        for font in writer.root["/Pages"]["/Kids"][0]["/Resources"]["/Font"].values():
            font.get_object()["/Encoding"] = table
            writer.update_container(font.get_object())

    return added(content, recode)


def begun_anew(content: bytes) -> bytes:
    """Put a whole other file behind a file: whoever reads from the end sees that one alone."""
    beginning = len(content)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.pages[0].obj.Rotate = 180
        made = io.BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    other = made.getvalue()
    rows, start = other.rindex(b"xref\n0 "), other.rindex(b"xref\n0 ")
    table = re.sub(
        rb"(\d{10})( \d{5} n)", lambda one: b"%010d" % (int(one[1]) + beginning) + one[2], other[rows:]
    )
    return (
        content
        + other[:rows]
        + table.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + beginning))
    )
