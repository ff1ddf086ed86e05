#include "api/bought.h"
#include "api/kept_lists.h"
#include "schemas/generated/order_status.h"
#include "test/run.h"
#include "test/unit/api/stage.h"

#define EXPLORER                                                                                   \
    "00000000000000000000000000000000" /* Of the variant that explores; VISITOR is not. */
#define ORDER "0123456789abcdef0123456789abcdef"
#define ANN "a123456789abcdef0123456789abcdef"
#define BOB "b123456789abcdef0123456789abcdef"
#define LIST_ID "11111111-2222-8333-8444-555555555555"

static struct stage stage;
static struct fy_err err;

static void stage_offer(const char *sku, const char *supplier, const char *category, int64_t units)
{
    struct product product = {
        .sku = fy_slice_of(sku),
        .as_of = {stage_as_of(&stage, "supply", 2, 1), 1},
        .supplier = fy_slice_of(supplier),
        .title = fy_slice_of(sku),
        .category = category == NULL ? (struct fy_slice){0} : fy_slice_of(category),
        .price = {100, fy_slice_of("EUR")},
    };

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, sku,
                          stage_encoded(&stage, &product_schema, &product)));
    stage_level(&stage, sku, units, 1);
}

/* A list of the SKUs named by letters, each half as likely as the one before. */
static void stage_items_of(const char *key,
    const char *current,
    const char *letters,
    struct recommendation_collections collections)
{
    struct recommended_item items[32];
    char skus[32][2];
    struct recommendation list = {.visitor = fy_slice_of(key),
        .list_id = fy_slice_of(LIST_ID),
        .current_sku = current == NULL ? (struct fy_slice){0} : fy_slice_of(current),
        .collections = collections};

    for (size_t i = 0; i < strlen(letters); i++) {
        skus[i][0] = letters[i];
        skus[i][1] = '\0';
        items[i] = (struct recommended_item){.sku = {(const uint8_t *)skus[i], 1},
            .because_sku = fy_slice_of("z"),
            .share_ppm = 500000 >> i};
    }
    list.items = (struct recommendation_items){items, strlen(letters)};
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_RECOMMENDATIONS, key,
                          stage_encoded(&stage, &recommendation_schema, &list)));
}

static void stage_items(
    const char *key, const char *letters, struct recommendation_collections collections)
{
    stage_items_of(key, NULL, letters, collections);
}

/* Half of the shop is of one supplier: a b c d are x's, e f g h are others'. k and l are new. */
static void open_shop(void)
{
    stage_init(&stage);
    stage.views.cards = cards_new();
    stage.views.kept_lists = kept_lists_new();
    EXPECT_I64(FY_OK, bought_owners_new(stage.views.store, &stage.views.bought_owners, &err));
    for (const char *sku = "abcdklmn"; *sku != '\0'; sku++)
        stage_offer((char[]){*sku, '\0'}, "x", "home", 5);
    for (const char *sku = "efgh"; *sku != '\0'; sku++)
        stage_offer((char[]){*sku, '\0'}, (char[]){*sku, '\0'}, "garden/tools", 5);
    stage_items("popular", "hgfe", (struct recommendation_collections){0});
    stage_items("new", "kl", (struct recommendation_collections){0});
}

static void close_shop(void)
{
    cards_free(stage.views.cards);
    kept_lists_free(stage.views.kept_lists);
    bought_owners_free(stage.views.bought_owners);
    stage_done(&stage);
}

