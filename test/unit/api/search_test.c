/*
 * Words, and what a shop expects of a few products.
 */
#include "api/search.h"
#include "api/search_rows.h"
#include "test/run.h"
#include "test/unit/api/search_ask.h"
#include "test/unit/api/stage.h"

static struct fy_err err;
static struct stage stage;
static struct search_rows *rows;

/* --- Words ----------------------------------------------------------------------------------- */

static void expect_words(const char *want, const char *text)
{
    struct search_cutter cutter = {.text = fy_slice_of(text)};
    struct search_word word;
    char all[512] = "";

    while (search_word_next(&cutter, &word))
        (void)snprintf(all + strlen(all), sizeof(all) - strlen(all), "%s%.*s",
            all[0] != '\0' ? " " : "", (int)word.size, (const char *)word.text);
    EXPECT_TEXT(want, fy_slice_of(all));
}

static void words_are_folded(void)
{
    expect_words("", "");
    expect_words("", " -,\"*'() \t");
    expect_words("steel flask 0 5 l", "Steel flask, 0.5 l");
    expect_words("muller s 2 tone strasse", "M\xc3\xbcller's 2-T\xc3\xb6ne STRA\xc3\x9f"
                                            "E");
    expect_words("cafe", "Cafe\xcc\x81");                           /* A mark of its own. */
    expect_words("fi 12", "\xef\xac\x81 \xef\xbc\x91\xef\xbc\x92"); /* A ligature, wide digits. */
    expect_words("\xd1\x87\xd0\xb0\xd1\x88\xd0\xba\xd0\xb0",
        "\xd0\xa7\xd0\x90\xd0\xa8\xd0\x9a\xd0\x90"); /* Cyrillic. */
    expect_words("01234567890123456789012345678901", "0123456789012345678901234567890123456789");
    expect_words("a b", "a\xff\xfe"
                        "b"); /* No text at all. */
}

static int distance(const char *a, const char *b)
{
    return search_distance(fy_slice_of(a), fy_slice_of(b), 2);
}

static void edits_are_counted_by_characters(void)
{
    EXPECT_I64(0, distance("flask", "flask"));
    EXPECT_I64(1, distance("flsk", "flask"));
    EXPECT_I64(1, distance("flaask", "flask"));
    EXPECT_I64(1, distance("flosk", "flask"));
    EXPECT_I64(1, distance("falsk", "flask"));
    EXPECT_I64(2, distance("fals", "flask"));
    EXPECT_I64(3, distance("glimmer", "flask")); /* Further than was asked for. */
    EXPECT_I64(1, distance("\xd1\x87\xd0\xb0\xd0\xb9", "\xd1\x87\xd0\xb0\xd1\x8f"));
}

static struct fy_slice word_number(int number)
{
    static char text[16];

    (void)snprintf(text, sizeof(text), "w%d", number);
    return fy_slice_of(text);
}

static bool count_term(const struct search_term *term, void *context)
{
    struct fy_slice *last = context;
    struct fy_slice text = {term->text, term->size};
    size_t size = last->size < text.size ? last->size : text.size;

    CU_ASSERT_TRUE(last->data == NULL || memcmp(last->data, text.data, size) <= 0);
    *last = text;
    return true;
}

/* Many words, of which half go again: the others are found, and stand in order. */
static void words_come_and_go(void)
{
    enum { MANY = 5000 };
    struct search_terms *terms = search_terms_new();
    struct fy_slice last = {0};

    for (int i = 0; i < MANY; i++)
        CU_ASSERT_TRUE(search_terms_add(terms, word_number(i), SEARCH_TITLE, (uint32_t)i));
    for (int i = 0; i < MANY; i += 2)
        search_terms_remove(terms, word_number(i), SEARCH_TITLE, (uint32_t)i);
    EXPECT_I64(MANY / 2, search_terms_count(terms));
    for (int i = 0; i < MANY; i++)
        CU_ASSERT_EQUAL(i % 2 == 1, search_terms_find(terms, word_number(i)) != NULL);
    search_terms_prefix(terms, fy_slice_of("w"), count_term, &last);
    EXPECT_I64(0, memcmp(last.data, "w999", 4));
    search_terms_free(terms);
}

