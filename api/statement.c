/* statement.c - a supplier's account: what they are owed, and each movement of it. */
#include "api/api.h"
#include "api/order_views.h"
#include "lib/gate.h"
#include "lib/orders.h"

#include <string.h>

enum { ENTRIES_DEFAULT = 50, CURRENCIES_MAX = 32, ENTRY_TEXT = 16 + 32 + 16 };

/* The account is a liability: what we owe stands in it as a negative sum. */
static enum fy_status put_balances(struct views *views,
    struct fy_slice supplier,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice keys[CURRENCIES_MAX];
    int count = 0;
    bool more = false;
    enum fy_status status =
        order_views_page(views, VIEW_BALANCES, order_prefix(supplier, fy_slice_of(""), arena),
            (struct fy_slice){0}, CURRENCIES_MAX, arena, keys, &count, &more, err);

    fy_json_out_name(out, "owed");
    fy_json_out_array(out);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_slice currency = {
            keys[i].data + supplier.size + 1, keys[i].size - supplier.size - 1};
        struct fy_slice row;

        status = fy_store_get(views->store, VIEW_BALANCES, keys[i], arena, &row, err);
        fy_json_out_object(out);
        fy_json_out_member_int(out, "minor", status == FY_OK ? -order_balance_of(row) : 0);
        fy_json_out_member_text(out, "currency", currency);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    return status;
}

static void put_entry(struct fy_json_out *out,
    struct fy_slice supplier,
    struct fy_slice id,
    const struct order_event *event)
{
    const struct ledger_posted *posted = event->ledger_posted;

    fy_json_out_object(out);
    fy_json_out_member_text(out, "entry", id);
    fy_json_out_member_int(out, "at_ms", event->decided_ms);
    fy_json_out_member_text(out, "order", event->order);
    fy_json_out_member_text(out, "about", posted->about);
    fy_json_out_name(out, "amounts");
    fy_json_out_array(out);
    for (size_t i = 0; i < posted->entries.count; i++) {
        const struct ledger_entry *entry = &posted->entries.items[i];

        if (!fy_slice_equal(entry->supplier, supplier))
            continue;
        fy_json_out_object(out);
        fy_json_out_member_int(out, "minor", -entry->amount_minor);
        fy_json_out_member_text(out, "currency", entry->currency);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    fy_json_out_object_end(out);
}

static enum fy_status put_entries(struct views *views,
    struct fy_slice supplier,
    const struct fy_slice *keys,
    int count,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    fy_json_out_name(out, "entries");
    fy_json_out_array(out);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_slice id = {keys[i].data + supplier.size + 1, keys[i].size - supplier.size - 1};
        struct order_event event;
        struct fy_slice row;

        status = fy_store_get(views->store, VIEW_LEDGER, keys[i], arena, &row, err);
        if (status == FY_OK && order_event_decode(row, arena, &event, err) == FY_OK &&
            event.ledger_posted != NULL)
            put_entry(out, supplier, id, &event);
    }
    fy_json_out_array_end(out);
    return status;
}

enum fy_status statement_of(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice keys[ORDER_PAGE_MAX], last = after;
    struct fy_json_out out;
    bool more = false;
    int count = 0;
    enum fy_status status;

    assert(limit <= ORDER_PAGE_MAX);
    status = order_views_page(views, VIEW_LEDGER, order_prefix(supplier, fy_slice_of(""), arena),
        after.data != NULL ? order_prefix(supplier, after, arena) : (struct fy_slice){0}, limit,
        arena, keys, &count, &more, err);
    if (count > 0)
        last = (struct fy_slice){
            keys[count - 1].data + supplier.size + 1, keys[count - 1].size - supplier.size - 1};
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "supplier", supplier);
    if (status == FY_OK)
        status = put_balances(views, supplier, arena, &out, err);
    if (status == FY_OK)
        status = put_entries(views, supplier, keys, count, arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_member_text(&out, "next_after", more ? last : (struct fy_slice){0});
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- The route ------------------------------------------------------------------------------- */

static bool read_page(struct fy_http_request *request,
    struct fy_slice *ret_after,
    int *ret_limit,
    struct api_answer *ret_answer)
{
    return query_key(fy_http_query(request, "after"), "after", ret_after, ret_answer) &&
           query_int(fy_http_query(request, "limit"), "limit", 1, ORDER_PAGE_MAX, ENTRIES_DEFAULT,
               ret_limit, ret_answer);
}

static bool check(struct fy_http_request *request, struct api_answer *ret_answer)
{
    struct fy_slice after;
    int limit;

    return read_page(request, &after, &limit, ret_answer);
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice after;
    int limit;

    if (!read_page(request, &after, &limit, ret_answer))
        return FY_OK;
    return statement_of(&api->views, key, after, limit, &api->arena, ret_answer, err);
}

void api_supplier_statement(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_LEDGER,
        .key = fy_http_path_param(request, "supplier"),
        .whom = ANSWER_FOR_CALLER,
        .is_of_orders = true,
        .check = check,
        .content = content};

    reading_serve(program, request, &reading);
}
