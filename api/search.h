/*
 * search.h - GET /v1/search: from parameters to a question, from an answer to JSON.
 *
 * Shape:   search_question_of(parameters) -> question, or the problem bad-query, which names the
 *          parameter and its limit; search_page(question) -> JSON. Neither knows HTTP.
 * Memory:  the arena's; a question borrows its parameters.
 * Threads: the reactor's.
 */
#ifndef API_SEARCH_H
#define API_SEARCH_H

#include "api/answer.h"
#include "api/search_find.h"
#include "api/views.h"

enum {
    SEARCH_TEXT_BYTES_MAX = 200, /* Of q: as long as a title. */
    SEARCH_HITS_DEFAULT = 24,
};

/* As a client wrote them; absent: not given. */
struct search_parameters {
    struct fy_slice q, category, supplier, brand, currency, price_min, price_max, in_stock;
    struct fy_slice collection, limit, after;
};

/* False: `ret_answer` is the problem. Of the collection only the id is kept, in *ret_collection. */
bool search_question_of(const struct search_parameters *parameters,
    struct search_question *ret_question,
    struct fy_slice *ret_collection,
    struct api_answer *ret_answer) FY_MUST_CHECK;

enum fy_status search_page(struct views *views,
    const struct search_index *index,
    const struct search_question *question,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

#endif
