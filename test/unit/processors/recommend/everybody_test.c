/*
 * What everybody gets, and what offers and collections make of lists: records of all topics in,
 * lists out.
 */
#include "schemas/generated/collection.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_level.h"
#include "test/run.h"
#include "test/unit/processors/recommend/world.h"

static struct world world;
static struct fy_err err;
static int64_t now_ms;

static void put(enum fy_topic topic, int64_t offset, const char *key, struct fy_slice value)
{
    struct fy_record record = {.topic = topic,
        .partition = 1,
        .offset = offset,
        .append_ms = 5000 + offset,
        .key = fy_slice_of(key),
        .value = value};

    EXPECT_I64(FY_OK, recommend_apply(world.recommend, &record, world.rows, &world.arena, &err));
}

static void list_product(const char *sku, int64_t offset, bool withdrawn)
{
    struct product product = {.sku = fy_slice_of(sku),
        .supplier = fy_slice_of("s"),
        .title = fy_slice_of("t"),
        .price = {1, fy_slice_of("EUR")},
        .has_withdrawn_ms = withdrawn};
    struct fy_slice bytes;

    EXPECT_I64(FY_OK, product_encode(&product, &world.arena, &bytes, &err));
    put(FY_TOPIC_PRODUCTS, offset, sku, bytes);
}

static void level(const char *sku, int64_t offset, int64_t units)
{
    struct stock_level stock = {.sku = fy_slice_of(sku),
        .supplier = fy_slice_of("s"),
        .on_hand_units = units,
        .available_units = units};
    struct fy_slice bytes;

    EXPECT_I64(FY_OK, stock_level_encode(&stock, &world.arena, &bytes, &err));
    put(FY_TOPIC_STOCK_LEVELS, offset, sku, bytes);
}

static void collect(const char *id, int64_t offset, const char *letters)
{
    struct fy_slice skus[16];
    struct collection collection = {.envelope = {.event_id = fy_slice_of("e"),
                                        .root = fy_slice_of("r"),
                                        .actor = fy_slice_of("o")},
        .collection = fy_slice_of(id),
        .title = fy_slice_of("t"),
        .skus = {skus, strlen(letters)}};
    struct fy_slice bytes;

    for (size_t i = 0; i < strlen(letters); i++)
        skus[i] = (struct fy_slice){(const uint8_t *)&letters[i], 1};
    EXPECT_I64(FY_OK, collection_encode(&collection, &world.arena, &bytes, &err));
    put(FY_TOPIC_COLLECTIONS, offset, id, bytes);
}

/* `event` of a visitor who may be learnt from, or not. */
static void tell(const char *visitor, int64_t offset, const struct activity *event, int64_t n)
{
    struct activity activity = *event;
    struct fy_record record = {.topic = FY_TOPIC_ACTIVITY,
        .partition = 0,
        .offset = offset,
        .append_ms = 5000 + offset,
        .key = fy_slice_of(visitor)};

    activity.envelope.event_id = activity.envelope.actor = fy_slice_of("e");
    activity.envelope.root = activity.visitor = fy_slice_of(visitor);
    activity.session = fy_slice_of("cc");
    activity.has_n = true;
    activity.n = n;
    EXPECT_I64(FY_OK, activity_encode(&activity, &world.arena, &record.value, &err));
    EXPECT_I64(FY_OK, recommend_apply(world.recommend, &record, world.rows, &world.arena, &err));
}

static void show(const char *visitor, int64_t offset, const char *letters, bool learn, int64_t n)
{
    struct fy_slice skus[16];
    struct recommendation_shown shown = {
        .list_id = fy_slice_of("l"), .skus = {skus, strlen(letters)}};

    for (size_t i = 0; i < strlen(letters); i++)
        skus[i] = (struct fy_slice){(const uint8_t *)&letters[i], 1};
    tell(visitor, offset, &(struct activity){.learn = learn, .recommendation_shown = &shown}, n);
}

static void begin(void)
{
    bool paid = false;

    world_init(&world, 100);
    world.broker.queue_room = 50;
    now_ms = 0;
    EXPECT_I64(FY_OK, recommend_pay_due(world.recommend, &paid, &err));
}

/*
 * All that was read is settled, and the lists of everybody are looked at, as often as they may
 * be.
 */
