#include "api/search.h"
#include "api/api.h"
#include "api/search_rows.h"

#include "lib/metrics.h"
#include "lib/mono.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    PRICE_MAX = 999999999, /* What query_int reads. */
    RANK_DIGITS = 16,
    CATEGORY_BYTES_MAX = 120,
    BRAND_BYTES_MAX = 100,
    CURRENCY_BYTES_MAX = 3,
};

static struct fy_metric find_time = FY_HISTOGRAM("fy_search", "Time of one question to the index.");

/* --- Parameters ------------------------------------------------------------------------------ */

static bool text_of(struct fy_slice text,
    const char *name,
    size_t bytes_max,
    struct fy_slice *ret_text,
    struct api_answer *answer)
{
    if (text.data != NULL && (text.size < 1 || text.size > bytes_max)) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, name, "%s: %zu bytes, must be 1 to %zu", name,
            text.size, bytes_max);
        return false;
    }
    *ret_text = text;
    return true;
}

/* Blanks around it say nothing; one behind it ends the last word. */
static bool q_read(struct fy_slice q, struct search_question *question, struct api_answer *answer)
{
    int words;

    if (q.size > SEARCH_TEXT_BYTES_MAX) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, "q", "q: %zu bytes, at most %d", q.size,
            SEARCH_TEXT_BYTES_MAX);
        return false;
    }
    if (!search_words_fit(q, &words)) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, "q", "q: %d words, at most %d", words,
            SEARCH_QUESTION_WORDS);
        return false;
    }
    question->open = q.size > 0 && q.data[q.size - 1] != ' ';
    for (; q.size > 0 && q.data[0] == ' '; q.size--)
        q.data++;
    while (q.size > 0 && q.data[q.size - 1] == ' ')
        q.size--;
    question->text = q;
    return true;
}

static bool price_read(struct fy_slice text,
    const char *name,
    bool *ret_has,
    int64_t *ret_price,
    struct api_answer *answer)
{
    int price;

    if (!query_int(text, name, 0, PRICE_MAX, 0, &price, answer))
        return false;
    *ret_has = text.data != NULL;
    *ret_price = price;
    return true;
}

/* "<16 hex digits>.<SKU>", as next_after was. */
static bool after_read(
    struct fy_slice text, struct search_question *question, struct api_answer *answer)
{
    uint64_t rank = 0;
    bool good = text.size > RANK_DIGITS + 1 && text.size <= RANK_DIGITS + 1 + VIEW_KEY_BYTES_MAX &&
                text.data[RANK_DIGITS] == '.';

