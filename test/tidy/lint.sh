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
found=$(mktemp)
trap 'rm -f "$found"' EXIT
git ls-files -z '*.c' ':!schemas/generated' ':!test' |
    xargs -0 sh -c 'for file; do [ -f "$file" ] && printf "%s\0" "$file"; done' sh |
    xargs -0 -P2 -n8 clang-tidy -p "$build" --quiet >"$found" 2>/dev/null || true
grep -E '(error|warning): ' "$found" | sort -u
! grep -qE '(error|warning): ' "$found"
