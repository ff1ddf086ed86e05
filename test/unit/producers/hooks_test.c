/* Webhooks at the edge: whom it believes, and what it writes down. */
#include "lib/hook.h"
#include "producers/hooks/hooks.h"
#include "test/run.h"
#include "test/unit/producers/shop.h"

#define SECRETS "whsec_new\nwhsec_old\n"
#define ORDER "0123456789abcdef0123456789abcdef"
#define EVENT                                                                                      \
    "{\"id\":\"evt_1\",\"object\":\"event\",\"created\":1700000000,"                               \
    "\"type\":\"payment_intent.amount_capturable_updated\",\"data\":{\"object\":{\"id\":\"pi_1\"," \
    "\"object\":\"payment_intent\",\"amount\":500,\"amount_capturable\":500,"                      \
    "\"amount_received\":0,\"currency\":\"eur\",\"status\":\"requires_capture\","                  \
    "\"metadata\":{\"order\":\"" ORDER "\",\"payment\":\"" ORDER "/1\"}}}}"

static void hooks_open(void)
{
    struct fy_err err;

    shop_open(5000);
    shop.as[0] = '\0';
    if (hooks_new_of(SECRETS, &shop.producers.hooks, &err) != FY_OK)
        abort();
}

static void hooks_close(void)
{
    hooks_free(shop.producers.hooks);
    shop_close();
}

static const char *signature(const char *secret, int64_t age_s, const char *body)
{
    static char line[256];
    int64_t time_s = fy_reactor_now_ms(shop.site.reactor) / 1000 - age_s;
    char hex[FY_HOOK_HEX + 1];

    fy_hook_sign(fy_slice_of(secret), time_s, fy_slice_of(body), hex);
    (void)snprintf(
        line, sizeof(line), JSON "Stripe-Signature: t=%lld,v1=%s\r\n", (long long)time_s, hex);
    return line;
}

static struct webhook written(int index)
{
    const struct fake_record *record = &shop.kafka.records[index];
    struct webhook webhook = {0};
    struct fy_err err;

    if (index >= shop.kafka.count ||
        webhook_decode((struct fy_slice){record->value, record->value_size}, &shop.arena, &webhook,
            &err) != FY_OK)
        abort();
    return webhook;
}

static void a_signed_one_is_written_down_and_then_answered(void)
{
    struct webhook webhook;

    hooks_open();
    post_and_settle("/v1/hooks/payments", signature("whsec_new", 0, EVENT), EVENT);
    EXPECT_I64(204, answer.status);
    EXPECT_I64(1, shop.kafka.count);
    EXPECT_I64(FY_TOPIC_WEBHOOKS, shop.kafka.records[0].topic);
    webhook = written(0);
    EXPECT_TEXT(ORDER, webhook.key);
    EXPECT_TEXT(ORDER "/1", webhook.payment);
    EXPECT_TEXT("pi_1", webhook.provider_ref);
    EXPECT_TEXT("requires_capture", webhook.status);
    EXPECT_TEXT("EUR", webhook.currency);
    EXPECT_I64(500, webhook.authorised_minor);
    EXPECT_I64(1700000000000, webhook.created_ms);
    EXPECT_TEXT("evt_1", webhook.provider_event);

    /* A repeat is one more record, under the same id. */
    post_and_settle("/v1/hooks/payments", signature("whsec_old", 0, EVENT), EVENT);
    EXPECT_I64(204, answer.status);
    EXPECT_I64(2, shop.kafka.count);
    CU_ASSERT(fy_slice_equal(webhook.envelope.event_id, written(1).envelope.event_id));
    hooks_close();
}

/* The provider asks again until it is told that we have it: so nothing is told before. */
static void what_kafka_does_not_take_is_not_answered_2xx(void)
{
    int fd;

    hooks_open();
    fd = post("/v1/hooks/payments", signature("whsec_new", 0, EVENT), EVENT);
    while (shop.kafka.count == 0)
        site_turn(&shop.site);
    fake_settle(&shop.kafka, 1, FY_ABORT);
    read_answer(fd);
    EXPECT_I64(503, answer.status);
    shop.kafka.room = 0;
    post_and_settle("/v1/hooks/payments", signature("whsec_new", 0, EVENT), EVENT);
    EXPECT_I64(503, answer.status);
    hooks_close();
}

