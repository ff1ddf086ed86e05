/*
 * search_bench.c - search over a catalogue of its own making: how quick, how big, what it costs to
 * follow.
 *
 *   build/release/bin/bench.search FOLDER [products]
 *
 * Rows of products and levels are written into a RocksDB in FOLDER, as the follower would; the
 * index is made of them as at a start of api. Questions are asked one by one, as a whole answer in
 * JSON, and timed by this thread's CPU. In FOLDER it leaves catalogue.tsv and asked.tsv, from which
 * test/bench/search.py counts again what should have been found.
 *
 * Words are made of syllables and drawn by Zipf's law, titles of 4 to 8, descriptions of 10 to 30;
 * a third of titles has a model number that is nobody else's.
 */
#include "api/search.h"
#include "api/search_rows.h"
#include "schemas/generated/stock_level.h"
#include "test/random.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    WORDS = 40000,
    BRANDS = 3000,
    CATEGORIES = 800,
    SUPPLIERS = 300,
    BATCH_ROWS = 1000,
    QUESTIONS = 2000, /* Of each kind. */
    CHECKED = 40,     /* Of them, so many are written down for the plain scan. */
    CHECKED_HITS = 2000,
    CHANGES = 20000,
};

static struct random dice = {20261126};
static char words[WORDS][16], brands[BRANDS][24], categories[CATEGORIES][48];
static double zipf[WORDS];
static struct views views;
static struct search_rows *rows;
static struct fy_arena arena;
static FILE *catalogue, *asked;
static int product_count = 1000000;

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    (void)fprintf(stderr, "bench search: %s\n", what);
    exit(EXIT_FAILURE);
}

static double cpu_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double resident_mb(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    long pages = 0;

    must(file != NULL && fscanf(file, "%*d %ld", &pages) == 1, "no /proc/self/statm");
    (void)fclose(file);
    return (double)pages * 4096 / 1048576;
}

/* --- The catalogue --------------------------------------------------------------------------- */

static void make_words(void)
{
    static const char *const syllables[] = {"ba", "co", "di", "fen", "gar", "ho", "ka", "lin", "mo",
        "nes", "or", "pel", "qui", "ra", "sto", "ti", "ul", "ver", "wa", "zen", "che", "bro", "gli",
        "tur"};
    double sum = 0;

    for (int i = 0; i < WORDS; i++) {
        uint64_t number = (uint64_t)i * 2654435761U % 331776; /* 24^4 */
        int parts = i < 200 ? 2 : i < 8000 ? 3 : 4;

        words[i][0] = '\0';
        for (int j = 0; j < parts; j++, number /= 24)
            (void)strcat(words[i], syllables[number % 24]);
        sum += 1 / pow(i + 3, 0.9);
        zipf[i] = sum;
    }
    for (int i = 0; i < WORDS; i++)
        zipf[i] /= sum;
}

