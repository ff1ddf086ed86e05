/* exposure.c - how often a supplier's products were seen, by day or product, and bought. */
#include "api/exposure.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DAY_BYTES = 4, DAY_S = 24 * 60 * 60, DAYS_DEFAULT = 7, LOOKED_MAX = 1000 };

/* --- Rows -------------------------------------------------------------------------------------
 */

static struct fy_slice row_key(struct fy_arena *arena,
    struct fy_slice supplier,
    struct fy_slice sku,
    int32_t day,
    struct fy_slice part)
{
    size_t size = supplier.size + 1 + sku.size + 1 + DAY_BYTES + part.size;
    uint8_t *key = fy_arena_alloc(arena, size);
    uint8_t *at = key;

    if (key == NULL)
        return (struct fy_slice){0};
    memcpy(at, supplier.data, supplier.size); /* What parts them is zero already. */
    at += supplier.size + 1;
    if (sku.size > 0)
        memcpy(at, sku.data, sku.size);
    at += sku.size + 1;
    for (int i = 0; i < DAY_BYTES; i++)
        *at++ = (uint8_t)((uint32_t)day >> (8 * (DAY_BYTES - 1 - i)));
    if (part.size > 0)
        memcpy(at, part.data, part.size);
    return (struct fy_slice){key, size};
}

/* The day of days since 1970, as in keys and answers. */
static struct fy_slice day_text(struct fy_arena *arena, int32_t day)
{
    time_t seconds = (time_t)day * DAY_S;
    struct tm date = {0};
    char text[16];

    (void)gmtime_r(&seconds, &date);
    (void)strftime(text, sizeof(text), "%Y-%m-%d", &date);
    return fy_arena_format(arena, "%s", text);
}

enum fy_status exposure_apply(const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct exposure exposure;
    struct fy_slice key;
    enum fy_status status;

    if (record->value.data == NULL || record->key.data == NULL)
        return fy_fail(err, FY_REJECT, "exposure without a key or value");
    status = exposure_decode(record->value, arena, &exposure, err);
    if (status != FY_OK)
        return status;
    key = fy_arena_format(arena, "%.*s/%.*s/%.*s/%.*s", FY_SLICE_ARG(exposure.supplier),
        FY_SLICE_ARG(day_text(arena, exposure.day)), FY_SLICE_ARG(exposure.sku),
        FY_SLICE_ARG(exposure.part));
    if (exposure.supplier.size == 0 || exposure.day < 0 || !fy_slice_equal(key, record->key))
        return fy_fail(err, FY_REJECT, "the value names another key than its record has");
    key = row_key(arena, exposure.supplier, exposure.sku, exposure.day, exposure.part);
    if (key.data == NULL)
        return fy_fail(err, FY_REJECT, "a key does not fit the arena");
    fy_store_batch_put(rows, VIEW_EXPOSURE, key, record->value);
    return FY_OK;
}

/* --- Sums -------------------------------------------------------------------------------------
 */

static void revenue_add(struct exposure_sum *sum, const struct money *paid)
{
    size_t at = 0;

    while (at < sum->counts.revenue.count &&
           !fy_slice_equal(sum->revenue[at].currency, paid->currency))
        at++;
    if (at == EXPOSURE_CURRENCIES_MAX)
        return;
    if (at == sum->counts.revenue.count)
        sum->revenue[sum->counts.revenue.count++] = (struct money){.currency = paid->currency};
    sum->revenue[at].minor += paid->minor;
    sum->counts.revenue.items = sum->revenue;
}

static void sum_add(struct exposure_sum *sum, const struct exposure *part)
{
    struct exposure *counts = &sum->counts;

    counts->impressions += part->impressions;
    counts->impressions_explored += part->impressions_explored;
    counts->impressions_minimum += part->impressions_minimum;
    counts->clicks += part->clicks;
    counts->views += part->views;
    counts->carts += part->carts;
    counts->orders += part->orders;
    counts->units += part->units;
    counts->visitors += part->visitors;
    counts->beyond += part->beyond;
    for (size_t i = 0; i < part->revenue.count; i++)
        revenue_add(sum, &part->revenue.items[i]);
}

