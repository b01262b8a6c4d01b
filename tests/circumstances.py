"""What may be wrong with a machine, a folder or the moment: said in a line, and then really so."""

import contextlib
import ctypes
import datetime as dt
import fcntl
import fnmatch
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from clusters import cluster_in
from forging import turned, with_field

import reportgen
from reportgen.batch import printing
from reportgen.batch.press import print_paper
from reportgen.cli import options
from reportgen.cli.findings import described
from reportgen.model import diagnostics
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.errors import ReportgenError
from reportgen.papers.office import REGISTER
from reportgen.papers.trust import TRUSTED
from reportgen.readback import read_back
from reportgen.register import store
from reportgen.render import fonts, watch

NOBODY = 65534
_BIND, _DETACH = 4096, 2
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass
class Machine:
    """The folder in which an example runs, what its programs find around them, and what was said so far."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    said: str = ""
    typed: str = ""
    code: int = 0
    cluster: str = ""
    stamps: str = ""
    module: str = ""

    def say(self, text: str, code: int) -> None:
        """Write down what a program said last, and how it ended."""
        self.said, self.code = self.said + text, code


def brought_about(said: str, machine: Machine) -> AbstractContextManager[None]:
    """Make what a line says true until the context is left."""
    for pattern, bring in _CIRCUMSTANCES.items():
        if found := re.fullmatch(pattern, said):
            return contextlib.contextmanager(bring)(machine, *found.groups())
    raise LookupError(f"nobody knows how to bring about: {said}")


def _typed(machine: Machine, pin: str) -> Iterator[None]:
    """Let somebody type a PIN, and once more where that is asked for."""
    machine.typed = f"{pin}\n{pin}\n"
    yield


def _locked(machine: Machine, name: str, rounds: str) -> Iterator[None]:
    """Let a key say that its PIN is to be digested so often."""
    from asn1crypto import pkcs12  # noqa: PLC0415  (an extra)

    box = pkcs12.Pfx.load((machine.folder / name).read_bytes())
    box["mac_data"]["iterations"] = int(rounds)
    (machine.folder / name).write_bytes(box.dump(force=True))
    yield


def _short(machine: Machine, name: str, bits: str) -> Iterator[None]:
    """Let a key be one that was long enough some decades ago."""
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415  (an extra)

    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)

    authority = Authority.begun(options.now())
    key = rsa.generate_private_key(public_exponent=65537, key_size=int(bits))
    holder = authority.holder(Path(name).stem, key)
    (machine.folder / name).write_bytes(authority.packed(holder, machine.typed.split()[0]))
    yield


def _silent(machine: Machine) -> Iterator[None]:
    """Let nobody sit in front of the machine."""
    machine.typed = ""
    yield


def _tokens(machine: Machine, labels: str, names: str, how: str | None) -> Iterator[None]:
    """Plug in tokens, each with the keys of some people, which perhaps want the PIN for each signature."""
    import tokens  # noqa: PLC0415  (an extra)

    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)

    tokens.begin(machine.folder / "hsm")
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    for label in labels.split(" and "):
        tokens.new_token(label)
        for name in names.split(" and ") if names != "nobody" else ():
            tokens.put(label, authority.holder(name), anew=bool(how))
    machine.module = tokens.MODULE
    yield


def _taken(machine: Machine, name: str) -> Iterator[None]:
    shutil.rmtree(machine.folder / name)
    yield


def _server(machine: Machine) -> Iterator[None]:
    """Let a PostgreSQL server keep the register."""
    from tools.postgres import programs, server  # noqa: PLC0415  (an extra)

    if (found := programs()) is None:
        pytest.skip("no PostgreSQL here (Debian: apt-get install postgresql)")
    with server(found) as running:
        address = running.new_database("gallery")
        (machine.folder / "so-dang-ky.url").write_text(address, encoding="utf-8")
        yield


def _stamped(machine: Machine, how: str | None) -> Iterator[None]:
    """Let an authority for time stamps run, as good as described, and the office trust who made the keys."""
    from cryptography.x509.oid import ExtendedKeyUsageOID  # noqa: PLC0415  (an extra)
    from stamping import TIMES, Answer, served, stamper_of, trusted_in  # noqa: PLC0415  (an extra)

    from reportgen.seal.authority import Authority  # noqa: PLC0415  (an extra)

    trusted = machine.folder / "tin-cay"
    trusted.mkdir()
    for file in (machine.folder / "keys").glob("*.pem"):
        shutil.copy(file, trusted)
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    stamper = stamper_of(
        authority, ExtendedKeyUsageOID.EMAIL_PROTECTION if how == "that is meant for mail" else TIMES
    )
    if how != "that nobody knows":
        trusted_in(trusted, authority, stamper if how == "that was revoked" else None)
    with served(Answer(stamper, "refusal" if how == "and refuses" else "")) as machine.stamps:
        yield


def _clock(_: Machine, day: str) -> Iterator[None]:
    """Let the clock at the front door say noon of a day."""
    noon = dt.datetime.strptime(f"{day} 12 +0000", "%d/%m/%Y %H %z")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("options", "keys", "verify_paper"):
            patch.setattr(f"reportgen.cli.{module}.now", lambda: noon)
        yield


def _link(machine: Machine, name: str, to: str) -> Iterator[None]:
    path = machine.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)
    yield


def _corrected(machine: Machine, name: str, old: str, new: str) -> Iterator[None]:
    path = machine.folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    yield


def _rewritten(machine: Machine, part: str, name: str, old: str, new: str) -> Iterator[None]:
    """Let somebody change a part of a finished Word file, once; ``*`` in its name stands for any letters."""
    path = machine.folder / name
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    part = next(entry for entry in parts if fnmatch.fnmatchcase(entry, part))
    assert old.encode() in parts[part], parts[part].decode()
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    yield


def _commented(machine: Machine, name: str, words: str) -> Iterator[None]:
    """Let somebody write a comment into a finished Word file."""
    path = machine.folder / name
    commented = docx.Document(str(path))
    commented.add_comment(commented.paragraphs[0].runs, words, "Mỷ", "M")
    commented.save(str(path))
    yield


def _scanned(machine: Machine, name: str, pages: str) -> Iterator[None]:
    """Make pages without a text, as a scanner does."""
    with pikepdf.new() as scan:
        for _ in range(int(pages)):
            scan.add_blank_page(page_size=(595, 842))
        scan.save(machine.folder / name)
    yield


def _painted(machine: Machine, page: str, name: str) -> Iterator[None]:
    """Let somebody lay a white box over a page of a finished PDF."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[int(page) - 1].contents_add(pdf.make_stream(b"q 1 g 90 600 200 100 re f Q"))
        pdf.save(path)
    yield


