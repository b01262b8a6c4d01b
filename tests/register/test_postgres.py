"""A register on a real PostgreSQL server, which a machine may lack (Debian: apt-get install postgresql)."""

import datetime as dt
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from reportgen.model.ailment import Ill
from reportgen.model.errors import OutputError
from reportgen.papers.office import ADDRESS, REGISTER
from reportgen.register import open_registry
from reportgen.seal.authority import Authority
from reportgen.write import Cabinet
from tests.helpers.desk import issued, run
from tests.register.registers import HAND, ills, write_three
from tools.issue_storm import storm
from tools.postgres import Server, programs, server


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """Run a server."""
    if (bin_ := programs()) is None:
        pytest.skip("no PostgreSQL here (Debian: apt-get install postgresql)")
    with server(bin_) as found:
        yield found


@pytest.fixture(scope="module")
def written(running: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register of three papers; give the file with its address."""
    path = tmp_path_factory.mktemp("so") / ADDRESS
    path.write_text(running.new_database("three"), encoding="utf-8")
    write_three(path)
    return path


def by_hand(path: Path) -> "psycopg.Connection[tuple[object, ...]]":
    """Open the database with a tool of its own, as the administrator whom no trigger stops."""
    options = "-c search_path=reportgen -c session_replication_role=replica"
    return psycopg.connect(path.read_text(encoding="utf-8").strip(), autocommit=True, options=options)


@pytest.mark.parametrize("table", ["entries", "details"])
def test_whatever_somebody_edits_is_found(written: Path, table: str) -> None:
    assert ills(written) == set()
    with by_hand(written) as connection:
        about = "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
        names = {str(name) for (name,) in connection.execute(about, (table,)).fetchall()} - {"entry"}
        for name in sorted(names):
            asked, change = (
                sql.SQL(text).format(sql.Identifier(name), sql.Identifier(table))
                for text in ("SELECT {0} FROM {1} WHERE entry = 2", "UPDATE {1} SET {0} = %s WHERE entry = 2")
            )
            ((before,),) = connection.execute(asked).fetchall()
            connection.execute(change, ('{"name": "Lò Văn Bút"}' if name == "body" else f"{before}1",))
            assert ills(written), name
            connection.execute(change, (before,))
    assert ills(written) == set()


def test_a_row_that_is_taken_out_is_found(written: Path) -> None:
    with by_hand(written) as connection:
        (row,) = connection.execute("DELETE FROM entries WHERE entry = 3 RETURNING *").fetchall()
        assert Ill.GONE in ills(written)
        places = sql.SQL(", ").join(sql.Placeholder() * len(row))
        connection.execute(sql.SQL("INSERT INTO entries VALUES ({})").format(places), row)
    assert ills(written) == set()


def test_the_program_itself_can_neither_change_nor_remove_an_entry(written: Path) -> None:
    with open_registry(written, write=True) as registry:
        for statement in ("UPDATE entries SET who = ''", "DELETE FROM entries", "TRUNCATE entries"):
            with pytest.raises(psycopg.errors.RaiseException, match="never changed"):
                registry.store.connection.execute(statement)
    with (
        open_registry(written, write=False) as registry,
        pytest.raises(OutputError, match="register-read-only"),
    ):
        registry.store.note("home", "")


def test_a_life_on_a_server_and_its_copy_in_a_file(running: Server, tmp_path: Path) -> None:
    authority = Authority.begun(dt.datetime.now(dt.UTC))
    desk = issued(tmp_path, authority, running.new_database("life"))
    desk.sign(desk.paper, "secretary")
    (paper,) = json.loads(run("register", "list", "--office", desk.office, "--format", "json"))
    run("register", "verify", "--office", desk.office)
    assert paper["state"] == "signed"
    run("revoke", paper["number"], "--reason", "ghi nhầm", "--office", desk.office)
    run("register", "erase", paper["number"], "--reason", "theo yêu cầu", "--office", desk.office)
    with by_hand(desk.office / ADDRESS) as connection:
        assert connection.execute("SELECT count(*) FROM details WHERE body LIKE '%họp%'").fetchone() == (0,)
    run("register", "backup", tmp_path / "copy.db", "--office", desk.office)
    assert not (desk.office / REGISTER).exists()
    with (
        open_registry(desk.office / ADDRESS, write=False) as here,
        open_registry(tmp_path / "copy.db", write=False) as there,
    ):
        assert here.entries() == there.entries()
        assert here.standings() == there.standings()
        assert there.ailments() == []


def test_a_folder_without_the_papers_of_the_register_gives_no_numbers(
    running: Server, tmp_path: Path
) -> None:
    desk = issued(tmp_path / "one", Authority.begun(HAND.at), running.new_database("two"))
    other = tmp_path / "other"
    shutil.copytree(desk.office, other, ignore=shutil.ignore_patterns(".reportgen"))
    again = ("issue", other / "data.yaml", "--office", other, "--templates", other / "templates")
    assert "register-elsewhere" in run(*again, code=7)

    (desk.office / REGISTER).touch()
    assert "register-two" in run("register", "list", "--office", desk.office, code=7)


def test_an_office_moves_to_a_server_and_takes_every_entry_along(running: Server, tmp_path: Path) -> None:
    """Nobody goes on in the old place; interrupted, the same command goes on."""
    desk = issued(tmp_path, Authority.begun(HAND.at))
    here, address = ("--office", desk.office), running.new_database("moved")
    number, paper = paper_of(desk.office)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cabinet, "renamed", dying)  # it is on the server, and the old file has its name still
        with pytest.raises(DeathError):
            run("register", "move", address, *here)
    assert "register-two" in run("register", "list", *here, code=7)
    (desk.office / ADDRESS).unlink()
    assert "register-moved" in run("register", "list", *here, code=7)
    assert "register-moved" in run("revoke", number, "--reason", "sai", *here, code=7)
    run("register", "move", address, *here)

    assert not (desk.office / REGISTER).exists()
    assert paper_of(desk.office) == (number, paper)
    desk.sign(desk.paper, "secretary")
    run("register", "verify", *here)
    (left,) = desk.office.glob("so-dang-ky-da-chuyen-*.db")
    left.rename(desk.office / REGISTER)
    (desk.office / ADDRESS).unlink()
    assert "register-moved" in run("register", "list", *here, code=7)


def test_an_office_moves_back_and_there_again_and_what_was_erased_is_erased_everywhere(
    running: Server, tmp_path: Path
) -> None:
    desk = issued(tmp_path, Authority.begun(HAND.at))
    here, address = ("--office", desk.office), running.new_database("again")
    number, _ = paper_of(desk.office)
    run("register", "move", address, *here)
    run("register", "move", REGISTER, *here)
    assert not (desk.office / ADDRESS).exists()
    run("register", "erase", number, "--reason", "theo yêu cầu", *here)
    run("register", "move", address, *here)
    run("register", "verify", *here)

    with by_hand(desk.office / ADDRESS) as connection:
        bodies = [str(body) for (body,) in connection.execute("SELECT body FROM details ORDER BY entry")]
    assert "họp của" not in "".join(bodies)
    told = [body["to"] for body in map(json.loads, bodies) if "to" in body]
    assert told == [ADDRESS, REGISTER, ADDRESS]


class DeathError(BaseException):
    """Stands for a machine that stops."""


def dying(*_: object) -> None:
    """Stop."""
    raise DeathError


def paper_of(office: Path) -> tuple[str, dict[str, object]]:
    """Tell what the register knows of its only paper."""
    (found,) = json.loads(run("register", "list", "--office", office, "--format", "json"))
    return found["number"], found


def test_a_place_where_another_register_is_is_left_alone(running: Server, tmp_path: Path) -> None:
    one, other = (issued(tmp_path / name, Authority.begun(HAND.at)) for name in ("one", "other"))
    address = running.new_database("taken")
    run("register", "move", address, "--office", one.office)

    assert "register-there" in run("register", "move", address, "--office", other.office, code=7)
    run("register", "list", "--office", other.office)
    assert "PGPASSWORD" in run("register", "move", "postgresql://so:bí mật@máy/so", code=2)


@pytest.mark.slow
def test_numbers_are_given_once_however_many_issue_and_die(running: Server, tmp_path: Path) -> None:
    left = storm(tmp_path, 10, 3, random.Random(7), running.new_database)  # noqa: S311  (no secret)

    assert left.sound, left