/* What is added and removed while a table that has grown is still being moved. */
static void words_come_and_go_while_they_are_moved(void)
{
    enum { MANY = 20000 };
    static bool there[MANY];
    struct search_terms *terms = search_terms_new();
    uint32_t random = 1;

    memset(there, 0, sizeof(there));
    for (int turn = 0; turn < 6 * MANY; turn++) {
        int i;

        random = random * 1664525U + 1013904223U;
        i = (int)((random >> 8) % (uint32_t)(turn < MANY ? MANY : 1 + turn / 6));
        CU_ASSERT_EQUAL(there[i], search_terms_find(terms, word_number(i)) != NULL);
        if (there[i])
            search_terms_remove(terms, word_number(i), SEARCH_TITLE, 7);
        else
            CU_ASSERT_TRUE(search_terms_add(terms, word_number(i), SEARCH_TITLE, 7));
        there[i] = !there[i];
    }
    for (int i = 0; i < MANY; i++)
        CU_ASSERT_EQUAL(there[i], search_terms_find(terms, word_number(i)) != NULL);
    search_terms_free(terms);
}

static bool has_id(const struct search_ids *ids, uint64_t key, uint32_t document)
{
    size_t at = SEARCH_IDS_FIRST;
    uint32_t found;

    while (search_ids_next(ids, key, &at, &found))
        if (found == document)
            return true;
    return false;
}

/* Each number is of four documents. */
static void numbers_come_and_go_while_they_are_moved(void)
{
    enum { MANY = 20000 };
    static bool there[MANY];
    struct search_ids ids = {0};
    uint32_t random = 1;

    memset(there, 0, sizeof(there));
    for (int turn = 0; turn < 6 * MANY; turn++) {
        uint32_t i;

        random = random * 1664525U + 1013904223U;
        i = (random >> 8) % MANY;
        CU_ASSERT_EQUAL(there[i], has_id(&ids, i / 4, i));
        if (there[i])
            search_ids_remove(&ids, i / 4, i);
        else
            CU_ASSERT_TRUE(search_ids_add(&ids, i / 4, i));
        there[i] = !there[i];
    }
    for (uint32_t i = 0; i < MANY; i++)
        CU_ASSERT_EQUAL(there[i], has_id(&ids, i / 4, i));
    search_ids_clear(&ids);
}

/* --- A few products -------------------------------------------------------------------------- */

struct item {
    const char *sku, *title, *description, *brand, *category, *supplier, *gtin;
    int64_t price;
    bool in_stock;
};

static const struct item items[] = {
    {"mug-blue", "Speckled mug, blue", "Stoneware, glazed.", "Ember & Ash", "home/kitchen/mugs",
        "hollow-oak", "00004006381333931" + 3, 1450, true},
    {"mug-black", "Tall mug, black", "Stoneware.", "Ember & Ash", "home/kitchen/mugs", "hollow-oak",
        NULL, 1690, false},
    {"flask-500", "Steel flask, 0.5 l", "Keeps tea hot.", "North Quay", "outdoors/flasks",
        "tidewater", "00000096385074", 2900, true},
    {"flask-1000", "Steel flask, 1000 ml", "Keeps soup hot in a mug.", "North Quay",
        "outdoors/flasks", "tidewater", NULL, 3900, true},
    {"teapot-glass", "Glass teapot", "Borosilicate glass.", "Claro", "home/kitchen", "hollow-oak",
        NULL, 3450, true},
    {"apron", "Linen apron", NULL, NULL, NULL, "hollow-oak", NULL, 5200, true},
};

