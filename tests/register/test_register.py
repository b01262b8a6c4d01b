"""The register's own file: who edits it by hand is found out, whoever works on it."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.acts import Act
from reportgen.model.ailment import Ill
from reportgen.model.errors import OutputError
from reportgen.model.registry import Draft, Number, Source
from reportgen.register import Registry, new_paper, open_registry, statements, store
from tests.register.registers import DAY, HAND, SERIES, ills, write_three


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register of three papers."""
    path = tmp_path_factory.mktemp("so") / "so.db"
    write_three(path)
    return path


@contextlib.contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file with a tool for databases, its guards taken off."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER entries_stay")
        connection.execute("DROP TRIGGER entries_remain")
        connection.execute("DROP INDEX numbers_once")
        yield connection


def columns(path: Path, table: str) -> list[tuple[str, int]]:
    """List the columns of a table with each row that it has."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        rows = [row[0] for row in connection.execute(f"SELECT entry FROM {table} ORDER BY entry")]  # noqa: S608
    return [(name, row) for name in names for row in rows]


def test_nothing_is_wrong_with_a_register_that_was_opened_and_never_written_to(tmp_path: Path) -> None:
    register = tmp_path / "so.db"
    with open_registry(register, write=True):
        pass

    assert ills(register) == set()


def test_a_register_of_which_every_entry_was_taken_out_is_not_a_new_one(
    written: Path, tmp_path: Path
) -> None:
    shutil.copy(written, register := tmp_path / "so.db")
    with by_hand(register) as connection:
        connection.execute("DELETE FROM details")
        connection.execute("DELETE FROM entries")

    assert Ill.GONE in ills(register)


def test_nothing_is_wrong_with_what_nobody_touched(written: Path) -> None:
    assert ills(written) == set()


@pytest.mark.parametrize("table", ["entries", "details"])
def test_whatever_value_somebody_changes_is_found(written: Path, table: str, tmp_path: Path) -> None:
    for name, row in columns(written, table):
        copy = tmp_path / f"{table}-{name}-{row}.db"
        shutil.copyfile(written, copy)
        with by_hand(copy) as connection:
            changed = '\'{"name": "Lò Văn Bút"}\'' if name == "body" else f"CAST({name} AS TEXT) || '1'"
            connection.execute(f"UPDATE {table} SET {name} = {changed} WHERE entry = {row}")  # noqa: S608

        assert ills(copy), (name, row)


def test_whatever_row_is_taken_out_is_found_but_the_last(written: Path, tmp_path: Path) -> None:
    rows = [row for name, row in columns(written, "entries") if name == "entry"]
    for row in rows[:-1]:
        copy = tmp_path / f"{row}.db"
        shutil.copyfile(written, copy)
        with by_hand(copy) as connection:
            connection.execute(f"DELETE FROM entries WHERE entry = {row}")  # noqa: S608

        assert Ill.GONE in ills(copy)


@settings(max_examples=25)
@given(place=st.integers(1, 7), forged=st.booleans())
def test_a_row_put_in_is_found_wherever_it_is_put(
    written: Path, tmp_path: Path, *, place: int, forged: bool
) -> None:
    """The rows behind it move on by one; a forger may know how the hash of a row is made."""
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    with by_hand(copy) as connection:
        connection.execute(f"UPDATE entries SET entry = -entry - 1 WHERE entry >= {place}")  # noqa: S608
        connection.execute("UPDATE entries SET entry = -entry WHERE entry < 0")
        source = 2 if place > 2 else 3
        (row,) = connection.execute(f"SELECT * FROM entries WHERE entry = {source}")  # noqa: S608
        before = row[-2] if forged else "0" * 64
        values = (place, *row[1:8], 4, *row[9:-2], before, row[-1])
        connection.execute(f"INSERT INTO entries VALUES ({', '.join('?' * 15)})", values)  # noqa: S608

    assert ills(copy)


def test_the_program_itself_can_neither_change_nor_remove_an_entry(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        for statement in ("UPDATE entries SET who = ''", "DELETE FROM entries"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(statement)


def test_what_was_taken_out_by_an_entry_is_not_missed(written: Path, tmp_path: Path) -> None:
    """The law lets a person's data be erased; the chain stands."""
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    with open_registry(copy, write=True) as registry, registry.writing(HAND) as pen:
        pen.add(Draft(Act.ERASED, digests={"2": "by law"}))
        pen.connection.execute("DELETE FROM details WHERE entry = 2")

    assert ills(copy) == set()


