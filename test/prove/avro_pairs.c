/*
 * avro_pairs.c - "can this reader read what that writer wrote?", a line per pair: what the registry
 * would say, for a proof that compares it with other implementations.
 *
 * In: READER tab WRITER, schemas as JSON without tabs or line ends. Out: "yes", "no", "too much",
 * or "bad: " and why one of them is no schema.
 */
#include "api/avro.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BYTES = 32 * 1024 * 1024 };

static const char *answer(struct fy_arena *arena, char *line)
{
    static const char *const words[] = {
        [AVRO_CAN] = "yes", [AVRO_CANNOT] = "no", [AVRO_TOO_MUCH] = "too much"};
    char *tab = strchr(line, '\t');
    const struct avro_type *reader;
    const struct avro_type *writer;
    struct avro_breaches breaches;
    const char *why = NULL;

    if (tab == NULL)
        return "bad: no tab";
    *tab = '\0';
    reader = avro_read(line, strlen(line), arena, &why);
    writer = reader != NULL ? avro_read(tab + 1, strlen(tab + 1), arena, &why) : NULL;
    if (writer == NULL)
        return (const char *)fy_arena_format(arena, "bad: %s", why).data;
    return words[avro_can_read(reader, writer, arena, &breaches)];
}

int main(void)
{
    struct fy_arena arena;
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;

    fy_arena_init(&arena, ARENA_BYTES);
    while ((size = getline(&line, &capacity, stdin)) > 0) {
        if (line[size - 1] == '\n')
            line[size - 1] = '\0';
        fy_arena_clear(&arena);
        (void)puts(answer(&arena, line));
    }
    free(line);
    fy_arena_done(&arena);
    return EXIT_SUCCESS;
}
