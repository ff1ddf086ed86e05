#include "processors/recommend/evaluate.h"

#include "processors/recommend/clickfile.h"
#include "processors/recommend/engine/fit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    SHOWN = 20,
    VALID_PERCENT = 7, /* Of training sessions without a file of their own to validate on. */
    SETS_MAX = 8,
    USAGE = 2,
};

static const char usage[] =
    "usage: fy-recommend eval --train F --test F [--keep-current] [--knn] [--predictions OUT]\n"
    "       fy-recommend fit {--train F [--valid F] [--keep-current]} ... --weights OUT\n"
    "\n"
    "eval   scores lists for each example of --test, from the sessions of --train: HR@20, MRR@20.\n"
    "       A test file with a header is of sessions, each of whose prefixes is an example; one\n"
    "       without is of examples, the last item of a line being what came next.\n"
    "       --predictions   a line for each example: its clicks, what came next, the list; apart "
    "by\n"
    "                       tabs, best first\n"
    "       --knn           the first stage alone\n"
    "fit    weights of the terms, from each set's validation sessions; without --valid from the\n"
    "       last 7 % of its training sessions, which then do not train.\n"
    "Without --keep-current the current item is dropped from lists and candidates.\n";

struct set {
    const char *train, *valid;
    bool keep_current;
};

struct words {
    struct set sets[SETS_MAX];
    int set_count;
    const char *test, *predictions, *weights;
    bool knn;
};

struct score {
    size_t examples, hits;
    double reciprocal;
    double cpu_us;
};

static double cpu_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static const char *const *target_of(struct words *words, const char *word)
{
    struct set *set = &words->sets[words->set_count - (words->set_count > 0)];
    const struct {
        const char *word, *const *target;
    } known[] = {
        {"--valid", &set->valid},
        {"--test", &words->test},
        {"--predictions", &words->predictions},
        {"--weights", &words->weights},
    };

    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (strcmp(word, known[i].word) == 0)
            return known[i].target;
    }
    return NULL;
}

/* How many words were taken, of `word` and what stands behind it; 0: it is wrong. */
static int parse_word(struct words *words, bool eval, char *word, char *behind)
{
    const char *const *target;

    if (strcmp(word, "--knn") == 0) {
        words->knn = true;
        return 1;
    }
    if (strcmp(word, "--keep-current") == 0 && (eval || words->set_count > 0)) {
        words->sets[eval ? 0 : words->set_count - 1].keep_current = true;
        return 1;
    }
    if (strcmp(word, "--train") == 0) {
        if (words->set_count == (eval ? 1 : SETS_MAX) || behind == NULL)
            return 0;
        words->sets[words->set_count++].train = behind;
        return 2;
    }
    target = target_of(words, word);
    if (target == NULL || behind == NULL)
        return 0;
    *(const char **)target = behind;
    return 2;
}

/* False: argv[*ret_at] is wrong, or, where that is argc, something is missing. */
static bool parse(int argc, char **argv, bool eval, struct words *words, int *ret_at)
{
    int taken;

    for (*ret_at = 2; *ret_at < argc; *ret_at += taken) {
        taken = parse_word(words, eval, argv[*ret_at], argv[*ret_at + 1]);
        if (taken == 0)
            return false;
    }
    return words->set_count > 0 && (eval ? words->test : words->weights) != NULL;
}

/* The first `sessions` of a file, each ended before the next begins. */
static struct engine *train(
    const struct clickfile *file, size_t sessions, const struct clickfile_items *items)
{
    struct engine_config config = {
        .sessions_max = ENGINE_SESSIONS_MAX,
        .clicks_max = CLICKFILE_CLICKS_MAX,
        .live_max = 1024,
        .items_max = ENGINE_ITEMS_MAX,
        .stands_first = clickfile_stands_first,
        .context = (void *)items,
    };
    struct engine *engine = engine_new(&config);
    int64_t when = 0;

    for (size_t s = 0; engine != NULL && s < sessions; s++) {
        uint32_t slot = ENGINE_NONE;

        for (size_t i = file->firsts[s]; i < file->firsts[s + 1]; i++) {
            struct engine_order order = {.ms = ++when};

            slot = engine_click(engine, slot, (uint32_t)s, &order, file->clicks[i]);
        }
        engine_end(engine, NULL);
    }
    return engine;
}

