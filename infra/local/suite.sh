#!/bin/bash
# suite.sh - `./fy test`: every test, with its own set-up and its own stand. Sourced by fy.

help_test() {
    cat <<'END'
./fy test [PART ...] [--keep] - every test, with its own set-up

Parts, in this order, sim and fuzz beside e2e and proof; all of them without a name:
  unit     pure calls and programs on the in-memory log, under ASan and UBSan (ctest: unit, stream)
  threads  those of them whose binary can start a thread, under ThreadSanitizer
  sim      whole programs on the in-memory log, killed and stopped at every call: FY_SIM_SEEDS (10000) seeds
  fuzz     each fuzz target, FY_FUZZ_SECONDS (10)
  tidy     layout, form, generated files fresh
  e2e      the programs that ship, with Kafka and nginx, on a stand of their own; how each binary is
           hardened, what a stand exposes; then some hundred hostile requests, raw, past nginx and
           straight to the edge
  proof    first-click at a small size: real clicks from ../shared/data, generated ones without it

  ./fy test
  ./fy test unit tidy
  ./fy test e2e --keep                    leave the stand up, to look into it
  ctest --preset dev -R history.repeat    one test; see CONTRIBUTING.md

The stand of the tests: FY_TEST_HOME (.fy-test), FY_TEST_PORT (18080). Ends with
"N passed, N failed, N skipped".
END
}

suite_passed=0
suite_failed=0
suite_skipped=0
suite_failures=()
suite_environment=() # What a part's tests are told.

# suite_ctest PART PRESET ARGUMENT...: runs ctest, adds up, shows what failed.
suite_ctest() {
    step "$1"
    suite_ctest_run "$@"
    suite_ctest_say "$1"
}

suite_ctest_run() {
    local preset=$2 log="$FY_HOME/log/test-$1.log"
    shift 2
    (cd "$fy_root" && env "${suite_environment[@]}" ctest --preset "$preset" "$@") >"$log" 2>&1 9>&-
}

suite_ctest_say() {
    local part=$1 log="$FY_HOME/log/test-$1.log" total failed skipped
    total="$(sed -n 's/^[0-9]*% tests passed, [0-9]* tests failed out of \([0-9]*\)$/\1/p' "$log")"
    failed="$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests failed out of .*/\1/p' "$log")"
    skipped="$(grep -c '\*\*\*Skipped' "$log")"
    if [ -z "$total" ] || [ "$total" = 0 ]; then
        suite_failed=$((suite_failed + 1))
        suite_failures+=("$part: no test ran, see $log")
        step_done "no test ran"
        return 0
    fi
    suite_passed=$((suite_passed + total - failed - skipped))
    suite_failed=$((suite_failed + failed))
    suite_skipped=$((suite_skipped + skipped))
    step_done "$((total - failed - skipped)) passed, $failed failed, $skipped skipped"
    if [ "$failed" -gt 0 ]; then
        suite_failures+=("$part: $log")
        sed -n '/The following tests FAILED/,$p' "$log" | grep -v '^Errors while' | head -n 40
        grep -hE '^ +[0-9]+\. .*:[0-9]+ +- |ERROR: AddressSanitizer|runtime error|WARNING: Thread' \
            "$log" | cut -c1-500 | head -n 20
    fi
}

suite_unit() {
    build dev
    suite_ctest unit dev -L 'unit|stream|sim'
}

# The tests whose binary can start a thread, as its symbols say: in the others there is nothing to
# race with, and they are not built. Without those that make a librdkafka client: its C11 threads,
# which the sanitizer does not see begin, crash in the first call that it intercepts. All run under
# the other sanitizers.
suite_threads() {
    local test suites= targets=()
    build dev
    for test in "$fy_root"/build/dev/bin/{unit,stream}.*_test; do
        if nm -u "$test" | grep -q ' pthread_create'; then
            test="$(basename "$test")"
            targets+=("$test")
            test="${test%_test}"
            suites="$suites|${test//./\\.}"
        fi
    done
    build tsan "${targets[@]}"
    suite_ctest threads tsan -R "^(${suites#|})\\." -E '^unit\.lib\.kafka_'
}

# As it ships, with assertions: most seeds a second.
suite_sims=(sim sim-payments sim-orders sim-accounts sim-stock sim-exposure) # Longest first.

