/* shopper.c - see shopper.h. */
#include "test/e2e/shopper.h"

const char *listed_product(void)
{
    const char *sku = fresh_name("e2e");
    const struct answer *answer;
    char body[512], path[128], position[64];

    (void)snprintf(body, sizeof(body),
        "[{\"sku\":\"%s\",\"product_listed\":{\"title\":\"A thing\","
        "\"price\":{\"minor\":1234,\"currency\":\"EUR\"}}},"
        "{\"sku\":\"%s\",\"stock_counted\":{\"units\":100}}]",
        sku, sku);
    answer = http_post("/v1/supply", body, AS_OWNER_OF("e2e"));
    EXPECT_STATUS(202, answer);
    (void)snprintf(position, sizeof(position), "%s", answer->position);
    (void)snprintf(path, sizeof(path), "/v1/products/%s", sku);
    EXPECT_STATUS(200, get_after(path, position, NULL));
    return sku;
}

void shopper_init(struct shopper *shopper)
{
    memset(shopper, 0, sizeof(*shopper));
    (void)snprintf(shopper->session, sizeof(shopper->session), "%s", fresh_session());
}

const struct answer *shopper_post(struct shopper *shopper, const char *body)
{
    char cookie[128];
    const char *const headers[] = {cookie, NULL};
    const struct answer *answer;

    (void)snprintf(cookie, sizeof(cookie), "Cookie: %s", shopper->cookie);
    answer = http_post("/v1/activity", body, shopper->cookie[0] == '\0' ? NULL : headers);
    if (answer->cookie[0] != '\0')
        memcpy(shopper->cookie, answer->cookie, sizeof(shopper->cookie));
    if (answer->status == 202)
        memcpy(shopper->position, answer->position, sizeof(shopper->position));
    return answer;
}

const struct answer *shopper_view(struct shopper *shopper, const char *sku)
{
    char body[256];

    (void)snprintf(body, sizeof(body),
        "{\"session\":\"%s\",\"n\":%d,\"item_viewed\":{\"sku\":\"%s\"}}", shopper->session,
        shopper->n++, sku);
    return shopper_post(shopper, body);
}

const struct answer *shopper_history(const struct shopper *shopper)
{
    return get_after("/v1/history", shopper->position, shopper->cookie);
}