static void whoever_does_not_sign_is_refused_and_told_nothing(void)
{
    static char first[4096];

    hooks_open();
    post_and_settle("/v1/hooks/payments", JSON, EVENT);
    EXPECT_I64(400, answer.status);
    (void)snprintf(first, sizeof(first), "%s", strstr(answer.text, "\r\n\r\n"));
    post_and_settle("/v1/hooks/payments", signature("whsec_guessed", 0, EVENT), EVENT);
    EXPECT_I64(400, answer.status);
    EXPECT_TEXT(first, fy_slice_of(strstr(answer.text, "\r\n\r\n")));
    post_and_settle("/v1/hooks/payments", signature("whsec_new", 301, EVENT), EVENT);
    EXPECT_TEXT(first, fy_slice_of(strstr(answer.text, "\r\n\r\n")));
    post_and_settle("/v1/hooks/payments", signature("whsec_new", 0, EVENT), EVENT " ");
    EXPECT_TEXT(first, fy_slice_of(strstr(answer.text, "\r\n\r\n")));
    EXPECT_I64(0, shop.kafka.count);

    /* Who goes on guessing is not listened to; who signs is. */
    for (int i = 0; i < 40; i++)
        post_and_settle("/v1/hooks/payments", signature("whsec_guessed", 0, EVENT), EVENT);
    EXPECT_I64(429, answer.status);
    post_and_settle("/v1/hooks/payments", signature("whsec_new", 0, EVENT), EVENT);
    EXPECT_I64(204, answer.status);
    hooks_close();
}

static void what_is_no_event_is_refused(void)
{
    static const char *const bad[] = {"{}", "[]", "nonsense",
        "{\"id\":\"evt\",\"type\":\"x\",\"created\":-1,\"data\":{\"object\":{}}}",
        "{\"id\":\"evt\",\"type\":\"x\",\"created\":1,\"data\":{\"object\":{\"object\":\"a\"}}}"};

    hooks_open();
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        post_and_settle("/v1/hooks/payments", signature("whsec_new", 0, bad[i]), bad[i]);
        EXPECT_I64(400, answer.status);
    }
    EXPECT_I64(0, shop.kafka.count);
    hooks_close();
}

/* The account may be used by others, who fill in metadata of their own. */
static void what_is_of_nobody_names_nothing_of_ours(void)
{
    static const char *const others[] = {
        "\"metadata\":{}",
        "\"metadata\":{\"order\":\"17\",\"payment\":\"17/1\"}",
        "\"metadata\":{\"order\":\"" ORDER "\",\"payment\":\"another/1\"}",
        "\"metadata\":{\"order\":\"" ORDER "\"}",
    };
    struct fy_arena arena;

    fy_arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        char event[600];
        struct webhook webhook;

        (void)snprintf(event, sizeof(event),
            "{\"id\":\"evt_2\",\"created\":1,\"type\":\"payment_intent.succeeded\",\"data\":"
            "{\"object\":{\"id\":\"pi_2\",\"object\":\"payment_intent\",%s}}}",
            others[i]);
        EXPECT_I64(true, hooks_read(fy_slice_of(event), &arena, &webhook));
        EXPECT_TEXT("pi_2", webhook.key);
        EXPECT_TEXT(NULL, webhook.payment);
    }
    fy_arena_done(&arena);
}

static void a_refund_names_itself(void)
{
    static const char event[] =
        "{\"id\":\"evt_3\",\"created\":1,\"type\":\"refund.created\",\"data\":{\"object\":{"
        "\"id\":\"re_1\",\"object\":\"refund\",\"payment_intent\":\"pi_3\",\"metadata\":{"
        "\"order\":\"" ORDER "\",\"payment\":\"" ORDER "/1\",\"refund\":\"" ORDER "/1/r1\"}}}}";
    struct fy_arena arena;
    struct webhook webhook;

    fy_arena_init(&arena, 1 << 16);
    EXPECT_I64(true, hooks_read(fy_slice_of(event), &arena, &webhook));
    EXPECT_TEXT("pi_3", webhook.provider_ref);
    EXPECT_TEXT(ORDER "/1/r1", webhook.refund_id);
    EXPECT_TEXT(NULL, webhook.status);
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(a_signed_one_is_written_down_and_then_answered),
    TEST(what_kafka_does_not_take_is_not_answered_2xx),
    TEST(whoever_does_not_sign_is_refused_and_told_nothing),
    TEST(what_is_no_event_is_refused),
    TEST(what_is_of_nobody_names_nothing_of_ours),
    TEST(a_refund_names_itself),
};

TEST_MAIN(hooks, tests)
