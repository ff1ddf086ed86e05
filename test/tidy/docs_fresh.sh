#!/bin/sh
# docs_fresh.sh - fails when the references in docs/ are not what infra/docs.py makes of schemas/ now.
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)
exec python3 "$tree/infra/docs.py" "$tree" --check
