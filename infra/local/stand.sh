#!/bin/bash
# stand.sh - one stand: its files, its processes, its topics. Sourced by fy.
#
# FY_HOME/  supervisord.conf supervisor.sock supervisord.pid     kafka/ nginx/ conf/ log/
#           secrets/{visitor,token,pepper}.key secrets/masters/   secrets-psp/{api,webhook}.key (of the payment provider)   data/<program>/ (its RocksDB)  run/<name> (what it was started from)
#           scale (how many processes of each program)   seeded (the demo catalogue and shoppers that were sent)

ctl() {
    supervisorctl -c "$FY_HOME/supervisord.conf" "$@" </dev/null 2>&1
}

supervisor_alive() {
    local pid
    pid="$(cat "$FY_HOME/supervisord.pid" 2>/dev/null)" || return 1
    [ -n "$pid" ] && [ -S "$FY_HOME/supervisor.sock" ] &&
        tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$FY_HOME/supervisord.conf"
}

# Write stdin to a file only when it differs: an unchanged stand stays untouched.
write_changed() {
    cat >"$1.new"
    if cmp -s "$1.new" "$1"; then
        rm -f "$1.new"
    else
        mv -f "$1.new" "$1"
    fi
}

# --- Files ------------------------------------------------------------------------------------

stand_folders() {
    local name
    [ ${#FY_HOME} -le 80 ] || fail "FY_HOME is too long for a unix socket: $FY_HOME" \
        "choose one of at most 80 characters"
    mkdir -p "$FY_HOME"/{conf,data,log,run,kafka,nginx,secrets} ||
        fail "could not make $FY_HOME" "may you write there? choose another with FY_HOME=FOLDER"
    chmod o= "$FY_HOME/secrets" # users_own says more.
    for name in "${fy_programs[@]}"; do
        mkdir -p "$FY_HOME/data/$name"
    done
    users_decide
}

# Whoever has visitor.key can make visitor cookies, and with token.key anybody's access tokens. Made
# once; without them all visitors are new, and everybody signs in again. By pepper.key accounts are
# found, and under the master keys lie those of all persons: without them nobody can sign in, ever.
stand_secrets() {
    local name
    mkdir -p "$FY_HOME/secrets/masters" && chmod o= "$FY_HOME/secrets/masters"
    for name in visitor token pepper; do
        [ -f "$FY_HOME/secrets/$name.key" ] || secret_make "$FY_HOME/secrets/$name.key"
    done
    [ -n "$(ls "$FY_HOME/secrets/masters")" ] || secret_make "$FY_HOME/secrets/masters/master-1.key"
}

# What we and the payment provider know of each other: our API key, and what it signs webhooks with. With
# one of their own (FY_PROVIDER_URL) both are put there before the first ./fy up; a second line of
# webhook.key counts too, while the secret changes.
stand_provider_secrets() {
    local name
    mkdir -p "$FY_HOME/secrets-psp" && chmod o= "$FY_HOME/secrets-psp"
    for name in api:sk_test webhook:whsec; do
        [ ! -f "$FY_HOME/secrets-psp/${name%%:*}.key" ] || continue
        (umask 277 && echo "${name#*:}_$(head -c 24 /dev/urandom | od -An -vtx1 | tr -d ' \n')" \
            >"$FY_HOME/secrets-psp/${name%%:*}.key.new") &&
            mv "$FY_HOME/secrets-psp/${name%%:*}.key.new" "$FY_HOME/secrets-psp/${name%%:*}.key"
    done
}

# 32 random bytes, mode 0400 (or lent, 0440), there whole or not at all.
secret_make() {
    (umask 277 && head -c 32 /dev/urandom >"$1.new") && secret_lend "$1.new" && mv "$1.new" "$1"
}

program_conf() {
    local name=$1 program
    program="$(program_of "$name")"
    echo "# Rendered by ./fy up; fy-$program --help explains each name."
    [ "$program" = pspsim ] || echo "brokers = $fy_brokers"
    echo "listen = 127.0.0.1:$(port_of "$name")"
    echo "data = $FY_HOME/data/$name"
    case "$program" in
    producers | api)
        echo "visitor_key_file = $FY_HOME/secrets/visitor.key"
        echo "master_keys = $FY_HOME/secrets/masters"
        echo "token_key_file = $FY_HOME/secrets/token.key"
        ;;
    esac
    case "$program" in
    producers)
        echo "images = $FY_HOME/images"
        echo "pepper_file = $FY_HOME/secrets/pepper.key"
        echo "password_slots = ${FY_PASSWORD_SLOTS:-1}"
        echo "kafka_client = ${FY_KAFKA_CLIENT:-librdkafka}"
        echo "webhook_secret_file = $FY_HOME/secrets-psp/webhook.key"
        ;;
    recommend)
        echo "kafka_client = ${FY_KAFKA_CLIENT:-own}"
        ;;
    payments)
        echo "provider_url = ${FY_PROVIDER_URL:-http://127.0.0.1:$(port_of pspsim)}"
        echo "provider_key_file = $FY_HOME/secrets-psp/api.key"
        echo "return_url = $fy_address/#/orders"
        ;;
    pspsim)
        echo "provider_key_file = $FY_HOME/secrets-psp/api.key"
        echo "webhook_secret_file = $FY_HOME/secrets-psp/webhook.key"
        echo "webhook_url = $fy_address/v1/hooks/payments"
        echo "base_url = http://127.0.0.1:$(port_of pspsim)"
        echo "hostility = ${FY_HOSTILITY:-}"
        ;;
    pictures)
        echo "images = $FY_HOME/images"
        echo "copies = $FY_HOME/copies"
        echo "maker = $fy_bin/fy-picture"
        ;;
    esac
    if [ "$name" != "$program" ] && takes_setting "$program" instance; then
        echo "instance = $(instance_of "$name")"
    fi
    if [ "${fy_workers[$program]}" != 1 ]; then
        takes_setting "$program" workers ||
            fail "a process of $program has one thread" "give a number of processes: ./fy scale $program 2"
        echo "workers = ${fy_workers[$program]}"
    fi
}

