#include "processors/recommend/knn.h"

#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/recommend/shop.h"

struct vector {
    uint64_t seed;
    int events, visitors, skus;
    uint32_t sessions_max;
    uint64_t digest;
};

struct example_line {
    const char *visitor;
    const char *sku;
    int64_t score;
    const char *because;
};

#include "test/unit/processors/recommend/vectors.h"

/* The example of docs/decisions/0004-session-knn.md. */
static void the_worked_example_gives_its_lists(void)
{
    static const struct {
        const char *visitor, *sku;
        bool learn;
        struct knn_order written;
    } views[] = {
        {"ann", "mug", true, {1000, 0, 0}},
        {"ann", "tea", true, {2000, 0, 1}},
        {"ann", "pot", true, {3000, 0, 2}},
        {"bob", "tea", true, {2500, 1, 0}},
        {"bob", "mug", true, {3000, 1, 1}},
        {"bob", "tea", true, {3500, 1, 2}},
        {"cat", "cup", true, {4000, 0, 3}},
        {"cat", "pot", true, {5000, 0, 4}},
        {"cat", "hat", false, {6000, 0, 5}},
        {"ann", "cup", true, {1804000, 0, 6}},
        {"ann", "mug", true, {1805000, 0, 7}},
        {"dan", "pot", false, {1806000, 1, 3}},
        {"dan", "mug", false, {1807000, 1, 4}},
    };
    static struct shop shop;
    size_t lines = sizeof(example_lines) / sizeof(example_lines[0]);
    size_t line = 0;

    shop_init(&shop, 16);
    for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++)
        shop_view(&shop, views[i].visitor[0] - 'a', fy_slice_of(views[i].sku), views[i].learn,
            views[i].written);
    while (line < lines) {
        const char *visitor = example_lines[line].visitor;
        struct knn_candidate list[KNN_LIST];
        size_t count = shop_list(&shop, visitor[0] - 'a', list);

        EXPECT_I64(4, count);
        for (size_t i = 0; i < count && line < lines; i++, line++) {
            EXPECT_TEXT(example_lines[line].sku, list[i].sku);
            EXPECT_TEXT(example_lines[line].because, list[i].because);
            EXPECT_I64(example_lines[line].score, list[i].score);
        }
    }
    shop_done(&shop);
}

/* Made-up shops, small and crowded, with an index that is too small, and sessions that fill up. */
static void lists_equal_those_of_the_plain_reference(void)
{
    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
        const struct vector *vector = &vectors[i];
        struct shop_event *events =
            shop_events(vector->seed, vector->events, vector->visitors, vector->skus);
        static struct shop shop;

        shop_init(&shop, vector->sessions_max);
        for (int e = 0; e < vector->events; e++)
            shop_play(&shop, &events[e]);
        EXPECT_I64(vector->digest, shop_digest(&shop, vector->visitors));
        shop_done(&shop);
        free(events);
    }
}

/* --- The oracle: every session ever, each looked at for every question ---------------------------
 */

struct plain_session {
    int visitor;
    struct knn_order order; /* offset -1: nothing to learn from. */
    struct fy_slice viewed[KNN_SESSION_ITEMS_MAX], learned[KNN_SESSION_ITEMS_MAX];
    int viewed_count, learned_count;
    int64_t alike;
};

struct plain {
    struct plain_session *sessions; /* In the order in which they began. */
    int count;
    int newest[SHOP_VISITORS_MAX]; /* Session of each visitor, -1 for none. */
    int64_t ms[SHOP_VISITORS_MAX];
};

static int plain_find(const struct fy_slice *items, int count, struct fy_slice sku)
{
    for (int i = 0; i < count; i++) {
        if (fy_slice_equal(items[i], sku))
            return i;
    }
    return -1;
}

static void plain_touch(struct fy_slice *items, int *count, struct fy_slice sku)
{
    int at = plain_find(items, *count, sku);

    if (at >= 0) {
        for (int i = at; i + 1 < *count; i++)
            items[i] = items[i + 1];
        (*count)--;
    }
    items[(*count)++] = sku;
}

