/* Every state of a hold and every request: what comes of it. */
#include "processors/stock/holds.h"

#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <string.h>

/* How a hold of 3 came to be as it is, a letter a request; see ask(). */
static const struct {
    const char *before;
    const char *now;
    const char *outcome; /* Kind of event, "=" where it is so already, or why it is not done. */
    enum hold_state state;
    int64_t held, committed, on_hand; /* Of the shelf, after; it began with 9. */
} cases[] = {
    /* Nothing yet. */
    {"", "h", "granted", HOLD_STATE_HELD, 3, 0, 9},
    {"", "H", "sold_out", HOLD_STATE_REFUSED, 0, 0, 9},
    {"", "c", "unknown_hold", HOLD_STATE_UNKNOWN, 0, 0, 9},
    {"", "r", "released", HOLD_STATE_RELEASED, 0, 0, 9}, /* A hold behind it is not granted. */
    {"", "1", "unknown_hold", HOLD_STATE_UNKNOWN, 0, 0, 9},
    {"", "x", "unknown_hold", HOLD_STATE_UNKNOWN, 0, 0, 9},
    /* Held. */
    {"h", "h", "=", HOLD_STATE_HELD, 3, 0, 9},
    {"h", "H", "=", HOLD_STATE_HELD, 3, 0, 9}, /* It was asked for already. */
    {"h", "c", "committed", HOLD_STATE_COMMITTED, 0, 3, 9},
    {"h", "C", "other_units", HOLD_STATE_HELD, 3, 0, 9},
    {"h", "r", "released", HOLD_STATE_RELEASED, 0, 0, 9},
    {"h", "j", "released", HOLD_STATE_RELEASED, 0, 0, 9},
    {"h", "1", "not_committed", HOLD_STATE_HELD, 3, 0, 9},
    {"h", "x", "too_many_units", HOLD_STATE_HELD, 3, 0, 9},
    /* Refused. */
    {"H", "h", "=", HOLD_STATE_REFUSED, 0, 0, 9},
    {"H", "c", "ended", HOLD_STATE_REFUSED, 0, 0, 9},
    {"H", "r", "=", HOLD_STATE_REFUSED, 0, 0, 9},
    {"H", "1", "ended", HOLD_STATE_REFUSED, 0, 0, 9},
    {"H", "x", "too_many_units", HOLD_STATE_REFUSED, 0, 0, 9},
    /* Committed. */
    {"hc", "h", "=", HOLD_STATE_COMMITTED, 0, 3, 9},
    {"hc", "c", "=", HOLD_STATE_COMMITTED, 0, 3, 9},
    {"hc", "C", "other_units", HOLD_STATE_COMMITTED, 0, 3, 9},
    {"hc", "r", "released", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hc", "1", "shipped", HOLD_STATE_COMMITTED, 0, 2, 8},
    {"hc", "3", "shipped", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc", "4", "too_many_units", HOLD_STATE_COMMITTED, 0, 3, 9},
    {"hc", "x", "too_many_units", HOLD_STATE_COMMITTED, 0, 3, 9},
    /* Some of it shipped. */
    {"hc1", "1", "=", HOLD_STATE_COMMITTED, 0, 2, 8},
    {"hc1", "2", "shipped", HOLD_STATE_COMMITTED, 0, 1, 7},
    {"hc2", "1", "=", HOLD_STATE_COMMITTED, 0, 1, 7}, /* Late. */
    {"hc2", "3", "shipped", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc1", "r", "released", HOLD_STATE_RELEASED, 0, 0, 8}, /* The rest of it. */
    {"hc1", "x", "returned", HOLD_STATE_COMMITTED, 0, 2, 9},
    {"hc1", "X", "too_many_units", HOLD_STATE_COMMITTED, 0, 2, 8},
    {"hc1r", "x", "returned", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hc1r", "2", "ended", HOLD_STATE_RELEASED, 0, 0, 8},
    {"hc1r", "1", "=", HOLD_STATE_RELEASED, 0, 0, 8},
    /* Shipped. */
    {"hc3", "h", "=", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc3", "c", "=", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc3", "r", "shipped", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc3", "3", "=", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc3", "x", "returned", HOLD_STATE_SHIPPED, 0, 0, 7},
    {"hc3", "X", "returned", HOLD_STATE_RETURNED, 0, 0, 8},
    {"hc3", "n", "too_many_units", HOLD_STATE_SHIPPED, 0, 0, 6},
    {"hc3x", "x", "=", HOLD_STATE_SHIPPED, 0, 0, 7},
    {"hc3X", "x", "=", HOLD_STATE_RETURNED, 0, 0, 8}, /* Late. */
    {"hc3X", "r", "shipped", HOLD_STATE_RETURNED, 0, 0, 8},
    {"hc3X", "c", "=", HOLD_STATE_RETURNED, 0, 0, 8},
    {"hc3X", "3", "=", HOLD_STATE_RETURNED, 0, 0, 8},
    /* Released. */
    {"hr", "h", "=", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hr", "c", "ended", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hr", "r", "=", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hr", "3", "ended", HOLD_STATE_RELEASED, 0, 0, 9},
    {"hr", "x", "too_many_units", HOLD_STATE_RELEASED, 0, 0, 9},
    {"r", "h", "=", HOLD_STATE_RELEASED, 0, 0, 9}, /* Its release came before it. */
    {"r", "c", "ended", HOLD_STATE_RELEASED, 0, 0, 9},
    {"r", "1", "too_many_units", HOLD_STATE_RELEASED, 0, 0, 9},
    /* The order's, or the SKU's, no other's. */
    {"h", "o", "other_hold", HOLD_STATE_HELD, 3, 0, 9},
    {"h", "s", "other_hold", HOLD_STATE_HELD, 3, 0, 9},
};

struct asking {
    struct hold_stock stock;
    struct commit_hold commit;
    struct release_hold release;
    struct ship_hold ship;
    struct return_hold back;
    struct stock_request request;
};

static void ask(struct asking *it, char what)
{
    *it = (struct asking){
        .stock = {.units = what == 'H' ? 10 : 3, .currency = fy_slice_of("EUR")},
        .commit = {.units = what == 'C' ? 2 : 3},
        .release = {what == 'j' ? RELEASE_REASON_REJECTED : RELEASE_REASON_CANCELLED},
        .ship = {.shipped_units = what - '0'},
        .back = {what == 'x' || what == 'n' ? 1 : 3, what == 'X' || what == 'n' ? 2 : 1},
        .request =
            {
                .envelope = {.event_id = fy_slice_of("e"),
                    .root = fy_slice_of("root"),
                    .actor = fy_slice_of("service:orders"),
                    .event_ms = 1000},
                .sku = fy_slice_of(what == 's' ? "cup" : "mug"),
                .order = fy_slice_of(what == 'o' ? "o2" : "o1"),
                .hold = fy_slice_of("o1/1"),
            },
    };
    if (strchr("hH", what) != NULL)
        it->request.hold_stock = &it->stock;
    else if (strchr("cCos", what) != NULL)
        it->request.commit_hold = &it->commit;
    else if (strchr("rj", what) != NULL)
        it->request.release_hold = &it->release;
    else if (strchr("xXn", what) != NULL)
        it->request.return_hold = &it->back;
    else
        it->request.ship_hold = &it->ship;
}

static const char *outcome(const struct stock_event *event)
{
    if (event->hold_granted != NULL)
        return "granted";
    if (event->hold_refused != NULL)
        return (const char *)event->hold_refused->reason.data;
    if (event->hold_committed != NULL)
        return "committed";
    if (event->hold_released != NULL)
        return "released";
    if (event->hold_shipped != NULL)
        return "shipped";
    return event->hold_returned != NULL ? "returned" : "none";
}

/* What comes of it; events reach the hold and the shelf. */
static const char *hear(struct shelf *shelf, struct hold *hold, char what)
{
    struct stock_decision decision;
    struct asking asking;
    const char *not_done = NULL;

    ask(&asking, what);
    if (!holds_decide(shelf, hold, &asking.request, &decision, &not_done))
        return not_done != NULL ? not_done : "=";
    shelf_evolve(shelf, &decision.event);
    holds_evolve(hold, &decision.event);
    return outcome(&decision.event);
}

static void shelf_of_nine(struct shelf *shelf)
{
    *shelf = (struct shelf){
        .currency = fy_slice_of("EUR"),
        .offers = {{.supplier = fy_slice_of("acme"),
            .price = {.minor = 500, .currency = fy_slice_of("EUR")},
            .on_hand_units = 9}},
        .count = 1,
    };
}

static void each_state_answers_each_request(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        unsigned failures = CU_get_number_of_failures();
        struct shelf shelf;
        struct hold hold = {0};

        shelf_of_nine(&shelf);
        for (const char *at = cases[i].before; *at != '\0'; at++)
            (void)hear(&shelf, &hold, *at);
        EXPECT_TEXT(cases[i].outcome, fy_slice_of(hear(&shelf, &hold, cases[i].now[0])));
        EXPECT_I64(cases[i].state, hold.row.standing.state);
        EXPECT_I64(cases[i].held, shelf.offers[0].held_units);
        EXPECT_I64(cases[i].committed, shelf.offers[0].committed_units);
        EXPECT_I64(cases[i].on_hand, shelf.offers[0].on_hand_units);
        EXPECT_I64(holds_is_open(&hold.row), shelf.offers[0].hold_count);
        EXPECT_I64(holds_open_units(&hold.row),
            shelf.offers[0].held_units + shelf.offers[0].committed_units);
        if (CU_get_number_of_failures() > failures) {
            (void)fprintf(stderr, "after \"%s\": %s\n", cases[i].before, cases[i].now);
            return;
        }
    }
}

/* Any letters in any order: never more promised than there is, and never less than nothing. */
static void no_order_of_requests_promises_what_is_not_there(void)
{
    static const char letters[] = "hHcCrj1234xXn";
    enum { LETTERS = sizeof(letters) - 1, LENGTH = 5 };
    int count = 1;

    for (int i = 0; i < LENGTH; i++)
        count *= LETTERS;
    for (int number = 0; number < count; number++) {
        struct shelf shelf;
        struct hold hold = {0};
        const struct shelf_offer *offer = &shelf.offers[0];

        shelf_of_nine(&shelf);
        for (int i = 0, rest = number; i < LENGTH; i++, rest /= LETTERS)
            (void)hear(&shelf, &hold, letters[rest % LETTERS]);
        if (offer->held_units < 0 || offer->committed_units < 0 || shelf_free_units(offer) < 0 ||
            offer->held_units + offer->committed_units != holds_open_units(&hold.row) ||
            offer->on_hand_units !=
                9 - hold.row.standing.shipped_units + hold.row.standing.restocked_units) {
            EXPECT_I64(-1, number);
            return;
        }
    }
}

/* Why a hold is refused, and what is left. */
static void a_refusal_says_why(void)
{
    static const struct {
        const char *currency;
        bool listed, withdrawn;
        int64_t hold_count, left;
        const char *reason;
    } refusals[] = {
        {"EUR", false, false, 0, 0, "unknown_sku"},
        {"EUR", true, true, 0, 0, "withdrawn"},
        {"USD", true, false, 0, 9, "other_currency"},
        {"EUR", true, false, STOCK_HOLDS_MAX, 0, "too_many_holds"},
        {"EUR", true, false, 0, 9, "sold_out"},
    };

    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        struct stock_decision decision;
        struct asking asking;
        struct shelf shelf;
        struct hold hold = {0};
        const char *not_done;

        shelf_of_nine(&shelf);
        shelf.count = refusals[i].listed;
        shelf.offers[0].has_withdrawn_ms = refusals[i].withdrawn;
        shelf.offers[0].hold_count = refusals[i].hold_count;
        ask(&asking, 'H');
        asking.stock.currency = fy_slice_of(refusals[i].currency);
        CU_ASSERT_TRUE_FATAL(holds_decide(&shelf, &hold, &asking.request, &decision, &not_done));
        CU_ASSERT_PTR_NOT_NULL_FATAL(decision.event.hold_refused);
        EXPECT_TEXT(refusals[i].reason, decision.event.hold_refused->reason);
        EXPECT_I64(refusals[i].left, decision.event.hold_refused->available_units);
        EXPECT_TEXT("", decision.event.supplier);
        holds_evolve(&hold, &decision.event);
        EXPECT_I64(refusals[i].left, hold.row.standing.left_units);
        EXPECT_TEXT(refusals[i].reason, hold.row.standing.reason);
    }
}

/* When time alone does something, by state: a letter each, as above. */
static void time_ends_what_has_ended(void)
{
    static const struct {
        const char *before;
        int64_t due_ms;
    } timers[] = {
        {"h", 1000 + HOLD_AGED_MS},
        {"hc", 0},
        {"hc1", 0},
        {"H", 1000 + HOLD_ENDED_MS},
        {"hr", 1000 + HOLD_ENDED_MS},
        {"r", 1000 + HOLD_ENDED_MS},
        {"hc1r", 1000 + HOLD_SHIPPED_MS}, /* It may come back. */
        {"hc3", 1000 + HOLD_SHIPPED_MS},
        {"hc3X", 1000 + HOLD_SHIPPED_MS},
    };
    struct hold_row row = {.standing.state = HOLD_STATE_REFUSED};

    for (size_t i = 0; i < sizeof(timers) / sizeof(timers[0]); i++) {
        struct stock_decision decision;
        struct shelf shelf;
        struct hold hold = {0};

        shelf_of_nine(&shelf);
        for (const char *at = timers[i].before; *at != '\0'; at++)
            (void)hear(&shelf, &hold, *at);
        EXPECT_I64(timers[i].due_ms, holds_due_ms(&hold.row));
        if (timers[i].due_ms == 0)
            continue;
        holds_decide_due(&hold.row, fy_slice_of("o1/1"), timers[i].due_ms, &decision);
        EXPECT_I64(timers[i].due_ms, decision.event.envelope.event_ms);
        holds_evolve(&hold, &decision.event);
        EXPECT_I64(i == 0, hold.known); /* One that is held is told, and stays. */
        EXPECT_I64(0, holds_due_ms(&hold.row));
    }
    row.since_ms = INT64_MAX;
    EXPECT_I64(0, holds_due_ms(&row));
    row.since_ms = INT64_MIN;
    EXPECT_I64(1, holds_due_ms(&row));
}

/* A supplier that would not ship what was sold is asked less often. */
static void a_rejection_counts_and_a_cancellation_does_not(void)
{
    struct shelf shelf;
    struct hold hold = {0};

    shelf_of_nine(&shelf);
    (void)hear(&shelf, &hold, 'h');
    (void)hear(&shelf, &hold, 'r');
    EXPECT_I64(0, shelf.offers[0].rejected_count);
    hold = (struct hold){0};
    (void)hear(&shelf, &hold, 'h');
    (void)hear(&shelf, &hold, 'c');
    (void)hear(&shelf, &hold, 'j');
    EXPECT_I64(1, shelf.offers[0].rejected_count);
    for (int i = 0; i < 70; i++) {
        shelf.offers[0].on_hand_units = 9;
        hold = (struct hold){0};
        (void)hear(&shelf, &hold, 'h');
        (void)hear(&shelf, &hold, 'c');
        (void)hear(&shelf, &hold, '1');
        (void)hear(&shelf, &hold, '3');
    }
    EXPECT_I64(0, shelf.offers[0].rejected_count); /* Halved away. */
    CU_ASSERT_TRUE(shelf.offers[0].shipped_count >= 32 && shelf.offers[0].shipped_count < 64);
}

static const CU_TestInfo tests[] = {
    TEST(each_state_answers_each_request),
    TEST(no_order_of_requests_promises_what_is_not_there),
    TEST(a_refusal_says_why),
    TEST(time_ends_what_has_ended),
    TEST(a_rejection_counts_and_a_cancellation_does_not),
};

TEST_MAIN(holds, tests)
