#include "producers/producers.h"
#include "lib/feed_rows.h"
#include "lib/sessions.h"
#include "producers/accounts/people.h"
#include "producers/feeds/feed.h"
#include "producers/orders/orders.h"

#include <inttypes.h>
#include <stdio.h>

bool producers_ready(void *context, char *ret_why, size_t size)
{
    struct producers *producers = context;

    if (!fy_producer_connected(producers->producer)) {
        (void)snprintf(ret_why, size, "Kafka does not answer");
        return false;
    }
    if (producers->follower == NULL || fy_follower_ready(producers->follower))
        return true;
    (void)snprintf(ret_why, size, "reading products: %" PRId64 " records behind",
        fy_follower_behind(producers->follower));
    return false;
}

const enum fy_topic producers_topics[] = {
    FY_TOPIC_PRODUCTS,
    FY_TOPIC_FEEDS,
    FY_TOPIC_CREDENTIALS,
    FY_TOPIC_USERS,
    FY_TOPIC_ACCOUNTS,
    FY_TOPIC_PERSON_KEYS,
    FY_TOPIC_SESSIONS,
    FY_TOPIC_ORDER_STATUS,
};
const int producers_topic_count = sizeof(producers_topics) / sizeof(producers_topics[0]);

enum fy_status producers_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct producers *producers = context;

    switch (record->topic) {
    case FY_TOPIC_FEEDS:
        return fy_feed_apply(record, FEED_SPACE, rows, arena, err);
    case FY_TOPIC_PRODUCTS:
        return known_skus_apply(producers->known, record, rows, arena, err);
    case FY_TOPIC_SESSIONS:
        return fy_sessions_apply(record, SESSIONS_SPACE, rows, arena, err);
    case FY_TOPIC_ORDER_STATUS:
        return orders_apply(producers->orders, record, rows, arena, err);
    default:
        return people_apply(producers->people, record, rows, arena, err);
    }
}
