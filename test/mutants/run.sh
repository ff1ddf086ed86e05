#!/usr/bin/env bash
# Hand-made bugs, each of which some fast test must find: `test/mutants/run.sh [NAME ...]`.
#
# A mutant is a patch whose head says what it breaks and which tests must go red:
#
#   breaks: an aborted turn keeps the rows it deleted
#   red: stream.runtime          (a ctest -R pattern)
#
# A pattern of `sim` is the simulator at 2,000 seeds, built as it ships; `sim-accounts` is the one of accounts. `run.sh --sim [NAME ...]` asks it alone, of
# every mutant that is its own or that it finds too (`sim: yes`).
#
# They are applied one after the other to a copy of the tree that is built once; each builds only the programs of
# its tests, which are green without it. A mutant that does not apply, does not build or stays green is a failure
# of this run. A mutant whose head says `prove: NAME ...` must turn that proof red too: give it to `./fy prove NAME ...
# --patch FILE` (docs/proofs/README.md). Those that no fast test finds have that line alone: they are listed here, and
# must apply.
#
# NAME is a mutant's name or a pattern of names: 'task_*'.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
copy=${FY_MUTANTS:-$root/.fy-mutants}
export GIT_CONFIG_GLOBAL=/dev/null
SECONDS=0

# Only files that differ are written, so only what changed is built again. Git knows the files that the last mutant
# touched, and those too are written anew: their objects are of the mutant.
sync_copy() {
    local index=$copy/.git/sync-index tree
    mkdir -p "$copy"
    [ -d "$copy/.git" ] || git -C "$copy" init -q
    printf '/build/\n/*.log\n' >"$copy/.git/info/exclude"
    rm -f "$index"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard |
        while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
        GIT_DIR="$copy/.git" GIT_WORK_TREE="$root" GIT_INDEX_FILE="$index" git update-index --add -z --stdin)
    tree=$(cd "$copy" && GIT_INDEX_FILE="$index" git write-tree)
    cd "$copy"
    git reset -q --hard "$(git -c user.name=mutants -c user.email=mutants@localhost commit-tree -m tree "$tree")"
    git clean -qfd
}

head_of() { sed -n "s/^$1: //p" "$2" | head -1; }
pattern_of() { head_of red "$1" | cut -d' ' -f1; }
programs_of() { # ctest pattern; unit.lib.store.spaces_do_not_meet is of unit.lib.store_test
    ctest --preset dev -N -R "$1" | sed -n 's/^ *Test *#[0-9]*: \(.*\)[.][^.]*$/\1_test/p' | sort -u
}
build() { # targets
    cmake --build --preset dev --target "$@" >build.log 2>&1
}

# The simulator as it ships: 2,000 seeds must do.
sim_build() {
    [ -f build/release/build.ninja ] || cmake --preset release >build.log 2>&1
    cmake --build --preset release --target "$1" >build.log 2>&1
}
sim_seeds() { env -u FY_SEED "build/release/bin/$1" --size 2000 >test.log 2>&1; }
sim_of() { # patch; those of accounts, payments and orders are found by theirs
    case $(basename "$1") in accounts-*) echo sim-accounts ;; payments-*) echo sim-payments ;; orders-*) echo sim-orders ;; exposure-*) echo sim-exposure ;; *) echo sim ;; esac
}

try_sim() { # name, what it breaks, simulator
    if ! sim_build "$3"; then
        verdict "$1" broken "does not build: $(grep -m1 error build.log || true)"
    elif sim_seeds "$3"; then
        verdict "$1" GREEN "not found by 2,000 seeds: $2"
    else
        verdict "$1" red "$2 [$(sed -n 's/^FAILED: \(seed [0-9]*\).*/\1/p' test.log | head -1)]"
    fi
}