static void look(void)
{
    bool paid = false;

    settle(&world);
    EXPECT_I64(FY_OK, recommend_pay_due(world.recommend, &paid, &err));
    EXPECT_I64(1, paid);
    now_ms += POPULAR_MS;
    EXPECT_I64(FY_OK, recommend_everybody(world.recommend, now_ms, &err));
}

/* "abc" of the items of a list. */
static const char *items_of(const char *key)
{
    static char text[128];
    struct recommendation list = list_of(&world, key);
    size_t size = 0;

    for (size_t i = 0; i < list.items.count; i++)
        size += (size_t)snprintf(
            text + size, sizeof(text) - size, "%.*s", FY_SLICE_ARG(list.items.items[i].sku));
    text[size] = '\0';
    return text;
}

static void popular_is_what_the_newest_sessions_hold(void)
{
    struct recommendation list;
    int sent;

    begin();
    view(&world, "ann", "a", 0, 0);
    view(&world, "ann", "b", 0, 1);
    view(&world, "ann", "b", 0, 2); /* Once a session, however often. */
    view(&world, "bob", "a", 0, 3);
    view(&world, "cat", "c", 0, 4);
    look();
    EXPECT_TEXT("acb", fy_slice_of(items_of("popular")));
    list = list_of(&world, "popular");
    EXPECT_I64(2, list.items.items[0].sessions);
    EXPECT_I64(0, list.as_of.count);
    EXPECT_I64(1, list.index_seen.count);
    EXPECT_I64(36, list.list_id.size);

    sent = world.broker.sent;
    view(&world, "dan", NULL, 0, 5);
    look(); /* As before: only his own list is sent. */
    EXPECT_I64(sent + 1, world.broker.sent);
    view(&world, "dan", "d", 0, 6);
    settle(&world);
    EXPECT_I64(FY_OK, recommend_everybody(world.recommend, now_ms + 1, &err));
    EXPECT_TEXT("acb", fy_slice_of(items_of("popular"))); /* A second has not gone by. */
    look();
    EXPECT_TEXT("acdb", fy_slice_of(items_of("popular"))); /* c is but one session older. */
    world_done(&world);
}

static void what_hardly_anybody_knows_is_new(void)
{
    static const char *const visitors[] = {"v1", "v2", "v3", "v4", "v5"};

    begin();
    list_product("a", 0, false);
    list_product("b", 1, false);
    list_product("c", 2, false);
    level("a", 0, 3);
    level("b", 1, 3);
    level("c", 2, 0); /* Not in stock. */
    look();
    EXPECT_TEXT("ba", fy_slice_of(items_of("new")));
    level("c", 3, 1);
    list_product("b", 3, true); /* On offer no more. */
    look();
    EXPECT_TEXT("ca", fy_slice_of(items_of("new")));

    show("ann", 0, "c", true, 0);
    look(); /* Whoever nobody has seen stands before those that somebody has. */
    EXPECT_TEXT("ac", fy_slice_of(items_of("new")));
    show("ann", 1, "c", true, 0);  /* A repeat. */
    show("ann", 2, "a", false, 1); /* Not to be learnt from. */
    look();
    EXPECT_TEXT("ac", fy_slice_of(items_of("new")));

    for (int i = 0; i < OFFERS_KNOWN; i++)
        view(&world, visitors[i], "a", 0, 10 + i);
    look();
    EXPECT_TEXT("c", fy_slice_of(items_of("new")));
    for (int i = 1; i < OFFERS_SHOWN_MAX - 1; i++)
        show("ann", 20 + i, "c", true, 10 + i);
    look();
    EXPECT_TEXT("c", fy_slice_of(items_of("new")));
    show("ann", 500, "c", true, 500);
    look();
    EXPECT_TEXT("", fy_slice_of(items_of("new"))); /* It had its chance. */
    world_done(&world);
}

static void rows_bring_back_offers_and_collections(void)
{
    bool paid = false;

    begin();
    list_product("a", 0, false);
    list_product("b", 1, false);
    level("a", 0, 3);
    level("b", 1, 3);
    show("ann", 0, "b", true, 0);
    collect("k", 7, "xy");
    look();
    close_rows(&world);
    open_rows(&world);
    EXPECT_I64(FY_OK, recommend_pay_due(world.recommend, &paid, &err));
    look();
    EXPECT_TEXT("ab", fy_slice_of(items_of("new")));
    view(&world, "ann", "x", 0, 1);
    view(&world, "ann", "y", 0, 2);
    settle(&world);
    EXPECT_I64(1, list_of(&world, "ann").collections.count);
    EXPECT_I64(2, list_of(&world, "ann").index_seen.count);
    EXPECT_TEXT("collections", list_of(&world, "ann").index_seen.items[1].topic);
    EXPECT_I64(7, list_of(&world, "ann").index_seen.items[1].offset);
    world_done(&world);
}

