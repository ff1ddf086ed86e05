/*
 * bench.recommend - how good and how quick session-kNN is, on the files of ../shared/data.
 *
 *   bench.recommend DATA retailrocket|serenade-toy valid|test|replay
 *
 *   valid, test   HR@20 and MRR@20 with the current item kept and dropped, us per query. The index
 * holds the training sessions: for `valid` on RetailRocket without their last 7 %, which ask
 * instead. replay        every training click in turn, as its own event: put, then query.
 *
 * Data that is not there: says SKIPPED and exits 77.
 */
#include "processors/recommend/knn.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { SKIPPED = 77, SHOWN = 20, VALID_PERCENT = 7 };

struct clicks {
    int *items;
    size_t count;
};

struct set {
    struct clicks *sessions;
    size_t count;
};

struct row {
    long session, item;
    double time;
    long line;
};

static void *need(void *memory)
{
    if (memory == NULL) {
        (void)fprintf(stderr, "no memory\n");
        exit(EXIT_FAILURE);
    }
    return memory;
}

static FILE *open_data(const char *folder, const char *set, const char *name)
{
    char path[PATH_MAX];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/%s/%s", folder, set, name);
    file = fopen(path, "r");
    if (file == NULL) {
        (void)fprintf(stderr, "SKIPPED: could not open %s: %s\n", path, strerror(errno));
        exit(SKIPPED);
    }
    return file;
}

static void set_add(struct set *set, const int *items, size_t count)
{
    struct clicks clicks = {need(malloc(count * sizeof(int))), count};

    memcpy(clicks.items, items, count * sizeof(int));
    if ((set->count & (set->count - 1)) == 0)
        set->sessions = need(realloc(
            set->sessions, (set->count == 0 ? 1 : set->count * 2) * sizeof(*set->sessions)));
    set->sessions[set->count++] = clicks;
}

static void set_free(struct set *set)
{
    for (size_t i = 0; i < set->count; i++)
        free(set->sessions[i].items);
    free(set->sessions);
}

/* RetailRocket: one session a line. */
static struct set read_lines(const char *folder, const char *name)
{
    FILE *file = open_data(folder, "retailrocket", name);
    struct set set = {0};
    char *line = NULL;
    size_t room = 0;

    while (getline(&line, &room, file) > 0) {
        static int items[1 << 20];
        size_t count = 0;

        for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n"))
            items[count++] = (int)strtol(word, NULL, 10);
        if (count > 0)
            set_add(&set, items, count);
    }
    free(line);
    (void)fclose(file);
    return set;
}

static int row_compare(const void *a, const void *b)
{
    const struct row *x = a;
    const struct row *y = b;

    if (x->session != y->session)
        return x->session < y->session ? -1 : 1;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return x->line < y->line ? -1 : 1;
}

struct ended {
    double time;
    size_t first, count;
};

