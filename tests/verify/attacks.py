"""Attacks on signed papers and on the register: what is done, and what `reportgen verify` must say of it."""

import datetime as dt
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf

from reportgen.model.manifest import FILE_NAME
from reportgen.seal.authority import Authority
from reportgen.verify.examine import Task, examine
from reportgen.verify.judge import Judged, Judgement, judge
from reportgen.verify.records import records_of
from tests.helpers.desk import NAMES, OFFICE, run
from tests.verify.forging import (
    COVER,
    Scene,
    all_signed,
    annotated,
    another,
    begun_anew,
    bundled,
    carrying,
    covered,
    emptied,
    long_ago,
    manifest_of,
    moved,
    recoded,
    registered_as,
    saved_again,
    sign,
    turned,
    with_field,
)

NO, UNSURE, MISSED = Judgement.NOT_VALID, Judgement.CANNOT_TELL, Judgement.TEST
"""The keys are a test authority's: what is not found counts as TEST."""


BEFORE: Final = {
    "the page is turned": turned,
    "letters get other shapes of the same fonts": recoded,
    "programs are to show what is attached": bundled,
    "a whole other file is put behind it": begun_anew,
}
"""What may be done to a paper before anybody signs it."""


@dataclass(frozen=True)
class Attack:
    """What is done, the verdict, and the codes of what is said against the paper, and perhaps of more."""

    does: str
    forge: Callable[[Scene], Path]
    verdict: Judgement
    codes: tuple[str, ...] = ()


def _final(change: Callable[[bytes], bytes]) -> Callable[[Scene], Path]:
    return lambda scene: scene.put(change(scene.trail[-1]))


def _cut(signatures: int) -> Callable[[Scene], Path]:
    return lambda scene: scene.put(scene.trail[signatures])


def _painted(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(COVER))


