#!/bin/sh
# The native libraries WeasyPrint draws with (Pango, HarfBuzz) and the module that makes virtual
# environments. As root on Debian or Ubuntu they are installed; elsewhere the one command is printed.
set -eu
python=${1:-python3}
missing=""
have() { ldconfig -p 2>/dev/null | grep -q "$1"; }
if [ "$(uname -s)" = Linux ]; then
    have libpango-1.0.so.0 || missing="$missing libpango-1.0-0"
    have libpangoft2-1.0.so.0 || missing="$missing libpangoft2-1.0-0"
    have libharfbuzz-subset.so.0 || missing="$missing libharfbuzz-subset0"
    # Names in other scripts fall back to what the system has.
    command -v fc-list >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi dejavu || missing="$missing fontconfig fonts-dejavu-core"
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    missing="$missing python3-venv"
fi
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        echo "installing:$missing"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        # shellcheck disable=SC2086
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
        exit 0
    fi
    echo "Please run this once, then make again:" >&2
    echo "    sudo apt-get install -y$missing" >&2
elif [ "$(uname -s)" = Darwin ]; then
    command -v brew >/dev/null 2>&1 && brew list pango >/dev/null 2>&1 && exit 0
    echo "Please run this once, then make again:  brew install pango" >&2
else
    echo "Please install Pango 1.44 or later (package pango) and Python's venv module, then make again." >&2
fi
exit 1
