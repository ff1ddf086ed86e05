/*
 * The provider that tests are made against: that it does what Stripe's API documents, and that its
 * bad manners are what they are called.
 */
#include "lib/hook.h"
#include "lib/ids.h"
#include "lib/json_pick.h"
#include "schemas/codec/codec.h"
#include "test/expect.h"
#include "test/pspsim/psp.h"
#include "test/run.h"

#include <stdlib.h>

#define FORM                                                                                       \
    "&currency=eur&capture_method=manual&confirm=true&metadata%5Border%5D=o&metadata%5Bpayment%"   \
    "5D=o%2F1"
#define WHOLE "expand%5B%5D=latest_charge.balance_transaction"
#define VISA "amount=1000&payment_method=pm_card_visa" FORM

enum { DAY = 24 * 3600 * 1000 };

static struct psp *psp;
static struct fy_arena arena;
static struct psp_answer answer;
static int64_t now_ms;
static uint8_t kept[1 << 20];
static size_t kept_bytes;

static void keep(void *context, struct fy_slice bytes)
{
    (void)context;
    if (kept_bytes + bytes.size > sizeof(kept))
        abort();
    memcpy(kept + kept_bytes, bytes.data, bytes.size);
    kept_bytes += bytes.size;
}

static void open_with(struct psp_hostility hostility)
{
    const struct psp_config config = {.seed = 7, .hostility = hostility, .keep = keep};
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK)
        abort();
    fy_arena_init(&arena, 4 << 20);
    kept_bytes = 0;
    now_ms = 1700000000000;
    psp = psp_new(&config);
}

static void shut(void)
{
    psp_free(psp);
    fy_arena_done(&arena);
}

static void call(
    const char *method, const char *path, const char *query, const char *key, const char *form)
{
    const struct psp_request request = {.method = method,
        .path = fy_slice_of(path),
        .query = fy_slice_of(query),
        .key = fy_slice_of(key),
        .body = fy_slice_of(form)};

    psp_request(psp, now_ms, &request, &arena, &answer);
}

static void post(const char *path, const char *key, const char *form)
{
    call("POST", path, "", key, form);
}

static const char *picked(const char *path)
{
    struct fy_slice text;

    return fy_json_pick_text(answer.body, path, 200, &arena, &text)
               ? (const char *)fy_arena_copy(&arena, text).data
               : "";
}

static int64_t number(const char *path)
{
    int64_t value = -1;

    return fy_json_pick_int(answer.body, path, &arena, &value) ? value : -1;
}

static char *path_of(const char *rest)
{
    static char path[120];

    (void)snprintf(path, sizeof(path), "/v1/payment_intents/%s%s", psp_intent_at(psp, 0)->id, rest);
    return path;
}

#define EXPECT_SAID(want, path) EXPECT_TEXT((want), fy_slice_of(picked(path)))

/* --- What it does ----------------------------------------------------------------------------- */

static void money_is_promised_taken_and_given_back(void)
{
    char form[160];

    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", VISA "&" WHOLE);
    EXPECT_I64(200, answer.status);
    EXPECT_SAID("requires_capture", "status");
    EXPECT_I64(1000, number("amount_capturable"));
    EXPECT_I64(now_ms / 1000 + 7 * DAY / 1000,
        number("latest_charge.payment_method_details.card.capture_before"));

    post(path_of("/capture"), "k2", "amount_to_capture=1001");
    EXPECT_I64(400, answer.status);
    post(path_of("/capture"), "k3", "amount_to_capture=900&" WHOLE);
    EXPECT_SAID("succeeded", "status");
    EXPECT_I64(900, number("amount_received"));
    EXPECT_I64(25 + 12, number("latest_charge.balance_transaction.fee"));
    post(path_of("/capture"), "k4", "");
    EXPECT_SAID("payment_intent_unexpected_state", "error.code");
    post(path_of("/cancel"), "k5", "");
    EXPECT_I64(400, answer.status);

    (void)snprintf(form, sizeof(form), "payment_intent=%s&amount=500", psp_intent_at(psp, 0)->id);
    post("/v1/refunds", "k6", form);
    EXPECT_SAID("succeeded", "status");
    post("/v1/refunds", "k7", form);
    EXPECT_SAID("amount_too_large", "error.code");
    EXPECT_I64(500, psp_totals(psp).refunded);
    EXPECT_I64(900, psp_totals(psp).captured);
    EXPECT_I64(0, psp_totals(psp).held);
    shut();
}

