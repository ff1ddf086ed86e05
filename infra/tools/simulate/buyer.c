#include "infra/tools/simulate/buyer.h"

#include <stdio.h>
#include <string.h>

static const char *const verbs[] = {[STEP_ACCEPT] = "accept",
    [STEP_REJECT] = "reject",
    [STEP_SHIP] = "ship",
    [STEP_DELIVER] = "deliver"};

void purchase_begin(
    struct purchase *purchase, const struct visitor *visitor, bool declines, bool rejects)
{
    *purchase = (struct purchase){.used = true,
        .sku = visitor->sku,
        .units = 1 + visitor->n % 3,
        .declines = declines,
        .rejects = rejects};
    memcpy(purchase->cookie, visitor->cookie, sizeof(purchase->cookie));
    (void)snprintf(purchase->key, sizeof(purchase->key), "%08x%08x%08x%08x", below(INT32_MAX),
        below(INT32_MAX), below(INT32_MAX), below(INT32_MAX));
}

static void write_order(const struct purchase *purchase, struct purchase_request *ret_request)
{
    const struct shop_price *price = shop_price(purchase->sku);

    (void)snprintf(ret_request->path, sizeof(ret_request->path), "/v1/orders");
    (void)snprintf(ret_request->key, sizeof(ret_request->key), "%s", purchase->key);
    (void)snprintf(ret_request->body, sizeof(ret_request->body),
        "{\"lines\":[{\"sku\":\"%s\",\"units\":%d}],\"expected_total\":{\"minor\":%lld,"
        "\"currency\":\"%s\"},\"payment_method\":\"%s\",\"email\":\"shopper@simulate.example\","
        "\"address\":{\"lines\":[\"A Shopper\",\"1 Simulated Street\"],\"postcode\":\"10115\","
        "\"city\":\"Berlin\",\"country\":\"DE\"}}",
        shop_sku(purchase->sku), purchase->units, purchase->units * price->minor, price->currency,
        purchase->declines ? "pm_card_chargeDeclined" : "pm_card_visa");
}

void purchase_write(const struct purchase *purchase, struct purchase_request *ret_request)
{
    *ret_request = (struct purchase_request){.is_suppliers = purchase->step != STEP_ORDER};
    if (purchase->step == STEP_ORDER) {
        write_order(purchase, ret_request);
        return;
    }
    (void)snprintf(ret_request->path, sizeof(ret_request->path), "/v1/orders/%s/suppliers/%s/%s",
        purchase->order, purchase->suppliers[purchase->at], verbs[purchase->step]);
    (void)snprintf(ret_request->key, sizeof(ret_request->key), "%s-%d-%s", purchase->key,
        purchase->at, verbs[purchase->step]);
    (void)snprintf(ret_request->body, sizeof(ret_request->body), "%s",
        purchase->step == STEP_REJECT ? "{\"reason\":\"out_of_stock\"}"
        : purchase->step == STEP_SHIP ? "{\"carrier\":\"post\",\"tracking\":\"SIMULATED\"}"
                                      : "{}");
}

/* The text behind `name` at or after `at`; NULL: it is not there. */
static const char *text_of(const char *at, const char *name, char *ret_text, size_t size)
{
    const char *found = strstr(at, name);
    size_t length;

    if (found == NULL)
        return NULL;
    found += strlen(name);
    length = strcspn(found, "\"");
    if (length >= size)
        return NULL;
    memcpy(ret_text, found, length);
    ret_text[length] = '\0';
    return found;
}

static void read_suppliers(struct purchase *purchase, const char *answer)
{
    const char *at = strstr(answer, "\"sub_orders\":");

    while (at != NULL && purchase->supplier_count < PURCHASE_SUPPLIERS) {
        at = text_of(
            at, "\"supplier\":\"", purchase->suppliers[purchase->supplier_count], PURCHASE_TEXT);
        purchase->supplier_count += at != NULL;
        if (at != NULL && strstr(at, "\"supplier\":\"") > strstr(at, "\"shipments\":"))
            break; /* That is a parcel's. */
    }
}

static void ordered(struct purchase *purchase,
    long status,
    const char *answer,
    bool suppliers_too,
    struct purchase_counts *counts)
{
    purchase->used = false;
    counts->ordered++;
    if (status == 402) {
        counts->declined++;
    } else if (status == 409) {
        counts->sold_out += strstr(answer, "sold-out") != NULL;
        counts->total_differs += strstr(answer, "total-differs") != NULL;
    } else if (status != 201 || strstr(answer, "\"state\":\"CONFIRMED\"") == NULL ||
               text_of(answer, "\"order\":\"", purchase->order, sizeof(purchase->order)) == NULL) {
        counts->unexpected++;
    } else {
        counts->confirmed++;
        read_suppliers(purchase, answer);
        purchase->used = suppliers_too && purchase->supplier_count > 0;
        purchase->step = purchase->rejects ? STEP_REJECT : STEP_ACCEPT;
        purchase->tries = 0;
    }
}

/* Each supplier in turn; of who has rejected nothing more is asked. */
static void went_on(struct purchase *purchase)
{
    bool over = purchase->step == STEP_REJECT || purchase->step == STEP_DELIVER;

    purchase->tries = 0;
    if (!over) {
        purchase->step = purchase->step == STEP_ACCEPT ? STEP_SHIP : STEP_DELIVER;
        return;
    }
    purchase->step = STEP_ACCEPT;
    purchase->used = ++purchase->at < purchase->supplier_count;
}

void purchase_answered(struct purchase *purchase,
    long status,
    const char *answer,
    bool suppliers_too,
    double now_s,
    struct purchase_counts *counts)
{
    long long *done[] = {[STEP_ACCEPT] = &counts->accepted,
        [STEP_REJECT] = &counts->rejected,
        [STEP_SHIP] = &counts->shipped,
        [STEP_DELIVER] = &counts->delivered};

    purchase->busy = false;
    if (status == 0 || status == 202 || status == 429 ||
        status == 503) { /* The same key asks again. */
        purchase->not_before_s = now_s + 0.25;
        if (++purchase->tries < PURCHASE_TRIES)
            return;
        counts->undecided++;
        purchase->used = false;
    } else if (purchase->step == STEP_ORDER) {
        ordered(purchase, status, answer, suppliers_too, counts);
    } else if (status == 200) {
        (*done[purchase->step])++;
        went_on(purchase);
    } else {
        counts->refused++;
        purchase->used = false;
    }
}
