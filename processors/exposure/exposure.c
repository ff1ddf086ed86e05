#include "processors/exposure/exposure.h"

#include "lib/credit.h"

#include <assert.h>
#include <string.h>

int32_t exposure_day_of(int64_t ms)
{
    int64_t day = ms / DAY_MS - (ms % DAY_MS < 0);

    return day < INT32_MIN ? INT32_MIN : day > INT32_MAX ? INT32_MAX : (int32_t)day;
}

bool exposure_is_open(int32_t day, int32_t newest)
{
    return (int64_t)day >= (int64_t)newest - EXPOSURE_DAYS_OPEN &&
           (int64_t)day <= (int64_t)newest + 1;
}

int32_t exposure_day(int64_t event_ms, int32_t newest)
{
    int32_t day = exposure_day_of(event_ms);

    return exposure_is_open(day, newest) ? day : newest;
}

/* One activity being counted. */
struct counting {
    struct onlooker *onlooker;
    const struct activity *activity;
    int32_t day;
    struct exposure_room *room;
    struct exposure_counts *counts;
};

/* Of the SKU that stands at `at` among those the activity names; older facts name nobody. */
static struct fy_slice supplier_at(const struct activity *activity, size_t at)
{
    return at < activity->suppliers.count ? activity->suppliers.items[at] : (struct fy_slice){0};
}

static bool reaches(struct counting *it, struct fy_slice supplier)
{
    struct onlooker *onlooker = it->onlooker;
    size_t count = onlooker->reached.count;

    if (it->day != onlooker->day || count >= EXPOSURE_REACHED_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        if (fy_slice_equal(onlooker->reached.items[i], supplier))
            return false;
    if (count > 0)
        memmove(it->room->reached, onlooker->reached.items, count * sizeof(supplier));
    it->room->reached[count] = supplier;
    onlooker->reached.items = it->room->reached;
    onlooker->reached.count = count + 1;
    return true;
}

static void add(
    struct counting *it, struct fy_slice supplier, struct fy_slice sku, enum exposure_step step)
{
    struct exposure_count *count = &it->counts->items[it->counts->count];

    if (supplier.size == 0 || it->counts->count == EXPOSURE_COUNTS_MAX)
        return;
    *count = (struct exposure_count){.supplier = supplier, .sku = sku, .step = step};
    if (it->onlooker->counted >= EXPOSURE_DAILY_MAX) {
        count->step = EXPOSURE_BEYOND;
    } else {
        it->onlooker->counted++;
        if (step <= EXPOSURE_MINIMUM)
            count->reaches = reaches(it, supplier);
    }
    it->counts->count++;
}

/* FNV-1a: of random lists, so nobody can choose what collides. */
static int64_t mark_of(struct fy_slice list_id, struct fy_slice sku)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (size_t i = 0; i < list_id.size; i++)
        hash = (hash ^ list_id.data[i]) * 0x100000001b3;
    hash = (hash ^ '/') * 0x100000001b3;
    for (size_t i = 0; i < sku.size; i++)
        hash = (hash ^ sku.data[i]) * 0x100000001b3;
    return (int64_t)hash;
}

/* The newest `max` of marks; false when `mark` is among them already. */
static bool mark_add(const int64_t **items, size_t *count, int64_t mark, int64_t *room, size_t max)
{
    size_t kept = *count < max ? *count : max - 1;

    for (size_t i = *count; i > 0; i--)
        if ((*items)[i - 1] == mark)
            return false;
    if (kept > 0)
        memmove(room, *items + *count - kept, kept * sizeof(*room));
    room[kept] = mark;
    *items = room;
    *count = kept + 1;
    return true;
}

static bool step_of(struct fy_slice credit, enum exposure_step *ret_step)
{
    if (credit.size != FY_CREDIT_TEXT)
        return false;
    switch (credit.data[0]) {
    case FY_PLACE_EARNED:
        *ret_step = EXPOSURE_IMPRESSION;
        return true;
    case FY_PLACE_EXPLORED:
        *ret_step = EXPOSURE_EXPLORED;
        return true;
    case FY_PLACE_MINIMUM:
        *ret_step = EXPOSURE_MINIMUM;
        return true;
    default:
        return false;
    }
}