static int ended_compare(const void *a, const void *b)
{
    const struct ended *x = a;
    const struct ended *y = b;

    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

/* The toy: one click a line, in any order. Sessions in the order of their last clicks. */
static struct set read_rows(const char *folder, const char *name)
{
    FILE *file = open_data(folder, "serenade-toy", name);
    struct set set = {0};
    struct row *rows = need(malloc((1 << 20) * sizeof(*rows)));
    struct ended *ended = need(malloc((1 << 20) * sizeof(*ended)));
    int *items = need(malloc((1 << 20) * sizeof(*items)));
    size_t count = 0;
    size_t sessions = 0;
    char line[256];

    while (count < 1 << 20 && fgets(line, sizeof(line), file) != NULL) {
        struct row *row = &rows[count];

        row->line = (long)count;
        if (sscanf(line, "%ld %ld %lf", &row->session, &row->item, &row->time) == 3)
            count++;
    }
    qsort(rows, count, sizeof(*rows), row_compare);
    for (size_t i = 0; i < count; i++) {
        items[i] = (int)rows[i].item;
        if (i == 0 || rows[i].session != rows[i - 1].session)
            ended[sessions++] = (struct ended){.first = i};
        ended[sessions - 1].count++;
        ended[sessions - 1].time = rows[i].time;
    }
    qsort(ended, sessions, sizeof(*ended), ended_compare);
    for (size_t i = 0; i < sessions; i++)
        set_add(&set, &items[ended[i].first], ended[i].count);
    free(items);
    free(ended);
    free(rows);
    (void)fclose(file);
    return set;
}

/* "item" of each number, made once. */
static struct fy_slice sku_of(int item)
{
    static struct fy_slice names[1 << 20];

    if (names[item].data == NULL) {
        char text[16];
        int length = snprintf(text, sizeof(text), "%d", item);

        names[item] = (struct fy_slice){need(strdup(text)), (size_t)length};
    }
    return names[item];
}

/* The last `max` different items of `count` clicks, in the order of their last clicks. */
static size_t distinct(const int *items, size_t count, size_t max, int *ret_items)
{
    size_t found = 0;

    for (size_t i = count; i-- > 0 && found < max;) {
        size_t at = 0;

        while (at < found && ret_items[at] != items[i])
            at++;
        if (at == found)
            ret_items[found++] = items[i];
    }
    return found;
}

static uint32_t put(
    struct knn_index *index, uint32_t slot, int64_t time, const int *items, size_t count)
{
    int different[KNN_SESSION_ITEMS_MAX];
    struct fy_slice skus[KNN_SESSION_ITEMS_MAX];
    size_t found = distinct(items, count, KNN_SESSION_ITEMS_MAX, different);
    struct knn_order order = {.ms = time, .offset = time};
    struct fy_err err;

    for (size_t i = 0; i < found; i++)
        skus[i] = sku_of(different[found - 1 - i]);
    if (knn_put(index, slot, &order, skus, found, &slot, &err) != FY_OK) {
        (void)fprintf(stderr, "%s\n", err.text);
        exit(EXIT_FAILURE);
    }
    return slot;
}

static size_t query(struct knn_index *index,
    uint32_t own,
    const int *items,
    size_t count,
    struct knn_candidate list[KNN_LIST])
{
    int views[KNN_VIEWS];
    struct fy_slice skus[KNN_VIEWS];
    size_t found = distinct(items, count, KNN_VIEWS, views);

    for (size_t i = 0; i < found; i++)
        skus[i] = sku_of(views[i]);
    return knn_query(index, own, skus, found, list);
}

struct score {
    double hits, reciprocal;
};

static void score_add(struct score *score, int rank)
{
    if (rank >= 1 && rank <= SHOWN) {
        score->hits += 1;
        score->reciprocal += 1.0 / rank;
    }
}

/* Places of the target with the current item kept and dropped; 0: not in the list. */
static void rank_of(const struct knn_candidate *list,
    size_t count,
    struct fy_slice target,
    struct fy_slice current,
    int *ret_keep,
    int *ret_drop)
{
    int dropped = 0;

    *ret_keep = *ret_drop = 0;
    for (size_t i = 0; i < count; i++) {
        if (fy_slice_equal(list[i].sku, current))
            dropped = 1;
        if (fy_slice_equal(list[i].sku, target)) {
            *ret_keep = (int)i + 1;
            *ret_drop = fy_slice_equal(target, current) ? 0 : (int)i + 1 - dropped;
            return;
        }
    }
}

static double cpu_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void evaluate(
    struct knn_index *index, const struct set *train, const struct set *examples, bool prefixes)
{
    struct score keep = {0};
    struct score drop = {0};
    double asked = 0;
    double us = cpu_us();

    for (size_t i = 0; i < train->count; i++)
        (void)put(index, KNN_NONE, (int64_t)i, train->sessions[i].items, train->sessions[i].count);
    (void)printf("index: %zu sessions, %u items, %.1f us each to put\n", train->count,
        knn_items(index), (cpu_us() - us) / (double)train->count);
    us = cpu_us();
    for (size_t e = 0; e < examples->count; e++) {
        const struct clicks *one = &examples->sessions[e];

        for (size_t n = prefixes ? 1 : one->count - 1; n >= 1 && n < one->count; n++) {
            struct knn_candidate list[KNN_LIST];
            size_t count = query(index, KNN_NONE, one->items, n, list);
            int kept;
            int dropped;

            rank_of(list, count, sku_of(one->items[n]), sku_of(one->items[n - 1]), &kept, &dropped);
            score_add(&keep, kept);
            score_add(&drop, dropped);
            asked += 1;
        }
    }
    (void)printf("%.0f examples: HR@20/MRR@20 keep %.4f/%.4f drop %.4f/%.4f, %.1f us a query\n",
        asked, keep.hits / asked, keep.reciprocal / asked, drop.hits / asked,
        drop.reciprocal / asked, (cpu_us() - us) / asked);
}

static void replay(struct knn_index *index, const struct set *train)
{
    double put_us = 0;
    double query_us = 0;
    double listed = 0;
    int64_t events = 0;

    for (size_t i = 0; i < train->count; i++) {
        const struct clicks *one = &train->sessions[i];
        uint32_t slot = KNN_NONE;
        size_t first = 0;

        for (size_t n = 1; n <= one->count; n++) {
            struct knn_candidate list[KNN_LIST];
            int different[KNN_SESSION_ITEMS_MAX + 1];
            double before = cpu_us();
            double between;

            if (distinct(one->items + first, n - first, KNN_SESSION_ITEMS_MAX + 1, different) >
                KNN_SESSION_ITEMS_MAX) {
                first = n - 1;
                slot = KNN_NONE;
            }
            slot = put(index, slot, ++events, one->items + first, n - first);
            between = cpu_us();
            listed += (double)query(index, slot, one->items + first, n - first, list);
            put_us += between - before;
            query_us += cpu_us() - between;
        }
    }
    (void)printf("%lld events: %.2f us to put, %.2f us to query, %.0f lists per CPU-second, "
                 "%.1f candidates a list\n",
        (long long)events, put_us / (double)events, query_us / (double)events,
        1e6 * (double)events / (put_us + query_us), listed / (double)events);
}

int main(int argc, char **argv)
{
    struct set train;
    struct set examples = {0};
    struct knn_index *index = knn_new(KNN_SESSIONS_MAX);
    struct rusage usage;
    bool toy;

    if (argc != 4) {
        (void)fprintf(
            stderr, "usage: %s DATA retailrocket|serenade-toy valid|test|replay\n", argv[0]);
        return EXIT_FAILURE;
    }
    toy = strcmp(argv[2], "serenade-toy") == 0;
    train = toy ? read_rows(argv[1], "train.txt") : read_lines(argv[1], "train.sessions");
    need(index);
    if (strcmp(argv[3], "replay") == 0) {
        replay(index, &train);
    } else if (toy) {
        examples = read_rows(argv[1], strcmp(argv[3], "valid") == 0 ? "valid.txt" : "test.txt");
        evaluate(index, &train, &examples, true);
    } else if (strcmp(argv[3], "valid") == 0) {
        size_t asking = train.count * VALID_PERCENT / 100;

        train.count -= asking;
        examples = (struct set){train.sessions + train.count, asking};
        evaluate(index, &train, &examples, true);
        train.count += asking;
        examples = (struct set){0};
    } else {
        examples = read_lines(argv[1], "test.examples");
        evaluate(index, &train, &examples, false);
    }
    (void)getrusage(RUSAGE_SELF, &usage);
    (void)printf("process: %ld MB at most\n", usage.ru_maxrss / 1024);
    set_free(&examples);
    set_free(&train);
    knn_free(index);
    return EXIT_SUCCESS;
}
