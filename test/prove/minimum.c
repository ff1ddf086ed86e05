/*
 * prove.minimum - what a minimum of exposure costs, on clicks that nobody here made.
 *
 *     prove.minimum TRAIN TEST SEED SUPPLIERS PERCENT|=MINIMUM [drop]
 *
 * A day of one query for each example, spread evenly over it; of each list 20 are shown, all of
 * them seen. Items are suppliers' by a hash of SEED, some have many and some have few. Each shall
 * be seen PERCENT of the mean, or MINIMUM times. Lists are the engine's, the kept places are
 * api/slots.c's, thresholds and all; whoever is behind is filled in as by api/minimum.c. Prints one
 * line of JSON: MRR@20 and HR@20 without and with it; suppliers below the minimum, of those who
 * were candidates that often and of all; places kept and filled in.
 */
#include "api/slots.h"
#include "processors/recommend/clickfile.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN = 20, SUPPLIERS_MAX = 65536, LOOKED_AT = 100 };

struct score {
    double hits, reciprocal;
};

struct day {
    struct engine *engine;
    const struct clickfile *test;
    const struct clickfile_items *items;
    struct slots_supplier suppliers[SUPPLIERS_MAX];
    uint64_t seed;
    int supplier_count;
    int64_t minimum; /* 0: no place is kept. */
    bool drop;
    int turn;
    struct score score;
    int64_t kept, filled, seen, candidates[SUPPLIERS_MAX];
};

static struct engine *train(const struct clickfile *file, const struct clickfile_items *items)
{
    struct engine_config config = {.sessions_max = ENGINE_SESSIONS_MAX,
        .clicks_max = CLICKFILE_CLICKS_MAX,
        .live_max = 1024,
        .items_max = ENGINE_ITEMS_MAX,
        .stands_first = clickfile_stands_first,
        .context = (void *)items};
    struct engine *engine = engine_new(&config);
    int64_t when = 0;

    for (size_t s = 0; engine != NULL && s < file->session_count; s++) {
        uint32_t slot = ENGINE_NONE;

        for (size_t i = file->firsts[s]; i < file->firsts[s + 1]; i++) {
            struct engine_order order = {.ms = ++when};

            slot = engine_click(engine, slot, (uint32_t)s, &order, file->clicks[i]);
        }
        engine_end(engine, NULL);
    }
    return engine;
}

/* Splitmix64's last steps. The square of an even share: the first suppliers have most. */
static int supplier_of(const struct day *day, uint32_t item)
{
    uint64_t z = day->seed + (uint64_t)day->items->names[item] * 0x9e3779b97f4a7c15u;
    double share;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    share = (double)(z >> 11) / (double)(UINT64_C(1) << 53);
    return (int)(share * share * day->supplier_count);
}

/*
 * As api/minimum.c does it: suppliers are looked at in turn, some each second; one that was seen
 * less than is due by now gets the last place that is kept, with whatever it has.
 */
static void backfill(
    struct day *day, const struct slots_candidate *candidates, int *order, size_t shown)
{
    size_t place = (shown < SLOTS_PLACE_LAST ? shown : SLOTS_PLACE_LAST) - 1;

    if (!slots_gives(candidates, day->suppliers, order, shown, place))
        return;
    for (int i = 0; i < LOOKED_AT; i++) {
        struct slots_supplier *supplier = &day->suppliers[day->turn++ % day->supplier_count];

        if (supplier->seen >= supplier->overdue)
            continue;
        order[place] = -1;
        supplier->seen++;
        day->filled++;
        return;
    }
}

static void one_list(struct day *day, const uint32_t *clicks, size_t count, int64_t now_ms)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    struct slots_candidate candidates[ENGINE_RANKED_MAX];
    uint32_t items[ENGINE_RANKED_MAX];
    int order[SHOWN];
    size_t found = engine_query(day->engine, ENGINE_NONE, clicks, count, list);
    size_t kept = 0;
    size_t shown, kept_places;
    size_t places[SLOTS_EACH];

    for (size_t i = 0; i < found; i++) {
        if (day->drop && list[i].item == clicks[count - 1])
            continue;
        items[kept] = list[i].item;
        candidates[kept] =
            (struct slots_candidate){list[i].share_ppm, supplier_of(day, list[i].item)};
        day->candidates[candidates[kept].supplier]++;
        kept++;
    }
    shown = kept < SHOWN ? kept : SHOWN;
    for (size_t i = 0; i < shown; i++)
        order[i] = (int)i;
    for (int i = 0; i < day->supplier_count && day->minimum > 0; i++)
        day->suppliers[i] = slots_due(day->minimum, day->suppliers[i].seen, now_ms);
    if (day->minimum > 0) {
        kept_places = slots_fill(candidates, kept, day->suppliers, order, shown, places);
        day->kept += (int64_t)kept_places;
        if (kept_places == 0 && shown >= SLOTS_SHOWN_MIN)
            backfill(day, candidates, order, shown);
    }
    for (size_t i = 0; i < shown; i++) {
        day->seen++;
        if (order[i] < 0)
            continue;
        day->suppliers[candidates[order[i]].supplier].seen++;
        if (items[order[i]] == clicks[count]) {
            day->score.hits++;
            day->score.reciprocal += 1.0 / (double)(i + 1);
        }
    }
}

