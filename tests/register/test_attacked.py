"""What happens beside the program: old copies of the register, cut files, processes that died, odd keys."""

import contextlib
import datetime as dt
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from reportgen.model.ailment import Ill
from reportgen.model.registry import read_number
from reportgen.papers.office import ISSUED, REGISTER
from reportgen.register import open_registry
from reportgen.seal.authority import Authority
from reportgen.seal.keys import open_key
from reportgen.seal.signing import Signing, signed
from reportgen.write import Cabinet
from reportgen.write.place import part_of
from tests.helpers.desk import PIN, issued, run
from tests.papers.issuing import DAY, told
from tests.register.registers import ills, write_three
from tools.issue_storm import set_up

FAR = "9" * 5000


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an office with lists of one to five people."""
    set_up(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("copied", [True, False], ids=["an old copy", "an empty file"])
def test_a_register_that_knows_less_than_the_cabinet_gives_no_numbers(*, copied: bool) -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    run("register", "backup", "old.db")
    run("issue", "danh-sach-1.yaml", *DAY)
    Path(REGISTER).write_bytes(Path("old.db").read_bytes() if copied else b"")
    before = sorted(Path("ban-hanh").rglob("*"))

    said = run("issue", "danh-sach-2.yaml", *DAY, code=4)

    assert "register-paper-unknown" in said
    assert sorted(Path("ban-hanh").rglob("*")) == before
    assert len(told()) == (1 if copied else 0)


@pytest.mark.usefixtures("office")
def test_an_empty_file_is_no_register_yet() -> None:
    """Whoever begins one may die before anything stands in it."""
    Path(REGISTER).touch()
    for command in ("list", "verify", "backup copy.db", "export so.pdf"):
        assert "register-missing" in run("register", *command.split(), code=7)
    run("issue", "danh-sach-0.yaml", *DAY)

    assert len(told()) == 1


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["a pipe", "a folder"])
def test_what_is_no_file_is_no_register(make: Callable[[str], None]) -> None:
    """A pipe would be read without end."""
    make(REGISTER)
    for command in ("issue danh-sach-0.yaml", "register list"):
        assert "register-unreadable" in run(*command.split(), code=7)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("linked", [True, False], ids=["a link to nowhere", "a file"])
def test_what_stands_in_the_place_of_the_cabinet_is_named(*, linked: bool) -> None:
    cabinet = Path(ISSUED)
    cabinet.symlink_to("nowhere") if linked else cabinet.touch()

    assert "file-in-the-way" in run("issue", "danh-sach-0.yaml", *DAY, code=7)
    assert told() == []
    assert not Path("nowhere").exists()


FORGED = {
    "the last entry is changed": ("UPDATE entries SET who = 'x' WHERE entry = 3", "register-unsound-here"),
    "the last entry is taken out": ("DELETE FROM entries WHERE entry = 4", "register-unsound-here"),
    "a number is a word": ("UPDATE entries SET number = 'x' WHERE entry = 2", "register-unsound-here"),
    "a number is far": ("UPDATE entries SET number = 1 << 62 WHERE entry = 2", "register-unsound-here"),
    "bytes that are no text": ("UPDATE entries SET who = CAST(x'ff' AS TEXT)", "register-unreadable"),
    "it says that it is of no version": ("PRAGMA user_version = 0", "register-unreadable"),
}


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("does", FORGED)
def test_nothing_is_written_behind_what_somebody_forged(does: str) -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    if "taken out" in does:
        run("revoke", "01/GCN", "--reason", "ghi nhầm")
    statement, code = FORGED[does]
    with contextlib.closing(sqlite3.connect(REGISTER)) as connection, connection:
        for guard in ("entries_stay", "entries_remain"):
            connection.execute(f"DROP TRIGGER {guard}")
        connection.execute(statement)
    before = sorted(Path(ISSUED).rglob("*.docx"))

    assert code in run("issue", "danh-sach-1.yaml", *DAY, code=7)
    assert sorted(Path(ISSUED).rglob("*.docx")) == before


@pytest.mark.usefixtures("office")
def test_a_register_that_took_another_name_does_not_disown_its_papers() -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    with contextlib.closing(sqlite3.connect(REGISTER)) as connection, connection:
        connection.execute("UPDATE about SET value = 'other' WHERE name = 'register'")

    assert "register-rewritten" in run("register", "verify", code=10)


@pytest.mark.usefixtures("office")
def test_half_letters_and_no_times_are_shown_as_well_as_can_be() -> None:
    """As only a forger writes them."""
    run("issue", "danh-sach-0.yaml", *DAY)
    with contextlib.closing(sqlite3.connect(REGISTER)) as connection, connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("UPDATE entries SET at = 'yesterday'")
        connection.execute("UPDATE details SET body = ?", ('{"name": "\\ud800"}',))

    assert "yesterday" in run("register", "show", "01/GCN")
    assert "?" in run("register", "list")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *[("7", 7), ("007", 7), ("999999999", 999_999_999), ("0" * 5000 + "7", 7)],
        *[(text, None) for text in ("", "0", "00", "-1", "127a", "1_0", "²", "٣", "１", "1000000000", FAR)],
    ],
)
def test_a_number_is_digits_that_a_register_can_hold(typed: str, number: int | None) -> None:
    assert read_number(typed) == number


@pytest.mark.usefixtures("office")
def test_numbers_that_nobody_can_have_are_told_as_that() -> None:
    run("issue", "danh-sach-0.yaml", *DAY)
    for number in (FAR, str(2**63), "1" * 10):
        assert "number-unfit" in run("issue", "danh-sach-1.yaml", "--number", number, code=4)
        assert "number-unread" in run("register", "show", f"{number}/GCN", code=4)
        run("register", "verify", "--printed", f"{number}:abcdefgh", code=2)
    with open_registry(Path(REGISTER), write=False) as registry:
        assert registry.entry(2**63) is None


def test_a_number_as_large_as_can_be_written_is_one_gap(tmp_path: Path) -> None:
    write_three(tmp_path / "so.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "so.db")) as connection, connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("UPDATE entries SET number = ? WHERE act = 'reserved' AND number = 3", (2**62,))

    assert {Ill.EDITED, Ill.GAP} <= ills(tmp_path / "so.db")


def test_a_copy_that_was_interrupted_is_not_there(tmp_path: Path) -> None:
    """What a copying process leaves that died is taken away by the next."""
    cabinet, name = Cabinet(tmp_path), PurePosixPath("copy.db")
    left = part_of(tmp_path / name)

    def half(path: Path) -> None:
        assert path == left
        for one in (path, path.with_name(f"{path.name}-journal")):
            one.write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cabinet.made(name, half)
    assert list(tmp_path.iterdir()) == []
    left.with_name(f"{left.name}-wal").write_bytes(b"of another")
    left.write_bytes(b"half")
    cabinet.made(name, write_three)

    assert list(tmp_path.iterdir()) == [tmp_path / name]
    assert ills(tmp_path / name) == set()


REPLACES = "{% if replaces %}<p>Thay thế {{ replaces }}</p>{% endif %}"


@pytest.mark.parametrize("then", ["replaced", "scanned"])
def test_a_signature_whose_process_died_is_entered_before_the_paper_goes_on(
    tmp_path: Path, then: str
) -> None:
    """It stands in the cabinet and not in the register."""
    desk = issued(tmp_path, Authority.begun(dt.datetime.now(dt.UTC)))
    key = open_key((desk.keys / "secretary.p12").read_bytes(), PIN, "key")
    paper = desk.paper
    paper.write_bytes(signed(paper.read_bytes(), Signing("secretary", certifies=True), key))
    if then == "replaced":
        page, data = desk.office / "templates" / "meeting" / "meeting.html", desk.office / "data.yaml"
        page.write_text(page.read_text(encoding="utf-8") + REPLACES, encoding="utf-8")
        data.write_text(data.read_text(encoding="utf-8").replace("BB-VHXH", "BB-VHXH2"), encoding="utf-8")
        kinds = ("--office", desk.office, "--templates", desk.office / "templates")
        run("reissue", data, "--replaces", "01/BB-VHXH", *kinds)
    else:
        with pikepdf.new() as scan:
            scan.add_blank_page()
            scan.save(tmp_path / "scan.pdf")
        run("sign", "01/BB-VHXH", "--scan", tmp_path / "scan.pdf", "--office", desk.office, code=4)

    run("register", "verify", "--office", desk.office)


@pytest.mark.parametrize(
    ("key", "meant", "fit"),
    [
        (ec.generate_private_key(ec.SECP256R1()), True, True),
        (ec.generate_private_key(ec.SECP256R1()), False, False),
        (ec.generate_private_key(ec.SECP192R1()), True, False),
        (ed25519.Ed25519PrivateKey.generate(), True, False),
    ],
    ids=["for signing", "for servers", "short", "of a sort that others do not know"],
)
def test_a_key_signs_where_whoever_verifies_takes_it(key: Any, *, meant: bool, fit: bool) -> None:
    """Papers that are signed stay as they are: it is too late then."""
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    holder = authority.holder("Nông Văn Dền", key)
    if not meant:
        holder = replace(holder, certificate=unmeant(holder.certificate, authority))
    opened = open_key(authority.packed(holder, PIN), PIN, "key")

    assert (not opened.unfit) is fit


def unmeant(certificate: x509.Certificate, authority: Authority) -> x509.Certificate:
    """Issue a certificate anew that does not say what its key is for."""
    anew = (
        x509.CertificateBuilder()
        .subject_name(certificate.subject)
        .issuer_name(certificate.issuer)
        .public_key(certificate.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(certificate.not_valid_before_utc)
        .not_valid_after(certificate.not_valid_after_utc)
    )
    return anew.sign(authority.issuing.key, hashes.SHA256())


def test_who_typed_a_pin_leaves_no_memory_on_the_disk() -> None:
    """Whatever the program dies of."""
    limits = "resource.getrlimit(resource.RLIMIT_CORE)"
    asking = f"import resource; from reportgen.cli.pins import ask_pin; print(ask_pin(), {limits}[0])"
    done = subprocess.run(
        [sys.executable, "-c", asking],
        input="2468\n", capture_output=True, encoding="utf-8", check=True, preexec_fn=_dumping,
    )  # fmt: skip

    assert done.stdout.split() == ["2468", "0"]


def _dumping() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