suite_sim_build() {
    build release
}

# One a core.
suite_sim_run() {
    local seeds="${FY_SIM_SEEDS:-}" name
    local -A many=([sim]=10000 [sim-accounts]=5000 [sim-stock]=5000 [sim-exposure]=5000
        [sim-orders]=2000 [sim-payments]=1000)
    for name in "${suite_sims[@]}"; do
        echo "$name ${seeds:-${many[$name]}}"
    done | env -u FY_SEED xargs -L 1 -P "$(nproc)" bash -c '
        "$0/$2" --size "$3" --hits 20 >"$1/test-$2.log" 2>&1 ||
            echo "FAILED: it ended with $?" >>"$1/test-$2.log"' "$fy_bin" "$FY_HOME/log" 9>&-
}

suite_sim_say() {
    local name
    for name in "${suite_sims[@]}"; do
        suite_sim_of "$name"
    done
}

suite_sim_of() { # binary
    local log="$FY_HOME/log/test-$1.log"
    step "$1"
    if [ -s "$log" ] && ! grep -q FAILED "$log"; then
        suite_passed=$((suite_passed + 1))
        step_done "$(sed -n 's/^\([0-9]* seeds\) from .*: \([0-9]* seeds.s\);.*/\1, \2 of CPU/p' "$log"), \
$(tail -n 1 "$log")"
    else
        suite_failed=$((suite_failed + 1))
        suite_failures+=("$1: $log")
        step_done "$(grep -m 1 FAILED "$log")"
        grep -A 1 -m 1 FAILED "$log"
    fi
}

# The preset lists its targets as ctest entries that fuzz for FY_FUZZ_SECONDS each.
suite_fuzz_build() {
    build fuzz
}

suite_fuzz_run() {
    local suite_environment=("FY_FUZZ_SECONDS=${FY_FUZZ_SECONDS:-10}")
    suite_ctest_run fuzz fuzz -L fuzz
}

suite_fuzz_say() {
    step fuzz
    suite_ctest_say fuzz
}

# What needs no stand and no clock runs beside what mostly waits, and gives way to it.
suite_beside=()
suite_beside_pid=

suite_beside_begin() {
    local part
    for part in "$@"; do
        "suite_${part}_build"
        rm -f "$FY_HOME/log/test-$part"*.log
    done
    suite_beside=("$@")
    (
        trap - INT TERM
        renice -n 19 -p "$BASHPID" >/dev/null
        for part in "$@"; do
            "suite_${part}_run"
        done
    ) 9>&- &
    suite_beside_pid=$!
}

suite_beside_end() {
    local part
    [ -n "$suite_beside_pid" ] || return 0
    step "$(printf '%s, ' "${suite_beside[@]}" | sed 's/, $//'), the rest of them"
    wait "$suite_beside_pid"
    step_done
    suite_beside_pid=
    for part in "${suite_beside[@]}"; do
        "suite_${part}_say"
    done
}

suite_tidy() {
    build dev
    suite_ctest tidy tidy
}

# Raw hostile requests, past nginx and straight to the edge, on the stand of e2e.
suite_hostile() {
    local root="$fy_root" tools log="$FY_HOME/log/test-hostile.log"
    packages_install bench
    step "hostile"
    # shellcheck source=/dev/null
    . "$fy_root/test/prove/python.sh" >"$log" 2>&1
    if PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/prove/hostile.py" \
        --root "$fy_root" --home "$FY_HOME/stand" --port "$FY_PORT" --seed "${FY_SEED:-1}" \
        >>"$log" 2>&1 9>&-; then
        suite_passed=$((suite_passed + 1))
        step_done "GREEN, $(grep -o '[0-9]* requests' "$log" | awk '{ n += $1 } END { print n }') requests"
    else
        suite_failed=$((suite_failed + 1))
        suite_failures+=("hostile: $log")
        step_done "RED"
        tail -n 20 "$log"
    fi
}