static struct product product_of(const struct item *item, struct fy_slice *gtin)
{
    *gtin = text_or_none(item->gtin);
    return (struct product){
        .sku = fy_slice_of(item->sku),
        .supplier = fy_slice_of(item->supplier),
        .title = fy_slice_of(item->title),
        .description = text_or_none(item->description),
        .brand = text_or_none(item->brand),
        .category = text_or_none(item->category),
        .price = {item->price, fy_slice_of("EUR")},
        .gtins = {gtin, item->gtin != NULL},
    };
}

static struct search_index *few(void)
{
    struct search_index *index = search_index_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(index);
    for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
        struct fy_slice gtin;
        struct product product = product_of(&items[i], &gtin);

        CU_ASSERT_TRUE(search_index_put(index, NULL, &product, items[i].in_stock));
    }
    return index;
}

/* The SKUs found, with blanks between; "~word>as" in front for each change. */
static struct fy_slice found(const struct search_index *index, const char *text)
{
    static char text_found[2048];

    ask(index,
        (struct search_question){.text = fy_slice_of(text), .open = text[strlen(text) - 1] != ' '});
    text_found[0] = '\0';
    for (int i = 0; i < got.change_count; i++)
        (void)snprintf(text_found + strlen(text_found), sizeof(text_found) - strlen(text_found),
            "~%.*s>%.*s ", FY_SLICE_ARG(got.changes[i].word), (int)got.changes[i].as.size,
            got.changes[i].as.size > 0 ? (const char *)got.changes[i].as.data : "");
    for (int i = 0; i < got.hit_count; i++)
        (void)snprintf(text_found + strlen(text_found), sizeof(text_found) - strlen(text_found),
            "%s%.*s", i > 0 ? " " : "", FY_SLICE_ARG(got.hits[i].sku));
    EXPECT_I64(got.hit_count, got.total);
    return fy_slice_of(text_found);
}

/* What a shop expects, a question a line. */
static void questions_find_what_a_shop_expects(void)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"mug",
            "mug-blue mug-black flask-1000"}, /* In the title, in stock; sold out; in the text. */
        {"Mug BLUE", "mug-blue"},
        {"blue mug", "mug-blue"},
        {"flask", "flask-1000 flask-500"}, /* Both as good: as their hashes say. */
        {"fla", "flask-1000 flask-500"},
        {"steel fl", "flask-1000 flask-500"},
        {"te", "teapot-glass"}, /* Two letters: of titles alone. */
        {"spec", "mug-blue"},
        {"spec ", ""}, /* A word that has ended is no beginning. */
        {"flsk", "~flsk>flask flask-1000 flask-500"},
        {"teapto", "~teapto>teapot teapot-glass"},
        {"borosilcate glsas", "~borosilcate>borosilicate ~glsas>glass teapot-glass"},
        {"claro", "teapot-glass"}, /* A brand. */
        {"kitchen mug", "mug-blue mug-black"},
        {"apron with pocket", "~with> ~pocket> apron"},
        {"blue flask", "~flask> mug-blue"}, /* What is rarer says more. */
        {"stoneware", "mug-blue mug-black"},
        {"mug-black", "mug-black"}, /* The very SKU, though others have these words too. */
        {"4006381333931", "mug-blue"},
        {"96385074", "flask-500"}, /* GTIN-8. */
        {"96385075", ""},          /* Numbers are not corrected. */
        {"1001", ""},
        {"q", ""},
        {"*", ""},
    };
    struct search_index *index = few();

    fy_arena_init(&arena, 16 << 20);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        EXPECT_TEXT(cases[i].found, found(index, cases[i].text));
    fy_arena_done(&arena);
    search_index_free(index);
}

