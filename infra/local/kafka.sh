#!/bin/bash
# kafka.sh - one local Kafka broker from jars: fetch, format, start, stop.
#
#   infra/local/kafka.sh start HOME PORT    a bare broker: data and log in HOME, controller on PORT+1
#   infra/local/kafka.sh stop HOME          stop it; its data stay
#   infra/local/kafka.sh run HOME           in the foreground, as the supervisor does
#
# HOME/libs          jars (pom.xml names the version)       HOME/data      topics
# HOME/kafka.properties, log4j2.xml                         HOME/kafka.log what it says
# FY_KAFKA_HEAP_MB=256 and FY_KAFKA_C2=1 (full compiler, for benchmarks) are read at each start.

kafka_local="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

# The jars come once; a marker carries the pom's checksum, so a new pom fetches anew.
kafka_fetch() {
    local home=$1 sum
    sum="$(sha256sum <"$kafka_local/pom.xml")"
    [ "$(cat "$home/libs/.pom" 2>/dev/null)" = "$sum" ] && return 0
    rm -rf "$home/libs"
    mkdir -p "$home/libs"
    if ! mvn -B -q -f "$kafka_local/pom.xml" process-resources "-Dlibs=$home/libs" \
        >"$home/maven.log" 2>&1; then
        echo "could not fetch Kafka's jars with Maven; its last words ($home/maven.log):" >&2
        grep -v '^$' "$home/maven.log" | tail -n 5 >&2
        return 1
    fi
    echo "$sum" >"$home/libs/.pom"
}

kafka_configure() {
    local home=$1 port=$2
    mkdir -p "$home"
    sed -e "s|@HOME@|$home|g" -e "s|@PORT@|$port|g" -e "s|@CONTROLLER_PORT@|$((port + 1))|g" \
        "$kafka_local/kafka.properties.in" >"$home/kafka.properties"
    cp "$kafka_local/log4j2.xml" "$home/log4j2.xml"
}

# Does nothing on a formatted folder.
kafka_format() {
    local home=$1 id
    [ -f "$home/data/meta.properties" ] && return 0
    id="$(head -c 16 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')"
    if ! java -Xshare:auto -XX:TieredStopAtLevel=1 "-Dfy.kafka.log=$home/kafka.log" \
        "-Dlog4j2.configurationFile=$home/log4j2.xml" -cp "$(kafka_class_path "$home")" \
        kafka.tools.StorageTool format "--cluster-id=$id" --config "$home/kafka.properties" \
        >"$home/format.log" 2>&1; then
        echo "could not format Kafka's folder; its last words ($home/format.log):" >&2
        tail -n 5 "$home/format.log" >&2
        return 1
    fi
}

# What every JVM of ours begins with, into the array java; $2 is the file it logs to.
kafka_java() {
    local home=$1 log=$2
    java=(java -Xms64m "-Xmx${FY_KAFKA_HEAP_MB:-256}m" -XX:+UseParallelGC -XX:ParallelGCThreads=2
        -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Dcom.sun.management.jmxremote=false "-Dfy.kafka.log=$log"
        -cp "$(kafka_class_path "$home")")
    [ -n "${FY_KAFKA_C2:-}" ] || java+=(-XX:TieredStopAtLevel=1)
}

