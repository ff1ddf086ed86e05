/*
 * timeline.c - what has happened to an order, and why, from its events.
 *
 * Which events people are told of is order_event_is_told; of each, the parts named below: ids of
 * holds and payments are nobody's business.
 */
#include "api/api.h"
#include "api/order_views.h"
#include "lib/orders.h"
#include "schemas/codec/type.h"
#include "schemas/generated/shared.h"

#include <string.h>

static const char *const texts[] = {
    "reason", "why", "what", "supplier", "by", "request", "action", "note"};
static const char *const numbers[] = {
    "left_units", "pay_until_ms", "accept_until_ms", "return_until_ms"};

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void put_items(struct fy_json_out *out, const struct order_item *items, size_t count)
{
    fy_json_out_name(out, "items");
    fy_json_out_array(out);
    for (size_t i = 0; i < count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_text(out, "sku", items[i].sku);
        fy_json_out_member_int(out, "units", items[i].units);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

/* What has its own form, whichever event it stands in. */
static void put_parts(struct fy_json_out *out, const struct order_event *event)
{
    if (event->items_shipped != NULL) {
        fy_json_out_name(out, "shipment");
        fy_order_put_shipment(out, &event->items_shipped->shipment);
    }
    if (event->units_cancelled != NULL)
        put_items(out, event->units_cancelled->items.items, event->units_cancelled->items.count);
    if (event->items_returned != NULL)
        put_items(out, event->items_returned->items.items, event->items_returned->items.count);
}

static void put_field(struct fy_json_out *out,
    const struct order_status *order,
    const struct fy_field *field,
    const uint8_t *at)
{
    if (field->array)
        return;
    if (field->kind == FY_FIELD_STRING && is_among(field->name, texts, 8)) {
        struct fy_slice text;

        memcpy(&text, at, sizeof(text));
        if (text.data != NULL)
            fy_json_out_member_text(out, field->name, text);
    } else if (field->kind == FY_FIELD_LONG && is_among(field->name, numbers, 4)) {
        int64_t number;

        memcpy(&number, at, sizeof(number));
        fy_json_out_member_int(out, field->name, number);
    } else if (field->kind == FY_FIELD_INT && strcmp(field->name, "line") == 0) {
        int32_t line;

        memcpy(&line, at, sizeof(line));
        if (line >= 0 && (size_t)line < order->lines.count)
            fy_json_out_member_text(out, "sku", order->lines.items[line].sku);
    } else if (field->kind == FY_FIELD_RECORD && field->record == &fy_type_money) {
        const struct money *money = (const struct money *)at;

        if (field->nullable)
            memcpy(&money, at, sizeof(money));
        if (money != NULL)
            fy_order_put_money(out, field->name, money->minor, money->currency);
    }
}

static void put_event(
    struct fy_json_out *out, const struct order_status *order, const struct order_event *event)
{
    const struct fy_type *type = &fy_type_order_event;

    fy_json_out_object(out);
    fy_json_out_member_int(out, "at_ms", event->decided_ms);
    fy_json_out_member_text(out, "state", fy_slice_of(fy_order_state(event->standing.state)));
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const uint8_t *record = NULL;

        if (field->kind != FY_FIELD_RECORD || !field->nullable)
            continue;
        memcpy(&record, (const uint8_t *)event + field->offset, sizeof(record));
        if (record == NULL)
            continue;
        fy_json_out_member_text(out, "event", fy_slice_of(field->name));
        for (uint32_t j = 0; j < field->record->field_count; j++)
            put_field(
                out, order, &field->record->fields[j], record + field->record->fields[j].offset);
        put_parts(out, event);
        break;
    }
    fy_json_out_object_end(out);
}

enum fy_status timeline_of(struct views *views,
    const struct order_status *order,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice keys[TIMELINE_MAX];
    struct fy_json_out out;
    bool more = false;
    int count = 0;
    enum fy_status status = order_views_page(views, VIEW_TIMELINE, order->order,
        (struct fy_slice){0}, TIMELINE_MAX, arena, keys, &count, &more, err);

    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    put_as_of(&out, order->as_of.items, order->as_of.count);
    fy_json_out_member_text(&out, "order", order->order);
    fy_json_out_name(&out, "events");
    fy_json_out_array(&out);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct order_event event;
        struct fy_slice row;

        status = fy_store_get(views->store, VIEW_TIMELINE, keys[i], arena, &row, err);
        if (status == FY_OK && order_event_decode(row, arena, &event, err) == FY_OK)
            put_event(&out, order, &event);
    }
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    fy_json_out_name(&out, "complete");
    fy_json_out_bool(&out, !more);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}
