/*
 * Search beside a plain scan that shares no line with it: the same products, the same counts, in
 * the same order; and an index that follows the rows whatever happens to it.
 */
#include "api/search_rows.h"
#include "test/random.h"
#include "test/run.h"
#include "test/unit/api/search_ask.h"
#include "test/unit/api/stage.h"

static struct fy_err err;

enum { PLAIN_ITEMS = 120, PLAIN_SUPPLIERS = 3 };

/* A product as the test has it. */
struct plain {
    char sku[16], title[128], description[128], brand[16], category[32];
    char suppliers[PLAIN_SUPPLIERS][16];
    int supplier_count;
    int64_t price, units;
    bool listed;
};

static struct plain plain[PLAIN_ITEMS];
static struct stage stage;
static struct search_rows *rows;
static struct random dice;

static const char *const vocabulary[] = {"steel", "steal", "flask", "flag", "mug", "mugs", "teapot",
    "tea", "glass", "grass", "brass", "linen", "line", "oak", "soap", "rope", "hemp", "kettle",
    "blue", "black", "large", "small", "lantern", "apron", "9", "500", "1000", "ml"};
static const char *const categories[] = {
    "home", "home/kitchen", "home/kitchen/mugs", "home-made", "outdoors/light", "outdoors"};
static const char *const brands[] = {"Claro", "North Quay", "Weft", "Ember & Ash"};

static const char *any_word(void)
{
    return vocabulary[random_below(&dice, sizeof(vocabulary) / sizeof(vocabulary[0]))];
}

static void some_words(char *text, size_t size, int least, int most)
{
    int count = least + (int)random_below(&dice, (uint64_t)(most - least + 1));

    text[0] = '\0';
    for (int i = 0; i < count; i++)
        (void)snprintf(
            text + strlen(text), size - strlen(text), "%s%s", i > 0 ? ", " : "", any_word());
}

/* Does `text` have a word that is, or begins with, `word`? A plain walk over the characters. */
static bool text_has(const char *text, const char *word, size_t size, bool begun)
{
    for (const char *at = text; *at != '\0';) {
        size_t length = 0;

        while (at[length] != '\0' && strchr(" ,&/-", at[length]) == NULL)
            length++;
        if (length >= size && (begun || length == size) && strncasecmp(at, word, size) == 0)
            return true;
        at += length + (at[length] != '\0');
    }
    return false;
}

static int title_words(const struct plain *item)
{
    int count = 0;

    for (size_t i = 0; i < sizeof(vocabulary) / sizeof(vocabulary[0]); i++)
        count += text_has(item->title, vocabulary[i], strlen(vocabulary[i]), false);
    return count;
}

/* What a question is, for both sides. */
struct plain_question {
    char text[64];
    const char *words[3];
    size_t sizes[3];
    int count;
    bool open;
    const char *category, *brand, *supplier;
    int64_t price_min, price_max; /* -1: none. */
    bool in_stock;
};

/* -1: it has not all words. */
static int penalty_of(const struct plain *item, const struct plain_question *question)
{
    int sum = 0;

    for (int i = 0; i < question->count; i++) {
        const char *word = question->words[i];
        size_t size = question->sizes[i];
        bool begun = question->open && i == question->count - 1 && size >= 2;
        bool far = begun && size >= 4;

        if (text_has(item->title, word, size, false) || text_has(item->brand, word, size, false))
            sum += 0;
        else if (text_has(item->title, word, size, begun) ||
                 text_has(item->brand, word, size, begun))
            sum += 1;
        else if (text_has(item->description, word, size, false) ||
                 text_has(item->category, word, size, false))
            sum += 3;
        else if (text_has(item->description, word, size, far) ||
                 text_has(item->category, word, size, far))
            sum += 4;
        else
            return -1;
    }
    return sum;
}

static bool in_category(const struct plain *item, const char *path)
{
    size_t size = strlen(path);

    return strncmp(item->category, path, size) == 0 &&
           (item->category[size] == '\0' || item->category[size] == '/');
}