/* "a b N:k [c: a b]": entries in order, what is new marked, collections with their members. */
static const char *shown(const struct shortlist_ask *ask)
{
    static char text[512];
    struct shortlist list;
    size_t size = 0;
    size_t at = 0;

    EXPECT_I64(FY_OK, shortlist_make(&stage.views, ask, &stage.arena, &list, &err));
    text[0] = '\0';
    for (size_t i = 0; i <= list.count; i++) {
        for (; at < list.collection_count && list.collections[at].before == i; at++) {
            size += (size_t)snprintf(text + size, sizeof(text) - size, "[%.*s %lld",
                FY_SLICE_ARG(list.collections[at].id), (long long)list.collections[at].share_ppm);
            for (size_t j = 0; j < list.collections[at].sku_count; j++)
                size += (size_t)snprintf(text + size, sizeof(text) - size, " %.*s",
                    FY_SLICE_ARG(list.collections[at].skus[j]));
            size += (size_t)snprintf(text + size, sizeof(text) - size, "]");
        }
        if (i < list.count)
            size += (size_t)snprintf(text + size, sizeof(text) - size, "%s%.*s",
                list.entries[i].why == SHORTLIST_NEW       ? "N:"
                : list.entries[i].why == SHORTLIST_POPULAR ? "P:"
                : list.entries[i].why == SHORTLIST_FILL    ? "F:"
                                                           : "",
                FY_SLICE_ARG(list.entries[i].card->sku));
    }
    return text;
}

static struct shortlist_ask of(const char *visitor, int limit)
{
    return (struct shortlist_ask){
        .visitor = visitor == NULL ? (struct fy_slice){0} : fy_slice_of(visitor), .limit = limit};
}

static void whoever_has_no_list_sees_what_is_popular(void)
{
    struct shortlist_ask ask = of(NULL, 20);

    open_shop();
    EXPECT_TEXT("P:hP:gP:fP:e", fy_slice_of(shown(&ask)));
    ask = of(VISITOR, 2);
    EXPECT_TEXT("P:hP:g", fy_slice_of(shown(&ask)));
    stage_level(&stage, "h", 0, 2); /* The card was kept; it is not believed. */
    EXPECT_TEXT("P:gP:f", fy_slice_of(shown(&ask)));
    ask.plain = true;
    EXPECT_TEXT("", fy_slice_of(shown(&ask))); /* It is nothing that was ranked for them. */
    close_shop();
}

static void whoever_wants_no_list_of_their_own_sees_what_is_popular(void)
{
    struct shortlist_ask ask = of(VISITOR, 20);

    open_shop();
    stage_items(VISITOR, "ab", (struct recommendation_collections){0});
    ask.impersonal = true;
    EXPECT_TEXT("P:hP:gP:fP:e", fy_slice_of(shown(&ask)));
    close_shop();
}

/* Whatever list it stands in. */
static void what_is_looked_at_is_not_recommended(void)
{
    struct shortlist_ask ask = of(EXPLORER, 20);

    open_shop();
    stage_items_of(EXPLORER, "h", "hab", (struct recommendation_collections){0});
    EXPECT_TEXT("abP:gP:fP:eN:l", fy_slice_of(shown(&ask)));
    stage_items_of(EXPLORER, "l", "ab", (struct recommendation_collections){0});
    EXPECT_TEXT("abP:hP:gP:fP:eN:k", fy_slice_of(shown(&ask)));
    ask.keep_current = true;
    EXPECT_TEXT("abP:hP:gP:fP:eN:l", fy_slice_of(shown(&ask)));
    close_shop();
}

/* In a small shop everything is a candidate of whoever sees what is popular. */
static void who_is_behind_is_filled_in_where_nobody_has_a_list(void)
{
    static const struct stage_offer offer = {
        .supplier = "y", .price_minor = 100, .on_hand_units = 5, .available_units = 5};
    struct shortlist_ask ask = of(NULL, 8);
    const int64_t day = 20000;
    const char *last = "";

    open_shop();
    stage_offers(&stage, "y", &offer, 1);
    stage_offer("y", "y", NULL, 5);
    stage_items("popular", "abcdefghy", (struct recommendation_collections){0});
    ask.minimum = minimum_new(50);
    for (int i = 0; i < 40 && strstr(last, "F:") == NULL; i++) {
        ask.now_ms = (day + 1) * SLOTS_DAY_MS - 10000 + i * 100;
        last = shown(&ask);
    }
    EXPECT_TEXT("P:aP:bP:cP:dP:eP:fP:gF:y", fy_slice_of(last));
    minimum_free(ask.minimum);
    close_shop();
}

