#!/bin/sh
# files.sh PATTERN... - hand-written files of the tree that match, NUL behind each; fails when there are none.
set -eu
cd "$(dirname "$0")/../.."
list=$(mktemp)
trap 'rm -f "$list"' EXIT
git ls-files --cached --others --exclude-standard -- "$@" ':!schemas/generated' | sort -u >"$list"
[ -s "$list" ] || {
    echo "no files of the tree match: $*" >&2
    exit 1
}
while read -r file; do
    [ ! -f "$file" ] || printf '%s\0' "$file"
done <"$list"
