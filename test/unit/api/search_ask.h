/* search_ask.h - a question to an index, and what it answers. */
#ifndef TEST_UNIT_API_SEARCH_ASK_H
#define TEST_UNIT_API_SEARCH_ASK_H

#include "api/search_find.h"
#include "test/expect.h"

static struct search_answer got;
static struct fy_arena arena;

static inline void ask(const struct search_index *index, struct search_question question)
{
    if (question.limit == 0)
        question.limit = SEARCH_HITS_MAX;
    fy_arena_clear(&arena);
    CU_ASSERT_TRUE_FATAL(search_find(index, &question, &arena, &got));
}

static inline int64_t counted(enum search_facet_kind kind, const char *name)
{
    for (int i = 0; i < got.top_count[kind]; i++)
        if (fy_slice_equal(got.top[kind][i].name, fy_slice_of(name)))
            return got.top[kind][i].documents;
    return 0;
}

static inline struct fy_slice text_or_none(const char *text)
{
    return text != NULL ? fy_slice_of(text) : (struct fy_slice){0};
}

#endif
