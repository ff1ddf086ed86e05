#!/bin/bash
# unhang.sh - `./fy unhang`: transactions that hang, found and aborted by Kafka's own tool. Sourced by fy.

help_unhang() {
    cat <<'END_HELP'
./fy unhang [--minutes N] [--look] - find transactions of ours that hang, and abort them

A transaction hangs when a partition has records of it that its coordinator knows nothing of: nobody
will ever end it. Readers see nothing behind it, the topic is not compacted, and the program behind
it stands still though all is "ready". A request that came late could leave one, before Kafka 4.

Looks through all partitions of the broker for transactions that are older than N minutes (1; ours
time out after 10 s) and that no coordinator has. Those of our own programs' transactional ids are
aborted there, which is safe: what they had written was of a turn that was run again. Those of
others are named, and left to their owners. Exits 1 while something hangs.

  --look       say what there is, abort nothing

  ./fy unhang --look
  ./fy unhang
END_HELP
}

unhang_fetch() {
    local libs="$FY_HOME/kafka/tools" pom="$fy_root/infra/local/kafka-tools.xml"
    ls "$libs"/kafka-tools-*.jar >/dev/null 2>&1 && return 0
    step "Kafka's tools"
    mvn -B -q -f "$pom" process-resources "-Dlibs=$libs" >"$FY_HOME/log/kafka-tools.log" 2>&1 9>&- ||
        fail "could not fetch Kafka's tools with Maven" "$FY_HOME/log/kafka-tools.log says why"
    step_done
}

unhang_ask() {
    java -XX:TieredStopAtLevel=1 -cp "$FY_HOME/kafka/tools/*:$FY_HOME/kafka/libs/*" \
        "-Dlog4j2.configurationFile=$FY_HOME/kafka/log4j2.xml" "-Dfy.kafka.log=$FY_HOME/log/kafka-tools.log" \
        org.apache.kafka.tools.TransactionsCommand \
        --bootstrap-server "127.0.0.1:$(port_of kafka)" "$@" 2>>"$FY_HOME/log/kafka-tools.log" 9>&- ||
        fail "Kafka's tool could not $1" "$FY_HOME/log/kafka-tools.log says why"
}

# "3<TAB>stock-1-0" a line: of each producer number its transactional id, if it is one of ours.
unhang_ours() {
    local programs
    programs="$(sed -n 's/^TOPIC([A-Z_]*, "\(.*\)-changelog", CHANGELOG,.*/\1/p' \
        "$fy_root/schemas/topics.def" | paste -sd'|')"
    [ -n "$programs" ] || fail "schemas/topics.def names no program with a changelog"
    unhang_ask list | awk -v ours="^($programs)-[^-]+-[0-9]+\$" 'NR > 1 && $1 ~ ours { print $3 "\t" $1 }'
}

# Topic, partition, producer number, offset it begins at, minutes: a line each.
unhang_found() {
    unhang_ask find-hanging --broker-id 1 "--max-transaction-timeout=$1" |
        awk 'NR > 1 && NF >= 8 { print $1, $2, $3, $6, $8 }'
}

unhang_run() {
    local minutes=1 look='' ours found topic partition producer offset age id left=0
    while [ $# -gt 0 ]; do
        case "$1" in
        --look) look=1 ;;
        --minutes)
            case "${2:-}" in '' | *[!0-9]*) fail "--minutes takes a whole number" "./fy unhang --help" ;; esac
            minutes=$2
            shift
            ;;
        *) fail "unhang knows no \"$1\"" "./fy unhang --help" ;;
        esac
        shift
    done
    kafka_answers "$(port_of kafka)" || fail "Kafka does not answer" "start the stand: ./fy up"
    unhang_fetch
    ours="$(unhang_ours)" || exit 1
    found="$(unhang_found "$minutes")" || exit 1
    printf '%s transactional ids are ours\n' "$(printf '%s' "$ours" | grep -c .)"
    while read -r topic partition producer offset age; do
        [ -n "$topic" ] || continue
        id="$(printf '%s\n' "$ours" | awk -v n="$producer" '$1 == n { print $2 }')"
        printf '  %s partition %s hangs from offset %s on, %s minutes: ' "$topic" "$partition" "$offset" "$age"
        if [ -z "$id" ]; then
            printf 'of producer %s, which is none of ours: left to its owner\n' "$producer"
            left=$((left + 1))
        elif [ -n "$look" ]; then
            printf 'of %s\n' "$id"
            left=$((left + 1))
        else
            unhang_ask abort --topic "$topic" --partition "$partition" --start-offset "$offset" >/dev/null </dev/null
            printf 'of %s, aborted\n' "$id"
        fi
    done <<<"$found"
    [ -n "$found" ] || echo "nothing hangs"
    [ "$left" = 0 ]
}
