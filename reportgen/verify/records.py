"""What an office knows: its register, and whom it trusts. Neither must be there; then nobody can tell."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import Registered, Standing
from reportgen.papers.keyring import knows_signatures
from reportgen.papers.office import OfficeFolder, find_office
from reportgen.papers.trust import trust_in
from reportgen.papers.verify import doubt
from reportgen.register import Registry

if TYPE_CHECKING:
    from reportgen.seal.checking_trust import Trust


@dataclass(frozen=True, slots=True)
class Records:
    """What an office knows; ``doubt`` is why its register is not to be relied on, or not there.

    ``trust`` is nothing where the libraries for signatures are not installed.
    """

    at: dt.datetime
    trust: "Trust | None"
    registry: Registry | None = None
    doubt: Diagnostic | None = None
    shelf: Shelf | None = None
    """Where the kinds lie: the office's own, and the program's."""

    def standing(self, carried: Registered) -> tuple[Standing | None, str]:
        """Find the paper that carries this, or tell, as a code, why it is none of the register."""
        if self.registry is None:
            return None, ""
        if code := doubt(self.registry, carried):
            return None, code
        entry = self.registry.entry(carried.entry)
        return (self.registry.standing(entry.paper) if entry else None), ""


@contextmanager
def records_of(named: Path | None, working: Path, at: dt.datetime) -> Iterator[Records]:
    """Open what the office has: the one that is named, or the nearest from the working folder upwards.

    The folder of the file is never asked: whoever made the file could have made its folder too.

    Raises:
        DataError: a file that should say whom to trust says nothing.

    """
    try:
        office = find_office(named, working)
    except OutputError as error:
        yield Records(at, _trust(None), doubt=error.diagnostics[0])
        return
    trust, shelf = _trust(office), Shelf.usual(working=office.path, office=office.path)
    with ExitStack() as stack:
        try:
            registry = stack.enter_context(office.reading())
            sound = not registry.ailments()
        except OutputError as error:
            yield Records(at, trust, doubt=error.diagnostics[0], shelf=shelf)
            return
        place = Origin(str(office.register))
        yield Records(at, trust, registry, None if sound else report("register-unsound", place), shelf)


def _trust(office: OfficeFolder | None) -> "Trust | None":
    return trust_in(office) if knows_signatures() else None
