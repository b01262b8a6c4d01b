"""Writing behind a paper without touching a byte of it."""

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


class Untouched(IncrementalPdfFileWriter):
    """Leaves what the paper says of itself as it is: the engine would write it anew, and lose a schema."""

    def _update_meta(self) -> None:
        """Say nothing."""
