#!/usr/bin/env bash
# Set up what `make demo` (run) or `make test` and `make lint` (dev) need, in a fresh clone on a bare system.
# The second time there is nothing to do. Exit code 8: an administrator has to install something.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-run}
oldest=311 newest=314 # the Pythons that the files in requirements*.txt are made for
requirements=(requirements.txt)
if [[ $purpose == run ]]; then requirements+=(requirements-demo.txt); else requirements+=(requirements-dev.txt); fi

main() {
    install_packages
    make_environment
}

# --- packages of the system ---------------------------------------------------------------------------------

install_packages() {
    local missing
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]})) || return 0
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        install_with_apt "${missing[@]}"
        mapfile -t missing < <(missing_packages)
    fi
    ((${#missing[@]} == 0)) || give_up_without "${missing[@]}"
}

missing_packages() {
    [[ -x .venv/bin/python || -n $(find_python) ]] || printf '%s\n' python3 python3-venv
    has_library libpango-1.0.so.0 || echo libpango-1.0-0
    has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    has_library libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    has_fonts || echo fonts-liberation2
    [[ $purpose != run ]] || return 0
    command -v pdftotext >/dev/null || echo poppler-utils
    has_office swlo || echo libreoffice-writer-nogui
    has_office sclo || echo libreoffice-calc-nogui
}

find_python() { # the newest on the PATH that can make environments
    local name version best="" highest=0
    for name in python3 python3.1{1..4}; do
        version=$("$name" -c 'import sys, venv, ensurepip; print("%d%02d" % sys.version_info[:2])' 2>/dev/null) || continue
        ((version >= oldest && version <= newest && version > highest)) || continue
        best=$(command -v "$name") highest=$version
    done
    echo "$best"
}

has_library() {
    [[ $(uname) == Linux ]] || return 0 # elsewhere make_environment finds out
    local ldconfig
    ldconfig=$(PATH=$PATH:/sbin:/usr/sbin command -v ldconfig) || return 0
    [[ $("$ldconfig" -p) == *"$1 "* ]]
}

has_fonts() { # a Times that has every Vietnamese letter; Liberation 1 of Debian 12 has not
    [[ $(uname) == Linux ]] || return 0
    local complete
    complete=$(fc-list ':lang=vi' file 2>/dev/null) || return 1
    grep -qiE '/(LiberationSerif-Regular|Tinos-Regular|times|times new roman)\.ttf' <<<"$complete"
}

has_office() { # LibreOffice with the part that this library belongs to
    local soffice
    soffice=$(command -v soffice) || return 1
    [[ $(uname) != Linux || -e $(dirname "$(readlink -f "$soffice")")/lib$1.so ]]
}

install_with_apt() {
    echo "setup: installing $*"
    local log
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get update && apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "setup: apt-get could not install $*" >&2
    fi
    rm -f "$log"
}

give_up_without() {
    {
        echo "reportgen needs these packages of the system (names as in Debian), and they are not there:"
        printf '    %s\n' "$@"
        [[ " $* " != *" python3 "* ]] || pythons_found
        [[ " $* " != *pango* && " $* " != *fonts* ]] ||
            echo "Without Pango and a Times with all Vietnamese letters no PDF can be made, so not even the demo can run."
        echo "Ask your administrator for this, then run make again:"
        echo "    apt-get update && apt-get install --no-install-recommends $*"
    } >&2
    exit 8
}

pythons_found() {
    local found
    found=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2], "in", sys.executable)' 2>/dev/null) || found="none"
    echo "(Python found: $found; wanted: 3.11 to 3.14 with the module venv.)"
}

# --- the virtual environment --------------------------------------------------------------------------------

make_environment() {
    local stamp
    stamp=.venv/.ready-$purpose-$({ cat "${requirements[@]}" tools/setup.sh && pwd; } | cksum | tr -d ' ')
    [[ ! -e $stamp || ! -x .venv/bin/python ]] || return 0
    .venv/bin/python -c 'import pip' 2>/dev/null || make_empty_environment
    install_requirements
    link_program
    rm -f .venv/.ready-"$purpose"-*
    touch "$stamp"
}

make_empty_environment() {
    local python
    python=$(find_python)
    echo "setup: making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
}

install_requirements() {
    echo "setup: installing ${requirements[*]}"
    local log
    log=$(mktemp)
    if ! .venv/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes --no-deps \
        --only-binary :all: "${requirements[@]/#/--requirement=}" >"$log" 2>&1; then
        grep -v "^WARNING: Location" "$log" | tail -n 20 >&2
        echo "setup: pip could not install ${requirements[*]}; is the package registry reachable?" >&2
        exit 8
    fi
    rm -f "$log"
    .venv/bin/python -c 'import weasyprint' || {
        echo "setup: WeasyPrint does not find Pango; install it (macOS: brew install pango), then run make again" >&2
        exit 8
    }
}

link_program() { # what an editable installation would do, without a build tool
    .venv/bin/python - <<'PYTHON'
import os
import sysconfig
from pathlib import Path

Path(sysconfig.get_path("purelib"), "reportgen.pth").write_text(f"{Path.cwd()}\n")
program = Path(sysconfig.get_path("scripts"), "reportgen")
program.write_text("""#!/bin/sh
'''exec' "$(dirname -- "$(readlink -f -- "$0")")/python" "$0" "$@"
' '''
import sys

from reportgen.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
""")
os.chmod(program, 0o755)
PYTHON
}

main
