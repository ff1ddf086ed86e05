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
git ls-files -z --cached --others --exclude-standard '*.c' '*.h' ':!schemas/generated' |
    xargs -0 sh -c 'for file; do [ -f "$file" ] && printf "%s\0" "$file"; done' sh |
    xargs -0 clang-format $how