static const char *any_word(void)
{
    double at = (double)(random_next(&dice) >> 11) / 9007199254740992.0;
    int low = 0, high = WORDS - 1;

    while (low < high) {
        int middle = (low + high) / 2;

        if (zipf[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return words[low];
}

static void make_names(void)
{
    for (int i = 0; i < BRANDS; i++)
        (void)snprintf(
            brands[i], sizeof(brands[i]), "%c%s %d", 'A' + i % 26, words[WORDS - 1 - i], i % 7);
    for (int i = 0; i < CATEGORIES; i++)
        (void)snprintf(categories[i], sizeof(categories[i]), "%s/%s/%s", words[5000 + i % 12],
            words[6000 + i % 90], words[7000 + i]);
}

static void some_words(char *text, size_t size, int least, int most)
{
    int count = least + (int)random_below(&dice, (uint64_t)(most - least + 1));
    size_t used = 0;

    for (int i = 0; i < count && used < size; i++)
        used += (size_t)snprintf(text + used, size - used, "%s%s", i > 0 ? " " : "", any_word());
}

/* Two thirds of all brands are a hundredth of all products. */
static uint64_t skewed(uint64_t count)
{
    uint64_t a = random_below(&dice, count), b = random_below(&dice, count);

    return a * b / count;
}

struct made {
    char sku[24], title[160], description[480], supplier[16];
    const char *brand, *category;
    int64_t price, units;
};

static void make(struct made *made, int number)
{
    (void)snprintf(made->sku, sizeof(made->sku), "p-%07d", number);
    some_words(made->title, sizeof(made->title), 4, 8);
    if (random_below(&dice, 3) == 0)
        (void)snprintf(made->title + strlen(made->title), sizeof(made->title) - strlen(made->title),
            " %c%c-%06d", 'a' + (int)random_below(&dice, 26), 'a' + (int)random_below(&dice, 26),
            number);
    some_words(made->description, sizeof(made->description), 10, 30);
    (void)snprintf(made->supplier, sizeof(made->supplier), "supplier-%d", (int)skewed(SUPPLIERS));
    made->brand = brands[skewed(BRANDS)];
    made->category = categories[skewed(CATEGORIES)];
    made->price = 100 + (int64_t)skewed(200000);
    made->units = (int64_t)random_below(&dice, 10) < 2 ? 0 : 1 + (int64_t)random_below(&dice, 500);
}

static void put_rows(struct fy_store_batch *batch, const struct made *made)
{
    struct fy_slice supplier = fy_slice_of(made->supplier);
    struct product product = {.sku = fy_slice_of(made->sku),
        .supplier = supplier,
        .suppliers = {&supplier, 1},
        .title = fy_slice_of(made->title),
        .description = fy_slice_of(made->description),
        .brand = fy_slice_of(made->brand),
        .category = fy_slice_of(made->category),
        .price = {made->price, fy_slice_of("EUR")}};
    struct stock_level level = {.sku = product.sku,
        .supplier = supplier,
        .on_hand_units = made->units,
        .available_units = made->units};
    struct fy_slice value;
    struct fy_err err;

    must(product_encode(&product, &arena, &value, &err) == FY_OK, "a product is not encoded");
    fy_store_batch_put(batch, VIEW_PRODUCTS, product.sku, value);
    must(stock_level_encode(&level, &arena, &value, &err) == FY_OK, "a level is not encoded");
    fy_store_batch_put(batch, VIEW_STOCK_LEVELS, product.sku, value);
    fy_arena_clear(&arena);
}

static void write_catalogue(void)
{
    struct fy_store_batch *batch = fy_store_batch_new(views.store);
    struct made made;
    struct fy_err err;

    for (int i = 0; i < product_count; i++) {
        make(&made, i);
        put_rows(batch, &made);
        (void)fprintf(catalogue, "%s\t%s\t%s\t%s\t%s\t%s\t%" PRId64 "\t%" PRId64 "\n", made.sku,
            made.title, made.brand, made.category, made.description, made.supplier, made.price,
            made.units);
        if (i % BATCH_ROWS == BATCH_ROWS - 1 || i == product_count - 1)
            must(fy_store_batch_write(batch, &err) == FY_OK, "rows are not written");
    }
    fy_store_batch_free(batch);
    must(fclose(catalogue) == 0, "catalogue.tsv is not written");
}

static void load(void)
{
    const struct search_rows_config config = {.views = &views};
    double before_mb = resident_mb(), began = cpu_us(), longest = 0;
    struct fy_err err;
    bool done = false;

    must(search_rows_new(&config, &rows, &err) == FY_OK, "no index");
    while (!done) {
        double piece = cpu_us();

        must(search_rows_load(rows, 4000, &done, &err) == FY_OK, "rows are not loaded");
        piece = cpu_us() - piece;
        longest = piece > longest ? piece : longest;
    }
    began = cpu_us() - began;
    (void)printf("figure: %-33s %.2f s per 100,000 products (%.1f s for %d), %.1f ms at most at a "
                 "time\n",
        "search index made of rows", began / 1e6 * 100000 / product_count, began / 1e6,
        product_count, longest / 1e3);
    (void)printf("figure: %-33s %.0f MB, %.0f bytes a product; %zu words and beginnings; no disk\n",
        "memory of the search index", resident_mb() - before_mb,
        (resident_mb() - before_mb) * 1048576 / product_count,
        search_terms_count(search_rows_index(rows)->terms));
}

/* --- Questions ------------------------------------------------------------------------------- */

/* A product at random, read back from its row. */
static void any_product(struct shown_product *ret_shown)
{
    char sku[24];
    struct fy_err err;
    bool known = false;

    (void)snprintf(sku, sizeof(sku), "p-%07d", (int)random_below(&dice, (uint64_t)product_count));
    must(views_product(&views, fy_slice_of(sku), &arena, &known, ret_shown, &err) == FY_OK && known,
        "a product is not there");
}

/* `count` words of a title, from the first on. */
static struct fy_slice words_of(const struct shown_product *shown, int count)
{
    struct fy_slice title = shown->product.title;
    size_t size = 0;

    for (; size < title.size; size++)
        if (title.data[size] == ' ' && --count == 0)
            break;
    return fy_arena_copy(&arena, (struct fy_slice){title.data, size});
}

/* One character replaced, left out, doubled, or swapped with the next. */
static void spoil(struct fy_slice *text)
{
    uint8_t *bytes = (uint8_t *)text->data;
    size_t at = 1 + random_below(&dice, text->size - 2);

    switch (random_below(&dice, 3)) {
    case 0:
        bytes[at] = (uint8_t)('a' + random_below(&dice, 26));
        break;
    case 1:
        memmove(bytes + at, bytes + at + 1, text->size - at - 1);
        text->size--;
        break;
    default: {
        uint8_t other = bytes[at];

        bytes[at] = bytes[at + 1 < text->size ? at + 1 : at - 1];
        bytes[at + 1 < text->size ? at + 1 : at - 1] = other;
        break;
    }
    }
}

struct kind {
    const char *name;
    void (*make)(struct search_parameters *parameters, const struct shown_product *shown);
};

static void make_exact(struct search_parameters *parameters, const struct shown_product *shown)
{
    parameters->q = fy_arena_format(
        &arena, "%.*s ", FY_SLICE_ARG(words_of(shown, 1 + (int)random_below(&dice, 3))));
}

static void make_typo(struct search_parameters *parameters, const struct shown_product *shown)
{
    struct fy_slice first = words_of(shown, 1), both = words_of(shown, 2);

    spoil(&first);
    parameters->q = fy_arena_format(&arena, "%.*s%.*s ", FY_SLICE_ARG(first),
        (int)(both.size - words_of(shown, 1).size),
        (const char *)both.data + words_of(shown, 1).size);
}

static void make_prefix(struct search_parameters *parameters, const struct shown_product *shown)
{
    struct fy_slice one = words_of(shown, 1), two = words_of(shown, 2);
    size_t keep = 2 + random_below(&dice, 4);

    if (random_below(&dice, 2) == 0) /* The first letters that are typed. */
        parameters->q = (struct fy_slice){one.data, keep < one.size ? keep : one.size};
    else
        parameters->q = (struct fy_slice){
            two.data, one.size + 1 + keep < two.size ? one.size + 1 + keep : two.size};
}

static void make_facet(struct search_parameters *parameters, const struct shown_product *shown)
{
    parameters->q = fy_arena_format(&arena, "%.*s ", FY_SLICE_ARG(words_of(shown, 1)));
    parameters->category = shown->product.category;
    if (random_below(&dice, 2) == 0)
        parameters->brand = shown->product.brand;
    if (random_below(&dice, 2) == 0)
        parameters->in_stock = fy_slice_of("1");
    parameters->price_max = fy_slice_of("50000");
}

/* The widest there are: all products, and the commonest words. */
static void make_wide(struct search_parameters *parameters, const struct shown_product *shown)
{
    (void)shown;
    if (random_below(&dice, 2) == 0)
        parameters->q = fy_arena_format(&arena, "%s ", words[random_below(&dice, 4)]);
    if (random_below(&dice, 2) == 0)
        parameters->in_stock = fy_slice_of("1");
}

static const struct kind kinds[] = {
    {"exact", make_exact},
    {"typo", make_typo},
    {"prefix", make_prefix},
    {"facet", make_facet},
    {"wide", make_wide},
};

static int compare_times(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;

    return (one > other) - (one < other);
}

/* What was asked, what was answered and all that was found, for the plain scan. */
static void write_down(const char *kind,
    const struct search_parameters *parameters,
    struct search_question question,
    const struct search_answer *first)
{
    struct search_answer answer = *first;
    int written = 0;

    (void)fprintf(asked, "%s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%" PRId64 "\t%d\t", kind,
        FY_SLICE_ARG(parameters->q), FY_SLICE_ARG(parameters->category),
        FY_SLICE_ARG(parameters->brand), FY_SLICE_ARG(parameters->in_stock),
        FY_SLICE_ARG(parameters->price_max), first->total, first->approximate);
    for (int kind_at = 0; kind_at < 3; kind_at++)
        (void)fprintf(asked, "%.*s=%" PRId64 "%s", FY_SLICE_ARG(first->top[kind_at][0].name),
            first->top[kind_at][0].documents, kind_at < 2 ? "," : "\t");
    question.limit = SEARCH_HITS_MAX;
    while (written < CHECKED_HITS) {
        must(search_find(search_rows_index(rows), &question, &arena, &answer), "no memory");
        for (int i = 0; i < answer.hit_count; i++, written++)
            (void)fprintf(
                asked, "%s%.*s", written > 0 ? " " : "", FY_SLICE_ARG(answer.hits[i].sku));
        if (!answer.more)
            break;
        question.has_after = true;
        question.after = answer.hits[answer.hit_count - 1];
    }
    (void)fprintf(asked, "\n");
}

static void bench_kind(const struct kind *kind)
{
    static double took[QUESTIONS];
    struct fy_err err;
    int approximate = 0;

    for (int i = 0; i < QUESTIONS; i++) {
        struct search_parameters parameters = {0};
        struct search_question question;
        struct search_answer answer;
        struct api_answer page;
        struct shown_product shown;
        struct fy_slice collection;

        fy_arena_clear(&arena);
        any_product(&shown);
        kind->make(&parameters, &shown);
        must(search_question_of(&parameters, &question, &collection, &page), "a bad question");
        took[i] = cpu_us();
        must(search_page(&views, search_rows_index(rows), &question, &arena, &page, &err) == FY_OK,
            "no answer");
        took[i] = cpu_us() - took[i];
        must(search_find(search_rows_index(rows), &question, &arena, &answer), "no memory");
        approximate += answer.approximate;
        if (i < CHECKED)
            write_down(kind->name, &parameters, question, &answer);
    }
    qsort(took, QUESTIONS, sizeof(took[0]), compare_times);
    (void)printf("figure: search, %-25s p50 %.2f ms, p99 %.2f ms, most %.2f ms (%d; %d said that "
                 "they are approximate)\n",
        kind->name, took[QUESTIONS / 2] / 1e3, took[QUESTIONS * 99 / 100] / 1e3,
        took[QUESTIONS - 1] / 1e3, QUESTIONS, approximate);
    (void)fflush(stdout);
}

/* --- Changes --------------------------------------------------------------------------------- */

/* From the record's row in the store to the index, as the follower's slice does it. */
static void bench_changes(bool of_stock)
{
    struct fy_store_batch *batch = fy_store_batch_new(views.store);
    double spent = 0;
    struct fy_err err;
    int done = 0;

    while (done < CHANGES) {
        double began;

        for (int i = 0; i < 100; i++, done++) {
            struct made made;

            make(&made, (int)random_below(&dice, (uint64_t)product_count));
            put_rows(batch, &made); /* Both rows: the one that is not told of stays unseen. */
            began = cpu_us();
            search_rows_changed(
                rows, of_stock ? VIEW_STOCK_LEVELS : VIEW_PRODUCTS, fy_slice_of(made.sku));
            spent += cpu_us() - began;
        }
        if (of_stock) { /* The words in the store must stay those of the index. */
            fy_store_batch_free(batch);
            batch = fy_store_batch_new(views.store);
        }
        must(fy_store_batch_write(batch, &err) == FY_OK, "rows are not written");
        began = cpu_us();
        must(search_rows_applied(rows, &err) == FY_OK, "changes are not applied");
        spent += cpu_us() - began;
    }
    fy_store_batch_free(batch);
    (void)printf("figure: %-33s %.1f us, rows read from RocksDB included\n",
        of_stock ? "search follows a stock change" : "search follows other words", spent / CHANGES);
}

int main(int argc, char **argv)
{
    char path[512];
    struct fy_err err = {.text = ""};

    must(argc >= 2, "bench.search FOLDER [products]");
    if (argc > 2)
        product_count = atoi(argv[2]);
    must(product_count >= 1000, "at least 1000 products");
    (void)snprintf(path, sizeof(path), "%s/catalogue.tsv", argv[1]);
    catalogue = fopen(path, "w");
    (void)snprintf(path, sizeof(path), "%s/asked.tsv", argv[1]);
    asked = fopen(path, "w");
    must(catalogue != NULL && asked != NULL, "the folder cannot be written");
    (void)snprintf(path, sizeof(path), "%s/rows", argv[1]);
    must(fy_store_open(path, 64 << 20, &views.store, &err) == FY_OK, err.text);
    fy_arena_init(&arena, 64 << 20);
    make_words();
    make_names();
    write_catalogue();
    load();
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        bench_kind(&kinds[i]);
    must(fclose(asked) == 0, "asked.tsv is not written");
    bench_changes(true);
    bench_changes(false);
    search_rows_free(rows);
    fy_store_close(views.store);
    fy_arena_done(&arena);
    return EXIT_SUCCESS;
}
