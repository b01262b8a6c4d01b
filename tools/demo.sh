#!/usr/bin/env bash
# Show what reportgen does; the documents are in out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p out
if [[ -f reportgen/cli/__init__.py ]]; then
    .venv/bin/reportgen --version
fi