static void a_collection_is_as_likely_as_its_items_together(void)
{
    struct recommendation list;

    begin();
    collect("both", 0, "baa"); /* Named twice, counted once. */
    collect("none", 1, "pqr");
    collect("one", 2, "ap");
    collect("all", 3, "abc");
    view(&world, "bob", "b", 0, 0);
    view(&world, "bob", "c", 0, 1);
    view(&world, "ann", "a", 0, 2);
    view(&world, "ann", "b", 0, 3);
    view(&world, "ann", "c", 0, 4);
    settle(&world);
    list = list_of(&world, "ann");
    EXPECT_I64(3, list.items.count);
    EXPECT_I64(2, list.collections.count);
    EXPECT_TEXT("all", list.collections.items[0].collection);
    EXPECT_I64(3, list.collections.items[0].members.count);
    EXPECT_I64(list.items.items[0].share_ppm + list.items.items[1].share_ppm +
                   list.items.items[2].share_ppm,
        list.collections.items[0].share_ppm);
    EXPECT_TEXT("both", list.collections.items[1].collection);
    EXPECT_I64(2, list.collections.items[1].members.count);

    collect("all", 4, "pq"); /* As it now is. */
    put(FY_TOPIC_COLLECTIONS, 5, "both", (struct fy_slice){0});
    collect("new", 6, "bc");
    view(&world, "ann", "a", 0, 5);
    settle(&world);
    list = list_of(&world, "ann");
    EXPECT_I64(1, list.collections.count);
    EXPECT_TEXT("new", list.collections.items[0].collection);
    world_done(&world);
}

/* The same records read by two, in other slices, give the same bytes. */
static void many_instances_say_the_same(void)
{
    static struct world other;
    struct fy_slice bytes[2][2] = {0};

    for (int i = 0; i < 2; i++) {
        begin();
        for (int64_t offset = 0; offset < 40; offset++) {
            view(&world, (const char *[]){"ann", "bob", "cat"}[offset % 3],
                (const char *[]){"a", "b", "c", "d", "e"}[offset * 7 % 5], 0, offset);
            if (offset == 20)
                collect("k", 0, "abc");
            if ((i == 0 && offset % 7 == 0) || offset == 39)
                settle(&world);
        }
        look();
        for (int at = 0; at < world.broker.keys; at++) {
            struct fy_slice value = {world.broker.newest[at].value, world.broker.newest[at].size};

            if (strcmp(world.broker.newest[at].key, "cat") == 0)
                bytes[i][0] = value;
            if (strcmp(world.broker.newest[at].key, "popular") == 0)
                bytes[i][1] = value;
        }
        if (i == 0)
            other = world;
    }
    for (int i = 0; i < 2; i++) {
        EXPECT_I64(1, bytes[0][i].size > 0);
        EXPECT_I64(1, fy_slice_equal(bytes[0][i], bytes[1][i]));
    }
    world_done(&world);
    world_done(&other);
}

static void records_that_cannot_be_read_change_nothing(void)
{
    static const enum fy_topic topics[] = {
        FY_TOPIC_PRODUCTS, FY_TOPIC_STOCK_LEVELS, FY_TOPIC_COLLECTIONS, FY_TOPIC_SUPPLY};

    begin();
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++) {
        struct fy_record record = {
            .topic = topics[i], .key = fy_slice_of("a"), .value = fy_slice_of("garbage")};

        EXPECT_I64(
            FY_REJECT, recommend_apply(world.recommend, &record, world.rows, &world.arena, &err));
    }
    look();
    EXPECT_TEXT("", fy_slice_of(items_of("new")));
    world_done(&world);
}

static CU_TestInfo tests[] = {
    TEST(popular_is_what_the_newest_sessions_hold),
    TEST(what_hardly_anybody_knows_is_new),
    TEST(rows_bring_back_offers_and_collections),
    TEST(a_collection_is_as_likely_as_its_items_together),
    TEST(many_instances_say_the_same),
    TEST(records_that_cannot_be_read_change_nothing),
};

TEST_MAIN(recommend.everybody, tests)
