"""All SQL of the register, plain enough for any database."""

from typing import Final

MIGRATIONS: Final = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE entries (
        entry INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        act TEXT NOT NULL,
        paper TEXT NOT NULL,
        office TEXT NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        source TEXT NOT NULL,
        dated TEXT NOT NULL,
        digests TEXT NOT NULL,
        details TEXT NOT NULL,
        before TEXT NOT NULL,
        hash TEXT NOT NULL
    );
    CREATE TABLE details (
        entry INTEGER PRIMARY KEY,
        paper TEXT NOT NULL,
        identity TEXT NOT NULL,
        says TEXT NOT NULL,
        salt TEXT NOT NULL,
        body TEXT NOT NULL
    );
    CREATE UNIQUE INDEX numbers_once ON entries (series, year, number)
        WHERE act IN ('reserved', 'imported');
    CREATE INDEX entries_of_papers ON entries (paper, entry);
    CREATE INDEX details_of_papers ON details (paper);
    CREATE INDEX papers_known_again ON details (identity);
    CREATE INDEX papers_that_say_the_same ON details (says);
    CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry of the register is never changed'); END;
    CREATE TRIGGER entries_remain BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry of the register is never removed'); END;
    """,
)
"""How each version of the register became the next; none of them is ever changed again."""

GUARDS: Final = (
    """
    CREATE FUNCTION stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'an entry of the register is never changed'; END $$;
    CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION stays();
    CREATE TRIGGER entries_remain BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION stays();
    """,
)
"""What stands on PostgreSQL in the place of each version's triggers, which end it."""

_COLUMNS: Final = (
    "entry, at, who, act, paper, office, series, year, number, source, dated, digests, details, before, hash"
)

ADD: Final = f"INSERT INTO entries ({_COLUMNS}) VALUES ({', '.join('?' * 15)})"  # noqa: S608  (no values)
ALL: Final = f"SELECT {_COLUMNS} FROM entries ORDER BY entry"  # noqa: S608
OF_PAPER: Final = f"SELECT {_COLUMNS} FROM entries WHERE paper = ? ORDER BY entry"  # noqa: S608
LAST: Final = f"SELECT {_COLUMNS} FROM entries ORDER BY entry DESC LIMIT 1"  # noqa: S608
AT: Final = f"SELECT {_COLUMNS} FROM entries WHERE entry = ?"  # noqa: S608
OF_SERIES: Final = f"SELECT {_COLUMNS} FROM entries WHERE series = ? AND year = ? ORDER BY entry"  # noqa: S608
TAKEN: Final = """
    SELECT paper FROM entries
    WHERE act IN ('reserved', 'imported') AND series = ? AND year = ? AND number = ?
"""
HIGHEST: Final = """
    SELECT COALESCE(MAX(number), 0) FROM entries
    WHERE act IN ('reserved', 'imported') AND series = ? AND year = ?
"""
SERIES_OF_YEAR: Final = """
    SELECT DISTINCT series FROM entries WHERE act IN ('reserved', 'imported') AND year = ? ORDER BY series
"""
BY_NUMBER: Final = """
    SELECT DISTINCT paper, year FROM entries
    WHERE act IN ('reserved', 'imported') AND series = ? AND number = ?
    ORDER BY year DESC
"""

ADD_DETAILS: Final = (
    "INSERT INTO details (entry, paper, identity, says, salt, body) VALUES (?, ?, ?, ?, ?, ?)"
)
LAST_DETAILS: Final = "SELECT COALESCE(MAX(entry), 0) FROM details"
DETAILS: Final = "SELECT entry, paper, identity, says, salt, body FROM details ORDER BY entry"
DETAILS_OF_PAPER: Final = "SELECT entry, salt, body FROM details WHERE paper = ? ORDER BY entry"
ERASE_DETAILS: Final = "DELETE FROM details WHERE paper = ?"
FORGET_DETAILS: Final = "DELETE FROM details"
HANDED_IN: Final = """
    SELECT paper FROM entries WHERE act IN ('submitted', 'approved', 'rejected', 'printed') ORDER BY entry
"""
KNOWN: Final = "SELECT DISTINCT paper FROM details WHERE identity = ?"
SAYING: Final = "SELECT DISTINCT paper FROM details WHERE says = ?"

ALL_ABOUT: Final = "SELECT name, value FROM about ORDER BY name"
ABOUT: Final = "SELECT value FROM about WHERE name = ?"
SET_ABOUT: Final = (
    "INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