static void plain_view(struct plain *plain, const struct shop_event *event)
{
    int64_t ms = event->written.ms; /* Made-up clocks never step back. */
    int number = plain->newest[event->visitor];
    struct plain_session *session = number < 0 ? NULL : &plain->sessions[number];

    if (session == NULL || ms > plain->ms[event->visitor] + 1800000 ||
        (session->viewed_count == 100 && plain_find(session->viewed, 100, event->sku) < 0)) {
        plain->newest[event->visitor] = plain->count;
        session = &plain->sessions[plain->count++];
        *session = (struct plain_session){.visitor = event->visitor, .order = {.offset = -1}};
    }
    plain->ms[event->visitor] = ms;
    plain_touch(session->viewed, &session->viewed_count, event->sku);
    if (event->learn) {
        plain_touch(session->learned, &session->learned_count, event->sku);
        session->order = event->written;
    }
}

/* Newest first, those without an order last. */
static int plain_newer(const void *a, const void *b)
{
    const struct plain_session *const *x = a;
    const struct plain_session *const *y = b;

    if (((*x)->order.offset < 0) != ((*y)->order.offset < 0))
        return (*x)->order.offset < 0 ? 1 : -1;
    return -knn_order_compare(&(*x)->order, &(*y)->order);
}

static int plain_more_alike(const void *a, const void *b)
{
    const struct plain_session *const *x = a;
    const struct plain_session *const *y = b;

    if ((*x)->alike != (*y)->alike)
        return (*x)->alike > (*y)->alike ? -1 : 1;
    return plain_newer(a, b);
}

static int64_t plain_idf(struct plain_session **index, int n, struct fy_slice sku)
{
    int holders = 0;

    for (int i = 0; i < n; i++)
        holders += plain_find(index[i]->learned, index[i]->learned_count, sku) >= 0;
    return holders == 0 ? 0 : 64 + knn_log2_64ths((uint32_t)n) - knn_log2_64ths((uint32_t)holders);
}

static bool plain_before(const struct knn_candidate *a, const struct knn_candidate *b)
{
    char x[16];
    char y[16];

    (void)snprintf(x, sizeof(x), "%.*s", FY_SLICE_ARG(a->sku));
    (void)snprintf(y, sizeof(y), "%.*s", FY_SLICE_ARG(b->sku));
    return a->score > b->score || (a->score == b->score && strcmp(x, y) < 0);
}

/* Everything that a list is made of. */
struct plain_query {
    struct plain_session **index; /* Newest first. */
    int n;
    struct plain_session **near; /* Most alike first. */
    int near_count;
    struct fy_slice views[8];
    int64_t weights[8];
    int view_count;
};

static void plain_ask(struct plain *plain, int visitor, struct plain_query *query)
{
    struct plain_session *own = &plain->sessions[plain->newest[visitor]];

    *query = (struct plain_query){.index = calloc((size_t)plain->count, sizeof(*query->index)),
        .near = calloc((size_t)plain->count, sizeof(*query->near))};
    for (int i = 0; i < plain->count; i++)
        query->index[i] = &plain->sessions[i];
    qsort(query->index, (size_t)plain->count, sizeof(*query->index), plain_newer);
    while (query->n < plain->count && query->index[query->n]->order.offset >= 0)
        query->n++;
    for (int i = own->viewed_count - 1; i >= 0 && query->view_count < 8; i--) {
        int64_t idf = plain_idf(query->index, query->n, own->viewed[i]);

        query->views[query->view_count] = own->viewed[i];
        query->weights[query->view_count] = (128 >> query->view_count) * idf * idf;
        query->view_count++;
    }
    for (int i = 0; i < query->n && query->near_count < 500; i++) {
        struct plain_session *session = query->index[i];

        session->alike = 0;
        for (int v = 0; v < query->view_count; v++) {
            if (plain_find(session->learned, session->learned_count, query->views[v]) >= 0)
                session->alike += query->weights[v];
        }
        if (session->alike > 0 && session != own)
            query->near[query->near_count++] = session;
    }
    qsort(query->near, (size_t)query->near_count, sizeof(*query->near), plain_more_alike);
    query->near_count = query->near_count < 200 ? query->near_count : 200;
}

/* Of one candidate, by asking every neighbour. */
static int64_t plain_score(
    const struct plain_query *query, struct fy_slice sku, struct fy_slice *ret_because)
{
    int64_t sum = 0;
    int64_t most = 0;

    for (int v = 0; v < query->view_count; v++) {
        int64_t votes = 0;

        for (int i = 0; i < query->near_count; i++) {
            const struct plain_session *near = query->near[i];
            int a = plain_find(near->learned, near->learned_count, sku);
            int b = plain_find(near->learned, near->learned_count, query->views[v]);

            if (a >= 0 && b >= 0)
                votes += query->weights[v] * (a == b ? 3072 : 3072 / (abs(a - b) + 2));
        }
        if (votes > most) {
            most = votes;
            *ret_because = query->views[v];
        }
        sum += votes;
    }
    return sum == 0 ? 0 : sum * plain_idf(query->index, query->n, sku);
}

