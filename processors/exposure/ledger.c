#include "processors/exposure/ledger.h"

#include "processors/exposure/exposure.h"

#include <assert.h>
#include <string.h>
#include <time.h>

enum {
    ENTRIES_MAX = 2 * EXPOSURE_COUNTS_MAX, /* Each count: one of the SKU, one of all. */
    OPEN_MAX = EXPOSURE_DAYS_OPEN + 2,     /* Two days back, the newest, and one ahead. */
    CLOSED_MAX = 16,
    SWEPT_MAX = ENTRIES_MAX, /* Dropped with each record: no fewer than one can begin. */
    CURRENCIES_MAX = 8,
};

struct entry {
    struct fy_slice key;
    struct tally tally;
    struct money revenue[CURRENCIES_MAX];
};

struct ledger {
    struct fy_task *task;
    const struct fy_record *record;
    struct fy_slice days_key;
    struct open_days days;
    struct open_day open[OPEN_MAX];
    struct fy_slice closed[CLOSED_MAX];
    bool days_changed;
    struct entry entries[ENTRIES_MAX];
    int count;
};

enum fy_status ledger_row(
    struct fy_task *task, struct fy_slice key, struct exposure_row *ret_row, struct fy_err *err)
{
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    *ret_row = (struct exposure_row){0};
    if (status != FY_OK || bytes.data == NULL)
        return status;
    if (exposure_row_decode(bytes, fy_task_arena(task), ret_row, &cause) == FY_OK)
        return FY_OK;
    return fy_fail(err, FY_FATAL,
        "could not read a row, wipe the data folder if the disk is at fault: %s", cause.text);
}

enum fy_status ledger_put(
    struct fy_task *task, struct fy_slice key, const struct exposure_row *row, struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status = exposure_row_encode(row, fy_task_arena(task), &bytes, err);

    return status == FY_OK ? fy_task_put(task, key, bytes, err) : status;
}

/* --- Days -------------------------------------------------------------------------------------
 */

static void days_load(struct ledger *ledger, const struct open_days *days)
{
    size_t open = days->open.count < OPEN_MAX ? days->open.count : OPEN_MAX;
    size_t closed = days->closed.count < CLOSED_MAX ? days->closed.count : CLOSED_MAX;

    if (open > 0)
        memcpy(ledger->open, days->open.items, open * sizeof(ledger->open[0]));
    if (closed > 0)
        memcpy(ledger->closed, days->closed.items, closed * sizeof(ledger->closed[0]));
    ledger->days = (struct open_days){
        .newest = days->newest,
        .open = {ledger->open, open},
        .closed = {ledger->closed, closed},
    };
}

/* Whatever the broker's clock does, the newest day never goes back. */
static void days_advance(struct ledger *ledger, int32_t day)
{
    struct open_days *days = &ledger->days;
    size_t kept = 0;

    if (day <= days->newest)
        return;
    days->newest = day;
    ledger->days_changed = true;
    for (size_t i = 0; i < days->open.count; i++) {
        if (exposure_is_open(ledger->open[i].day, day) || days->closed.count == CLOSED_MAX)
            ledger->open[kept++] = ledger->open[i];
        else
            ledger->closed[days->closed.count++] = ledger->open[i].last;
    }
    days->open.count = kept;
}

/* Rows of closed days go, the newest of a day first: each names the one before it. */
static enum fy_status days_sweep(struct ledger *ledger, struct fy_err *err)
{
    struct open_days *days = &ledger->days;
    enum fy_status status = FY_OK;

    for (int i = 0; i < SWEPT_MAX && days->closed.count > 0 && status == FY_OK; i++) {
        struct exposure_row row;
        struct fy_slice *last = &ledger->closed[days->closed.count - 1];

        status = ledger_row(ledger->task, *last, &row, err);
        if (status == FY_OK && row.tally != NULL)
            status = fy_task_delete(ledger->task, *last, err);
        *last = row.tally != NULL ? row.tally->next : (struct fy_slice){0};
        if (last->data == NULL)
            days->closed.count--;
        ledger->days_changed = true;
    }
    return status;
}

enum fy_status ledger_open(struct fy_task *task,
    const struct fy_record *record,
    struct ledger **ret_ledger,
    struct fy_err *err)
{
    struct ledger *ledger = fy_arena_alloc(fy_task_arena(task), sizeof(*ledger));
    struct exposure_row row;
    enum fy_status status;

    if (ledger == NULL)
        return fy_fail(err, FY_FATAL, "the counts of a record do not fit its arena");
    ledger->task = task;
    ledger->record = record;
    ledger->days_key = fy_slice_of(record->topic == FY_TOPIC_ORDERS ? "o" : "a");
    status = ledger_row(task, ledger->days_key, &row, err);
    if (status != FY_OK)
        return status;
    if (row.days != NULL)
        days_load(ledger, row.days);
    days_advance(ledger, exposure_day_of(record->append_ms));
    *ret_ledger = ledger;
    return FY_OK;
}

int32_t ledger_newest(const struct ledger *ledger)
{
    return ledger->days.newest;
}

/* --- Tallies ----------------------------------------------------------------------------------
 */

static void day_text(int32_t day, char ret_text[16])
{
    time_t seconds = (time_t)day * (DAY_MS / 1000);
    struct tm date = {0};

    (void)gmtime_r(&seconds, &date);
    (void)strftime(ret_text, 16, "%Y-%m-%d", &date);
}

