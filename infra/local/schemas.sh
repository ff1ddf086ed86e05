#!/bin/bash
# schemas.sh - `./fy schemas`: the build's own gate for schemas, and our texts in somebody else's registry. Sourced by fy.

help_schemas() {
    cat <<'END'
./fy schemas check         may these schemas be published? says which gate is shut, and why
./fy schemas publish URL   put every subject into a Confluent-compatible registry, under the ids it has here

check builds the generator and asks: do the schemas keep the rules (docs, limits, envelope, personal
fields), is every numbered text as it was numbered, can each version of a subject read and be read by
every other (FULL_TRANSITIVE), are the generated files fresh? Exits 0 when all is well.

publish takes each subject into mode IMPORT, registers all versions with their ids, in the order of
ids, then sets each subject's level to FULL_TRANSITIVE and takes its own mode back. A registry that
takes no ids (Apicurio) gives the same ones when it is empty; that is checked with each. What is there
already under the same id is left alone; another text under a subject or id of ours ends it, before
anything is written.
FY_REGISTRY_AUTH=USER:PASSWORD where the registry wants one.

  ./fy schemas check
  ./fy schemas publish http://registry.example:8081
END
}

# --- check ------------------------------------------------------------------------------------

# schemas_gate WORDS COMMAND...: one gate; its own words when it is shut.
schemas_gate() {
    local words=$1 said
    shift
    if said="$("$@" 2>&1)"; then
        printf '  %-58s good\n' "$words"
    else
        printf '  %-58s SHUT\n' "$words"
        printf '%s\n' "$said" | head -n 40 | sed 's/^/      /'
        schemas_shut=1
    fi
}

# Rules and the lock are the generator's, on a copy: nothing is numbered here.
schemas_generate() {
    cp -r "$fy_root/schemas" "$schemas_copy/schemas" &&
        "$fy_bin/fy-generate" "$schemas_copy/schemas" "$schemas_copy/schemas/generated"
}

schemas_fresh() {
    diff -ru "$fy_root/schemas" "$schemas_copy/schemas" && return 0
    echo "the tree is not what the generator makes of it: build the target generate, and commit all of it"
    return 1
}

schemas_lock() {
    local id name digest file bad=
    while read -r id name digest; do
        file="$fy_root/schemas/versions/$id-$name.avsc"
        if [ "$(tr -d '\n' <"$file" | sha256sum | cut -d' ' -f1)" != "$digest" ] &&
            [ "$(sha256sum <"$file" | cut -d' ' -f1)" != "$digest" ]; then
            echo "schemas/versions/$id-$name.avsc is not the text that got id $id: put it back"
            bad=1
        fi
    done <"$fy_root/schemas/ids.lock"
    [ -z "$bad" ]
}

# Each version of a schema with each other, both ways.
schemas_compatible() {
    local one other lines="$schemas_copy/pairs" shut=
    : >"$lines"
    for one in "$fy_root"/schemas/versions/*.avsc; do
        for other in "$fy_root"/schemas/versions/*-"${one##*-}"; do
            printf '%s\t%s\n' "$(tr -d '\n' <"$one")" "$(tr -d '\n' <"$other")" >>"$lines"
            printf '%s %s\n' "${one##*/}" "${other##*/}"
        done
    done >"$schemas_copy/names"
    "$fy_bin/prove.avro_pairs" <"$lines" >"$schemas_copy/answers" || return 1
    paste -d' ' "$schemas_copy/names" "$schemas_copy/answers" >"$schemas_copy/verdicts"
    while read -r one other said; do
        [ "$said" = yes ] && continue
        echo "$one cannot read what $other wrote: $said"
        shut=1
    done <"$schemas_copy/verdicts"
    [ -z "$shut" ] && [ -s "$schemas_copy/verdicts" ]
}

schemas_check() {
    schemas_shut=
    schemas_copy="$(mktemp -d)"
    trap 'rm -rf "$schemas_copy"' EXIT
    build release fy-generate prove.avro_pairs
    schemas_gate "rules of schemas, and the lock" schemas_generate
    schemas_gate "numbered texts are as they were numbered" schemas_lock
    schemas_gate "versions read each other (FULL_TRANSITIVE)" schemas_compatible
    schemas_gate "generated files are fresh" schemas_fresh
    if [ -n "$schemas_shut" ]; then
        echo "not to be published"
        exit 1
    fi
    echo "$(wc -l <"$fy_root/schemas/ids.lock") numbered texts, $(wc -l <"$schemas_copy/verdicts") pairs compared: good"
}

# --- publish ----------------------------------------------------------------------------------

