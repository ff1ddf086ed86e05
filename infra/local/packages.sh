#!/bin/bash
# packages.sh - Debian packages, only what is missing. Sourced by fy.

package_there() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# packages_missing WHEN...: one name per line of packages.txt none of whose names is installed.
packages_missing() {
    local when names why name found
    local have
    have=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ') "
    while read -r when names why; do
        case " $* " in
        *" $when "*) ;;
        *) continue ;;
        esac
        found=
        for name in ${names//|/ }; do
            case "$have" in
            *" $name "*) found=1 ;;
            esac
        done
        [ -n "$found" ] || echo "$names"
    done < <(grep -v '^#' "$fy_root/infra/local/packages.txt")
}

# Of a|b the first that this Debian has.
package_choose() {
    local name
    for name in ${1//|/ }; do
        if [ -n "$(apt-cache policy "$name" 2>/dev/null | grep 'Candidate: [^(]')" ]; then
            echo "$name"
            return 0
        fi
    done
    fail "this Debian has no package ${1//|/ or }" "Debian 12 or 13 is needed: see /etc/os-release"
}

# Debian starts a service as soon as its package is there. Ours run under our own supervisor, so the
# packages' own are told not to start; who had nginx or supervisor before keeps them as they were.
packages_install() {
    local log="$FY_HOME/log/apt.log" missing wanted=() name policy=/usr/sbin/policy-rc.d
    local fresh=()

    missing="$(packages_missing "$@")"
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || fail "apt-get is not here, and these packages are missing:" \
        "${missing//$'\n'/ }" "Debian 12 or 13 is needed"
    mkdir -p "$FY_HOME/log"

    step "package lists"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 ||
        fail_log "$log" "could not read the package lists" "is there a network? try: apt-get update"
    step_done
    for name in $missing; do
        wanted+=("$(package_choose "$name")")
    done

    step "${#wanted[@]} Debian packages"
    for name in nginx supervisor; do
        package_there "$name" || fresh+=("$name")
    done
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
        trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    if ! as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
        apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-confold \
        install "${wanted[@]}" >>"$log" 2>&1; then
        fail_log "$log" "could not install: ${wanted[*]}" "try: apt-get install ${wanted[*]}"
    fi
    if [ -n "$(trap -p EXIT)" ]; then
        as_root rm -f "$policy"
        trap - EXIT
    fi
    if [ -d /run/systemd/system ]; then
        for name in "${fresh[@]}"; do
            package_there "$name" && as_root systemctl -q disable --now "$name" 2>>"$log"
        done
    fi
    step_done "${wanted[*]}"
}