takes_setting() {
    "$fy_bin/fy-$1" --help 2>/dev/null | grep -q "^ *$2\b"
}

supervisor_program() {
    local name=$1 command=$2 priority=$3 autostart=$4 stop_seconds=$5 environment=${6:-}
    local stop_signal=TERM user
    user="$(user_of "$name")"
    # A lone broker that is asked to stop gives up its leadership first, and forgets the markers of
    # transactions that are ending then (docs/decisions/0008): one that is killed is mended.
    [ "$name" != kafka ] || stop_signal=KILL
    sed -n '/^;;program$/,$p' "$fy_root/infra/local/supervisord.conf.in" | sed -e 1d \
        -e "s|@NAME@|$name|g" -e "s|@COMMAND@|$command|" -e "s|@PRIORITY@|$priority|" \
        -e "s|@AUTOSTART@|$autostart|" -e "s|@STOP_SECONDS@|$stop_seconds|" \
        -e "s|@ENVIRONMENT@|$environment|" -e "s|@STOP_SIGNAL@|$stop_signal|" -e "s|@HOME@|$FY_HOME|g"
    [ -z "$user" ] || echo "user=$user"
    echo
}

supervisor_conf() {
    local name user=
    [ "$(id -u)" != 0 ] || user="user=root"
    sed -e '/^;;program$/,$d' -e "s|@HOME@|$FY_HOME|g" -e "s|@USER@|$user|" \
        "$fy_root/infra/local/supervisord.conf.in"
    supervisor_program kafka "setpriv --no-new-privs bash $fy_root/infra/local/kafka.sh run $FY_HOME/kafka" 1 true 60 \
        "FY_KAFKA_HEAP_MB=\"${FY_KAFKA_HEAP_MB:-256}\",FY_KAFKA_C2=\"${FY_KAFKA_C2:-}\""
    for name in "${fy_programs[@]}"; do
        supervisor_program "$name" "$(binary_of "$name") --conf $FY_HOME/conf/$name.conf" 10 false 10
    done
    supervisor_program nginx \
        "setpriv --no-new-privs $(command -v nginx || echo /usr/sbin/nginx) -p $FY_HOME/nginx/ -c nginx.conf -e stderr" \
        20 false 5
}

