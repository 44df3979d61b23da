#!/usr/bin/env bash
# Installs what the tests need from the system, or says in one sentence what must be installed.
set -euo pipefail
needed=()
command -v belenios-tool >/dev/null || needed+=(belenios-tool)
if [ "${1:-}" != crosscheck ]; then
    compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || needed+=(postgresql)
    command -v chromium >/dev/null || needed+=(chromium)
    command -v belenios-tool >/dev/null || needed+=(belenios-tool)
    compgen -G "/usr/lib/*/faketime/libfaketimeMT.so.1" >/dev/null || needed+=(faketime)
    command -v belenios-tool >/dev/null || needed+=(belenios-tool)
fi
[ "${#needed[@]}" -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    apt-get install -y -q "${needed[@]}" >/dev/null
else
    echo "The tests need ${needed[*]}: as root, run: apt-get install -y ${needed[*]}" >&2
    exit 1
fi