# registry_ask METHOD PATH [BODY]: its status in registry_status, its answer in registry_said.
registry_ask() {
    local method=$1 path=$2 options=()
    [ $# -lt 3 ] || options=(--data-binary "$3")
    [ -z "${FY_REGISTRY_AUTH:-}" ] || options+=(--user "$FY_REGISTRY_AUTH")
    registry_said="$(curl -sS -m 30 -X "$method" "${options[@]}" -w '\n%{http_code}' \
        -H 'Content-Type: application/vnd.schemaregistry.v1+json' \
        -H 'Accept: application/vnd.schemaregistry.v1+json' "$registry_url$path" 2>&1)" ||
        fail "no answer from $registry_url: ${registry_said%%$'\n'*}" "is it the registry's address? is it up?"
    registry_status="${registry_said##*$'\n'}"
    registry_said="${registry_said%$'\n'*}"
}

registry_must() {
    registry_ask "$@"
    [ "$registry_status" = 200 ] || fail "$1 $2: $registry_status $registry_said" \
        "nothing behind it was written; what was is the same when you publish again"
}

# "id subject version file", every version of every subject, in the order of ids; what shares a text with a subject
# before comes last, since a registry may count it although it is the same.
schemas_listed() {
    local subject schema version id name
    awk -F'"' '/"schema":/ { schema = $4 } /"subject":/ { print $4, schema }' \
        "$fy_root/schemas/generated/topics.json" |
        while read -r subject schema; do
            version=0
            while read -r id name _; do
                [ "$name" = "$schema" ] || continue
                version=$((version + 1))
                echo "$id $subject $version $fy_root/schemas/versions/$id-$name.avsc"
            done <"$fy_root/schemas/ids.lock"
        done | sort -s -n -k1,1 | awk '{ print (seen[$1]++ > 0), $0 }' | sort -s -n -k1,1 | cut -d' ' -f2-
}

schemas_text() {
    tr -d '\n' <"$1" | sed 's/\\/\\\\/g; s/"/\\"/g'
}

schemas_taken="ids are on the records: this registry cannot serve ours beside what it has"

# What is to be written, after a look at all that is there: nothing is half done for a reason that could be seen.
schemas_missing() {
    local subject version id file
    while read -r id subject version file; do
        registry_ask GET "/subjects/$subject/versions/$version"
        case "$registry_status" in
        404)
            registry_ask GET "/schemas/ids/$id"
            [ "$registry_status" != 200 ] || [[ "$registry_said" == *"$(schemas_text "$file")"* ]] ||
                fail "id $id is another text there: $(head -c 100 <<<"$registry_said")" "$schemas_taken"
            echo "$id $subject $version $file"
            ;;
        200)
            [[ "$registry_said" =~ \"id\":\ *$id[,}] ]] || fail \
                "version $version of $subject is there under another id: $(head -c 100 <<<"$registry_said")" \
                "$schemas_taken"
            ;;
        *) fail "GET /subjects/$subject/versions/$version: $registry_status $registry_said" ;;
        esac
        registry_ask POST "/subjects/$subject" "{\"schema\":\"$(schemas_text "$file")\"}"
        case "$registry_status" in
        200) [[ "$registry_said" =~ \"id\":\ *$id[,}] ]] || fail "the text of $subject has another id there" ;;
        404) ;;
        *) fail "POST /subjects/$subject: $registry_status $registry_said" ;;
        esac
    done < <(schemas_listed)
}

# Into mode IMPORT, where the registry knows one; else ids must come out right by themselves, as they do where texts
# are numbered from 1 as they come and nobody else's has come yet.
schemas_open() {
    local subject known unknown=
    for subject in $1; do
        registry_ask PUT "/mode/$subject?force=true" '{"mode":"IMPORT"}'
        case "$registry_status" in
        200) schemas_opened+=("$subject") ;;
        404 | 405 | 409 | 422 | 501) unknown="$registry_status $registry_said" ;;
        *) fail "PUT /mode/$subject: $registry_status $registry_said" ;;
        esac
    done
    [ -n "$unknown" ] || return 0
    registry_must GET /subjects
    known=" $(schemas_listed | cut -d' ' -f2 | sort -u | tr '\n' ' ')"
    for subject in $(tr -d '[]"' <<<"$registry_said" | tr ',' ' '); do
        [[ "$known" == *" $subject "* ]] || fail \
            "this registry takes no ids of ours ($(head -c 80 <<<"$unknown")), and \"$subject\" is in it already" \
            "only an empty one gives the same ids then"
    done
}

# Compatible from now on, and written to as the registry as a whole is; also when something failed in between.
schemas_close() {
    local subject
    for subject in ${schemas_opened[@]+"${schemas_opened[@]}"}; do
        registry_ask DELETE "/mode/$subject"
    done
    schemas_opened=()
}

# By id, so that a registry which numbers texts itself comes to the same.
schemas_publish() {
    local missing id subject version file written=0 total
    schemas_opened=()
    registry_url="${1%/}"
    case "$registry_url" in
    http://* | https://*) ;;
    *) fail "\"$1\" is no URL" "./fy schemas publish http://HOST:PORT" ;;
    esac
    registry_must GET /subjects
    total="$(schemas_listed | wc -l)"
    missing="$(schemas_missing)" || exit 1
    trap schemas_close EXIT
    schemas_open "$(cut -s -d' ' -f2 <<<"$missing" | sort -u)"
    while read -r id subject version file; do
        [ -n "$subject" ] || continue
        registry_must POST "/subjects/$subject/versions" \
            "{\"version\":$version,\"id\":$id,\"schemaType\":\"AVRO\",\"schema\":\"$(schemas_text "$file")\"}"
        [[ "$registry_said" =~ \"id\":\ *$id[,}] ]] ||
            fail "$subject: version $version was given another id than $id: $registry_said" \
                "the registry neither takes ids (mode IMPORT) nor is it empty; delete what was written, and use an empty one"
        written=$((written + 1))
    done <<<"$missing"
    schemas_close
    for subject in $(cut -s -d' ' -f2 <<<"$missing" | sort -u); do
        registry_must PUT "/config/$subject" '{"compatibility":"FULL_TRANSITIVE"}'
    done
    echo "$written versions written, $((total - written)) were there; $total in all, at $registry_url"
}

schemas_run() {
    case "${1:-}:$#" in
    check:1) schemas_check ;;
    publish:2) schemas_publish "$2" ;;
    publish:*) fail "publish where?" "./fy schemas publish http://HOST:PORT" ;;
    *) fail "there is no \"schemas ${1:-}\"" "./fy schemas --help" ;;
    esac
}
