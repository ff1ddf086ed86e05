#include "lib/follower_tool.h"

#include "lib/log.h"
#include "lib/mono.h"
#include "lib/serve.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_BYTES = 4096,
    PROGRESS_MS = 1000,
    SCRATCH_CACHE_BYTES = 64 * 1024 * 1024,
    FETCH_WAIT_MS = 10, /* It reads to where the disk stands and stops. */

    /*
     * A topic that is compacted may lose a record that the disk had read last before we come to
     * it. What then differs is what the program has read since: look and read once more.
     */
    LOOKS_MAX = 3,
};

struct run {
    const struct follower_program *program;
    const char *brokers, *data;
    struct follower_stand stand;
    struct rows_digest disk[FOLLOWER_SPACES_MAX];
    int64_t said_ms;
    bool differ;
};

enum fy_status follower_tool_take(
    enum follower_tool_kind *ret_kind, int *argc, char **argv, struct fy_err *err)
{
    *ret_kind = FOLLOWER_TOOL_NONE;
    if (*argc < 2 || argv[1][0] == '-')
        return FY_OK;
    if (strcmp(argv[1], "digest") == 0)
        *ret_kind = FOLLOWER_TOOL_DIGEST;
    else if (strcmp(argv[1], "rebuild") == 0)
        *ret_kind = FOLLOWER_TOOL_REBUILD;
    else
        return fy_fail(err, FY_FATAL, "\"%s\" is none of digest, rebuild", argv[1]);
    if (*argc != 4 || strcmp(argv[2], "--conf") != 0)
        return fy_fail(err, FY_FATAL, "%s takes --conf FILE, and nothing else", argv[1]);
    argv[1] = argv[2];
    argv[2] = argv[3];
    *argc = 3;
    return FY_OK;
}

/* --- The disk -------------------------------------------------------------------------------- */

static enum fy_status look(struct run *run, struct fy_err *err)
{
    char own_path[PATH_BYTES];
    struct fy_store *disk;
    enum fy_status status, destroyed;
    struct fy_err ignored;

    free(run->stand.places);
    run->stand = (struct follower_stand){0};
    if (snprintf(own_path, sizeof(own_path), "%s.look", run->data) >= (int)sizeof(own_path))
        return fy_fail(err, FY_FATAL, "the path of the data folder is too long");
    status = fy_store_look(run->data, own_path, &disk, err);
    if (status != FY_OK)
        return status;
    status = follower_stand_read(disk, &run->stand, err);
    if (status == FY_OK && (run->stand.count == 0 || run->stand.wiping))
        status =
            fy_fail(err, FY_FATAL, "\"%s\" has read nothing yet, or is wiping its rows", run->data);
    if (status == FY_OK)
        status = follower_digest(disk, run->program->space_last, run->program->row, run->disk, err);
    fy_store_close(disk);
    destroyed = fy_store_destroy(own_path, &ignored);
    (void)destroyed; /* What is left of it the next run wipes. */
    return status;
}

static int64_t offset_of(const struct follower_stand *stand, int topic, int32_t partition)
{
    for (int i = 0; i < stand->count; i++) {
        if ((int)stand->places[i].topic == topic && stand->places[i].partition == partition)
            return stand->places[i].offset;
    }
    return -1;
}

/* A line a topic: the offset that each partition is read at next. */
static void stand_print(const struct run *run)
{
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        if (offset_of(&run->stand, topic, 0) < 0)
            continue;
        (void)printf("  at  %-16s", fy_topics[topic].name);
        for (int32_t p = 0; offset_of(&run->stand, topic, p) >= 0; p++)
            (void)printf(" %" PRId64, offset_of(&run->stand, topic, p));
        (void)printf("\n");
    }
}

static void digests_print(
    const struct run *run, const struct rows_digest *digests, const struct rows_digest *than)
{
    struct rows_digest all = {0};

    for (uint32_t space = 1; space <= run->program->space_last; space++) {
        rows_digest_add(&all, &digests[space]);
        if (run->program->space_names[space] != NULL)
            (void)printf("  %-20s", run->program->space_names[space]);
        else
            (void)printf("  space %-14u", space);
        rows_digest_print(&digests[space]);
        if (than != NULL)
            (void)printf(
                rows_digest_equal(&digests[space], &than[space]) ? "  equal" : "  DIFFERS");
        (void)printf("\n");
    }
    (void)printf("  %-20s", "all");
    rows_digest_print(&all);
    (void)printf("\n");
}