stand_render() {
    local name user= edges= apis=
    [ "$(id -u)" != 0 ] || [ -n "$users_on" ] || user="user root;"
    for name in "${fy_programs[@]}"; do
        case "$(program_of "$name")" in
        producers) edges+="server 127.0.0.1:$(port_of "$name") max_fails=0; " ;;
        api) apis+="server 127.0.0.1:$(port_of "$name") max_fails=0; " ;;
        esac
    done
    for name in "${fy_programs[@]}"; do
        program_conf "$name" | write_changed "$FY_HOME/conf/$name.conf"
    done
    sed -e "s|@HOME@|$FY_HOME|g" -e "s|@WEB@|$fy_root/web|g" -e "s|@PORT@|$FY_PORT|g" \
        -e "s|server @PRODUCERS@;|${edges% }|" \
        -e "s|server @API@ max_fails=0;|${apis% }|" -e "s|@RECOMMEND@|127.0.0.1:$(port_of recommend)|" -e "s|@USER@|$user|g" \
        "$fy_root/infra/local/nginx/nginx.conf.in" | write_changed "$FY_HOME/nginx/nginx.conf"
    for name in headers problems; do
        write_changed "$FY_HOME/nginx/$name.conf" <"$fy_root/infra/local/nginx/$name.conf"
    done
    supervisor_before="$(cat "$FY_HOME/supervisord.conf" 2>/dev/null | cksum)"
    supervisor_conf | write_changed "$FY_HOME/supervisord.conf"
    kafka_configure "$FY_HOME/kafka" "$(port_of kafka)"
}

# --- Processes --------------------------------------------------------------------------------

# Somebody else's port is found before anything is started, and named.
stand_ports_free() {
    local name port
    for name in nginx kafka "${fy_programs[@]}"; do
        if [ "$name" = nginx ]; then port=$FY_PORT; else port="$(port_of "$name")"; fi
        if kafka_answers "$port"; then
            fail "port $port, for $name, is taken by another process" \
                "see who: ss -ltnp 'sport = :$port'" \
                "or choose other ports: FY_PORT=$((FY_PORT + 1000)) ./fy up"
        fi
    done
}

