#!/bin/bash
# operate.sh - what an operator asks of one program's state. Sourced by fy.
#
# The programs themselves know how: a word in front of --conf, as in `fy-stock digest --conf FILE`.

help_digest() {
    cat <<'END_HELP'
./fy digest PROGRAM [--store] - the rows a program knows, their digest, and where it stands

Read from its changelog, which is the truth; nothing is written, and the program may run meanwhile.
One line per partition: rows, digest, the offset that each input is read at next. Two digests are
equal when the rows are: their order, and the schema version they were written in, leave no mark.
--store compares with the program's disk as well, its rest replayed as a restart would; exits 1 and
shows the first rows that differ when it does not agree.

For api, recommend, which keep no changelog: of each table on the disk, as of now. Then the running
api holds its index of search against its rows, product by product, and says whether they agree.

  ./fy digest stock
  ./fy digest history --store
  ./fy digest api
END_HELP
}

help_rebuild() {
    cat <<'END_HELP'
./fy rebuild PROGRAM - make a program's rows anew from events, and compare

Reads only the topics that the rows follow from, never the changelog: for stock, accounts and orders their own events, for
history its input. Reads them up to exactly where the changelog stands, and emits nothing. Exits 1
and shows the first rows that differ when the two are not equal. The program may run meanwhile.
--swap asks the program itself to do it: each task makes its rows anew beside the old ones, puts
those that differ in their place, and goes on; it is not ready meanwhile (./fy status). The same
happens by itself when a program starts whose rules have another version than the rows.

For api and recommend the rows are made anew from their topics up to where the disk stands, beside
the old ones, and compared with them table by table.

  ./fy rebuild stock
  ./fy rebuild stock --swap
  ./fy rebuild recommend
END_HELP
}

help_parked() {
    cat <<'END_HELP'
./fy parked PROGRAM - keys whose records wait in the dead letters, and why

A record that cannot be handled goes to the dead letters, and so do the later ones of its key, so
that their order is kept. All other keys go on.

  ./fy parked stock
END_HELP
}

help_release() {
    cat <<'END_HELP'
./fy release PROGRAM KEY - handle what waits behind a parked key

The task that parked it handles its dead letters in their order, once, and then what came meanwhile.
One that is refused again parks the rest again. Who asked for it is written into the topic
operations, for ever. See ./fy parked PROGRAM before and after.

  ./fy release stock mug-speckled-blue          after the program was mended
  ./fy release stock mug-speckled-blue --skip   leave out the record it is parked for, for good
  ./fy release stock KEY --topic supply         where a key is parked of several topics
  ./fy release --gap PROGRAM TOPIC PARTITION WRITER SEQ NEXT
      a task stopped, because a writer's records between SEQ and NEXT are missing: go on without
      them. Its log has this very line.
  --by NAME   who asks; else the user's name
END_HELP
}

# Of an answer's JSON, into search_word: a number or a text; empty where it is null. No process: a
# million products are 5,000 answers.
search_said() {
    search_word=
    if [[ $1 =~ \"$2\":\"([^\"]*)\" || $1 =~ \"$2\":([0-9]+) ]]; then
        search_word="${BASH_REMATCH[1]}"
    fi
}

# One pass: the query, the name of what says where it goes on, and what is looked at.
search_pass() {
    local query=$1 on=$2 what=$3 next='' answer looked=0 differ=0 first='' search_word
    local url="http://127.0.0.1:$(port_of api)/v1/search/check"
    step "$what"
    while :; do
        answer="$(curl -fsS -G -H "$search_header" "$url" -d "$query" \
            ${next:+--data-urlencode "$on=$next"})" || fail "api does not say how its index stands" "./fy status"
        search_said "$answer" looked && looked=$((looked + search_word))
        search_said "$answer" differ && differ=$((differ + search_word))
        search_said "$answer" first && first="${first:-$search_word}"
        search_said "$answer" next && next="$search_word"
        [ -n "$next" ] || break
        step_progress "$looked"
    done
    if [ "$differ" = 0 ]; then
        step_done "$looked, all agree"
    else
        step_done "$looked, $differ DIFFER, as $first"
        search_differs=1
    fi
}

# The index is nowhere but in the program, which is asked.
search_check() {
    local search_header search_differs=
    if ! program_ready api; then
        echo "search: api does not run, or is not ready: its index is not looked at"
        return 0
    fi
    search_header="$("$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" operator digest --header)"
    echo "search: the index of the running api, against its rows"
    search_pass documents=0 after "rows in the index"
    search_pass documents=1 from "index in the rows"
    [ -z "$search_differs" ]
}

# operate WORD PROGRAM [OPTION ...]
operate_run() {
    local word=$1 program conf
    # "release --gap stock ..." reads better; the program's binary is told the rest.
    if [ "$word" = release ] && [ "${2:-}" = --gap ]; then
        set -- release "${3:-}" --gap "${@:4}"
    fi
    program=${2:-}
    [ -n "$program" ] || fail "$word which program?" "./fy $word --help"
    shift 2
    case "$program:$word" in
    stock:* | history:* | accounts:* | orders:* | exposure:*) ;;
    api:digest | api:rebuild | recommend:digest | recommend:rebuild) ;;
    *) fail "\"$program\" keeps no changelog to $word" \
        "programs: stock history accounts orders exposure; for digest and rebuild api and recommend too" ;;
    esac
    conf="$FY_HOME/conf/$program.conf"
    [ -f "$conf" ] || fail "there is no $conf" "start the stand: ./fy up"
    kafka_answers "$(port_of kafka)" || fail "Kafka does not answer" "start the stand: ./fy up"
    # As the program's user: what it makes beside the rows has to be the program's. It becomes the command.
    (as_owner "$program" "$(binary_of "$program")" "$word" --conf "$conf" "$@") || return
    [ "$program" != api ] || search_check
}
