/*
 * Made by fy-generate from schemas/order_event.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_order_placed_lines(struct fy_reader *in, struct order_placed_lines *value)
{
    struct order_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_placed(struct fy_reader *in, struct order_placed *value)
{
    bool set;

    if (!fy_read_string(in, &value->person))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->visitor = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->visitor))
        return false;
    if (!read_order_placed_lines(in, &value->lines))
        return false;
    if (!fy_read_money(in, &value->expected_total))
        return false;
    if (!fy_read_delivery_encrypted(in, &value->delivery))
        return false;
    if (!fy_read_string(in, &value->payment_method))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    if (!fy_read_order_terms(in, &value->terms))
        return false;
    return true;
}

static bool read_line_held(struct fy_reader *in, struct line_held *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    return true;
}

static bool read_line_refused(struct fy_reader *in, struct line_refused *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_long(in, &value->left_units))
        return false;
    return true;
}

static bool read_line_lost(struct fy_reader *in, struct line_lost *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_hold_asked_excluded(struct fy_reader *in, struct hold_asked_excluded *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_hold_asked(struct fy_reader *in, struct hold_asked *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_int(in, &value->attempt))
        return false;
    if (!fy_read_string(in, &value->why))
        return false;
    if (!read_hold_asked_excluded(in, &value->excluded))
        return false;
    return true;
}

static bool read_payment_asked(struct fy_reader *in, struct payment_asked *value)
{
    if (!fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_payment_seen(struct fy_reader *in, struct payment_seen *value)
{
    bool set;

    if (!fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_payment_standing(in, &value->standing))
        return false;
    if (!fy_read_long(in, &value->version))
        return false;
    if (!fy_read_string(in, &value->what))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->action_url = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->action_url))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->refund_id = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->refund_id))
        return false;
    return true;
}

static bool read_pay_time_extended(struct fy_reader *in, struct pay_time_extended *value)
{
    if (!fy_read_long(in, &value->pay_until_ms))
        return false;
    return true;
}

static bool read_commit_asked(struct fy_reader *in, struct commit_asked *value)
{
    if (!fy_read_int(in, &value->line_count))
        return false;
    return true;
}

static bool read_line_committed(struct fy_reader *in, struct line_committed *value)
{
    if (!fy_read_int(in, &value->line))
        return false;
    if (!fy_read_string(in, &value->hold))
        return false;
    return true;
}

static bool read_capture_asked(struct fy_reader *in, struct capture_asked *value)
{
    if (!fy_read_string(in, &value->payment))
        return false;
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_order_confirmed(struct fy_reader *in, struct order_confirmed *value)
{
    if (!fy_read_money(in, &value->amount))
        return false;
    if (!fy_read_long(in, &value->accept_until_ms))
        return false;
    return true;
}

static bool read_sub_order_accepted_lines(
    struct fy_reader *in, struct sub_order_accepted_lines *value)
{
    int32_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_int(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_sub_order_accepted(struct fy_reader *in, struct sub_order_accepted *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!read_sub_order_accepted_lines(in, &value->lines))
        return false;
    return true;
}

static bool read_sub_order_rejected_lines(
    struct fy_reader *in, struct sub_order_rejected_lines *value)
{
    int32_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_int(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_sub_order_rejected(struct fy_reader *in, struct sub_order_rejected *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!read_sub_order_rejected_lines(in, &value->lines))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_items_shipped(struct fy_reader *in, struct items_shipped *value)
{
    if (!fy_read_order_shipment(in, &value->shipment))
        return false;
    return true;
}

static bool read_sub_order_delivered(struct fy_reader *in, struct sub_order_delivered *value)
{
    if (!fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_string(in, &value->by))
        return false;
    if (!fy_read_long(in, &value->return_until_ms))
        return false;
    return true;
}

static bool read_units_cancelled_items(struct fy_reader *in, struct units_cancelled_items *value)
{
    struct order_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_units_cancelled(struct fy_reader *in, struct units_cancelled *value)
{
    bool set;

    if (!read_units_cancelled_items(in, &value->items))
        return false;
    if (!fy_read_string(in, &value->why))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_items_returned_items(
    struct fy_reader *in, struct order_items_returned_items *value)
{
    struct order_item *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_order_item(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_order_items_returned(struct fy_reader *in, struct order_items_returned *value)
{
    bool set;

    if (!read_order_items_returned_items(in, &value->items))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_refund_asked(struct fy_reader *in, struct refund_asked *value)
{
    if (!fy_read_string(in, &value->refund_id))
        return false;
    if (!fy_read_money(in, &value->amount))
        return false;
    return true;
}

static bool read_hold_settled(struct fy_reader *in, struct hold_settled *value)
{
    bool set;

    if (!fy_read_string(in, &value->hold))
        return false;
    if (!fy_read_string(in, &value->asked))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->not_done = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->not_done))
        return false;
    if (!fy_read_long(in, &value->shipped_units))
        return false;
    if (!fy_read_long(in, &value->returned_units))
        return false;
    return true;
}

static bool read_order_refused_total(struct fy_reader *in, const struct money **ret_value)
{
    struct money *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_money(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_refused(struct fy_reader *in, struct order_refused *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    if (!read_order_refused_total(in, &value->total))
        return false;
    return true;
}

static bool read_cancel_noted(struct fy_reader *in, struct cancel_noted *value)
{
    bool set;

    if (!fy_read_branch(in, &set))
        return false;
    value->reason = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_cancelled(struct fy_reader *in, struct order_cancelled *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_closed(struct fy_reader *in, struct order_closed *value)
{
    bool set;

    if (!fy_read_string(in, &value->reason))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->note = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->note))
        return false;
    return true;
}

static bool read_requests_resent(struct fy_reader *in, struct requests_resent *value)
{
    if (!fy_read_int(in, &value->attempt))
        return false;
    return true;
}

static bool read_operator_needed(struct fy_reader *in, struct operator_needed *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_operator_resolved(struct fy_reader *in, struct operator_resolved *value)
{
    bool set;

    if (!fy_read_string(in, &value->action))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->note = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->note))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->by = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->by))
        return false;
    return true;
}

static bool read_order_request_refused(struct fy_reader *in, struct order_request_refused *value)
{
    if (!fy_read_string(in, &value->request))
        return false;
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_ledger_entry(struct fy_reader *in, struct ledger_entry *value)
{
    int symbol;
    bool set;

    if (!fy_read_symbol(in, 5, &symbol))
        return false;
    value->account = (enum ledger_account)symbol;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_long(in, &value->amount_minor))
        return false;
    if (!fy_read_string(in, &value->currency))
        return false;
    return true;
}

static bool read_ledger_posted_entries(struct fy_reader *in, struct ledger_posted_entries *value)
{
    struct ledger_entry *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 4, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_ledger_entry(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_ledger_posted(struct fy_reader *in, struct ledger_posted *value)
{
    if (!fy_read_string(in, &value->about))
        return false;
    if (!read_ledger_posted_entries(in, &value->entries))
        return false;
    return true;
}

static bool read_order_forgotten(struct fy_reader *in, struct order_forgotten *value)
{
    if (!fy_read_string(in, &value->reason))
        return false;
    return true;
}

static bool read_order_event_order_placed(
    struct fy_reader *in, const struct order_placed **ret_value)
{
    struct order_placed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_placed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_line_held(struct fy_reader *in, const struct line_held **ret_value)
{
    struct line_held *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_line_held(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_line_refused(
    struct fy_reader *in, const struct line_refused **ret_value)
{
    struct line_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_line_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_line_lost(struct fy_reader *in, const struct line_lost **ret_value)
{
    struct line_lost *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_line_lost(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_hold_asked(struct fy_reader *in, const struct hold_asked **ret_value)
{
    struct hold_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_payment_asked(
    struct fy_reader *in, const struct payment_asked **ret_value)
{
    struct payment_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_payment_seen(
    struct fy_reader *in, const struct payment_seen **ret_value)
{
    struct payment_seen *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_payment_seen(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_pay_time_extended(
    struct fy_reader *in, const struct pay_time_extended **ret_value)
{
    struct pay_time_extended *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_pay_time_extended(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_commit_asked(
    struct fy_reader *in, const struct commit_asked **ret_value)
{
    struct commit_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_commit_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_line_committed(
    struct fy_reader *in, const struct line_committed **ret_value)
{
    struct line_committed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_line_committed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_capture_asked(
    struct fy_reader *in, const struct capture_asked **ret_value)
{
    struct capture_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_capture_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_order_confirmed(
    struct fy_reader *in, const struct order_confirmed **ret_value)
{
    struct order_confirmed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_confirmed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_sub_order_accepted(
    struct fy_reader *in, const struct sub_order_accepted **ret_value)
{
    struct sub_order_accepted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_sub_order_accepted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_sub_order_rejected(
    struct fy_reader *in, const struct sub_order_rejected **ret_value)
{
    struct sub_order_rejected *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_sub_order_rejected(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_items_shipped(
    struct fy_reader *in, const struct items_shipped **ret_value)
{
    struct items_shipped *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_items_shipped(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_sub_order_delivered(
    struct fy_reader *in, const struct sub_order_delivered **ret_value)
{
    struct sub_order_delivered *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_sub_order_delivered(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_units_cancelled(
    struct fy_reader *in, const struct units_cancelled **ret_value)
{
    struct units_cancelled *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_units_cancelled(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_items_returned(
    struct fy_reader *in, const struct order_items_returned **ret_value)
{
    struct order_items_returned *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_items_returned(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_refund_asked(
    struct fy_reader *in, const struct refund_asked **ret_value)
{
    struct refund_asked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_refund_asked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_hold_settled(
    struct fy_reader *in, const struct hold_settled **ret_value)
{
    struct hold_settled *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_hold_settled(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_order_refused(
    struct fy_reader *in, const struct order_refused **ret_value)
{
    struct order_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_cancel_noted(
    struct fy_reader *in, const struct cancel_noted **ret_value)
{
    struct cancel_noted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_cancel_noted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_order_cancelled(
    struct fy_reader *in, const struct order_cancelled **ret_value)
{
    struct order_cancelled *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_cancelled(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_order_closed(
    struct fy_reader *in, const struct order_closed **ret_value)
{
    struct order_closed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_closed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_requests_resent(
    struct fy_reader *in, const struct requests_resent **ret_value)
{
    struct requests_resent *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_requests_resent(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_operator_needed(
    struct fy_reader *in, const struct operator_needed **ret_value)
{
    struct operator_needed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_operator_needed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_operator_resolved(
    struct fy_reader *in, const struct operator_resolved **ret_value)
{
    struct operator_resolved *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_operator_resolved(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_request_refused(
    struct fy_reader *in, const struct order_request_refused **ret_value)
{
    struct order_request_refused *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_request_refused(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_ledger_posted(
    struct fy_reader *in, const struct ledger_posted **ret_value)
{
    struct ledger_posted *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_ledger_posted(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_order_event_order_forgotten(
    struct fy_reader *in, const struct order_forgotten **ret_value)
{
    struct order_forgotten *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_order_forgotten(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_order_event(struct fy_reader *in, struct order_event *value)
{
    int set_count;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->order))
        return false;
    if (!fy_read_order_standing(in, &value->standing))
        return false;
    if (!fy_read_long(in, &value->decided_ms))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_request_partition = set;
    value->request_partition = 0;
    if (set && !fy_read_int(in, &value->request_partition))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_request_offset = set;
    value->request_offset = 0;
    if (set && !fy_read_long(in, &value->request_offset))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->body_mac = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->body_mac))
        return false;
    if (!read_order_event_order_placed(in, &value->order_placed))
        return false;
    if (!read_order_event_line_held(in, &value->line_held))
        return false;
    if (!read_order_event_line_refused(in, &value->line_refused))
        return false;
    if (!read_order_event_line_lost(in, &value->line_lost))
        return false;
    if (!read_order_event_hold_asked(in, &value->hold_asked))
        return false;
    if (!read_order_event_payment_asked(in, &value->payment_asked))
        return false;
    if (!read_order_event_payment_seen(in, &value->payment_seen))
        return false;
    if (!read_order_event_pay_time_extended(in, &value->pay_time_extended))
        return false;
    if (!read_order_event_commit_asked(in, &value->commit_asked))
        return false;
    if (!read_order_event_line_committed(in, &value->line_committed))
        return false;
    if (!read_order_event_capture_asked(in, &value->capture_asked))
        return false;
    if (!read_order_event_order_confirmed(in, &value->order_confirmed))
        return false;
    if (!read_order_event_sub_order_accepted(in, &value->sub_order_accepted))
        return false;
    if (!read_order_event_sub_order_rejected(in, &value->sub_order_rejected))
        return false;
    if (!read_order_event_items_shipped(in, &value->items_shipped))
        return false;
    if (!read_order_event_sub_order_delivered(in, &value->sub_order_delivered))
        return false;
    if (!read_order_event_units_cancelled(in, &value->units_cancelled))
        return false;
    if (!read_order_event_items_returned(in, &value->items_returned))
        return false;
    if (!read_order_event_refund_asked(in, &value->refund_asked))
        return false;
    if (!read_order_event_hold_settled(in, &value->hold_settled))
        return false;
    if (!read_order_event_order_refused(in, &value->order_refused))
        return false;
    if (!read_order_event_cancel_noted(in, &value->cancel_noted))
        return false;
    if (!read_order_event_order_cancelled(in, &value->order_cancelled))
        return false;
    if (!read_order_event_order_closed(in, &value->order_closed))
        return false;
    if (!read_order_event_requests_resent(in, &value->requests_resent))
        return false;
    if (!read_order_event_operator_needed(in, &value->operator_needed))
        return false;
    if (!read_order_event_operator_resolved(in, &value->operator_resolved))
        return false;
    if (!read_order_event_request_refused(in, &value->request_refused))
        return false;
    if (!read_order_event_ledger_posted(in, &value->ledger_posted))
        return false;
    if (!read_order_event_order_forgotten(in, &value->order_forgotten))
        return false;
    set_count = 0;
    set_count += value->order_placed != NULL;
    set_count += value->line_held != NULL;
    set_count += value->line_refused != NULL;
    set_count += value->line_lost != NULL;
    set_count += value->hold_asked != NULL;
    set_count += value->payment_asked != NULL;
    set_count += value->payment_seen != NULL;
    set_count += value->pay_time_extended != NULL;
    set_count += value->commit_asked != NULL;
    set_count += value->line_committed != NULL;
    set_count += value->capture_asked != NULL;
    set_count += value->order_confirmed != NULL;
    set_count += value->sub_order_accepted != NULL;
    set_count += value->sub_order_rejected != NULL;
    set_count += value->items_shipped != NULL;
    set_count += value->sub_order_delivered != NULL;
    set_count += value->units_cancelled != NULL;
    set_count += value->items_returned != NULL;
    set_count += value->refund_asked != NULL;
    set_count += value->hold_settled != NULL;
    set_count += value->order_refused != NULL;
    set_count += value->cancel_noted != NULL;
    set_count += value->order_cancelled != NULL;
    set_count += value->order_closed != NULL;
    set_count += value->requests_resent != NULL;
    set_count += value->operator_needed != NULL;
    set_count += value->operator_resolved != NULL;
    set_count += value->request_refused != NULL;
    set_count += value->ledger_posted != NULL;
    set_count += value->order_forgotten != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_49_order_event;
static const struct fy_plan plan_49_envelope;
static const struct fy_plan plan_49_order_standing;
static const struct fy_plan plan_49_order_placed;
static const struct fy_plan plan_49_order_item;
static const struct fy_plan plan_49_money;
static const struct fy_plan plan_49_delivery_encrypted;
static const struct fy_plan plan_49_order_terms;
static const struct fy_plan plan_49_line_held;
static const struct fy_plan plan_49_line_refused;
static const struct fy_plan plan_49_line_lost;
static const struct fy_plan plan_49_hold_asked;
static const struct fy_plan plan_49_payment_asked;
static const struct fy_plan plan_49_payment_seen;
static const struct fy_plan plan_49_payment_standing;
static const struct fy_plan plan_49_pay_time_extended;
static const struct fy_plan plan_49_commit_asked;
static const struct fy_plan plan_49_line_committed;
static const struct fy_plan plan_49_capture_asked;
static const struct fy_plan plan_49_order_confirmed;
static const struct fy_plan plan_49_sub_order_accepted;
static const struct fy_plan plan_49_sub_order_rejected;
static const struct fy_plan plan_49_items_shipped;
static const struct fy_plan plan_49_order_shipment;
static const struct fy_plan plan_49_sub_order_delivered;
static const struct fy_plan plan_49_units_cancelled;
static const struct fy_plan plan_49_order_items_returned;
static const struct fy_plan plan_49_refund_asked;
static const struct fy_plan plan_49_hold_settled;
static const struct fy_plan plan_49_order_refused;
static const struct fy_plan plan_49_cancel_noted;
static const struct fy_plan plan_49_order_cancelled;
static const struct fy_plan plan_49_order_closed;
static const struct fy_plan plan_49_requests_resent;
static const struct fy_plan plan_49_operator_needed;
static const struct fy_plan plan_49_operator_resolved;
static const struct fy_plan plan_49_order_request_refused;
static const struct fy_plan plan_49_ledger_posted;
static const struct fy_plan plan_49_ledger_entry;
static const struct fy_plan plan_49_order_forgotten;

static const struct fy_plan_field fields_of_plan_49_order_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_49_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_RECORD, .target = 2, .record = &plan_49_order_standing},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_49_order_placed},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_49_line_held},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_49_line_refused},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_49_line_lost},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_49_hold_asked},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_49_payment_asked},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_49_payment_seen},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_49_pay_time_extended},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_49_commit_asked},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_49_line_committed},
    {.kind = FY_FIELD_RECORD, .target = 17, .nullable = true, .record = &plan_49_capture_asked},
    {.kind = FY_FIELD_RECORD, .target = 18, .nullable = true, .record = &plan_49_order_confirmed},
    {.kind = FY_FIELD_RECORD, .target = 19, .nullable = true, .record = &plan_49_sub_order_accepted},
    {.kind = FY_FIELD_RECORD, .target = 20, .nullable = true, .record = &plan_49_sub_order_rejected},
    {.kind = FY_FIELD_RECORD, .target = 21, .nullable = true, .record = &plan_49_items_shipped},
    {.kind = FY_FIELD_RECORD, .target = 22, .nullable = true, .record = &plan_49_sub_order_delivered},
    {.kind = FY_FIELD_RECORD, .target = 23, .nullable = true, .record = &plan_49_units_cancelled},
    {.kind = FY_FIELD_RECORD, .target = 24, .nullable = true, .record = &plan_49_order_items_returned},
    {.kind = FY_FIELD_RECORD, .target = 25, .nullable = true, .record = &plan_49_refund_asked},
    {.kind = FY_FIELD_RECORD, .target = 26, .nullable = true, .record = &plan_49_hold_settled},
    {.kind = FY_FIELD_RECORD, .target = 27, .nullable = true, .record = &plan_49_order_refused},
    {.kind = FY_FIELD_RECORD, .target = 28, .nullable = true, .record = &plan_49_cancel_noted},
    {.kind = FY_FIELD_RECORD, .target = 29, .nullable = true, .record = &plan_49_order_cancelled},
    {.kind = FY_FIELD_RECORD, .target = 30, .nullable = true, .record = &plan_49_order_closed},
    {.kind = FY_FIELD_RECORD, .target = 31, .nullable = true, .record = &plan_49_requests_resent},
    {.kind = FY_FIELD_RECORD, .target = 32, .nullable = true, .record = &plan_49_operator_needed},
    {.kind = FY_FIELD_RECORD, .target = 33, .nullable = true, .record = &plan_49_operator_resolved},
    {.kind = FY_FIELD_RECORD, .target = 34, .nullable = true, .record = &plan_49_order_request_refused},
    {.kind = FY_FIELD_RECORD, .target = 35, .nullable = true, .record = &plan_49_ledger_posted},
    {.kind = FY_FIELD_RECORD, .target = 36, .nullable = true, .record = &plan_49_order_forgotten},
};

static const struct fy_plan plan_49_order_event = {
    .fields = fields_of_plan_49_order_event,
    .field_count = 36,
    .missing = (const uint8_t[]){6},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_49_envelope = {
    .fields = fields_of_plan_49_envelope,
    .field_count = 7,
};

static const int32_t symbols_49_order_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static const struct fy_plan_field fields_of_plan_49_order_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 10, .symbols = symbols_49_order_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_49_order_standing = {
    .fields = fields_of_plan_49_order_standing,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_49_order_placed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 2, .record = &plan_49_order_item},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_49_money},
    {.kind = FY_FIELD_RECORD, .target = 4, .record = &plan_49_delivery_encrypted},
    {.kind = FY_FIELD_STRING, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_49_order_terms},
};

static const struct fy_plan plan_49_order_placed = {
    .fields = fields_of_plan_49_order_placed,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_49_order_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_49_order_item = {
    .fields = fields_of_plan_49_order_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_49_money = {
    .fields = fields_of_plan_49_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_delivery_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
};

static const struct fy_plan plan_49_delivery_encrypted = {
    .fields = fields_of_plan_49_delivery_encrypted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_order_terms[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_INT, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10},
};

static const struct fy_plan plan_49_order_terms = {
    .fields = fields_of_plan_49_order_terms,
    .field_count = 11,
};

static const struct fy_plan_field fields_of_plan_49_line_held[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_49_money},
};

static const struct fy_plan plan_49_line_held = {
    .fields = fields_of_plan_49_line_held,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_49_line_refused[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_49_line_refused = {
    .fields = fields_of_plan_49_line_refused,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_49_line_lost[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_49_line_lost = {
    .fields = fields_of_plan_49_line_lost,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_49_hold_asked[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_49_hold_asked = {
    .fields = fields_of_plan_49_hold_asked,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_49_payment_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_49_money},
};

static const struct fy_plan plan_49_payment_asked = {
    .fields = fields_of_plan_49_payment_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_payment_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_49_payment_standing},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
};

static const struct fy_plan plan_49_payment_seen = {
    .fields = fields_of_plan_49_payment_seen,
    .field_count = 6,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const int32_t symbols_49_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_49_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_49_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_49_payment_standing = {
    .fields = fields_of_plan_49_payment_standing,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_49_pay_time_extended[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_49_pay_time_extended = {
    .fields = fields_of_plan_49_pay_time_extended,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_commit_asked[] = {
    {.kind = FY_FIELD_INT, .target = 0},
};

static const struct fy_plan plan_49_commit_asked = {
    .fields = fields_of_plan_49_commit_asked,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_line_committed[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_49_line_committed = {
    .fields = fields_of_plan_49_line_committed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_capture_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_49_money},
};

static const struct fy_plan plan_49_capture_asked = {
    .fields = fields_of_plan_49_capture_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_order_confirmed[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_49_money},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_49_order_confirmed = {
    .fields = fields_of_plan_49_order_confirmed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_sub_order_accepted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_49_sub_order_accepted = {
    .fields = fields_of_plan_49_sub_order_accepted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_sub_order_rejected[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_49_sub_order_rejected = {
    .fields = fields_of_plan_49_sub_order_rejected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_49_items_shipped[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_49_order_shipment},
};

static const struct fy_plan plan_49_items_shipped = {
    .fields = fields_of_plan_49_items_shipped,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_order_shipment[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_49_order_item},
};

static const struct fy_plan plan_49_order_shipment = {
    .fields = fields_of_plan_49_order_shipment,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_49_sub_order_delivered[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_49_sub_order_delivered = {
    .fields = fields_of_plan_49_sub_order_delivered,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_49_units_cancelled[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 2, .record = &plan_49_order_item},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_49_units_cancelled = {
    .fields = fields_of_plan_49_units_cancelled,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_49_order_items_returned[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 2, .record = &plan_49_order_item},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_49_order_items_returned = {
    .fields = fields_of_plan_49_order_items_returned,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_refund_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_49_money},
};

static const struct fy_plan plan_49_refund_asked = {
    .fields = fields_of_plan_49_refund_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_hold_settled[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_49_hold_settled = {
    .fields = fields_of_plan_49_hold_settled,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_49_order_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_49_money},
};

static const struct fy_plan plan_49_order_refused = {
    .fields = fields_of_plan_49_order_refused,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_cancel_noted[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_49_cancel_noted = {
    .fields = fields_of_plan_49_cancel_noted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_order_cancelled[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_49_order_cancelled = {
    .fields = fields_of_plan_49_order_cancelled,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_order_closed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_49_order_closed = {
    .fields = fields_of_plan_49_order_closed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_requests_resent[] = {
    {.kind = FY_FIELD_INT, .target = 0},
};

static const struct fy_plan plan_49_requests_resent = {
    .fields = fields_of_plan_49_requests_resent,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_operator_needed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_49_operator_needed = {
    .fields = fields_of_plan_49_operator_needed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_operator_resolved[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_49_operator_resolved = {
    .fields = fields_of_plan_49_operator_resolved,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_49_order_request_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_49_order_request_refused = {
    .fields = fields_of_plan_49_order_request_refused,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_49_ledger_posted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 4, .record = &plan_49_ledger_entry},
};

static const struct fy_plan plan_49_ledger_posted = {
    .fields = fields_of_plan_49_ledger_posted,
    .field_count = 2,
};

static const int32_t symbols_49_ledger_entry_account[] = {0, 1, 2, 3, 4};
static const struct fy_plan_field fields_of_plan_49_ledger_entry[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 5, .symbols = symbols_49_ledger_entry_account},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
};

static const struct fy_plan plan_49_ledger_entry = {
    .fields = fields_of_plan_49_ledger_entry,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_49_order_forgotten[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_49_order_forgotten = {
    .fields = fields_of_plan_49_order_forgotten,
    .field_count = 1,
};

static const struct fy_plan plan_61_order_event;
static const struct fy_plan plan_61_envelope;
static const struct fy_plan plan_61_order_standing;
static const struct fy_plan plan_61_order_placed;
static const struct fy_plan plan_61_order_item;
static const struct fy_plan plan_61_money;
static const struct fy_plan plan_61_delivery_encrypted;
static const struct fy_plan plan_61_order_terms;
static const struct fy_plan plan_61_line_held;
static const struct fy_plan plan_61_line_refused;
static const struct fy_plan plan_61_line_lost;
static const struct fy_plan plan_61_hold_asked;
static const struct fy_plan plan_61_payment_asked;
static const struct fy_plan plan_61_payment_seen;
static const struct fy_plan plan_61_payment_standing;
static const struct fy_plan plan_61_pay_time_extended;
static const struct fy_plan plan_61_commit_asked;
static const struct fy_plan plan_61_line_committed;
static const struct fy_plan plan_61_capture_asked;
static const struct fy_plan plan_61_order_confirmed;
static const struct fy_plan plan_61_sub_order_accepted;
static const struct fy_plan plan_61_sub_order_rejected;
static const struct fy_plan plan_61_items_shipped;
static const struct fy_plan plan_61_order_shipment;
static const struct fy_plan plan_61_sub_order_delivered;
static const struct fy_plan plan_61_units_cancelled;
static const struct fy_plan plan_61_order_items_returned;
static const struct fy_plan plan_61_refund_asked;
static const struct fy_plan plan_61_hold_settled;
static const struct fy_plan plan_61_order_refused;
static const struct fy_plan plan_61_cancel_noted;
static const struct fy_plan plan_61_order_cancelled;
static const struct fy_plan plan_61_order_closed;
static const struct fy_plan plan_61_requests_resent;
static const struct fy_plan plan_61_operator_needed;
static const struct fy_plan plan_61_operator_resolved;
static const struct fy_plan plan_61_order_request_refused;
static const struct fy_plan plan_61_ledger_posted;
static const struct fy_plan plan_61_ledger_entry;
static const struct fy_plan plan_61_order_forgotten;

static const struct fy_plan_field fields_of_plan_61_order_event[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_61_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_RECORD, .target = 2, .record = &plan_61_order_standing},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_INT, .target = 4, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_61_order_placed},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_61_line_held},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_61_line_refused},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_61_line_lost},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_61_hold_asked},
    {.kind = FY_FIELD_RECORD, .target = 12, .nullable = true, .record = &plan_61_payment_asked},
    {.kind = FY_FIELD_RECORD, .target = 13, .nullable = true, .record = &plan_61_payment_seen},
    {.kind = FY_FIELD_RECORD, .target = 14, .nullable = true, .record = &plan_61_pay_time_extended},
    {.kind = FY_FIELD_RECORD, .target = 15, .nullable = true, .record = &plan_61_commit_asked},
    {.kind = FY_FIELD_RECORD, .target = 16, .nullable = true, .record = &plan_61_line_committed},
    {.kind = FY_FIELD_RECORD, .target = 17, .nullable = true, .record = &plan_61_capture_asked},
    {.kind = FY_FIELD_RECORD, .target = 18, .nullable = true, .record = &plan_61_order_confirmed},
    {.kind = FY_FIELD_RECORD, .target = 19, .nullable = true, .record = &plan_61_sub_order_accepted},
    {.kind = FY_FIELD_RECORD, .target = 20, .nullable = true, .record = &plan_61_sub_order_rejected},
    {.kind = FY_FIELD_RECORD, .target = 21, .nullable = true, .record = &plan_61_items_shipped},
    {.kind = FY_FIELD_RECORD, .target = 22, .nullable = true, .record = &plan_61_sub_order_delivered},
    {.kind = FY_FIELD_RECORD, .target = 23, .nullable = true, .record = &plan_61_units_cancelled},
    {.kind = FY_FIELD_RECORD, .target = 24, .nullable = true, .record = &plan_61_order_items_returned},
    {.kind = FY_FIELD_RECORD, .target = 25, .nullable = true, .record = &plan_61_refund_asked},
    {.kind = FY_FIELD_RECORD, .target = 26, .nullable = true, .record = &plan_61_hold_settled},
    {.kind = FY_FIELD_RECORD, .target = 27, .nullable = true, .record = &plan_61_order_refused},
    {.kind = FY_FIELD_RECORD, .target = 28, .nullable = true, .record = &plan_61_cancel_noted},
    {.kind = FY_FIELD_RECORD, .target = 29, .nullable = true, .record = &plan_61_order_cancelled},
    {.kind = FY_FIELD_RECORD, .target = 30, .nullable = true, .record = &plan_61_order_closed},
    {.kind = FY_FIELD_RECORD, .target = 31, .nullable = true, .record = &plan_61_requests_resent},
    {.kind = FY_FIELD_RECORD, .target = 32, .nullable = true, .record = &plan_61_operator_needed},
    {.kind = FY_FIELD_RECORD, .target = 33, .nullable = true, .record = &plan_61_operator_resolved},
    {.kind = FY_FIELD_RECORD, .target = 34, .nullable = true, .record = &plan_61_order_request_refused},
    {.kind = FY_FIELD_RECORD, .target = 35, .nullable = true, .record = &plan_61_ledger_posted},
    {.kind = FY_FIELD_RECORD, .target = 36, .nullable = true, .record = &plan_61_order_forgotten},
};

static const struct fy_plan plan_61_order_event = {
    .fields = fields_of_plan_61_order_event,
    .field_count = 37,
};

static const struct fy_plan_field fields_of_plan_61_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_61_envelope = {
    .fields = fields_of_plan_61_envelope,
    .field_count = 7,
};

static const int32_t symbols_61_order_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
static const struct fy_plan_field fields_of_plan_61_order_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 10, .symbols = symbols_61_order_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_61_order_standing = {
    .fields = fields_of_plan_61_order_standing,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_61_order_placed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 2, .array = true, .item_bytes_min = 2, .record = &plan_61_order_item},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_61_money},
    {.kind = FY_FIELD_RECORD, .target = 4, .record = &plan_61_delivery_encrypted},
    {.kind = FY_FIELD_STRING, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .record = &plan_61_order_terms},
};

static const struct fy_plan plan_61_order_placed = {
    .fields = fields_of_plan_61_order_placed,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_61_order_item[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_61_order_item = {
    .fields = fields_of_plan_61_order_item,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_money[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_61_money = {
    .fields = fields_of_plan_61_money,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_delivery_encrypted[] = {
    {.kind = FY_FIELD_BYTES, .target = 0, .nullable = true},
};

static const struct fy_plan plan_61_delivery_encrypted = {
    .fields = fields_of_plan_61_delivery_encrypted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_order_terms[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_LONG, .target = 6},
    {.kind = FY_FIELD_LONG, .target = 7},
    {.kind = FY_FIELD_LONG, .target = 8},
    {.kind = FY_FIELD_INT, .target = 9},
    {.kind = FY_FIELD_LONG, .target = 10},
};

static const struct fy_plan plan_61_order_terms = {
    .fields = fields_of_plan_61_order_terms,
    .field_count = 11,
};

static const struct fy_plan_field fields_of_plan_61_line_held[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_RECORD, .target = 3, .record = &plan_61_money},
};

static const struct fy_plan plan_61_line_held = {
    .fields = fields_of_plan_61_line_held,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_61_line_refused[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
};

static const struct fy_plan plan_61_line_refused = {
    .fields = fields_of_plan_61_line_refused,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_61_line_lost[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_61_line_lost = {
    .fields = fields_of_plan_61_line_lost,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_61_hold_asked[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_61_hold_asked = {
    .fields = fields_of_plan_61_hold_asked,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_61_payment_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_61_money},
};

static const struct fy_plan plan_61_payment_asked = {
    .fields = fields_of_plan_61_payment_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_payment_seen[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_61_payment_standing},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_STRING, .target = 4, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
};

static const struct fy_plan plan_61_payment_seen = {
    .fields = fields_of_plan_61_payment_seen,
    .field_count = 7,
};

static const int32_t symbols_61_payment_standing_state[] = {0, 1, 2, 3, 4, 5, 6, 7};
static const struct fy_plan_field fields_of_plan_61_payment_standing[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 8, .symbols = symbols_61_payment_standing_state},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_LONG, .target = 5},
    {.kind = FY_FIELD_STRING, .target = 6, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 7, .nullable = true},
};

static const struct fy_plan plan_61_payment_standing = {
    .fields = fields_of_plan_61_payment_standing,
    .field_count = 8,
};

static const struct fy_plan_field fields_of_plan_61_pay_time_extended[] = {
    {.kind = FY_FIELD_LONG, .target = 0},
};

static const struct fy_plan plan_61_pay_time_extended = {
    .fields = fields_of_plan_61_pay_time_extended,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_commit_asked[] = {
    {.kind = FY_FIELD_INT, .target = 0},
};

static const struct fy_plan plan_61_commit_asked = {
    .fields = fields_of_plan_61_commit_asked,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_line_committed[] = {
    {.kind = FY_FIELD_INT, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_61_line_committed = {
    .fields = fields_of_plan_61_line_committed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_capture_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_61_money},
};

static const struct fy_plan plan_61_capture_asked = {
    .fields = fields_of_plan_61_capture_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_order_confirmed[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_61_money},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_61_order_confirmed = {
    .fields = fields_of_plan_61_order_confirmed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_sub_order_accepted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_61_sub_order_accepted = {
    .fields = fields_of_plan_61_sub_order_accepted,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_sub_order_rejected[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_INT, .target = 1, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_STRING, .target = 2},
};

static const struct fy_plan plan_61_sub_order_rejected = {
    .fields = fields_of_plan_61_sub_order_rejected,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_61_items_shipped[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_61_order_shipment},
};

static const struct fy_plan plan_61_items_shipped = {
    .fields = fields_of_plan_61_items_shipped,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_order_shipment[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 4, .array = true, .item_bytes_min = 2, .record = &plan_61_order_item},
};

static const struct fy_plan plan_61_order_shipment = {
    .fields = fields_of_plan_61_order_shipment,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_61_sub_order_delivered[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_LONG, .target = 2},
};

static const struct fy_plan plan_61_sub_order_delivered = {
    .fields = fields_of_plan_61_sub_order_delivered,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_61_units_cancelled[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 2, .record = &plan_61_order_item},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
};

static const struct fy_plan plan_61_units_cancelled = {
    .fields = fields_of_plan_61_units_cancelled,
    .field_count = 3,
};

static const struct fy_plan_field fields_of_plan_61_order_items_returned[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .array = true, .item_bytes_min = 2, .record = &plan_61_order_item},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_61_order_items_returned = {
    .fields = fields_of_plan_61_order_items_returned,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_refund_asked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .record = &plan_61_money},
};

static const struct fy_plan plan_61_refund_asked = {
    .fields = fields_of_plan_61_refund_asked,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_hold_settled[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_STRING, .target = 2, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
};

static const struct fy_plan plan_61_hold_settled = {
    .fields = fields_of_plan_61_hold_settled,
    .field_count = 5,
};

static const struct fy_plan_field fields_of_plan_61_order_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .nullable = true, .record = &plan_61_money},
};

static const struct fy_plan plan_61_order_refused = {
    .fields = fields_of_plan_61_order_refused,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_cancel_noted[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .nullable = true},
};

static const struct fy_plan plan_61_cancel_noted = {
    .fields = fields_of_plan_61_cancel_noted,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_order_cancelled[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_61_order_cancelled = {
    .fields = fields_of_plan_61_order_cancelled,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_order_closed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_61_order_closed = {
    .fields = fields_of_plan_61_order_closed,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_requests_resent[] = {
    {.kind = FY_FIELD_INT, .target = 0},
};

static const struct fy_plan plan_61_requests_resent = {
    .fields = fields_of_plan_61_requests_resent,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_operator_needed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_61_operator_needed = {
    .fields = fields_of_plan_61_operator_needed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_operator_resolved[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
};

static const struct fy_plan plan_61_operator_resolved = {
    .fields = fields_of_plan_61_operator_resolved,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_61_order_request_refused[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
};

static const struct fy_plan plan_61_order_request_refused = {
    .fields = fields_of_plan_61_order_request_refused,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_61_ledger_posted[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_RECORD, .target = 1, .array = true, .item_bytes_min = 4, .record = &plan_61_ledger_entry},
};

static const struct fy_plan plan_61_ledger_posted = {
    .fields = fields_of_plan_61_ledger_posted,
    .field_count = 2,
};

static const int32_t symbols_61_ledger_entry_account[] = {0, 1, 2, 3, 4};
static const struct fy_plan_field fields_of_plan_61_ledger_entry[] = {
    {.kind = FY_FIELD_ENUM, .target = 0, .symbol_count = 5, .symbols = symbols_61_ledger_entry_account},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
};

static const struct fy_plan plan_61_ledger_entry = {
    .fields = fields_of_plan_61_ledger_entry,
    .field_count = 4,
};

static const struct fy_plan_field fields_of_plan_61_order_forgotten[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_61_order_forgotten = {
    .fields = fields_of_plan_61_order_forgotten,
    .field_count = 1,
};

enum fy_status order_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct order_event *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 49:
        return fy_read_end(&in, fy_resolve(&in, &plan_49_order_event, &fy_type_order_event, ret_value));
    case 61:
        return fy_read_end(&in, fy_resolve(&in, &plan_61_order_event, &fy_type_order_event, ret_value));
    case 76:
        return fy_read_end(&in, fy_read_order_event(&in, ret_value));
    case 79:
        return fy_read_end(&in, fy_read_order_event(&in, ret_value));
    default:
        return fy_read_unknown(&in, "order_event");
    }
}

static size_t room_order_placed(const struct order_placed *value)
{
    size_t room = 53;

    room += value->person.size;
    room += value->visitor.size;
    for (size_t i = 0; i < value->lines.count; i++)
        room += fy_room_order_item(&value->lines.items[i]);
    room += fy_room_money(&value->expected_total);
    room += fy_room_delivery_encrypted(&value->delivery);
    room += value->payment_method.size;
    room += value->body_mac.size;
    room += fy_room_order_terms(&value->terms);
    return room;
}

static uint8_t *write_order_placed(uint8_t *at, const struct order_placed *value)
{
    at = fy_write_string(at, value->person);
    at = fy_write_branch(at, value->visitor.data != NULL);
    if (value->visitor.data != NULL)
        at = fy_write_string(at, value->visitor);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_order_item(at, &value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_money(at, &value->expected_total);
    at = fy_write_delivery_encrypted(at, &value->delivery);
    at = fy_write_string(at, value->payment_method);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    at = fy_write_order_terms(at, &value->terms);
    return at;
}

static size_t room_line_held(const struct line_held *value)
{
    size_t room = 25;

    room += value->hold.size;
    room += value->supplier.size;
    room += fy_room_money(&value->price);
    return room;
}

static uint8_t *write_line_held(uint8_t *at, const struct line_held *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->supplier);
    at = fy_write_money(at, &value->price);
    return at;
}

static size_t room_line_refused(const struct line_refused *value)
{
    size_t room = 35;

    room += value->hold.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_line_refused(uint8_t *at, const struct line_refused *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->reason);
    at = fy_write_long(at, value->left_units);
    return at;
}

static size_t room_line_lost(const struct line_lost *value)
{
    size_t room = 25;

    room += value->hold.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_line_lost(uint8_t *at, const struct line_lost *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_hold_asked(const struct hold_asked *value)
{
    size_t room = 41;

    room += value->hold.size;
    room += value->why.size;
    room += value->excluded.count * 10;
    for (size_t i = 0; i < value->excluded.count; i++)
        room += value->excluded.items[i].size;
    return room;
}

static uint8_t *write_hold_asked(uint8_t *at, const struct hold_asked *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    at = fy_write_long(at, value->attempt);
    at = fy_write_string(at, value->why);
    if (value->excluded.count > 0) {
        at = fy_write_long(at, (int64_t)value->excluded.count);
        for (size_t i = 0; i < value->excluded.count; i++)
            at = fy_write_string(at, value->excluded.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_payment_asked(const struct payment_asked *value)
{
    size_t room = 10;

    room += value->payment.size;
    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_payment_asked(uint8_t *at, const struct payment_asked *value)
{
    at = fy_write_string(at, value->payment);
    at = fy_write_money(at, &value->amount);
    return at;
}

static size_t room_payment_seen(const struct payment_seen *value)
{
    size_t room = 63;

    room += value->payment.size;
    room += fy_room_payment_standing(&value->standing);
    room += value->what.size;
    room += value->reason.size;
    room += value->action_url.size;
    room += value->refund_id.size;
    return room;
}

static uint8_t *write_payment_seen(uint8_t *at, const struct payment_seen *value)
{
    at = fy_write_string(at, value->payment);
    at = fy_write_payment_standing(at, &value->standing);
    at = fy_write_long(at, value->version);
    at = fy_write_string(at, value->what);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->action_url.data != NULL);
    if (value->action_url.data != NULL)
        at = fy_write_string(at, value->action_url);
    at = fy_write_branch(at, value->refund_id.data != NULL);
    if (value->refund_id.data != NULL)
        at = fy_write_string(at, value->refund_id);
    return at;
}

static size_t room_pay_time_extended(const struct pay_time_extended *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_pay_time_extended(uint8_t *at, const struct pay_time_extended *value)
{
    at = fy_write_long(at, value->pay_until_ms);
    return at;
}

static size_t room_commit_asked(const struct commit_asked *value)
{
    size_t room = 5;

    (void)value;
    return room;
}

static uint8_t *write_commit_asked(uint8_t *at, const struct commit_asked *value)
{
    at = fy_write_long(at, value->line_count);
    return at;
}

static size_t room_line_committed(const struct line_committed *value)
{
    size_t room = 15;

    room += value->hold.size;
    return room;
}

static uint8_t *write_line_committed(uint8_t *at, const struct line_committed *value)
{
    at = fy_write_long(at, value->line);
    at = fy_write_string(at, value->hold);
    return at;
}

static size_t room_capture_asked(const struct capture_asked *value)
{
    size_t room = 10;

    room += value->payment.size;
    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_capture_asked(uint8_t *at, const struct capture_asked *value)
{
    at = fy_write_string(at, value->payment);
    at = fy_write_money(at, &value->amount);
    return at;
}

static size_t room_order_confirmed(const struct order_confirmed *value)
{
    size_t room = 10;

    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_order_confirmed(uint8_t *at, const struct order_confirmed *value)
{
    at = fy_write_money(at, &value->amount);
    at = fy_write_long(at, value->accept_until_ms);
    return at;
}

static size_t room_sub_order_accepted(const struct sub_order_accepted *value)
{
    size_t room = 21;

    room += value->supplier.size;
    room += value->lines.count * 5;
    return room;
}

static uint8_t *write_sub_order_accepted(uint8_t *at, const struct sub_order_accepted *value)
{
    at = fy_write_string(at, value->supplier);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_long(at, value->lines.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_sub_order_rejected(const struct sub_order_rejected *value)
{
    size_t room = 31;

    room += value->supplier.size;
    room += value->lines.count * 5;
    room += value->reason.size;
    return room;
}

static uint8_t *write_sub_order_rejected(uint8_t *at, const struct sub_order_rejected *value)
{
    at = fy_write_string(at, value->supplier);
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = fy_write_long(at, value->lines.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_items_shipped(const struct items_shipped *value)
{
    size_t room = 0;

    room += fy_room_order_shipment(&value->shipment);
    return room;
}

static uint8_t *write_items_shipped(uint8_t *at, const struct items_shipped *value)
{
    at = fy_write_order_shipment(at, &value->shipment);
    return at;
}

static size_t room_sub_order_delivered(const struct sub_order_delivered *value)
{
    size_t room = 30;

    room += value->supplier.size;
    room += value->by.size;
    return room;
}

static uint8_t *write_sub_order_delivered(uint8_t *at, const struct sub_order_delivered *value)
{
    at = fy_write_string(at, value->supplier);
    at = fy_write_string(at, value->by);
    at = fy_write_long(at, value->return_until_ms);
    return at;
}

static size_t room_units_cancelled(const struct units_cancelled *value)
{
    size_t room = 32;

    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    room += value->why.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_units_cancelled(uint8_t *at, const struct units_cancelled *value)
{
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    at = fy_write_string(at, value->why);
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_order_items_returned(const struct order_items_returned *value)
{
    size_t room = 22;

    for (size_t i = 0; i < value->items.count; i++)
        room += fy_room_order_item(&value->items.items[i]);
    room += value->reason.size;
    return room;
}

static uint8_t *write_order_items_returned(uint8_t *at, const struct order_items_returned *value)
{
    if (value->items.count > 0) {
        at = fy_write_long(at, (int64_t)value->items.count);
        for (size_t i = 0; i < value->items.count; i++)
            at = fy_write_order_item(at, &value->items.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_refund_asked(const struct refund_asked *value)
{
    size_t room = 10;

    room += value->refund_id.size;
    room += fy_room_money(&value->amount);
    return room;
}

static uint8_t *write_refund_asked(uint8_t *at, const struct refund_asked *value)
{
    at = fy_write_string(at, value->refund_id);
    at = fy_write_money(at, &value->amount);
    return at;
}

static size_t room_hold_settled(const struct hold_settled *value)
{
    size_t room = 51;

    room += value->hold.size;
    room += value->asked.size;
    room += value->not_done.size;
    return room;
}

static uint8_t *write_hold_settled(uint8_t *at, const struct hold_settled *value)
{
    at = fy_write_string(at, value->hold);
    at = fy_write_string(at, value->asked);
    at = fy_write_branch(at, value->not_done.data != NULL);
    if (value->not_done.data != NULL)
        at = fy_write_string(at, value->not_done);
    at = fy_write_long(at, value->shipped_units);
    at = fy_write_long(at, value->returned_units);
    return at;
}

static size_t room_order_refused(const struct order_refused *value)
{
    size_t room = 11;

    room += value->reason.size;
    if (value->total != NULL)
        room += fy_room_money(value->total);
    return room;
}

static uint8_t *write_order_refused(uint8_t *at, const struct order_refused *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->total != NULL);
    if (value->total != NULL)
        at = fy_write_money(at, value->total);
    return at;
}

static size_t room_cancel_noted(const struct cancel_noted *value)
{
    size_t room = 11;

    room += value->reason.size;
    return room;
}

static uint8_t *write_cancel_noted(uint8_t *at, const struct cancel_noted *value)
{
    at = fy_write_branch(at, value->reason.data != NULL);
    if (value->reason.data != NULL)
        at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_order_cancelled(const struct order_cancelled *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_order_cancelled(uint8_t *at, const struct order_cancelled *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_order_closed(const struct order_closed *value)
{
    size_t room = 21;

    room += value->reason.size;
    room += value->note.size;
    return room;
}

static uint8_t *write_order_closed(uint8_t *at, const struct order_closed *value)
{
    at = fy_write_string(at, value->reason);
    at = fy_write_branch(at, value->note.data != NULL);
    if (value->note.data != NULL)
        at = fy_write_string(at, value->note);
    return at;
}

static size_t room_requests_resent(const struct requests_resent *value)
{
    size_t room = 5;

    (void)value;
    return room;
}

static uint8_t *write_requests_resent(uint8_t *at, const struct requests_resent *value)
{
    at = fy_write_long(at, value->attempt);
    return at;
}

static size_t room_operator_needed(const struct operator_needed *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_operator_needed(uint8_t *at, const struct operator_needed *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_operator_resolved(const struct operator_resolved *value)
{
    size_t room = 32;

    room += value->action.size;
    room += value->note.size;
    room += value->by.size;
    return room;
}

static uint8_t *write_operator_resolved(uint8_t *at, const struct operator_resolved *value)
{
    at = fy_write_string(at, value->action);
    at = fy_write_branch(at, value->note.data != NULL);
    if (value->note.data != NULL)
        at = fy_write_string(at, value->note);
    at = fy_write_branch(at, value->by.data != NULL);
    if (value->by.data != NULL)
        at = fy_write_string(at, value->by);
    return at;
}

static size_t room_order_request_refused(const struct order_request_refused *value)
{
    size_t room = 20;

    room += value->request.size;
    room += value->reason.size;
    return room;
}

static uint8_t *write_order_request_refused(uint8_t *at, const struct order_request_refused *value)
{
    at = fy_write_string(at, value->request);
    at = fy_write_string(at, value->reason);
    return at;
}

static size_t room_ledger_entry(const struct ledger_entry *value)
{
    size_t room = 36;

    room += value->supplier.size;
    room += value->currency.size;
    return room;
}

static uint8_t *write_ledger_entry(uint8_t *at, const struct ledger_entry *value)
{
    at = fy_write_long(at, value->account);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_long(at, value->amount_minor);
    at = fy_write_string(at, value->currency);
    return at;
}

static size_t room_ledger_posted(const struct ledger_posted *value)
{
    size_t room = 21;

    room += value->about.size;
    for (size_t i = 0; i < value->entries.count; i++)
        room += room_ledger_entry(&value->entries.items[i]);
    return room;
}

static uint8_t *write_ledger_posted(uint8_t *at, const struct ledger_posted *value)
{
    at = fy_write_string(at, value->about);
    if (value->entries.count > 0) {
        at = fy_write_long(at, (int64_t)value->entries.count);
        for (size_t i = 0; i < value->entries.count; i++)
            at = write_ledger_entry(at, &value->entries.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_order_forgotten(const struct order_forgotten *value)
{
    size_t room = 10;

    room += value->reason.size;
    return room;
}

static uint8_t *write_order_forgotten(uint8_t *at, const struct order_forgotten *value)
{
    at = fy_write_string(at, value->reason);
    return at;
}

size_t fy_room_order_event(const struct order_event *value)
{
    size_t room = 78;

    room += fy_room_envelope(&value->envelope);
    room += value->order.size;
    room += fy_room_order_standing(&value->standing);
    room += value->body_mac.size;
    if (value->order_placed != NULL)
        room += room_order_placed(value->order_placed);
    if (value->line_held != NULL)
        room += room_line_held(value->line_held);
    if (value->line_refused != NULL)
        room += room_line_refused(value->line_refused);
    if (value->line_lost != NULL)
        room += room_line_lost(value->line_lost);
    if (value->hold_asked != NULL)
        room += room_hold_asked(value->hold_asked);
    if (value->payment_asked != NULL)
        room += room_payment_asked(value->payment_asked);
    if (value->payment_seen != NULL)
        room += room_payment_seen(value->payment_seen);
    if (value->pay_time_extended != NULL)
        room += room_pay_time_extended(value->pay_time_extended);
    if (value->commit_asked != NULL)
        room += room_commit_asked(value->commit_asked);
    if (value->line_committed != NULL)
        room += room_line_committed(value->line_committed);
    if (value->capture_asked != NULL)
        room += room_capture_asked(value->capture_asked);
    if (value->order_confirmed != NULL)
        room += room_order_confirmed(value->order_confirmed);
    if (value->sub_order_accepted != NULL)
        room += room_sub_order_accepted(value->sub_order_accepted);
    if (value->sub_order_rejected != NULL)
        room += room_sub_order_rejected(value->sub_order_rejected);
    if (value->items_shipped != NULL)
        room += room_items_shipped(value->items_shipped);
    if (value->sub_order_delivered != NULL)
        room += room_sub_order_delivered(value->sub_order_delivered);
    if (value->units_cancelled != NULL)
        room += room_units_cancelled(value->units_cancelled);
    if (value->items_returned != NULL)
        room += room_order_items_returned(value->items_returned);
    if (value->refund_asked != NULL)
        room += room_refund_asked(value->refund_asked);
    if (value->hold_settled != NULL)
        room += room_hold_settled(value->hold_settled);
    if (value->order_refused != NULL)
        room += room_order_refused(value->order_refused);
    if (value->cancel_noted != NULL)
        room += room_cancel_noted(value->cancel_noted);
    if (value->order_cancelled != NULL)
        room += room_order_cancelled(value->order_cancelled);
    if (value->order_closed != NULL)
        room += room_order_closed(value->order_closed);
    if (value->requests_resent != NULL)
        room += room_requests_resent(value->requests_resent);
    if (value->operator_needed != NULL)
        room += room_operator_needed(value->operator_needed);
    if (value->operator_resolved != NULL)
        room += room_operator_resolved(value->operator_resolved);
    if (value->request_refused != NULL)
        room += room_order_request_refused(value->request_refused);
    if (value->ledger_posted != NULL)
        room += room_ledger_posted(value->ledger_posted);
    if (value->order_forgotten != NULL)
        room += room_order_forgotten(value->order_forgotten);
    return room;
}

uint8_t *fy_write_order_event(uint8_t *at, const struct order_event *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->order);
    at = fy_write_order_standing(at, &value->standing);
    at = fy_write_long(at, value->decided_ms);
    at = fy_write_branch(at, value->has_request_partition);
    if (value->has_request_partition)
        at = fy_write_long(at, value->request_partition);
    at = fy_write_branch(at, value->has_request_offset);
    if (value->has_request_offset)
        at = fy_write_long(at, value->request_offset);
    at = fy_write_branch(at, value->body_mac.data != NULL);
    if (value->body_mac.data != NULL)
        at = fy_write_string(at, value->body_mac);
    at = fy_write_branch(at, value->order_placed != NULL);
    if (value->order_placed != NULL)
        at = write_order_placed(at, value->order_placed);
    at = fy_write_branch(at, value->line_held != NULL);
    if (value->line_held != NULL)
        at = write_line_held(at, value->line_held);
    at = fy_write_branch(at, value->line_refused != NULL);
    if (value->line_refused != NULL)
        at = write_line_refused(at, value->line_refused);
    at = fy_write_branch(at, value->line_lost != NULL);
    if (value->line_lost != NULL)
        at = write_line_lost(at, value->line_lost);
    at = fy_write_branch(at, value->hold_asked != NULL);
    if (value->hold_asked != NULL)
        at = write_hold_asked(at, value->hold_asked);
    at = fy_write_branch(at, value->payment_asked != NULL);
    if (value->payment_asked != NULL)
        at = write_payment_asked(at, value->payment_asked);
    at = fy_write_branch(at, value->payment_seen != NULL);
    if (value->payment_seen != NULL)
        at = write_payment_seen(at, value->payment_seen);
    at = fy_write_branch(at, value->pay_time_extended != NULL);
    if (value->pay_time_extended != NULL)
        at = write_pay_time_extended(at, value->pay_time_extended);
    at = fy_write_branch(at, value->commit_asked != NULL);
    if (value->commit_asked != NULL)
        at = write_commit_asked(at, value->commit_asked);
    at = fy_write_branch(at, value->line_committed != NULL);
    if (value->line_committed != NULL)
        at = write_line_committed(at, value->line_committed);
    at = fy_write_branch(at, value->capture_asked != NULL);
    if (value->capture_asked != NULL)
        at = write_capture_asked(at, value->capture_asked);
    at = fy_write_branch(at, value->order_confirmed != NULL);
    if (value->order_confirmed != NULL)
        at = write_order_confirmed(at, value->order_confirmed);
    at = fy_write_branch(at, value->sub_order_accepted != NULL);
    if (value->sub_order_accepted != NULL)
        at = write_sub_order_accepted(at, value->sub_order_accepted);
    at = fy_write_branch(at, value->sub_order_rejected != NULL);
    if (value->sub_order_rejected != NULL)
        at = write_sub_order_rejected(at, value->sub_order_rejected);
    at = fy_write_branch(at, value->items_shipped != NULL);
    if (value->items_shipped != NULL)
        at = write_items_shipped(at, value->items_shipped);
    at = fy_write_branch(at, value->sub_order_delivered != NULL);
    if (value->sub_order_delivered != NULL)
        at = write_sub_order_delivered(at, value->sub_order_delivered);
    at = fy_write_branch(at, value->units_cancelled != NULL);
    if (value->units_cancelled != NULL)
        at = write_units_cancelled(at, value->units_cancelled);
    at = fy_write_branch(at, value->items_returned != NULL);
    if (value->items_returned != NULL)
        at = write_order_items_returned(at, value->items_returned);
    at = fy_write_branch(at, value->refund_asked != NULL);
    if (value->refund_asked != NULL)
        at = write_refund_asked(at, value->refund_asked);
    at = fy_write_branch(at, value->hold_settled != NULL);
    if (value->hold_settled != NULL)
        at = write_hold_settled(at, value->hold_settled);
    at = fy_write_branch(at, value->order_refused != NULL);
    if (value->order_refused != NULL)
        at = write_order_refused(at, value->order_refused);
    at = fy_write_branch(at, value->cancel_noted != NULL);
    if (value->cancel_noted != NULL)
        at = write_cancel_noted(at, value->cancel_noted);
    at = fy_write_branch(at, value->order_cancelled != NULL);
    if (value->order_cancelled != NULL)
        at = write_order_cancelled(at, value->order_cancelled);
    at = fy_write_branch(at, value->order_closed != NULL);
    if (value->order_closed != NULL)
        at = write_order_closed(at, value->order_closed);
    at = fy_write_branch(at, value->requests_resent != NULL);
    if (value->requests_resent != NULL)
        at = write_requests_resent(at, value->requests_resent);
    at = fy_write_branch(at, value->operator_needed != NULL);
    if (value->operator_needed != NULL)
        at = write_operator_needed(at, value->operator_needed);
    at = fy_write_branch(at, value->operator_resolved != NULL);
    if (value->operator_resolved != NULL)
        at = write_operator_resolved(at, value->operator_resolved);
    at = fy_write_branch(at, value->request_refused != NULL);
    if (value->request_refused != NULL)
        at = write_order_request_refused(at, value->request_refused);
    at = fy_write_branch(at, value->ledger_posted != NULL);
    if (value->ledger_posted != NULL)
        at = write_ledger_posted(at, value->ledger_posted);
    at = fy_write_branch(at, value->order_forgotten != NULL);
    if (value->order_forgotten != NULL)
        at = write_order_forgotten(at, value->order_forgotten);
    return at;
}

enum fy_status order_event_encode(const struct order_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->order_placed != NULL;
    set_count += value->line_held != NULL;
    set_count += value->line_refused != NULL;
    set_count += value->line_lost != NULL;
    set_count += value->hold_asked != NULL;
    set_count += value->payment_asked != NULL;
    set_count += value->payment_seen != NULL;
    set_count += value->pay_time_extended != NULL;
    set_count += value->commit_asked != NULL;
    set_count += value->line_committed != NULL;
    set_count += value->capture_asked != NULL;
    set_count += value->order_confirmed != NULL;
    set_count += value->sub_order_accepted != NULL;
    set_count += value->sub_order_rejected != NULL;
    set_count += value->items_shipped != NULL;
    set_count += value->sub_order_delivered != NULL;
    set_count += value->units_cancelled != NULL;
    set_count += value->items_returned != NULL;
    set_count += value->refund_asked != NULL;
    set_count += value->hold_settled != NULL;
    set_count += value->order_refused != NULL;
    set_count += value->cancel_noted != NULL;
    set_count += value->order_cancelled != NULL;
    set_count += value->order_closed != NULL;
    set_count += value->requests_resent != NULL;
    set_count += value->operator_needed != NULL;
    set_count += value->operator_resolved != NULL;
    set_count += value->request_refused != NULL;
    set_count += value->ledger_posted != NULL;
    set_count += value->order_forgotten != NULL;
    if (set_count != 1)
        return fy_write_one_of("order_event", set_count, err);
    room = fy_room_order_event(value);
    begin = fy_write_begin(arena, 79, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_order_event(begin, value), ret_bytes);
}

static const struct fy_field fields_of_order_placed[] = {
    {
        .name = "person",
        .name_bytes = 6,
        .offset = offsetof(struct order_placed, person),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct order_placed, visitor),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct order_placed, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_item,
    },
    {
        .name = "expected_total",
        .name_bytes = 14,
        .offset = offsetof(struct order_placed, expected_total),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "delivery",
        .name_bytes = 8,
        .offset = offsetof(struct order_placed, delivery),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_delivery_encrypted,
    },
    {
        .name = "payment_method",
        .name_bytes = 14,
        .offset = offsetof(struct order_placed, payment_method),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order_placed, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "terms",
        .name_bytes = 5,
        .offset = offsetof(struct order_placed, terms),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_terms,
    },
};

static const struct fy_type type_order_placed = {
    .name = "OrderPlaced",
    .fields = fields_of_order_placed,
    .field_count = 8,
    .size = sizeof(struct order_placed),
};

static const struct fy_field fields_of_line_held[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct line_held, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct line_held, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct line_held, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct line_held, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_line_held = {
    .name = "LineHeld",
    .fields = fields_of_line_held,
    .field_count = 4,
    .size = sizeof(struct line_held),
};

static const struct fy_field fields_of_line_refused[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct line_refused, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct line_refused, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct line_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "left_units",
        .name_bytes = 10,
        .offset = offsetof(struct line_refused, left_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_line_refused = {
    .name = "LineRefused",
    .fields = fields_of_line_refused,
    .field_count = 4,
    .size = sizeof(struct line_refused),
};

static const struct fy_field fields_of_line_lost[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct line_lost, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct line_lost, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct line_lost, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_line_lost = {
    .name = "LineLost",
    .fields = fields_of_line_lost,
    .field_count = 3,
    .size = sizeof(struct line_lost),
};

static const struct fy_field fields_of_hold_asked[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct hold_asked, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_asked, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "attempt",
        .name_bytes = 7,
        .offset = offsetof(struct hold_asked, attempt),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "why",
        .name_bytes = 3,
        .offset = offsetof(struct hold_asked, why),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "excluded",
        .name_bytes = 8,
        .offset = offsetof(struct hold_asked, excluded),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

static const struct fy_type type_hold_asked = {
    .name = "HoldAsked",
    .fields = fields_of_hold_asked,
    .field_count = 5,
    .size = sizeof(struct hold_asked),
};

static const struct fy_field fields_of_payment_asked[] = {
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct payment_asked, payment),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct payment_asked, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_payment_asked = {
    .name = "PaymentAsked",
    .fields = fields_of_payment_asked,
    .field_count = 2,
    .size = sizeof(struct payment_asked),
};

static const struct fy_field fields_of_payment_seen[] = {
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct payment_seen, payment),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct payment_seen, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_payment_standing,
    },
    {
        .name = "version",
        .name_bytes = 7,
        .offset = offsetof(struct payment_seen, version),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const int64_t){0},
    },
    {
        .name = "what",
        .name_bytes = 4,
        .offset = offsetof(struct payment_seen, what),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct payment_seen, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "action_url",
        .name_bytes = 10,
        .offset = offsetof(struct payment_seen, action_url),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct payment_seen, refund_id),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_payment_seen = {
    .name = "PaymentSeen",
    .fields = fields_of_payment_seen,
    .field_count = 7,
    .size = sizeof(struct payment_seen),
};

static const struct fy_field fields_of_pay_time_extended[] = {
    {
        .name = "pay_until_ms",
        .name_bytes = 12,
        .offset = offsetof(struct pay_time_extended, pay_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_pay_time_extended = {
    .name = "PayTimeExtended",
    .fields = fields_of_pay_time_extended,
    .field_count = 1,
    .size = sizeof(struct pay_time_extended),
};

static const struct fy_field fields_of_commit_asked[] = {
    {
        .name = "line_count",
        .name_bytes = 10,
        .offset = offsetof(struct commit_asked, line_count),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
};

static const struct fy_type type_commit_asked = {
    .name = "CommitAsked",
    .fields = fields_of_commit_asked,
    .field_count = 1,
    .size = sizeof(struct commit_asked),
};

static const struct fy_field fields_of_line_committed[] = {
    {
        .name = "line",
        .name_bytes = 4,
        .offset = offsetof(struct line_committed, line),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct line_committed, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_line_committed = {
    .name = "LineCommitted",
    .fields = fields_of_line_committed,
    .field_count = 2,
    .size = sizeof(struct line_committed),
};

static const struct fy_field fields_of_capture_asked[] = {
    {
        .name = "payment",
        .name_bytes = 7,
        .offset = offsetof(struct capture_asked, payment),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct capture_asked, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_capture_asked = {
    .name = "CaptureAsked",
    .fields = fields_of_capture_asked,
    .field_count = 2,
    .size = sizeof(struct capture_asked),
};

static const struct fy_field fields_of_order_confirmed[] = {
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct order_confirmed, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
    {
        .name = "accept_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct order_confirmed, accept_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_order_confirmed = {
    .name = "OrderConfirmed",
    .fields = fields_of_order_confirmed,
    .field_count = 2,
    .size = sizeof(struct order_confirmed),
};

static const struct fy_field fields_of_sub_order_accepted[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct sub_order_accepted, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct sub_order_accepted, lines),
        .kind = FY_FIELD_INT,
        .array = true,
        .min = -2147483648,
        .max = 2147483647,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

static const struct fy_type type_sub_order_accepted = {
    .name = "SubOrderAccepted",
    .fields = fields_of_sub_order_accepted,
    .field_count = 2,
    .size = sizeof(struct sub_order_accepted),
};

static const struct fy_field fields_of_sub_order_rejected[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct sub_order_rejected, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct sub_order_rejected, lines),
        .kind = FY_FIELD_INT,
        .array = true,
        .min = -2147483648,
        .max = 2147483647,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct sub_order_rejected, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_sub_order_rejected = {
    .name = "SubOrderRejected",
    .fields = fields_of_sub_order_rejected,
    .field_count = 3,
    .size = sizeof(struct sub_order_rejected),
};

static const struct fy_field fields_of_items_shipped[] = {
    {
        .name = "shipment",
        .name_bytes = 8,
        .offset = offsetof(struct items_shipped, shipment),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_shipment,
    },
};

static const struct fy_type type_items_shipped = {
    .name = "ItemsShipped",
    .fields = fields_of_items_shipped,
    .field_count = 1,
    .size = sizeof(struct items_shipped),
};

static const struct fy_field fields_of_sub_order_delivered[] = {
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct sub_order_delivered, supplier),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "by",
        .name_bytes = 2,
        .offset = offsetof(struct sub_order_delivered, by),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "return_until_ms",
        .name_bytes = 15,
        .offset = offsetof(struct sub_order_delivered, return_until_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_sub_order_delivered = {
    .name = "SubOrderDelivered",
    .fields = fields_of_sub_order_delivered,
    .field_count = 3,
    .size = sizeof(struct sub_order_delivered),
};

static const struct fy_field fields_of_units_cancelled[] = {
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct units_cancelled, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_item,
    },
    {
        .name = "why",
        .name_bytes = 3,
        .offset = offsetof(struct units_cancelled, why),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct units_cancelled, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_units_cancelled = {
    .name = "UnitsCancelled",
    .fields = fields_of_units_cancelled,
    .field_count = 3,
    .size = sizeof(struct units_cancelled),
};

static const struct fy_field fields_of_order_items_returned[] = {
    {
        .name = "items",
        .name_bytes = 5,
        .offset = offsetof(struct order_items_returned, items),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_order_item,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_items_returned, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_order_items_returned = {
    .name = "OrderItemsReturned",
    .fields = fields_of_order_items_returned,
    .field_count = 2,
    .size = sizeof(struct order_items_returned),
};

static const struct fy_field fields_of_refund_asked[] = {
    {
        .name = "refund_id",
        .name_bytes = 9,
        .offset = offsetof(struct refund_asked, refund_id),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "amount",
        .name_bytes = 6,
        .offset = offsetof(struct refund_asked, amount),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_refund_asked = {
    .name = "RefundAsked",
    .fields = fields_of_refund_asked,
    .field_count = 2,
    .size = sizeof(struct refund_asked),
};

static const struct fy_field fields_of_hold_settled[] = {
    {
        .name = "hold",
        .name_bytes = 4,
        .offset = offsetof(struct hold_settled, hold),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "asked",
        .name_bytes = 5,
        .offset = offsetof(struct hold_settled, asked),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "not_done",
        .name_bytes = 8,
        .offset = offsetof(struct hold_settled, not_done),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "shipped_units",
        .name_bytes = 13,
        .offset = offsetof(struct hold_settled, shipped_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "returned_units",
        .name_bytes = 14,
        .offset = offsetof(struct hold_settled, returned_units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_hold_settled = {
    .name = "HoldSettled",
    .fields = fields_of_hold_settled,
    .field_count = 5,
    .size = sizeof(struct hold_settled),
};

static const struct fy_field fields_of_order_refused[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "total",
        .name_bytes = 5,
        .offset = offsetof(struct order_refused, total),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_order_refused = {
    .name = "OrderRefused",
    .fields = fields_of_order_refused,
    .field_count = 2,
    .size = sizeof(struct order_refused),
};

static const struct fy_field fields_of_cancel_noted[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct cancel_noted, reason),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_cancel_noted = {
    .name = "CancelNoted",
    .fields = fields_of_cancel_noted,
    .field_count = 1,
    .size = sizeof(struct cancel_noted),
};

static const struct fy_field fields_of_order_cancelled[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_cancelled, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_order_cancelled = {
    .name = "OrderCancelled",
    .fields = fields_of_order_cancelled,
    .field_count = 1,
    .size = sizeof(struct order_cancelled),
};

static const struct fy_field fields_of_order_closed[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_closed, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "note",
        .name_bytes = 4,
        .offset = offsetof(struct order_closed, note),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_order_closed = {
    .name = "OrderClosed",
    .fields = fields_of_order_closed,
    .field_count = 2,
    .size = sizeof(struct order_closed),
};

static const struct fy_field fields_of_requests_resent[] = {
    {
        .name = "attempt",
        .name_bytes = 7,
        .offset = offsetof(struct requests_resent, attempt),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
};

static const struct fy_type type_requests_resent = {
    .name = "RequestsResent",
    .fields = fields_of_requests_resent,
    .field_count = 1,
    .size = sizeof(struct requests_resent),
};

static const struct fy_field fields_of_operator_needed[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct operator_needed, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_operator_needed = {
    .name = "OperatorNeeded",
    .fields = fields_of_operator_needed,
    .field_count = 1,
    .size = sizeof(struct operator_needed),
};

static const struct fy_field fields_of_operator_resolved[] = {
    {
        .name = "action",
        .name_bytes = 6,
        .offset = offsetof(struct operator_resolved, action),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "note",
        .name_bytes = 4,
        .offset = offsetof(struct operator_resolved, note),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "by",
        .name_bytes = 2,
        .offset = offsetof(struct operator_resolved, by),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_operator_resolved = {
    .name = "OperatorResolved",
    .fields = fields_of_operator_resolved,
    .field_count = 3,
    .size = sizeof(struct operator_resolved),
};

static const struct fy_field fields_of_order_request_refused[] = {
    {
        .name = "request",
        .name_bytes = 7,
        .offset = offsetof(struct order_request_refused, request),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_request_refused, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_order_request_refused = {
    .name = "OrderRequestRefused",
    .fields = fields_of_order_request_refused,
    .field_count = 2,
    .size = sizeof(struct order_request_refused),
};

static const char *const ledger_account_symbols[] = {
    "PROVIDER",
    "FEES",
    "SUPPLIER",
    "COMMISSION",
    "CUSTOMER",
};

static const struct fy_field fields_of_ledger_entry[] = {
    {
        .name = "account",
        .name_bytes = 7,
        .offset = offsetof(struct ledger_entry, account),
        .kind = FY_FIELD_ENUM,
        .symbols = ledger_account_symbols,
        .symbol_count = 5,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct ledger_entry, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "amount_minor",
        .name_bytes = 12,
        .offset = offsetof(struct ledger_entry, amount_minor),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "currency",
        .name_bytes = 8,
        .offset = offsetof(struct ledger_entry, currency),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_ledger_entry = {
    .name = "LedgerEntry",
    .fields = fields_of_ledger_entry,
    .field_count = 4,
    .size = sizeof(struct ledger_entry),
};

static const struct fy_field fields_of_ledger_posted[] = {
    {
        .name = "about",
        .name_bytes = 5,
        .offset = offsetof(struct ledger_posted, about),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "entries",
        .name_bytes = 7,
        .offset = offsetof(struct ledger_posted, entries),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_ledger_entry,
    },
};

static const struct fy_type type_ledger_posted = {
    .name = "LedgerPosted",
    .fields = fields_of_ledger_posted,
    .field_count = 2,
    .size = sizeof(struct ledger_posted),
};

static const struct fy_field fields_of_order_forgotten[] = {
    {
        .name = "reason",
        .name_bytes = 6,
        .offset = offsetof(struct order_forgotten, reason),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_order_forgotten = {
    .name = "OrderForgotten",
    .fields = fields_of_order_forgotten,
    .field_count = 1,
    .size = sizeof(struct order_forgotten),
};

static const struct fy_field fields_of_order_event[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct order_event, envelope),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_envelope,
    },
    {
        .name = "order",
        .name_bytes = 5,
        .offset = offsetof(struct order_event, order),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "standing",
        .name_bytes = 8,
        .offset = offsetof(struct order_event, standing),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_order_standing,
    },
    {
        .name = "decided_ms",
        .name_bytes = 10,
        .offset = offsetof(struct order_event, decided_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "request_partition",
        .name_bytes = 17,
        .offset = offsetof(struct order_event, request_partition),
        .has_offset = offsetof(struct order_event, has_request_partition),
        .kind = FY_FIELD_INT,
        .nullable = true,
        .min = -2147483648,
        .max = 2147483647,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "request_offset",
        .name_bytes = 14,
        .offset = offsetof(struct order_event, request_offset),
        .has_offset = offsetof(struct order_event, has_request_offset),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "body_mac",
        .name_bytes = 8,
        .offset = offsetof(struct order_event, body_mac),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "order_placed",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, order_placed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_placed,
    },
    {
        .name = "line_held",
        .name_bytes = 9,
        .offset = offsetof(struct order_event, line_held),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_line_held,
    },
    {
        .name = "line_refused",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, line_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_line_refused,
    },
    {
        .name = "line_lost",
        .name_bytes = 9,
        .offset = offsetof(struct order_event, line_lost),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_line_lost,
    },
    {
        .name = "hold_asked",
        .name_bytes = 10,
        .offset = offsetof(struct order_event, hold_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_asked,
    },
    {
        .name = "payment_asked",
        .name_bytes = 13,
        .offset = offsetof(struct order_event, payment_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_asked,
    },
    {
        .name = "payment_seen",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, payment_seen),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_payment_seen,
    },
    {
        .name = "pay_time_extended",
        .name_bytes = 17,
        .offset = offsetof(struct order_event, pay_time_extended),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_pay_time_extended,
    },
    {
        .name = "commit_asked",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, commit_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_commit_asked,
    },
    {
        .name = "line_committed",
        .name_bytes = 14,
        .offset = offsetof(struct order_event, line_committed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_line_committed,
    },
    {
        .name = "capture_asked",
        .name_bytes = 13,
        .offset = offsetof(struct order_event, capture_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_capture_asked,
    },
    {
        .name = "order_confirmed",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, order_confirmed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_confirmed,
    },
    {
        .name = "sub_order_accepted",
        .name_bytes = 18,
        .offset = offsetof(struct order_event, sub_order_accepted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_sub_order_accepted,
    },
    {
        .name = "sub_order_rejected",
        .name_bytes = 18,
        .offset = offsetof(struct order_event, sub_order_rejected),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_sub_order_rejected,
    },
    {
        .name = "items_shipped",
        .name_bytes = 13,
        .offset = offsetof(struct order_event, items_shipped),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_items_shipped,
    },
    {
        .name = "sub_order_delivered",
        .name_bytes = 19,
        .offset = offsetof(struct order_event, sub_order_delivered),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_sub_order_delivered,
    },
    {
        .name = "units_cancelled",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, units_cancelled),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_units_cancelled,
    },
    {
        .name = "items_returned",
        .name_bytes = 14,
        .offset = offsetof(struct order_event, items_returned),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_items_returned,
    },
    {
        .name = "refund_asked",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, refund_asked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_refund_asked,
    },
    {
        .name = "hold_settled",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, hold_settled),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_hold_settled,
    },
    {
        .name = "order_refused",
        .name_bytes = 13,
        .offset = offsetof(struct order_event, order_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_refused,
    },
    {
        .name = "cancel_noted",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, cancel_noted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_cancel_noted,
    },
    {
        .name = "order_cancelled",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, order_cancelled),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_cancelled,
    },
    {
        .name = "order_closed",
        .name_bytes = 12,
        .offset = offsetof(struct order_event, order_closed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_closed,
    },
    {
        .name = "requests_resent",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, requests_resent),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_requests_resent,
    },
    {
        .name = "operator_needed",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, operator_needed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_operator_needed,
    },
    {
        .name = "operator_resolved",
        .name_bytes = 17,
        .offset = offsetof(struct order_event, operator_resolved),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_operator_resolved,
    },
    {
        .name = "request_refused",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, request_refused),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_request_refused,
    },
    {
        .name = "ledger_posted",
        .name_bytes = 13,
        .offset = offsetof(struct order_event, ledger_posted),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_ledger_posted,
    },
    {
        .name = "order_forgotten",
        .name_bytes = 15,
        .offset = offsetof(struct order_event, order_forgotten),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_order_forgotten,
    },
};

const struct fy_type fy_type_order_event = {
    .name = "OrderEvent",
    .fields = fields_of_order_event,
    .field_count = 37,
    .one_of = true,
    .size = sizeof(struct order_event),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return order_event_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return order_event_decode(bytes, arena, ret_value, err);
}

static const char text_49[] =
    "{\"type\":\"record\",\"name\":\"OrderEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat has happened to an order, and why; what was refused too. Exactly one of the nullable reco"
    "rds is set. An order's events, in their order, are all there is to know of it.\",\"fields\":["
    "{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
    "\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
    "\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\""
    "Names this event for ever. A retry across a crash may write the same id twice; it is one even"
    "t.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\""
    "}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outside worl"
    "d began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier every"
    "thing began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\","
    "\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name"
    "\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in st"
    "ock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\""
    "],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set t"
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request, reply or repo"
    "rt, null where time alone was the cause. Writer and seq are set.\"},{\"name\":\"order\",\"typ"
    "e\":\"string\",\"doc\":\"Which order; also the key.\"},{\"name\":\"standing\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands."
    "\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symb"
    "ols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CON"
    "FIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDIN"
    "G: stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED:"
    " the customer must confirm at the provider. COMMITTING: it is paid for, and what is held is b"
    "eing sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers are at "
    "work. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANCELLED: n"
    "othing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or clos"
    "ed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"nu"
    "ll\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shippe"
    "d, stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]}"
    ",\"doc\":\"How the order stands, with this event.\"},{\"name\":\"decided_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was decided, by the brok"
    "er's clock, UTC; of a deadline, when that was.\"},{\"name\":\"request_partition\",\"default\""
    ":null,\"type\":[\"null\",\"int\"],\"doc\":\"Where the request is in order-requests; null wher"
    "e it was none.\"},{\"name\":\"request_offset\",\"default\":null,\"type\":[\"null\",\"long\"],"
    "\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"order_placed"
    "\",\"default\":null,\"doc\":\"An order was placed: stock is asked to hold each line.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"OrderPlaced\",\"doc\":\"An order was placed: sto"
    "ck is asked to hold each line.\",\"fields\":[{\"name\":\"person\",\"type\":\"string\",\"doc\""
    ":\"Who ordered.\"},{\"name\":\"visitor\",\"default\":null,\"type\":[\"null\",\"string\"],\"do"
    "c\":\"The visitor a guest is; null: they were signed in.\"},{\"name\":\"lines\",\"type\":{\"t"
    "ype\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\""
    "doc\":\"Whole items of one SKU of an order.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string"
    "\",\"min_bytes\":1,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Which SKU; an order has at mo"
    "st one line of it.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"W"
    "hole items.\"}]}},\"doc\":\"What, in the order of its lines.\"},{\"name\":\"expected_total\","
    "\"type\":{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of "
    "money.\",\"fields\":[{\"name\":\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"d"
    "oc\":\"Minor units, cents of a euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_byte"
    "s\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"What "
    "they were shown as the sum.\"},{\"name\":\"delivery\",\"type\":{\"type\":\"record\",\"name\":"
    "\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's parcels go, sealed unde"
    "r the person's key. Deciders copy it and cannot read it.\",\"fields\":[{\"name\":\"address\","
    "\"default\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":"
    "\"Name, phone and postal address, a JSON object {full_name, phone, lines, postcode, city, cou"
    "ntry}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"doc\":\"Where it goes.\""
    "},{\"name\":\"payment_method\",\"type\":\"string\",\"doc\":\"The provider's token for how the"
    "y pay.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Ke"
    "yed hash of the request's body.\"},{\"name\":\"terms\",\"type\":{\"type\":\"record\",\"name\""
    ":\"OrderTerms\",\"namespace\":\"fy\",\"doc\":\"What an order lives by: the shop's settings wh"
    "en it was placed.\",\"fields\":[{\"name\":\"commission_bp\",\"type\":\"int\",\"doc\":\"Our pa"
    "rt of what is sold, in 1/10,000, 0 .. 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"long\","
    "\"doc\":\"How long stock is held for somebody who pays, ms.\"},{\"name\":\"extend_for_ms\",\""
    "type\":\"long\",\"doc\":\"By how much that is extended, once, when they must confirm at the p"
    "rovider, ms.\"},{\"name\":\"accept_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplie"
    "r accepts, or counts as having rejected, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"long\","
    "\"doc\":\"Within what a supplier who accepted ships; then an operator looks at it, ms.\"},{\""
    "name\":\"deliver_for_ms\",\"type\":\"long\",\"doc\":\"What was shipped counts as delivered th"
    "en, ms.\"},{\"name\":\"return_for_ms\",\"type\":\"long\",\"doc\":\"How long what was delivere"
    "d may come back, ms.\"},{\"name\":\"resend_for_ms\",\"type\":\"long\",\"doc\":\"When what sto"
    "ck or payments did not answer is asked again, ms; doubled each time,\"},{\"name\":\"resend_mo"
    "st_for_ms\",\"type\":\"long\",\"doc\":\"up to so much, ms.\"},{\"name\":\"resends_max\",\"typ"
    "e\":\"int\",\"doc\":\"How often; then an operator looks at it.\"},{\"name\":\"keep_for_ms\","
    "\"type\":\"long\",\"doc\":\"How long an order that has ended is remembered by the task, ms.\""
    "}]},\"doc\":\"What it lives by.\"}]}]},{\"name\":\"line_held\",\"default\":null,\"doc\":\"A l"
    "ine is held: its supplier and price are known.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"LineHeld\",\"doc\":\"A line is held: its supplier and price are known.\",\"fields\":[{"
    "\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type"
    "\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"supplier\",\"type"
    "\":\"string\",\"doc\":\"Who gives it.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\""
    "Price of one item.\"}]}]},{\"name\":\"line_refused\",\"default\":null,\"doc\":\"Stock would n"
    "ot hold a line.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineRefused\",\"doc\":\""
    "Stock would not hold a line.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Whic"
    "h line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/lin"
    "e/try\\\".\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, withdrawn, othe"
    "r_currency, sold_out, too_many_holds, or price_above: the only supplier left asks more than w"
    "as agreed.\"},{\"name\":\"left_units\",\"type\":\"long\",\"doc\":\"Whole items that one suppl"
    "ier could have given.\"}]}]},{\"name\":\"line_lost\",\"default\":null,\"doc\":\"What was held"
    " for a line is gone.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineLost\",\"doc\":"
    "\"What was held for a line is gone.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\""
    ":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"OR"
    "DER/line/try\\\".\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"lost, short, expired "
    "or unknown_hold ...: in stock's words.\"}]}]},{\"name\":\"hold_asked\",\"default\":null,\"doc"
    "\":\"Stock is asked once more to hold a line, of whom is left.\",\"type\":[\"null\",{\"type\""
    ":\"record\",\"name\":\"HoldAsked\",\"doc\":\"Stock is asked once more to hold a line, of whom"
    " is left.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},"
    "{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"na"
    "me\":\"attempt\",\"type\":\"int\",\"doc\":\"Number of the try, from 2.\"},{\"name\":\"why\","
    "\"type\":\"string\",\"doc\":\"lost: held again, once, before it is paid; rerouted: of another"
    " supplier, at a price not above.\"},{\"name\":\"excluded\",\"type\":{\"type\":\"array\",\"ite"
    "ms\":\"string\"},\"doc\":\"Suppliers who would not ship it.\"}]}]},{\"name\":\"payment_asked"
    "\",\"default\":null,\"doc\":\"All lines are held at the sum expected: payments is asked to au"
    "thorise it.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentAsked\",\"doc\":\"All"
    " lines are held at the sum expected: payments is asked to authorise it.\",\"fields\":[{\"name"
    "\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"amount\",\"type\":"
    "\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"payment_seen\",\"default\":null,\"doc\":"
    "\"How the payment stands was told.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Payme"
    "ntSeen\",\"doc\":\"How the payment stands was told.\",\"fields\":[{\"name\":\"payment\",\"typ"
    "e\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"standing\",\"type\":{\"type\":\"record"
    "\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as far a"
    "s we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"PaymentSt"
    "ate\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOI"
    "DED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, outcome "
    "unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: promised"
    ". CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. DECLI"
    "NED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How far it "
    "is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":"
    "\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":\"lo"
    "ng\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it stays "
    "when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":1000000000"
    "00,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":\"ref"
    "unded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given back,"
    " minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"mi"
    "n\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor units, >"
    "= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max_byte"
    "s\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expires_m"
    "s\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known, or n"
    "othing is promised.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"what\",\"type\":\"string\","
    "\"doc\":\"authorised, action_required, declined, captured, voided, refunded, not_done or seen"
    ".\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why, of w"
    "hat was declined or not done.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"null\""
    ",\"string\"],\"doc\":\"Where the customer confirms, for them alone; null: nowhere.\"},{\"name"
    "\":\"refund_id\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Which refund it is"
    " about; null: none.\"}]}]},{\"name\":\"pay_time_extended\",\"default\":null,\"doc\":\"There i"
    "s more time to pay, for the customer must confirm at the provider; once.\",\"type\":[\"null\""
    ",{\"type\":\"record\",\"name\":\"PayTimeExtended\",\"doc\":\"There is more time to pay, for t"
    "he customer must confirm at the provider; once.\",\"fields\":[{\"name\":\"pay_until_ms\",\"ty"
    "pe\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when stock is h"
    "eld for them, UTC.\"}]}]},{\"name\":\"commit_asked\",\"default\":null,\"doc\":\"It is paid fo"
    "r: stock is asked to sell what is held.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\""
    "CommitAsked\",\"doc\":\"It is paid for: stock is asked to sell what is held.\",\"fields\":[{"
    "\"name\":\"line_count\",\"type\":\"int\",\"doc\":\"How many lines.\"}]}]},{\"name\":\"line_co"
    "mmitted\",\"default\":null,\"doc\":\"A line is sold.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"LineCommitted\",\"doc\":\"A line is sold.\",\"fields\":[{\"name\":\"line\",\"ty"
    "pe\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":"
    "\"Which hold: \\\"ORDER/line/try\\\".\"}]}]},{\"name\":\"capture_asked\",\"default\":null,\"d"
    "oc\":\"All lines are sold: payments is asked to take the money.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"CaptureAsked\",\"doc\":\"All lines are sold: payments is asked to ta"
    "ke the money.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment"
    ".\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"order_"
    "confirmed\",\"default\":null,\"doc\":\"The money is taken: each supplier is asked to accept."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderConfirmed\",\"doc\":\"The money is"
    " taken: each supplier is asked to accept.\",\"fields\":[{\"name\":\"amount\",\"type\":\"fy.Mo"
    "ney\",\"doc\":\"What was taken.\"},{\"name\":\"accept_until_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when suppliers accept, UTC.\"}]}]},{\"n"
    "ame\":\"sub_order_accepted\",\"default\":null,\"doc\":\"A supplier will ship.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"SubOrderAccepted\",\"doc\":\"A supplier will ship.\",\""
    "fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"lines\",\""
    "type\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"Which lines.\"}]}]},{\"name\":\"sub_o"
    "rder_rejected\",\"default\":null,\"doc\":\"A supplier will not ship.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"SubOrderRejected\",\"doc\":\"A supplier will not ship.\",\"field"
    "s\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"lines\",\"type"
    "\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"Which lines.\"},{\"name\":\"reason\",\"ty"
    "pe\":\"string\",\"doc\":\"Their word; accept_late: they did not answer in time; short: what w"
    "as sold is not there.\"}]}]},{\"name\":\"items_shipped\",\"default\":null,\"doc\":\"A parcel "
    "has left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ItemsShipped\",\"doc\":\"A par"
    "cel has left.\",\"fields\":[{\"name\":\"shipment\",\"type\":{\"type\":\"record\",\"name\":\"O"
    "rderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":\"supplier\","
    "\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type\":\"l"
    "ong\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},{\"name\":\"c"
    "arrier\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries it, a word.\"}"
    ",{\"name\":\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The carrier"
    "'s number of it.\"},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem"
    "\"},\"doc\":\"What is in it.\"}]},\"doc\":\"Which.\"}]}]},{\"name\":\"sub_order_delivered\","
    "\"default\":null,\"doc\":\"All that a supplier has shipped has arrived.\",\"type\":[\"null\","
    "{\"type\":\"record\",\"name\":\"SubOrderDelivered\",\"doc\":\"All that a supplier has shipped"
    " has arrived.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Whose.\"},{"
    "\"name\":\"by\",\"type\":\"string\",\"doc\":\"supplier: they said so; time: nobody said other"
    "wise.\"},{\"name\":\"return_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestam"
    "p-millis\"},\"doc\":\"Until when it may come back, UTC.\"}]}]},{\"name\":\"units_cancelled\","
    "\"default\":null,\"doc\":\"Items will not be shipped; what was paid for them is given back.\""
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"UnitsCancelled\",\"doc\":\"Items will not"
    " be shipped; what was paid for them is given back.\",\"fields\":[{\"name\":\"items\",\"type\""
    ":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"Which.\"},{\"name\":\"why\",\"type"
    "\":\"string\",\"doc\":\"customer, rejected, sold_out, price_above or operator.\"},{\"name\":"
    "\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"In the words of whom it "
    "was.\"}]}]},{\"name\":\"items_returned\",\"default\":null,\"doc\":\"Items come back; what was"
    " paid for them is given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderItems"
    "Returned\",\"doc\":\"Items come back; what was paid for them is given back.\",\"fields\":[{\""
    "name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"Which.\"}"
    ",{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The customer'"
    "s word.\"}]}]},{\"name\":\"refund_asked\",\"default\":null,\"doc\":\"Payments is asked to giv"
    "e money back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RefundAsked\",\"doc\":\"Pa"
    "yments is asked to give money back.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\""
    ",\"doc\":\"Which refund.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}"
    "]}]},{\"name\":\"hold_settled\",\"default\":null,\"doc\":\"Stock has done what was asked of a"
    " hold, or cannot.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldSettled\",\"doc\":"
    "\"Stock has done what was asked of a hold, or cannot.\",\"fields\":[{\"name\":\"hold\",\"type"
    "\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"asked\",\"type\":"
    "\"string\",\"doc\":\"release, ship or return.\"},{\"name\":\"not_done\",\"default\":null,\"ty"
    "pe\":[\"null\",\"string\"],\"doc\":\"Why it cannot, in stock's words; null: it is done.\"},{"
    "\"name\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Whole items of it that have left, by s"
    "tock's count.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"doc\":\"Whole items of it t"
    "hat came back, by stock's count.\"}]}]},{\"name\":\"order_refused\",\"default\":null,\"doc\":"
    "\"The order is none: what was held is free.\",\"type\":[\"null\",{\"type\":\"record\",\"name"
    "\":\"OrderRefused\",\"doc\":\"The order is none: what was held is free.\",\"fields\":[{\"name"
    "\":\"reason\",\"type\":\"string\",\"doc\":\"sold_out, unknown_sku, withdrawn, other_currency,"
    " too_many_holds, total_differs, nothing_to_pay, too_much, payment_declined or sku_twice.\"},{"
    "\"name\":\"total\",\"default\":null,\"type\":[\"null\",\"fy.Money\"],\"doc\":\"What it would "
    "cost now; null: not known.\"}]}]},{\"name\":\"cancel_noted\",\"default\":null,\"doc\":\"The c"
    "ustomer cancelled while the money is being taken: once it is, all is cancelled.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"CancelNoted\",\"doc\":\"The customer cancelled while"
    " the money is being taken: once it is, all is cancelled.\",\"fields\":[{\"name\":\"reason\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The customer's word.\"}]}]},{\"name"
    "\":\"order_cancelled\",\"default\":null,\"doc\":\"Nothing of it will be shipped: what is held"
    " is free, what is promised void, what is taken given back.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"OrderCancelled\",\"doc\":\"Nothing of it will be shipped: what is held is "
    "free, what is promised void, what is taken given back.\",\"fields\":[{\"name\":\"reason\",\"t"
    "ype\":\"string\",\"doc\":\"customer, not_paid (in time), sold_out, payment_expired, payment_f"
    "ailed, rejected or operator.\"}]}]},{\"name\":\"order_closed\",\"default\":null,\"doc\":\"It "
    "has ended.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderClosed\",\"doc\":\"It ha"
    "s ended.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"done; operator: set"
    "tled elsewhere.\"},{\"name\":\"note\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\""
    ":\"The operator's code.\"}]}]},{\"name\":\"requests_resent\",\"default\":null,\"doc\":\"Nobod"
    "y answered: what is open was asked once more.\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"RequestsResent\",\"doc\":\"Nobody answered: what is open was asked once more.\",\"field"
    "s\":[{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"How often by now, from 1.\"}]}]},{\"nam"
    "e\":\"operator_needed\",\"default\":null,\"doc\":\"No rule settles it.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"OperatorNeeded\",\"doc\":\"No rule settles it.\",\"fields\":[{"
    "\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unanswered, refund_failed, not_shipped, sto"
    "ck_differs, amount_differs, too_many_refunds or unexpected.\"}]}]},{\"name\":\"operator_resol"
    "ved\",\"default\":null,\"doc\":\"It is settled.\",\"type\":[\"null\",{\"type\":\"record\",\"n"
    "ame\":\"OperatorResolved\",\"doc\":\"It is settled.\",\"fields\":[{\"name\":\"action\",\"type"
    "\":\"string\",\"doc\":\"retry, refund_rest, close; answered: by itself, for the answer came."
    "\"},{\"name\":\"note\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The operator"
    "'s code.\"}]}]},{\"name\":\"request_refused\",\"default\":null,\"doc\":\"A request was refuse"
    "d, and changes nothing.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderRequestRefu"
    "sed\",\"doc\":\"A request was refused, and changes nothing.\",\"fields\":[{\"name\":\"request"
    "\",\"type\":\"string\",\"doc\":\"Which, by its name in OrderRequest.\"},{\"name\":\"reason\","
    "\"type\":\"string\",\"doc\":\"unknown_order, key_reused, order_taken, ended, shipped, not_con"
    "firmed, unknown_supplier, not_waiting, not_accepted, unknown_sku, too_many_units, nothing_shi"
    "pped, nothing_left, window_over, too_many_parcels or not_needed.\"}]}]},{\"name\":\"ledger_po"
    "sted\",\"default\":null,\"doc\":\"Money moved, or is owed to somebody else: amounts of an eve"
    "nt sum to 0.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LedgerPosted\",\"doc\":\"Mo"
    "ney moved, or is owed to somebody else: amounts of an event sum to 0.\",\"fields\":[{\"name\""
    ":\"about\",\"type\":\"string\",\"doc\":\"captured, cancelled, returned, rerouted or refunded."
    "\"},{\"name\":\"entries\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name"
    "\":\"LedgerEntry\",\"doc\":\"A change of one account.\",\"fields\":[{\"name\":\"account\",\"t"
    "ype\":{\"type\":\"enum\",\"name\":\"LedgerAccount\",\"symbols\":[\"PROVIDER\",\"FEES\",\"SUPP"
    "LIER\",\"COMMISSION\",\"CUSTOMER\"],\"doc\":\"PROVIDER: what the payment provider has of ours"
    ". FEES: what it kept. SUPPLIER: what we owe a supplier, negative. COMMISSION: what we earned,"
    " negative. CUSTOMER: what we owe the customer, negative, until it is refunded or sent by some"
    "body else.\"},\"doc\":\"Which.\"},{\"name\":\"supplier\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"Whose; null of other accounts.\"},{\"name\":\"amount_minor\",\"type\":"
    "\"long\",\"doc\":\"By how much, minor units, signed.\"},{\"name\":\"currency\",\"type\":\"str"
    "ing\",\"doc\":\"ISO 4217.\"}]}},\"doc\":\"At most 20.\"}]}]},{\"name\":\"order_forgotten\",\""
    "default\":null,\"doc\":\"An order that ended long ago leaves the task's rows.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"OrderForgotten\",\"doc\":\"An order that ended long ago"
    " leaves the task's rows.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"kep"
    "t_long_enough.\"}]}]}]}";

const struct fy_schema order_event_schema_49 = {
    .id = 49,
    .version = 1,
    .fingerprint = UINT64_C(0xb74c402b257f4447),
    .subject = "orders-value",
    .text = text_49,
    .name = "order_event",
    .type = &fy_type_order_event,
    .size = sizeof(struct order_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_61[] =
    "{\"type\":\"record\",\"name\":\"OrderEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat has happened to an order, and why; what was refused too. Exactly one of the nullable reco"
    "rds is set. An order's events, in their order, are all there is to know of it.\",\"fields\":["
    "{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
    "\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
    "\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\""
    "Names this event for ever. A retry across a crash may write the same id twice; it is one even"
    "t.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\""
    "}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outside worl"
    "d began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier every"
    "thing began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\","
    "\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name"
    "\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in st"
    "ock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\""
    "],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set t"
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request, reply or repo"
    "rt, null where time alone was the cause. Writer and seq are set.\"},{\"name\":\"order\",\"typ"
    "e\":\"string\",\"doc\":\"Which order; also the key.\"},{\"name\":\"standing\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands."
    "\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symb"
    "ols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CON"
    "FIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDIN"
    "G: stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED:"
    " the customer must confirm at the provider. COMMITTING: it is paid for, and what is held is b"
    "eing sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers are at "
    "work. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANCELLED: n"
    "othing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or clos"
    "ed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"nu"
    "ll\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shippe"
    "d, stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]}"
    ",\"doc\":\"How the order stands, with this event.\"},{\"name\":\"decided_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was decided, by the brok"
    "er's clock, UTC; of a deadline, when that was.\"},{\"name\":\"request_partition\",\"default\""
    ":null,\"type\":[\"null\",\"int\"],\"doc\":\"Where the request is in order-requests; null wher"
    "e it was none.\"},{\"name\":\"request_offset\",\"default\":null,\"type\":[\"null\",\"long\"],"
    "\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"body_mac\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of the request's body; nul"
    "l where there was none.\"},{\"name\":\"order_placed\",\"default\":null,\"doc\":\"An order was"
    " placed: stock is asked to hold each line.\",\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"OrderPlaced\",\"doc\":\"An order was placed: stock is asked to hold each line.\",\"fields"
    "\":[{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they "
    "were signed in.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"rec"
    "ord\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of an orde"
    "r.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"cha"
    "rs\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"name\":\"units\""
    ",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What, in the "
    "order of its lines.\"},{\"name\":\"expected_total\",\"type\":{\"type\":\"record\",\"name\":\""
    "Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\","
    "\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{"
    "\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\""
    ",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"What they were shown as the sum.\"},{\"name\":"
    "\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy"
    "\",\"doc\":\"Where an order's parcels go, sealed under the person's key. Deciders copy it and"
    " cannot read it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"by"
    "tes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON "
    "object {full_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". N"
    "ull: none was given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"payment_method\",\"type\":"
    "\"string\",\"doc\":\"The provider's token for how they pay.\"},{\"name\":\"body_mac\",\"defau"
    "lt\":null,\"type\":[\"null\",\"string\"],\"doc\":\"As at the head of the event.\"},{\"name\":"
    "\"terms\",\"type\":{\"type\":\"record\",\"name\":\"OrderTerms\",\"namespace\":\"fy\",\"doc\":"
    "\"What an order lives by: the shop's settings when it was placed.\",\"fields\":[{\"name\":\"c"
    "ommission_bp\",\"type\":\"int\",\"doc\":\"Our part of what is sold, in 1/10,000, 0 .. 10,000."
    "\"},{\"name\":\"pay_for_ms\",\"type\":\"long\",\"doc\":\"How long stock is held for somebody "
    "who pays, ms.\"},{\"name\":\"extend_for_ms\",\"type\":\"long\",\"doc\":\"By how much that is "
    "extended, once, when they must confirm at the provider, ms.\"},{\"name\":\"accept_for_ms\",\""
    "type\":\"long\",\"doc\":\"Within what a supplier accepts, or counts as having rejected, ms.\""
    "},{\"name\":\"ship_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier who accepted s"
    "hips; then an operator looks at it, ms.\"},{\"name\":\"deliver_for_ms\",\"type\":\"long\",\"d"
    "oc\":\"What was shipped counts as delivered then, ms.\"},{\"name\":\"return_for_ms\",\"type\""
    ":\"long\",\"doc\":\"How long what was delivered may come back, ms.\"},{\"name\":\"resend_for_"
    "ms\",\"type\":\"long\",\"doc\":\"When what stock or payments did not answer is asked again, m"
    "s; doubled each time,\"},{\"name\":\"resend_most_for_ms\",\"type\":\"long\",\"doc\":\"up to s"
    "o much, ms.\"},{\"name\":\"resends_max\",\"type\":\"int\",\"doc\":\"How often; then an operat"
    "or looks at it.\"},{\"name\":\"keep_for_ms\",\"type\":\"long\",\"doc\":\"How long an order th"
    "at has ended is remembered by the task, ms.\"}]},\"doc\":\"What it lives by.\"}]}]},{\"name\""
    ":\"line_held\",\"default\":null,\"doc\":\"A line is held: its supplier and price are known.\""
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineHeld\",\"doc\":\"A line is held: its "
    "supplier and price are known.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Whi"
    "ch line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/li"
    "ne/try\\\".\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who gives it.\"},{\"name"
    "\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item.\"}]}]},{\"name\":\"line_refus"
    "ed\",\"default\":null,\"doc\":\"Stock would not hold a line.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"LineRefused\",\"doc\":\"Stock would not hold a line.\",\"fields\":[{\"n"
    "ame\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":"
    "\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"reason\",\"type\":\"s"
    "tring\",\"doc\":\"unknown_sku, withdrawn, other_currency, sold_out, too_many_holds, or price_"
    "above: the only supplier left asks more than was agreed.\"},{\"name\":\"left_units\",\"type\""
    ":\"long\",\"doc\":\"Whole items that one supplier could have given.\"}]}]},{\"name\":\"line_l"
    "ost\",\"default\":null,\"doc\":\"What was held for a line is gone.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"LineLost\",\"doc\":\"What was held for a line is gone.\",\"fields"
    "\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\","
    "\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"reason\",\"t"
    "ype\":\"string\",\"doc\":\"lost, short, expired or unknown_hold ...: in stock's words.\"}]}]}"
    ",{\"name\":\"hold_asked\",\"default\":null,\"doc\":\"Stock is asked once more to hold a line,"
    " of whom is left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldAsked\",\"doc\":\""
    "Stock is asked once more to hold a line, of whom is left.\",\"fields\":[{\"name\":\"line\",\""
    "type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc"
    "\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\""
    "Number of the try, from 2.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"lost: held agai"
    "n, once, before it is paid; rerouted: of another supplier, at a price not above.\"},{\"name\""
    ":\"excluded\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Suppliers who woul"
    "d not ship it.\"}]}]},{\"name\":\"payment_asked\",\"default\":null,\"doc\":\"All lines are he"
    "ld at the sum expected: payments is asked to authorise it.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"PaymentAsked\",\"doc\":\"All lines are held at the sum expected: payments "
    "is asked to authorise it.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"W"
    "hich payment.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"nam"
    "e\":\"payment_seen\",\"default\":null,\"doc\":\"How the payment stands was told.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"PaymentSeen\",\"doc\":\"How the payment stands was t"
    "old.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment.\"},{\"n"
    "ame\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"PaymentStanding\",\"namespace\":"
    "\"fy\",\"doc\":\"How a payment stands, as far as we know.\",\"fields\":[{\"name\":\"state\","
    "\"type\":{\"type\":\"enum\",\"name\":\"PaymentState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACT"
    "ION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NON"
    "E: never asked for. PENDING: asked for, outcome unknown yet. ACTION_REQUIRED: the customer mu"
    "st confirm at the provider. AUTHORISED: promised. CAPTURED: taken; some or all may be refunde"
    "d. VOIDED: promised no more, for we asked. DECLINED: refused. EXPIRED: promised no more, for "
    "nobody took it in time.\"},\"doc\":\"How far it is.\"},{\"name\":\"currency\",\"type\":\"stri"
    "ng\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"Of all amounts, ISO 4217."
    "\"},{\"name\":\"authorised_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":"
    "\"What was promised, minor units, >= 0; it stays when captured.\"},{\"name\":\"captured_minor"
    "\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was taken, minor units, >="
    " 0, at most what was promised.\"},{\"name\":\"refunded_minor\",\"type\":\"long\",\"min\":0,\""
    "max\":100000000000,\"doc\":\"What was given back, minor units, >= 0, at most what was taken."
    "\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What t"
    "he provider kept of what was taken, minor units, >= 0.\"},{\"name\":\"provider_ref\",\"defaul"
    "t\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\"The provider's name for i"
    "t; null: it has none yet.\"},{\"name\":\"expires_ms\",\"default\":null,\"type\":[\"null\",{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc\":\"Until when what is"
    " promised can be taken, UTC; null: not known, or nothing is promised.\"}]},\"doc\":\"How it s"
    "tands.\"},{\"name\":\"version\",\"type\":\"long\",\"default\":0,\"doc\":\"Of the report.\"},{"
    "\"name\":\"what\",\"type\":\"string\",\"doc\":\"authorised, action_required, declined, captur"
    "ed, voided, refunded, not_done or seen.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\""
    "null\",\"string\"],\"doc\":\"Why, of what was declined or not done.\"},{\"name\":\"action_url"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Where the customer confirms, for"
    " them alone; null: nowhere.\"},{\"name\":\"refund_id\",\"default\":null,\"type\":[\"null\",\""
    "string\"],\"doc\":\"Which refund it is about; null: none.\"}]}]},{\"name\":\"pay_time_extende"
    "d\",\"default\":null,\"doc\":\"There is more time to pay, for the customer must confirm at th"
    "e provider; once.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PayTimeExtended\",\"do"
    "c\":\"There is more time to pay, for the customer must confirm at the provider; once.\",\"fie"
    "lds\":[{\"name\":\"pay_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"},\"doc\":\"Until when stock is held for them, UTC.\"}]}]},{\"name\":\"commit_asked\",\""
    "default\":null,\"doc\":\"It is paid for: stock is asked to sell what is held.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"CommitAsked\",\"doc\":\"It is paid for: stock is asked "
    "to sell what is held.\",\"fields\":[{\"name\":\"line_count\",\"type\":\"int\",\"doc\":\"How m"
    "any lines.\"}]}]},{\"name\":\"line_committed\",\"default\":null,\"doc\":\"A line is sold.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineCommitted\",\"doc\":\"A line is sold."
    "\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\""
    ":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"}]}]},{\"name\":"
    "\"capture_asked\",\"default\":null,\"doc\":\"All lines are sold: payments is asked to take th"
    "e money.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CaptureAsked\",\"doc\":\"All li"
    "nes are sold: payments is asked to take the money.\",\"fields\":[{\"name\":\"payment\",\"type"
    "\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":"
    "\"How much.\"}]}]},{\"name\":\"order_confirmed\",\"default\":null,\"doc\":\"The money is take"
    "n: each supplier is asked to accept.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Ord"
    "erConfirmed\",\"doc\":\"The money is taken: each supplier is asked to accept.\",\"fields\":[{"
    "\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"What was taken.\"},{\"name\":\"accept_unt"
    "il_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until whe"
    "n suppliers accept, UTC.\"}]}]},{\"name\":\"sub_order_accepted\",\"default\":null,\"doc\":\"A"
    " supplier will ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderAccepted\","
    "\"doc\":\"A supplier will ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"do"
    "c\":\"Who.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"W"
    "hich lines.\"}]}]},{\"name\":\"sub_order_rejected\",\"default\":null,\"doc\":\"A supplier wil"
    "l not ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderRejected\",\"doc\":"
    "\"A supplier will not ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":"
    "\"Who.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"Which"
    " lines.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Their word; accept_late: they d"
    "id not answer in time; short: what was sold is not there.\"}]}]},{\"name\":\"items_shipped\","
    "\"default\":null,\"doc\":\"A parcel has left.\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"ItemsShipped\",\"doc\":\"A parcel has left.\",\"fields\":[{\"name\":\"shipment\",\"type"
    "\":{\"type\":\"record\",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\""
    ",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":"
    "\"shipped_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Wh"
    "en it was told, UTC.\"},{\"name\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"]"
    ",\"doc\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"nul"
    "l\",\"string\"],\"doc\":\"The carrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type"
    "\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"What is in it.\"}]},\"doc\":\"Which.\"}]}]"
    "},{\"name\":\"sub_order_delivered\",\"default\":null,\"doc\":\"All that a supplier has shippe"
    "d has arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderDelivered\",\"doc"
    "\":\"All that a supplier has shipped has arrived.\",\"fields\":[{\"name\":\"supplier\",\"type"
    "\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"by\",\"type\":\"string\",\"doc\":\"supplier: th"
    "ey said so; time: nobody said otherwise.\"},{\"name\":\"return_until_ms\",\"type\":{\"type\":"
    "\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when it may come back, UTC.\"}"
    "]}]},{\"name\":\"units_cancelled\",\"default\":null,\"doc\":\"Items will not be shipped; what"
    " was paid for them is given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"UnitsC"
    "ancelled\",\"doc\":\"Items will not be shipped; what was paid for them is given back.\",\"fie"
    "lds\":[{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":"
    "\"Which.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"customer, rejected, sold_out, pri"
    "ce_above or operator.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"]"
    ",\"doc\":\"In the words of whom it was.\"}]}]},{\"name\":\"items_returned\",\"default\":null,"
    "\"doc\":\"Items come back; what was paid for them is given back.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OrderItemsReturned\",\"doc\":\"Items come back; what was paid for th"
    "em is given back.\",\"fields\":[{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\""
    "fy.OrderItem\"},\"doc\":\"Which.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"The customer's word.\"}]}]},{\"name\":\"refund_asked\",\"default\":null"
    ",\"doc\":\"Payments is asked to give money back.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"RefundAsked\",\"doc\":\"Payments is asked to give money back.\",\"fields\":[{\"name"
    "\":\"refund_id\",\"type\":\"string\",\"doc\":\"Which refund.\"},{\"name\":\"amount\",\"type\""
    ":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"hold_settled\",\"default\":null,\"doc\":"
    "\"Stock has done what was asked of a hold, or cannot.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"HoldSettled\",\"doc\":\"Stock has done what was asked of a hold, or cannot.\","
    "\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\"
    "\".\"},{\"name\":\"asked\",\"type\":\"string\",\"doc\":\"release, ship or return.\"},{\"name"
    "\":\"not_done\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it cannot, in s"
    "tock's words; null: it is done.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Wh"
    "ole items of it that have left, by stock's count.\"},{\"name\":\"returned_units\",\"type\":\""
    "long\",\"doc\":\"Whole items of it that came back, by stock's count.\"}]}]},{\"name\":\"order"
    "_refused\",\"default\":null,\"doc\":\"The order is none: what was held is free.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"OrderRefused\",\"doc\":\"The order is none: what was"
    " held is free.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"sold_out, unk"
    "nown_sku, withdrawn, other_currency, too_many_holds, total_differs, nothing_to_pay, too_much,"
    " payment_declined or sku_twice.\"},{\"name\":\"total\",\"default\":null,\"type\":[\"null\",\""
    "fy.Money\"],\"doc\":\"What it would cost now; null: not known.\"}]}]},{\"name\":\"cancel_note"
    "d\",\"default\":null,\"doc\":\"The customer cancelled while the money is being taken: once it"
    " is, all is cancelled.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CancelNoted\",\"d"
    "oc\":\"The customer cancelled while the money is being taken: once it is, all is cancelled.\""
    ",\"fields\":[{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"T"
    "he customer's word.\"}]}]},{\"name\":\"order_cancelled\",\"default\":null,\"doc\":\"Nothing o"
    "f it will be shipped: what is held is free, what is promised void, what is taken given back."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderCancelled\",\"doc\":\"Nothing of i"
    "t will be shipped: what is held is free, what is promised void, what is taken given back.\","
    "\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"customer, not_paid (in time), "
    "sold_out, payment_expired, payment_failed, rejected or operator.\"}]}]},{\"name\":\"order_clo"
    "sed\",\"default\":null,\"doc\":\"It has ended.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"OrderClosed\",\"doc\":\"It has ended.\",\"fields\":[{\"name\":\"reason\",\"type\":\"st"
    "ring\",\"doc\":\"done; operator: settled elsewhere.\"},{\"name\":\"note\",\"default\":null,\""
    "type\":[\"null\",\"string\"],\"doc\":\"The operator's code.\"}]}]},{\"name\":\"requests_resen"
    "t\",\"default\":null,\"doc\":\"Nobody answered: what is open was asked once more.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"RequestsResent\",\"doc\":\"Nobody answered: what is"
    " open was asked once more.\",\"fields\":[{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"How"
    " often by now, from 1.\"}]}]},{\"name\":\"operator_needed\",\"default\":null,\"doc\":\"No rul"
    "e settles it.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OperatorNeeded\",\"doc\":"
    "\"No rule settles it.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unansw"
    "ered, refund_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or unexpect"
    "ed.\"}]}]},{\"name\":\"operator_resolved\",\"default\":null,\"doc\":\"It is settled.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"OperatorResolved\",\"doc\":\"It is settled.\",\""
    "fields\":[{\"name\":\"action\",\"type\":\"string\",\"doc\":\"retry, refund_rest, close; answe"
    "red: by itself, for the answer came.\"},{\"name\":\"note\",\"default\":null,\"type\":[\"null"
    "\",\"string\"],\"doc\":\"The operator's code.\"}]}]},{\"name\":\"request_refused\",\"default"
    "\":null,\"doc\":\"A request was refused, and changes nothing.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"OrderRequestRefused\",\"doc\":\"A request was refused, and changes noth"
    "ing.\",\"fields\":[{\"name\":\"request\",\"type\":\"string\",\"doc\":\"Which, by its name in "
    "OrderRequest.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_order, key_reused"
    ", order_taken, ended, shipped, not_confirmed, unknown_supplier, not_waiting, not_accepted, un"
    "known_sku, too_many_units, nothing_shipped, nothing_left, window_over, too_many_parcels or no"
    "t_needed.\"}]}]},{\"name\":\"ledger_posted\",\"default\":null,\"doc\":\"Money moved, or is ow"
    "ed to somebody else: amounts of an event sum to 0.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"LedgerPosted\",\"doc\":\"Money moved, or is owed to somebody else: amounts of an e"
    "vent sum to 0.\",\"fields\":[{\"name\":\"about\",\"type\":\"string\",\"doc\":\"captured, canc"
    "elled, returned, rerouted or refunded.\"},{\"name\":\"entries\",\"type\":{\"type\":\"array\","
    "\"items\":{\"type\":\"record\",\"name\":\"LedgerEntry\",\"doc\":\"A change of one account.\","
    "\"fields\":[{\"name\":\"account\",\"type\":{\"type\":\"enum\",\"name\":\"LedgerAccount\",\"sy"
    "mbols\":[\"PROVIDER\",\"FEES\",\"SUPPLIER\",\"COMMISSION\",\"CUSTOMER\"],\"doc\":\"PROVIDER: "
    "what the payment provider has of ours. FEES: what it kept. SUPPLIER: what we owe a supplier, "
    "negative. COMMISSION: what we earned, negative. CUSTOMER: what we owe the customer, negative,"
    " until it is refunded or sent by somebody else.\"},\"doc\":\"Which.\"},{\"name\":\"supplier\""
    ",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Whose; null of other accounts.\"},"
    "{\"name\":\"amount_minor\",\"type\":\"long\",\"doc\":\"By how much, minor units, signed.\"},{"
    "\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"}]}},\"doc\":\"At most 20.\"}]"
    "}]},{\"name\":\"order_forgotten\",\"default\":null,\"doc\":\"An order that ended long ago lea"
    "ves the task's rows.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderForgotten\",\""
    "doc\":\"An order that ended long ago leaves the task's rows.\",\"fields\":[{\"name\":\"reason"
    "\",\"type\":\"string\",\"doc\":\"kept_long_enough.\"}]}]}]}";

const struct fy_schema order_event_schema_61 = {
    .id = 61,
    .version = 2,
    .fingerprint = UINT64_C(0xd32797ad4356c1b0),
    .subject = "orders-value",
    .text = text_61,
    .name = "order_event",
    .type = &fy_type_order_event,
    .size = sizeof(struct order_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_76[] =
    "{\"type\":\"record\",\"name\":\"OrderEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat has happened to an order, and why; what was refused too. Exactly one of the nullable reco"
    "rds is set. An order's events, in their order, are all there is to know of it.\",\"fields\":["
    "{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
    "\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
    "\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\""
    "Names this event for ever. A retry across a crash may write the same id twice; it is one even"
    "t.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\""
    "}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outside worl"
    "d began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier every"
    "thing began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\","
    "\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name"
    "\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in st"
    "ock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\""
    "],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set t"
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request, reply or repo"
    "rt, null where time alone was the cause. Writer and seq are set.\"},{\"name\":\"order\",\"typ"
    "e\":\"string\",\"doc\":\"Which order; also the key.\"},{\"name\":\"standing\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands."
    "\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symb"
    "ols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CON"
    "FIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDIN"
    "G: stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED:"
    " the customer must confirm at the provider. COMMITTING: it is paid for, and what is held is b"
    "eing sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers are at "
    "work. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANCELLED: n"
    "othing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or clos"
    "ed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"nu"
    "ll\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shippe"
    "d, stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]}"
    ",\"doc\":\"How the order stands, with this event.\"},{\"name\":\"decided_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was decided, by the brok"
    "er's clock, UTC; of a deadline, when that was.\"},{\"name\":\"request_partition\",\"default\""
    ":null,\"type\":[\"null\",\"int\"],\"doc\":\"Where the request is in order-requests; null wher"
    "e it was none.\"},{\"name\":\"request_offset\",\"default\":null,\"type\":[\"null\",\"long\"],"
    "\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"body_mac\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of the request's body; nul"
    "l where there was none.\"},{\"name\":\"order_placed\",\"default\":null,\"doc\":\"An order was"
    " placed: stock is asked to hold each line.\",\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"OrderPlaced\",\"doc\":\"An order was placed: stock is asked to hold each line.\",\"fields"
    "\":[{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they "
    "were signed in.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"rec"
    "ord\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of an orde"
    "r.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"cha"
    "rs\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"name\":\"units\""
    ",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What, in the "
    "order of its lines.\"},{\"name\":\"expected_total\",\"type\":{\"type\":\"record\",\"name\":\""
    "Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\","
    "\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro.\"},{"
    "\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\""
    ",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":\"What they were shown as the sum.\"},{\"name\":"
    "\"delivery\",\"type\":{\"type\":\"record\",\"name\":\"DeliveryEncrypted\",\"namespace\":\"fy"
    "\",\"doc\":\"Where an order's parcels go, sealed under the person's key. Deciders copy it and"
    " cannot read it.\",\"fields\":[{\"name\":\"address\",\"default\":null,\"type\":[\"null\",\"by"
    "tes\"],\"max_bytes\":4096,\"personal\":true,\"doc\":\"Name, phone and postal address, a JSON "
    "object {full_name, phone, lines, postcode, city, country}; sealed as field \\\"address\\\". N"
    "ull: none was given.\"}]},\"doc\":\"Where it goes.\"},{\"name\":\"payment_method\",\"type\":"
    "\"string\",\"doc\":\"The provider's token for how they pay.\"},{\"name\":\"body_mac\",\"defau"
    "lt\":null,\"type\":[\"null\",\"string\"],\"doc\":\"As at the head of the event.\"},{\"name\":"
    "\"terms\",\"type\":{\"type\":\"record\",\"name\":\"OrderTerms\",\"namespace\":\"fy\",\"doc\":"
    "\"What an order lives by: the shop's settings when it was placed.\",\"fields\":[{\"name\":\"c"
    "ommission_bp\",\"type\":\"int\",\"doc\":\"Our part of what is sold, in 1/10,000, 0 .. 10,000."
    "\"},{\"name\":\"pay_for_ms\",\"type\":\"long\",\"doc\":\"How long stock is held for somebody "
    "who pays, ms.\"},{\"name\":\"extend_for_ms\",\"type\":\"long\",\"doc\":\"By how much that is "
    "extended, once, when they must confirm at the provider, ms.\"},{\"name\":\"accept_for_ms\",\""
    "type\":\"long\",\"doc\":\"Within what a supplier accepts, or counts as having rejected, ms.\""
    "},{\"name\":\"ship_for_ms\",\"type\":\"long\",\"doc\":\"Within what a supplier who accepted s"
    "hips; then an operator looks at it, ms.\"},{\"name\":\"deliver_for_ms\",\"type\":\"long\",\"d"
    "oc\":\"What was shipped counts as delivered then, ms.\"},{\"name\":\"return_for_ms\",\"type\""
    ":\"long\",\"doc\":\"How long what was delivered may come back, ms.\"},{\"name\":\"resend_for_"
    "ms\",\"type\":\"long\",\"doc\":\"When what stock or payments did not answer is asked again, m"
    "s; doubled each time,\"},{\"name\":\"resend_most_for_ms\",\"type\":\"long\",\"doc\":\"up to s"
    "o much, ms.\"},{\"name\":\"resends_max\",\"type\":\"int\",\"doc\":\"How often; then an operat"
    "or looks at it.\"},{\"name\":\"keep_for_ms\",\"type\":\"long\",\"doc\":\"How long an order th"
    "at has ended is remembered by the task, ms.\"}]},\"doc\":\"What it lives by.\"}]}]},{\"name\""
    ":\"line_held\",\"default\":null,\"doc\":\"A line is held: its supplier and price are known.\""
    ",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineHeld\",\"doc\":\"A line is held: its "
    "supplier and price are known.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Whi"
    "ch line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/li"
    "ne/try\\\".\"},{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who gives it.\"},{\"name"
    "\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item.\"}]}]},{\"name\":\"line_refus"
    "ed\",\"default\":null,\"doc\":\"Stock would not hold a line.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"LineRefused\",\"doc\":\"Stock would not hold a line.\",\"fields\":[{\"n"
    "ame\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":"
    "\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"reason\",\"type\":\"s"
    "tring\",\"doc\":\"unknown_sku, withdrawn, other_currency, sold_out, too_many_holds, or price_"
    "above: the only supplier left asks more than was agreed.\"},{\"name\":\"left_units\",\"type\""
    ":\"long\",\"doc\":\"Whole items that one supplier could have given.\"}]}]},{\"name\":\"line_l"
    "ost\",\"default\":null,\"doc\":\"What was held for a line is gone.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"LineLost\",\"doc\":\"What was held for a line is gone.\",\"fields"
    "\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\","
    "\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"reason\",\"t"
    "ype\":\"string\",\"doc\":\"lost, short, expired or unknown_hold ...: in stock's words.\"}]}]}"
    ",{\"name\":\"hold_asked\",\"default\":null,\"doc\":\"Stock is asked once more to hold a line,"
    " of whom is left.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldAsked\",\"doc\":\""
    "Stock is asked once more to hold a line, of whom is left.\",\"fields\":[{\"name\":\"line\",\""
    "type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc"
    "\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\""
    "Number of the try, from 2.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"lost: held agai"
    "n, once, before it is paid; rerouted: of another supplier, at a price not above.\"},{\"name\""
    ":\"excluded\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Suppliers who woul"
    "d not ship it.\"}]}]},{\"name\":\"payment_asked\",\"default\":null,\"doc\":\"All lines are he"
    "ld at the sum expected: payments is asked to authorise it.\",\"type\":[\"null\",{\"type\":\"r"
    "ecord\",\"name\":\"PaymentAsked\",\"doc\":\"All lines are held at the sum expected: payments "
    "is asked to authorise it.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"W"
    "hich payment.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"nam"
    "e\":\"payment_seen\",\"default\":null,\"doc\":\"How the payment stands was told.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"PaymentSeen\",\"doc\":\"How the payment stands was t"
    "old.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment.\"},{\"n"
    "ame\":\"standing\",\"type\":{\"type\":\"record\",\"name\":\"PaymentStanding\",\"namespace\":"
    "\"fy\",\"doc\":\"How a payment stands, as far as we know.\",\"fields\":[{\"name\":\"state\","
    "\"type\":{\"type\":\"enum\",\"name\":\"PaymentState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACT"
    "ION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\",\"VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NON"
    "E: never asked for. PENDING: asked for, outcome unknown yet. ACTION_REQUIRED: the customer mu"
    "st confirm at the provider. AUTHORISED: promised. CAPTURED: taken; some or all may be refunde"
    "d. VOIDED: promised no more, for we asked. DECLINED: refused. EXPIRED: promised no more, for "
    "nobody took it in time.\"},\"doc\":\"How far it is.\"},{\"name\":\"currency\",\"type\":\"stri"
    "ng\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"Of all amounts, ISO 4217."
    "\"},{\"name\":\"authorised_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":"
    "\"What was promised, minor units, >= 0; it stays when captured.\"},{\"name\":\"captured_minor"
    "\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was taken, minor units, >="
    " 0, at most what was promised.\"},{\"name\":\"refunded_minor\",\"type\":\"long\",\"min\":0,\""
    "max\":100000000000,\"doc\":\"What was given back, minor units, >= 0, at most what was taken."
    "\"},{\"name\":\"fee_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What t"
    "he provider kept of what was taken, minor units, >= 0.\"},{\"name\":\"provider_ref\",\"defaul"
    "t\":null,\"type\":[\"null\",\"string\"],\"max_bytes\":128,\"doc\":\"The provider's name for i"
    "t; null: it has none yet.\"},{\"name\":\"expires_ms\",\"default\":null,\"type\":[\"null\",{\""
    "type\":\"long\",\"logicalType\":\"timestamp-millis\"}],\"min\":0,\"doc\":\"Until when what is"
    " promised can be taken, UTC; null: not known, or nothing is promised.\"}]},\"doc\":\"How it s"
    "tands.\"},{\"name\":\"version\",\"type\":\"long\",\"default\":0,\"doc\":\"Of the report.\"},{"
    "\"name\":\"what\",\"type\":\"string\",\"doc\":\"authorised, action_required, declined, captur"
    "ed, voided, refunded, not_done or seen.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\""
    "null\",\"string\"],\"doc\":\"Why, of what was declined or not done.\"},{\"name\":\"action_url"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Where the customer confirms, for"
    " them alone; null: nowhere.\"},{\"name\":\"refund_id\",\"default\":null,\"type\":[\"null\",\""
    "string\"],\"doc\":\"Which refund it is about; null: none.\"}]}]},{\"name\":\"pay_time_extende"
    "d\",\"default\":null,\"doc\":\"There is more time to pay, for the customer must confirm at th"
    "e provider; once.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PayTimeExtended\",\"do"
    "c\":\"There is more time to pay, for the customer must confirm at the provider; once.\",\"fie"
    "lds\":[{\"name\":\"pay_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-mil"
    "lis\"},\"doc\":\"Until when stock is held for them, UTC.\"}]}]},{\"name\":\"commit_asked\",\""
    "default\":null,\"doc\":\"It is paid for: stock is asked to sell what is held.\",\"type\":[\"n"
    "ull\",{\"type\":\"record\",\"name\":\"CommitAsked\",\"doc\":\"It is paid for: stock is asked "
    "to sell what is held.\",\"fields\":[{\"name\":\"line_count\",\"type\":\"int\",\"doc\":\"How m"
    "any lines.\"}]}]},{\"name\":\"line_committed\",\"default\":null,\"doc\":\"A line is sold.\","
    "\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineCommitted\",\"doc\":\"A line is sold."
    "\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\""
    ":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"}]}]},{\"name\":"
    "\"capture_asked\",\"default\":null,\"doc\":\"All lines are sold: payments is asked to take th"
    "e money.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CaptureAsked\",\"doc\":\"All li"
    "nes are sold: payments is asked to take the money.\",\"fields\":[{\"name\":\"payment\",\"type"
    "\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":"
    "\"How much.\"}]}]},{\"name\":\"order_confirmed\",\"default\":null,\"doc\":\"The money is take"
    "n: each supplier is asked to accept.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Ord"
    "erConfirmed\",\"doc\":\"The money is taken: each supplier is asked to accept.\",\"fields\":[{"
    "\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"What was taken.\"},{\"name\":\"accept_unt"
    "il_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until whe"
    "n suppliers accept, UTC.\"}]}]},{\"name\":\"sub_order_accepted\",\"default\":null,\"doc\":\"A"
    " supplier will ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderAccepted\","
    "\"doc\":\"A supplier will ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"do"
    "c\":\"Who.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"W"
    "hich lines.\"}]}]},{\"name\":\"sub_order_rejected\",\"default\":null,\"doc\":\"A supplier wil"
    "l not ship.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderRejected\",\"doc\":"
    "\"A supplier will not ship.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":"
    "\"Who.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"int\"},\"doc\":\"Which"
    " lines.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"Their word; accept_late: they d"
    "id not answer in time; short: what was sold is not there.\"}]}]},{\"name\":\"items_shipped\","
    "\"default\":null,\"doc\":\"A parcel has left.\",\"type\":[\"null\",{\"type\":\"record\",\"nam"
    "e\":\"ItemsShipped\",\"doc\":\"A parcel has left.\",\"fields\":[{\"name\":\"shipment\",\"type"
    "\":{\"type\":\"record\",\"name\":\"OrderShipment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\""
    ",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":"
    "\"shipped_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Wh"
    "en it was told, UTC.\"},{\"name\":\"carrier\",\"default\":null,\"type\":[\"null\",\"string\"]"
    ",\"doc\":\"Who carries it, a word.\"},{\"name\":\"tracking\",\"default\":null,\"type\":[\"nul"
    "l\",\"string\"],\"doc\":\"The carrier's number of it.\"},{\"name\":\"items\",\"type\":{\"type"
    "\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"What is in it.\"}]},\"doc\":\"Which.\"}]}]"
    "},{\"name\":\"sub_order_delivered\",\"default\":null,\"doc\":\"All that a supplier has shippe"
    "d has arrived.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"SubOrderDelivered\",\"doc"
    "\":\"All that a supplier has shipped has arrived.\",\"fields\":[{\"name\":\"supplier\",\"type"
    "\":\"string\",\"doc\":\"Whose.\"},{\"name\":\"by\",\"type\":\"string\",\"doc\":\"supplier: th"
    "ey said so; time: nobody said otherwise.\"},{\"name\":\"return_until_ms\",\"type\":{\"type\":"
    "\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when it may come back, UTC.\"}"
    "]}]},{\"name\":\"units_cancelled\",\"default\":null,\"doc\":\"Items will not be shipped; what"
    " was paid for them is given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"UnitsC"
    "ancelled\",\"doc\":\"Items will not be shipped; what was paid for them is given back.\",\"fie"
    "lds\":[{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":"
    "\"Which.\"},{\"name\":\"why\",\"type\":\"string\",\"doc\":\"customer, rejected, sold_out, pri"
    "ce_above or operator.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"]"
    ",\"doc\":\"In the words of whom it was.\"}]}]},{\"name\":\"items_returned\",\"default\":null,"
    "\"doc\":\"Items come back; what was paid for them is given back.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OrderItemsReturned\",\"doc\":\"Items come back; what was paid for th"
    "em is given back.\",\"fields\":[{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\""
    "fy.OrderItem\"},\"doc\":\"Which.\"},{\"name\":\"reason\",\"default\":null,\"type\":[\"null\","
    "\"string\"],\"doc\":\"The customer's word.\"}]}]},{\"name\":\"refund_asked\",\"default\":null"
    ",\"doc\":\"Payments is asked to give money back.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"RefundAsked\",\"doc\":\"Payments is asked to give money back.\",\"fields\":[{\"name"
    "\":\"refund_id\",\"type\":\"string\",\"doc\":\"Which refund.\"},{\"name\":\"amount\",\"type\""
    ":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"hold_settled\",\"default\":null,\"doc\":"
    "\"Stock has done what was asked of a hold, or cannot.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"HoldSettled\",\"doc\":\"Stock has done what was asked of a hold, or cannot.\","
    "\"fields\":[{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\"
    "\".\"},{\"name\":\"asked\",\"type\":\"string\",\"doc\":\"release, ship or return.\"},{\"name"
    "\":\"not_done\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it cannot, in s"
    "tock's words; null: it is done.\"},{\"name\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Wh"
    "ole items of it that have left, by stock's count.\"},{\"name\":\"returned_units\",\"type\":\""
    "long\",\"doc\":\"Whole items of it that came back, by stock's count.\"}]}]},{\"name\":\"order"
    "_refused\",\"default\":null,\"doc\":\"The order is none: what was held is free.\",\"type\":["
    "\"null\",{\"type\":\"record\",\"name\":\"OrderRefused\",\"doc\":\"The order is none: what was"
    " held is free.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"sold_out, unk"
    "nown_sku, withdrawn, other_currency, too_many_holds, total_differs, nothing_to_pay, too_much,"
    " payment_declined or sku_twice.\"},{\"name\":\"total\",\"default\":null,\"type\":[\"null\",\""
    "fy.Money\"],\"doc\":\"What it would cost now; null: not known.\"}]}]},{\"name\":\"cancel_note"
    "d\",\"default\":null,\"doc\":\"The customer cancelled while the money is being taken: once it"
    " is, all is cancelled.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CancelNoted\",\"d"
    "oc\":\"The customer cancelled while the money is being taken: once it is, all is cancelled.\""
    ",\"fields\":[{\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"T"
    "he customer's word.\"}]}]},{\"name\":\"order_cancelled\",\"default\":null,\"doc\":\"Nothing o"
    "f it will be shipped: what is held is free, what is promised void, what is taken given back."
    "\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderCancelled\",\"doc\":\"Nothing of i"
    "t will be shipped: what is held is free, what is promised void, what is taken given back.\","
    "\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"customer, not_paid (in time), "
    "sold_out, payment_expired, payment_failed, rejected or operator.\"}]}]},{\"name\":\"order_clo"
    "sed\",\"default\":null,\"doc\":\"It has ended.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"OrderClosed\",\"doc\":\"It has ended.\",\"fields\":[{\"name\":\"reason\",\"type\":\"st"
    "ring\",\"doc\":\"done; operator: settled elsewhere.\"},{\"name\":\"note\",\"default\":null,\""
    "type\":[\"null\",\"string\"],\"doc\":\"The operator's code.\"}]}]},{\"name\":\"requests_resen"
    "t\",\"default\":null,\"doc\":\"Nobody answered: what is open was asked once more.\",\"type\":"
    "[\"null\",{\"type\":\"record\",\"name\":\"RequestsResent\",\"doc\":\"Nobody answered: what is"
    " open was asked once more.\",\"fields\":[{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"How"
    " often by now, from 1.\"}]}]},{\"name\":\"operator_needed\",\"default\":null,\"doc\":\"No rul"
    "e settles it.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OperatorNeeded\",\"doc\":"
    "\"No rule settles it.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unansw"
    "ered, refund_failed, not_shipped, stock_differs, amount_differs, too_many_refunds or unexpect"
    "ed.\"}]}]},{\"name\":\"operator_resolved\",\"default\":null,\"doc\":\"It is settled.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"OperatorResolved\",\"doc\":\"It is settled.\",\""
    "fields\":[{\"name\":\"action\",\"type\":\"string\",\"doc\":\"retry, refund_rest, close; answe"
    "red: by itself, for the answer came.\"},{\"name\":\"note\",\"default\":null,\"type\":[\"null"
    "\",\"string\"],\"doc\":\"The operator's code.\"},{\"name\":\"by\",\"default\":null,\"type\":["
    "\"null\",\"string\"],\"doc\":\"Who: the actor of the request; null: nobody, it was answered."
    "\"}]}]},{\"name\":\"request_refused\",\"default\":null,\"doc\":\"A request was refused, and c"
    "hanges nothing.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderRequestRefused\",\""
    "doc\":\"A request was refused, and changes nothing.\",\"fields\":[{\"name\":\"request\",\"typ"
    "e\":\"string\",\"doc\":\"Which, by its name in OrderRequest.\"},{\"name\":\"reason\",\"type\""
    ":\"string\",\"doc\":\"unknown_order, key_reused, order_taken, ended, shipped, not_confirmed, "
    "unknown_supplier, not_waiting, not_accepted, unknown_sku, too_many_units, nothing_shipped, no"
    "thing_left, window_over, too_many_parcels or not_needed.\"}]}]},{\"name\":\"ledger_posted\","
    "\"default\":null,\"doc\":\"Money moved, or is owed to somebody else: amounts of an event sum "
    "to 0.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LedgerPosted\",\"doc\":\"Money mov"
    "ed, or is owed to somebody else: amounts of an event sum to 0.\",\"fields\":[{\"name\":\"abou"
    "t\",\"type\":\"string\",\"doc\":\"captured, cancelled, returned, rerouted or refunded.\"},{\""
    "name\":\"entries\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Led"
    "gerEntry\",\"doc\":\"A change of one account.\",\"fields\":[{\"name\":\"account\",\"type\":{"
    "\"type\":\"enum\",\"name\":\"LedgerAccount\",\"symbols\":[\"PROVIDER\",\"FEES\",\"SUPPLIER\","
    "\"COMMISSION\",\"CUSTOMER\"],\"doc\":\"PROVIDER: what the payment provider has of ours. FEES:"
    " what it kept. SUPPLIER: what we owe a supplier, negative. COMMISSION: what we earned, negati"
    "ve. CUSTOMER: what we owe the customer, negative, until it is refunded or sent by somebody el"
    "se.\"},\"doc\":\"Which.\"},{\"name\":\"supplier\",\"default\":null,\"type\":[\"null\",\"strin"
    "g\"],\"doc\":\"Whose; null of other accounts.\"},{\"name\":\"amount_minor\",\"type\":\"long\""
    ",\"doc\":\"By how much, minor units, signed.\"},{\"name\":\"currency\",\"type\":\"string\",\""
    "doc\":\"ISO 4217.\"}]}},\"doc\":\"At most 20.\"}]}]},{\"name\":\"order_forgotten\",\"default"
    "\":null,\"doc\":\"An order that ended long ago leaves the task's rows.\",\"type\":[\"null\",{"
    "\"type\":\"record\",\"name\":\"OrderForgotten\",\"doc\":\"An order that ended long ago leaves"
    " the task's rows.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"kept_long_"
    "enough.\"}]}]}]}";

const struct fy_schema order_event_schema_76 = {
    .id = 76,
    .version = 3,
    .fingerprint = UINT64_C(0xbc86ac79d927a913),
    .subject = "orders-value",
    .text = text_76,
    .name = "order_event",
    .type = &fy_type_order_event,
    .size = sizeof(struct order_event),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_79[] =
    "{\"type\":\"record\",\"name\":\"OrderEvent\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"W"
    "hat has happened to an order, and why; what was refused too. Exactly one of the nullable reco"
    "rds is set. An order's events, in their order, are all there is to know of it.\",\"fields\":["
    "{\"name\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy"
    "\",\"doc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields"
    "\":[{\"name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\""
    "Names this event for ever. A retry across a crash may write the same id twice; it is one even"
    "t.\"},{\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\""
    "}],\"default\":null,\"doc\":\"The event_id this one follows from; null where the outside worl"
    "d began it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier every"
    "thing began with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\","
    "\"type\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name"
    "\":\"event_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"W"
    "hen our edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in st"
    "ock-3. Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\""
    "],\"default\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set t"
    "ogether with writer.\"}]},\"doc\":\"Who, when and why; cause_id is the request, reply or repo"
    "rt, null where time alone was the cause. Writer and seq are set.\"},{\"name\":\"order\",\"typ"
    "e\":\"string\",\"doc\":\"Which order; also the key.\"},{\"name\":\"standing\",\"type\":{\"typ"
    "e\":\"record\",\"name\":\"OrderStanding\",\"namespace\":\"fy\",\"doc\":\"How an order stands."
    "\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"OrderState\",\"symb"
    "ols\":[\"NONE\",\"HOLDING\",\"PAYING\",\"ACTION_REQUIRED\",\"COMMITTING\",\"CAPTURING\",\"CON"
    "FIRMED\",\"CLOSED\",\"REFUSED\",\"CANCELLED\"],\"doc\":\"NONE: there is no such order. HOLDIN"
    "G: stock is asked to hold each line. PAYING: payments is asked to authorise. ACTION_REQUIRED:"
    " the customer must confirm at the provider. COMMITTING: it is paid for, and what is held is b"
    "eing sold. CAPTURING: all is sold, and the money is being taken. CONFIRMED: suppliers are at "
    "work. CLOSED: all was delivered, returned or given back. REFUSED: never was one. CANCELLED: n"
    "othing of it was shipped, nor will be.\"},\"doc\":\"How far it is.\"},{\"name\":\"reason\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why it was refused, cancelled or clos"
    "ed, a word; null: it was not.\"},{\"name\":\"needs_operator\",\"default\":null,\"type\":[\"nu"
    "ll\",\"string\"],\"doc\":\"No rule settles it, and why: unanswered, refund_failed, not_shippe"
    "d, stock_differs, amount_differs, too_many_refunds or unexpected; null: it goes its way.\"}]}"
    ",\"doc\":\"How the order stands, with this event.\"},{\"name\":\"decided_ms\",\"type\":{\"typ"
    "e\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was decided, by the brok"
    "er's clock, UTC; of a deadline, when that was.\"},{\"name\":\"request_partition\",\"default\""
    ":null,\"type\":[\"null\",\"int\"],\"doc\":\"Where the request is in order-requests; null wher"
    "e it was none.\"},{\"name\":\"request_offset\",\"default\":null,\"type\":[\"null\",\"long\"],"
    "\"doc\":\"Its offset there. Set together with request_partition.\"},{\"name\":\"body_mac\",\""
    "default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Keyed hash of the request's body; nul"
    "l where there was none.\"},{\"name\":\"order_placed\",\"default\":null,\"doc\":\"An order was"
    " placed: stock is asked to hold each line.\",\"type\":[\"null\",{\"type\":\"record\",\"name\""
    ":\"OrderPlaced\",\"doc\":\"An order was placed: stock is asked to hold each line.\",\"fields"
    "\":[{\"name\":\"person\",\"type\":\"string\",\"doc\":\"Who ordered.\"},{\"name\":\"visitor\","
    "\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The visitor a guest is; null: they "
    "were signed in.\"},{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"rec"
    "ord\",\"name\":\"OrderItem\",\"namespace\":\"fy\",\"doc\":\"Whole items of one SKU of an orde"
    "r.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"min_bytes\":1,\"max_bytes\":64,\"cha"
    "rs\":\"sku\",\"doc\":\"Which SKU; an order has at most one line of it.\"},{\"name\":\"units\""
    ",\"type\":\"long\",\"min\":1,\"max\":999,\"doc\":\"Whole items.\"}]}},\"doc\":\"What, in the "
    "order of its lines.\"},{\"name\":\"expected_total\",\"type\":{\"type\":\"record\",\"name\":\""
    "Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":\"minor\","
    "\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents of a euro; 0 in"
    " what was written while a price could be 0.\"},{\"name\":\"currency\",\"type\":\"string\",\"m"
    "in_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]},\"doc\":"
    "\"What they were shown as the sum.\"},{\"name\":\"delivery\",\"type\":{\"type\":\"record\",\""
    "name\":\"DeliveryEncrypted\",\"namespace\":\"fy\",\"doc\":\"Where an order's parcels go, seal"
    "ed under the person's key. Deciders copy it and cannot read it.\",\"fields\":[{\"name\":\"add"
    "ress\",\"default\":null,\"type\":[\"null\",\"bytes\"],\"max_bytes\":4096,\"personal\":true,\""
    "doc\":\"Name, phone and postal address, a JSON object {full_name, phone, lines, postcode, cit"
    "y, country}; sealed as field \\\"address\\\". Null: none was given.\"}]},\"doc\":\"Where it g"
    "oes.\"},{\"name\":\"payment_method\",\"type\":\"string\",\"doc\":\"The provider's token for h"
    "ow they pay.\"},{\"name\":\"body_mac\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc"
    "\":\"As at the head of the event.\"},{\"name\":\"terms\",\"type\":{\"type\":\"record\",\"name"
    "\":\"OrderTerms\",\"namespace\":\"fy\",\"doc\":\"What an order lives by: the shop's settings "
    "when it was placed.\",\"fields\":[{\"name\":\"commission_bp\",\"type\":\"int\",\"doc\":\"Our "
    "part of what is sold, in 1/10,000, 0 .. 10,000.\"},{\"name\":\"pay_for_ms\",\"type\":\"long\""
    ",\"doc\":\"How long stock is held for somebody who pays, ms.\"},{\"name\":\"extend_for_ms\","
    "\"type\":\"long\",\"doc\":\"By how much that is extended, once, when they must confirm at the"
    " provider, ms.\"},{\"name\":\"accept_for_ms\",\"type\":\"long\",\"doc\":\"Within what a suppl"
    "ier accepts, or counts as having rejected, ms.\"},{\"name\":\"ship_for_ms\",\"type\":\"long\""
    ",\"doc\":\"Within what a supplier who accepted ships; then an operator looks at it, ms.\"},{"
    "\"name\":\"deliver_for_ms\",\"type\":\"long\",\"doc\":\"What was shipped counts as delivered "
    "then, ms.\"},{\"name\":\"return_for_ms\",\"type\":\"long\",\"doc\":\"How long what was delive"
    "red may come back, ms.\"},{\"name\":\"resend_for_ms\",\"type\":\"long\",\"doc\":\"When what s"
    "tock or payments did not answer is asked again, ms; doubled each time,\"},{\"name\":\"resend_"
    "most_for_ms\",\"type\":\"long\",\"doc\":\"up to so much, ms.\"},{\"name\":\"resends_max\",\"t"
    "ype\":\"int\",\"doc\":\"How often; then an operator looks at it.\"},{\"name\":\"keep_for_ms\""
    ",\"type\":\"long\",\"doc\":\"How long an order that has ended is remembered by the task, ms."
    "\"}]},\"doc\":\"What it lives by.\"}]}]},{\"name\":\"line_held\",\"default\":null,\"doc\":\"A"
    " line is held: its supplier and price are known.\",\"type\":[\"null\",{\"type\":\"record\",\""
    "name\":\"LineHeld\",\"doc\":\"A line is held: its supplier and price are known.\",\"fields\":"
    "[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"ty"
    "pe\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"supplier\",\"typ"
    "e\":\"string\",\"doc\":\"Who gives it.\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":"
    "\"Price of one item.\"}]}]},{\"name\":\"line_refused\",\"default\":null,\"doc\":\"Stock would"
    " not hold a line.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineRefused\",\"doc\":"
    "\"Stock would not hold a line.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Wh"
    "ich line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/l"
    "ine/try\\\".\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_sku, withdrawn, ot"
    "her_currency, sold_out, too_many_holds, or price_above: the only supplier left asks more than"
    " was agreed.\"},{\"name\":\"left_units\",\"type\":\"long\",\"doc\":\"Whole items that one sup"
    "plier could have given.\"}]}]},{\"name\":\"line_lost\",\"default\":null,\"doc\":\"What was he"
    "ld for a line is gone.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"LineLost\",\"doc"
    "\":\"What was held for a line is gone.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"do"
    "c\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\"
    "\"ORDER/line/try\\\".\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"lost, short, expi"
    "red or unknown_hold ...: in stock's words.\"}]}]},{\"name\":\"hold_asked\",\"default\":null,"
    "\"doc\":\"Stock is asked once more to hold a line, of whom is left.\",\"type\":[\"null\",{\"t"
    "ype\":\"record\",\"name\":\"HoldAsked\",\"doc\":\"Stock is asked once more to hold a line, of"
    " whom is left.\",\"fields\":[{\"name\":\"line\",\"type\":\"int\",\"doc\":\"Which line, from 0"
    ".\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},"
    "{\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"Number of the try, from 2.\"},{\"name\":\"wh"
    "y\",\"type\":\"string\",\"doc\":\"lost: held again, once, before it is paid; rerouted: of ano"
    "ther supplier, at a price not above.\"},{\"name\":\"excluded\",\"type\":{\"type\":\"array\","
    "\"items\":\"string\"},\"doc\":\"Suppliers who would not ship it.\"}]}]},{\"name\":\"payment_a"
    "sked\",\"default\":null,\"doc\":\"All lines are held at the sum expected: payments is asked t"
    "o authorise it.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"PaymentAsked\",\"doc\":"
    "\"All lines are held at the sum expected: payments is asked to authorise it.\",\"fields\":[{"
    "\"name\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"amount\",\"t"
    "ype\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"payment_seen\",\"default\":null,\"d"
    "oc\":\"How the payment stands was told.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\""
    "PaymentSeen\",\"doc\":\"How the payment stands was told.\",\"fields\":[{\"name\":\"payment\","
    "\"type\":\"string\",\"doc\":\"Which payment.\"},{\"name\":\"standing\",\"type\":{\"type\":\"r"
    "ecord\",\"name\":\"PaymentStanding\",\"namespace\":\"fy\",\"doc\":\"How a payment stands, as "
    "far as we know.\",\"fields\":[{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"Paym"
    "entState\",\"symbols\":[\"NONE\",\"PENDING\",\"ACTION_REQUIRED\",\"AUTHORISED\",\"CAPTURED\","
    "\"VOIDED\",\"DECLINED\",\"EXPIRED\"],\"doc\":\"NONE: never asked for. PENDING: asked for, out"
    "come unknown yet. ACTION_REQUIRED: the customer must confirm at the provider. AUTHORISED: pro"
    "mised. CAPTURED: taken; some or all may be refunded. VOIDED: promised no more, for we asked. "
    "DECLINED: refused. EXPIRED: promised no more, for nobody took it in time.\"},\"doc\":\"How fa"
    "r it is.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"char"
    "s\":\"upper\",\"doc\":\"Of all amounts, ISO 4217.\"},{\"name\":\"authorised_minor\",\"type\":"
    "\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was promised, minor units, >= 0; it st"
    "ays when captured.\"},{\"name\":\"captured_minor\",\"type\":\"long\",\"min\":0,\"max\":100000"
    "000000,\"doc\":\"What was taken, minor units, >= 0, at most what was promised.\"},{\"name\":"
    "\"refunded_minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"What was given "
    "back, minor units, >= 0, at most what was taken.\"},{\"name\":\"fee_minor\",\"type\":\"long\""
    ",\"min\":0,\"max\":100000000000,\"doc\":\"What the provider kept of what was taken, minor uni"
    "ts, >= 0.\"},{\"name\":\"provider_ref\",\"default\":null,\"type\":[\"null\",\"string\"],\"max"
    "_bytes\":128,\"doc\":\"The provider's name for it; null: it has none yet.\"},{\"name\":\"expi"
    "res_ms\",\"default\":null,\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-m"
    "illis\"}],\"min\":0,\"doc\":\"Until when what is promised can be taken, UTC; null: not known,"
    " or nothing is promised.\"}]},\"doc\":\"How it stands.\"},{\"name\":\"version\",\"type\":\"lo"
    "ng\",\"default\":0,\"doc\":\"Of the report.\"},{\"name\":\"what\",\"type\":\"string\",\"doc\""
    ":\"authorised, action_required, declined, captured, voided, refunded, not_done or seen.\"},{"
    "\"name\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Why, of what wa"
    "s declined or not done.\"},{\"name\":\"action_url\",\"default\":null,\"type\":[\"null\",\"str"
    "ing\"],\"doc\":\"Where the customer confirms, for them alone; null: nowhere.\"},{\"name\":\"r"
    "efund_id\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Which refund it is about"
    "; null: none.\"}]}]},{\"name\":\"pay_time_extended\",\"default\":null,\"doc\":\"There is more"
    " time to pay, for the customer must confirm at the provider; once.\",\"type\":[\"null\",{\"ty"
    "pe\":\"record\",\"name\":\"PayTimeExtended\",\"doc\":\"There is more time to pay, for the cus"
    "tomer must confirm at the provider; once.\",\"fields\":[{\"name\":\"pay_until_ms\",\"type\":{"
    "\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Until when stock is held fo"
    "r them, UTC.\"}]}]},{\"name\":\"commit_asked\",\"default\":null,\"doc\":\"It is paid for: sto"
    "ck is asked to sell what is held.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Commit"
    "Asked\",\"doc\":\"It is paid for: stock is asked to sell what is held.\",\"fields\":[{\"name"
    "\":\"line_count\",\"type\":\"int\",\"doc\":\"How many lines.\"}]}]},{\"name\":\"line_committe"
    "d\",\"default\":null,\"doc\":\"A line is sold.\",\"type\":[\"null\",{\"type\":\"record\",\"na"
    "me\":\"LineCommitted\",\"doc\":\"A line is sold.\",\"fields\":[{\"name\":\"line\",\"type\":\""
    "int\",\"doc\":\"Which line, from 0.\"},{\"name\":\"hold\",\"type\":\"string\",\"doc\":\"Which"
    " hold: \\\"ORDER/line/try\\\".\"}]}]},{\"name\":\"capture_asked\",\"default\":null,\"doc\":\""
    "All lines are sold: payments is asked to take the money.\",\"type\":[\"null\",{\"type\":\"rec"
    "ord\",\"name\":\"CaptureAsked\",\"doc\":\"All lines are sold: payments is asked to take the m"
    "oney.\",\"fields\":[{\"name\":\"payment\",\"type\":\"string\",\"doc\":\"Which payment.\"},{\""
    "name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{\"name\":\"order_confirme"
    "d\",\"default\":null,\"doc\":\"The money is taken: each supplier is asked to accept.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"OrderConfirmed\",\"doc\":\"The money is taken: e"
    "ach supplier is asked to accept.\",\"fields\":[{\"name\":\"amount\",\"type\":\"fy.Money\",\"d"
    "oc\":\"What was taken.\"},{\"name\":\"accept_until_ms\",\"type\":{\"type\":\"long\",\"logical"
    "Type\":\"timestamp-millis\"},\"doc\":\"Until when suppliers accept, UTC.\"}]}]},{\"name\":\"s"
    "ub_order_accepted\",\"default\":null,\"doc\":\"A supplier will ship.\",\"type\":[\"null\",{\""
    "type\":\"record\",\"name\":\"SubOrderAccepted\",\"doc\":\"A supplier will ship.\",\"fields\":"
    "[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"lines\",\"type\":{"
    "\"type\":\"array\",\"items\":\"int\"},\"doc\":\"Which lines.\"}]}]},{\"name\":\"sub_order_rej"
    "ected\",\"default\":null,\"doc\":\"A supplier will not ship.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"SubOrderRejected\",\"doc\":\"A supplier will not ship.\",\"fields\":[{"
    "\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Who.\"},{\"name\":\"lines\",\"type\":{\"t"
    "ype\":\"array\",\"items\":\"int\"},\"doc\":\"Which lines.\"},{\"name\":\"reason\",\"type\":\""
    "string\",\"doc\":\"Their word; accept_late: they did not answer in time; short: what was sold"
    " is not there.\"}]}]},{\"name\":\"items_shipped\",\"default\":null,\"doc\":\"A parcel has lef"
    "t.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ItemsShipped\",\"doc\":\"A parcel has"
    " left.\",\"fields\":[{\"name\":\"shipment\",\"type\":{\"type\":\"record\",\"name\":\"OrderShi"
    "pment\",\"namespace\":\"fy\",\"doc\":\"A parcel.\",\"fields\":[{\"name\":\"supplier\",\"type"
    "\":\"string\",\"doc\":\"Who sent it.\"},{\"name\":\"shipped_ms\",\"type\":{\"type\":\"long\","
    "\"logicalType\":\"timestamp-millis\"},\"doc\":\"When it was told, UTC.\"},{\"name\":\"carrier"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who carries it, a word.\"},{\"na"
    "me\":\"tracking\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The carrier's num"
    "ber of it.\"},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\""
    "doc\":\"What is in it.\"}]},\"doc\":\"Which.\"}]}]},{\"name\":\"sub_order_delivered\",\"defau"
    "lt\":null,\"doc\":\"All that a supplier has shipped has arrived.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"SubOrderDelivered\",\"doc\":\"All that a supplier has shipped has ar"
    "rived.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"Whose.\"},{\"name\""
    ":\"by\",\"type\":\"string\",\"doc\":\"supplier: they said so; time: nobody said otherwise.\"}"
    ",{\"name\":\"return_until_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis"
    "\"},\"doc\":\"Until when it may come back, UTC.\"}]}]},{\"name\":\"units_cancelled\",\"defaul"
    "t\":null,\"doc\":\"Items will not be shipped; what was paid for them is given back.\",\"type"
    "\":[\"null\",{\"type\":\"record\",\"name\":\"UnitsCancelled\",\"doc\":\"Items will not be shi"
    "pped; what was paid for them is given back.\",\"fields\":[{\"name\":\"items\",\"type\":{\"typ"
    "e\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"Which.\"},{\"name\":\"why\",\"type\":\"st"
    "ring\",\"doc\":\"customer, rejected, sold_out, price_above or operator.\"},{\"name\":\"reason"
    "\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"In the words of whom it was.\"}]"
    "}]},{\"name\":\"items_returned\",\"default\":null,\"doc\":\"Items come back; what was paid fo"
    "r them is given back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderItemsReturned"
    "\",\"doc\":\"Items come back; what was paid for them is given back.\",\"fields\":[{\"name\":"
    "\"items\",\"type\":{\"type\":\"array\",\"items\":\"fy.OrderItem\"},\"doc\":\"Which.\"},{\"nam"
    "e\":\"reason\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The customer's word."
    "\"}]}]},{\"name\":\"refund_asked\",\"default\":null,\"doc\":\"Payments is asked to give money"
    " back.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RefundAsked\",\"doc\":\"Payments "
    "is asked to give money back.\",\"fields\":[{\"name\":\"refund_id\",\"type\":\"string\",\"doc"
    "\":\"Which refund.\"},{\"name\":\"amount\",\"type\":\"fy.Money\",\"doc\":\"How much.\"}]}]},{"
    "\"name\":\"hold_settled\",\"default\":null,\"doc\":\"Stock has done what was asked of a hold,"
    " or cannot.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"HoldSettled\",\"doc\":\"Stoc"
    "k has done what was asked of a hold, or cannot.\",\"fields\":[{\"name\":\"hold\",\"type\":\"s"
    "tring\",\"doc\":\"Which hold: \\\"ORDER/line/try\\\".\"},{\"name\":\"asked\",\"type\":\"strin"
    "g\",\"doc\":\"release, ship or return.\"},{\"name\":\"not_done\",\"default\":null,\"type\":["
    "\"null\",\"string\"],\"doc\":\"Why it cannot, in stock's words; null: it is done.\"},{\"name"
    "\":\"shipped_units\",\"type\":\"long\",\"doc\":\"Whole items of it that have left, by stock's"
    " count.\"},{\"name\":\"returned_units\",\"type\":\"long\",\"doc\":\"Whole items of it that ca"
    "me back, by stock's count.\"}]}]},{\"name\":\"order_refused\",\"default\":null,\"doc\":\"The "
    "order is none: what was held is free.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Or"
    "derRefused\",\"doc\":\"The order is none: what was held is free.\",\"fields\":[{\"name\":\"re"
    "ason\",\"type\":\"string\",\"doc\":\"sold_out, unknown_sku, withdrawn, other_currency, too_ma"
    "ny_holds, total_differs, nothing_to_pay, too_much, payment_declined or sku_twice.\"},{\"name"
    "\":\"total\",\"default\":null,\"type\":[\"null\",\"fy.Money\"],\"doc\":\"What it would cost n"
    "ow; null: not known.\"}]}]},{\"name\":\"cancel_noted\",\"default\":null,\"doc\":\"The custome"
    "r cancelled while the money is being taken: once it is, all is cancelled.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"CancelNoted\",\"doc\":\"The customer cancelled while the m"
    "oney is being taken: once it is, all is cancelled.\",\"fields\":[{\"name\":\"reason\",\"defau"
    "lt\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The customer's word.\"}]}]},{\"name\":\"or"
    "der_cancelled\",\"default\":null,\"doc\":\"Nothing of it will be shipped: what is held is fre"
    "e, what is promised void, what is taken given back.\",\"type\":[\"null\",{\"type\":\"record\""
    ",\"name\":\"OrderCancelled\",\"doc\":\"Nothing of it will be shipped: what is held is free, w"
    "hat is promised void, what is taken given back.\",\"fields\":[{\"name\":\"reason\",\"type\":"
    "\"string\",\"doc\":\"customer, not_paid (in time), sold_out, payment_expired, payment_failed,"
    " rejected or operator.\"}]}]},{\"name\":\"order_closed\",\"default\":null,\"doc\":\"It has en"
    "ded.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderClosed\",\"doc\":\"It has ende"
    "d.\",\"fields\":[{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"done; operator: settled e"
    "lsewhere.\"},{\"name\":\"note\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The"
    " operator's code.\"}]}]},{\"name\":\"requests_resent\",\"default\":null,\"doc\":\"Nobody answ"
    "ered: what is open was asked once more.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\""
    "RequestsResent\",\"doc\":\"Nobody answered: what is open was asked once more.\",\"fields\":[{"
    "\"name\":\"attempt\",\"type\":\"int\",\"doc\":\"How often by now, from 1.\"}]}]},{\"name\":\""
    "operator_needed\",\"default\":null,\"doc\":\"No rule settles it.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OperatorNeeded\",\"doc\":\"No rule settles it.\",\"fields\":[{\"name"
    "\":\"reason\",\"type\":\"string\",\"doc\":\"unanswered, refund_failed, not_shipped, stock_dif"
    "fers, amount_differs, too_many_refunds or unexpected.\"}]}]},{\"name\":\"operator_resolved\","
    "\"default\":null,\"doc\":\"It is settled.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"OperatorResolved\",\"doc\":\"It is settled.\",\"fields\":[{\"name\":\"action\",\"type\":\"s"
    "tring\",\"doc\":\"retry, refund_rest, close; answered: by itself, for the answer came.\"},{\""
    "name\":\"note\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"The operator's code"
    ".\"},{\"name\":\"by\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Who: the acto"
    "r of the request; null: nobody, it was answered.\"}]}]},{\"name\":\"request_refused\",\"defau"
    "lt\":null,\"doc\":\"A request was refused, and changes nothing.\",\"type\":[\"null\",{\"type"
    "\":\"record\",\"name\":\"OrderRequestRefused\",\"doc\":\"A request was refused, and changes n"
    "othing.\",\"fields\":[{\"name\":\"request\",\"type\":\"string\",\"doc\":\"Which, by its name "
    "in OrderRequest.\"},{\"name\":\"reason\",\"type\":\"string\",\"doc\":\"unknown_order, key_reu"
    "sed, order_taken, ended, shipped, not_confirmed, unknown_supplier, not_waiting, not_accepted,"
    " unknown_sku, too_many_units, nothing_shipped, nothing_left, window_over, too_many_parcels or"
    " not_needed.\"}]}]},{\"name\":\"ledger_posted\",\"default\":null,\"doc\":\"Money moved, or is"
    " owed to somebody else: amounts of an event sum to 0.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"LedgerPosted\",\"doc\":\"Money moved, or is owed to somebody else: amounts of a"
    "n event sum to 0.\",\"fields\":[{\"name\":\"about\",\"type\":\"string\",\"doc\":\"captured, c"
    "ancelled, returned, rerouted or refunded.\"},{\"name\":\"entries\",\"type\":{\"type\":\"array"
    "\",\"items\":{\"type\":\"record\",\"name\":\"LedgerEntry\",\"doc\":\"A change of one account."
    "\",\"fields\":[{\"name\":\"account\",\"type\":{\"type\":\"enum\",\"name\":\"LedgerAccount\","
    "\"symbols\":[\"PROVIDER\",\"FEES\",\"SUPPLIER\",\"COMMISSION\",\"CUSTOMER\"],\"doc\":\"PROVID"
    "ER: what the payment provider has of ours. FEES: what it kept. SUPPLIER: what we owe a suppli"
    "er, negative. COMMISSION: what we earned, negative. CUSTOMER: what we owe the customer, negat"
    "ive, until it is refunded or sent by somebody else.\"},\"doc\":\"Which.\"},{\"name\":\"suppli"
    "er\",\"default\":null,\"type\":[\"null\",\"string\"],\"doc\":\"Whose; null of other accounts."
    "\"},{\"name\":\"amount_minor\",\"type\":\"long\",\"doc\":\"By how much, minor units, signed."
    "\"},{\"name\":\"currency\",\"type\":\"string\",\"doc\":\"ISO 4217.\"}]}},\"doc\":\"At most 20"
    ".\"}]}]},{\"name\":\"order_forgotten\",\"default\":null,\"doc\":\"An order that ended long ag"
    "o leaves the task's rows.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"OrderForgotten"
    "\",\"doc\":\"An order that ended long ago leaves the task's rows.\",\"fields\":[{\"name\":\"r"
    "eason\",\"type\":\"string\",\"doc\":\"kept_long_enough.\"}]}]}]}";

const struct fy_schema order_event_schema = {
    .id = 79,
    .version = 4,
    .fingerprint = UINT64_C(0xbc86ac79d927a913),
    .subject = "orders-value",
    .text = text_79,
    .name = "order_event",
    .type = &fy_type_order_event,
    .size = sizeof(struct order_event),
    .encode = encode_any,
    .decode = decode_any,
};