static bool offered_by(const struct plain *item, const char *supplier)
{
    bool by = false;

    for (int i = 0; i < item->supplier_count; i++)
        by |= strcmp(item->suppliers[i], supplier) == 0;
    return by;
}

/* Without the filter of one facet: 'c', 'b', 's', 'p', 'i'; or none, ' '. */
static bool passes(const struct plain *item, const struct plain_question *question, char without)
{
    return (without == 'c' || question->category == NULL ||
               in_category(item, question->category)) &&
           (without == 'b' || question->brand == NULL ||
               strcmp(item->brand, question->brand) == 0) &&
           (without == 's' || question->supplier == NULL || offered_by(item, question->supplier)) &&
           (without == 'p' ||
               ((question->price_min < 0 || item->price >= question->price_min) &&
                   (question->price_max < 0 || item->price <= question->price_max))) &&
           (without == 'i' || !question->in_stock || item->units > 0);
}

static bool stands_before(
    const struct plain *a, const struct plain *b, const struct plain_question *question)
{
    uint64_t as[4] = {(uint64_t)penalty_of(a, question), a->units <= 0,
        question->count > 0 && title_words(a) > question->count
            ? (uint64_t)(title_words(a) - question->count)
            : 0,
        search_hash(fy_slice_of(a->sku)) >> 32};
    uint64_t bs[4] = {(uint64_t)penalty_of(b, question), b->units <= 0,
        question->count > 0 && title_words(b) > question->count
            ? (uint64_t)(title_words(b) - question->count)
            : 0,
        search_hash(fy_slice_of(b->sku)) >> 32};

    for (int i = 0; i < 4; i++)
        if (as[i] != bs[i])
            return as[i] < bs[i];
    return strcmp(a->sku, b->sku) < 0;
}

/* Those that are found, in order. */
static int scan(const struct plain_question *question, const struct plain *ret_found[])
{
    int count = 0;

    for (int i = 0; i < PLAIN_ITEMS; i++) {
        const struct plain *item = &plain[i];
        int at = count;

        if (!item->listed || penalty_of(item, question) < 0 || !passes(item, question, ' '))
            continue;
        count++;
        for (; at > 0 && stands_before(item, ret_found[at - 1], question); at--)
            ret_found[at] = ret_found[at - 1];
        ret_found[at] = item;
    }
    return count;
}

static bool word_matches_anything(const struct plain_question *question)
{
    for (int i = 0; i < PLAIN_ITEMS; i++)
        if (plain[i].listed && penalty_of(&plain[i], question) >= 0)
            return true;
    return false;
}

static struct plain_question any_question(void)
{
    struct plain_question question = {.count = (int)random_below(&dice, 4),
        .open = random_below(&dice, 2) == 0,
        .price_min = -1,
        .price_max = -1};

    for (int i = 0; i < question.count; i++) {
        question.words[i] = any_word();
        question.sizes[i] = strlen(question.words[i]);
        for (int j = 0; j < i; j++)
            while (strcmp(question.words[i], question.words[j]) == 0) {
                question.words[i] = any_word();
                question.sizes[i] = strlen(question.words[i]);
                j = 0;
            }
        if (question.open && i == question.count - 1 && question.sizes[i] > 2)
            question.sizes[i] -= random_below(&dice, 3);
        (void)snprintf(question.text + strlen(question.text),
            sizeof(question.text) - strlen(question.text), "%s%.*s", i > 0 ? " " : "",
            (int)question.sizes[i], question.words[i]);
    }
    if (random_below(&dice, 3) == 0)
        question.category = categories[random_below(&dice, 6)];
    if (random_below(&dice, 4) == 0)
        question.brand = brands[random_below(&dice, 4)];
    if (random_below(&dice, 4) == 0)
        question.supplier = random_below(&dice, 2) == 0 ? "acme" : "bolt";
    if (random_below(&dice, 4) == 0)
        question.price_min = (int64_t)random_below(&dice, 6000);
    if (random_below(&dice, 4) == 0)
        question.price_max = (int64_t)random_below(&dice, 12000);
    question.in_stock = random_below(&dice, 3) == 0;
    return question;
}

