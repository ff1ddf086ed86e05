#!/bin/bash
# build.sh - CMake and Ninja. Sourced by fy.

# build PRESET [TARGET...]; the compiler's words go to a log and are shown when it fails.
build() {
    local preset=$1 log="$FY_HOME/log/build-$1.log" word=
    shift
    mkdir -p "$FY_HOME/log"
    [ -d "$fy_root/build/$preset" ] || word="first build of this tree"
    step "build ($preset)"
    (
        cd "$fy_root" || exit 1
        if [ ! -f "build/$preset/build.ninja" ]; then
            cmake --preset "$preset" || exit 1
        fi
        if [ $# -gt 0 ]; then
            cmake --build --preset "$preset" --target "$@"
        else
            cmake --build --preset "$preset"
        fi
    ) >"$log" 2>&1 9>&- || {
        grep -E 'error|Error|FAILED' "$log" | head -n 8 | sed 's/^/    | /' >&2
        fail_log "$log" "could not build the tree ($preset)" "try: cmake --build --preset $preset"
    }
    step_done "$word"
}

build_release() {
    build release stand
}
