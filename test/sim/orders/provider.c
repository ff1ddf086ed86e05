/*
 * The payments adapter as it ships, before the provider of test/pspsim: in every second run they
 * stand where the scripted ones do (payments.c). The adapter is killed, loses its disk, and its
 * calls and reports get lost; what the provider has in the end is looked up in its own books.
 */
#include "lib/json_pick.h"
#include "schemas/generated/webhook.h"
#include "test/sim/orders/shop.h"
#include "test/sim/payments/plug.h"

#include <stdlib.h>
#include <string.h>

enum { ARENA_BYTES = 1 << 20, SEARCH_LATE_MS = 3000, SEARCH_AFTER_MS = 5000 };

static struct {
    struct psp *psp;
    struct wire wire;
    struct plug_mail mail;
    struct fy_store *store;
    struct plug *plug;
    int64_t start_ms; /* When it is started; it is not while there is a plug. */
    int64_t ran_ms;
    bool calm;
} provider;

static int maybe(int per_mille)
{
    return shop_below(2) == 0 ? 0 : shop_below(per_mille + 1);
}

void provider_begin(struct sim *sim)
{
    const struct psp_config config = {
        .seed = sim->seed,
        .hostility =
            {
                .limited = maybe(100),
                .away = maybe(100),
                .cut = maybe(100),
                .cut_after = maybe(200),
                .error = maybe(100),
                .error_after = maybe(200),
                .late = maybe(300),
                .hook_twice = maybe(300),
                .hook_late = maybe(500),
                .hook_lost = maybe(300),
                .list_short = maybe(500),
                .strangers = maybe(300),
                .late_ms = 4000,
                .hook_late_ms = 20000,
                .search_late_ms = shop_below(SEARCH_LATE_MS),
            },
    };

    memset(&provider, 0, sizeof(provider));
    provider.psp = psp_new(&config);
    provider.wire.psp = provider.psp;
    provider.wire.random = provider.mail.random = &shop.random;
    provider.wire.weather = (struct wire_weather){.lost = maybe(100),
        .not_sent = maybe(100),
        .late = maybe(200),
        .late_ms = 4000,
        .timeout_ms = 3000};
    provider.mail.log = sim->log;
    provider.mail.partitions = sim->weather.partitions;
    provider.mail.weather = (struct plug_weather){.refused = maybe(100),
        .lost = maybe(100),
        .unheard = maybe(100),
        .silent = maybe(100),
        .late = maybe(200),
        .late_ms = 4000};
    provider.store = log_store_new(sim->log);
    provider.start_ms = provider.ran_ms = sim->now_ms;
}

void provider_end(void)
{
    if (provider.psp == NULL)
        return;
    plug_free(provider.plug);
    fy_store_close(provider.store);
    wire_free(&provider.wire);
    mail_free(&provider.mail);
    psp_free(provider.psp);
    memset(&provider, 0, sizeof(provider));
}

/* --- Its process ----------------------------------------------------------------------------- */

static void start(const struct sim *sim)
{
    const struct plug_config config = {.log = sim->log,
        .wire = &provider.wire,
        .mail = &provider.mail,
        .store = provider.store,
        .instance = "payments-1",
        .seed = sim->seed,
        .search_after_ms = SEARCH_AFTER_MS};

    provider.plug = plug_new(&config, sim->now_ms);
}

static void kill_it(struct sim *sim)
{
    sim_trace(sim, "payments is killed");
    plug_free(provider.plug);
    provider.plug = NULL;
    provider.start_ms = sim->now_ms + shop_below(3000);
    if (shop_below(4) == 0) {
        fy_store_close(provider.store);
        provider.store = log_store_new(sim->log);
    }
}

static void calm_down(void)
{
    const struct psp_hostility *were = psp_hostility(provider.psp);
    const struct psp_hostility none = {.list_short = were->list_short,
        .strangers = were->strangers,
        .search_late_ms = were->search_late_ms};

    provider.calm = true;
    provider.wire.weather = (struct wire_weather){.timeout_ms = 3000};
    provider.mail.weather = (struct plug_weather){0};
    psp_hostility_set(provider.psp, &none);
}

/* --- What it tells of its own accord --------------------------------------------------------- */

