/* What was read before: (session, n) against a plain set of numbers, offers and undone scans. */
#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/stock/said.h"

#include <stdlib.h>

#define A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

/* `sku` reads the fact; the number of events, and the last of them in `ret`. */
static int read_fact(struct sku *sku, const struct supply *fact, struct stock_decision *ret)
{
    struct stock_decision next[2];
    int count = 1;

    if (!stock_decide(&sku->shelf, &sku->row, fact, ret))
        return 0;
    stock_evolve(&sku->row, &ret->event, &sku->room);
    shelf_evolve(&sku->shelf, &ret->event);
    for (const struct stock_event *last = &ret->event;
         stock_decide_next(&sku->row, fact, last, &next[count % 2]); count++) {
        last = &next[count % 2].event;
        stock_evolve(&sku->row, last, &sku->room);
        shelf_evolve(&sku->shelf, last);
    }
    return count;
}

static struct fact numbered(char kind, int64_t amount, const char *session, int64_t n)
{
    static struct fact fact;

    fact_make(&fact, (struct said){"e", "acme", kind, amount, "EUR"});
    fact.supply.session = fy_slice_of(session);
    fact.supply.has_n = true;
    fact.supply.n = n;
    return fact;
}

static int receive(struct sku *sku, const char *session, int64_t n)
{
    struct stock_decision decision;
    struct fact fact = numbered('r', 1, session, n);

    fact.supply.stock_received = &fact.received;
    return read_fact(sku, &fact.supply, &decision);
}

static void listed(struct sku *sku)
{
    struct stock_decision decision;

    *sku = (struct sku){0};
    CU_ASSERT_TRUE_FATAL(said(sku, (struct said){"l", "acme", 'l', 500, "EUR"}, &decision));
}

/* Numbers in any order: each is read once, and what lies 64 back counts as read. */
static void a_number_is_read_once(void)
{
    struct random random = {.state = 7};
    static bool seen[4096];
    int64_t highest = -1;
    struct sku sku;

    listed(&sku);
    for (int i = 0; i < 20000; i++) {
        int64_t n = highest + 40 - (int64_t)random_below(&random, 140);
        bool fresh;

        if (n < 0 || n >= 4096)
            continue;
        fresh = !seen[n] && n > highest - 64;
        EXPECT_I64(fresh, receive(&sku, A, n));
        if (fresh)
            seen[n] = true;
        highest = n > highest ? n : highest;
    }
    CU_ASSERT(highest > 2000);
    EXPECT_I64(1, sku.row.sessions.count);
    EXPECT_I64(1, sku.row.recent_ids.count); /* The listing's alone. */
}

/* The same number of another session is another fact. */
static void sessions_are_told_apart(void)
{
    struct sku sku;

    listed(&sku);
    EXPECT_I64(1, receive(&sku, A, 5));
    EXPECT_I64(1, receive(&sku, B, 5));
    EXPECT_I64(0, receive(&sku, A, 5));
    EXPECT_I64(0, receive(&sku, B, 5));
    EXPECT_I64(2, sku.row.on_hand_units);
}

static const char *session_of(int number)
{
    static char text[33];

    (void)snprintf(text, sizeof(text), "%032d", number);
    return strdup(text); /* As a row's: kept until the test ends. */
}

/* Sixteen are kept, and the one that was silent longest makes room. */
static void the_session_silent_longest_is_forgotten(void)
{
    const char *names[18];
    struct sku sku;

    listed(&sku);
    for (int i = 0; i < 18; i++)
        names[i] = session_of(i);
    for (int i = 0; i < 16; i++)
        EXPECT_I64(1, receive(&sku, names[i], 1));
    EXPECT_I64(1, receive(&sku, names[0], 2)); /* Speaks again: 1 is now the oldest. */
    EXPECT_I64(1, receive(&sku, names[16], 1));
    EXPECT_I64(16, sku.row.sessions.count);
    EXPECT_I64(0, receive(&sku, names[0], 1));
    EXPECT_I64(0, receive(&sku, names[2], 1));
    EXPECT_I64(1, receive(&sku, names[1], 1)); /* Forgotten: the promise was 16 sessions. */
    for (int i = 0; i < 18; i++)
        free((void *)(uintptr_t)names[i]);
}