static void write_prediction(FILE *out,
    const struct clickfile_items *items,
    const uint32_t *clicks,
    size_t count,
    const uint32_t *list,
    size_t listed)
{
    for (size_t i = 0; i <= count; i++) {
        (void)fprintf(out, "%s%" PRId64,
            i == 0       ? ""
            : i == count ? "\t"
                         : " ",
            items->names[clicks[i]]);
    }
    for (size_t i = 0; i < listed; i++)
        (void)fprintf(out, "%s%" PRId64, i == 0 ? "\t" : " ", items->names[list[i]]);
    (void)fprintf(out, "%s\n", listed == 0 ? "\t" : "");
}

/* `clicks` and, behind them, what came next. */
static void score_example(struct engine *engine,
    const struct clickfile_items *items,
    const struct words *words,
    const uint32_t *clicks,
    size_t count,
    FILE *out,
    struct score *score)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    uint32_t shown[SHOWN];
    size_t listed = 0;
    double began = cpu_us();
    size_t found = words->knn
                       ? engine_query_knn(engine, ENGINE_NONE, clicks, count, SHOWN + 1, list)
                       : engine_query(engine, ENGINE_NONE, clicks, count, list);

    score->cpu_us += cpu_us() - began;
    for (size_t i = 0; i < found && listed < SHOWN; i++) {
        if (!words->sets[0].keep_current && list[i].item == clicks[count - 1])
            continue;
        shown[listed++] = list[i].item;
        if (list[i].item == clicks[count]) {
            score->hits++;
            score->reciprocal += 1.0 / (double)listed;
        }
    }
    score->examples++;
    if (out != NULL)
        write_prediction(out, items, clicks, count, shown, listed);
}

static void score_all(struct engine *engine,
    const struct clickfile_items *items,
    const struct words *words,
    const struct clickfile *test,
    FILE *out,
    struct score *score)
{
    for (size_t s = 0; s < test->session_count; s++) {
        size_t first = test->firsts[s];
        size_t size = test->firsts[s + 1] - first;

        for (size_t count = test->by_rows ? 1 : size - 1; count >= 1 && count < size; count++)
            score_example(engine, items, words, test->clicks + first, count, out, score);
    }
}

static enum fy_status close_out(FILE *out, const char *path, struct fy_err *err)
{
    bool wrong = ferror(out) != 0;

    if (fclose(out) != 0 || wrong)
        return fy_fail(err, FY_REJECT, "could not write \"%s\"", path);
    return FY_OK;
}

static enum fy_status score_and_say(struct engine *engine,
    const struct clickfile_items *items,
    const struct words *words,
    const struct clickfile *test,
    struct fy_err *err)
{
    struct score score = {0};
    FILE *out = NULL;
    double of;

    if (words->predictions != NULL) {
        out = fopen(words->predictions, "w");
        if (out == NULL)
            return fy_fail(err, FY_REJECT, "could not write \"%s\"", words->predictions);
    }
    score_all(engine, items, words, test, out, &score);
    of = score.examples > 0 ? (double)score.examples : 1;
    (void)printf("%s, current item %s: %zu examples, HR@20 %.4f, MRR@20 %.4f, %.1f us of CPU "
                 "a query\n",
        words->knn ? "first stage" : "two stages", words->sets[0].keep_current ? "kept" : "dropped",
        score.examples, (double)score.hits / of, score.reciprocal / of, score.cpu_us / of);
    if (out != NULL && close_out(out, words->predictions, err) != FY_OK)
        return err->status;
    if (score.examples == 0)
        return fy_fail(err, FY_REJECT, "\"%s\" has no example", words->test);
    return FY_OK;
}

static enum fy_status run_eval(const struct words *words, struct fy_err *err)
{
    struct clickfile_items items = {0};
    struct clickfile file = {0};
    struct clickfile test = {0};
    struct engine *engine = NULL;
    double began;
    enum fy_status status = clickfile_read(words->sets[0].train, &items, &file, err);

