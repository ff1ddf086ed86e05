#include "lib/json_pick.h"
#include "producers/hooks/hooks.h"

#include <string.h>

enum {
    ID_BYTES_MAX = 128,
    WORD_BYTES_MAX = 64,
    NAME_BYTES_MAX = 64,
    ORDER_DIGITS = 32,
    SECONDS_MAX = 99999999999, /* The year 5138. */
};

/* Ours are "ORDER/n": what others put into the metadata of theirs names nothing of ours. */
static bool is_payment_of(struct fy_slice payment, struct fy_slice order)
{
    return payment.size > order.size + 1 && memcmp(payment.data, order.data, order.size) == 0 &&
           payment.data[order.size] == '/';
}

static void read_names(struct fy_slice object, struct fy_arena *arena, struct webhook *webhook)
{
    struct fy_slice order, payment;

    webhook->key = webhook->provider_ref;
    if (!fy_json_pick_text(object, "metadata.order", ORDER_DIGITS, arena, &order) ||
        !fy_id_is_hex(order, ORDER_DIGITS) ||
        !fy_json_pick_text(object, "metadata.payment", NAME_BYTES_MAX, arena, &payment) ||
        !is_payment_of(payment, order))
        return;
    webhook->key = order;
    webhook->payment = payment;
}

static void read_intent(struct fy_slice object, struct fy_arena *arena, struct webhook *webhook)
{
    struct fy_slice currency;

    (void)fy_json_pick_text(object, "status", WORD_BYTES_MAX, arena, &webhook->status);
    if (!fy_json_pick_text(
            object, "last_payment_error.decline_code", WORD_BYTES_MAX, arena, &webhook->code))
        (void)fy_json_pick_text(
            object, "last_payment_error.code", WORD_BYTES_MAX, arena, &webhook->code);
    if (!fy_json_pick_text(object, "currency", 3, arena, &currency) || currency.size != 3)
        return;
    currency = fy_arena_copy(arena, currency);
    for (size_t i = 0; i < currency.size; i++)
        if (currency.data[i] >= 'a' && currency.data[i] <= 'z')
            ((uint8_t *)currency.data)[i] &= (uint8_t)~0x20;
    webhook->currency = currency;
    webhook->has_authorised_minor =
        fy_json_pick_int(object, "amount_capturable", arena, &webhook->authorised_minor) &&
        webhook->authorised_minor >= 0;
    webhook->has_captured_minor =
        fy_json_pick_int(object, "amount_received", arena, &webhook->captured_minor) &&
        webhook->captured_minor >= 0;
}

bool hooks_read(struct fy_slice body, struct fy_arena *arena, struct webhook *ret_webhook)
{
    struct webhook webhook = {0};
    struct fy_slice object, kind;
    int64_t created_s;
    bool is_intent;

    if (!fy_json_pick_text(body, "id", ID_BYTES_MAX, arena, &webhook.provider_event) ||
        webhook.provider_event.size == 0 ||
        !fy_json_pick_text(body, "type", WORD_BYTES_MAX, arena, &webhook.type) ||
        !fy_json_pick_int(body, "created", arena, &created_s) || created_s < 0 ||
        created_s > (int64_t)SECONDS_MAX || !fy_json_pick(body, "data.object", arena, &object) ||
        !fy_json_pick_text(object, "object", WORD_BYTES_MAX, arena, &kind))
        return false;
    is_intent = fy_slice_equal(kind, fy_slice_of("payment_intent"));
    if (!fy_json_pick_text(object, is_intent ? "id" : "payment_intent", ID_BYTES_MAX, arena,
            &webhook.provider_ref) &&
        !fy_json_pick_text(object, "id", ID_BYTES_MAX, arena, &webhook.provider_ref))
        return false;
    if (webhook.provider_ref.size == 0)
        return false;
    webhook.created_ms = created_s * 1000;
    read_names(object, arena, &webhook);
    if (is_intent)
        read_intent(object, arena, &webhook);
    else if (fy_slice_equal(kind, fy_slice_of("refund")))
        (void)fy_json_pick_text(
            object, "metadata.refund", NAME_BYTES_MAX, arena, &webhook.refund_id);
    *ret_webhook = webhook;
    return true;
}