/* A session of nine days ago is forgotten by the next fact, one of seven is not. */
static void an_old_session_is_forgotten(void)
{
    struct sku sku;
    struct stock_decision decision;
    struct fact fact;

    listed(&sku);
    EXPECT_I64(1, receive(&sku, A, 1));
    for (int days = 7; days <= 9; days += 2) {
        fact = numbered('r', 1, B, days);
        fact.supply.stock_received = &fact.received;
        fact.supply.envelope.event_ms = 77 + days * INT64_C(86400000);
        EXPECT_I64(1, read_fact(&sku, &fact.supply, &decision));
        EXPECT_I64(days == 7 ? 2 : 1, sku.row.sessions.count);
    }
    EXPECT_TEXT(B, sku.row.sessions.items[0].session);
}

/* A row and an event as no program of today writes them: evolve takes what ever was written. */
static void hostile_numbers_break_nothing(void)
{
    static const int64_t numbers[] = {
        INT64_MIN, -1, 0, 1, 63, 64, INT64_MAX - 1, INT64_MAX, INT64_MIN + 1};
    enum { COUNT = sizeof(numbers) / sizeof(numbers[0]) };

    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < COUNT; j++) {
            struct sku sku;
            struct stock_event event = {.session = fy_slice_of(A), .has_n = true, .n = numbers[j]};
            struct scan_taken_back undone = {.undone_n = numbers[i]};

            listed(&sku);
            (void)receive(&sku, A, numbers[i]);
            event.envelope.event_ms = numbers[j];
            event.scan_undone = &undone;
            stock_evolve(&sku.row, &event, &sku.room);
            EXPECT_I64(1, sku.row.sessions.count);
            EXPECT_I64(0, receive(&sku, A, numbers[j]));
        }
    }
}

static struct fy_slice undo(struct sku *sku, int64_t n, int64_t undone_n, int64_t units)
{
    static struct stock_decision decision;
    struct scan_undone undone = {.undone_n = undone_n, .units = units};
    struct fact fact = numbered('-', 0, A, n);

    fact.supply.scan_undone = &undone;
    EXPECT_I64(1, read_fact(sku, &fact.supply, &decision));
    return decision.event.supply_refused != NULL ? decision.event.supply_refused->reason
                                                 : fy_slice_of("undone");
}

/* A scan is undone once; what was never scanned, refused, or is itself an undoing, not at all. */
static void a_scan_is_undone_once(void)
{
    struct sku sku;
    struct stock_decision decision;
    struct fact fact;

    listed(&sku);
    EXPECT_I64(1, receive(&sku, A, 0));
    EXPECT_I64(1, receive(&sku, A, 1));
    EXPECT_TEXT("undone", undo(&sku, 2, 0, 1));
    EXPECT_I64(1, sku.row.on_hand_units);
    EXPECT_TEXT("nothing_to_undo", undo(&sku, 3, 0, 1));
    EXPECT_TEXT("nothing_to_undo", undo(&sku, 4, 2, 1));
    EXPECT_TEXT("unknown_scan", undo(&sku, 6, 5, 1));
    EXPECT_TEXT("unknown_scan", undo(&sku, 7, 9, 1));
    fact = numbered('r', 1, A, 8);
    fact.supply.stock_received = &fact.received;
    fact.supply.supplier = fy_slice_of("other");
    EXPECT_I64(1, read_fact(&sku, &fact.supply, &decision));
    EXPECT_TEXT("nothing_to_undo", undo(&sku, 10, 8, 1)); /* It was refused. */
    EXPECT_TEXT("below_zero", undo(&sku, 11, 1, 2));      /* More than there are. */
    EXPECT_TEXT("undone", undo(&sku, 12, 1, 1));
    EXPECT_I64(0, sku.row.on_hand_units);
    EXPECT_I64(1, receive(&sku, A, 90));
    EXPECT_TEXT("undone", undo(&sku, 153, 90, 1));
    EXPECT_TEXT("nothing_to_undo", undo(&sku, 154, 90, 1));
    EXPECT_TEXT("unknown_scan", undo(&sku, 155, 90, 1)); /* 64 back. */
}

/* An offer as rows of a feed make them. */
struct offer {
    const char *title, *brand;
    int64_t price, units, threshold; /* -1: not said. */
    const char *gtin, *category;
};

static int offer(struct sku *sku, struct offer said, struct stock_decision *ret)
{
    static int64_t n;
    struct money price = {said.price, fy_slice_of("EUR")};
    struct fy_slice gtin = said.gtin != NULL ? fy_slice_of(said.gtin) : (struct fy_slice){0};
    struct offer_stated stated = {
        .title = said.title != NULL ? fy_slice_of(said.title) : (struct fy_slice){0},
        .brand = said.brand != NULL ? fy_slice_of(said.brand) : (struct fy_slice){0},
        .category = said.category != NULL ? fy_slice_of(said.category) : (struct fy_slice){0},
        .price = said.price >= 0 ? &price : NULL,
        .gtins = {said.gtin != NULL ? &gtin : NULL, said.gtin != NULL},
        .has_units = said.units >= 0,
        .units = said.units >= 0 ? said.units : 0,
        .has_threshold_units = said.threshold >= 0,
        .threshold_units = said.threshold >= 0 ? said.threshold : 0,
    };
    struct fact fact = numbered('-', 0, A, n++);
    int count;

    fact.supply.offer_stated = &stated;
    count = read_fact(sku, &fact.supply, ret);
    if (sku->row.gtins.count > 0) /* Borrowed from above. */
        sku->row.gtins.count = 0;
    return count;
}