/* --- Made anew ------------------------------------------------------------------------------- */

static void progress(void *context, int64_t left)
{
    struct run *run = context;
    int64_t now_ms = fy_mono_ms();

    if (now_ms - run->said_ms < PROGRESS_MS)
        return;
    run->said_ms = now_ms;
    (void)fprintf(stderr, "%s: %" PRId64 " offsets to go\n", run->program->name, left);
}

static enum fy_status fold(struct run *run,
    struct fy_store *scratch,
    struct rows_digest *ret_digests,
    int64_t *ret_records,
    struct fy_err *err)
{
    const struct follower_program *program = run->program;
    const struct fy_kafka_config kafka = {
        .brokers = run->brokers, .client_id = program->name, .fetch_wait_ms = FETCH_WAIT_MS};
    struct fy_follower_config config = {0};
    struct fy_source *source;
    enum fy_status status = program->begin(scratch, program->context, &config, err);

    if (status != FY_OK)
        return status;
    if (config.made_for != NULL && strcmp(config.made_for, run->stand.made_for) != 0) {
        status =
            fy_fail(err, FY_FATAL, "the disk's rows are made for \"%s\", this build's for \"%s\"",
                run->stand.made_for, config.made_for);
    }
    if (status == FY_OK)
        status = fy_kafka_plain_source_new(&kafka, &source, err);
    if (status == FY_OK)
        status = follower_rebuild(
            &config, source, scratch, &run->stand, progress, run, ret_records, err);
    if (status == FY_OK)
        status = follower_digest(scratch, program->space_last, program->row, ret_digests, err);
    program->end(&config);
    return status;
}

static enum fy_status rebuild(struct run *run, struct fy_err *err)
{
    struct rows_digest made[FOLLOWER_SPACES_MAX];
    char path[PATH_BYTES];
    struct fy_store *scratch;
    int64_t records = 0;
    enum fy_status status, destroyed;
    struct fy_err ignored;

    if (snprintf(path, sizeof(path), "%s.scratch", run->data) >= (int)sizeof(path))
        return fy_fail(err, FY_FATAL, "the path of the data folder is too long");
    destroyed = fy_store_destroy(path, &ignored); /* Of a run that was killed. */
    status = fy_store_open(path, SCRATCH_CACHE_BYTES, &scratch, err);
    if (status != FY_OK)
        return status;
    status = fold(run, scratch, made, &records, err);
    fy_store_close(scratch);
    destroyed = fy_store_destroy(path, &ignored);
    (void)destroyed;
    if (status != FY_OK)
        return status;
    run->differ = false;
    for (uint32_t space = 1; space <= run->program->space_last; space++)
        run->differ |= !rows_digest_equal(&made[space], &run->disk[space]);
    (void)printf("%" PRId64 " records read, and no row of the disk\n", records);
    digests_print(run, made, run->disk);
    return FY_OK;
}

static enum fy_status rebuild_and_compare(struct run *run, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < LOOKS_MAX && status == FY_OK && (i == 0 || run->differ); i++) {
        if (i > 0) {
            (void)printf("they differ: looking again, for the disk may have moved on\n");
            status = look(run, err);
        }
        if (status == FY_OK)
            status = rebuild(run, err);
    }
    if (status == FY_OK)
        (void)printf("%s: the rows made anew %s\n", run->program->name,
            run->differ ? "DIFFER" : "are equal");
    return status;
}

int follower_tool_run(enum follower_tool_kind kind,
    const struct follower_program *program,
    const char *brokers,
    const char *data)
{
    struct run run = {.program = program, .brokers = brokers, .data = data};
    struct fy_err err = {0};
    enum fy_status status;

    fy_log_init(program->name, FY_LOG_WARN);
    run.said_ms = fy_mono_ms();
    status = look(&run, &err);
    if (status == FY_OK) {
        (void)printf("%s: \"%s\", as of now\n", program->name, data);
        stand_print(&run);
        digests_print(&run, run.disk, NULL);
    }
    if (status == FY_OK && kind == FOLLOWER_TOOL_REBUILD)
        status = rebuild_and_compare(&run, &err);
    free(run.stand.places);
    (void)fflush(stdout);
    if (status != FY_OK)
        (void)fprintf(stderr, "%s: %s\n", program->name, err.text);
    return status == FY_OK && !run.differ ? FY_EXIT_OK : FY_EXIT_FATAL;
}
