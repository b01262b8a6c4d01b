"""The engine of pages, loaded when the first one is printed: it needs Pango, which not every machine has.

It stays as long as the process does. Python's search for garbage would go through all of it again and again
while it is loaded, and while the first pages are laid out: a tenth of what they take.
"""

import gc
from contextlib import redirect_stdout
from functools import lru_cache
from io import StringIO
from types import ModuleType

from reportgen.model.diagnostics import report
from reportgen.model.errors import MissingToolError
from reportgen.model.phrase import Foreign
from reportgen.sweeping import unswept


@lru_cache(maxsize=1)
def engine() -> ModuleType:
    """Load what lays pages out.

    Raises:
        MissingToolError: a library that it needs is not there.

    """
    try:
        with redirect_stdout(StringIO()), unswept():  # where Pango is missing, it prints a page of its own
            from reportgen.render.page import weasy  # noqa: PLC0415  # it loads Pango, which Word does not need

            gc.freeze()  # nobody throws this away
    except OSError as error:
        reason = str(error).splitlines()[0].partition(".  ")[0].rstrip(".")
        raise MissingToolError([report("no-pango", reason=Foreign(reason))]) from error
    return weasy