supervisor_start() {
    local log="$FY_HOME/log/supervisord.log" files
    files="$(ulimit -Hn)"
    if [ "$files" = unlimited ] || [ "$files" -gt 65536 ]; then files=65536; fi
    rm -f "$FY_HOME/supervisor.sock" "$FY_HOME"/run/*
    (
        ulimit -n "$files"
        exec 9>&- # The lock is ours alone.
        PYTHONPATH="$fy_root/infra/local" PYTHONDONTWRITEBYTECODE=1 \
            supervisord -c "$FY_HOME/supervisord.conf"
    ) >"$FY_HOME/log/supervisord.out" 2>&1 ||
        fail_log "$FY_HOME/log/supervisord.out" "supervisor did not start" "the rest: $log"
    wait_for 10 supervisor_alive || fail_log "$log" "supervisor did not come up within 10 s"
}

# What a process was started from: its binary, its files.
started_from() {
    local name=$1
    case "$name" in
    kafka) cat "$FY_HOME/kafka/kafka.properties" "$fy_root/infra/local/pom.xml" | cksum ;;
    nginx) cat "$FY_HOME"/nginx/*.conf | cksum ;;
    *)
        stat -c '%Y %s' "$(binary_of "$name")"
        cksum <"$FY_HOME/conf/$name.conf"
        ;;
    esac
}

# Start what does not run; restart what runs from an older build or other settings.
stand_start() {
    local name state=() line stale=() idle=
    while read -r line; do
        case "$line" in
        *RUNNING* | *STARTING*) state+=(" ${line%% *} ") ;;
        *) idle=1 ;;
        esac
    done < <(ctl status)
    for name in "${stand_names[@]}"; do
        case "${state[*]}" in
        *" $name "*) ;;
        *) continue ;;
        esac
        if [ ! -f "$FY_HOME/run/$name" ]; then
            started_from "$name" >"$FY_HOME/run/$name" # Kafka, by its own autostart.
        elif ! cmp -s <(started_from "$name") "$FY_HOME/run/$name"; then
            stale+=("$name")
        fi
    done
    if [ ${#stale[@]} -gt 0 ]; then
        ctl restart "${stale[@]}" >/dev/null
    fi
    if [ -n "$idle" ]; then
        ctl start all >/dev/null
    fi
    for name in "${stand_names[@]}"; do
        started_from "$name" >"$FY_HOME/run/$name"
    done
}

nginx_alive() {
    grep -q . "/proc/$(cat "$FY_HOME/nginx/nginx.pid" 2>/dev/null || echo none)/cmdline" 2>/dev/null
}

program_ready() {
    case "$1" in
    kafka) kafka_answers "$(port_of kafka)" ;;
    nginx) nginx_alive && kafka_answers "$FY_PORT" ;; # Ours, not another's on that port.
    *) curl -fs -m 2 -o /dev/null "http://127.0.0.1:$(port_of "$1")/healthz" ;;
    esac
}

# Every program says of itself when it may be asked; what is left is named while we wait.
stand_wait_ready() {
    local until_ms=$(($(now_ms) + ${FY_READY_SECONDS:-120} * 1000)) waiting name left
    waiting=("${stand_names[@]}")
    while :; do
        left=()
        for name in "${waiting[@]}"; do
            program_ready "$name" || left+=("$name")
        done
        waiting=("${left[@]}")
        [ ${#waiting[@]} -gt 0 ] || return 0
        if [ "$(now_ms)" -gt "$until_ms" ]; then
            fail_log "$FY_HOME/log/${waiting[0]}.log" \
                "not ready after ${FY_READY_SECONDS:-120} s: ${waiting[*]}" \
                "all of its log: ./fy logs ${waiting[0]}     states: ./fy status"
        fi
        step_progress "waiting for ${waiting[*]}"
        sleep 0.1
    done
}

stand_topics() {
    local log="$FY_HOME/log/topics.log"
    "$fy_bin/fy-topics" --brokers "$fy_brokers" --partitions "${FY_PARTITIONS:-6}" \
        >"$log" 2>&1 || fail_log "$log" "could not make the topics" "Kafka's log: ./fy logs kafka"
    tail -n 1 "$log"
}

# --- Commands ---------------------------------------------------------------------------------

stand_up() {
    local topics
    stand_lock
    instances_told
    stand_folders
    supervisor_alive || stand_ports_free
    packages_install up
    build_release
    step "Kafka's jars"
    kafka_fetch "$FY_HOME/kafka" || fail "Kafka's jars are missing" \
        "is there a network? then again: ./fy up"
    step_done
    stand_secrets
    stand_provider_secrets
    stand_render

    step "Kafka"
    kafka_format "$FY_HOME/kafka" || fail "Kafka's folder is not usable" \
        "./fy reset deletes all state and begins anew"
    users_own
    if supervisor_alive; then
        # What is told of programs has changed: the supervisor restarts those and no others.
        if [ "$supervisor_before" != "$(cksum <"$FY_HOME/supervisord.conf")" ]; then
            ctl update >/dev/null
        fi
    else
        supervisor_start
    fi
    wait_for 60 program_ready kafka ||
        fail_log "$FY_HOME/log/kafka.log" "Kafka does not answer after 60 s" \
            "its own log: $FY_HOME/kafka/kafka.log"
    step_done
    step "topics"
    topics="$(stand_topics)" || exit 1 # Said why already.
    step_done "$topics"
    step "programs"
    stand_start
    stand_wait_ready
    step_done "${stand_names[*]}"
    if [ "${FY_DEMO:-yes}" != no ]; then
        demo_seed
        demo_people
        demo_people_say
    fi
    printf '\n%s\n' "$fy_address"
}

# What runs goes on: a process more joins its group, one less gives its partitions back.
stand_scale() {
    local program=${1:-} text=${2:-} name before=" ${fy_programs[*]} " new=()
    if [ -z "$program" ]; then
        for name in "${fy_kinds[@]}"; do
            printf '%-11s %s of %s\n' "$name" "$(tr ' ' '\n' <<<"$before" | grep -cx "$name[2-9]*")" \
                "${fy_workers[$name]}"
        done
        return 0
    fi
    [ -n "$text" ] || fail "scale wants a number of processes" "./fy scale $program 2"
    stand_lock
    supervisor_alive || fail "no stand runs in $FY_HOME" "start it: ./fy up"
    instances_set "$program" "$text"
    instances_read
    step "$program: $text"
    for name in "${fy_programs[@]}"; do
        case "$before" in
        *" $name "*) ;;
        *) new+=("$name") ;;
        esac
    done
    for name in "${new[@]}"; do
        kafka_answers "$(port_of "$name")" && fail "port $(port_of "$name"), for $name, is taken" \
            "see who: ss -ltnp 'sport = :$(port_of "$name")'"
    done
    stand_folders
    stand_render
    users_own
    ctl update >/dev/null
    stand_start
    stand_wait_ready
    step_done "$(tr ' ' '\n' <<<"${fy_programs[*]}" | grep -x "$program[2-9]*" | xargs)"
}

stand_down() {
    local pid
    [ -d "$FY_HOME" ] || return 0
    stand_lock
    if ! supervisor_alive; then
        echo "nothing runs in $FY_HOME"
        return 0
    fi
    step "stopping"
    pid="$(cat "$FY_HOME/supervisord.pid")"
    ctl stop nginx "${fy_programs[@]}" >/dev/null
    ctl shutdown >/dev/null
    wait_for 60 not_alive "$pid" || fail "supervisor, pid $pid, is still there after 60 s" \
        "see what it waits for: ./fy status and $FY_HOME/log/supervisord.log"
    step_done "state stays in $FY_HOME"
}

# A zombie that nobody has collected yet has no command line any more.
not_alive() {
    ! grep -q . "/proc/$1/cmdline" 2>/dev/null
}

stand_reset() {
    local answer
    if [ ! -d "$FY_HOME" ]; then
        echo "there is no stand in $FY_HOME"
        return 0
    fi
    # Only what a stand has made: a mistyped FY_HOME must not cost anybody a folder.
    if [ -n "$(ls -A "$FY_HOME")" ] && [ ! -e "$FY_HOME/lock" ]; then
        fail "$FY_HOME is not a stand's folder, so it is left alone" "check FY_HOME"
    fi
    if [ "${1:-}" != --yes ]; then
        [ -t 0 ] || fail "reset deletes every event and row in $FY_HOME" "sure? ./fy reset --yes"
        read -r -p "Delete every event, row, log and key in $FY_HOME? [y/N] " answer
        case "$answer" in
        y | Y | yes) ;;
        *) fail "nothing was deleted" ;;
        esac
    fi
    stand_down
    # Jars and their archive are no state; they stay, and so does the lock that we hold.
    find "$FY_HOME" -mindepth 1 -maxdepth 1 ! -name kafka ! -name lock -exec rm -rf {} +
    if [ -d "$FY_HOME/kafka" ]; then
        find "$FY_HOME/kafka" -mindepth 1 -maxdepth 1 ! -name libs \
            -exec rm -rf {} +
    fi
    echo "state of $FY_HOME is deleted; ./fy up begins anew"
}

stand_status() {
    local name state pid rest ready rss all=0
    if ! supervisor_alive; then
        echo "no stand runs in $FY_HOME; start it: ./fy up"
        return 3
    fi
    printf '%-11s %-9s %8s %9s  %s\n' program state pid memory ready
    while read -r name state rest; do
        pid="$(sed -n 's/^pid \([0-9]*\),.*/\1/p' <<<"$rest")"
        rss="$(rss_mb "$pid")"
        if program_ready "$name"; then
            ready=yes
        else
            ready="no: ./fy logs $name"
            all=1
        fi
        printf '%-11s %-9s %8s %9s  %s\n' "$name" "${state,,}" "${pid:--}" "$rss" "$ready"
    done < <(ctl status)
    printf '\n%s   (state in %s)\n' "$fy_address" "$FY_HOME"
    return $all
}