def _page_turned(machine: Machine, page: str, name: str) -> Iterator[None]:
    """Let somebody turn a page of a finished PDF upside down."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[int(page) - 1].obj.Rotate = 180
        pdf.save(path)
    yield


def _refonted(machine: Machine, name: str) -> Iterator[None]:
    """Let somebody exchange a font of a finished PDF."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        (font, *_) = pdf.pages[0].Resources.Font.values()
        program = font.DescendantFonts[0].FontDescriptor.FontFile2
        program.write(program.read_bytes() + b"\0")
        pdf.save(path)
    yield


def _overwritten(machine: Machine, old: str, new: str, name: str) -> Iterator[None]:
    """Let somebody write over the same number of letters in a finished file, the last time they stand."""
    path = machine.folder / name
    before, found, after = path.read_bytes().rpartition(old.encode())
    assert found
    assert len(old) == len(new)
    path.write_bytes(before + new.encode() + after)
    yield


def _turned(machine: Machine, name: str) -> Iterator[None]:
    """Let somebody turn the first page of a finished file, without a change of what stands there."""
    path = machine.folder / name
    path.write_bytes(turned(path.read_bytes()))
    yield


def _signed_elsewhere(machine: Machine, name: str, field: str, key: str) -> Iterator[None]:
    """Let somebody sign with a program that asks nothing, in a field of his own where there is none."""
    from reportgen.seal.keys import open_key  # noqa: PLC0415  (it is an extra)
    from reportgen.seal.signing import Signing, fields_of, signed  # noqa: PLC0415

    path, opened = machine.folder / name, (machine.folder / key).read_bytes()
    content = path.read_bytes()
    if field not in fields_of(content):
        content = with_field(content, field)
    pin = machine.typed.split()[0]
    path.write_bytes(signed(content, Signing(field, certifies=False), open_key(opened, pin, key)))
    yield