passed=0 failed=0
verdict() { # name, word, text
    if [ "$2" = red ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    printf '%4d s  %-40s %-8s %s\n' "$SECONDS" "$1" "$2" "$3"
}

try() { # name, patch
    local name=$1 patch=$2 pattern breaks programs
    pattern=$(pattern_of "$patch") breaks=$(head_of breaks "$patch")
    git checkout -q -- .
    if ! git apply --whitespace=nowarn "$patch" 2>build.log; then
        verdict "$name" stale "does not apply: $(head -1 build.log)"
        return
    fi
    if [ -z "$pattern" ]; then
        printf '%4d s  %-40s %-8s %s\n' "$SECONDS" "$name" - "found by ./fy prove $(head_of prove "$patch")"
        return
    fi
    if [[ $pattern == sim* ]] || [ -n "$sim" ]; then
        try_sim "$name" "$breaks" "$(sim_of "$patch")"
        return
    fi
    mapfile -t programs < <(programs_of "$pattern")
    if [ "${#programs[@]}" -eq 0 ]; then
        verdict "$name" blind "no test matches $pattern"
    elif ! build "${programs[@]}"; then
        verdict "$name" broken "does not build: $(grep -m1 error build.log || true)"
    elif ctest --preset dev --parallel 1 -R "$pattern" --stop-on-failure >test.log 2>&1; then
        verdict "$name" GREEN "not found by $pattern: $breaks"
    elif [ -n "${FY_MUTANTS_WHO:-}" ]; then
        verdict "$name" red "$breaks [$(grep -om1 '[^ ]* (\(Failed\|Timeout\|Subprocess aborted\|ILLEGAL\|SEGFAULT\))' test.log)]"
    else
        verdict "$name" red "$breaks"
    fi
}

sim='' chosen=() patterns=()
declare -A sims=()
if [ "${1:-}" = --sim ]; then
    sim=yes
    shift
fi
for patch in "$root"/test/mutants/*.patch; do
    name=$(basename "$patch" .patch)
    wanted=$((1 - ($# > 0)))
    # shellcheck disable=SC2053 # A pattern it is.
    for word in "$@"; do [[ $name != $word ]] || wanted=1; done
    [ "$wanted" = 1 ] || continue
    pattern=$(pattern_of "$patch")
    [ -z "$sim" ] || [[ $pattern == sim* ]] || [ -n "$(head_of sim "$patch")" ] || continue
    chosen+=("$patch")
    if [ -n "$sim" ] || [[ $pattern == sim* ]]; then
        sims["$(sim_of "$patch")"]=yes
    elif [ -n "$pattern" ]; then
        patterns+=("$pattern")
    fi
done
[ "${#chosen[@]}" -gt 0 ] || { echo "no mutant is named so"; exit 2; }

sync_copy
if [ "${#patterns[@]}" -gt 0 ]; then
    all=$(printf '%s\n' "${patterns[@]}" | sort -u | paste -sd'|')
    echo "building the copy without a mutant: ${#chosen[@]} mutants to come"
    cmake --preset dev >build.log 2>&1 || { tail -20 build.log; echo "the tree itself does not configure"; exit 1; }
    mapfile -t programs < <(programs_of "$all")
    build "${programs[@]}" || { tail -20 build.log; echo "the tree itself does not build"; exit 1; }
    ctest --preset dev -R "$all" >test.log 2>&1 ||
        { tail -20 test.log; echo "without a mutant these tests must be green"; exit 1; }
    printf '%4d s  without a mutant all is green\n' "$SECONDS"
fi

for one in "${!sims[@]}"; do
    sim_build "$one" || { tail -20 build.log; echo "$one itself does not build"; exit 1; }
    sim_seeds "$one" || { tail -20 test.log; echo "without a mutant $one must be green"; exit 1; }
    printf '%4d s  without a mutant %s is green\n' "$SECONDS" "$one"
done
for patch in "${chosen[@]}"; do
    try "$(basename "$patch" .patch)" "$patch"
done
git checkout -q -- .
echo "$passed found, $failed not, in $((SECONDS / 60)) min $((SECONDS % 60)) s"
[ "$failed" -eq 0 ]