/* A facet is counted without its own filter: what else could be chosen stays to be seen. */
static void a_facet_ignores_its_own_filter(void)
{
    struct search_index *index = few();
    struct search_question question = {
        .text = fy_slice_of("mug"), .names[SEARCH_BRAND] = fy_slice_of("Ember & Ash")};

    fy_arena_init(&arena, 16 << 20);
    ask(index, question);
    EXPECT_I64(2, got.total);
    EXPECT_I64(2, counted(SEARCH_BRAND, "Ember & Ash"));
    EXPECT_I64(1, counted(SEARCH_BRAND, "North Quay"));
    EXPECT_I64(2, counted(SEARCH_CATEGORY, "home"));
    EXPECT_I64(2, counted(SEARCH_CATEGORY, "home/kitchen"));
    EXPECT_I64(0, counted(SEARCH_CATEGORY, "outdoors"));
    EXPECT_I64(1, got.in_stock);
    EXPECT_I64(2, got.prices[1]);

    question.in_stock = true;
    question.has_price_min = true;
    question.price_min = 1451;
    ask(index, question);
    EXPECT_I64(0, got.total);
    EXPECT_I64(0, got.in_stock);  /* Of those above that price: a black mug, sold out. */
    EXPECT_I64(1, got.prices[1]); /* Of those in stock: a blue one, below it. */
    EXPECT_I64(0, counted(SEARCH_BRAND, "Ember & Ash"));
    EXPECT_I64(1, counted(SEARCH_BRAND, "North Quay"));

    question = (struct search_question){.names[SEARCH_CURRENCY] = fy_slice_of("USD")};
    ask(index, question);
    EXPECT_I64(0, got.total);
    EXPECT_I64(0, counted(SEARCH_CATEGORY, "home"));
    EXPECT_TEXT("USD", got.currency);
    fy_arena_done(&arena);
    search_index_free(index);
}

/* Nothing is left of products that are gone: no word, no value, no number. */
static void what_is_gone_leaves_nothing(void)
{
    struct search_index *index = few();
    uint32_t document;

    for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
        struct fy_slice gtin;
        struct product product = product_of(&items[i], &gtin);

        CU_ASSERT_TRUE(search_index_put(index, &product, NULL, false));
        CU_ASSERT_FALSE(search_index_find(index, product.sku, &document));
    }
    EXPECT_I64(0, search_index_count(index));
    EXPECT_I64(0, search_terms_count(index->terms));
    EXPECT_I64(0, index->skus.count);
    EXPECT_I64(0, index->gtins.count);
    EXPECT_TEXT(NULL, search_facet_commonest(index->facets[SEARCH_CURRENCY]));
    search_index_free(index);
}

/* --- Parameters ------------------------------------------------------------------------------ */

static void parameters_out_of_limits_are_named(void)
{
    static const struct {
        struct search_parameters parameters;
        const char *q_of; /* q, where it is too long to be written here: so many of it. */
        int times;
        const char *field, *detail;
    } cases[] = {
        {{.limit = {(const uint8_t *)"0", 1}}, "", 0, "limit",
            "limit: must be a whole number from 1 to 100"},
        {{.limit = {(const uint8_t *)"101", 3}}, "", 0, "limit",
            "limit: must be a whole number from 1 to 100"},
        {{.price_min = {(const uint8_t *)"1.5", 3}}, "", 0, "price_min",
            "price_min: must be a whole number from 0 to 999999999"},
        {{.in_stock = {(const uint8_t *)"yes", 3}}, "", 0, "in_stock", "in_stock: must be 0 or 1"},
        {{.category = {(const uint8_t *)"", 0}}, "", 0, "category",
            "category: 0 bytes, must be 1 to 120"},
        {{.currency = {(const uint8_t *)"EURO", 4}}, "", 0, "currency",
            "currency: 4 bytes, must be 1 to 3"},
        {{.after = {(const uint8_t *)"0123456789abcdeX.mug", 20}}, "", 0, "after",
            "after: must be what next_after of an answer was"},
        {{.after = {(const uint8_t *)"0123456789abcdef.", 17}}, "", 0, "after",
            "after: must be what next_after of an answer was"},
        {{.limit = {0}}, "\"", 65536, "q", "q: 65536 bytes, at most 200"},
        {{.limit = {0}}, "a ", 13, "q", "q: 13 words, at most 12"},
    };
    static char q[65537];

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct search_parameters parameters = cases[i].parameters;
        struct search_question question;
        struct fy_slice collection;
        struct api_answer problem = {0};

        q[0] = '\0';
        for (int j = 0; j < cases[i].times; j++)
            memcpy(q + (size_t)j * strlen(cases[i].q_of), cases[i].q_of, strlen(cases[i].q_of) + 1);
        if (cases[i].times > 0)
            parameters.q = fy_slice_of(q);
        CU_ASSERT_FALSE(search_question_of(&parameters, &question, &collection, &problem));
        EXPECT_I64(400, problem.status);
        EXPECT_TEXT(cases[i].field, fy_slice_of(problem.field));
        EXPECT_TEXT(cases[i].detail, fy_slice_of(problem.detail));
    }
}

