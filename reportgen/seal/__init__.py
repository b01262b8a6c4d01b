"""The seal room: keys, signatures in PDF files, and an authority to try them out with.

Imported only when something is signed or looked into: its libraries are an extra (``reportgen[sign]``).
"""

import logging
from typing import Final

_LIBRARIES: Final = ("pyhanko", "pyhanko_certvalidator")

for _name in _LIBRARIES:
    logging.getLogger(_name).addHandler(
        logging.NullHandler()
    )  # they tell of each certificate they do not like
