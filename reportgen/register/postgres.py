"""A register on a PostgreSQL server, for an office whose computers share one: the same statements.

The address stands in a file, as libpq takes it: ``postgresql://user@host/database``. A password belongs into
``~/.pgpass`` or ``PGPASSWORD``. Everything lies in a schema of its own.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError, OutputError
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign
from reportgen.register import statements
from reportgen.register.store import PATIENCE, VERSION, Store, opened

if TYPE_CHECKING:
    import psycopg

ADDRESS: Final = ".url"
"""What the name of a file ends in that holds a register's address."""

_SCHEMA: Final = "reportgen"
_LOCK: Final = 0x53565344
_SETTINGS: Final = f"-c search_path={_SCHEMA} -c lock_timeout={PATIENCE}s"
_KNOWN: Final = "SELECT count(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = ?"
_CODES: Final = {
    "55P03": "register-busy",
    "53100": "register-disk-full",
    "42501": "register-read-only",
    "25006": "register-read-only",
    "42P01": "register-unreadable",
}
"""By what the server calls it (SQLSTATE): lock_not_available, disk_full, insufficient_privilege …"""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Speaks to a server as to a file; what it refuses is a complaint about the register."""

    path: Path
    raw: "psycopg.Connection[tuple[Any, ...]]"

    @property
    def in_transaction(self) -> bool:
        """Tell whether something is begun, and the server still there."""
        return self.raw.info.transaction_status.name in {"ACTIVE", "INTRANS", "INERROR"}

    def execute(self, statement: str, values: Sequence[object] = (), /) -> Any:
        """Run a statement.

        Raises:
            OutputError: the server does not let us, or is gone.

        """
        import psycopg  # noqa: PLC0415  # an extra

        query: Any = statement.replace("?", "%s")
        try:
            return self.raw.execute(query, values or None)
        except psycopg.Error as error:
            code = _CODES.get(error.sqlstate or "08000", "")
            if isinstance(error, psycopg.OperationalError) and not code:
                code = "register-unreachable"
            if not code:
                raise
            raise OutputError([report(code, Origin(str(self.path)), why=_why(error))]) from error


@dataclass(frozen=True, slots=True)
class _Shared(Store):
    """A register on a server; one writer at a time, and readers never wait."""

    begin: ClassVar[tuple[str, ...]] = ("BEGIN", "LOCK TABLE about IN EXCLUSIVE MODE")
    shared: ClassVar[bool] = True

    @property
    def home(self) -> str:
        """Tell that no folder is its home."""
        return "postgresql"

    def forget(self) -> None:
        """Have the server give up what was deleted."""
        self.connection.execute("VACUUM details")

    def backed_up(self, to: Path) -> None:
        """Copy the register into an SQLite file, which is a register like any other."""
        tables = (statements.ALL_ABOUT, statements.ALL, statements.DETAILS)
        self.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            rows = [self.connection.execute(one).fetchall() for one in tables]
        finally:
            self.connection.execute("ROLLBACK")
        with opened(to, write=True) as copy, copy.writing() as connection:
            for adding, found in zip(
                (statements.SET_ABOUT, statements.ADD, statements.ADD_DETAILS), rows, strict=True
            ):
                for row in found:
                    connection.execute(adding, row)
            copy.note("home", copy.home)


@contextmanager
def opened_at(path: Path, *, write: bool) -> Iterator[Store]:
    """Open the register whose address a file holds; to ``write`` it is made where there is none.

    Raises:
        OutputError: the server does not answer, or what is there is no register, or a newer program's.
        MissingToolError: the library for it is not installed.

    """
    if find_spec("psycopg") is None:
        raise MissingToolError([report("postgres-extra-missing", Origin(str(path)))])
    with closing(_connected(path, write=write)) as raw:
        store = _Shared(path, _Spoken(path, raw))
        if write:
            _brought_up_to_date(store)
        _refuse_others(store)
        yield store


def _connected(path: Path, *, write: bool) -> "psycopg.Connection[tuple[Any, ...]]":
    import psycopg  # noqa: PLC0415  # an extra

    settings = _SETTINGS if write else f"{_SETTINGS} -c default_transaction_read_only=on"
    try:
        address = path.read_text(encoding="utf-8").strip()
        return psycopg.connect(
            address, autocommit=True, connect_timeout=PATIENCE, options=settings, application_name="reportgen"
        )
    except (psycopg.Error, OSError, ValueError) as error:
        raise OutputError([report("register-unreachable", Origin(str(path)), why=_why(error))]) from error


def _refuse_others(store: Store) -> None:
    """Refuse what is no register yet, or a newer program's."""
    if not _is_there(store):
        raise OutputError([report("register-missing", Origin(str(store.path)))])
    version = int(store.about("version") or 0)
    if version > VERSION:
        raise OutputError([report("register-newer", Origin(str(store.path)), found=version, known=VERSION)])


def _is_there(store: Store) -> bool:
    return bool(store.connection.execute(_KNOWN, (_SCHEMA, "about")).fetchone()[0])


def _brought_up_to_date(store: Store) -> None:
    if _is_there(store) and int(store.about("version") or 0) >= VERSION:
        return
    store.connection.execute("BEGIN")
    try:
        store.connection.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")  # several may begin at once
        version = int(store.about("version")) if _is_there(store) else 0
        if version == 0:
            store.connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
        for migration, guards in list(zip(statements.MIGRATIONS, statements.GUARDS, strict=True))[version:]:
            store.connection.execute(migration.partition("CREATE TRIGGER")[0] + guards)
        store.note("version", str(VERSION))
        if not store.about("register"):
            store.note("register", secrets.token_hex(8))
        store.connection.execute("COMMIT")
    except BaseException:
        if store.connection.in_transaction:
            store.connection.execute("ROLLBACK")
        raise


def _why(error: Exception) -> Foreign:
    """Take out of what the library says what matters."""
    first, *_ = [*str(error).splitlines(), type(error).__name__]
    return Foreign(first.rpartition("failed: ")[2].removeprefix("FATAL:").strip())
