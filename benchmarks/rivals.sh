#!/usr/bin/env bash
# Install what rivals.py compares with into benchmarks/.rivals, which belongs to nobody's copy of the project.
# Carbone's community licence allows its use, but not to offer it as a service; nothing of it is kept here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p .rivals
../.venv/bin/python -m pip install --disable-pip-version-check --quiet --upgrade --no-deps --target .rivals/python \
    docx-mailmerge2==1.0.3 typst==0.15.2 reportlab==5.1.0 charset-normalizer==3.5.2
if command -v npm >/dev/null; then
    echo '{"private": true}' >.rivals/package.json
    npm install --prefix .rivals --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error \
        docxtemplater@3.71.0 pizzip@3.3.0 easy-template-x@7.2.8 carbone@3.8.2
else
    echo "npm is not there: docxtemplater, easy-template-x and Carbone will be left out" >&2
fi
