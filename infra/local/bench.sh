#!/bin/bash
# bench.sh - `./fy bench`: figures, one a line, with the load and the machine they ran under.
# Sourced by fy.

help_bench() {
    cat <<'END'
./fy bench [FIGURE ...] [--keep] - how fast and how big, one figure a line

Figures; all of them without a name:
  up       seconds of a cold ./fy up (fresh clone, empty state, packages there) and of a second one
  codec    ns to encode and decode one activity: ours, avro-c and fastavro in one run
  posts    acknowledged posts a second through nginx (wrk, 64 connections), checked against the topic
  click    from a click to a recommendation that includes it, p50 and p99
  replay   what history costs per record when it catches up 300,000
  memory   resident memory of every program after all that

By name only:
  runtime  our tasks beside Kafka Streams on one broker: records per CPU-second, memory, latency, restart; ~25 min.
           ./fy bench runtime --help lists its parts; --only 'ours-*' and --quick run some of it
  people   a token's check, what sealing adds to an event, logins a second and slot; needs no stand
  recommend  the engine of recommendations on ../shared/data and on 10 million generated sessions; FY_DATA, FY_BENCH_SESSIONS
  lists    lists over HTTP: CPU of an answer, from a click to its list at FY_BENCH_RATE (1000) clicks a second
           behind FY_BENCH_WARM (30) s of them, restart
  search   search over 1 M products: time, recall beside a plain scan, memory, what a change costs; beside SQLite FTS5; ~12 min,
           needs no stand; FY_BENCH_PRODUCTS (1000000)
  stock    reservations per CPU-second over 1 M SKUs, and a hold through Kafka; FY_BENCH_SKUS, FY_BENCH_HOLDS
  orders   place to held and to confirmed, orders per CPU-second, beside Vendure on PostgreSQL; FY_BENCH_ORDERS (2000) each,
           FY_BENCH_SHOP=ours or vendure alone
  edge     our edge against Node and Vert.x gateways on the same broker, at 1 .. 256 connections;
           FY_BENCH_SECONDS (8) each, some 12 min in all

  ./fy bench
  ./fy bench click posts
  FY_BENCH_SECONDS=30 ./fy bench posts

A stand of its own, FY_BENCH_HOME (.fy-bench) and FY_BENCH_PORT (17080), begins empty and goes
afterwards; its broker has the full compiler and is warmed. Lines that begin with "figure:" are it.
END
}

figure() {
    printf 'figure: %-33s %s\n' "$1" "$2"
}

bench_stand() {
    env "FY_HOME=$FY_HOME/stand" "FY_PORT=$FY_PORT" FY_KAFKA_C2=1 FY_KAFKA_HEAP_MB=512 \
        "$fy_root/fy" "$@" 9>&-
}

# Once, and not before the cold up has been measured.
bench_stand_start() {
    [ -z "$bench_started" ] || return 0
    step "stand on port $FY_PORT"
    bench_stand reset --yes >"$1" 2>&1
    bench_stand up >>"$1" 2>&1 || fail_log "$1" "the stand did not come up"
    bench_started=1
    step_done
}

# The tree as it is committed, cloned beside: nothing of this tree's builds or jars is used.
bench_up() {
    local clone="$FY_HOME/clone" log="$FY_HOME/log/bench-up.log" began cold second
    step "cold up, in a clone"
    rm -rf "$clone"
    git clone -q "$fy_root" "$clone" || fail "could not clone $fy_root"
    began="$(now_ms)"
    env "FY_HOME=$clone/.fy" "FY_PORT=$((FY_PORT + 100))" "$clone/fy" up >"$log" 2>&1 9>&- ||
        fail_log "$log" "the clone did not come up"
    cold=$(($(now_ms) - began))
    began="$(now_ms)"
    env "FY_HOME=$clone/.fy" "FY_PORT=$((FY_PORT + 100))" "$clone/fy" up >>"$log" 2>&1 9>&- ||
        fail_log "$log" "the second up failed"
    second=$(($(now_ms) - began))
    env "FY_HOME=$clone/.fy" "FY_PORT=$((FY_PORT + 100))" "$clone/fy" down >>"$log" 2>&1 9>&-
    rm -rf "$clone"
    step_done
    figure "./fy up, cold" "$((cold / 1000)).$((cold % 1000 / 100)) s (clone, build, jars, Kafka, demo)"
    figure "./fy up, again" "$((second / 1000)).$((second % 1000 / 100)) s"
}

bench_cookies() {
    local i
    for ((i = 0; i < 200; i++)); do
        curl -sS -o /dev/null -D - -H 'Content-Type: application/json' \
            --data "{\"item_viewed\":{\"sku\":\"$1\"}}" "$fy_address/v1/activity" |
            sed -n 's/^[Ss]et-[Cc]ookie: \(fy_visitor=[^;]*\).*/\1/p'
    done
}

# name=value of wrk's ledger line.
ledger() {
    sed -n "s/.* $1=\([0-9.]*\).*/\1/p" "$FY_HOME/log/bench-posts.log"
}

