#!/bin/bash
# common.sh - words, waiting, and where things are. Sourced by fy; sets nothing but variables.
#
#   FY_HOME   all that a stand writes                  default .fy in the tree
#   FY_PORT   nginx; Kafka +1, controller +2, producers +11, api +12, stock +21, history +22, recommend +23, accounts +24, orders +25, payments +26, exposure +27, pspsim +28, pictures +29;
#             a second process of a program 25 further on, a third 50

# The programs of ours, in the order they are shown; each is build/release/bin/fy-<name>.
fy_kinds=(producers api stock history recommend accounts orders exposure pictures payments pspsim)

# Their processes: "stock", "stock2", ... in the same order. Set by instances_read.
fy_programs=("${fy_kinds[@]}")
fy_instances_max=4 # Of one program: more would meet the ports of others.

declare -A fy_port_offset=([kafka]=1 [producers]=11 [api]=12 [stock]=21 [history]=22 [recommend]=23 [accounts]=24 [orders]=25 [payments]=26 [exposure]=27 [pspsim]=28 [pictures]=29)
declare -A fy_workers=() # Of a program, where it is not 1.

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
    instances_read
}

# "stock2" is the second process of the program "stock"; "stock" is its first.
program_of() {
    echo "${1%[2-9]}"
}

instance_of() {
    case "$1" in
    *[2-9]) echo "${1: -1}" ;;
    *) echo 1 ;;
    esac
}

# The binary of a process: a second one runs the first one's.
binary_of() {
    echo "$fy_bin/fy-$(program_of "$1")"
}

port_of() {
    local program
    program="$(program_of "$1")"
    echo $((FY_PORT + ${fy_port_offset[$program]} + 25 * ($(instance_of "$1") - 1)))
}

# --- How many processes -----------------------------------------------------------------------

# What ./fy up was told: FY_INSTANCES="stock=2 history=2x3". It is kept. FY_PRODUCERS=2 is short for one of them.
instances_told() {
    local word
    for word in ${FY_PRODUCERS:+producers=$FY_PRODUCERS} ${FY_INSTANCES:-}; do
        instances_set "${word%%=*}" "${word#*=}"
    done
    instances_read
}

# FY_HOME/scale: "stock 2 1", a program, its processes, the workers of each; programs that are not
# named have one of one.
instances_read() {
    local program count workers i
    fy_programs=()
    fy_workers=()
    for program in "${fy_kinds[@]}"; do
        count=1 workers=1
        if [ -f "$FY_HOME/scale" ]; then
            read -r count workers < <(sed -n "s/^$program //p" "$FY_HOME/scale"; echo 1 1)
        fi
        fy_workers[$program]=$workers
        fy_programs+=("$program")
        for ((i = 2; i <= count; i++)); do
            fy_programs+=("$program$i")
        done
    done
    stand_names=(kafka "${fy_programs[@]}" nginx)
}

# instances_set PROGRAM NUMBER[xWORKERS]
instances_set() {
    local program=$1 text=$2 count workers
    count="${text%%x*}" workers=1
    [ "$text" = "$count" ] || workers="${text#*x}"
    case " ${fy_kinds[*]} " in
    *" $program "*) ;;
    *) fail "there is no program \"$program\"" "programs: ${fy_kinds[*]}" ;;
    esac
    case "$count$workers" in
    '' | *[!0-9]*) fail "\"$text\" is no number of processes" "as in 2, or 2x3: two processes of three workers each" ;;
    esac
    [ "$count" -ge 1 ] && [ "$count" -le "$fy_instances_max" ] ||
        fail "$program cannot have $count processes" "1 to $fy_instances_max"
    [ "$workers" -ge 1 ] && [ "$workers" -le 32 ] ||
        fail "a process of $program cannot have $workers workers" "1 to 32"
    [ "$program" != pictures ] || [ "$text" = 1 ] ||
        fail "pictures is one process" "two would make the same copies"
    [ "$program" != pspsim ] || [ "$text" = 1 ] || fail "pspsim is one process" "it has one book"
    {
        grep -v "^$program " "$FY_HOME/scale" 2>/dev/null
        echo "$program $count $workers"
    } >"$FY_HOME/scale.new"
    mv -f "$FY_HOME/scale.new" "$FY_HOME/scale"
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