def test_what_is_interrupted_while_it_is_written_was_never_there(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    with open_registry(copy, write=True) as registry:
        before = registry.last()
        with pytest.raises(KeyboardInterrupt):
            write_and_stop(registry)

        assert registry.last() == before


def write_and_stop(registry: Registry) -> None:
    """Press Ctrl-C between two entries."""
    with registry.writing(HAND) as pen:
        pen.add(Draft(Act.RESERVED, new_paper(), next_of(registry), Source.OURS, DAY))
        raise KeyboardInterrupt


def test_a_copy_is_whole_while_others_write(written: Path, tmp_path: Path) -> None:
    original, copy = tmp_path / "so.db", tmp_path / "copy.db"
    shutil.copyfile(written, original)
    with open_registry(original, write=True) as registry, registry.writing(HAND) as pen:
        pen.add(Draft(Act.RESERVED, new_paper(), registry.next_number(SERIES), Source.OURS, DAY))
        with open_registry(original, write=False) as other:
            other.backed_up(copy)

    assert ills(copy) == set()
    assert length(copy) == length(written) == length(original) - 1


def length(path: Path) -> int:
    """Count the entries."""
    with open_registry(path, write=False) as registry:
        return len(registry.entries())


def test_a_register_can_be_read_where_nobody_may_write(written: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    copy.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert ills(copy) == set()
    finally:
        tmp_path.chmod(0o755)


def test_numbers_are_looked_up_with_and_without_zeros(written: Path) -> None:
    with open_registry(written, write=False) as registry:
        assert [str(one.number) for one in registry.called("GCN", 2)] == ["02/GCN"]
        assert registry.called("GCN", 9) == []
        assert str(next_of(registry)) == "04/GCN"


def next_of(registry: Registry) -> Number:
    """Give the number that comes next."""
    return registry.next_number(SERIES)


def test_a_register_of_an_older_program_is_brought_up_to_date_and_keeps_its_entries(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A further script is all that a new version adds."""
    copy = tmp_path / "copy.db"
    shutil.copyfile(written, copy)
    further = "ALTER TABLE about ADD COLUMN since TEXT NOT NULL DEFAULT '';"
    monkeypatch.setattr(statements, "MIGRATIONS", (*statements.MIGRATIONS, further))
    monkeypatch.setattr(store, "VERSION", store.VERSION + 1)
    with open_registry(copy, write=True):
        pass

    assert ills(copy) == set()
    assert length(copy) == length(written)
    monkeypatch.undo()
    with pytest.raises(OutputError, match="newer"):
        length(copy)


VIEW = """
    ALTER TABLE details RENAME TO other;
    CREATE VIEW details AS WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)
        SELECT n AS entry, '' AS paper, '' AS identity, '' AS says, '' AS salt, '' AS body FROM more;
"""


@pytest.mark.parametrize(
    "written_in",
    [
        VIEW,
        "CREATE TRIGGER later AFTER INSERT ON entries BEGIN DELETE FROM details; END",
    ],
    ids=["a view", "a trigger"],
)
def test_what_no_program_made_in_a_register_is_refused_before_it_is_read(
    written: Path, tmp_path: Path, written_in: str
) -> None:
    register = Path(shutil.copy(written, tmp_path))
    with contextlib.closing(sqlite3.connect(register)) as connection:
        connection.executescript(written_in)
    for write in (False, True):
        with pytest.raises(OutputError) as caught, open_registry(register, write=write):
            pass
        assert [one.code for one in caught.value.diagnostics] == ["register-unreadable"]


def test_details_of_a_hundred_thousand_brackets_are_found_to_be_changed(
    written: Path, tmp_path: Path
) -> None:
    register = Path(shutil.copy(written, tmp_path))
    with contextlib.closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE details SET body = ?", ("[" * 100_000,))
    with open_registry(register, write=False) as registry:
        assert registry.ailments()
        assert len(registry.standings()) > 0
