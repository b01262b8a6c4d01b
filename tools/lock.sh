#!/usr/bin/env bash
# Choose versions anew and write requirements.txt, -demo.txt and -dev.txt, with the hash of every file of a
# release and without the address of any registry. Run it with the oldest Python that reportgen supports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3.11 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pip-tools
"$work/venv/bin/python" - "$work" <<'PYTHON'
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
extras = project["project"]["optional-dependencies"]
own = ["-c requirements.txt"]
for name, wanted in {
    "reportgen": project["project"]["dependencies"],
    "demo": [*own, *extras["sign"], *extras["qr"]],
    "dev": [*own, "-c requirements-demo.txt", *project["dependency-groups"]["dev"]],
}.items():
    (Path(sys.argv[1]) / name).write_text("\n".join(wanted) + "\n", "utf-8")
PYTHON

lock() {
    local wanted=$1 written=$2 about=$3
    (cd "$work" && venv/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
        --no-header --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
        --output-file "$written" "$wanted")
    {
        echo "# $about: written by tools/lock.sh from pyproject.toml."
        echo "# Installed with hashes checked, for Python 3.11 to 3.14."
        sed -E "/^$/d; s/(via|#  ) -r $wanted$/\1 $wanted/; s/(via|#  ) -c /\1 /" "$work/$written"
    } >"$written"
    if grep -nE '://|--(index|extra-index|find-links|trusted)|file:|@ ' "$written"; then
        echo "$written names a registry or a path" >&2
        exit 1
    fi
}
lock reportgen requirements.txt "What reportgen runs with"
lock demo requirements-demo.txt "What \`make demo\` signs with, besides requirements.txt"
lock dev requirements-dev.txt "What checks and tests reportgen, besides requirements.txt"