static void tokens_decline_as_they_are_called(void)
{
    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1",
        "amount=5&payment_method=pm_card_chargeDeclinedInsufficientFunds" FORM);
    EXPECT_I64(402, answer.status);
    EXPECT_SAID("insufficient_funds", "error.decline_code");
    EXPECT_SAID("requires_payment_method", "error.payment_intent.status");
    post("/v1/payment_intents", "k2", "amount=5&payment_method=pm_nobody" FORM);
    EXPECT_I64(400, answer.status);
    post("/v1/payment_intents", "k3", "amount=0&payment_method=pm_card_visa" FORM);
    EXPECT_I64(400, answer.status);
    EXPECT_I64(1, psp_intent_count(psp));
    shut();
}

static void the_bank_asks_once(void)
{
    struct fy_slice secret;

    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", "amount=5&payment_method=pm_card_threeDSecure2Required" FORM);
    EXPECT_SAID("requires_action", "status");
    secret = fy_slice_of(psp_intent_at(psp, 0)->secret);
    CU_ASSERT(
        strstr(picked("next_action.redirect_to_url.url"), psp_intent_at(psp, 0)->secret) != NULL);
    EXPECT_I64(false, psp_act(psp, now_ms, fy_slice_of("secret_00000000ffff"), true));
    EXPECT_I64(true, psp_act(psp, now_ms, secret, true));
    EXPECT_I64(PSP_REQUIRES_CAPTURE, psp_intent_at(psp, 0)->status);
    EXPECT_I64(false, psp_act(psp, now_ms, secret, false));
    shut();
}

