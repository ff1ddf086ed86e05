#!/bin/bash
# fy - everything a person does with this tree, one word each. ./fy help
set -u

fy_root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
for fy_part in common users packages build kafka stand people demo tools operate unhang schemas suite \
    bench; do
    # shellcheck source=/dev/null
    . "$fy_root/infra/local/$fy_part.sh"
done

help_all() {
    cat <<'END'
fy - the shop on this machine, one word at a time

  ./fy up              build and start everything; print the address
  ./fy down            stop everything; state stays
  ./fy status          what runs, how big it is, whether it is ready
  ./fy logs [PROGRAM]  what the programs say
  ./fy scale           how many processes of each program; ./fy scale stock 2 makes it two
  ./fy reset           delete all state: events, rows, logs, keys

  ./fy simulate        shoppers, over HTTP
  ./fy tap TOPIC       records of a topic, decoded
  ./fy put TOPIC       write one record into a topic
  ./fy token ROLE ID   a token to call the stand with, as anybody
  ./fy letters EMAIL   the letters that a person would have got
  ./fy keys            master keys; ./fy keys rotate wraps all anew
  ./fy digest PROGRAM  what a program knows, as one number; does its disk agree?
  ./fy rebuild PROGRAM make its rows anew from events, and compare
  ./fy parked PROGRAM  keys that wait, and why
  ./fy release PROGRAM KEY  handle what waits behind a parked key
  ./fy unhang          transactions that nobody will end: find and abort ours

  ./fy schemas check   may these schemas be published? publish URL: into another registry

  ./fy test            every test, with its own set-up
  ./fy bench           how fast and how big, one figure a line
  ./fy prove NAME      a long proof, with a seed and a size of yours

  ./fy COMMAND --help  says more, with examples

  FY_HOME   where a stand keeps its state     .fy
  FY_PORT   its address; more ports follow    8080
END
}

help_up() {
    cat <<'END'
./fy up - build and start everything; print the address

On a bare Debian 12 it installs packages first (as root, or through sudo), then fetches Kafka's jars.
Then: build, broker, topics, programs under supervisor, nginx, demo catalogue. It may be said again
at any time: what runs from the present build is left alone, what is older is restarted.

  ./fy up
  FY_HOME=/tmp/two FY_PORT=9000 ./fy up     a second stand beside the first
  FY_DEMO=no ./fy up                        without the demo catalogue
  FY_INSTANCES="stock=2 producers=2" ./fy up   two processes of a program; ./fy scale --help

FY_KAFKA_CLIENT=own: producers write with our own Kafka client, as recommend does; librdkafka: both with that
(docs/decisions/0014).
FY_PARTITIONS (6) counts when topics are made, never after. FY_KAFKA_HEAP_MB (256), FY_KAFKA_C2=1.
END
}

help_down() {
    cat <<'END'
./fy down - stop everything; state stays

Programs finish what they have in hand, Kafka last. ./fy up goes on where they were.

  ./fy down
  FY_HOME=/tmp/two ./fy down
END
}

help_status() {
    cat <<'END'
./fy status - what runs, how big it is, whether it is ready

Memory is resident. "ready" is the program's own word (/healthz). Exits 0 when all are ready.

  ./fy status
  watch ./fy status
END
}

help_logs() {
    cat <<'END'
./fy logs [PROGRAM] [-f] - what the programs say

Programs: kafka producers api stock history recommend accounts orders payments pspsim nginx supervisord. FY_LINES (40) from each.

  ./fy logs                    the end of each log
  ./fy logs history -f         follow one
  FY_LINES=500 ./fy logs api
END
}

help_scale() {
    cat <<'END'
./fy scale [PROGRAM NUMBER[xWORKERS]] - how many processes of a program, while all runs

A process more joins its group and is given partitions; one less gives its partitions back before it
ends. Nothing else is restarted, unless the number of workers in each process changes. It is kept:
./fy up comes back with as many. Up to 4 processes; recommend is one.

  ./fy scale                 what there is
  ./fy scale stock 2         a second process of stock: stock2 in ./fy status
  ./fy scale stock 2x3       two processes of three workers each
  ./fy scale stock 1         back to one
  FY_INSTANCES="stock=2 history=2x3" ./fy up     the same, from the start
END
}

help_reset() {
    cat <<'END'
./fy reset [--yes] - delete all state: events, rows, logs, keys

Stops the stand first. Kafka's jars stay. Asks, unless --yes is given.

  ./fy reset
  FY_HOME=/tmp/two ./fy reset --yes
END
}

command_of() {
    case "$1" in
    up) stand_up ;;
    down) stand_down ;;
    status) stand_status ;;
    logs) shift && stand_logs "$@" ;;
    reset) stand_reset "${2:-}" ;;
    scale) stand_scale "${2:-}" "${3:-}" ;;
    tap | put | simulate | token) tool_run "$@" ;;
    digest | rebuild | parked | release) operate_run "$@" ;;
    unhang) shift && unhang_run "$@" ;;
    letters) letters_run "${2:-}" "${3:-}" ;;
    keys) keys_run "${2:-}" ;;
    schemas) shift && schemas_run "$@" ;;
    test) shift && suite_run "$@" ;;
    bench) shift && bench_run "$@" ;;
    prove) shift && exec bash "$fy_root/test/prove/run.sh" "$@" ;;
    esac
}

main() {
    local word="${1:-help}"
    case "$word" in
    help | --help | -h)
        help_all
        exit 0
        ;;
    up | down | status | logs | scale | reset | letters | keys | test | bench | schemas | digest | rebuild | \
        parked | release | unhang)
        case "${2:-}" in
        --help | -h)
            "help_$word"
            exit 0
            ;;
        esac
        ;;
    tap | put | simulate | token | prove) ;; # These explain themselves.
    *)
        fail "there is no command \"$word\"" "all there is: ./fy help"
        ;;
    esac
    case "$word:$#:${2:-}" in
    up:1:* | down:1:* | status:1:* | reset:1:* | reset:2:--yes | scale:[13]:*) ;;
    scale:*) fail "scale takes a program and a number" "./fy scale --help" ;;
    up:* | down:* | status:* | reset:*) fail "$word takes no \"$2\"" "./fy $word --help" ;;
    esac
    fy_paths
    command_of "$@"
}

main "$@"