static size_t run(struct day *day)
{
    const struct clickfile *test = day->test;
    size_t examples = 0;
    size_t of = 0;

    memset(day->suppliers, 0, sizeof(day->suppliers));
    memset(day->candidates, 0, sizeof(day->candidates));
    day->kept = day->filled = day->seen = 0;
    day->turn = 0;
    day->score = (struct score){0};
    for (size_t s = 0; s < test->session_count; s++)
        of += test->by_rows ? test->firsts[s + 1] - test->firsts[s] - 1 : 1;
    for (size_t s = 0; s < test->session_count; s++) {
        size_t size = test->firsts[s + 1] - test->firsts[s];

        for (size_t count = test->by_rows ? 1 : size - 1; count >= 1 && count < size; count++) {
            one_list(day, test->clicks + test->firsts[s], count,
                (int64_t)(examples * (SLOTS_DAY_MS / (of + 1))));
            examples++;
        }
    }
    day->score.hits /= examples > 0 ? (double)examples : 1;
    day->score.reciprocal /= examples > 0 ? (double)examples : 1;
    return examples;
}

/* Of those that were a candidate at least `often` times. */
static int below(const struct day *day, int64_t minimum, int64_t often)
{
    int count = 0;

    for (int i = 0; i < day->supplier_count; i++)
        count += day->suppliers[i].seen < minimum && day->candidates[i] >= often;
    return count;
}

int main(int argc, char **argv)
{
    static struct day day;
    struct clickfile_items items = {0};
    struct clickfile file = {0};
    struct clickfile test = {0};
    struct score without;
    struct fy_err err = {0};
    int64_t minimum;
    size_t examples;
    int below_without, all_without;

    if (argc < 6 || clickfile_read(argv[1], &items, &file, &err) != FY_OK ||
        clickfile_read(argv[2], &items, &test, &err) != FY_OK) {
        (void)fprintf(stderr, "usage: %s TRAIN TEST SEED SUPPLIERS PERCENT|=MINIMUM [drop]\n%s\n",
            argv[0], err.text);
        return 2;
    }
    day.test = &test;
    day.items = &items;
    day.seed = strtoull(argv[3], NULL, 10);
    day.supplier_count = atoi(argv[4]);
    day.drop = argc > 6;
    day.engine = train(&file, &items);
    if (day.engine == NULL || day.supplier_count < 1 || day.supplier_count > SUPPLIERS_MAX)
        return 2;
    examples = run(&day);
    minimum =
        argv[5][0] == '=' ? atoi(argv[5] + 1) : day.seen / day.supplier_count * atoi(argv[5]) / 100;
    below_without = below(&day, minimum, minimum);
    all_without = below(&day, minimum, 0);
    without = day.score;
    day.minimum = minimum;
    (void)run(&day);
    (void)printf("{\"examples\": %zu, \"suppliers\": %d, \"minimum\": %" PRId64
                 ", \"mrr\": %.5f, \"mrr_kept\": %.5f, \"mrr_loss\": %.5f, \"hr\": %.5f, "
                 "\"hr_kept\": %.5f, \"below\": %d, \"below_kept\": %d, \"all_below\": %d, "
                 "\"all_below_kept\": %d, \"places\": %" PRId64 ", \"filled\": %" PRId64
                 ", \"shown\": %" PRId64 "}\n",
        examples, day.supplier_count, minimum, without.reciprocal, day.score.reciprocal,
        1 - day.score.reciprocal / without.reciprocal, without.hits, day.score.hits, below_without,
        below(&day, minimum, minimum), all_without, below(&day, minimum, 0), day.kept, day.filled,
        day.seen);
    engine_free(day.engine);
    clickfile_done(&file);
    clickfile_done(&test);
    clickfile_items_done(&items);
    return 0;
}