    if (status == FY_OK)
        status = clickfile_read(words->test, &items, &test, err);
    began = cpu_us();
    if (status == FY_OK) {
        engine = train(&file, file.session_count, &items);
        if (engine == NULL)
            status = fy_fail(err, FY_FATAL, "could not make an index: no memory");
    }
    if (status == FY_OK) {
        double of = engine_clicks(engine) > 0 ? (double)engine_clicks(engine) : 1;

        (void)printf("train: %zu sessions, %" PRIu64 " clicks, %.3f us to append one, %.2f bytes "
                     "each all in\n",
            file.session_count, engine_clicks(engine), (cpu_us() - began) / of,
            (double)engine_bytes(engine) / of);
        status = score_and_say(engine, &items, words, &test, err);
    }
    engine_free(engine);
    clickfile_done(&file);
    clickfile_done(&test);
    clickfile_items_done(&items);
    return status;
}

static enum fy_status add_set(struct fit *fit, const struct set *set, struct fy_err *err)
{
    struct clickfile_items items = {0};
    struct clickfile file = {0};
    struct clickfile valid = {0};
    struct engine *engine = NULL;
    enum fy_status status = clickfile_read(set->train, &items, &file, err);
    const struct clickfile *from = &file;
    size_t first = 0;
    size_t trains = 0;

    if (status == FY_OK && set->valid != NULL) {
        status = clickfile_read(set->valid, &items, &valid, err);
        from = &valid;
        trains = file.session_count;
    } else {
        first = trains = file.session_count - file.session_count * VALID_PERCENT / 100;
    }
    if (status == FY_OK) {
        engine = train(&file, trains, &items);
        if (engine == NULL)
            status = fy_fail(err, FY_FATAL, "could not make an index: no memory");
    }
    for (size_t s = first; status == FY_OK && s < from->session_count; s++) {
        const uint32_t *clicks = from->clicks + from->firsts[s];
        size_t size = from->firsts[s + 1] - from->firsts[s];

        for (size_t count = 1; count < size && count < ENGINE_CLICKS_MAX; count++) {
            if (!fit_add(fit, engine, clicks, count, clicks[count], !set->keep_current)) {
                status = fy_fail(err, FY_FATAL, "could not keep an example: no memory");
                break;
            }
        }
    }
    engine_free(engine);
    clickfile_done(&file);
    clickfile_done(&valid);
    clickfile_items_done(&items);
    return status;
}

static enum fy_status write_weights(
    const char *path, const int weights[TERM_COUNT], struct fy_err *err)
{
    FILE *out = fopen(path, "w");

    if (out == NULL)
        return fy_fail(err, FY_REJECT, "could not write \"%s\"", path);
    for (int term = 0; term < TERM_COUNT; term++)
        (void)fprintf(out, "%s %d\n", engine_term_names[term], weights[term]);
    return close_out(out, path, err);
}

static enum fy_status run_fit(const struct words *words, struct fy_err *err)
{
    struct fit *fit = fit_new();
    int weights[TERM_COUNT];
    enum fy_status status = FY_OK;

    if (fit == NULL)
        return fy_fail(err, FY_FATAL, "could not fit: no memory");
    for (int i = 0; i < words->set_count && status == FY_OK; i++)
        status = add_set(fit, &words->sets[i], err);
    if (status == FY_OK && !fit_solve(fit, weights))
        status = fy_fail(err, FY_REJECT, "could not fit: no example's next click is a candidate");
    if (status == FY_OK)
        status = write_weights(words->weights, weights, err);
    if (status == FY_OK)
        (void)printf("%d weights from %zu examples\n", TERM_COUNT, fit_examples(fit));
    fit_free(fit);
    return status;
}

int evaluate_main(int argc, char **argv)
{
    struct words words = {0};
    struct fy_err err = {0};
    bool eval = strcmp(argv[1], "eval") == 0;
    enum fy_status status;
    int at = argc;

    if (argc == 3 && strcmp(argv[2], "--help") == 0) {
        (void)fputs(usage, stdout);
        return EXIT_SUCCESS;
    }
    if (!parse(argc, argv, eval, &words, &at)) {
        if (at < argc)
            (void)fprintf(stderr, "fy-recommend %s: \"%s\" is unknown, twice, or wants a file\n\n",
                argv[1], argv[at]);
        (void)fputs(usage, stderr);
        return USAGE;
    }
    status = eval ? run_eval(&words, &err) : run_fit(&words, &err);
    if (status != FY_OK)
        (void)fprintf(stderr, "fy-recommend: %s\n", err.text);
    return status == FY_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
