"""Feed a target with ever new bytes: ``python -m tools.fuzz TARGET SECONDS``; without a target, list all.

What is found stays in build/fuzz: give the file's name as third argument to see it fail again.
"""

import sys
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path("build/fuzz")
LIMITS = ("-timeout=60", "-rss_limit_mb=1500", "-max_len=4096", "-print_final_stats=1")


def main(name: str = "", seconds: str = "60", found: str = "") -> None:
    """Let atheris try, where it is installed: not for every Python is there one."""
    atheris = _atheris()
    with atheris.instrument_imports(include=["reportgen"]) if atheris else nullcontext():
        targets = import_module("tools.fuzz.targets")
    if found:
        targets.run(name, Path(found).read_bytes())
    elif name not in targets.TARGETS:
        print("\n".join(targets.TARGETS))
    elif atheris is None:
        print("fuzz: atheris is not installed (pip install atheris); hypothesis alone makes random files")
    else:
        _fuzz(atheris, targets, name, seconds)


def _atheris() -> Any:
    try:
        return import_module("atheris")
    except ImportError:
        return None


def _fuzz(atheris: Any, targets: Any, name: str, seconds: str) -> None:
    corpus = FOLDER / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.SEEDS.get(name, ())):
        (corpus / f"seed-{number}").write_bytes(seed.encode())
    given = [f"-max_total_time={seconds}", f"-artifact_prefix={FOLDER}/found-{name}-", *LIMITS, str(corpus)]
    atheris.Setup([sys.argv[0], *given], lambda content: targets.run(name, content))
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
