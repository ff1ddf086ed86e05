#!/bin/bash
# people.sh - letters, master keys and the demo people of a stand. Sourced by fy.

help_letters() {
    cat <<'END_HELP'
./fy letters EMAIL [KIND] - the letters that a person would have got

Nothing is delivered yet: this reads `accounts`, and opens what is sealed with this stand's keys. With
KIND (verify, reset, invitation) only the newest token of that kind is written.

  ./fy letters anna@demo.example
  ./fy letters anna@demo.example reset
END_HELP
}

help_keys() {
    cat <<'END_HELP'
./fy keys [rotate] - the master keys under which the keys of all persons lie

Without a word: which there are, and how many persons' keys an older one still wraps. rotate makes a
new one in secrets/masters; from 3 s later on, when every program has read it, producers wrap all
keys anew. It may be broken off: programs go on by themselves. When none is left, the older files may
be deleted.

  ./fy keys
  ./fy keys rotate
END_HELP
}

letters_run() {
    local email=${1:-} kind=${2:-}
    [ -n "$email" ] || fail "letters wants an e-mail" "./fy letters --help"
    supervisor_alive || fail "no stand runs in $FY_HOME" "start it: ./fy up"
    letters_of "$email" "$kind"
}

# The e-mail goes by standard input: arguments are everybody's to see.
letters_of() {
    printf '%s\n' "$1" | "$fy_bin/fy-letters" --brokers "$fy_brokers" \
        --pepper "$FY_HOME/secrets/pepper.key" --masters "$FY_HOME/secrets/masters" ${2:+--last "$2"}
}

keys_newest() {
    find "$FY_HOME/secrets/masters" -name 'master-*.key' | sed 's/.*master-\([0-9]*\).key/\1/' | sort -n | tail -n 1
}

# Of all instances together; each looks at all keys.
keys_old() {
    curl -fs -m 5 "http://127.0.0.1:$(port_of producers)/metrics" |
        sed -n 's/^fy_producers_keys_old \([0-9]*\).*/\1/p'
}

keys_run() {
    local number until_ms old
    case "${1:-}" in
    '') ;;
    rotate)
        stand_lock
        supervisor_alive || fail "no stand runs in $FY_HOME" "start it: ./fy up"
        number=$(($(keys_newest) + 1))
        [ "$number" -le 255 ] || fail "there have been 255 master keys" "delete old ones and rename none"
        step "master key $number"
        secret_make "$FY_HOME/secrets/masters/master-$number.key"
        step_done
        step "wrapping keys anew"
        sleep 5 # Programs read the folder each second, and wait 3 s for each other.
        until_ms=$(($(now_ms) + ${FY_ROTATE_SECONDS:-600} * 1000))
        while old="$(keys_old)" && [ "$old" != 0 ]; do
            [ "$(now_ms)" -lt "$until_ms" ] ||
                fail "$old keys are left" "it goes on by itself; look again: ./fy keys"
            step_progress "$old left"
            sleep 0.5
        done
        step_done
        ;;
    *) fail "keys takes no \"$1\"" "./fy keys --help" ;;
    esac
    find "$FY_HOME/secrets/masters" -name 'master-*.key' -printf '%f\n' | sort -V
    old="$(keys_old)" && echo "$old keys of persons are wrapped by an older one than the newest"
}

# --- Demo people ------------------------------------------------------------------------------

# E-mail, role, supplier. The passwords are random, of this stand alone.
demo_people_list() {
    cat <<'END_LIST'
anna@demo.example customer
ben@demo.example customer
olga@hollow-oak.example supplier_owner hollow-oak
sam@hollow-oak.example supplier_staff hollow-oak
tom@tidewater.example supplier_owner tidewater
uma@tidewater.example supplier_staff tidewater
otto@fy.example operator
dora@fy.example data
END_LIST
}

# Bodies hold passwords: they go by standard input, never as arguments.
demo_people_post() {
    local body status
    body="$(cat)"
    for _ in $(seq 40); do # Who has just begun says 503 for a second.
        status="$(curl -sS -m 15 -o "$FY_HOME/run/people.answer" -w '%{http_code}' \
            -H 'Content-Type: application/json' "${@:2}" --data-binary @- "$fy_address/v1/$1" \
            2>"$FY_HOME/run/people.error" <<<"$body")"
        [ "$status" = 503 ] || break
        sleep 0.25
    done
    echo "$status"
}

demo_letter_there() {
    demo_token="$(letters_of "$1" "$2")" && [ -n "$demo_token" ]
}

demo_person() {
    local email=$1 role=$2 supplier=${3:-} password=$4 status
    if [ "$role" = customer ]; then
        status="$(printf '{"email":"%s","password":"%s"}' "$email" "$password" | demo_people_post accounts)"
        [ "$status" = 202 ] && wait_for 20 demo_letter_there "$email" verify || return 1
        status="$(printf '{"token":"%s"}' "$demo_token" | demo_people_post accounts/verify)"
    else
        status="$(printf '{"email":"%s","role":"%s"%s}' "$email" "$role" \
            "${supplier:+,\"supplier\":\"$supplier\"}" |
            demo_people_post invitations -H "@$FY_HOME/run/people.header")"
        [ "$status" = 202 ] && wait_for 20 demo_letter_there "$email" invitation || return 1
        status="$(printf '{"token":"%s","password":"%s"}' "$demo_token" "$password" |
            demo_people_post invitations/accept)"
    fi
    [ "$status" = 200 ]
}

# Once per stand. Who has been made already is kept in the file of passwords, line by line.
demo_people() {
    local file="$FY_HOME/secrets/demo-people" email role supplier password count=0
    [ ! -f "$FY_HOME/people-seeded" ] || return 0
    step "demo people"
    touch "$file" && chmod 600 "$file"
    (umask 077 && "$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" operator setup --header \
        >"$FY_HOME/run/people.header") || fail "no token could be made"
    while read -r email role supplier; do
        count=$((count + 1))
        ! grep -q "^$email " "$file" || continue
        password="$(head -c 12 /dev/urandom | base64 | tr '+/' 'ab')"
        demo_person "$email" "$role" "$supplier" "$password" ||
            fail_log "$FY_HOME/run/people.answer" "$email could not be made" \
                "the program's log: ./fy logs producers"
        echo "$email $role ${supplier:--} $password" >>"$file"
    done < <(demo_people_list)
    rm -f "$FY_HOME/run/people.header"
    chmod 400 "$file"
    touch "$FY_HOME/people-seeded"
    step_done "$count, of each role"
}

demo_people_say() {
    [ -f "$FY_HOME/people-seeded" ] || return 0
    printf '\nsign in as anna@demo.example, or any other of %s\n' "$FY_HOME/secrets/demo-people"
}