/* Compare the list of `visitor` with one found by looking at everything. */
static void expect_plain_list(struct shop *shop, struct plain *plain, int visitor, int skus)
{
    struct plain_query query;
    struct knn_candidate list[KNN_LIST];
    size_t listed = shop_list(shop, visitor, list);
    size_t scored = 0;

    plain_ask(plain, visitor, &query);
    for (int s = 0; s < skus; s++) {
        struct knn_candidate one = {.sku = shop_sku((uint64_t)s)};
        size_t at = 0;

        one.score = plain_score(&query, one.sku, &one.because);
        if (one.score == 0)
            continue;
        scored++;
        while (at < listed && !fy_slice_equal(list[at].sku, one.sku))
            at++;
        if (at < listed) {
            EXPECT_I64(one.score, list[at].score);
            CU_ASSERT(fy_slice_equal(one.because, list[at].because));
        } else {
            CU_ASSERT(listed == KNN_LIST && plain_before(&list[listed - 1], &one));
        }
    }
    EXPECT_I64(scored < KNN_LIST ? scored : KNN_LIST, listed);
    for (size_t i = 1; i < listed; i++)
        CU_ASSERT(plain_before(&list[i - 1], &list[i]));
    free(query.near);
    free(query.index);
}

/* Seeded shops of many shapes; asked in the middle of what happens. */
static void lists_equal_those_of_looking_at_everything(void)
{
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct random random = {seed};
        int count = 300 + (int)random_below(&random, 2500);
        int visitors = 1 + (int)random_below(&random, 80);
        int skus = 2 + (int)random_below(&random, seed % 2 == 0 ? 20 : 300);
        struct shop_event *events = shop_events(seed, count, visitors, skus);
        struct plain plain = {.sessions = calloc((size_t)count, sizeof(struct plain_session))};
        static struct shop shop;

        shop_init(&shop, KNN_SESSIONS_MAX);
        memset(plain.newest, -1, sizeof(plain.newest));
        for (int i = 0; i < count; i++) {
            shop_play(&shop, &events[i]);
            plain_view(&plain, &events[i]);
            if (random_below(&random, 200) == 0 || i == count - 1)
                expect_plain_list(&shop, &plain, events[i].visitor, skus);
        }
        shop_done(&shop);
        free(plain.sessions);
        free(events);
    }
}

/* --- What must not matter
 * -------------------------------------------------------------------------- */

/* Partitions may be read far apart, as after a wipe: only the order within each is given. */
static void how_partitions_interleave_does_not_matter(void)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        uint32_t sessions_max = seed % 2 == 0 ? 30 : 4096;
        int count = 3000;
        int visitors = 50;
        struct random random = {seed};
        struct shop_event *events = shop_events(seed, count, visitors, 40);
        static struct shop live;
        static struct shop again;
        int next[3] = {0};
        int left = count;

        shop_init(&live, sessions_max);
        shop_init(&again, sessions_max);
        for (int i = 0; i < count; i++)
            shop_play(&live, &events[i]);
        while (left > 0) {
            int partition = (int)random_below(&random, 3);
            int burst = 1 + (int)random_below(&random, 900);

            for (int *at = &next[partition]; *at < count && burst > 0; (*at)++) {
                if (events[*at].written.partition != partition)
                    continue;
                shop_play(&again, &events[*at]);
                burst--;
                left--;
            }
        }
        EXPECT_I64(knn_sessions(live.index), knn_sessions(again.index));
        EXPECT_I64(knn_items(live.index), knn_items(again.index));
        EXPECT_I64(shop_digest(&live, visitors), shop_digest(&again, visitors));
        shop_done(&live);
        shop_done(&again);
        free(events);
    }
}

/* Rows hold sessions as they are; their slots, and so the order of putting them back, are
 * accidents. */