def _authority(machine: Machine, folder: str, name: str) -> Iterator[None]:
    """Let an authority issue a certificate and revoke it, and the office trust that authority."""
    from reportgen.seal.authority import Authority  # noqa: PLC0415  (it is an extra)

    authority = Authority.begun(options.now())
    holder = authority.holder(name)
    files = {
        f"{folder}/{name}.p12": authority.packed(holder, machine.typed.split()[0]),
        f"{TRUSTED}/root.pem": authority.anchor(),
        f"{TRUSTED}/revoked.crl": b"".join(authority.revoked([holder])),
    }
    for file, content in files.items():
        (machine.folder / file).parent.mkdir(exist_ok=True)
        (machine.folder / file).write_bytes(content)
    yield


def _protected(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).chmod(0o444)
    yield


def _forbidden(machine: Machine, name: str, mode: int = 0) -> Iterator[None]:
    path = machine.folder / name
    path.chmod(mode)
    with _unprivileged(machine.folder):
        yield
    path.chmod(0o755)


def _read_only(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).mkdir(parents=True, exist_ok=True)
    yield from _forbidden(machine, name, 0o555)


@contextlib.contextmanager
def _unprivileged(folder: Path) -> Iterator[None]:
    """Be nobody for a while, if root: permissions mean nothing to root."""
    if not ROOT:
        yield
        return
    for path in folder.rglob("*"):
        os.chown(path, NOBODY, -1)
    for above in (folder, *folder.parents):
        if above.stat().st_mode & 0o001 == 0:
            above.chmod(0o711)
    os.chown(folder, NOBODY, -1)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def _full_disk(machine: Machine, name: str) -> Iterator[None]:
    """Mount a disk with room for a journal and no document."""
    (machine.folder / name).mkdir(parents=True)
    yield from _mounted(machine.folder / name, b"none", b"tmpfs", data=b"size=8k")


def _failing_disk(machine: Machine, name: str) -> Iterator[None]:
    """Lay over a file one that the kernel can open and cannot read."""
    yield from _mounted(machine.folder / name, b"/proc/self/mem")


def _in_use(machine: Machine, name: str) -> Iterator[None]:
    """Mount a file over itself: the kernel does not let it be replaced."""
    yield from _mounted(machine.folder / name, bytes(machine.folder / name))


