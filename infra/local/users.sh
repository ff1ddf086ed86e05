#!/bin/bash
# users.sh - a system user for each program, on a stand that root starts. Sourced by fy.
#
# fy-producers, fy-api, fy-stock, ..., fy-kafka, fy-nginx: made once, no shell, no home. Group fy: all of
# them, who may make a folder in FY_HOME/data; group fy-keys: those that read keys; fy-provider: those that read
# what is shared with the payment provider. Whoever is not root
# starts everything as themselves. docs/decisions/0034.

fy_key_holders=(producers api)
fy_provider_holders=(producers payments pspsim) # Who reads what we and the payment provider share.
fy_picture_readers=(pictures) # In nginx's group, which reads what suppliers attached.

# Of a process; empty: as who starts it.
user_of() {
    [ -z "$users_on" ] || echo "fy-$(program_of "$1")"
}

# A tree or state below /root, say, is closed to every other user: programs run as root then, and say so.
users_decide() {
    users_on=
    [ "$(id -u)" = 0 ] || return 0
    umask 022
    chmod 755 "$FY_HOME"
    if ! setpriv --reuid=65534 --regid=65534 --clear-groups \
        test -x "$FY_HOME" -a -r "$fy_root/infra/local/kafka.sh" -a -r "$fy_root/web/index.html"; then
        printf '  %s\n' "programs run as root: others may not enter $fy_root or $FY_HOME (a folder above is closed)"
        return 0
    fi
    users_on=1
    users_make || fail "could not make the users of the programs" "may root change /etc/passwd here?"
}

users_missing() {
    local name
    for name in "${fy_kinds[@]}" kafka nginx; do
        id "fy-$name" >/dev/null 2>&1 || return 0
    done
    for name in "${fy_key_holders[@]}"; do
        id -nG "fy-$name" 2>/dev/null | tr ' ' '\n' | grep -qx fy-keys || return 0
    done
    for name in "${fy_provider_holders[@]}"; do
        id -nG "fy-$name" 2>/dev/null | tr ' ' '\n' | grep -qx fy-provider || return 0
    done
    for name in "${fy_picture_readers[@]}"; do
        id -nG "fy-$name" 2>/dev/null | tr ' ' '\n' | grep -qx fy-nginx || return 0
    done
    return 1
}

# Two stands may come up at once.
users_make() {
    local name
    users_missing || return 0
    (
        exec 8>/run/lock/fy-users
        flock -w 60 8 || exit 1
        for name in fy fy-keys fy-provider; do
            getent group "$name" >/dev/null || groupadd --system "$name" || exit 1
        done
        for name in "${fy_kinds[@]}" kafka nginx; do
            id "fy-$name" >/dev/null 2>&1 ||
                useradd --system --user-group --groups fy --no-create-home --home-dir /nonexistent \
                    --shell /usr/sbin/nologin "fy-$name" || exit 1
        done
        for name in "${fy_key_holders[@]}"; do
            usermod -a -G fy-keys "fy-$name" || exit 1
        done
        for name in "${fy_provider_holders[@]}"; do
            usermod -a -G fy-provider "fy-$name" || exit 1
        done
        for name in "${fy_picture_readers[@]}"; do
            usermod -a -G fy-nginx "fy-$name" || exit 1
        done
    )
}

# Everything below a folder is its user's; only what is not yet is touched.
users_give() {
    local user=$1 group=$2 folder=$3
    find "$folder" \( ! -user "$user" -o ! -group "$group" \) -exec chown -h "$user:$group" {} +
}

# On a stand whose programs have users of their own, those that need keys may read this one.
secret_lend() {
    [ "$(stat -c %G "$FY_HOME/secrets")" != fy-keys ] || { chgrp fy-keys "$1" && chmod 440 "$1"; }
}

# Folders of a program are its own; a key file can be read by those that need it and by root.
users_own() {
    local name user
    chmod 750 "$FY_HOME"/{log,run}
    chmod 700 "$FY_HOME"/kafka "$FY_HOME"/data/*/
    if [ -z "$users_on" ]; then
        chmod 700 "$FY_HOME"/{data,secrets,secrets-psp}
        return 0
    fi
    chown root:fy "$FY_HOME/data"
    chmod 1770 "$FY_HOME/data"
    for name in "${fy_programs[@]}"; do
        user="$(user_of "$name")"
        users_give "$user" "$user" "$FY_HOME/data/$name"
    done
    users_give fy-kafka fy-kafka "$FY_HOME/kafka"
    users_give fy-nginx fy-nginx "$FY_HOME/nginx"
    mkdir -p "$FY_HOME/images"
    users_give fy-producers fy-nginx "$FY_HOME/images"
    mkdir -p "$FY_HOME/copies"
    users_give fy-pictures fy-nginx "$FY_HOME/copies"
    find "$FY_HOME/images" "$FY_HOME/copies" -type d ! -perm 2750 -exec chmod 2750 {} +
    find "$FY_HOME/images" "$FY_HOME/copies" -type f ! -perm 640 -exec chmod 640 {} +
    chgrp -R fy-provider "$FY_HOME/secrets-psp"
    chmod 750 "$FY_HOME/secrets-psp"
    chmod 440 "$FY_HOME"/secrets-psp/*.key
    chgrp fy-keys "$FY_HOME/secrets"
    chmod 750 "$FY_HOME/secrets"
    find "$FY_HOME/secrets" -mindepth 1 -type d -exec chgrp fy-keys {} + -exec chmod 750 {} +
    find "$FY_HOME/secrets" -type f -name '*.key' -exec chgrp fy-keys {} + -exec chmod 440 {} +
}

# as_owner PROGRAM COMMAND ...: becomes the command, as whose the rows of that program are.
as_owner() {
    local user
    user="$(stat -c %U "$FY_HOME/data/$1")"
    shift
    if [ "$(id -u)" = 0 ] && [ "$user" != root ]; then
        exec setpriv "--reuid=$user" "--regid=$user" --init-groups "$@"
    fi
    exec "$@"
}