    if (text.data == NULL)
        return true;
    for (size_t i = 0; good && i < RANK_DIGITS; i++) {
        uint8_t digit = text.data[i];

        good = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
        rank = rank << 4 | (uint64_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    if (!good) {
        answer_problem(answer, FY_PROBLEM_BAD_QUERY, "after",
            "after: must be what next_after of an answer was");
        return false;
    }
    question->has_after = true;
    question->after =
        (struct search_place){rank, {text.data + RANK_DIGITS + 1, text.size - RANK_DIGITS - 1}};
    return true;
}

bool search_question_of(const struct search_parameters *parameters,
    struct search_question *ret_question,
    struct fy_slice *ret_collection,
    struct api_answer *ret_answer)
{
    struct search_question question = {0};

    if (!q_read(parameters->q, &question, ret_answer) ||
        !text_of(parameters->category, "category", CATEGORY_BYTES_MAX,
            &question.names[SEARCH_CATEGORY], ret_answer) ||
        !text_of(parameters->supplier, "supplier", VIEW_KEY_BYTES_MAX,
            &question.names[SEARCH_SUPPLIER], ret_answer) ||
        !text_of(parameters->brand, "brand", BRAND_BYTES_MAX, &question.names[SEARCH_BRAND],
            ret_answer) ||
        !text_of(parameters->currency, "currency", CURRENCY_BYTES_MAX,
            &question.names[SEARCH_CURRENCY], ret_answer) ||
        !price_read(parameters->price_min, "price_min", &question.has_price_min,
            &question.price_min, ret_answer) ||
        !price_read(parameters->price_max, "price_max", &question.has_price_max,
            &question.price_max, ret_answer) ||
        !query_flag(parameters->in_stock, "in_stock", &question.in_stock, ret_answer) ||
        !query_key(parameters->collection, "collection", ret_collection, ret_answer) ||
        !query_int(parameters->limit, "limit", 1, SEARCH_HITS_MAX, SEARCH_HITS_DEFAULT,
            &question.limit, ret_answer) ||
        !after_read(parameters->after, &question, ret_answer))
        return false;
    *ret_question = question;
    return true;
}

/* --- The answer ------------------------------------------------------------------------------ */

static enum fy_status put_hits(struct fy_json_out *out,
    struct views *views,
    const struct search_answer *answer,
    struct fy_arena *arena,
    struct fy_err *err)
{
    fy_json_out_name(out, "products");
    fy_json_out_array(out);
    for (int i = 0; i < answer->hit_count; i++) {
        struct shown_product shown;
        bool known = false;
        enum fy_status status =
            views_product(views, answer->hits[i].sku, arena, &known, &shown, err);

        if (status != FY_OK)
            return status;
        if (!known)
            continue;
        fy_json_out_object(out);
        put_product(out, &shown);
        fy_json_out_member_text(out, "category", shown.product.category);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    return FY_OK;
}

static void put_top(
    struct fy_json_out *out, const char *name, const struct search_count *top, int count)
{
    fy_json_out_name(out, name);
    fy_json_out_array(out);
    for (int i = 0; i < count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_text(out, "value", top[i].name);
        fy_json_out_member_int(out, "count", top[i].documents);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

/* Both bounds included; the last range has no end. */
static void put_prices(struct fy_json_out *out, const struct search_answer *answer)
{
    fy_json_out_name(out, "price");
    fy_json_out_array(out);
    for (int i = 0; i < SEARCH_PRICES; i++) {
        if (answer->prices[i] == 0)
            continue;
        fy_json_out_object(out);
        fy_json_out_member_int(out, "min", search_prices[i]);
        fy_json_out_name(out, "max");
        if (i + 1 < SEARCH_PRICES)
            fy_json_out_int(out, search_prices[i + 1] - 1);
        else
            fy_json_out_null(out);
        fy_json_out_member_int(out, "count", answer->prices[i]);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

static void put_facets(struct fy_json_out *out, const struct search_answer *answer)
{
    fy_json_out_name(out, "facets");
    fy_json_out_object(out);
    put_top(out, "category", answer->top[SEARCH_CATEGORY], answer->top_count[SEARCH_CATEGORY]);
    put_top(out, "supplier", answer->top[SEARCH_SUPPLIER], answer->top_count[SEARCH_SUPPLIER]);
    put_top(out, "brand", answer->top[SEARCH_BRAND], answer->top_count[SEARCH_BRAND]);
    put_prices(out, answer);
    fy_json_out_member_int(out, "in_stock", answer->in_stock);
    fy_json_out_object_end(out);
    fy_json_out_member_text(out, "currency", answer->currency);
}

static void put_changes(struct fy_json_out *out, const struct search_answer *answer)
{
    fy_json_out_name(out, "changes");
    fy_json_out_array(out);
    for (int i = 0; i < answer->change_count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_text(out, "word", answer->changes[i].word);
        fy_json_out_member_text(out, "as", answer->changes[i].as);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

static void put_next(
    struct fy_json_out *out, const struct search_answer *answer, struct fy_arena *arena)
{
    struct fy_slice next = {0};

    if (answer->more) {
        const struct search_place *last = &answer->hits[answer->hit_count - 1];

        next = fy_arena_format(arena, "%016" PRIx64 ".%.*s", last->rank, FY_SLICE_ARG(last->sku));
    }
    fy_json_out_member_text(out, "next_after", next);
}

enum fy_status search_page(struct views *views,
    const struct search_index *index,
    const struct search_question *question,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct search_answer answer;
    int64_t began_us = fy_mono_us();
    struct fy_json_out out;
    enum fy_status status;

    if (!search_find(index, question, arena, &answer))
        return fy_fail(err, FY_FATAL, "no memory for a search");
    fy_metric_observe_us(&find_time, fy_mono_us() - began_us);
    fy_json_out_init(&out, arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "total", answer.total);
    fy_json_out_name(&out, "approximate");
    fy_json_out_bool(&out, answer.approximate);
    put_changes(&out, &answer);
    status = put_hits(&out, views, &answer, arena, err);
    if (status != FY_OK)
        return status;
    put_next(&out, &answer, arena);
    put_facets(&out, &answer);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- The route ------------------------------------------------------------------------------- */

static bool question_read(struct fy_http_request *request,
    struct search_question *ret_question,
    struct fy_slice *ret_collection,
    struct api_answer *ret_answer)
{
    const struct search_parameters parameters = {
        .q = fy_http_query(request, "q"),
        .category = fy_http_query(request, "category"),
        .supplier = fy_http_query(request, "supplier"),
        .brand = fy_http_query(request, "brand"),
        .currency = fy_http_query(request, "currency"),
        .price_min = fy_http_query(request, "price_min"),
        .price_max = fy_http_query(request, "price_max"),
        .in_stock = fy_http_query(request, "in_stock"),
        .collection = fy_http_query(request, "collection"),
        .limit = fy_http_query(request, "limit"),
        .after = fy_http_query(request, "after"),
    };

    return search_question_of(&parameters, ret_question, ret_collection, ret_answer);
}

/* A collection that is not there has no products. */
static enum fy_status collection_read(
    struct api *api, struct fy_slice id, struct search_question *question, struct fy_err *err)
{
    struct collection collection;
    bool known = false;
    enum fy_status status =
        views_collection(&api->views, id, &api->arena, &known, &collection, err);

    question->has_only = true;
    if (status == FY_OK && known) {
        question->only = collection.skus.items;
        question->only_count = collection.skus.count;
    }
    return status;
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    const struct search_index *index = search_rows_index(api->search);
    struct search_question question;
    struct fy_slice collection;
    enum fy_status status = FY_OK;

    (void)key;
    if (!question_read(request, &question, &collection, ret_answer))
        return FY_OK;
    if (index == NULL) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_READY, NULL,
            "Search is still reading the catalogue: %" PRIu32 " products so far",
            search_rows_loaded(api->search));
        return FY_OK;
    }
    if (collection.data != NULL)
        status = collection_read(api, collection, &question, err);
    if (status == FY_OK)
        status = search_page(&api->views, index, &question, &api->arena, ret_answer, err);
    return status;
}

void api_search(struct fy_http_request *request, void *program)
{
    fy_metric_register(&find_time);
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_PRODUCTS, .whom = ANSWER_FOR_ALL, .content = content});
}