/* Days of one product, or of all, while their rows pass by. */
struct summing {
    struct fy_slice supplier, sku;
    int32_t from, to;
    struct fy_arena *arena;
    struct exposure_sum
        *sums; /* One of each day; or one of all, where there is room for no more. */
    size_t count, max;
    struct fy_err err;
    enum fy_status status;
};

/* Is it a row of this supplier, and where does its SKU end? */
static bool row_of(struct fy_slice key, struct fy_slice supplier, struct fy_slice *ret_sku)
{
    const uint8_t *end;
    size_t before = supplier.size + 1;

    if (key.size <= before || key.data[supplier.size] != 0 ||
        memcmp(key.data, supplier.data, supplier.size) != 0)
        return false;
    end = memchr(key.data + before, 0, key.size - before);
    *ret_sku = (struct fy_slice){key.data + before, (size_t)(end - key.data) - before};
    return end != NULL;
}

/* Parts of a day follow one another. */
static bool sum_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct summing *summing = context;
    struct exposure_sum *last = summing->count > 0 ? &summing->sums[summing->count - 1] : NULL;
    struct exposure part;
    struct fy_slice sku;

    if (!row_of(key, summing->supplier, &sku) || !fy_slice_equal(sku, summing->sku))
        return false;
    value = fy_arena_copy(summing->arena, value);
    summing->status = value.data == NULL
                          ? fy_fail(&summing->err, FY_FATAL, "sums do not fit the arena")
                          : exposure_decode(value, summing->arena, &part, &summing->err);
    if (summing->status != FY_OK || part.day > summing->to)
        return false;
    if (last == NULL || (summing->max > 1 && last->day != part.day)) {
        assert(summing->count < summing->max);
        last = &summing->sums[summing->count++];
        *last = (struct exposure_sum){.day = part.day, .sku = part.sku};
    }
    sum_add(last, &part);
    return true;
}

static enum fy_status sum_up(struct views *views, struct summing *summing, struct fy_err *err)
{
    struct fy_slice from = row_key(
        summing->arena, summing->supplier, summing->sku, summing->from, (struct fy_slice){0});
    enum fy_status status;

    if (from.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_scan(views->store, VIEW_EXPOSURE, from, sum_row, summing, err);
    if (status == FY_OK && summing->status != FY_OK) {
        *err = summing->err;
        err->status = status = FY_FATAL; /* It could be read when it was put. */
    }
    return status;
}

struct next_sku {
    struct fy_slice supplier;
    struct fy_arena *arena;
    struct fy_slice sku;
};

static bool see_sku(struct fy_slice key, struct fy_slice value, void *context)
{
    struct next_sku *next = context;
    struct fy_slice sku;

    (void)value;
    if (row_of(key, next->supplier, &sku))
        next->sku = fy_arena_copy(next->arena, sku);
    return false;
}

/* The supplier's next product that was ever seen; absent: there is none. */
static enum fy_status sku_after(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    struct fy_arena *arena,
    struct fy_slice *ret_sku,
    struct fy_err *err)
{
    struct next_sku next = {.supplier = supplier, .arena = arena};
    struct fy_slice from = row_key(arena, supplier, after, INT32_MAX, fy_slice_of("~"));
    enum fy_status status;

    if (from.data == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    status = fy_store_scan(views->store, VIEW_EXPOSURE, from, see_sku, &next, err);
    *ret_sku = next.sku;
    return status;
}

enum fy_status exposure_of_day(struct views *views,
    struct fy_slice supplier,
    int32_t day,
    struct fy_arena *arena,
    struct exposure_sum *ret_sum,
    struct fy_err *err)
{
    struct summing summing = {
        .supplier = supplier, .from = day, .to = day, .arena = arena, .sums = ret_sum, .max = 1};

