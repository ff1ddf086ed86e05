#!/bin/sh
# layout.sh - the rules of the tree that no compiler checks; layout.py says each.
set -eu
exec python3 "$(dirname "$0")/layout.py" "$(cd "$(dirname "$0")/../.." && pwd)"
