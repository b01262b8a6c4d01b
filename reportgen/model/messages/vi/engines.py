"""What engines and the system say most often, by patterns of their English."""

import re

ENGINES: tuple[tuple[re.Pattern[str], str], ...] = ()