static void hook_write(struct sim *sim, const struct psp_hook *told)
{
    static const char *const status[] = {NULL, "requires_payment_method", "requires_action",
        "requires_capture", "succeeded", "canceled"};
    struct webhook hook = {.envelope = {.event_id = fy_slice_of("webhook"),
                               .root = fy_slice_of("root"),
                               .actor = fy_slice_of("service:psp"),
                               .event_ms = sim->now_ms}};
    struct fy_slice object, order, type, id, value;
    struct intent intent;
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, ARENA_BYTES);
    if (!fy_json_pick(told->body, "data.object", &arena, &object) ||
        !fy_json_pick_text(object, "metadata.order", 64, &arena, &order) ||
        !fy_json_pick_text(told->body, "type", 64, &arena, &type) ||
        !fy_json_pick_text(told->body, "id", 64, &arena, &id))
        abort();
    if (provider_read(object, &arena, &intent)) {
        hook.key = order;
        hook.provider_event = id;
        hook.type = type;
        hook.payment = intent.payment;
        hook.provider_ref = intent.ref;
        hook.status = fy_slice_of(status[intent.status]);
        if (webhook_encode(&hook, &arena, &value, &err) != FY_OK)
            abort();
        (void)log_append(sim->log, FY_TOPIC_WEBHOOKS,
            fy_partition_of(order, sim->weather.partitions), order, value);
    }
    fy_arena_done(&arena);
}

static void hooks_run(struct sim *sim)
{
    struct psp_hook hook;

    while (psp_hook_next(provider.psp, sim->now_ms, &hook)) {
        if (hook.kind == PSP_HOOK_TRUE) /* The edge refuses the others. */
            hook_write(sim, &hook);
        psp_hook_answered(provider.psp, sim->now_ms, hook.number, 200);
    }
}

/* Somebody confirms at their bank, or refuses, or has gone away. */
static void people_run(struct sim *sim)
{
    int count = psp_intent_count(provider.psp);
    const struct psp_intent *intent;

    if (count == 0 || shop_below(sim->calm ? 2000 : 400) != 0)
        return;
    intent = psp_intent_at(provider.psp, shop_below(count));
    if (intent->status == PSP_REQUIRES_ACTION)
        (void)psp_act(provider.psp, sim->now_ms, fy_slice_of(intent->secret), shop_below(4) != 0);
}

/* --- Time ------------------------------------------------------------------------------------ */

static int64_t least(int64_t one, int64_t two)
{
    return one < two ? one : two;
}

int64_t provider_run(struct sim *sim)
{
    struct fy_err err;
    int64_t next_ms;

    if (sim->calm && !provider.calm)
        calm_down();
    if (sim->now_ms > provider.ran_ms + WIRE_MS)
        wire_night(&provider.wire, provider.ran_ms);
    provider.ran_ms = sim->now_ms;
    psp_tick(provider.psp, sim->now_ms);
    wire_run(&provider.wire, sim->now_ms);
    mail_run(&provider.mail, sim->now_ms);
    hooks_run(sim);
    people_run(sim);
    if (provider.plug == NULL && provider.start_ms <= sim->now_ms)
        start(sim);
    if (provider.plug != NULL && !sim->calm && shop_below(800) == 0)
        kill_it(sim);
    if (provider.plug != NULL && plug_run(provider.plug, sim->now_ms, &err) != FY_OK)
        sim_fail(sim, "payments ends: %s", err.text);
    next_ms = least(wire_next_ms(&provider.wire), mail_next_ms(&provider.mail));
    next_ms = least(next_ms, psp_next_ms(provider.psp));
    return least(next_ms, provider.plug != NULL ? plug_next_ms(provider.plug) : provider.start_ms);
}

/* --- Its books ------------------------------------------------------------------------------- */

static enum payment_state state_of(enum psp_status status)
{
    switch (status) {
    case PSP_REQUIRES_ACTION:
        return PAYMENT_STATE_ACTION_REQUIRED;
    case PSP_REQUIRES_CAPTURE:
        return PAYMENT_STATE_AUTHORISED;
    case PSP_SUCCEEDED:
        return PAYMENT_STATE_CAPTURED;
    default:
        return PAYMENT_STATE_VOIDED;
    }
}

bool provider_ended(void)
{
    for (int i = 0; i < psp_intent_count(provider.psp); i++) {
        enum psp_status status = psp_intent_at(provider.psp, i)->status;

        if (status == PSP_REQUIRES_ACTION || status == PSP_REQUIRES_CAPTURE)
            return false;
    }
    return true;
}

/* All that it has of each order; of several promises the one that is still open tells the state. */
void provider_books(void)
{
    memset(shop.payments, 0, sizeof(shop.payments));
    for (int i = 0; i < psp_intent_count(provider.psp); i++) {
        const struct psp_intent *intent = psp_intent_at(provider.psp, i);
        struct shop_payment *payment = &shop.payments[shop_order_of(fy_slice_of(intent->order))];
        enum payment_state state = state_of(intent->status);

        payment->captured_minor += intent->captured;
        payment->refunded_minor += intent->refunded;
        payment->fee_minor += intent->fee;
        if (intent->amount > payment->authorised_minor)
            payment->authorised_minor = intent->amount;
        if (payment->state == PAYMENT_STATE_NONE || state == PAYMENT_STATE_ACTION_REQUIRED ||
            state == PAYMENT_STATE_AUTHORISED ||
            (state == PAYMENT_STATE_CAPTURED && payment->state == PAYMENT_STATE_VOIDED))
            payment->state = state;
    }
}