# On a stand of its own that begins empty, and goes when the tests are done.
suite_e2e() {
    local log="$FY_HOME/log/test-stand.log" stand=(env "FY_HOME=$FY_HOME/stand" "FY_PORT=$FY_PORT")
    build release
    step "stand on port $FY_PORT"
    "${stand[@]}" "$fy_root/fy" reset --yes >"$log" 2>&1 9>&-
    if ! "${stand[@]}" "$fy_root/fy" up >>"$log" 2>&1 9>&-; then
        suite_failed=$((suite_failed + 1))
        suite_failures+=("e2e: the stand did not come up, see $log")
        step_done "did not come up"
        tail -n 20 "$log"
        "${stand[@]}" "$fy_root/fy" down >>"$log" 2>&1 9>&-
        return 0
    fi
    step_done
    suite_environment=("FY_HOME=$FY_HOME/stand" "FY_PORT=$FY_PORT")
    suite_ctest e2e e2e
    suite_environment=()
    suite_hostile
    if [ -z "$suite_keep" ]; then
        "${stand[@]}" "$fy_root/fy" down >>"$log" 2>&1 9>&-
    else
        echo "  the stand stays: FY_HOME=$FY_HOME/stand FY_PORT=$FY_PORT ./fy status"
    fi
}

# A checker that shares no code with the programs: what it finds, no test of ours would.
suite_proof() {
    local log="$FY_HOME/log/test-proof.log"
    packages_install bench
    build release
    step "proof"
    if FY_PROVE_HOME="$FY_HOME/prove" FY_PROVE_PORT=$((FY_PORT + 100)) \
        bash "$fy_root/test/prove/run.sh" first-click --seed "${FY_SEED:-1}" \
        --sessions 3000 --size 300 --lists 200 >"$log" 2>&1 9>&-; then
        suite_passed=$((suite_passed + 1))
        step_done "first-click GREEN, $(grep -q GENERATED "$log" && echo generated || echo real) \
sessions: $(sed -n 's/^histories compared \([0-9,]*\),.*/\1 histories/p' "$log"), \
$(sed -n 's/^lists equal.*: \([0-9,]* of [0-9,]*\)$/\1 lists/p' "$log") equal"
    else
        suite_failed=$((suite_failed + 1))
        suite_failures+=("proof: $log")
        step_done "first-click RED"
        tail -n 20 "$log"
    fi
}

suite_run() {
    local parts=() beside=() word part began
    suite_keep=
    for word in "$@"; do
        case "$word" in
        unit | threads | sim | fuzz | tidy | e2e | proof) parts+=("$word") ;;
        --keep) suite_keep=1 ;;
        *) fail "there is no part \"$word\"" "./fy test --help" ;;
        esac
    done
    [ ${#parts[@]} -gt 0 ] || parts=(unit threads sim fuzz tidy e2e proof)
    FY_HOME="${FY_TEST_HOME:-$fy_root/.fy-test}"
    FY_PORT="${FY_TEST_PORT:-18080}"
    fy_paths
    began="$(now_ms)"
    stand_lock
    mkdir -p "$FY_HOME/log"
    packages_install up test
    trap 'suite_stop' INT TERM
    for part in sim fuzz; do
        case " ${parts[*]} " in *" $part "*) beside+=("$part") ;; esac
    done
    for part in "${parts[@]}"; do
        case "$part" in
        sim | fuzz) ;;
        e2e)
            [ ${#beside[@]} = 0 ] || suite_beside_begin "${beside[@]}"
            suite_e2e
            ;;
        *) "suite_$part" ;;
        esac
    done
    [ ${#beside[@]} = 0 ] || [ -n "$suite_beside_pid" ] || suite_beside_begin "${beside[@]}"
    suite_beside_end
    for word in "${suite_failures[@]}"; do
        printf 'failed: %s\n' "$word"
    done
    printf '  %d s, load %s\n' $((($(now_ms) - began) / 1000)) "$(cut -d' ' -f1-3 /proc/loadavg)"
    printf '%d passed, %d failed, %d skipped\n' "$suite_passed" "$suite_failed" "$suite_skipped"
    [ "$suite_failed" = 0 ] && [ "$suite_skipped" = 0 ] && [ "$suite_passed" -gt 0 ]
}

suite_stop() {
    trap - INT TERM
    [ -z "$suite_beside_pid" ] || pkill -TERM -P "$suite_beside_pid" 2>/dev/null
    env "FY_HOME=$FY_HOME/stand" "FY_PORT=$FY_PORT" "$fy_root/fy" down >/dev/null 2>&1 9>&-
    echo "stopped"
    exit 130
}