static struct search_question as_asked(const struct plain_question *plainly)
{
    return (struct search_question){
        .text = fy_slice_of(plainly->text),
        .open = plainly->open,
        .names = {text_or_none(plainly->category), text_or_none(plainly->supplier),
            text_or_none(plainly->brand)},
        .has_price_min = plainly->price_min >= 0,
        .price_min = plainly->price_min,
        .has_price_max = plainly->price_max >= 0,
        .price_max = plainly->price_max,
        .in_stock = plainly->in_stock,
    };
}

static void expect_facets(const struct plain_question *question)
{
    int64_t by_category[6] = {0}, by_brand[4] = {0}, by_supplier[2] = {0}, in_stock = 0;
    int64_t by_price[SEARCH_PRICES] = {0};

    for (int i = 0; i < PLAIN_ITEMS; i++) {
        const struct plain *item = &plain[i];

        if (!item->listed || penalty_of(item, question) < 0)
            continue;
        for (int j = 0; j < 6 && passes(item, question, 'c'); j++)
            by_category[j] += in_category(item, categories[j]);
        for (int j = 0; j < 4 && passes(item, question, 'b'); j++)
            by_brand[j] += strcmp(item->brand, brands[j]) == 0;
        by_supplier[0] += passes(item, question, 's') && offered_by(item, "acme");
        by_supplier[1] += passes(item, question, 's') && offered_by(item, "bolt");
        in_stock += passes(item, question, 'i') && item->units > 0;
        if (passes(item, question, 'p'))
            by_price[item->price < 1000    ? 0
                     : item->price < 2500  ? 1
                     : item->price < 5000  ? 2
                     : item->price < 10000 ? 3
                                           : 4]++;
    }
    for (int i = 0; i < 6; i++)
        EXPECT_I64(by_category[i], counted(SEARCH_CATEGORY, categories[i]));
    for (int i = 0; i < 4; i++)
        EXPECT_I64(by_brand[i], counted(SEARCH_BRAND, brands[i]));
    EXPECT_I64(by_supplier[0], counted(SEARCH_SUPPLIER, "acme"));
    EXPECT_I64(by_supplier[1], counted(SEARCH_SUPPLIER, "bolt"));
    EXPECT_I64(in_stock, got.in_stock);
    for (int i = 0; i < SEARCH_PRICES; i++)
        EXPECT_I64(by_price[i], got.prices[i]);
}

/* The same answer in pages of `limit`. */
static void expect_pages(
    const struct plain_question *plainly, const struct plain *const *want, int count, int limit)
{
    struct search_question question = as_asked(plainly);
    char after[16];
    int at = 0;

    question.limit = limit;
    for (bool more = true; more; more = got.more) {
        ask(search_rows_index(rows), question);
        EXPECT_I64(count, got.total);
        for (int i = 0; i < got.hit_count; i++, at++)
            EXPECT_TEXT(at < count ? want[at]->sku : "(nothing)", got.hits[i].sku);
        if (got.hit_count == 0 || at > count)
            break;
        question.has_after = true;
        question.after = got.hits[got.hit_count - 1];
        (void)snprintf(after, sizeof(after), "%.*s", FY_SLICE_ARG(question.after.sku));
        question.after.sku = fy_slice_of(after);
    }
    EXPECT_I64(count, at);
}

static void compare(int questions)
{
    const struct plain *want[PLAIN_ITEMS];

    CU_ASSERT_PTR_NOT_NULL_FATAL(search_rows_index(rows));
    for (int i = 0; i < questions; i++) {
        struct plain_question question = any_question();
        int count = scan(&question, want);

        /* Where no product has the words, others are taken: that is told above. */
        if (question.count > 0 && !word_matches_anything(&question))
            continue;
        ask(search_rows_index(rows), as_asked(&question));
        CU_ASSERT_FALSE(got.approximate);
        EXPECT_I64(0, got.change_count);
        expect_facets(&question);
        expect_pages(&question, want, count, 1 + (int)random_below(&dice, 30));
    }
}

