#!/bin/bash
# common.sh - words, waiting, and where things are. Sourced by fy; sets nothing but variables.
#
#   FY_HOME   all that a stand writes                  default .fy in the tree
#   FY_PORT   nginx; Kafka +1, controller +2, producers +11, api +12, stock +21, history +22, recommend +23

# The programs of ours, in the order they are shown; each is build/release/bin/fy-<name>.
fy_programs=(producers api stock history recommend)

# A second instance of the edge, for those who want to see one die: FY_PRODUCERS=2 ./fy up
[ "${FY_PRODUCERS:-1}" != 2 ] || fy_programs=(producers producers2 api stock history recommend)

declare -A fy_port_offset=([kafka]=1 [producers]=11 [producers2]=13 [api]=12 [stock]=21 [history]=22 [recommend]=23)

fy_paths() {
    FY_HOME="${FY_HOME:-$fy_root/.fy}"
    case "$FY_HOME" in
    /*) ;;
    *) FY_HOME="$PWD/$FY_HOME" ;;
    esac
    FY_PORT="${FY_PORT:-8080}"
    case "$FY_PORT" in
    '' | *[!0-9]*) fail "FY_PORT is \"$FY_PORT\": give a number, 1024 .. 65000" ;;
    esac
    [ "$FY_PORT" -ge 1024 ] && [ "$FY_PORT" -le 65000 ] ||
        fail "FY_PORT is $FY_PORT: give a number, 1024 .. 65000"
    fy_bin="$fy_root/build/release/bin"
    fy_address="http://127.0.0.1:$FY_PORT"
    fy_brokers="127.0.0.1:$((FY_PORT + 1))"
}

# The binary of a program: a second instance runs the first one's.
binary_of() {
    echo "$fy_bin/fy-${1%2}"
}

port_of() {
    echo $((FY_PORT + ${fy_port_offset[$1]}))
}

# --- Words ------------------------------------------------------------------------------------

# A step that may take a while: its line is there before the work, its time after it.
step() {
    step_text="$1"
    step_began="$(now_ms)"
    if [ -t 1 ]; then
        printf '  %s ...' "$step_text"
    fi
}

step_done() {
    local took=$(($(now_ms) - step_began)) note="${1:-}"
    if [ -t 1 ]; then
        printf '\r\033[K'
    fi
    printf '  %-44s %5d.%01d s%s\n' "$step_text" $((took / 1000)) $((took % 1000 / 100)) \
        "${note:+  $note}"
}

step_progress() {
    if [ -t 1 ]; then
        printf '\r\033[K  %s ... %s' "$step_text" "$1"
    fi
}

# What went wrong, then what to do. Never returns.
fail() {
    if [ -t 1 ]; then
        printf '\n'
    fi
    printf 'fy: %s\n' "$1" >&2
    shift
    while [ $# -gt 0 ]; do
        printf '    %s\n' "$1" >&2
        shift
    done
    exit 1
}

# fail with the end of a log: the words that matter are there already.
fail_log() {
    local log=$1
    shift
    if [ -t 1 ]; then
        printf '\n'
    fi
    printf 'fy: %s\n' "$1" >&2
    if [ -s "$log" ]; then
        printf '    the last lines of %s:\n' "$log" >&2
        tail -n 12 "$log" | cut -c1-300 | sed 's/^/    | /' >&2
    fi
    shift
    while [ $# -gt 0 ]; do
        printf '    %s\n' "$1" >&2
        shift
    done
    exit 1
}

now_ms() {
    local time="${EPOCHREALTIME/[.,]/}"
    echo "${time%???}"
}

# wait_for SECONDS COMMAND...: ask every 50 ms until it succeeds; false when time is up.
wait_for() {
    local until_ms=$(($(now_ms) + $1 * 1000))
    shift
    until "$@"; do
        [ "$(now_ms)" -lt "$until_ms" ] || return 1
        sleep 0.05
    done
}

# --- One at a time ----------------------------------------------------------------------------

# Two `./fy up` of one stand wait for each other. The lock goes with the process.
stand_lock() {
    mkdir -p "$FY_HOME"
    exec 9>"$FY_HOME/lock"
    flock -w 300 9 || fail "another fy works on $FY_HOME since 5 minutes" "see: fuser -v $FY_HOME/lock"
}

# Root as it is, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root and there is no sudo" "run as root: $*"
    fi
}
