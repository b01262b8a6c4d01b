"""What was put behind a paper before anybody signed it: no signature tells of that, for each covers it.

Whoever signs first with a program of his own could turn, hide or redraw the pages in the same step.
"""

import re
from typing import Final

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    FormUpdatingRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import (
    ACROFORM_EXEMPT_STRICT_COMPARISON,
    ROOT_EXEMPT_STRICT_COMPARISON,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from reportgen.seal.checking_reader import Reader

_FIRST_END: Final = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")

_CERTIFIED: Final = "/Perms"
"""Where the catalog says that the first signature lets nothing be done but sign."""

_LEGAL: Final = "/Legal"
"""Where a program that certifies counts what could mislead a reader: scripts, pictures from elsewhere."""

_SIGNED: Final = "/SigFlags"
"""Where the form says that there are signatures."""


def changed_before(reader: Reader, content: bytes, first: EmbeddedPdfSignature) -> bool:
    """Tell whether more was done to a paper than to sign it, from when it was written to the first signature.

    What was written first has to be the beginning of the file: a list of objects of somebody else's, behind
    it, would leave the paper's own pages unused.
    """
    end = _FIRST_END.search(content)
    if end is None or int(end[1]) != reader.xrefs.get_startxref_for_revision(0):
        return True
    written = reader.get_historical_resolver(0)
    try:
        for revision in range(1, first.signed_revision + 1):
            _policy().apply(written, reader.get_historical_resolver(revision))
    except SuspiciousModification:
        return True
    return False


def _policy() -> StandardDiffPolicy:
    """Allow what may come behind a signature, and what the first one says of itself."""
    usual = DEFAULT_DIFF_POLICY
    known = [rule for rule in usual.global_rules if not isinstance(rule, CatalogModificationRule)]
    catalog = CatalogModificationRule({*ROOT_EXEMPT_STRICT_COMPARISON, _CERTIFIED, _LEGAL})  # type: ignore[no-untyped-call]
    fields = usual.form_rule.field_rules if usual.form_rule else []
    form = FormUpdatingRule(fields, ignored_acroform_keys={*ACROFORM_EXEMPT_STRICT_COMPARISON, _SIGNED})
    return StandardDiffPolicy([catalog, *known], form)