def _mounted(
    path: Path, source: bytes, sort: bytes | None = None, data: bytes | None = None
) -> Iterator[None]:
    """Mount a disk, or without a sort another file, where the machine lets us."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(source, bytes(path), sort, 0 if sort else _BIND, data) != 0:
        pytest.skip(f"nothing can be mounted here: {os.strerror(ctypes.get_errno())}")
    try:
        yield
    finally:
        libc.umount2(bytes(path), _DETACH)


def _small_files(_: Machine, size: str) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _large(machine: Machine, name: str, size: str) -> Iterator[None]:
    os.truncate(machine.folder / name, int(size) << 20)
    yield


def _long_list(machine: Machine, name: str, items: str) -> Iterator[None]:
    with (machine.folder / name).open("a", encoding="utf-8") as file:
        file.write("- x\n" * int(items))
    yield


def _many_lines(machine: Machine, name: str, lines: str, line: str) -> Iterator[None]:
    with (machine.folder / name).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n" * int(lines))
    yield


def _long_cell(machine: Machine, name: str, letters: str) -> Iterator[None]:
    with (machine.folder / name).open("a") as file:
        file.write("x" * int(letters))
    yield


def _pipe(machine: Machine, name: str) -> Iterator[None]:
    os.mkfifo(machine.folder / name)
    yield


def _busy(machine: Machine, name: str) -> Iterator[None]:
    """Hold the lock as another process does."""
    lock = machine.folder / name / ".reportgen" / "lock"
    lock.parent.mkdir(parents=True)
    lock.write_text(json.dumps({"pid": 4711, "host": "van-phong"}))
    os.utime(lock, (1_579_420_800, 1_579_420_800))
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _no_locks(_: Machine) -> Iterator[None]:
    """Answer as the kernel does where a network disk knows no locks; none can be mounted in a test."""

    def refuse(*_: object) -> None:
        raise OSError(37, os.strerror(37))

    yield from _replaced(fcntl, "flock", refuse)


def _meanwhile(action: Callable[[Path], object]) -> Callable[..., Iterator[None]]:
    """Let somebody do something at the instant when a finished document would be moved to its place."""

    def bring(machine: Machine, name: str) -> Iterator[None]:
        link = os.link

        def late(*arguments: object, **options: object) -> None:
            action(machine.folder / name)
            link(*arguments, **options)  # type: ignore[arg-type]  # handed on as they come

        yield from _replaced(os, "link", late)

    return bring


def _in_register(machine: Machine, statements: str) -> Iterator[None]:
    """Let somebody who has a tool for databases write into the register, who takes its guards off first."""
    with contextlib.closing(sqlite3.connect(machine.folder / REGISTER)) as register, register:
        for guard in ("entries_stay", "entries_remain"):
            register.execute(f"DROP TRIGGER IF EXISTS {guard}")
        register.executescript(statements)
    yield


def _register_held(machine: Machine) -> Iterator[None]:
    """Let another program write into the register, and nobody wait for it."""
    with contextlib.closing(sqlite3.connect(machine.folder / REGISTER, isolation_level=None)) as register:
        register.execute("BEGIN IMMEDIATE")
        yield from _replaced(store, "PATIENCE", 0)


def _copied(machine: Machine, name: str, to: str) -> Iterator[None]:
    """Let somebody copy a folder, or a file."""
    source, target = machine.folder / name, machine.folder / to
    shutil.copytree(source, target) if source.is_dir() else shutil.copyfile(source, target)
    yield


def _deleted(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).unlink()
    yield


def _interrupted(_: Machine) -> Iterator[None]:
    """Press Ctrl-C when the first paper has been printed."""

    def interrupted(*arguments: Any) -> object:
        printed = print_paper(*arguments)
        os.kill(os.getpid(), signal.SIGINT)
        return printed

    yield from _replaced(printing, "print_paper", interrupted)


_DEADLY = """
import os, sys
if "--multiprocessing-fork" in sys.orig_argv:
    from reportgen.batch import chunks
    print_paper = chunks.print_paper
    chunks.print_paper = lambda key, *rest: os.abort() if key == ({row},) else print_paper(key, *rest)
"""


def _deadly(machine: Machine, row: str) -> Iterator[None]:
    """Kill every process that is to print the paper of a row; those that print begin with this script."""
    script = machine.folder / "deadly" / "sitecustomize.py"
    script.parent.mkdir()
    script.write_text(_DEADLY.format(row=int(row) - 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(script.parent))
        yield


def _no_memory(_: Machine, row: str) -> Iterator[None]:
    """Ask the system for more memory than there can be, when the paper of a row is printed."""

    def greedy(key: tuple[int, ...], *rest: Any) -> object:
        return bytearray(1 << 60) if key == (int(row) - 1,) else print_paper(key, *rest)

    yield from _replaced(printing, "print_paper", greedy)


def _replaced(owner: object, name: str, by: object) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, by)
        yield


def _no_fonts(machine: Machine) -> Iterator[None]:
    """Look for the fonts of the system in a folder that is not there."""
    folder = machine.folder / "system"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(fonts.SYSTEM_FOLDERS, sys.platform, (str(folder),))
        patch.delenv("REPORTGEN_FONTS", raising=False)
        yield


def _liberation(_: Machine) -> Iterator[None]:
    """Print with these faces, whatever else is installed."""
    system = [Path(folder).expanduser() for folder in fonts.SYSTEM_FOLDERS["linux"]]
    faces = [face for folder in system for face in folder.rglob("LiberationSerif-Regular.ttf")]
    if not faces:
        pytest.skip("Liberation Serif is not installed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTGEN_FONTS", str(faces[0].parent))
        yield


def _no_pango(machine: Machine) -> Iterator[None]:
    """Put something before the real library that cannot be loaded."""
    libraries = machine.folder / "libraries"
    libraries.mkdir()
    for name in ("libpango-1.0.so.0", "libpango-1.0.so"):
        (libraries / name).write_bytes(b"no library")
    machine.environment["LD_LIBRARY_PATH"] = str(libraries)
    yield


def _no_module(_: Machine, name: str) -> Iterator[None]:
    """Let an import fail as where a package is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, name, None)
        patch.delitem(sys.modules, "reportgen.batch.cluster", raising=False)
        yield


