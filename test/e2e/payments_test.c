/*
 * payments_test.c - the provider misbehaves, dies, and is dead while somebody pays; strangers speak
 * in its name. Each order is paid once all the same, and its books say what ours do.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

enum { SECONDS = 60, ORDERS = 3, PSPSIM_PORT = 28 };

static char key_of[64];

/* 201 with the order's id in `ret_order`; asked again while it is not decided. */
static void paid(const char *sku, const char *key, const char *card, char ret_order[33])
{
    char body[768], key_header[128], cookie_header[112] = "";
    const char *headers[] = {
        "Content-Type: application/json", "Prefer: wait=30", key_header, NULL, NULL};
    const struct answer *answer = NULL;

    (void)snprintf(key_header, sizeof(key_header), "Idempotency-Key: %s", key);
    (void)snprintf(body, sizeof(body),
        "{\"lines\":[{\"sku\":\"%s\",\"units\":1}],\"expected_total\":{\"minor\":1234,"
        "\"currency\":\"EUR\"},\"payment_method\":\"%s\",\"email\":\"guest@e2e.example\","
        "\"address\":{\"full_name\":\"A Guest\",\"lines\":[\"1 Some Street\"],"
        "\"postcode\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\"}}",
        sku, card);
    for (int tries = 0; tries < SECONDS; tries++) {
        answer = http_post("/v1/orders", body, headers);
        if (answer->cookie[0] != '\0') {
            (void)snprintf(cookie_header, sizeof(cookie_header), "Cookie: %s", answer->cookie);
            headers[3] = cookie_header;
        }
        if (answer->status != 202 && answer->status != 503)
            break;
    }
    EXPECT_STATUS(201, answer);
    EXPECT_IN("\"state\":\"CONFIRMED\"", answer);
    ret_order[0] = '\0';
    if (strlen(answer->location) >= 32)
        (void)snprintf(ret_order, 33, "%s", answer->location + strlen(answer->location) - 32);
}

static void provider_is(const char *form)
{
    const char *output;

    if (run_command(&output, "curl -fs -m 10 -X PUT -d '%s' http://127.0.0.1:%d/hostility", form,
            stand_port() + PSPSIM_PORT) != 0)
        CU_FAIL("the provider does not take its manners");
}

/* How often the provider has taken money for an order. */
static int times_taken(const char *order)
{
    const char *output;
    char wanted[192];
    int count = 0;

    (void)snprintf(wanted, sizeof(wanted), "\"payment\":\"%s/1\",\"status\":\"succeeded\"", order);
    if (run_command(&output,
            "curl -fs -m 10 'http://127.0.0.1:%d/books?limit=1000' | tr '{' '\\n' | grep %s",
            stand_port() + PSPSIM_PORT, order) != 0)
        return 0;
    for (const char *at = output; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

static void an_order_is_paid_once_whatever_the_provider_does(void)
{
    const char *sku = listed_product();
    char orders[ORDERS][33];

    provider_is("cut=100&cut_after=400&limited=200&late=300&late_ms=300&slow=200&hook_twice=500&"
                "hook_forged=500&hook_stale=500&hook_late=300&hook_late_ms=500");
    for (int i = 0; i < ORDERS; i++) {
        (void)snprintf(key_of, sizeof(key_of), "%s", fresh_name("paid-by-the-hostile"));
        paid(sku, key_of, "pm_card_visa", orders[i]);
        if (i == 0)
            program_kill("pspsim"); /* It forgets nothing, and keeps its manners. */
        if (i == 1)
            program_kill("payments");
    }
    provider_is("");
    for (int i = 0; i < ORDERS; i++)
        EXPECT_I64(1, times_taken(orders[i]));
}

/* What a stranger says in its name is refused at the door, and nothing is written down. */
static void strangers_are_not_the_provider(void)
{
    static const char *const headers[] = {"Content-Type: application/json",
        "Stripe-Signature: t=1700000000,"
        "v1=0000000000000000000000000000000000000000000000000000000000000000",
        NULL};
    int64_t before = topic_end(FY_TOPIC_WEBHOOKS);

    EXPECT_PROBLEM(400, "bad-request", "the signature does not count",
        http_post("/v1/hooks/payments", "{\"id\":\"evt_1\"}", headers));
    EXPECT_I64(before, topic_end(FY_TOPIC_WEBHOOKS));
}

static const CU_TestInfo tests[] = {
    TEST(an_order_is_paid_once_whatever_the_provider_does),
    TEST(strangers_are_not_the_provider),
};

TEST_MAIN(payments, tests)
