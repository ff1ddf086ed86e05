#!/bin/sh
# form.sh - every hand-written C file looks as .clang-format has it. Mend with: form.sh --mend
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)
cd "$tree"

if ! clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    echo "the tree's form is clang-format 14's (Debian 12: apt-get install clang-format)" >&2
    exit 77
fi
how="--dry-run -Werror"
[ "${1:-}" = --mend ] && how=-i
list=$(mktemp)
trap 'rm -f "$list"' EXIT
"$tree/test/tidy/files.sh" '*.c' '*.h' >"$list"
xargs -0 -a "$list" clang-format $how