/* --- Rows that change ------------------------------------------------------------------------ */

static struct fy_store_batch *batch;

static void tell_search(void *context, enum api_view view, struct fy_slice key)
{
    (void)context;
    search_rows_changed(rows, view, key);
}

/* As after a start: of what the store has. */
static void rows_start(int64_t budget_us)
{
    const struct search_rows_config config = {.views = &stage.views};
    bool done = false;

    search_rows_free(rows);
    EXPECT_I64(FY_OK, search_rows_new(&config, &rows, &err));
    for (int i = 0; i < 1000 && !done && budget_us > 0; i++)
        EXPECT_I64(FY_OK, search_rows_load(rows, budget_us, &done, &err));
    EXPECT_I64(budget_us > 0, done);
}

static void record(enum fy_topic topic, const char *key, struct fy_slice value)
{
    struct fy_record one = {.topic = topic,
        .partition = 3,
        .offset = stage.offset++,
        .key = fy_slice_of(key),
        .value = value};

    EXPECT_I64(FY_OK, views_apply(&stage.views, &one, batch, &stage.arena, &err));
}

static void tell_product(const struct plain *item)
{
    struct fy_slice suppliers[PLAIN_SUPPLIERS];
    struct product product = {
        .sku = fy_slice_of(item->sku),
        .supplier = fy_slice_of(item->suppliers[0]),
        .title = fy_slice_of(item->title),
        .description = text_or_none(item->description[0] != '\0' ? item->description : NULL),
        .brand = text_or_none(item->brand[0] != '\0' ? item->brand : NULL),
        .category = text_or_none(item->category[0] != '\0' ? item->category : NULL),
        .price = {item->price, fy_slice_of("EUR")},
        .suppliers = {suppliers, (size_t)item->supplier_count},
        .has_withdrawn_ms = !item->listed,
        .withdrawn_ms = item->listed ? 0 : 1,
    };

    for (int i = 0; i < item->supplier_count; i++)
        suppliers[i] = fy_slice_of(item->suppliers[i]);
    record(FY_TOPIC_PRODUCTS, item->sku, stage_encoded(&stage, &product_schema, &product));
}

static void tell_level(const struct plain *item)
{
    struct stock_level level = {.sku = fy_slice_of(item->sku),
        .supplier = fy_slice_of("acme"),
        .on_hand_units = item->units,
        .available_units = item->units};

    record(FY_TOPIC_STOCK_LEVELS, item->sku, stage_encoded(&stage, &stock_level_schema, &level));
}

static void write_anew(struct plain *item)
{
    some_words(item->title, sizeof(item->title), 1, 4);
    some_words(item->description, sizeof(item->description), 0, 5);
    item->brand[0] = item->category[0] = '\0';
    if (random_below(&dice, 4) > 0)
        (void)snprintf(item->brand, sizeof(item->brand), "%s", brands[random_below(&dice, 4)]);
    if (random_below(&dice, 4) > 0)
        (void)snprintf(
            item->category, sizeof(item->category), "%s", categories[random_below(&dice, 6)]);
    item->supplier_count = 1 + (int)random_below(&dice, 2);
    (void)snprintf(item->suppliers[0], 16, "%s", random_below(&dice, 2) == 0 ? "acme" : "cask");
    (void)snprintf(item->suppliers[1], 16, "bolt");
    item->price = (int64_t)random_below(&dice, 12000);
    item->listed = true;
}

