#!/bin/bash
# tools.sh - tap, put, simulate and token: programs of ours for a stand. Sourced by fy.

tool_run() {
    local tool=$1 word needs=1
    shift
    for word in "$@"; do
        case "$word" in
        --help | -h) needs= ;;
        esac
    done
    [ "$tool" != token ] || needs= # Its key is enough.
    if [ ! -x "$fy_bin/fy-$tool" ] && [ -n "$(packages_missing up)" ]; then
        fail "fy-$tool is not built" "build and start everything: ./fy up"
    fi
    [ -x "$fy_bin/fy-$tool" ] || build_release
    if [ -n "$needs" ]; then
        supervisor_alive || fail "no stand runs in $FY_HOME" "start it: ./fy up"
    fi
    case "$tool" in
    token) exec "$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" "$@" ;;
    simulate)
        exec "$fy_bin/fy-simulate" --url "$fy_address" --token-command \
            "$(printf '%q ' "$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" operator simulate)" "$@"
        ;;
    *) exec "$fy_bin/fy-$tool" --brokers "$fy_brokers" "$@" ;;
    esac
}