static void an_index_made_of_sessions_as_they_are_is_the_same(void)
{
    for (uint64_t seed = 20; seed < 24; seed++) {
        uint32_t sessions_max = seed % 2 == 0 ? 100 : 4096;
        struct shop_event *events = shop_events(seed, 4000, 60, 30);
        static struct shop live;
        static struct shop back;
        struct fy_err err;

        shop_init(&live, sessions_max);
        for (int i = 0; i < 4000; i++)
            shop_play(&live, &events[i]);
        back = live;
        back.index = knn_new(sessions_max);
        for (uint32_t slot = 0; slot < knn_sessions(live.index); slot++) {
            struct fy_slice skus[KNN_SESSION_ITEMS_MAX];
            struct knn_order order;
            size_t count = knn_session(live.index, slot, &order, skus);
            uint32_t put = KNN_NONE;

            EXPECT_I64(FY_OK, knn_put(back.index, KNN_NONE, &order, skus, count, &put, &err));
            EXPECT_I64(slot, put);
        }
        EXPECT_I64(shop_digest(&live, 60), shop_digest(&back, 60));
        shop_done(&live);
        shop_done(&back);
        free(events);
    }
}

/* --- Corners
 * ----------------------------------------------------------------------------------------- */

/* x^64 in full: 21 bits times 64 are 42 words of 32 bits. The position of its highest bit. */
static int log2_in_full(uint32_t x)
{
    uint32_t words[48] = {x};
    int used = 1;

    for (int square = 0; square < 6; square++) {
        uint32_t product[96] = {0};

        for (int i = 0; i < used; i++) {
            uint64_t carry = 0;

            for (int j = 0; j < used; j++) {
                carry += (uint64_t)words[i] * words[j] + product[i + j];
                product[i + j] = (uint32_t)carry;
                carry >>= 32;
            }
            product[i + used] = (uint32_t)carry;
        }
        used = used * 2;
        while (used > 1 && product[used - 1] == 0)
            used--;
        memcpy(words, product, sizeof(words));
    }
    return 32 * (used - 1) + 31 - __builtin_clz(words[used - 1]);
}

/* It never falls, and where it rises both sides are checked in full: so it is right everywhere. */
static void log2_is_exact_for_every_argument(void)
{
    int before = 0;

    EXPECT_I64(0, knn_log2_64ths(1));
    for (uint32_t x = 2; x <= 2 * KNN_SESSIONS_MAX; x++) {
        int now = knn_log2_64ths(x);

        if (now == before)
            continue;
        CU_ASSERT(now > before);
        EXPECT_I64(log2_in_full(x), now);
        EXPECT_I64(log2_in_full(x - 1), before);
        before = now;
    }
    EXPECT_I64(64 * 21, before);
}

static void equal_scores_are_ordered_by_bytes_a_prefix_first(void)
{
    static const char *const skus[] = {"b", "a\xc3\xa4", "aZ", "a", "ab", "B"};
    static const char *const want[] = {"seen", "B", "a", "aZ", "ab", "a\xc3\xa4", "b"};
    static struct shop shop;
    struct knn_candidate list[KNN_LIST];

    /* Each stands beside "seen" in a session of its own, so all are equal. */
    shop_init(&shop, 16);
    for (int i = 0; i < 6; i++) {
        shop_view(&shop, i, fy_slice_of("seen"), true, (struct knn_order){1, 0, 2L * i});
        shop_view(&shop, i, fy_slice_of(skus[i]), true, (struct knn_order){1, 0, 2L * i + 1});
    }
    shop_view(&shop, 9, fy_slice_of("seen"), false, (struct knn_order){1, 0, 12});
    EXPECT_I64(7, shop_list(&shop, 9, list));
    for (int i = 0; i < 7; i++)
        EXPECT_TEXT(want[i], list[i].sku);
    EXPECT_I64(list[1].score, list[6].score);
    shop_done(&shop);
}

