"""What was measured on."""

import datetime as dt
import os
import platform
from importlib import metadata
from pathlib import Path


def machine(*packages: str) -> str:
    """Describe the day, the machine, its load, and the versions of what is compared."""
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {_version(name)}" for name in packages)
    return (
        f"{dt.date.today():%d/%m/%Y}; {_processor()}, {cores} cores, {memory:.0f} GB; {_system()}; "  # noqa: DTZ011
        f"load {os.getloadavg()[0]:.1f}\nPython {platform.python_version()}, {versions}\n"
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _processor() -> str:
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)
