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

  ./fy digest stock
  ./fy digest history --store
END_HELP
}

help_rebuild() {
    cat <<'END_HELP'
./fy rebuild PROGRAM - make a program's rows anew from events, and compare

Reads only the topics that the rows follow from, never the changelog: for stock its own events, for
history its input. Reads them up to exactly where the changelog stands, and emits nothing. Exits 1
and shows the first rows that differ when the two are not equal. The program may run meanwhile.

  ./fy rebuild stock
END_HELP
}

# operate WORD PROGRAM [OPTION ...]
operate_run() {
    local word=$1 program=${2:-} conf
    [ -n "$program" ] || fail "$word which program?" "./fy $word --help"
    shift 2
    case "$program" in
    stock | history) ;;
    *) fail "\"$program\" keeps no changelog to $word" "programs: stock history" ;;
    esac
    conf="$FY_HOME/conf/$program.conf"
    [ -f "$conf" ] || fail "there is no $conf" "start the stand: ./fy up"
    kafka_answers "$(port_of kafka)" || fail "Kafka does not answer" "start the stand: ./fy up"
    exec "$(binary_of "$program")" "$word" --conf "$conf" "$@"
}