# Resident memory of a process and its children, as "12.3 MB".
rss_mb() {
    local pid=$1
    [ -n "$pid" ] || {
        echo "-"
        return 0
    }
    {
        cat "/proc/$pid/status"
        for child in $(cat "/proc/$pid/task/$pid/children" 2>/dev/null); do
            cat "/proc/$child/status"
        done
    } 2>/dev/null | awk '/^VmRSS:/ { kb += $2 } END { printf "%.1f MB\n", kb / 1024 }'
}

stand_logs() {
    local name= follow= word files=()
    for word in "$@"; do
        case "$word" in
        -f) follow=-f ;;
        *) name=$word ;;
        esac
    done
    if [ -n "$name" ]; then
        files=("$FY_HOME/log/$name.log")
        [ -f "${files[0]}" ] || fail "there is no log ${files[0]}" \
            "programs: ${stand_names[*]} supervisord"
    else
        for word in "${stand_names[@]}"; do
            [ ! -f "$FY_HOME/log/$word.log" ] || files+=("$FY_HOME/log/$word.log")
        done
    fi
    # Kafka speaks into a file of its own; what the supervisor caught are the virtual machine's words.
    case " ${name:-kafka} " in
    *" kafka "*) [ ! -f "$FY_HOME/kafka/kafka.log" ] || files+=("$FY_HOME/kafka/kafka.log") ;;
    esac
    [ ${#files[@]} -gt 0 ] || fail "there are no logs in $FY_HOME/log" "start the stand: ./fy up"
    tail -n "${FY_LINES:-40}" $follow "${files[@]}"
}
