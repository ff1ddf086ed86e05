/* terms.h - names of the terms of terms.def; those of a kind follow one another. */
#ifndef RECOMMEND_ENGINE_TERMS_H
#define RECOMMEND_ENGINE_TERMS_H

enum engine_term {
#define TERM(name, kind, weight, says) TERM_##name,
#include "processors/recommend/engine/terms.def"
#undef TERM
    TERM_COUNT
};

extern const char *const engine_term_names[TERM_COUNT];

#endif
