#include "producers/producers.h"

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
