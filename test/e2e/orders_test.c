/*
 * orders_test.c - somebody orders on a real stand: it is held, paid, confirmed, shipped, sent back,
 * and the supplier's account says so. What is sold out is refused, what is another's is not there.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

enum { SECONDS = 60 };

/* A guest, who they are by the cookie that their first order set. */
struct guest {
    char cookie[80];
    char header[112];
    char order[256]; /* The path of their newest one. */
};

static const struct answer *place(
    struct guest *guest, const char *sku, int units, int total, const char *card, const char *key)
{
    const char *headers[] = {
        "Content-Type: application/json", "Prefer: wait=5", NULL, guest->header, NULL};
    char body[1024], key_header[128];
    const struct answer *answer;

    (void)snprintf(key_header, sizeof(key_header), "Idempotency-Key: %s", key);
    headers[2] = key_header;
    if (guest->cookie[0] == '\0')
        headers[3] = NULL;
    (void)snprintf(body, sizeof(body),
        "{\"lines\":[{\"sku\":\"%s\",\"units\":%d}],\"expected_total\":{\"minor\":%d,"
        "\"currency\":\"EUR\"},\"payment_method\":\"%s\",\"email\":\"guest@e2e.example\","
        "\"address\":{\"full_name\":\"A Guest\",\"lines\":[\"1 Some Street\"],"
        "\"postcode\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\"}}",
        sku, units, total, card);
    /* A stand that is busy says 202: the same key asks about the same order. */
    for (int tries = 0; tries < SECONDS / 4; tries++) {
        answer = http_post("/v1/orders", body, headers);
        if (answer->cookie[0] != '\0') {
            (void)snprintf(guest->cookie, sizeof(guest->cookie), "%s", answer->cookie);
            (void)snprintf(guest->header, sizeof(guest->header), "Cookie: %s", answer->cookie);
            headers[3] = guest->header;
        }
        if (answer->status != 202 && answer->status != 503)
            break;
    }
    if (answer->location[0] != '\0')
        (void)snprintf(guest->order, sizeof(guest->order), "%s", answer->location);
    return answer;
}

static const struct answer *say(
    const struct guest *guest, const char *rest, const char *body, const char *who)
{
    const char *const headers[] = {"Content-Type: application/json", "Prefer: wait=9", who, NULL};
    char path[320];

    (void)snprintf(path, sizeof(path), "%s%s", guest->order, rest);
    return http_post(path, body, headers);
}

struct looking {
    const char *path, *header, *words;
};

static bool is_there(void *context)
{
    const struct looking *looking = context;
    const char *const headers[] = {looking->header, NULL};
    const struct answer *answer = http_get(looking->path, headers);

    return answer->status == 200 && strstr(answer->body, looking->words) != NULL;
}

static void one_request_is_an_order(void)
{
    struct guest guest = {0}, other = {0};
    const char *sku = listed_product();
    const char *key = fresh_name("an-order-of-somebody");
    const struct answer *answer;
    struct looking looking;
    char first[256];

    answer = place(&guest, sku, 2, 2468, "pm_card_visa", key);
    EXPECT_STATUS(201, answer);
    EXPECT_IN("\"state\":\"CONFIRMED\"", answer);
    (void)snprintf(first, sizeof(first), "%s", guest.order);
    answer = place(&guest, sku, 2, 2468, "pm_card_visa", key);
    EXPECT_STATUS(201, answer);
    EXPECT_TEXT(first, fy_slice_of(guest.order));
    EXPECT_PROBLEM(422, "key-reused", NULL, place(&guest, sku, 1, 1234, "pm_card_visa", key));

    looking = (struct looking){first, guest.header, "1 Some Street"};
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking); /* The edge may be ahead of api. */
    EXPECT_STATUS(
        201, place(&other, sku, 1, 1234, "pm_card_visa", fresh_name("an-order-of-another")));
    EXPECT_PROBLEM(
        404, "not-found", NULL, http_get(first, (const char *const[]){other.header, NULL}));
    (void)snprintf(other.order, sizeof(other.order), "%s", first);
    EXPECT_PROBLEM(404, "not-found", NULL, say(&other, "/cancel", "{}", other.header));
}

static void what_is_refused_says_why(void)
{
    struct guest guest = {0};
    const char *sku = listed_product();
    const struct answer *answer;

    answer = place(&guest, sku, 101, 124634, "pm_card_visa", fresh_name("more-than-there-is"));
    EXPECT_PROBLEM(409, "sold-out", "\"left_units\":100", answer);
    answer = place(&guest, sku, 1, 1, "pm_card_visa", fresh_name("for-another-price"));
    EXPECT_PROBLEM(409, "total-differs", "\"total\":{\"minor\":1234", answer);
    answer = place(&guest, sku, 1, 1234, "pm_card_chargeDeclinedInsufficientFunds",
        fresh_name("with-an-empty-card"));
    EXPECT_PROBLEM(402, "payment-declined", "insufficient_funds", answer);
}