# Behind a kill -9, before the broker: let the controller fence the broker that was.
#
# A broker that restarts alone finds itself in its metadata as the leader of everything and begins to
# end the transactions it finds prepared, though nobody can connect yet. Its controller refuses it as
# a duplicate until the old session has run out, and then takes its leaderships away; at that moment
# Kafka 4.3.1 finds no leader for the markers that wait, takes the partitions for deleted, and records
# the transactions as complete with markers written nowhere: a group's offsets stay unstable for ever,
# and what was aborted is committed by the producer's next commit. Fenced first, a broker is leader of
# nothing before it can write markers, and it need not wait for the session either.
kafka_fence() {
    local home=$1 java fence i
    [ -d "$home/data/__cluster_metadata-0" ] && [ ! -f "$home/data/.kafka_cleanshutdown" ] || return 0
    sed -e 's/^process.roles=.*/process.roles=controller/' -e '/^advertised.listeners=/d' \
        -e 's|^listeners=.*\(CONTROLLER://[^,]*\).*|listeners=\1|' \
        -e 's/^\(broker.session.timeout.ms\)=.*/\1=500/' \
        -e '$abroker.heartbeat.interval.ms=250' \
        "$home/kafka.properties" >"$home/fence.properties"
    sed 's/<Root level="WARN">/<Root level="INFO">/' "$home/log4j2.xml" >"$home/fence-log4j2.xml"
    rm -f "$home/fence.log"
    kafka_java "$home" "$home/fence.log"
    # It must not outlive us: it holds the controller's port.
    setpriv --pdeathsig KILL "${java[@]}" "-Dlog4j2.configurationFile=$home/fence-log4j2.xml" \
        kafka.Kafka "$home/fence.properties" >"$home/fence.out" 2>&1 &
    fence=$!
    for ((i = 0; i < 600; i++)); do
        kafka_fenced "$home/fence.log" && break
        kill -0 "$fence" 2>/dev/null || break
        sleep 0.05
    done
    kafka_fenced "$home/fence.log" ||
        echo "could not fence the broker that was killed, starting all the same: $home/fence.out"
    kill -TERM "$fence" 2>/dev/null # Not KILL: what it has decided must reach its log.
    wait "$fence" 2>/dev/null
    return 0
}

# The controller is active, and its newest word on the broker is that it is fenced, or it knows none.
kafka_fenced() {
    awk '/Performing controller activation/ { active = 1 }
        /Replayed .*RegisterBrokerRecord\(/ { open = /fenced=false/ }
        /Replayed BrokerRegistrationChangeRecord/ && /fenced=1,/ { open = 0 }
        /Replayed BrokerRegistrationChangeRecord/ && /fenced=-1,/ { open = 1 }
        END { exit !(active && !open) }' "$1" 2>/dev/null
}

# Becomes the broker. C1 alone halves the CPU of a start, at some cost under load.
kafka_run() {
    local home=$1 java
    kafka_fence "$home"
    kafka_java "$home" "$home/kafka.log"
    exec "${java[@]}" "-Dlog4j2.configurationFile=$home/log4j2.xml" \
        kafka.Kafka "$home/kafka.properties"
}

kafka_class_path() {
    printf '%s:' "$1"/libs/*.jar
}

kafka_answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

kafka_alive() {
    local home=$1
    [ -f "$home/pid" ] && kill -0 "$(cat "$home/pid")" 2>/dev/null
}

kafka_start() {
    local home=$1 port=$2 i
    mkdir -p "$home"
    if kafka_alive "$home"; then
        echo "Kafka already runs on 127.0.0.1:$port, pid $(cat "$home/pid")"
        return 0
    fi
    kafka_fetch "$home" && kafka_configure "$home" "$port" && kafka_format "$home" || return 1
    setsid bash "${BASH_SOURCE[0]}" run "$home" </dev/null >"$home/out.log" 2>&1 &
    echo $! >"$home/pid"
    for ((i = 0; i < 300; i++)); do
        if kafka_answers "$port"; then
            echo "Kafka answers on 127.0.0.1:$port, pid $(cat "$home/pid")"
            return 0
        fi
        kafka_alive "$home" || break
        sleep 0.1
    done
    echo "Kafka did not start on 127.0.0.1:$port; its last words ($home/kafka.log, out.log):" >&2
    tail -q -n 5 "$home/kafka.log" "$home/out.log" >&2
    return 1
}

kafka_stop() {
    local home=$1 pid i
    kafka_alive "$home" || return 0
    pid="$(cat "$home/pid")"
    kill -TERM "$pid"
    for ((i = 0; i < 300; i++)); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    if kill -0 "$pid" 2>/dev/null; then
        kill -KILL "$pid"
    fi
    rm -f "$home/pid"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    case "${1:-}:$#" in
    start:3)
        mkdir -p "$2"
        kafka_start "$(cd "$2" && pwd)" "$3"
        ;;
    stop:2) kafka_stop "$(cd "$2" && pwd)" ;;
    run:2) kafka_run "$2" ;;
    *)
        sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
        exit 2
        ;;
    esac
fi