static void count_shown(struct counting *it, const struct recommendation_shown *shown)
{
    struct onlooker *onlooker = it->onlooker;
    enum exposure_step step;

    for (size_t i = 0; i < shown->skus.count && i < shown->credits.count; i++) {
        if (step_of(shown->credits.items[i], &step) &&
            mark_add(&onlooker->shown.items, &onlooker->shown.count,
                mark_of(shown->list_id, shown->skus.items[i]), it->room->shown, EXPOSURE_SHOWN_MAX))
            add(it, supplier_at(it->activity, i), shown->skus.items[i], step);
    }
}

static void count_clicked(struct counting *it, const struct recommendation_clicked *clicked)
{
    struct onlooker *onlooker = it->onlooker;
    enum exposure_step step;

    if (step_of(clicked->credit, &step) &&
        mark_add(&onlooker->chosen.items, &onlooker->chosen.count,
            mark_of(clicked->list_id, clicked->sku), it->room->chosen, EXPOSURE_CHOSEN_MAX))
        add(it, supplier_at(it->activity, 0), clicked->sku, EXPOSURE_CLICK);
}

/* A full cart lets its oldest product go: put in again, it would count again. */
static void count_cart(struct counting *it, const struct cart_item_set *set)
{
    struct onlooker *onlooker = it->onlooker;
    size_t kept = 0;
    size_t skip = 0;
    bool held = false;

    for (size_t i = 0; i < onlooker->cart.count; i++)
        held = held || fy_slice_equal(onlooker->cart.items[i], set->sku);
    if (held == (set->units > 0))
        return;
    if (set->units > 0 && onlooker->cart.count >= EXPOSURE_CART_MAX)
        skip = onlooker->cart.count - EXPOSURE_CART_MAX + 1;
    for (size_t i = skip; i < onlooker->cart.count; i++)
        if (!fy_slice_equal(onlooker->cart.items[i], set->sku))
            it->room->cart[kept++] = onlooker->cart.items[i];
    if (set->units > 0) {
        it->room->cart[kept++] = set->sku;
        add(it, supplier_at(it->activity, 0), set->sku, EXPOSURE_CART);
    }
    assert(kept <= EXPOSURE_CART_MAX);
    onlooker->cart.items = it->room->cart;
    onlooker->cart.count = kept;
}

/* Counts that were made stay: they name nobody. */
static void forget(struct onlooker *onlooker, const struct visitor_forgotten *forgotten)
{
    if (forgotten->forgotten_ms > onlooker->forgotten_ms)
        *onlooker = (struct onlooker){.forgotten_ms = forgotten->forgotten_ms};
}

void exposure_count(struct onlooker *onlooker,
    const struct activity *activity,
    int32_t day,
    struct exposure_room *room,
    struct exposure_counts *ret_counts)
{
    struct counting it = {onlooker, activity, day, room, ret_counts};

    ret_counts->count = 0;
    if (activity->visitor_forgotten != NULL) {
        forget(onlooker, activity->visitor_forgotten);
        return;
    }
    if (activity->session.data != NULL && activity->has_n) {
        if (!fy_read_once(onlooker->sessions.items, onlooker->sessions.count, activity->session,
                activity->n, room->sessions, &onlooker->sessions.count))
            return;
        onlooker->sessions.items = room->sessions;
    }
    if (day > onlooker->day) {
        onlooker->day = day;
        onlooker->counted = 0;
        onlooker->reached.count = 0;
    }
    if (activity->recommendation_shown != NULL)
        count_shown(&it, activity->recommendation_shown);
    if (activity->recommendation_clicked != NULL)
        count_clicked(&it, activity->recommendation_clicked);
    if (activity->item_viewed != NULL)
        add(&it, supplier_at(activity, 0), activity->item_viewed->sku, EXPOSURE_VIEW);
    if (activity->cart_item_set != NULL)
        count_cart(&it, activity->cart_item_set);
}
