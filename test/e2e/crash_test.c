/*
 * crash_test.c - kill -9, and rows wiped: the programs come back by themselves and answer as
 * before.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <stdlib.h>

static const char *const programs[] = {
    "producers", "api", "stock", "history", "recommend", "accounts"};
enum { PROGRAMS = sizeof(programs) / sizeof(programs[0]), QUESTIONS = 5 };

/* All that one visitor can read, as it was answered. */
struct picture {
    char *answers[QUESTIONS];
};

static struct picture picture_of(const struct shopper *shopper, const char *sku)
{
    char product[128];
    /* The ranking alone: a short list is filled with what is popular now, whose scores are of the
       moment, for this test's own views count. */
    const char *const paths[QUESTIONS] = {product, "/v1/products?limit=100", "/v1/collections",
        "/v1/history", "/v1/recommendations?plain=1"};
    struct picture picture;

    (void)snprintf(product, sizeof(product), "/v1/products/%s", sku);
    for (int i = 0; i < QUESTIONS; i++) {
        bool own = i >= 3;
        const struct answer *answer = own ? get_after(paths[i], shopper->position, shopper->cookie)
                                          : http_get(paths[i], NULL);

        EXPECT_STATUS(200, answer);
        picture.answers[i] = strdup(answer->body);
        CU_ASSERT_PTR_NOT_NULL_FATAL(picture.answers[i]);
    }
    return picture;
}

static void picture_free(struct picture *picture)
{
    for (int i = 0; i < QUESTIONS; i++)
        free(picture->answers[i]);
}

static void expect_same(const char *what, const struct picture *want, const struct picture *got)
{
    for (int i = 0; i < QUESTIONS; i++) {
        char text[1024];
        bool same = strcmp(want->answers[i], got->answers[i]) == 0;

        (void)snprintf(text, sizeof(text), "after %s, question %d: want \"%.400s\", got \"%.400s\"",
            what, i, want->answers[i], got->answers[i]);
        CU_assertImplementation(same, __LINE__, text, __FILE__, __func__, CU_FALSE);
    }
}

static void settled_shopper(struct shopper *shopper, const char **ret_sku)
{
    const char *first = listed_product(), *second = listed_product();
    struct shopper other;

    shopper_init(&other);
    EXPECT_STATUS(202, shopper_view(&other, first));
    EXPECT_STATUS(202, shopper_view(&other, second));
    shopper_init(shopper);
    EXPECT_STATUS(202, shopper_view(shopper, second));
    EXPECT_STATUS(202, shopper_view(shopper, first));
    *ret_sku = first;
}

/* One event after another crash: the numbers go on where they were. */
static void expect_goes_on(struct shopper *shopper, const char *sku)
{
    char views[32];

    EXPECT_STATUS(202, shopper_view(shopper, sku));
    (void)snprintf(views, sizeof(views), "\"views\":%d,", shopper->n);
    EXPECT_IN(views, shopper_history(shopper));
}

static void a_killed_program_comes_back_and_answers_as_before(void)
{
    struct shopper shopper;
    const char *sku;
    struct picture before, after;

    settled_shopper(&shopper, &sku);
    for (int i = 0; i < PROGRAMS; i++) {
        before = picture_of(&shopper, sku);
        program_kill(programs[i]);
        after = picture_of(&shopper, sku);
        expect_same(programs[i], &before, &after);
        picture_free(&before);
        picture_free(&after);
        expect_goes_on(&shopper, sku);
    }
}

/* Rows are a cache: Kafka alone brings them back, to the byte. */
static void expect_same_without_rows(const char *program)
{
    struct shopper shopper;
    const char *sku;
    struct picture before, after;

    settled_shopper(&shopper, &sku);
    before = picture_of(&shopper, sku);
    program_wipe(program);
    after = picture_of(&shopper, sku);
    expect_same(program, &before, &after);
    picture_free(&before);
    picture_free(&after);
    expect_goes_on(&shopper, sku);
}

static void producers_without_rows_answer_as_before(void)
{
    expect_same_without_rows("producers");
}

static void api_without_rows_answers_as_before(void)
{
    expect_same_without_rows("api");
}

static void stock_without_rows_answers_as_before(void)
{
    expect_same_without_rows("stock");
}

static void history_without_rows_answers_as_before(void)
{
    expect_same_without_rows("history");
}

/* Partitions are read one after the other then; what was known of all of them must come out. */
static void recommend_without_rows_answers_as_before(void)
{
    expect_same_without_rows("recommend");
}

/* What is written while a program is away waits for it; what others read goes on. */
static void events_wait_for_a_program_that_is_away(void)
{
    struct shopper shopper;
    const char *sku;

    settled_shopper(&shopper, &sku);
    program_stop("history");
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_STATUS(200, get_after("/v1/recommendations", shopper.position, shopper.cookie));
    EXPECT_STATUS(200, http_get("/v1/products", NULL));
    program_start("history");
    EXPECT_IN("\"views\":3,", shopper_history(&shopper));
}

/* Recognising repeats survives the rows: the changelog has the sessions too. */
static void a_repeat_is_recognised_after_the_rows_are_gone(void)
{
    struct shopper shopper;
    const char *sku;

    settled_shopper(&shopper, &sku);
    EXPECT_STATUS(200, shopper_history(&shopper));
    program_wipe("history");
    shopper.n--;
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_IN("\"views\":2,", shopper_history(&shopper));
}

/* nginx answers for a program that is away, in the form of all our refusals. */
static void an_absent_program_is_a_503_that_says_when_to_ask(void)
{
    const struct answer *answer;

    program_stop("api");
    answer = http_get("/v1/products", NULL);
    EXPECT_PROBLEM(503, "not-ready", NULL, answer);
    EXPECT_TEXT("1", fy_slice_of(answer->retry_after));
    program_start("api");
    EXPECT_STATUS(200, http_get("/v1/products", NULL));
}

static const CU_TestInfo tests[] = {
    TEST(a_killed_program_comes_back_and_answers_as_before),
    TEST(producers_without_rows_answer_as_before),
    TEST(api_without_rows_answers_as_before),
    TEST(stock_without_rows_answers_as_before),
    TEST(history_without_rows_answers_as_before),
    TEST(recommend_without_rows_answers_as_before),
    TEST(events_wait_for_a_program_that_is_away),
    TEST(a_repeat_is_recognised_after_the_rows_are_gone),
    TEST(an_absent_program_is_a_503_that_says_when_to_ask),
};

TEST_MAIN(crash, tests)
