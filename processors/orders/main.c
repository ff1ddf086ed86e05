/*
 * orders - from a cart to parcels and money: stock, payment and suppliers of each order, and what
 * is done when one of them fails.
 */
#include "lib/conf.h"
#include "lib/task.h"
#include "processors/orders/handle.h"

enum { SECONDS_MAX = 1000000000 }; /* 31 years. */

/* Settings are read into these, then made the terms of orders that are placed from now on. */
static int commission_bp, pay_s, extend_s, accept_s, ship_s, deliver_s, return_s, keep_s;
static int resend_ms, resend_ms_max, resends_max;

#define SECONDS(setting, standard, words)                                                          \
    {                                                                                              \
        .name = #setting, .fallback = (standard), .number = &(setting), .number_min = 1,           \
        .number_max = SECONDS_MAX, .help = (words)                                                 \
    }

static const struct fy_conf_item settings[] = {
    {.name = "commission_bp",
        .fallback = "1000",
        .number = &commission_bp,
        .number_min = 0,
        .number_max = 10000,
        .help = "our part of what is sold, in 1/10,000"},
    SECONDS(pay_s, "600", "so long stock is held for somebody who pays"),
    SECONDS(extend_s, "600", "and longer, once, where they must confirm at the provider"),
    SECONDS(accept_s, "172800", "within that a supplier accepts, or counts as having rejected"),
    SECONDS(ship_s, "604800", "within that they ship; then an operator looks at it"),
    SECONDS(deliver_s, "1209600", "what was shipped counts as delivered then"),
    SECONDS(return_s, "2592000", "so long what was delivered may come back"),
    SECONDS(keep_s, "7776000", "so long an order that has ended is remembered"),
    {.name = "resend_ms",
        .fallback = "30000",
        .number = &resend_ms,
        .number_min = 100,
        .number_max = 3600000,
        .help = "what stock or payments did not answer is asked again; doubled each time,"},
    {.name = "resend_ms_max",
        .fallback = "900000",
        .number = &resend_ms_max,
        .number_min = 100,
        .number_max = 86400000,
        .help = "up to so much"},
    {.name = "resends_max",
        .fallback = "200",
        .number = &resends_max,
        .number_min = 1,
        .number_max = 10000,
        .help = "so often; then an operator looks at it"},
};

static void settle(void)
{
    orders_terms = (struct order_terms){
        .commission_bp = commission_bp,
        .pay_for_ms = INT64_C(1000) * pay_s,
        .extend_for_ms = INT64_C(1000) * extend_s,
        .accept_for_ms = INT64_C(1000) * accept_s,
        .ship_for_ms = INT64_C(1000) * ship_s,
        .deliver_for_ms = INT64_C(1000) * deliver_s,
        .return_for_ms = INT64_C(1000) * return_s,
        .resend_for_ms = resend_ms,
        .resend_most_for_ms = resend_ms_max,
        .resends_max = resends_max,
        .keep_for_ms = INT64_C(1000) * keep_s,
    };
}

int main(int argc, char **argv)
{
    struct fy_processor processor = orders_processor;

    processor.settings = settings;
    processor.setting_count = (int)(sizeof(settings) / sizeof(settings[0]));
    processor.settle = settle;
    return fy_task_main(&processor, argc, argv);
}