static void tell_search(void *context, enum api_view view, struct fy_slice key)
{
    (void)context;
    search_rows_changed(rows, view, key);
}

/* What one page says is next is where the other begins; and the words of the page itself. */
static void a_page_says_what_was_found(void)
{
    struct search_parameters parameters = {.q = fy_slice_of(" flsk "), .limit = fy_slice_of("1")};
    struct search_question question;
    struct fy_slice collection, next;
    struct api_answer page = {0};
    bool done = false;

    stage_init(&stage);
    stage.views.changed = tell_search;
    EXPECT_I64(
        FY_OK, search_rows_new(&(struct search_rows_config){.views = &stage.views}, &rows, &err));
    EXPECT_I64(FY_OK, search_rows_load(rows, 1000000, &done, &err));
    CU_ASSERT_TRUE(done);
    stage_product(&stage, "flask-500", "Steel flask", 1);
    EXPECT_I64(FY_OK, search_rows_applied(rows, &err));
    stage_product(&stage, "flask-1000", "Steel flask", 2);
    stage_level(&stage, "flask-1000", 7, 3);
    EXPECT_I64(FY_OK, search_rows_applied(rows, &err));

    CU_ASSERT_TRUE_FATAL(search_question_of(&parameters, &question, &collection, &page));
    EXPECT_I64(FY_OK,
        search_page(&stage.views, search_rows_index(rows), &question, &stage.arena, &page, &err));
    EXPECT_CONTAINS("{\"total\":2,\"approximate\":false,\"changes\":[{\"word\":\"flsk\",\"as\":"
                    "\"flask\"}],\"products\":[{\"sku\":\"flask-1000\",",
        stage_body(&page));
    EXPECT_CONTAINS("\"facets\":{\"category\":[],\"supplier\":[{\"value\":\"acme\",\"count\":2}],"
                    "\"brand\":[],\"price\":[{\"min\":1000,\"max\":2499,\"count\":2}],"
                    "\"in_stock\":1},\"currency\":\"EUR\"}",
        stage_body(&page));

    next.data = memmem(page.body.data, page.body.size, "next_after\":\"", 13);
    CU_ASSERT_PTR_NOT_NULL_FATAL(next.data);
    next = (struct fy_slice){next.data + 13, 27};
    parameters.after = next;
    CU_ASSERT_TRUE_FATAL(search_question_of(&parameters, &question, &collection, &page));
    EXPECT_I64(FY_OK,
        search_page(&stage.views, search_rows_index(rows), &question, &stage.arena, &page, &err));
    EXPECT_CONTAINS("\"products\":[{\"sku\":\"flask-500\",", stage_body(&page));
    EXPECT_CONTAINS("\"next_after\":null", stage_body(&page));
    search_rows_free(rows);
    rows = NULL;
    stage_done(&stage);
}

static const CU_TestInfo tests[] = {
    TEST(words_are_folded),
    TEST(edits_are_counted_by_characters),
    TEST(words_come_and_go),
    TEST(words_come_and_go_while_they_are_moved),
    TEST(numbers_come_and_go_while_they_are_moved),
    TEST(questions_find_what_a_shop_expects),
    TEST(a_facet_ignores_its_own_filter),
    TEST(what_is_gone_leaves_nothing),
    TEST(parameters_out_of_limits_are_named),
    TEST(a_page_says_what_was_found),
};

TEST_MAIN(api.search, tests)
