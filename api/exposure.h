/*
 * exposure.h - what suppliers were seen, by day and product: rows of `exposure`, added up.
 *
 * Rows:    VIEW_EXPOSURE, key SUPPLIER NUL SKU NUL day (big-endian) part, the SKU empty where all
 *          of the supplier's are meant; value as it was on the topic. So the days of one product
 *          lie together, and a page of products too.
 * Errors:  exposure_apply: FY_REJECT for what cannot be read or has another key. Else FY_FATAL.
 * Threads: the reactor's.
 */
#ifndef API_EXPOSURE_H
#define API_EXPOSURE_H

#include "api/api.h"
#include "schemas/generated/exposure.h"

enum {
    EXPOSURE_DAYS_MAX = 92,  /* Of one answer. */
    EXPOSURE_SKUS_MAX = 100, /* Of a page. */
    EXPOSURE_SKUS_DEFAULT = 20,
    EXPOSURE_CURRENCIES_MAX = 8,
};

enum fy_status exposure_apply(const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* From which day to which, both included, and of what; days since 1970. */
struct exposure_asked {
    struct fy_slice supplier;
    struct fy_slice sku; /* Absent: of all. */
    int32_t from, to;
    bool by_sku; /* A page of products instead of days. */
    struct fy_slice after;
    int limit;
};

/* All parts of one day or product, added up. */
struct exposure_sum {
    int32_t day;
    struct fy_slice sku;
    struct exposure counts; /* revenue points at the next. */
    struct money revenue[EXPOSURE_CURRENCIES_MAX];
};

/* What the supplier was seen on `day`, of all products; zero where nobody saw any. */
enum fy_status exposure_of_day(struct views *views,
    struct fy_slice supplier,
    int32_t day,
    struct fy_arena *arena,
    struct exposure_sum *ret_sum,
    struct fy_err *err) FY_MUST_CHECK;

enum fy_status exposure_answer(struct views *views,
    const struct exposure_asked *asked,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* "2026-11-26" -> days since 1970; false for anything else. */
bool exposure_day_parse(struct fy_slice text, int32_t *ret_day);

#endif
