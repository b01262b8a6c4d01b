"""veraPDF, where somebody has installed it: the reference checker of both standards is asked as well."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from reportgen.model.phrase import Phrase, phrase
from reportgen.proof.fault import Fault

PROGRAM: Final = "verapdf"
_FLAVOURS: Final = ("3a", "ua1")
_SECONDS: Final = 120
_SECONDS_EACH: Final = 20

Judged = Sequence[Sequence[Fault]]
"""What each file breaks, in their order."""


def judged(files: Sequence[bytes]) -> Judged | Phrase | None:
    """Let veraPDF judge PDF files, all in one go; nothing where it is not installed, or why it did not."""
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as name:
        paths = [Path(name, f"{number}.pdf") for number in range(len(files))]
        for path, content in zip(paths, files, strict=True):
            path.write_bytes(content)
        found: dict[str, list[Fault]] = {path.name: [] for path in paths}
        for flavour in _FLAVOURS:
            told = _told(program, flavour, paths)
            if told is None or told.keys() != found.keys():
                return phrase("{program} did not judge them", program=PROGRAM)
            for file, faults in told.items():
                found[file] += faults
    return [found[path.name] for path in paths]


def _told(program: str, flavour: str, paths: Sequence[Path]) -> dict[str, list[Fault]] | None:
    """Ask about one standard; give the rules that are broken, file by file."""
    command = [program, "--format", "xml", "--flavour", flavour, *map(str, paths)]
    try:
        run = subprocess.run(  # noqa: S603  # no shell; the paths are our own
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS + _SECONDS_EACH * len(paths),
        )
        root = etree.fromstring(run.stdout, etree.XMLParser(resolve_entities=False, no_network=True))
    except (subprocess.TimeoutExpired, OSError, etree.XMLSyntaxError):
        return None
    jobs = [job for job in root.iter("job") if job.find("validationReport") is not None]
    return {Path(job.findtext("item/name", "")).name: [*_broken(job)] for job in jobs}


def _broken(job: etree._Element) -> Iterator[Fault]:
    for rule in job.iterfind("validationReport/details/rule[@status='failed']"):
        clause = f"{rule.get('specification', '')} {rule.get('clause', '')}".strip()
        yield Fault(clause, " ".join(rule.findtext("description", "").split()))