static void an_authorisation_ends_after_seven_days(void)
{
    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", VISA);
    psp_tick(psp, now_ms + 7LL * DAY - 1);
    EXPECT_I64(PSP_REQUIRES_CAPTURE, psp_intent_at(psp, 0)->status);
    now_ms += 7LL * DAY;
    call("GET", path_of(""), "", "", "");
    EXPECT_SAID("canceled", "status");
    EXPECT_I64(0, psp_totals(psp).held);
    shut();
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void a_key_does_once_and_says_the_same(void)
{
    char first[64];

    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", VISA);
    (void)snprintf(first, sizeof(first), "%s", picked("id"));
    EXPECT_I64(false, answer.replayed);
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(true, answer.replayed);
    EXPECT_SAID(first, "id");
    post("/v1/payment_intents", "k1", "amount=1&payment_method=pm_card_visa" FORM);
    EXPECT_I64(400, answer.status);
    EXPECT_SAID("idempotency_error", "error.type");
    EXPECT_I64(1, psp_intent_count(psp));

    /* After a day it is forgotten, and does it again: what a caller must know. */
    now_ms += DAY;
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(false, answer.replayed);
    EXPECT_I64(2, psp_intent_count(psp));
    shut();
}

static void a_key_that_is_under_way_is_a_conflict(void)
{
    open_with((struct psp_hostility){.late = 1000, .late_ms = 1000});
    post("/v1/payment_intents", "k1", VISA);
    CU_ASSERT(answer.delay_ms > 0);
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(409, answer.status);
    now_ms += 2000;
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(true, answer.replayed);
    EXPECT_I64(1, psp_intent_count(psp));
    shut();
}

/* --- Manners ---------------------------------------------------------------------------------- */

static void an_error_may_have_done_it(void)
{
    open_with((struct psp_hostility){.error_after = 1000});
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(500, answer.status);
    EXPECT_I64(1, psp_intent_count(psp));
    post("/v1/payment_intents", "k1", VISA); /* And stays one, for the key keeps it. */
    EXPECT_I64(500, answer.status);
    EXPECT_I64(true, answer.replayed);
    shut();

    open_with((struct psp_hostility){.error = 1000});
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(500, answer.status);
    EXPECT_I64(0, psp_intent_count(psp));
    shut();
}

static void a_cut_connection_may_have_done_it(void)
{
    open_with((struct psp_hostility){.cut_after = 1000});
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(PSP_CUT, answer.fate);
    EXPECT_I64(1, psp_intent_count(psp));
    shut();

    open_with((struct psp_hostility){.cut = 1000});
    post("/v1/payment_intents", "k1", VISA);
    EXPECT_I64(PSP_CUT, answer.fate);
    EXPECT_I64(0, psp_intent_count(psp));
    shut();
}

static void search_is_late(void)
{
    static const char query[] = "query=metadata%5B'payment'%5D:'o/1'";
    struct fy_slice data;

    open_with((struct psp_hostility){.search_late_ms = 5000});
    post("/v1/payment_intents", "k1", VISA);
    call("GET", "/v1/payment_intents/search", query, "", "");
    EXPECT_I64(true, fy_json_pick(answer.body, "data", &arena, &data));
    EXPECT_TEXT("[]", data);
    now_ms += 5000;
    call("GET", "/v1/payment_intents/search", query, "", "");
    EXPECT_I64(true, fy_json_pick(answer.body, "data", &arena, &data));
    CU_ASSERT(data.size > 2);
    shut();
}

static bool lists(const char *query, const char *has_more)
{
    struct fy_slice more;

    call("GET", "/v1/payment_intents", query, "", "");
    return answer.status == 200 && fy_json_pick(answer.body, "has_more", &arena, &more) &&
           fy_slice_equal(more, fy_slice_of(has_more));
}

/* Newest first, page by page; what was done stands in it at once, however late search is. */
static void a_list_is_never_late(void)
{
    struct fy_slice data;
    char query[96];

    open_with((struct psp_hostility){.search_late_ms = 5000});
    post("/v1/payment_intents", "k1", VISA);
    CU_ASSERT(lists("limit=1", "false"));
    now_ms += 2000;
    post("/v1/payment_intents", "k2", VISA);
    CU_ASSERT(lists("limit=1", "true"));
    (void)snprintf(query, sizeof(query), "starting_after=%s", psp_intent_at(psp, 1)->id);
    CU_ASSERT(lists(query, "false"));
    EXPECT_I64(true, fy_json_pick(answer.body, "data", &arena, &data));
    EXPECT_CONTAINS(psp_intent_at(psp, 0)->id, data);
    (void)snprintf(query, sizeof(query), "created%%5Bgte%%5D=%lld", (long long)now_ms / 1000 + 1);
    CU_ASSERT(lists(query, "false"));
    EXPECT_I64(true, fy_json_pick(answer.body, "data", &arena, &data));
    EXPECT_TEXT("[]", data);
    call("GET", "/v1/payment_intents", "limit=101", "", "");
    EXPECT_I64(400, answer.status);
    shut();
}

/* Pages may be short, and have others' intents, behind which the next page goes on too. */
static void a_list_may_be_a_nasty_one(void)
{
    struct fy_slice more;
    char query[96];
    int pages = 0;

    open_with((struct psp_hostility){.list_short = 1000, .strangers = 1000});
    for (int i = 0; i < 5; i++) {
        char key[8];

        (void)snprintf(key, sizeof(key), "k%d", i);
        post("/v1/payment_intents", key, VISA);
    }
    (void)snprintf(query, sizeof(query), "limit=100");
    for (bool goes_on = true; goes_on; pages++) {
        const struct fy_slice *items;
        struct fy_slice data, last;
        struct fy_err err;
        size_t count;

        call("GET", "/v1/payment_intents", query, "", "");
        CU_ASSERT_FATAL(fy_json_pick(answer.body, "has_more", &arena, &more) &&
                        fy_json_pick(answer.body, "data", &arena, &data) &&
                        fy_json_elements(data, &arena, 100, &items, &count, &err) == FY_OK);
        CU_ASSERT_FATAL(count >= 1 && count <= 3);
        CU_ASSERT_FATAL(fy_json_pick_text(items[count - 1], "id", 64, &arena, &last));
        (void)snprintf(query, sizeof(query), "starting_after=%.*s", FY_SLICE_ARG(last));
        goes_on = fy_slice_equal(more, fy_slice_of("true"));
    }
    CU_ASSERT(pages >= 4 && pages <= 10);
    CU_ASSERT(strstr(query, "stranger_00000000") != NULL); /* Behind the oldest of ours. */
    shut();
}

/* A charge is told whole to who asks for it; else by its name. */
static void charges_are_told_to_who_asks(void)
{
    struct fy_slice fee;
    char path[96];

    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", VISA);
    (void)snprintf(path, sizeof(path), "/v1/payment_intents/%s", psp_intent_at(psp, 0)->id);
    call("GET", path, "", "", "");
    CU_ASSERT(!fy_json_pick(answer.body, "latest_charge.captured", &arena, &fee));
    call("GET", path, WHOLE, "", "");
    CU_ASSERT(fy_json_pick(answer.body, "latest_charge.captured", &arena, &fee));
    shut();
}

/* --- Webhooks --------------------------------------------------------------------------------- */

static bool counts(const struct psp_hook *hook)
{
    struct fy_slice secret = fy_slice_of("whsec_ours");
    char header[PSP_HEADER];

    psp_hook_header(hook, secret, now_ms, header);
    return fy_hook_check(&secret, 1, fy_slice_of(header), hook->body, now_ms / 1000);
}

static void webhooks_come_twice_and_forged_and_stale(void)
{
    struct psp_hook hook;
    int seen[3] = {0};

    open_with((struct psp_hostility){.hook_twice = 1000, .hook_forged = 1000, .hook_stale = 1000});
    post("/v1/payment_intents", "k1", VISA);
    while (psp_hook_next(psp, now_ms, &hook)) {
        seen[hook.kind]++;
        EXPECT_I64(hook.kind == PSP_HOOK_TRUE, counts(&hook));
        psp_hook_answered(psp, now_ms, hook.number, 200);
    }
    EXPECT_I64(2, seen[PSP_HOOK_TRUE]);
    EXPECT_I64(1, seen[PSP_HOOK_FORGED]);
    EXPECT_I64(1, seen[PSP_HOOK_STALE]);
    shut();
}

static void what_is_not_answered_is_sent_again(void)
{
    struct psp_hook hook;
    int sent = 0;

    open_with((struct psp_hostility){0});
    post("/v1/payment_intents", "k1", VISA);
    for (int i = 0; i < 1000; i++, now_ms += 1000) {
        while (psp_hook_next(psp, now_ms, &hook)) {
            psp_hook_answered(psp, now_ms, hook.number, sent == 0 ? 0 : 503);
            sent++;
        }
    }
    EXPECT_I64(8, sent);
    shut();
}

/* --- What it keeps ---------------------------------------------------------------------------- */

static void a_killed_provider_forgets_nothing(void)
{
    struct psp *before;
    struct fy_slice all, books;

    open_with((struct psp_hostility){.hook_late = 1000, .hook_late_ms = 5000});
    post("/v1/payment_intents", "k1", VISA);
    post(path_of("/capture"), "k2", "");
    books = psp_books(psp, 0, 10, &arena);
    before = psp;
    all = (struct fy_slice){kept, kept_bytes};

    for (size_t torn = 0; torn < 40; torn++) { /* Its last write was cut anywhere. */
        psp = psp_new(&(struct psp_config){.seed = 7});
        CU_ASSERT(psp_load(psp, (struct fy_slice){all.data, all.size - torn}) <= all.size - torn);
        psp_free(psp);
    }
    psp = psp_new(&(struct psp_config){.seed = 7});
    EXPECT_I64(all.size, psp_load(psp, all));
    EXPECT_I64(psp_totals(before).captured, psp_totals(psp).captured);
    EXPECT_I64(psp_totals(before).fees, psp_totals(psp).fees);
    EXPECT_I64(psp_next_ms(before), psp_next_ms(psp));
    post(path_of("/capture"), "k2", ""); /* Its keys, too. */
    EXPECT_I64(true, answer.replayed);
    CU_ASSERT(books.size > 100);
    psp_free(before);
    shut();
}

static const CU_TestInfo tests[] = {
    TEST(money_is_promised_taken_and_given_back),
    TEST(tokens_decline_as_they_are_called),
    TEST(the_bank_asks_once),
    TEST(an_authorisation_ends_after_seven_days),
    TEST(a_key_does_once_and_says_the_same),
    TEST(a_key_that_is_under_way_is_a_conflict),
    TEST(an_error_may_have_done_it),
    TEST(a_cut_connection_may_have_done_it),
    TEST(search_is_late),
    TEST(a_list_is_never_late),
    TEST(a_list_may_be_a_nasty_one),
    TEST(charges_are_told_to_who_asks),
    TEST(webhooks_come_twice_and_forged_and_stale),
    TEST(what_is_not_answered_is_sent_again),
    TEST(a_killed_provider_forgets_nothing),
};

TEST_MAIN(psp, tests)