def _cluster(machine: Machine, workers: str) -> Iterator[None]:
    """Start a scheduler and so many workers."""
    with cluster_in(machine.folder / "far", int(workers)) as cluster:
        machine.cluster = cluster.address
        yield


def _other_worker(machine: Machine, version: str) -> Iterator[None]:
    """Start a worker with another version of the program."""
    package = Path(machine.folder / "other" / "reportgen")
    shutil.copytree(Path(reportgen.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").write_text(f'__version__ = "{version}"\n')
    yield from _cluster_with(machine, package.parent)


def _old_worker(machine: Machine) -> Iterator[None]:
    """Start a worker with a program that knows nothing of clusters."""
    (machine.folder / "other" / "reportgen").mkdir(parents=True)
    (machine.folder / "other" / "reportgen" / "__init__.py").touch()
    yield from _cluster_with(machine, machine.folder / "other")


def _cluster_with(machine: Machine, package: Path) -> Iterator[None]:
    with cluster_in(machine.folder / "far", 0) as cluster:
        cluster.add_worker(PYTHONPATH=str(package))
        cluster.wait()
        machine.cluster = cluster.address
        yield


def _locked_store(machine: Machine) -> Iterator[None]:
    """Start a worker with keys that open nothing."""
    (machine.folder / "other").mkdir()
    (machine.folder / "other" / "s3fs.py").write_text(_LOCKED, encoding="utf-8")
    yield from _cluster_with(machine, machine.folder / "other")


_LOCKED = """
from fsspec import AbstractFileSystem

__version__ = "2026.9.0"

class S3FileSystem(AbstractFileSystem):
    protocol = "s3"

    def cat_file(self, path, **_):
        if "/.reportgen-" in path:
            return b"reportgen"
        raise PermissionError("Access Denied")
"""


def _lost(machine: Machine) -> Iterator[None]:
    """Start a cluster whose scheduler dies when the first papers have come back."""
    from reportgen.batch import cluster as dask  # noqa: PLC0415  (it is an extra)

    with cluster_in(machine.folder / "far", 1) as cluster:
        machine.cluster = cluster.address
        made = dask.Cluster.made

        def last(self: Any, future: Any) -> Any:
            if cluster.scheduler and cluster.scheduler.poll() is None:
                found = made(self, future)
                cluster.kill(cluster.scheduler)
                return found
            with contextlib.suppress(CancelledError):
                if future.exception() is None:  # it had come back as well, on a busy machine
                    raise self.lost()
            return made(self, future)

        yield from _replaced(dask.Cluster, "made", last)


def _hurry(_: Machine) -> Iterator[None]:
    from reportgen.batch import hail  # noqa: PLC0415  (it is an extra)

    yield from _replaced(hail, "PATIENCE", 1)


def _no_office(machine: Machine) -> Iterator[None]:
    """Leave nothing on the path."""
    nowhere = machine.folder / "nowhere"
    nowhere.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(nowhere))
        yield


def _patience(machine: Machine, seconds: str) -> Iterator[None]:
    machine.environment["REPORTGEN_PATIENCE"] = seconds
    yield


def _enough(_: Machine, count: str) -> Iterator[None]:
    yield from _replaced(diagnostics, "MOST_ALIKE", int(count))


def _little_memory(_: Machine, megabytes: str) -> Iterator[None]:
    yield from _replaced(watch, "MOST_MEGABYTES", int(megabytes))


def _read_back(machine: Machine, name: str) -> Iterator[None]:
    """Read a finished file, as is done with every file before it is written."""
    media_type = {".pdf": PDF, ".docx": DOCX}[Path(name).suffix]
    try:
        read_back((machine.folder / name).read_bytes(), media_type)
    except ReportgenError as error:
        lines = [line for diagnostic in error.diagnostics for line in described(diagnostic)]
        machine.say("\n".join([*lines, ""]), error.exit_code)
    yield


_CIRCUMSTANCES: dict[str, Callable[..., Iterator[None]]] = {
    r"the PIN typed is (\S+)": _typed,
    r"(.+) is locked with (\d+) rounds": _locked,
    r"(.+) is an RSA key of (\d+) bits": _short,
    r"nobody types anything": _silent,
    r"a PostgreSQL server keeps the register": _server,
    r"the tokens? (.+?) holds? keys? of (.+?)( that wants the PIN each time)?": _tokens,
    r"a time-stamp authority answers(?: (.+))?": _stamped,
    r"it is (\S+)": _clock,
    r"(\S+) is a link to (\S+)": _link,
    r"in (\S+) the certificate of (.+) is revoked by its authority": _authority,
    r"“(.+)” is overwritten by “(.+)” in (.+)": _overwritten,
    r"somebody signs (.+) in the field (\w+) with (.+)": _signed_elsewhere,
    r"behind what stands in (\S+\.pdf) its first page is turned": _turned,
    r"(\S+) is write-protected": _protected,
    r"in (\S+) “(.+)” becomes “(.+)”": _corrected,
    r"in (\S+) of (\S+\.docx) “(.+)” becomes “(.*)”": _rewritten,
    r"a comment is put into (\S+\.docx): (.+)": _commented,
    r"(\S+\.pdf) is a scan of (\d+) pages?": _scanned,
    r"a white box lies over page (\d+) of (\S+\.pdf)": _painted,
    r"page (\d+) of (\S+\.pdf) is turned": _page_turned,
    r"a font of (\S+\.pdf) is another": _refonted,
    r"(\S+) may not be read": _forbidden,
    r"(\S+) may not be written into": _read_only,
    r"(\S+) is a full disk": _full_disk,
    r"the disk fails under (\S+)": _failing_disk,
    r"the system holds (\S+)": _in_use,
    r"no file may be larger than (\d+) bytes": _small_files,
    r"(\S+) is (\d+) MB large": _large,
    r"(\S+) goes on with a cell of (\d+) letters": _long_cell,
    r"(\S+) goes on with (\d+) items": _long_list,
    r"(\S+) goes on with (\d+) lines (.+)": _many_lines,
    r"(\S+) is a pipe": _pipe,
    r"another reportgen writes into (\S+)": _busy,
    r"the disk knows no locks": _no_locks,
    r"meanwhile somebody deletes (\S+)": _meanwhile(shutil.rmtree),
    r"meanwhile somebody saves (\S+)": _meanwhile(lambda path: path.write_text("by hand")),
    r"somebody presses Ctrl-C after the (?:first|last) paper": _interrupted,
    r"somebody does in the register: (.+)": _in_register,
    r"another program writes into the register": _register_held,
    r"(.+?) is copied to (.+)": _copied,
    r"somebody deletes (.+)": _deleted,
    r"the folder (\S+) is taken away": _taken,
    r"the press dies of row (\d+)": _deadly,
    r"row (\d+) needs all memory": _no_memory,
    r"no font is installed": _no_fonts,
    r"Liberation Serif is the font": _liberation,
    r"(\S+) is read back": _read_back,
    r"Pango is not installed": _no_pango,
    r"(\d+) findings alike are enough": _enough,
    r"a paper may take (\d+) MB": _little_memory,
    r"LibreOffice is not installed": _no_office,
    r"the module (\w+) is not installed": _no_module,
    r"a cluster has (\d+) workers?": _cluster,
    r"a cluster has a worker with reportgen (\S+)": _other_worker,
    r"a cluster has a worker with an old reportgen": _old_worker,
    r"a cluster has a worker whose keys open no store": _locked_store,
    r"a cluster has a scheduler that dies after the first papers": _lost,
    r"nobody waits long for a scheduler": _hurry,
    r"nobody waits longer than (\d+) seconds": _patience,
}