/* What an offer leaves out stays; what it says again gives no event, but for one in all. */
static void an_offer_changes_what_it_says(void)
{
    static const struct {
        struct offer offer;
        int events;
        const char *first; /* Kind of the first event, or the reason. */
    } cases[] = {
        {{NULL, NULL, 500, 3, -1, NULL, NULL}, 1, "unknown_sku"}, /* No title. */
        {{"Mug", NULL, -1, 3, -1, NULL, NULL}, 1, "unknown_sku"}, /* No price. */
        {{"Mug", "Acme", 500, 3, 1, NULL, NULL}, 3, "product_changed"},
        {{"Mug", "Acme", 500, 3, 1, NULL, NULL}, 1, "product_changed"}, /* All so already. */
        {{NULL, NULL, -1, 3, 1, NULL, NULL}, 1, "stock_set"},
        {{NULL, NULL, -1, -1, 1, NULL, NULL}, 1, "threshold_set"},
        {{NULL, NULL, 400, 3, -1, NULL, NULL}, 1, "product_changed"},
        {{NULL, NULL, 400, 4, 2, NULL, NULL}, 2, "stock_set"},
        {{"Cup", NULL, 400, 4, 5, NULL, NULL}, 2, "product_changed"},
        {{NULL, NULL, -1, 4, 5, "00000000000017", NULL}, 1, "product_changed"},
        {{NULL, NULL, -1, 3, -1, NULL, "home/cups"}, 2, "product_changed"},
        {{NULL, NULL, -1, 4, -1, NULL, "home/cups"}, 1, "stock_set"}, /* Stands there already. */
    };
    struct stock_decision decision;
    struct sku sku = {0};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        EXPECT_I64(cases[i].events, offer(&sku, cases[i].offer, &decision));
        EXPECT_TEXT(cases[i].first, outcome(&decision.event));
    }
    EXPECT_TEXT("Cup", sku.row.title);
    EXPECT_TEXT("Acme", sku.row.brand); /* Never taken away. */
    EXPECT_TEXT("home/cups", sku.row.category);
    EXPECT_I64(400, sku.row.price.minor);
    EXPECT_I64(4, sku.row.on_hand_units);
    EXPECT_I64(5, sku.row.threshold_units);
}

/* What is withdrawn is counted, takes no price, and comes back with title and price alone. */
static void an_offer_of_a_withdrawn_product(void)
{
    struct stock_decision decision;
    struct sku sku;

    listed(&sku);
    CU_ASSERT_TRUE_FATAL(said(&sku, (struct said){"w", "acme", 'w', 0, NULL}, &decision));
    EXPECT_I64(1, offer(&sku, (struct offer){NULL, NULL, 9, 1, -1, NULL, NULL}, &decision));
    EXPECT_TEXT("withdrawn", outcome(&decision.event));
    EXPECT_I64(0, sku.row.on_hand_units); /* As a whole or not at all. */
    EXPECT_I64(1, offer(&sku, (struct offer){NULL, NULL, -1, 1, -1, NULL, NULL}, &decision));
    EXPECT_TEXT("stock_set", outcome(&decision.event));
    CU_ASSERT_TRUE(sku.row.has_withdrawn_ms);
    EXPECT_I64(1, offer(&sku, (struct offer){"Mug", NULL, 500, 1, -1, NULL, NULL}, &decision));
    EXPECT_TEXT("product_changed", outcome(&decision.event));
    CU_ASSERT_FALSE(sku.row.has_withdrawn_ms);
}

static const CU_TestInfo tests[] = {
    TEST(a_number_is_read_once),
    TEST(sessions_are_told_apart),
    TEST(the_session_silent_longest_is_forgotten),
    TEST(an_old_session_is_forgotten),
    TEST(hostile_numbers_break_nothing),
    TEST(a_scan_is_undone_once),
    TEST(an_offer_changes_what_it_says),
    TEST(an_offer_of_a_withdrawn_product),
};

TEST_MAIN(repeats, tests)
