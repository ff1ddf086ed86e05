#include "processors/recommend/engine/fit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Built without fused multiply-add (CMakeLists.txt): it would round otherwise on other machines. */

enum {
    STEPS_MAX = 30,
    EXAMPLES_MAX = 1 << 21,
    WEIGHT_ONE = 4096,
};

/* Terms are in 1/256 bits; the penalty is that of a normal prior of weight 1, once. */
static const double term_one = 256;
static const double penalty = 1;
static const double enough = 1e-4; /* Steps smaller than this change no rounded weight. */

struct example {
    size_t first;    /* Of its candidates. */
    int count, next; /* Which one came next. */
};

struct fit {
    int16_t (*values)[TERM_COUNT];
    size_t value_count, value_max;
    struct example *examples;
    size_t example_count, example_max;
};

struct sums {
    double slope[TERM_COUNT];
    double curve[TERM_COUNT][TERM_COUNT]; /* Lower triangle. */
};

struct fit *fit_new(void)
{
    return calloc(1, sizeof(struct fit));
}

void fit_free(struct fit *fit)
{
    if (fit == NULL)
        return;
    free(fit->values);
    free(fit->examples);
    free(fit);
}

size_t fit_examples(const struct fit *fit)
{
    return fit->example_count;
}

static bool reserve(struct fit *fit, size_t values)
{
    if (fit->value_count + values > fit->value_max) {
        size_t max = (fit->value_max + values) * 2;
        void *more = realloc(fit->values, max * sizeof(*fit->values));

        if (more == NULL)
            return false;
        fit->values = more;
        fit->value_max = max;
    }
    if (fit->example_count == fit->example_max) {
        size_t max = fit->example_max == 0 ? 1024 : fit->example_max * 2;
        void *more =
            max > EXAMPLES_MAX ? NULL : realloc(fit->examples, max * sizeof(*fit->examples));

        if (more == NULL)
            return false;
        fit->examples = more;
        fit->example_max = max;
    }
    return true;
}

bool fit_add(struct fit *fit,
    struct engine *engine,
    const uint32_t *clicks,
    size_t count,
    uint32_t next,
    bool drop_current)
{
    struct engine_terms terms[ENGINE_RANKED_MAX];
    size_t found = engine_query_terms(engine, ENGINE_NONE, clicks, count, terms);
    struct example example = {.first = fit->value_count, .next = -1};

    if (!reserve(fit, found))
        return false;
    for (size_t i = 0; i < found; i++) {
        if (drop_current && terms[i].item == clicks[count - 1])
            continue;
        if (terms[i].item == next)
            example.next = example.count;
        memcpy(fit->values[example.first + (size_t)example.count++], terms[i].values,
            sizeof(terms[i].values));
    }
    if (example.next < 0)
        return true; /* No weights would bring it into the list. */
    fit->value_count += (size_t)example.count;
    fit->examples[fit->example_count++] = example;
    return true;
}

/* e^x for x <= 0: halved until small, a series of 14 terms, squared again. */
static double exp_of(double x)
{
    double sum = 1;
    double term = 1;
    int halved = 0;

    assert(x <= 0);
    if (x < -60)
        return 0;
    while (x < -0.5) {
        x /= 2;
        halved++;
    }
    for (int i = 1; i <= 14; i++) {
        term *= x / i;
        sum += term;
    }
    for (; halved > 0; halved--)
        sum *= sum;
    return sum;
}

/* How likely each candidate is, under the weights. */
static void chances(const struct fit *fit,
    const struct example *example,
    const double weights[TERM_COUNT],
    double ret[ENGINE_RANKED_MAX])
{
    double most = 0;
    double sum = 0;

    for (int i = 0; i < example->count; i++) {
        const int16_t *values = fit->values[example->first + (size_t)i];

        ret[i] = 0;
        for (int term = 0; term < TERM_COUNT; term++)
            ret[i] += weights[term] * (values[term] / term_one);
        if (i == 0 || ret[i] > most)
            most = ret[i];
    }
    for (int i = 0; i < example->count; i++) {
        ret[i] = exp_of(ret[i] - most);
        sum += ret[i];
    }
    for (int i = 0; i < example->count; i++)
        ret[i] /= sum;
}