    *ret_sum = (struct exposure_sum){.day = day};
    return sum_up(views, &summing, err);
}

/* --- Answers ----------------------------------------------------------------------------------
 */

static void put_counts(struct fy_json_out *out, const struct exposure *counts)
{
    fy_json_out_name(out, "impressions");
    fy_json_out_object(out);
    fy_json_out_member_int(out, "earned", counts->impressions);
    fy_json_out_member_int(out, "explored", counts->impressions_explored);
    fy_json_out_member_int(out, "minimum", counts->impressions_minimum);
    fy_json_out_object_end(out);
    fy_json_out_member_int(out, "clicks", counts->clicks);
    fy_json_out_member_int(out, "views", counts->views);
    fy_json_out_member_int(out, "carts", counts->carts);
    fy_json_out_member_int(out, "orders", counts->orders);
    fy_json_out_member_int(out, "units", counts->units);
    fy_json_out_name(out, "revenue");
    fy_json_out_array(out);
    for (size_t i = 0; i < counts->revenue.count; i++) {
        fy_json_out_object(out);
        fy_json_out_member_int(out, "minor", counts->revenue.items[i].minor);
        fy_json_out_member_text(out, "currency", counts->revenue.items[i].currency);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
    fy_json_out_member_int(out, "beyond", counts->beyond);
}

static void put_day(struct fy_json_out *out, const struct exposure_sum *sum, struct fy_arena *arena)
{
    fy_json_out_object(out);
    fy_json_out_member_text(out, "day", day_text(arena, sum->day));
    put_counts(out, &sum->counts);
    fy_json_out_member_int(out, "visitors", sum->counts.visitors);
    fy_json_out_object_end(out);
}

static enum fy_status put_sku(struct views *views,
    struct fy_json_out *out,
    const struct exposure_sum *sum,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice title = {0};
    enum fy_status status = views_title(views, sum->sku, arena, &title, err);

    if (status != FY_OK)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "sku", sum->sku);
    fy_json_out_member_text(out, "title", title);
    put_counts(out, &sum->counts);
    fy_json_out_object_end(out);
    return FY_OK;
}

static void put_asked(
    struct fy_json_out *out, const struct exposure_asked *asked, struct fy_arena *arena)
{
    fy_json_out_init(out, arena);
    fy_json_out_object(out);
    fy_json_out_member_text(out, "supplier", asked->supplier);
    fy_json_out_member_text(out, "from", day_text(arena, asked->from));
    fy_json_out_member_text(out, "to", day_text(arena, asked->to));
}

static enum fy_status answer_days(struct views *views,
    const struct exposure_asked *asked,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct exposure_sum total = {0};
    struct summing summing = {.supplier = asked->supplier,
        .sku = asked->sku,
        .from = asked->from,
        .to = asked->to,
        .arena = arena,
        .sums = fy_arena_alloc(arena, EXPOSURE_DAYS_MAX * sizeof(struct exposure_sum)),
        .max = EXPOSURE_DAYS_MAX};
    enum fy_status status;

    if (summing.sums == NULL)
        return fy_fail(err, FY_FATAL, "sums do not fit the arena");
    status = sum_up(views, &summing, err);
    if (status != FY_OK)
        return status;
    if (asked->sku.data != NULL)
        fy_json_out_member_text(out, "sku", asked->sku);
    fy_json_out_name(out, "days");
    fy_json_out_array(out);
    for (size_t i = 0; i < summing.count; i++) {
        put_day(out, &summing.sums[i], arena);
        sum_add(&total, &summing.sums[i].counts);
    }
    fy_json_out_array_end(out);
    fy_json_out_name(out, "total");
    fy_json_out_object(out);
    put_counts(out, &total.counts);
    fy_json_out_object_end(out);
    return FY_OK;
}

/* Products that were not seen on these days are passed over, so many at most. */
static enum fy_status answer_skus(struct views *views,
    const struct exposure_asked *asked,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice sku = asked->after, following;
    enum fy_status status;
    int shown = 0;
    int looked = 0;

    fy_json_out_name(out, "skus");
    fy_json_out_array(out);
    for (; shown < asked->limit && looked < LOOKED_MAX; looked++) {
        struct exposure_sum sum = {0};
        struct summing summing = {.supplier = asked->supplier,
            .from = asked->from,
            .to = asked->to,
            .arena = arena,
            .sums = &sum,
            .max = 1};

        status = sku_after(views, asked->supplier, sku, arena, &following, err);
        if (status == FY_OK && following.data == NULL)
            break;
        sku = following;
        summing.sku = sku;
        if (status == FY_OK)
            status = sum_up(views, &summing, err);
        if (status == FY_OK && summing.count > 0) {
            status = put_sku(views, out, &sum, arena, err);
            shown++;
        }
        if (status != FY_OK)
            return status;
    }
    fy_json_out_array_end(out);
    fy_json_out_name(out, "next");
    status = sku_after(views, asked->supplier, sku, arena, &following, err);
    if (status != FY_OK)
        return status;
    if (following.data != NULL)
        fy_json_out_text(out, sku);
    else
        fy_json_out_null(out);
    return FY_OK;
}

enum fy_status exposure_answer(struct views *views,
    const struct exposure_asked *asked,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_json_out out;
    enum fy_status status;

    put_asked(&out, asked, arena);
    status = asked->by_sku ? answer_skus(views, asked, arena, &out, err)
                           : answer_days(views, asked, arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* --- The route --------------------------------------------------------------------------------
 */

bool exposure_day_parse(struct fy_slice text, int32_t *ret_day)
{
    struct tm date = {0};
    char copy[16];
    char again[16];
    time_t seconds;

    if (text.size != 10)
        return false;
    memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    if (sscanf(copy, "%4d-%2d-%2d", &date.tm_year, &date.tm_mon, &date.tm_mday) != 3)
        return false;
    date.tm_year -= 1900;
    date.tm_mon -= 1;
    seconds = timegm(&date);
    (void)strftime(again, sizeof(again), "%Y-%m-%d", &date);
    if (strcmp(copy, again) != 0 || seconds < 0)
        return false; /* The 31st of February is the 3rd of March to timegm. */
    *ret_day = (int32_t)(seconds / DAY_S);
    return true;
}

static bool day_asked(struct fy_http_request *request,
    const char *name,
    int32_t fallback,
    int32_t *ret_day,
    struct api_answer *ret_answer)
{
    struct fy_slice text = fy_http_query(request, name);

    *ret_day = fallback;
    if (text.data == NULL || exposure_day_parse(text, ret_day))
        return true;
    answer_problem(ret_answer, FY_PROBLEM_BAD_QUERY, name, "%s: a day as in 2026-11-26", name);
    return false;
}

static bool parse(struct fy_http_request *request,
    int64_t now_ms,
    struct exposure_asked *asked,
    struct api_answer *ret_answer)
{
    int32_t today = (int32_t)(now_ms / 1000 / DAY_S);
    struct fy_slice by = fy_http_query(request, "by");

    asked->supplier = fy_http_path_param(request, "supplier");
    if (!day_asked(request, "to", today, &asked->to, ret_answer) ||
        !day_asked(request, "from", asked->to - DAYS_DEFAULT + 1, &asked->from, ret_answer) ||
        !query_key(fy_http_query(request, "sku"), "sku", &asked->sku, ret_answer) ||
        !query_key(fy_http_query(request, "after"), "after", &asked->after, ret_answer) ||
        !query_int(fy_http_query(request, "limit"), "limit", 1, EXPOSURE_SKUS_MAX,
            EXPOSURE_SKUS_DEFAULT, &asked->limit, ret_answer))
        return false;
    asked->by_sku = fy_slice_equal(by, fy_slice_of("sku"));
    if (by.data != NULL && !asked->by_sku && !fy_slice_equal(by, fy_slice_of("day"))) {
        answer_problem(ret_answer, FY_PROBLEM_BAD_QUERY, "by", "by: day or sku");
        return false;
    }
    if (asked->from > asked->to || asked->to - asked->from >= EXPOSURE_DAYS_MAX) {
        answer_problem(ret_answer, FY_PROBLEM_BAD_QUERY, "from",
            "from: not behind \"to\", and at most %d days with it", EXPOSURE_DAYS_MAX);
        return false;
    }
    return true;
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct exposure_asked asked = {0};

    (void)key;
    if (!parse(request, fy_reactor_now_ms(api->reactor), &asked, ret_answer))
        return FY_OK;
    return exposure_answer(&api->views, &asked, &api->arena, ret_answer, err);
}

void api_exposure(struct fy_http_request *request, void *program)
{
    reading_serve_page(program, request,
        &(struct reading){.view = VIEW_EXPOSURE,
            .key = fy_http_path_param(request, "supplier"),
            .whom = ANSWER_FOR_CALLER,
            .content = content});
}