bench_cpu_ms() {
    local pid
    pid="$(FY_HOME="$FY_HOME/stand" ctl pid "$1")"
    awk '{ print ($14 + $15) * 10 }' "/proc/$pid/stat"
}

bench_posts() {
    local log="$FY_HOME/log/bench-posts.log" before after seconds="${FY_BENCH_SECONDS:-15}"
    local cpu_edge cpu_kafka acked
    local wrk=(wrk -t1 -c64 --latency -s "$fy_root/test/bench/stand/post.lua")
    local files=("$FY_HOME/cookies" "$FY_HOME/skus")
    step "posts for $seconds s"
    curl -sS "$fy_address/v1/products?limit=100" | grep -o '"sku":"[^"]*"' | cut -d'"' -f4 |
        sort -u >"${files[1]}"
    [ -s "${files[1]}" ] || fail "the catalogue is empty"
    bench_cookies "$(head -n 1 "${files[1]}")" >"${files[0]}"
    "${wrk[@]}" -d5s "$fy_address" -- "${files[@]}" >/dev/null 2>&1 # Warms the broker.
    before="$("$fy_bin/fy-ends" --brokers "$fy_brokers" activity)"
    cpu_edge="$(bench_cpu_ms producers)"
    cpu_kafka="$(bench_cpu_ms kafka)"
    "${wrk[@]}" "-d${seconds}s" "$fy_address" -- "${files[@]}" >"$log" 2>&1 ||
        fail_log "$log" "wrk failed"
    cpu_edge=$(($(bench_cpu_ms producers) - cpu_edge))
    cpu_kafka=$(($(bench_cpu_ms kafka) - cpu_kafka))
    after="$("$fy_bin/fy-ends" --brokers "$fy_brokers" activity)"
    acked="$(ledger acked)"
    step_done
    [ "${acked:-0}" -gt 0 ] || fail_log "$log" "nothing was acknowledged"
    figure "acknowledged posts" "$(awk -v n="$acked" -v s="$(ledger seconds)" \
        'BEGIN { printf "%.0f a second", n / s }'), p50 $(ledger p50_ms) ms, p99 $(ledger p99_ms) ms"
    figure "posts, ledger against topic" "$acked acknowledged, $((after - before)) in activity, \
$(ledger refused) refused, $(ledger other) others, $(ledger errors) errors"
    figure "posts, CPU each" "$(awk -v n="$acked" -v e="$cpu_edge" -v k="$cpu_kafka" \
        'BEGIN { printf "producers %.0f us, broker %.0f us", e * 1000 / n, k * 1000 / n }')"
    # A request in flight when wrk stops may be written without being counted; never the reverse.
    if [ $((after - before)) -lt "$acked" ] || [ "$(ledger other)" != 0 ]; then
        bench_broken=1
        echo "  more was acknowledged than is in the topic, or an answer was none of ours: $log"
    fi
}

bench_case() {
    local log="$FY_HOME/log/bench-$1.log"
    step "$1"
    if ! (cd "$fy_root" && env "FY_HOME=$FY_HOME/stand" "FY_PORT=$FY_PORT" \
        "$fy_bin/bench.stand" "$2") >"$log" 2>&1 9>&-; then
        bench_broken=1
        step_done "failed"
        grep -E '^ +[0-9]+\. |want' "$log" | head -n 8
        return 0
    fi
    step_done
    grep -o 'figure: .*' "$log"
}

bench_click() {
    bench_case click click_to_recommendation
}

bench_replay() {
    bench_case replay history_catches_up
}

bench_memory() {
    local name
    for name in kafka "${fy_programs[@]}" nginx; do
        figure "resident memory, $name" "$(rss_mb "$(FY_HOME="$FY_HOME/stand" ctl pid "$name")")"
    done
}

# Peers are built from their pinned packages; the checker's Python drives and reads the topics.
bench_edge() {
    local root="$fy_root" tools
    packages_install edge
    . "$fy_root/test/prove/python.sh"
    PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/bench/edge.py" \
        --root "$fy_root" --home "$FY_HOME" --port "$FY_PORT" \
        --seconds "${FY_BENCH_SECONDS:-8}" 9>&- || bench_broken=1
    FY_HOME="$FY_HOME/stand" ctl start stock history recommend >/dev/null
}

# Offers and holds are written into the topics; stock is judged by the CPU of its process.
bench_stock() {
    local root="$fy_root" tools
    . "$fy_root/test/prove/python.sh"
    PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/bench/stock.py" \
        --root "$fy_root" --home "$FY_HOME/stand" --port "$FY_PORT" \
        --skus "${FY_BENCH_SKUS:-1000000}" --holds "${FY_BENCH_HOLDS:-500000}" 9>&- || bench_broken=1
}