static void add_example(const struct fit *fit,
    const struct example *example,
    const double weights[TERM_COUNT],
    struct sums *sums)
{
    double chance[ENGINE_RANKED_MAX];
    double mean[TERM_COUNT] = {0};
    const int16_t *next = fit->values[example->first + (size_t)example->next];

    chances(fit, example, weights, chance);
    for (int i = 0; i < example->count; i++) {
        const int16_t *values = fit->values[example->first + (size_t)i];

        for (int term = 0; term < TERM_COUNT; term++)
            mean[term] += chance[i] * (values[term] / term_one);
    }
    for (int term = 0; term < TERM_COUNT; term++)
        sums->slope[term] += next[term] / term_one - mean[term];
    for (int i = 0; i < example->count; i++) {
        const int16_t *values = fit->values[example->first + (size_t)i];
        double apart[TERM_COUNT];

        for (int term = 0; term < TERM_COUNT; term++)
            apart[term] = values[term] / term_one - mean[term];
        for (int a = 0; a < TERM_COUNT; a++) {
            double part = chance[i] * apart[a];

            for (int b = 0; b <= a; b++)
                sums->curve[a][b] += part * apart[b];
        }
    }
}

static double root_of(double x)
{
    double root = x > 1 ? x : 1;

    for (int i = 0; i < 200; i++)
        root = (root + x / root) / 2;
    return root;
}

/* curve * step = slope, by Cholesky: the penalty keeps it positive. */
static void solve(struct sums *sums, double ret_step[TERM_COUNT])
{
    double(*low)[TERM_COUNT] = sums->curve;

    for (int a = 0; a < TERM_COUNT; a++) {
        for (int b = 0; b <= a; b++) {
            double sum = low[a][b];

            for (int c = 0; c < b; c++)
                sum -= low[a][c] * low[b][c];
            low[a][b] = a == b ? root_of(sum) : sum / low[b][b];
        }
        ret_step[a] = sums->slope[a];
        for (int c = 0; c < a; c++)
            ret_step[a] -= low[a][c] * ret_step[c];
        ret_step[a] /= low[a][a];
    }
    for (int a = TERM_COUNT - 1; a >= 0; a--) {
        for (int c = a + 1; c < TERM_COUNT; c++)
            ret_step[a] -= low[c][a] * ret_step[c];
        ret_step[a] /= low[a][a];
    }
}

/* One step of Newton's. Returns how far it went in the term that went farthest. */
static double step(const struct fit *fit, struct sums *sums, double weights[TERM_COUNT])
{
    double by[TERM_COUNT];
    double largest = 0;

    memset(sums, 0, sizeof(*sums));
    for (size_t i = 0; i < fit->example_count; i++)
        add_example(fit, &fit->examples[i], weights, sums);
    for (int term = 0; term < TERM_COUNT; term++) {
        sums->slope[term] -= penalty * weights[term];
        sums->curve[term][term] += penalty;
    }
    solve(sums, by);
    for (int term = 0; term < TERM_COUNT; term++) {
        double size = by[term] < 0 ? -by[term] : by[term];

        largest = size > largest ? size : largest;
    }
    /* Never further than 1 at a time: the curve is that of here. */
    for (int term = 0; term < TERM_COUNT; term++)
        weights[term] += largest > 1 ? by[term] / largest : by[term];
    return largest;
}

bool fit_solve(const struct fit *fit, int ret_weights[TERM_COUNT])
{
    static const double nat_bits = 1.4426950408889634; /* 1 / ln 2 */
    struct sums *sums = malloc(sizeof(*sums));
    double weights[TERM_COUNT] = {[TERM_FRESH_VOTES] = 1};
    double largest = 1;

    if (sums == NULL || fit->example_count == 0) {
        free(sums);
        return false;
    }
    for (int i = 0; i < STEPS_MAX && largest > enough; i++)
        largest = step(fit, sums, weights);
    for (int term = 0; term < TERM_COUNT; term++) {
        double bits = weights[term] * nat_bits * WEIGHT_ONE;

        ret_weights[term] = (int)(bits < 0 ? bits - 0.5 : bits + 0.5);
    }
    free(sums);
    return true;
}
