/*
 * prove.engine - the engine behind a pipe: a line in, a line out. For a checker that shares no code
 * with it.
 *
 *   new SESSIONS_MAX SESSION_CLICKS RECENT NEIGHBOURS VIEWS RANKED THIN
 *   click SLOT OWNER MS PARTITION OFFSET ITEM     -> slot            SLOT -1: a new session
 *   end MS PARTITION OFFSET | end                 -> sessions
 *   forget OWNER                                  -> sessions forgotten
 *   query OWN ITEM ...                            -> item score share because sessions; ...
 *   knn OWN MOST ITEM ...                         -> the same
 *   interested ITEM MOST                          -> owner share; ...
 *   popular MOST                                  -> item score share because sessions; ...
 */
#include "processors/recommend/engine/engine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 1024, INTEREST_MAX = 5000 };

static struct engine *engine;

static struct engine *make(const int64_t *words)
{
    struct engine_params params = engine_defaults;
    struct engine_config config = {
        .sessions_max = (uint32_t)words[0],
        .clicks_max = 1 << 24,
        .live_max = 1 << 16,
        .items_max = 1 << 20,
        .params = &params,
    };

    params.session_clicks = (int)words[1];
    params.recent = (int)words[2];
    params.neighbours = (int)words[3];
    params.views = (int)words[4];
    params.ranked = (int)words[5];
    params.thin = (int)words[6];
    return engine_new(&config);
}

static void say_list(const struct engine_candidate *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        (void)printf("%s%" PRIu32 " %" PRId64 " %" PRIu32 " %" PRIu32 " %" PRIu32,
            i == 0 ? "" : ";", list[i].item, list[i].score, list[i].share_ppm, list[i].because,
            list[i].sessions);
    (void)printf("\n");
}

static void ask(const char *what, const int64_t *words, size_t count)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    uint32_t clicks[WORDS_MAX];
    uint32_t own = words[0] < 0 ? ENGINE_NONE : (uint32_t)words[0];
    size_t skip = what[0] == 'k' ? 2 : 1;

    for (size_t i = skip; i < count; i++)
        clicks[i - skip] = (uint32_t)words[i];
    if (what[0] == 'k')
        say_list(list, engine_query_knn(engine, own, clicks, count - skip, (size_t)words[1], list));
    else
        say_list(list, engine_query(engine, own, clicks, count - skip, list));
}

static void say_interested(uint32_t item, size_t most)
{
    static struct engine_interest list[INTEREST_MAX];
    size_t count = engine_interested(engine, item, list, most);

    for (size_t i = 0; i < count; i++)
        (void)printf("%s%" PRIu32 " %" PRIu32, i == 0 ? "" : ";", list[i].owner, list[i].share_ppm);
    (void)printf("\n");
}

static void obey(const char *what, const int64_t *words, size_t count)
{
    struct engine_order order = {0};

    if (strcmp(what, "new") == 0) {
        engine_free(engine);
        engine = make(words);
        (void)printf("%s\n", engine == NULL ? "no memory" : "ok");
    } else if (strcmp(what, "click") == 0) {
        order = (struct engine_order){words[2], (int32_t)words[3], words[4]};
        (void)printf(
            "%" PRIu32 "\n", engine_click(engine, words[0] < 0 ? ENGINE_NONE : (uint32_t)words[0],
                                 (uint32_t)words[1], &order, (uint32_t)words[5]));
    } else if (strcmp(what, "end") == 0) {
        if (count == 3)
            order = (struct engine_order){words[0], (int32_t)words[1], words[2]};
        engine_end(engine, count == 3 ? &order : NULL);
        (void)printf("%" PRIu32 "\n", engine_sessions(engine));
    } else if (strcmp(what, "forget") == 0) {
        (void)printf("%" PRIu32 "\n", engine_forget(engine, (uint32_t)words[0]));
    } else if (strcmp(what, "popular") == 0) {
        struct engine_candidate list[ENGINE_RANKED_MAX];

        say_list(list, engine_popular(engine, list, (size_t)words[0]));
    } else if (strcmp(what, "interested") == 0) {
        say_interested((uint32_t)words[0], (size_t)words[1]);
    } else {
        ask(what, words, count);
    }
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;

    while (getline(&line, &room, stdin) > 0) {
        int64_t words[WORDS_MAX];
        size_t count = 0;
        char *what = strtok(line, " \n");
        char *word;

        while (what != NULL && count < WORDS_MAX && (word = strtok(NULL, " \n")) != NULL)
            words[count++] = strtoll(word, NULL, 10);
        if (what != NULL)
            obey(what, words, count);
        (void)fflush(stdout);
    }
    free(line);
    engine_free(engine);
    return EXIT_SUCCESS;
}