# One client, two shops. PostgreSQL and npm come for this alone.
bench_orders() {
    local root="$fy_root" tools
    packages_install edge orders
    . "$fy_root/test/prove/python.sh"
    PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/bench/orders.py" \
        --root "$fy_root" --home "$FY_HOME/stand" --port "$FY_PORT" \
        --count "${FY_BENCH_ORDERS:-2000}" ${FY_BENCH_SHOP:+--only "$FY_BENCH_SHOP"} 9>&- || bench_broken=1
}

# Our tasks beside Kafka Streams; the words behind "runtime" are its own.
bench_runtime() {
    local root="$fy_root" tools
    . "$fy_root/test/prove/python.sh"
    PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/bench/runtime.py" \
        --root "$fy_root" --home "$FY_HOME" --port "$FY_PORT" "${bench_words[@]}" 9>&- ||
        bench_broken=1
}

# Bytes and JSON of a click and of an order: ours, avro-c and fastavro in one run. Needs no stand.
bench_codec() {
    local tools root="$fy_root" bytes="$FY_HOME/codec"
    mkdir -p "$bytes"
    # shellcheck source=/dev/null
    . "$fy_root/test/prove/python.sh"
    {
        "$fy_bin/bench.codec" --bytes "$bytes" &&
            "$tools/venv/bin/python3" "$fy_root/test/bench/codec_fastavro.py" "$bytes"
    } | sed 's/^/figure: /'
    [ "${PIPESTATUS[0]}" = 0 ] || bench_broken=1
}

# The engine alone, on one core: files in, figures out. Needs no stand.
bench_recommend() {
    "$fy_bin/bench.engine" "${FY_DATA:-$fy_root/../shared/data}" "${FY_BENCH_SESSIONS:-10000000}" |
        sed 's/^/figure: /'
    [ "${PIPESTATUS[0]}" = 0 ] || bench_broken=1
}

# A shop of generated shoppers; wrk and bench.lists ask it.
bench_lists() {
    local root="$fy_root" tools
    . "$fy_root/test/prove/python.sh"
    PYTHONPATH="$fy_root/test/prove" "$tools/venv/bin/python3" "$fy_root/test/bench/lists.py" \
        --root "$fy_root" --home "$FY_HOME/stand" --port "$FY_PORT" \
        --seconds "${FY_BENCH_SECONDS:-10}" --rate "${FY_BENCH_RATE:-1000}" \
        --warm "${FY_BENCH_WARM:-30}" 9>&- || bench_broken=1
}

# In one process: what people cost beside the shop. Needs no stand.
bench_people() {
    "$fy_bin/bench.people" || bench_broken=1
}

# In one process; then a plain scan in Python says what it should have found. Needs no stand.
bench_search() {
    local folder="$FY_HOME/search"
    rm -rf "$folder"
    mkdir -p "$folder"
    { "$fy_bin/bench.search" "$folder" "${FY_BENCH_PRODUCTS:-1000000}" &&
        python3 "$fy_root/test/bench/search.py" "$folder" --fts5; } || bench_broken=1
    rm -rf "$folder"
}

bench_run() {
    local figures=() word keep='' log
    bench_broken= bench_words=()
    while [ $# -gt 0 ]; do
        word=$1
        shift
        case "$word" in
        runtime)
            figures+=(runtime)
            bench_words=("$@")
            set --
            ;;
        up | posts | click | replay | memory | codec | edge | recommend | lists | people | search | stock | orders) figures+=("$word") ;;
        --keep) keep=1 ;;
        *) fail "there is no figure \"$word\"" "./fy bench --help" ;;
        esac
    done
    [ ${#figures[@]} -gt 0 ] || figures=(up codec posts click replay memory)
    FY_HOME="${FY_BENCH_HOME:-$fy_root/.fy-bench}"
    FY_PORT="${FY_BENCH_PORT:-17080}"
    fy_paths
    stand_lock
    mkdir -p "$FY_HOME/log"
    log="$FY_HOME/log/bench-stand.log"
    packages_install up test bench
    case "${figures[*]}:${bench_words[*]}" in
    runtime:*--help*)
        bench_runtime
        return 0
        ;;
    runtime:*)
        packages_install runtime
        build release stand probe-tally probe-rmw probe-feed probe-topics
        ;;
    recommend:*) build release bench.engine ;;
    people:*) build release bench.people ;;
    search:*) build release bench.search ;;
    stock:*) build release stand ;;
    lists:*) build release stand bench.lists ;;
    *) build release ;;
    esac
    echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), \
$(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), Linux $(uname -r)"
    echo "tree: $(git -C "$fy_root" describe --always --dirty), load before: \
$(cut -d' ' -f1-3 /proc/loadavg)"
    bench_started=
    for word in "${figures[@]}"; do
        case "$word" in
        up | codec | recommend | people | search) ;;
        *) bench_stand_start "$log" ;;
        esac
        "bench_$word"
    done
    echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
    [ -n "$keep" ] || [ -z "$bench_started" ] || bench_stand down >>"$log" 2>&1
    [ -z "$bench_broken" ]
}
