#!/bin/sh
# generated_fresh.sh GENERATOR - fails when schemas/generated, ids.lock or versions are not what the
# generator makes of schemas/ now.
set -eu
generator=$1
tree=$(cd "$(dirname "$0")/../.." && pwd)
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

cp -r "$tree/schemas" "$fresh/schemas"
rm -rf "$fresh/schemas/generated"
"$generator" "$fresh/schemas" "$fresh/schemas/generated"
if ! diff -ru "$tree/schemas" "$fresh/schemas"; then
    echo "schemas/ is stale: build the target \`generate\` and commit what it makes" >&2
    exit 1
fi