/* More than m sessions: the one that only an old session holds is out, until it is renewed. */
static void only_the_newest_sessions_are_asked_and_one_that_goes_on_is_new(void)
{
    static struct shop shop;
    struct fy_slice tea = fy_slice_of("tea");
    struct fy_slice both[2] = {fy_slice_of("old"), tea};
    struct knn_order order = {.ms = 1};
    struct knn_candidate list[KNN_LIST];
    struct fy_err err;
    uint32_t first;
    uint32_t other;

    shop_init(&shop, 1024);
    EXPECT_I64(FY_OK, knn_put(shop.index, KNN_NONE, &order, both, 2, &first, &err));
    for (order.ms = 2; order.ms <= KNN_RECENT + 20; order.ms++)
        EXPECT_I64(FY_OK, knn_put(shop.index, KNN_NONE, &order, &tea, 1, &other, &err));
    EXPECT_I64(1, knn_query(shop.index, KNN_NONE, &tea, 1, list));
    EXPECT_TEXT("tea", list[0].sku);

    EXPECT_I64(FY_OK, knn_put(shop.index, first, &order, both, 2, &other, &err));
    EXPECT_I64(first, other);
    EXPECT_I64(2, knn_query(shop.index, KNN_NONE, &tea, 1, list));
    EXPECT_I64(1, knn_query(shop.index, first, &tea, 1, list));
    shop_done(&shop);
}

/*
 * 500 others hold tea, and so do we, who are newer than the oldest of them: that one still counts.
 * It is asked for mug too, so what is missing would be tea's part of its vote.
 */
static void our_own_session_takes_no_other_ones_place(void)
{
    struct knn_index *index = knn_new(1024);
    struct fy_slice tea = fy_slice_of("tea");
    struct fy_slice mug = fy_slice_of("mug");
    struct fy_slice oldest[] = {fy_slice_of("old"), tea, mug};
    struct fy_slice ours[] = {tea, mug};
    struct fy_slice views[] = {mug, tea};
    int64_t n_log2 = knn_log2_64ths(KNN_RECENT + 1);
    int64_t mug_idf = 64 + n_log2 - knn_log2_64ths(2);
    int64_t mug_weight = 128 * mug_idf * mug_idf;
    int64_t tea_weight = 64L * 64 * 64;
    struct knn_candidate list[KNN_LIST];
    struct knn_order order = {.ms = 1};
    struct fy_err err;
    uint32_t slot;

    EXPECT_I64(FY_OK, knn_put(index, KNN_NONE, &order, oldest, 3, &slot, &err));
    for (order.ms = 2; order.ms <= KNN_RECENT; order.ms++)
        EXPECT_I64(FY_OK, knn_put(index, KNN_NONE, &order, &tea, 1, &slot, &err));
    EXPECT_I64(FY_OK, knn_put(index, KNN_NONE, &order, ours, 2, &slot, &err));
    EXPECT_I64(3, knn_query(index, slot, views, 2, list));
    EXPECT_TEXT("old", list[1].sku);
    EXPECT_I64((64 + n_log2) * (mug_weight * (3072 / 4) + tea_weight * (3072 / 3)), list[1].score);
    knn_free(index);
}

/* A full index forgets its oldest session, and with it items that nobody else holds. */
static void a_full_index_keeps_the_newest(void)
{
    struct knn_index *index = knn_new(2);
    struct fy_slice skus[] = {fy_slice_of("a"), fy_slice_of("b"), fy_slice_of("c")};
    struct knn_order orders[] = {{10, 0, 0}, {20, 0, 1}, {30, 0, 2}, {5, 0, 3}};
    struct fy_err err;
    uint32_t slots[4];

    for (int i = 0; i < 4; i++)
        EXPECT_I64(FY_OK, knn_put(index, KNN_NONE, &orders[i], &skus[i % 3], 1, &slots[i], &err));
    EXPECT_I64(2, knn_sessions(index));
    EXPECT_I64(2, knn_items(index));
    EXPECT_I64(slots[0], slots[2]);
    EXPECT_I64(KNN_NONE, slots[3]);
    CU_ASSERT(!knn_holds(index, slots[0], &orders[0]));
    CU_ASSERT(knn_holds(index, slots[2], &orders[2]));
    CU_ASSERT(!knn_holds(index, KNN_NONE, &orders[2]));
    knn_free(index);
}

static const CU_TestInfo tests[] = {
    TEST(the_worked_example_gives_its_lists),
    TEST(lists_equal_those_of_the_plain_reference),
    TEST(lists_equal_those_of_looking_at_everything),
    TEST(how_partitions_interleave_does_not_matter),
    TEST(an_index_made_of_sessions_as_they_are_is_the_same),
    TEST(log2_is_exact_for_every_argument),
    TEST(equal_scores_are_ordered_by_bytes_a_prefix_first),
    TEST(only_the_newest_sessions_are_asked_and_one_that_goes_on_is_new),
    TEST(our_own_session_takes_no_other_ones_place),
    TEST(a_full_index_keeps_the_newest),
};

TEST_MAIN(knn, tests)
