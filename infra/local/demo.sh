#!/bin/bash
# demo.sh - the demo catalogue: what suppliers would have sent, feeds of CSV, sent over HTTP. Sourced by fy.

# As the supplier whose feed it is, as an operator, or as anybody. No token in an argument list.
demo_caller() {
    case "$1:$2" in
    feeds:*) "$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" supplier_owner demo \
        --supplier "$(basename "${2##*/feeds-}" .csv)" --header ;;
    collections:*) "$fy_bin/fy-token" --key "$FY_HOME/secrets/token.key" operator demo --header ;;
    esac
}

demo_post() {
    local route=$1 file=$2 key=$3 type=application/json
    case "$file" in
        *.csv) type=text/csv ;;
    esac
    curl -sS -m 15 -o "$FY_HOME/run/demo.answer" -w '%{http_code}' -X POST \
        -H "Content-Type: $type" -H "Idempotency-Key: $key" -H @<(demo_caller "$route" "$file") \
        --data-binary "@$file" "$fy_address/v1/$route" 2>"$FY_HOME/run/demo.error"
}

# A collection may name only SKUs that the producers have heard of, so those are asked for again
# until their view has caught up.
demo_accepted() {
    demo_status="$(demo_post "$@")"
    [ "$demo_status" = 202 ]
}

# Each shopper is a visitor of their own: one post, no cookie.
demo_shoppers() {
    local items body="$FY_HOME/run/demo.shopper" count=0
    while read -r -a items; do
        [ "${items[0]:-#}" != "#" ] || continue
        printf '{"item_viewed":{"sku":"%s"}}\n' "${items[@]}" | paste -sd, | sed 's/.*/[&]/' >"$body"
        count=$((count + 1))
        wait_for 20 demo_accepted activity "$body" "demo-shopper-$count" || return 1
    done <"$fy_root/infra/local/demo/shoppers.txt"
    echo "$count"
}

# Once per stand and catalogue. The keys come from the content, so that a repeat after a crash names
# the same events.
demo_seed() {
    local file name sum key sums shoppers
    sums="$(cd "$fy_root/infra/local/demo" && sha256sum ./*)"
    [ "$sums" != "$(cat "$FY_HOME/seeded" 2>/dev/null)" ] || return 0
    step "demo catalogue"
    for file in "$fy_root"/infra/local/demo/feeds-*.csv \
        "$fy_root"/infra/local/demo/collections.json; do
        name="$(basename "${file%.*}")"
        sum="$(sha256sum <"$file")"
        key="demo-$name-${sum:0:24}"
        wait_for 20 demo_accepted "${name%%-*}" "$file" "$key" ||
            fail_log "$FY_HOME/run/demo.answer" "the demo catalogue was not taken: POST \
/v1/${name%%-*} with $file answered $demo_status" "the program's log: ./fy logs producers"
    done
    shoppers="$(demo_shoppers)" ||
        fail_log "$FY_HOME/run/demo.answer" "a demo shopper's views were not taken" \
            "the program's log: ./fy logs producers"
    echo "$sums" >"$FY_HOME/seeded"
    step_done "$(cat "$fy_root"/infra/local/demo/feeds-*.csv | grep -vc '^sku,') products, $(grep -c '"collection"' \
        "$fy_root/infra/local/demo/collections.json") collections, $shoppers shoppers"
}