/* A row that is begun is the newest of its day. */
static void chain(struct ledger *ledger, struct entry *entry, int32_t day)
{
    struct open_days *days = &ledger->days;
    size_t at = 0;

    while (at < days->open.count && ledger->open[at].day != day)
        at++;
    if (at < days->open.count) {
        entry->tally.next = ledger->open[at].last;
    } else {
        assert(days->open.count < OPEN_MAX);
        ledger->open[days->open.count++].day = day;
    }
    days->open.items = ledger->open;
    ledger->open[at].last = entry->key;
    ledger->days_changed = true;
}

static enum fy_status entry_load(struct ledger *ledger,
    struct entry *entry,
    struct fy_slice supplier,
    struct fy_slice sku,
    int32_t day,
    struct fy_err *err)
{
    struct exposure_row row;
    enum fy_status status = ledger_row(ledger->task, entry->key, &row, err);
    struct exposure *exposure = &entry->tally.exposure;

    if (status != FY_OK)
        return status;
    if (row.tally != NULL) {
        size_t count = row.tally->exposure.revenue.count;

        entry->tally = *row.tally;
        count = count < CURRENCIES_MAX ? count : CURRENCIES_MAX;
        if (count > 0)
            memcpy(entry->revenue, exposure->revenue.items, count * sizeof(entry->revenue[0]));
        exposure->revenue.count = count;
    } else {
        *exposure = (struct exposure){.supplier = supplier,
            .day = day,
            .sku = sku,
            .part = fy_arena_format(fy_task_arena(ledger->task),
                ledger->record->topic == FY_TOPIC_ORDERS ? "%d-orders" : "%d",
                (int)ledger->record->partition)};
        if (exposure->part.data == NULL)
            return fy_fail(err, FY_FATAL, "the counts of a record do not fit its arena");
        chain(ledger, entry, day);
    }
    exposure->revenue.items = entry->revenue;
    exposure->updated_ms = ledger->record->append_ms;
    return FY_OK;
}

enum fy_status ledger_at(struct ledger *ledger,
    struct fy_slice supplier,
    struct fy_slice sku,
    int32_t day,
    struct exposure **ret_exposure,
    struct fy_err *err)
{
    struct entry *entry = &ledger->entries[ledger->count];
    struct fy_slice key;
    enum fy_status status;
    char text[16];

    assert(exposure_is_open(day, ledger->days.newest));
    day_text(day, text);
    key = fy_arena_format(fy_task_arena(ledger->task), "%.*s/%.*s/%s/%.*s",
        FY_SLICE_ARG(ledger->days_key), FY_SLICE_ARG(supplier), text, FY_SLICE_ARG(sku));
    if (key.data == NULL)
        return fy_fail(err, FY_FATAL, "the counts of a record do not fit its arena");
    for (int i = 0; i < ledger->count; i++) {
        if (fy_slice_equal(ledger->entries[i].key, key)) {
            *ret_exposure = &ledger->entries[i].tally.exposure;
            return FY_OK;
        }
    }
    assert(ledger->count < ENTRIES_MAX);
    entry->key = key;
    status = entry_load(ledger, entry, supplier, sku, day, err);
    if (status != FY_OK)
        return status;
    ledger->count++;
    *ret_exposure = &entry->tally.exposure;
    return FY_OK;
}

void ledger_pay(
    struct ledger *ledger, struct exposure *exposure, const struct money *price, int64_t units)
{
    struct money *revenue = NULL;
    size_t at = 0;
    int64_t paid;

    for (int i = 0; i < ledger->count && revenue == NULL; i++)
        if (&ledger->entries[i].tally.exposure == exposure)
            revenue = ledger->entries[i].revenue;
    assert(revenue != NULL);
    if (__builtin_mul_overflow(price->minor, units, &paid))
        return; /* No order of ours: its total was checked. */
    while (at < exposure->revenue.count && !fy_slice_equal(revenue[at].currency, price->currency))
        at++;
    if (at == CURRENCIES_MAX)
        return;
    if (at == exposure->revenue.count)
        revenue[exposure->revenue.count++] = (struct money){.currency = price->currency};
    (void)__builtin_add_overflow(revenue[at].minor, paid, &revenue[at].minor);
}

/* The rows' key without its first letter, and which part it is. */
static enum fy_status tell(struct ledger *ledger, struct entry *entry, struct fy_err *err)
{
    struct exposure *exposure = &entry->tally.exposure;
    struct fy_slice key = fy_arena_format(fy_task_arena(ledger->task), "%.*s/%.*s",
        (int)entry->key.size - 2, (const char *)entry->key.data + 2, FY_SLICE_ARG(exposure->part));

    if (key.data == NULL)
        return fy_fail(err, FY_FATAL, "the counts of a record do not fit its arena");
    return fy_task_emit(ledger->task, FY_TOPIC_EXPOSURE, key, exposure, err);
}

enum fy_status ledger_close(struct ledger *ledger, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < ledger->count && status == FY_OK; i++) {
        struct entry *entry = &ledger->entries[i];
        const struct exposure_row row = {.tally = &entry->tally};

        status = ledger_put(ledger->task, entry->key, &row, err);
        if (status == FY_OK)
            status = tell(ledger, entry, err);
    }
    if (status == FY_OK)
        status = days_sweep(ledger, err);
    if (status == FY_OK && ledger->days_changed) {
        const struct exposure_row row = {.days = &ledger->days};

        status = ledger_put(ledger->task, ledger->days_key, &row, err);
    }
    return status;
}