static void change_one(void)
{
    struct plain *item = &plain[random_below(&dice, PLAIN_ITEMS)];

    switch (random_below(&dice, 6)) {
    case 0:
    case 1:
        write_anew(item);
        tell_product(item);
        break;
    case 2:
        item->price = (int64_t)random_below(&dice, 12000);
        if (item->title[0] != '\0')
            tell_product(item);
        break;
    case 3:
        item->listed = false;
        if (item->title[0] != '\0' && random_below(&dice, 2) == 0)
            tell_product(item);
        else
            record(FY_TOPIC_PRODUCTS, item->sku, (struct fy_slice){0});
        break;
    default:
        item->units = (int64_t)random_below(&dice, 3);
        tell_level(item);
        break;
    }
}

/* Some records that become visible together. `told`: and search hears that they have. */
static void slice(int records, bool told)
{
    batch = fy_store_batch_new(stage.views.store);
    for (int i = 0; i < records; i++)
        change_one();
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    views_settle(&stage.views);
    if (told)
        EXPECT_I64(FY_OK, search_rows_applied(rows, &err));
    fy_arena_clear(&stage.arena);
}

static void shop_open(uint64_t seed)
{
    dice = (struct random){seed};
    memset(plain, 0, sizeof(plain));
    for (int i = 0; i < PLAIN_ITEMS; i++)
        (void)snprintf(plain[i].sku, sizeof(plain[i].sku), "sku-%d", i * 7919 % 1000);
    stage_init(&stage);
    stage.views.changed = tell_search;
    fy_arena_init(&arena, 16 << 20);
    rows_start(1000000);
}

static void shop_close(void)
{
    search_rows_free(rows);
    rows = NULL;
    fy_arena_done(&arena);
    stage_done(&stage);
}

static void a_plain_scan_finds_the_same(void)
{
    for (uint64_t seed = 1; seed <= 4; seed++) {
        shop_open(seed);
        slice(300, true);
        compare(60);
        for (int i = 0; i < 12; i++) {
            slice(1 + (int)random_below(&dice, 40), true);
            compare(10);
        }
        shop_close();
    }
}

/* Killed between the rows and the index: the next start makes it of the rows, in pieces. */
static void a_crash_between_rows_and_index_is_made_good(void)
{
    shop_open(11);
    slice(300, true);
    slice(40, false);
    rows_start(1);
    compare(40);
    slice(40, true);
    compare(40);
    shop_close();
}

/* Records that come while rows are still being read, of those behind and of those ahead. */
static void what_changes_while_it_loads_is_not_lost(void)
{
    bool done = false;
    int pieces = 0;

    shop_open(12);
    slice(400, true);
    rows_start(0);
    CU_ASSERT_PTR_NULL(search_rows_index(rows));
    for (; !done; pieces++) {
        EXPECT_I64(FY_OK, search_rows_load(rows, 0, &done, &err));
        slice(10, true);
    }
    CU_ASSERT_TRUE(pieces > 2);
    compare(60);
    shop_close();
}

/* The follower has dropped all rows, for their log or their version is another. */
static void rows_that_are_dropped_are_found_no_more(void)
{
    shop_open(13);
    slice(300, true);
    EXPECT_I64(FY_OK, fy_store_wipe(stage.views.store, VIEW_PRODUCTS, &err));
    EXPECT_I64(FY_OK, fy_store_wipe(stage.views.store, VIEW_STOCK_LEVELS, &err));
    search_rows_wiped(rows);
    for (int i = 0; i < PLAIN_ITEMS; i++) {
        plain[i].listed = false;
        plain[i].units = 0;
    }
    ask(search_rows_index(rows), (struct search_question){0});
    EXPECT_I64(0, got.total);
    EXPECT_I64(0, search_terms_count(search_rows_index(rows)->terms));
    slice(200, true);
    compare(40);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(a_plain_scan_finds_the_same),
    TEST(a_crash_between_rows_and_index_is_made_good),
    TEST(what_changes_while_it_loads_is_not_lost),
    TEST(rows_that_are_dropped_are_found_no_more),
};

TEST_MAIN(api.search_scan, tests)
