"""What writes into the register: entries, one behind the other."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.model.acts import Act
from reportgen.model.registry import Draft, Entry, Hand, Standing
from reportgen.register import statements
from reportgen.register.chain import IDENTITY, SAYS, Drawn, drawn_up, row_of
from reportgen.register.store import Connection


@dataclass(slots=True)
class Pen:
    """Writes entries, one behind the other."""

    connection: Connection
    hand: Hand
    last: Entry | None

    def add(self, draft: Draft) -> Entry:
        """Write one entry."""
        return self._write(drawn_up(self.last, draft, self.hand))

    def put(self, entries: Sequence[Drawn]) -> bool:
        """Write entries as they were drawn up; none of them where others were written meanwhile."""
        if entries and self.last and entries[0].entry.before != self.last.hash:
            return False
        for one in entries:
            self._write(one)
        return True

    def _write(self, drawn: Drawn) -> Entry:
        entry, told = drawn.entry, drawn.told
        self.connection.execute(statements.ADD, row_of(entry))
        if told:
            known = (told.get(IDENTITY, ""), told.get(SAYS, ""))
            body = json.dumps(dict(sorted(told.items())), ensure_ascii=False)
            values = (entry.entry, entry.paper, *known, drawn.salt, body)
            self.connection.execute(statements.ADD_DETAILS, values)
        self.last = entry
        return entry

    def erase(self, standing: Standing, told: Mapping[str, str]) -> Entry:
        """Take out all that was told of a paper; the entry names those that told it, by their digests."""
        gone = {str(one.entry): one.details for one in standing.entries if one.details}
        self.connection.execute(statements.ERASE_DETAILS, (standing.paper,))
        number = standing.number if standing.numbered else None
        return self.add(Draft(Act.ERASED, standing.paper, number, digests=gone, told=told))