def _looped(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _bomb(pdf: pikepdf.Pdf) -> None:
    packer, spaces = zlib.compressobj(1), b" " * (1 << 24)
    content = b"".join([*(packer.compress(spaces) for _ in range(16)), packer.flush()])
    pdf.attachments[FILE_NAME].obj.EF.F.write(content, filter=pikepdf.Name.FlateDecode)


def _swapped(scene: Scene) -> Path:
    other = manifest_of(another(scene, "other", chair="Lò Thị Thay"))
    return scene.put(saved_again(scene.trail[-1], carrying(other)))


def _wrong_person(scene: Scene) -> Path:
    return scene.filed(sign(scene.trail[1], "chair", scene.key_of(NAMES["secretary"])))


def _impostor(scene: Scene) -> Path:
    other = Authority.begun(scene.desk.authority.at)
    return scene.put(all_signed(scene, lambda name: scene.key(other.holder(name), other)))


def _own_root(scene: Scene) -> Path:
    other = Authority.begun(scene.desk.authority.at)
    return scene.put(all_signed(scene, lambda _: scene.key(other.root, other)))


def _revoked(scene: Scene) -> Path:
    authority = scene.desk.authority
    holder = authority.holder(NAMES["seal"])
    (scene.office / "tin-cay" / "new.crl").write_bytes(b"".join(authority.revoked([holder])))
    return scene.put(sign(scene.trail[2], "seal", scene.key(holder)))


def _expired(scene: Scene) -> Path:
    old = long_ago(4)
    (scene.office / "tin-cay" / "old.pem").write_bytes(old.anchor() + b"".join(old.revoked()))
    return scene.put(sign(scene.trail[2], "seal", scene.key(old.holder(NAMES["seal"]), old)))


def _strange_field(scene: Scene) -> Path:
    content = with_field(scene.trail[-1], "leader")
    return scene.put(sign(content, "leader", scene.key_of(NAMES["chair"])))


def _before_all(change: Callable[[bytes], bytes]) -> Callable[[Scene], Path]:
    """Change the paper as it was issued, in a way of which neither its words nor its drawings tell."""

    def forge(scene: Scene) -> Path:
        content = change(scene.trail[0])
        for field, name in NAMES.items():
            content = sign(content, field, scene.key_of(name))
        return scene.put(content)

    return forge


def _strange_field_first(scene: Scene) -> Path:
    """Put the field in before anybody signs: then no signature is hurt by it."""
    content = with_field(scene.trail[0], "leader")
    for field, name in NAMES.items():
        content = sign(content, field, scene.key_of(name))
    return scene.put(content)


def _other_content(scene: Scene) -> Path:
    """Have all sign another paper that says that it is this one."""
    content = registered_as(another(scene, "other", chair="Lò Thị Thay"), scene.trail[0])
    for field, name in {**NAMES, "chair": "Lò Thị Thay"}.items():
        content = sign(content, field, scene.key_of(name))
    return scene.put(content)


def _register(statements: str) -> Callable[[Scene], Path]:
    def forge(scene: Scene) -> Path:
        scene.in_register(statements)
        return scene.desk.paper

    return forge


def _revoked_and_cut(scene: Scene) -> Path:
    run("revoke", "01/BB-VHXH", "--reason", "ghi nhầm", "--office", scene.office)
    scene.in_register("DELETE FROM entries WHERE act = 'revoked'; DELETE FROM details WHERE entry > 6")
    return scene.desk.paper


def _revoked_and_edited(scene: Scene) -> Path:
    run("revoke", "01/BB-VHXH", "--reason", "ghi nhầm", "--office", scene.office)
    scene.in_register("UPDATE entries SET act = 'signed' WHERE act = 'revoked'")
    return scene.desk.paper


def _revoked_at_no_time(scene: Scene) -> Path:
    run("revoke", "01/BB-VHXH", "--reason", "ghi nhầm", "--office", scene.office)
    scene.in_register("UPDATE entries SET at = 'hôm qua' WHERE act = 'revoked'")
    return scene.desk.paper


def _revoked_paper(scene: Scene) -> Path:
    run("revoke", "01/BB-VHXH", "--reason", "ghi nhầm", "--office", scene.office)
    return scene.desk.paper


def _no_roots(scene: Scene) -> Path:
    for one in (scene.office / "tin-cay").iterdir():
        one.unlink()
    return scene.desk.paper


def _no_lists(scene: Scene) -> Path:
    for one in (scene.office / "tin-cay").glob("*.crl"):
        one.unlink()
    return scene.desk.paper


def _no_register(scene: Scene) -> Path:
    for one in scene.office.glob("so-dang-ky.db*"):
        one.unlink()
    return scene.desk.paper


def _draft(scene: Scene) -> Path:
    run("build", scene.office / "data.yaml", "-o", scene.office.parent / "out", "--date", "22/11/2026",
        "--templates", scene.office / "templates")  # fmt: skip
    return next((scene.office.parent / "out").rglob("*.pdf"))


def _range(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """Write over the same number of letters, the last time they stand."""

    def change(content: bytes) -> bytes:
        before, _, after = content.rpartition(old)
        return before + new + after

    return change


ATTACKS: Final = (
    Attack("nothing: the paper as it was filed", lambda scene: scene.desk.paper, MISSED),
    Attack(
        "white lies over the page, the file saved again",
        _final(lambda content: saved_again(content, _painted)),
        NO,
        ("changed-after-signing", "eye-differs", "page-redrawn", "register-paper-differs"),
    ),
    Attack(
        "white lies over the page, put behind the signed bytes",
        _final(covered),
        NO,
        ("changed-after-signing", "eye-differs", "page-redrawn", "register-paper-differs"),
    ),
    Attack(
        "the manifest of another paper is attached",
        _swapped,
        NO,
        ("changed-after-signing", "register-not-this", "value-edited"),
    ),
    Attack(
        "the file is saved again, unchanged",
        _final(saved_again),
        NO,
        ("changed-after-signing", "register-paper-differs"),
    ),
    Attack(
        "a note with another number is stuck on the page",
        _final(annotated),
        NO,
        ("changed-after-signing", "eye-differs", "page-redrawn", "register-paper-differs"),
    ),
    Attack(
        "letters stand behind the end of the file",
        _final(lambda content: content + b"\n% 99\n"),
        NO,
        ("register-paper-differs",),
    ),
    Attack(
        "the signed range names other bytes",
        _final(_range(b"/ByteRange [0 ", b"/ByteRange [1 ")),
        NO,
        ("changed-after-signing", "register-paper-differs"),
    ),
    Attack("cut back to the secretary's signature", _cut(1), NO, ("paper-rolled-back", "signature-missing")),
    Attack("cut back to before the seal", _cut(2), NO, ("paper-rolled-back", "signature-missing")),
    Attack("cut back to the paper as issued", _cut(0), NO, ("paper-rolled-back", "paper-unsigned")),
    Attack(
        "the chair's signature is taken out",
        _final(lambda content: emptied(content, "chair")),
        NO,
        ("changed-after-signing", "page-redrawn", "register-paper-differs", "signature-missing"),
    ),
    Attack(
        "the picture of a signature is laid over the page",
        _final(lambda content: moved(content, "seal")),
        NO,
        ("changed-after-signing", "page-redrawn", "register-paper-differs"),
    ),
    Attack(
        "the secretary signs in the chair's field, and the file is filed",
        _wrong_person,
        NO,
        ("register-paper-differs", "signature-missing", "signature-other-person"),
    ),
    Attack(
        "impostors of the same names, of another authority",
        _impostor,
        NO,
        ("register-paper-differs", "signature-strange"),
    ),
    Attack(
        "an authority that its maker calls root signs itself",
        _own_root,
        NO,
        ("register-paper-differs", "signature-other-person", "signature-strange"),
    ),
    Attack(
        "the seal's key was revoked before", _revoked, NO, ("register-paper-differs", "signature-revoked")
    ),
    Attack(
        "the seal's certificate ran out a year ago",
        _expired,
        NO,
        ("register-paper-differs", "signature-out-of-date"),
    ),
    Attack(
        "a further field, signed with a good key",
        _strange_field,
        NO,
        ("changed-after-signing", "field-unasked", "page-redrawn", "register-paper-differs"),
    ),
    Attack(
        "a further field was there before anybody signed",
        _strange_field_first,
        NO,
        ("field-unasked", "page-redrawn", "register-paper-differs"),
    ),
    *(
        Attack(f"{does}, then all sign", _before_all(change), NO, ("changed-before-signing",))
        for does, change in BEFORE.items()
    ),
    Attack(
        "another paper, rightly signed, with this number", _other_content, NO, ("register-paper-differs",)
    ),
    Attack(
        "another office's paper with the same number",
        lambda scene: scene.put(another(scene, "other", chair="Lò Thị Thay")),
        UNSURE,
        ("paper-unsigned", "register-not-this"),
    ),
    Attack("a draft, printed and never issued", _draft, NO, ("paper-not-issued",)),
    Attack("the paper was revoked", _revoked_paper, NO, ("paper-not-standing",)),
    Attack(
        "the register: a row is edited",
        _register("UPDATE entries SET who = 'x' WHERE entry = 3"),
        UNSURE,
        ("register-unsound",),
    ),
    Attack(
        "the register: the revocation is made a signature", _revoked_and_edited, UNSURE, ("register-unsound",)
    ),
    Attack(
        "the register: the revocation has no time any more",
        _revoked_at_no_time,
        NO,
        ("paper-not-standing", "register-unsound"),
    ),
    Attack(
        "the register: a row is taken out",
        _register("DELETE FROM entries WHERE entry = 3"),
        UNSURE,
        ("register-unsound",),
    ),
    Attack(
        "the register: its tail is cut, with this paper",
        _register("DELETE FROM entries WHERE entry > 1; DELETE FROM details"),
        UNSURE,
        ("register-cut",),
    ),
    Attack(
        "the register: the signatures are cut off its tail",
        _register("DELETE FROM entries WHERE entry > 3; DELETE FROM details WHERE entry > 3"),
        UNSURE,
        ("signature-unfiled",),
    ),
    Attack("the register: the revocation is cut off its tail", _revoked_and_cut, MISSED),
    Attack("the register is gone", _no_register, UNSURE, ("register-missing",)),
    Attack("nobody is trusted", _no_roots, UNSURE, ("trust-missing",)),
    Attack("no list of revoked certificates is there", _no_lists, UNSURE, ("revocation-unknown",)),
    Attack(
        "the first thousand bytes of it",
        _final(lambda content: content[:1000]),
        UNSURE,
        ("reading-ended", "unreadable-pdf"),
    ),
    Attack(
        "a loop among the pages",
        _final(lambda content: saved_again(content, _looped)),
        NO,
        ("changed-after-signing", "unreadable-pdf"),
    ),
    Attack(
        "a manifest that unpacks to 256 MB",
        _final(lambda content: saved_again(content, _bomb)),
        NO,
        ("changed-after-signing", "manifest-unreadable"),
    ),
    Attack(
        "a manifest of a million brackets",
        _final(lambda content: saved_again(content, carrying("[" * 1_000_000))),
        NO,
        ("changed-after-signing", "manifest-unreadable"),
    ),
    Attack("an empty file", lambda scene: scene.put(b""), UNSURE, ("reading-ended", "unreadable-pdf")),
    Attack(
        "no PDF at all",
        lambda scene: scene.put(b"%PDF-1.7\n" + OFFICE.encode()),
        UNSURE,
        ("reading-ended", "unreadable-pdf"),
    ),
)


def table() -> str:
    """Write down what is tried and found; the first is no attack."""
    first, *attacks = ATTACKS
    rows = [
        f"| {one.does} | {'**missed**' if one.verdict is MISSED else one.verdict} | {', '.join(one.codes)} |"
        for one in attacks
    ]
    found = sum(one.verdict is not MISSED for one in attacks)
    says = f"{len(attacks)} attacks on {first.does.partition(': ')[2]}, by three real keys: {found} found."
    return "\n".join([says, "", "| what is done | verdict | what is said |", "|---|---|---|", *rows])


def judged(office: Path, file: Path, now: dt.datetime | None = None) -> Judged:
    """Verify a file, in this process: what follows is the same."""
    now = now or dt.datetime.now(dt.UTC)
    with records_of(office, Path(), now) as records:
        return judge(examine(Task(file, records.trust, now)), records)