static void a_short_list_goes_on_with_what_is_popular(void)
{
    struct shortlist_ask ask = of(VISITOR, 4);

    open_shop();
    stage_items(VISITOR, "ag", (struct recommendation_collections){0});
    EXPECT_TEXT("agP:hP:f", fy_slice_of(shown(&ask)));
    ask.plain = true;
    EXPECT_TEXT("ag", fy_slice_of(shown(&ask)));
    close_shop();
}

static void nobody_takes_a_list_alone(void)
{
    struct shortlist_ask ask = of(VISITOR, 4);

    open_shop();
    stage_items(VISITOR, "abcdef", (struct recommendation_collections){0});
    EXPECT_TEXT("abef", fy_slice_of(shown(&ask)));
    ask.plain = true;
    EXPECT_TEXT("abcd", fy_slice_of(shown(&ask)));
    close_shop();
}

static void what_is_new_has_a_place_in_the_lists_of_those_who_explore(void)
{
    struct shortlist_ask ask = of(EXPLORER, 4);
    const char *text;

    open_shop();
    stage_items(EXPLORER, "aebfcg", (struct recommendation_collections){0});
    stage_items(VISITOR, "aebfcg", (struct recommendation_collections){0});
    text = shown(&ask);
    CU_ASSERT(strcmp(text, "aebN:k") == 0 || strcmp(text, "aebN:l") == 0);
    ask.limit = 3; /* Too short to have a place to spare. */
    EXPECT_TEXT("aeb", fy_slice_of(shown(&ask)));
    ask = of(VISITOR, 4);
    EXPECT_TEXT("aebf", fy_slice_of(shown(&ask)));

    ask = of(EXPLORER, 4);
    stage_items("new", "ae", (struct recommendation_collections){0}); /* There already. */
    EXPECT_TEXT("aebf", fy_slice_of(shown(&ask)));
    stage_items("new", "km", (struct recommendation_collections){0});
    stage_level(&stage, "k", 0, 2);
    EXPECT_TEXT("aebN:m", fy_slice_of(shown(&ask))); /* What cannot be had leaves it to another. */
    close_shop();
}

static void order(const char *visitor, const char *person, enum order_state state, int64_t returned)
{
    struct line_standing lines[] = {
        {.sku = fy_slice_of("a"), .units = 2, .returned_units = returned},
        {.sku = fy_slice_of("e"), .units = 1}};
    struct order_status status = {.order = fy_slice_of(ORDER),
        .person = fy_slice_of(person),
        .visitor = visitor == NULL ? (struct fy_slice){0} : fy_slice_of(visitor),
        .standing = {.state = state},
        .currency = fy_slice_of("EUR"),
        .lines = {lines, 2}};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_ORDER_STATUS, ORDER,
                          stage_encoded(&stage, &order_status_schema, &status)));
}

static void what_was_bought_is_left_out(void)
{
    struct shortlist_ask ask = of(VISITOR, 2);

    open_shop();
    stage_items(VISITOR, "aebf", (struct recommendation_collections){0});
    order(VISITOR, ANN, ORDER_STATE_PAYING, 0);
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    order(VISITOR, ANN, ORDER_STATE_CONFIRMED, 0);
    EXPECT_TEXT("bf", fy_slice_of(shown(&ask)));
    order(VISITOR, ANN, ORDER_STATE_CLOSED, 2); /* Both of a came back. */
    EXPECT_TEXT("af", fy_slice_of(shown(&ask)));
    ask.repeatable = "food,garden";
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    ask.repeatable = "gard";
    EXPECT_TEXT("af", fy_slice_of(shown(&ask)));
    ask.plain = true;
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    close_shop();
}

/* Signed in, one is known by the person; somebody else with this browser is not. */
static void what_a_person_bought_is_left_out_wherever_they_are(void)
{
    struct shortlist_ask ask = of(VISITOR, 2);

    open_shop();
    stage_items(VISITOR, "aebf", (struct recommendation_collections){0});
    order(NULL, ANN, ORDER_STATE_CONFIRMED, 0);
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    ask.person = fy_slice_of(BOB);
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    ask.person = fy_slice_of(ANN);
    EXPECT_TEXT("bf", fy_slice_of(shown(&ask)));
    close_shop();
}

