#!/usr/bin/env bash
# ./fy prove NAME [--seed N] [--size M] [--patch FILE] [...]: a proof on a fresh stand of its own, or on
# none where its file says STAND = False.
#
# --patch FILE runs it on a copy of the tree with FILE applied (test/mutants/*.patch, or yours): it must go red.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

usage() {
    echo "usage: ./fy prove NAME [--seed N] [--size M] [--patch FILE] [...]"
    echo
    echo "proofs:"
    for file in "$root"/test/prove/*.py; do
        name=$(basename "$file" .py)
        echo "  ${name//_/-}    $(sed -n '1s/^"""prove [a-z-]*: //p' "$file")"
    done
    echo
    echo "  --patch FILE   run on a copy of the tree with FILE applied; a proof must then go red"
    echo "  ./fy prove NAME --help   what it checks, and its other flags"
}

[ $# -ge 1 ] && [ "$1" != --help ] || { usage; exit 0; }
name=$1
shift
script=$root/test/prove/${name//-/_}.py
[ -f "$script" ] || { echo "there is no proof named \"$name\""; usage; exit 2; }

patch='' words=()
while [ $# -gt 0 ]; do
    case $1 in
    --patch) patch=$(realpath "${2:?--patch wants a file}"); shift 2 ;;
    *) words+=("$1"); shift ;;
    esac
done

# The edge is proven with two instances of it behind nginx, or with one.
if [ "$name" = edge ]; then
    export FY_PRODUCERS=2
    case " ${words[*]-} " in *" --instances 1 "* | *" --instances=1 "*) FY_PRODUCERS=1 ;; esac
fi

# People are known, and refused, by every instance.
[ "$name" != people ] || export FY_INSTANCES="producers=2 api=2"

# Lists are the same of every instance.
[ "$name" != recommend ] || export FY_INSTANCES="recommend=2 api=2"

. "$root/test/prove/python.sh"

export FY_HOME=${FY_PROVE_HOME:-$root/.fy-prove} FY_PORT=${FY_PROVE_PORT:-19080}
run() { PYTHONPATH=$root/test/prove "$tools/venv/bin/python3" "$script" \
    --root "$tree" --home "$FY_HOME" --port "$FY_PORT" --data "${FY_DATA:-$root/../shared/data}" "$@"; }
tree=$root
for word in ${words[@]+"${words[@]}"}; do
    [ "$word" != --help ] || { run --help; exit 0; }
done

if [ -n "$patch" ]; then
    # A tree of its own, so that the patch never touches this one.
    tree=$root/.fy-patched
    rm -rf "$tree"
    mkdir -p "$tree"
    git -C "$root" ls-files -z | tar -C "$root" --null -T - -cf - | tar -C "$tree" -xf -
    git -C "$tree" init -q && git -C "$tree" apply --whitespace=nowarn "$patch"
    echo "patched copy of the tree: $(basename "$patch")"
    ! command -v ccache >/dev/null || export CMAKE_C_COMPILER_LAUNCHER=ccache # It is built from nothing.
fi

# It needs no programs and no Kafka.
if grep -q '^STAND = False' "$script" || [[ " ${words[*]-} " == *" --engine "* ]]; then
    status=0
    run ${words[@]+"${words[@]}"} || status=$?
    echo "commit $(git -C "$root" rev-parse --short HEAD), load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
    exit "$status"
fi

stop() { "$tree/fy" down >/dev/null 2>&1 || true; }
trap stop EXIT
"$tree/fy" reset --yes
FY_DEMO=no "$tree/fy" up
cmake --build "$tree/build/release" --target provers >"$FY_HOME/log/build-provers.log" 2>&1 ||
    { tail -n 20 "$FY_HOME/log/build-provers.log"; exit 1; }
status=0
if [ "${#words[@]}" -gt 0 ]; then run "${words[@]}" || status=$?; else run || status=$?; fi
echo "commit $(git -C "$root" rev-parse --short HEAD), load $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores"
exit "$status"
