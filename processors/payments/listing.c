/*
 * What used-up keys did stands in the provider's list at once. It is looked through from its newest
 * end, a page after the other, and each page answers all whose intents could stand there: so a look
 * costs what the list is long, and not that times how many ask. Who asks while one runs is in the
 * next, for an intent may stand on the pages that are past.
 */
#include "processors/payments/core.h"

#include <string.h>

enum { ASKS_AGAIN_MS = 10 * 1000 }; /* Nothing was heard: the attempt may have to be kept ours. */

/* Behind those of lives. */
static uint64_t token_of(const struct listing *listing)
{
    return (uint64_t)listing->number << 32 | LIVE_MAX;
}

bool listing_is(uint64_t token)
{
    return (uint32_t)token == LIVE_MAX;
}

void listing_drop(struct payments *payments)
{
    payments->listing = (struct listing){.number = payments->listing.number + 1};
}

void listing_ask(
    struct payments *payments, struct live *live, const struct payment *payment, int64_t now_ms)
{
    live->next_ms = now_ms + ASKS_AGAIN_MS;
    if (live->listed == LISTED_ASKS || live->listed == LISTED_IN)
        return;
    live->listed = LISTED_ASKS;
    live->key_s = payment->key_ms / 1000;
    payments->listing.asked = true;
}

/* --- Calls ----------------------------------------------------------------------------------- */

static void begin(struct payments *payments)
{
    struct listing *listing = &payments->listing;

    listing_drop(payments);
    for (int i = 0; i < payments->high; i++) {
        struct live *live = &payments->lives[i];

        if (!live->used || live->listed != LISTED_ASKS)
            continue;
        live->listed = LISTED_IN;
        if (!listing->runs || live->key_s - LIST_EARLIER_S < listing->from_s)
            listing->from_s = live->key_s - LIST_EARLIER_S;
        listing->runs = true;
    }
}

void listing_step(struct payments *payments, int64_t now_ms)
{
    struct listing *listing = &payments->listing;
    struct provider_call call;

    if (!listing->runs && listing->asked)
        begin(payments);
    if (!listing->runs || listing->calling || listing->next_ms > now_ms ||
        !may_call(payments, now_ms))
        return;
    provider_list(listing->from_s, listing->after, &call);
    listing->calling = true;
    call_out(payments, &call, token_of(listing));
}

int64_t listing_next_ms(const struct payments *payments)
{
    const struct listing *listing = &payments->listing;

    if (listing->runs)
        return listing->calling ? INT64_MAX : listing->next_ms;
    return listing->asked ? 0 : INT64_MAX;
}

/* --- Answers --------------------------------------------------------------------------------- */

static void tell_live(struct live *live, enum listed listed, int64_t now_ms)
{
    live->listed = listed;
    if (!live->writing) /* Else it goes on when that is read back. */
        live->next_ms = now_ms;
}

/* Those that stand on this page. Of several of one payment, the one that came furthest. */
static void tell_found(struct payments *payments, const struct page *page, int64_t now_ms)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct listed_intent *intent = &page->intents[i];
        char payment[PAYMENT_NAME];
        struct live *live;
        bool is_best = intent->payment.size > 0;

        for (size_t j = 0; j < page->count && is_best; j++)
            is_best = !fy_slice_equal(page->intents[j].payment, intent->payment) ||
                      !provider_is_further(page->intents[j].status, intent->status);
        payment_text(payment, sizeof(payment), intent->payment);
        live = is_best ? live_find(payments, payment) : NULL;
        if (live == NULL || live->listed != LISTED_IN)
            continue;
        payment_text(live->found, sizeof(live->found), intent->ref);
        tell_live(live, LISTED_FOUND, now_ms);
    }
}

/* Those whose place in the list is past, or too far. True: somebody is looked for still. */
static bool tell_others(struct payments *payments, const struct page *page, int64_t now_ms)
{
    bool too_far = payments->listing.pages >= payments->config.list_pages_max, more = false;

    for (int i = 0; i < payments->high; i++) {
        struct live *live = &payments->lives[i];

        if (!live->used || live->listed != LISTED_IN)
            continue;
        if (!page->more || page->intents[page->count - 1].created_s < live->key_s - LIST_EARLIER_S)
            tell_live(live, LISTED_ABSENT, now_ms);
        else if (too_far)
            tell_live(live, LISTED_BEYOND, now_ms);
        else
            more = true;
    }
    return more;
}

static void read_page(struct payments *payments, const struct page *page, int64_t now_ms)
{
    struct listing *listing = &payments->listing;

    listing->pages++;
    listing->tries = 0;
    listing->next_ms = now_ms;
    tell_found(payments, page, now_ms);
    listing->runs = tell_others(payments, page, now_ms);
    if (listing->runs)
        payment_text(listing->after, sizeof(listing->after), page->intents[page->count - 1].ref);
}

void listing_answered(
    struct payments *payments, uint64_t token, const struct provider_answer *answer, int64_t now_ms)
{
    struct listing *listing = &payments->listing;
    struct verdict verdict;
    struct page page;

    if (!listing->calling || token != token_of(listing))
        return; /* All rows were made anew meanwhile. */
    listing->calling = false;
    payments->in_flight--;
    fy_arena_clear(&payments->arena);
    verdict = judge_page(answer, &payments->arena, &page);
    call_back(payments, answer, &verdict, now_ms);
    if (verdict.kind == VERDICT_READ)
        read_page(payments, &page, now_ms);
    else
        listing->next_ms =
            backed_off(payments, payments->config.again_ms, listing->tries++, AGAIN_MS_MAX, now_ms);
}