/* Who bought something is known again after a start; and nobody is, when all rows have gone. */
static void who_bought_is_found_in_the_rows(void)
{
    struct shortlist_ask ask = of(VISITOR, 2);

    open_shop();
    stage_items(VISITOR, "aebf", (struct recommendation_collections){0});
    order(VISITOR, ANN, ORDER_STATE_CONFIRMED, 0);
    bought_owners_free(stage.views.bought_owners);
    EXPECT_I64(FY_OK, bought_owners_new(stage.views.store, &stage.views.bought_owners, &err));
    EXPECT_TEXT("bf", fy_slice_of(shown(&ask)));
    bought_owners_clear(stage.views.bought_owners);
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    close_shop();
}

/* What is kept of lists goes with the row, and with what takes its place. */
static void a_list_that_is_kept_is_the_row(void)
{
    struct shortlist_ask ask = of(VISITOR, 2);
    char name[16];

    open_shop();
    stage_items(VISITOR, "ae", (struct recommendation_collections){0});
    EXPECT_TEXT("ae", fy_slice_of(shown(&ask)));
    stage_items(VISITOR, "bf", (struct recommendation_collections){0});
    EXPECT_TEXT("bf", fy_slice_of(shown(&ask)));
    for (int i = 0; i < 3 * KEPT_LISTS; i++) { /* Others take its place: it is read again. */
        (void)snprintf(name, sizeof(name), "v%d", i);
        kept_lists_put(stage.views.kept_lists, fy_slice_of(name), fy_slice_of("another"));
    }
    EXPECT_TEXT("bf", fy_slice_of(shown(&ask)));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_RECOMMENDATIONS, VISITOR, (struct fy_slice){0}));
    EXPECT_TEXT("P:hP:g", fy_slice_of(shown(&ask)));
    close_shop();
}

static void stage_collection(const char *id)
{
    struct fy_slice skus[] = {fy_slice_of("a")};
    struct collection collection = {.envelope = {.event_id = fy_slice_of("e"),
                                        .root = fy_slice_of("r"),
                                        .actor = fy_slice_of("operator")},
        .collection = fy_slice_of(id),
        .title = fy_slice_of(id),
        .skus = {skus, 1}};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, id,
                          stage_encoded(&stage, &collection_schema, &collection)));
}

static const char *title_shown(const char *id)
{
    static char text[32];
    struct fy_slice title = {0};

    EXPECT_I64(FY_OK, cards_collection(stage.views.cards, &stage.views, fy_slice_of(id),
                          &stage.arena, &title, &err));
    (void)snprintf(text, sizeof(text), "%.*s", FY_SLICE_ARG(title));
    return text;
}

static void a_title_that_is_kept_is_the_rows(void)
{
    open_shop();
    EXPECT_TEXT("", fy_slice_of(title_shown("one")));
    stage_collection("one");
    EXPECT_TEXT("one", fy_slice_of(title_shown("one")));
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_COLLECTIONS, "one", (struct fy_slice){0}));
    EXPECT_TEXT("", fy_slice_of(title_shown("one")));
    close_shop();
}

static void a_collection_is_as_likely_as_what_of_it_can_be_had(void)
{
    static const int32_t first[] = {1, 2};
    static const int32_t second[] = {0, 3, 4};
    static const int32_t gone[] = {0, 1};
    const struct recommended_collection collections[] = {
        {.collection = fy_slice_of("gone"), .members = {gone, 2}, .share_ppm = 750000},
        {.collection = fy_slice_of("two"), .members = {second, 3}, .share_ppm = 593750},
        {.collection = fy_slice_of("one"), .members = {first, 2}, .share_ppm = 375000},
    };
    struct shortlist_ask ask = of(VISITOR, 5);

    open_shop();
    stage_collection("one");
    stage_collection("two");
    stage_items(VISITOR, "aebfc", (struct recommendation_collections){collections, 3});
    EXPECT_TEXT("[two 593750 a f c]a[one 375000 e b]ebfc", fy_slice_of(shown(&ask)));

    stage_level(&stage, "a", 0, 2);
    EXPECT_TEXT("[one 375000 e b]eb[two 93750 f c]fcP:h", fy_slice_of(shown(&ask)));
    stage_level(&stage, "b", 0, 2); /* One product alone says it better. */
    EXPECT_TEXT("e[two 93750 f c]fcP:hP:g", fy_slice_of(shown(&ask)));
    ask.plain = true;
    EXPECT_TEXT("efc", fy_slice_of(shown(&ask)));
    close_shop();
}

