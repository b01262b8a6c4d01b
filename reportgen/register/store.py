"""Where the register is kept: one SQLite database, one writer at a time, old ones brought up to date."""

import os
import secrets
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from reportgen.model.diagnostics import report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.register import statements
from reportgen.register.faults import faults_at

APPLICATION: Final = 0x53565344
"""What the file says of itself: SVSD."""

PATIENCE: Final = 15
"""So many seconds a writer waits for another."""

VERSION: Final = len(statements.MIGRATIONS)

_SCHEMA: Final = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"


class Connection(Protocol):
    """What any database is spoken to with; ``?`` stands for a value."""

    @property
    def in_transaction(self) -> bool:
        """Tell whether something is begun."""
        ...

    def execute(self, statement: str, values: Sequence[object] = (), /) -> Any:
        """Run a statement."""
        ...


@dataclass(frozen=True, slots=True)
class Store:
    """An open register, in one file or on a server."""

    path: Path
    connection: Connection
    begin: ClassVar[tuple[str, ...]] = ("BEGIN IMMEDIATE",)
    shared: ClassVar[bool] = False
    """Whether others reach it by an address, from folders of their own."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write alone, all of it or nothing."""
        try:
            with faults_at(self.path):
                for statement in self.begin:
                    self.connection.execute(statement)
                yield self.connection
                self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @property
    def home(self) -> str:
        """Give where the register lies."""
        return str(self.path.resolve())

    def about(self, name: str) -> str:
        """Tell what the register notes of itself."""
        found = self.connection.execute(statements.ABOUT, (name,)).fetchone()
        return str(found[0]) if found else ""

    def note(self, name: str, value: str) -> None:
        """Note something of the register itself."""
        self.connection.execute(statements.SET_ABOUT, (name, value))

    def forget(self) -> None:
        """Bring what was deleted out of the write-ahead log; a reader may keep it there a little longer."""
        with faults_at(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def backed_up(self, to: Path) -> None:
        """Copy the register into a file as it stands at one moment, whoever writes meanwhile."""
        with faults_at(to), closing(sqlite3.connect(to)) as copy:
            if isinstance(self.connection, sqlite3.Connection):
                self.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def opened(path: Path, *, write: bool) -> Iterator[Store]:
    """Open a register; to ``write`` it is made where there is none, and brought up to date.

    Raises:
        OutputError: it cannot be opened, is none, or a newer program's.

    """
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OutputError([report("register-unreadable", Origin(str(path)), why=phrase("it is no file"))])
    with faults_at(path):
        connection = _connected(path, write=write)
    with closing(connection):
        store = Store(path, connection)
        with faults_at(path):
            _known(store, write=write)
            if write:
                _brought_up_to_date(store)
        yield store


def _connected(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        return _connection(f"{path.absolute().as_uri()}?mode=rwc")
    try:
        connection = _connection(f"{path.absolute().as_uri()}?mode=ro")
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.OperationalError:
        # a folder that nobody may write into: nobody writes, so that nothing can be read by halves
        if path.with_name(f"{path.name}-wal").exists() or os.access(path.parent, os.W_OK):
            raise
        return _connection(f"{path.absolute().as_uri()}?mode=ro&immutable=1")
    return connection


def _connection(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _known(store: Store, *, write: bool) -> None:
    """Refuse a file that is no register, or a newer program's; an empty one may become a register."""
    # asked first: whoever makes a register now makes its tables and what it says of itself at one stroke
    tables = store.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    (application,), (version,) = (
        store.connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    if not (tables or write):
        raise OutputError([report("register-missing", Origin(str(store.path)))])
    if tables and (application != APPLICATION or version < 1):
        raise OutputError([report("register-unreadable", Origin(str(store.path)), why="")])
    if version > VERSION:
        raise OutputError([report("register-newer", Origin(str(store.path)), found=version, known=VERSION)])
    if strange := _strange(store):
        why = phrase("no program made {name}, which is in it", name=strange)
        raise OutputError([report("register-unreadable", Origin(str(store.path)), why=why)])


def _strange(store: Store) -> str:
    """Name a view, a table or a trigger that no program made: to read it could take forever."""
    made: set[str] = set()
    with closing(sqlite3.connect(":memory:")) as known:
        for migration in statements.MIGRATIONS:
            known.executescript(migration)
            made |= {sql for (_, sql) in known.execute(_SCHEMA)}
    found: list[tuple[str, str]] = store.connection.execute(_SCHEMA).fetchall()
    return next((str(name) for name, sql in found if sql not in made), "")


def _brought_up_to_date(store: Store) -> None:
    _wait_for_wal(store.connection)
    store.connection.execute("PRAGMA synchronous = FULL")
    store.connection.execute("PRAGMA secure_delete = ON")  # what is erased is written over
    if _version(store) == VERSION:
        return
    with store.writing() as connection:
        for migration in statements.MIGRATIONS[_version(store) :]:
            for statement in _statements(migration):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        if not store.about("register"):
            store.note("register", secrets.token_hex(8))


def _wait_for_wal(connection: Connection) -> None:
    """Write ahead: readers never wait. SQLite itself does not wait for whoever turns this on just now."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _version(store: Store) -> int:
    return int(store.connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(migration: str) -> Iterator[str]:
    """Cut a migration into statements; one may hold further semicolons, as a trigger does."""
    text = ""
    for line in migration.splitlines():
        text += f"{line}\n"
        if sqlite3.complete_statement(text):
            yield text
            text = ""
