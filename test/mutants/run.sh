#!/usr/bin/env bash
# Hand-made bugs, each of which some fast test must find: `test/mutants/run.sh [NAME ...]`.
#
# A mutant is a patch whose head says what it breaks and which tests must go red:
#
#   breaks: an aborted turn keeps the rows it deleted
#   red: stream.runtime          (a ctest -R pattern)
#
# They are applied one after the other to a copy of the tree that is built once. A mutant that does not apply, does
# not build or stays green is a failure of this run. Mutants whose head says `prove: NAME ...` need a stand: give
# them to `./fy prove NAME --patch FILE`; they are listed here, not run.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
copy=${FY_MUTANTS:-$root/.fy-mutants}

mkdir -p "$copy"
# The copy keeps its build folder between runs; everything else is made anew.
find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
git -C "$root" ls-files -z | tar -C "$root" --null -T - -cf - | tar -C "$copy" -xf -
cd "$copy"
git init -q && git add -A && git -c user.name=mutants -c user.email=mutants@localhost commit -qm base

build() { cmake --preset dev >/dev/null && cmake --build --preset dev; }
echo "building the copy without a mutant"
build >"$copy/build.log" 2>&1 || { tail -20 "$copy/build.log"; echo "the tree itself does not build"; exit 1; }

passed=0 failed=0
verdict() { # name, word, text
    if [ "$2" = red ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    printf '%-36s %-8s %s\n' "$1" "$2" "$3"
}

for patch in "$root"/test/mutants/*.patch; do
    name=$(basename "$patch" .patch)
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    breaks=$(sed -n 's/^breaks: //p' "$patch" | head -1)
    pattern=$(sed -n 's/^red: \([^ ]*\).*/\1/p' "$patch" | head -1)
    if [ -z "$pattern" ]; then
        printf '%-36s %-8s %s\n' "$name" "-" "needs a stand: $(sed -n 's/^prove: //p' "$patch" | head -1)"
        continue
    fi
    git checkout -q -- . && git clean -qfd -e build
    if ! git apply --whitespace=nowarn "$patch" 2>"$copy/build.log"; then
        verdict "$name" stale "does not apply: $(head -1 "$copy/build.log")"
    elif ! build >"$copy/build.log" 2>&1; then
        verdict "$name" broken "does not build: $(grep -m1 error "$copy/build.log" || true)"
    elif ! ctest --preset dev -N -R "$pattern" | grep -q 'Total Tests: [1-9]'; then
        verdict "$name" blind "no test matches $pattern"
    elif ctest --preset dev -R "$pattern" --stop-on-failure >"$copy/test.log" 2>&1; then
        verdict "$name" GREEN "not found by $pattern: $breaks"
    else
        verdict "$name" red "$breaks"
    fi
done
git checkout -q -- .
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
