/*
 * fit.h - weights of the terms, from sessions whose next clicks are known.
 *
 * Shape:   add(engine, clicks, what came next) for each example, then solve -> weights.
 * Method:  conditional logit: the weights under which what came next is likeliest among the
 *          candidates of its query, with a penalty that keeps weights small; Newton's steps.
 * Same input, same weights: own exp, additions in a fixed order, nothing random.
 * Errors:  false when there is no memory, or nothing to learn from.
 * Memory:  76 bytes a candidate, some 4 KB an example.
 * Threads: one owner.
 */
#ifndef RECOMMEND_ENGINE_FIT_H
#define RECOMMEND_ENGINE_FIT_H

#include "processors/recommend/engine/engine.h"

struct fit;

struct fit *fit_new(void);
void fit_free(struct fit *fit);

/* `next` came after `clicks`. With `drop_current` the newest click is no candidate. */
bool fit_add(struct fit *fit,
    struct engine *engine,
    const uint32_t *clicks,
    size_t count,
    uint32_t next,
    bool drop_current);

/* Examples added whose next click was among its candidates. */
size_t fit_examples(const struct fit *fit);

bool fit_solve(const struct fit *fit, int ret_weights[TERM_COUNT]);

#endif