/* Shipped, sent back, given back: both the customer and the supplier read it. */
static void what_is_shipped_comes_back(void)
{
    struct guest guest = {0};
    const char *sku = listed_product();
    const char *owner = owner_of("e2e");
    char timeline[272], path[256];
    struct looking looking = {.header = guest.header};

    EXPECT_STATUS(201, place(&guest, sku, 2, 2468, "pm_card_visa", fresh_name("to-be-sent-back")));
    (void)snprintf(path, sizeof(path), "%s", guest.order);
    EXPECT_PROBLEM(
        404, "not-found", NULL, say(&guest, "/suppliers/e2e/accept", "", owner_of("elm")));
    EXPECT_STATUS(200, say(&guest, "/suppliers/e2e/accept", "", owner));
    EXPECT_STATUS(200,
        say(&guest, "/suppliers/e2e/ship", "{\"carrier\":\"post\",\"tracking\":\"RR1\"}", owner));
    EXPECT_PROBLEM(409, "order-refused", NULL, say(&guest, "/cancel", "{}", guest.header));
    EXPECT_STATUS(200, say(&guest, "/return", "{}", guest.header));
    looking.path = path;
    looking.words = "\"refunded\":{\"minor\":2468";
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
    (void)snprintf(timeline, sizeof(timeline), "%s/timeline", guest.order);
    looking.path = timeline;
    looking.words = "\"event\":\"items_returned\"";
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
    looking.path = "/v1/suppliers/e2e/statement";
    looking.header = owner;
    looking.words = "\"about\":\"returned\"";
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
}

/* What is put into the cart is there; what is ordered has left it. */
static void an_order_empties_the_cart(void)
{
    struct guest guest = {0};
    const char *sku = listed_product();
    const struct answer *answer;
    struct shopper shopper;
    char path[128], position[64];
    const char *headers[] = {"Content-Type: application/json", guest.header, NULL};
    struct looking looking = {.path = "/v1/cart", .header = guest.header, .words = "\"lines\":[]"};

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    (void)snprintf(guest.cookie, sizeof(guest.cookie), "%s", shopper.cookie);
    (void)snprintf(guest.header, sizeof(guest.header), "Cookie: %s", shopper.cookie);
    (void)snprintf(path, sizeof(path), "/v1/cart/items/%s", sku);
    answer = http_send("PUT", path, "{\"units\":3}", headers);
    EXPECT_STATUS(202, answer);
    (void)snprintf(position, sizeof(position), "%s", answer->position);
    answer = get_after("/v1/cart", position, shopper.cookie);
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"units\":3", answer);
    EXPECT_STATUS(201, place(&guest, sku, 3, 3702, "pm_card_visa", fresh_name("what-is-in-it")));
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
}

static const struct answer *resolve(const struct guest *guest, const char *action, const char *who)
{
    char body[96];

    (void)snprintf(body, sizeof(body), "{\"action\":\"%s\",\"note\":\"paid_by_hand\"}", action);
    return say(guest, "/resolve", body, who);
}

/* The order as it is behind what that answer has written down; then until it says these words. */
static void expect_behind(
    const struct guest *guest, const struct answer *written, const char *words)
{
    struct looking looking = {guest->order, guest->header, words};
    char position[64];

    EXPECT_STATUS(200, written);
    (void)snprintf(position, sizeof(position), "%s", written->position);
    EXPECT_STATUS(200, get_after(guest->order, position, guest->cookie));
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
}

/*
 * A card that takes no money back: what is sent back is owed, and no rule knows what to do. The
 * operator finds it, asks once more in vain, pays by hand, closes it; the events say who did.
 */
static void an_operator_settles_what_no_rule_does(void)
{
    struct guest guest = {0};
    const char *sku = listed_product(), *owner = owner_of("e2e"), *boss = an_operator();
    struct looking looking = {.path = guest.order, .header = guest.header};
    const char *output;

    EXPECT_STATUS(201, place(&guest, sku, 1, 1234, "pm_fy_refundFails", fresh_name("no-way-back")));
    EXPECT_PROBLEM(409, "order-refused", "not_needed", resolve(&guest, "CLOSE", boss));
    EXPECT_STATUS(200, say(&guest, "/suppliers/e2e/accept", "", owner));
    EXPECT_STATUS(200, say(&guest, "/suppliers/e2e/ship", "{}", owner));
    EXPECT_STATUS(200, say(&guest, "/return", "{}", guest.header));
    looking.words = "\"needs_operator\":\"refund_failed\"";
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);
    EXPECT_STATUS(403, resolve(&guest, "CLOSE", owner));
    looking.path = "/v1/operator/orders?limit=100";
    looking.header = boss;
    looking.words = strrchr(guest.order, '/') + 1;
    EXPECT_EVENTUALLY(SECONDS, is_there, &looking);

    expect_behind(&guest, resolve(&guest, "RETRY", boss), "\"needs_operator\":\"refund_failed\"");
    expect_behind(&guest, resolve(&guest, "CLOSE", boss), "\"state\":\"CLOSED\"");

    EXPECT_I64(0, run_command(&output, "./fy tap orders --key %s", strrchr(guest.order, '/') + 1));
    EXPECT_CONTAINS("\"action\":\"close\"", fy_slice_of(output));
    EXPECT_CONTAINS("\"note\":\"paid_by_hand\"", fy_slice_of(output));
    EXPECT_CONTAINS("\"by\":\"operator:", fy_slice_of(output));
}

static CU_TestInfo tests[] = {
    TEST(an_operator_settles_what_no_rule_does),
    TEST(one_request_is_an_order),
    TEST(what_is_refused_says_why),
    TEST(what_is_shipped_comes_back),
    TEST(an_order_empties_the_cart),
};

TEST_MAIN(orders, tests)
