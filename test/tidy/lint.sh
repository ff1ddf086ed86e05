#!/bin/sh
# lint.sh BUILD - clang-tidy over all hand-written code but the tests, a few seconds; .clang-tidy says what. Its path-sensitive
# analyzer is left out: it costs a minute and cries wolf over calls that write their result on success only.
set -eu
build=$1
tree=$(cd "$(dirname "$0")/../.." && pwd)
cd "$tree"

if ! clang-tidy --version 2>/dev/null | grep -q 'version 14\.'; then
    echo "the tree is linted with clang-tidy 14 (Debian 12: apt-get install clang-tidy)" >&2
    exit 77
fi
found=$(mktemp) list=$(mktemp)
trap 'rm -f "$found" "$list"' EXIT
"$tree/test/tidy/files.sh" '*.c' ':!test' >"$list"
xargs -0 -a "$list" -P2 -n8 clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option >"$found" 2>/dev/null || true
if grep -E '(error|warning): ' "$found" | sort -u | grep .; then
    exit 1
fi