static void stage_seen(int64_t own, int64_t index, const char *sku)
{
    const struct recommended_item item = {.sku = fy_slice_of(sku), .because_sku = fy_slice_of("z")};
    const struct recommendation list = {.visitor = fy_slice_of(VISITOR),
        .list_id = fy_slice_of(LIST_ID),
        .as_of = {stage_as_of(&stage, "activity", 3, own), 1},
        .index_seen = {stage_as_of(&stage, "activity", 3, index), 1},
        .items = {&item, 1}};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_RECOMMENDATIONS, VISITOR,
                          stage_encoded(&stage, &recommendation_schema, &list)));
}

/* Two write the same lists, and one is behind the other. */
static void a_list_that_knows_less_takes_no_ones_place(void)
{
    struct shortlist_ask ask = of(VISITOR, 1);

    open_shop();
    stage_seen(5, 9, "a");
    stage_seen(4, 20, "b");
    EXPECT_TEXT("a", fy_slice_of(shown(&ask)));
    stage_seen(5, 8, "b");
    EXPECT_TEXT("a", fy_slice_of(shown(&ask)));
    stage_seen(5, 10, "c");
    EXPECT_TEXT("c", fy_slice_of(shown(&ask)));
    stage_seen(6, 6, "e");
    EXPECT_TEXT("e", fy_slice_of(shown(&ask)));
    close_shop();
}

/* More than are kept: each is still what its rows say. */
static void cards_are_kept_and_dropped(void)
{
    struct cards *cards = cards_new();
    char sku[16];

    stage_init(&stage);
    for (int i = 0; i < 2000; i++) {
        (void)snprintf(sku, sizeof(sku), "s%d", i);
        stage_offer(sku, "x", NULL, i);
    }
    stage.views.cards = cards;
    for (int round = 0; round < 12; round++) {
        for (int i = 0; i < 2000; i++) {
            const struct card *card;

            (void)snprintf(sku, sizeof(sku), "s%d", i);
            if (i % 100 == 0)
                cards_begin(cards);
            if (round == 5 && i % 7 == 0)
                stage_level(&stage, sku, i + 1, 2);
            EXPECT_I64(
                FY_OK, cards_get(cards, &stage.views, fy_slice_of(sku), &stage.arena, &card, &err));
            EXPECT_I64(round >= 5 && i % 7 == 0 ? i + 1 : i, card->available_units);
            EXPECT_TEXT(sku, card->title);
            EXPECT_I64(1, card->on_offer);
        }
    }
    close_shop();
}

static CU_TestInfo tests[] = {
    TEST(whoever_has_no_list_sees_what_is_popular),
    TEST(whoever_wants_no_list_of_their_own_sees_what_is_popular),
    TEST(what_is_looked_at_is_not_recommended),
    TEST(who_is_behind_is_filled_in_where_nobody_has_a_list),
    TEST(a_short_list_goes_on_with_what_is_popular),
    TEST(nobody_takes_a_list_alone),
    TEST(what_is_new_has_a_place_in_the_lists_of_those_who_explore),
    TEST(what_was_bought_is_left_out),
    TEST(what_a_person_bought_is_left_out_wherever_they_are),
    TEST(who_bought_is_found_in_the_rows),
    TEST(a_list_that_is_kept_is_the_row),
    TEST(a_title_that_is_kept_is_the_rows),
    TEST(a_collection_is_as_likely_as_what_of_it_can_be_had),
    TEST(a_list_that_knows_less_takes_no_ones_place),
    TEST(cards_are_kept_and_dropped),
};

TEST_MAIN(api.shortlist, tests)
