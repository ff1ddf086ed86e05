#include "lib/task_tool_inside.h"

#include "lib/log.h"
#include "lib/mono.h"
#include "lib/serve.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    PROGRESS_MS = 1000,
    DIFFERENCES_MAX = 10,
    ROW_COLUMNS_MAX = 400,
    SCRATCH_CACHE_BYTES = 64 * 1024 * 1024,
    FETCH_WAIT_MS = 10, /* It reads to the end and stops. */
};

/* --- Words ----------------------------------------------------------------------------------- */

static bool kind_find(const char *word, enum task_tool_kind *ret_kind)
{
    static const char *const words[] = {
        [TOOL_DIGEST] = "digest",
        [TOOL_REBUILD] = "rebuild",
        [TOOL_PARKED] = "parked",
        [TOOL_RELEASE] = "release",
    };

    for (int kind = TOOL_DIGEST; kind <= TOOL_RELEASE; kind++) {
        if (strcmp(word, words[kind]) == 0) {
            *ret_kind = (enum task_tool_kind)kind;
            return true;
        }
    }
    return false;
}

/* How many words of argv were taken, from `at` on; 0: the tool knows no such word. */
static int word_take(struct task_tool *tool, char **argv, int at, int argc)
{
    bool more = at + 1 < argc;

    if (tool->kind == TOOL_DIGEST && strcmp(argv[at], "--store") == 0) {
        tool->store = true;
        return 1;
    }
    if (tool->kind == TOOL_REBUILD && strcmp(argv[at], "--swap") == 0) {
        tool->swap = true;
        return 1;
    }
    if (tool->kind != TOOL_RELEASE && !tool->swap)
        return 0;
    if (strcmp(argv[at], "--by") == 0 && more) {
        tool->by = argv[at + 1];
        return 2;
    }
    if (tool->kind != TOOL_RELEASE)
        return 0;
    if (strcmp(argv[at], "--skip") == 0) {
        tool->skip = true;
        return 1;
    }
    if (strcmp(argv[at], "--topic") == 0 && more) {
        tool->topic = argv[at + 1];
        return 2;
    }
    if (strcmp(argv[at], "--gap") == 0 && at + TOOL_GAP_WORDS < argc) {
        tool->gap = argv + at + 1;
        return 1 + TOOL_GAP_WORDS;
    }
    if (tool->key != NULL || strncmp(argv[at], "--", 2) == 0)
        return 0;
    tool->key = argv[at];
    return 1;
}

enum fy_status task_tool_take(
    struct task_tool *ret_tool, int *argc, char **argv, struct fy_err *err)
{
    int taken, conf = 0;

    *ret_tool = (struct task_tool){.kind = TOOL_NONE};
    if (*argc < 2 || argv[1][0] == '-')
        return FY_OK;
    if (!kind_find(argv[1], &ret_tool->kind))
        return fy_fail(
            err, FY_FATAL, "\"%s\" is none of digest, rebuild, parked, release", argv[1]);
    for (int at = 2; at < *argc; at += taken) {
        taken = 2;
        if (strcmp(argv[at], "--conf") == 0 && at + 1 < *argc)
            conf = at;
        else
            taken = word_take(ret_tool, argv, at, *argc);
        if (taken == 0)
            return fy_fail(
                err, FY_FATAL, "%s knows no \"%s\", or not what follows it", argv[1], argv[at]);
    }
    if (ret_tool->kind == TOOL_RELEASE && (ret_tool->key == NULL) == (ret_tool->gap == NULL))
        return fy_fail(err, FY_FATAL, "release a KEY, or a --gap TOPIC PARTITION WRITER SEQ NEXT");
    if (conf == 0)
        return fy_fail(err, FY_FATAL, "%s needs --conf FILE", argv[1]);
    argv[1] = argv[conf];
    argv[2] = argv[conf + 1];
    *argc = 3;
    return FY_OK;
}

/* --- Progress -------------------------------------------------------------------------------- */

static void progress(void *context, int64_t left, int64_t total)
{
    struct tool_run *run = context;
    int64_t now_ms = fy_mono_ms();

    if (now_ms - run->said_ms < PROGRESS_MS)
        return;
    run->said_ms = now_ms;
    (void)fprintf(stderr, "%s: %s: %" PRId64 " of %" PRId64 " offsets, %.0f %%\n",
        run->processor->name, run->doing, total - left, total,
        total > 0 ? 100.0 * (double)(total - left) / (double)total : 100.0);
}

static void begin(struct tool_run *run, const char *doing)
{
    run->doing = doing;
    run->said_ms = fy_mono_ms();
}

/* --- Digest ---------------------------------------------------------------------------------- */

static void print_place(const struct fy_task *task)
{
    const struct fy_processor *processor = task->worker->processor;

    for (int i = 0; i < processor->input_count; i++)
        (void)printf("  %s %" PRId64, fy_topics[processor->inputs[i]].name, task->marks.next[i]);
    if (task->marks.parked_keys > 0)
        (void)printf("  (%" PRId64 " keys parked)", task->marks.parked_keys);
}

/* Of each partition and of all; where each stands, which is the offset it reads next. */
static enum fy_status digests_print(
    struct tool_run *run, struct rows_digest *digests, struct fy_err *err)
{
    struct truth *truth = &run->truth;
    struct rows_digest all = {0};
    enum fy_status status = FY_OK;

    for (int p = 0; p < truth->partitions && status == FY_OK; p++) {
        status = truth_digest(truth, (uint32_t)p, &digests[p], err);
        if (status != FY_OK)
            return status;
        rows_digest_add(&all, &digests[p]);
        (void)printf("  %3d ", p);
        rows_digest_print(&digests[p]);
        print_place(truth->worker->tasks[p]);
        (void)printf("\n");
    }
    (void)printf("  all ");
    rows_digest_print(&all);
    (void)printf("\n");
    return status;
}

/* --- Differences ----------------------------------------------------------------------------- */

static void print_row(struct tool_run *run, const char *where, struct fy_slice row)
{
    struct fy_worker *worker = run->truth.worker;
    const struct fy_schema *schema = fy_topics[run->processor->changelog].schema;
    struct fy_slice json = {0};
    struct fy_err err;

    if (row.data != NULL) {
        memset(worker->row_buffer, 0, schema->size);
        if (schema->decode(row, &worker->arena, worker->row_buffer, &err) != FY_OK ||
            fy_json_encode(schema, worker->row_buffer, &worker->arena, &json, &err) != FY_OK)
            json = fy_slice_of(err.text);
    } else {
        json = fy_slice_of("no such row");
    }
    (void)printf("      %-9s %.*s%s\n", where,
        json.size > ROW_COLUMNS_MAX ? ROW_COLUMNS_MAX : (int)json.size, (const char *)json.data,
        json.size > ROW_COLUMNS_MAX ? " ..." : "");
}

static bool difference_print(
    void *context, struct fy_slice key, struct fy_slice a, struct fy_slice b)
{
    struct tool_run *run = context;

    (void)printf("    \"%.*s\"\n", FY_SLICE_ARG(key));
    print_row(run, "changelog", a);
    print_row(run, run->tool->kind == TOOL_REBUILD ? "rebuilt" : "disk", b);
    return ++run->differences < DIFFERENCES_MAX;
}

static enum fy_status compare(struct tool_run *run,
    int32_t p,
    uint32_t other_space,
    const struct rows_digest *digest,
    struct fy_err *err)
{
    struct rows_digest other;
    enum fy_status status = truth_digest(&run->truth, other_space, &other, err);

    if (status != FY_OK)
        return status;
    (void)printf("  %3d ", (int)p);
    rows_digest_print(&other);
    if (rows_digest_equal(digest, &other)) {
        (void)printf("  equal\n");
        return FY_OK;
    }
    (void)printf("  DIFFERS\n");
    run->differ = true;
    if (run->differences >= DIFFERENCES_MAX)
        return FY_OK;
    return truth_differences(&run->truth, (uint32_t)p, other_space, difference_print, run, err);
}

/* --- Digest and rebuild -------------------------------------------------------------------------
 */

/* Prints the digests where `digests` is there to take them. */
static enum fy_status changelog_read(
    struct tool_run *run, struct rows_digest *digests, struct fy_err *err)
{
    enum fy_status status;

    begin(run, "reading the changelog");
    status = truth_read(&run->truth, err);
    if (status != FY_OK || digests == NULL)
        return status;
    (void)printf("%s: %" PRId64 " records of \"%s\", as of the newest turn\n", run->processor->name,
        run->truth.records, fy_topics[run->processor->changelog].name);
    return digests_print(run, digests, err);
}

static enum fy_status disk_take(struct tool_run *run, const char *data, struct fy_err *err)
{
    struct fy_store *disk;
    enum fy_status status;

    begin(run, "copying the disk");
    status = fy_store_look(data, run->look, &disk, err);
    if (status != FY_OK)
        return status;
    status = truth_take_disk(&run->truth, disk, err);
    fy_store_close(disk);
    return status;
}

static enum fy_status digest(struct tool_run *run, const char *data, struct fy_err *err)
{
    struct rows_digest digests[FY_PARTITIONS_MAX];
    enum fy_status status = FY_OK;
    int there = 0;

    if (run->tool->store)
        status = disk_take(run, data, err);
    if (status == FY_OK)
        status = changelog_read(run, digests, err);
    if (status != FY_OK || !run->tool->store)
        return status;

    (void)printf("\"%s\", its rest replayed from the changelog\n", data);
    for (int p = 0; p < run->truth.partitions && status == FY_OK; p++) {
        if (run->truth.disk_from[p] < 0)
            continue;
        there++;
        status = compare(run, p, DISK_SPACE + (uint32_t)p, &digests[p], err);
    }
    if (status == FY_OK)
        (void)printf("%s: %d of %d partitions are on this disk, %s\n", run->processor->name, there,
            run->truth.partitions, run->differ ? "and DIFFER" : "equal to the changelog");
    return status;
}

static enum fy_status rebuild(struct tool_run *run, struct fy_err *err)
{
    struct rows_digest digests[FY_PARTITIONS_MAX];
    const struct fy_rebuild *how = run->processor->rebuild;
    int64_t records = 0;
    enum fy_status status;

    if (how == NULL)
        return fy_fail(
            err, FY_FATAL, "%s does not say what its rows follow from", run->processor->name);
    status = changelog_read(run, digests, err);
    if (status != FY_OK)
        return status;
    begin(run, "folding");
    status = truth_rebuild(&run->truth, &records, err);
    if (status != FY_OK)
        return status;
    (void)printf("%" PRId64 " records folded, of", records);
    for (int i = 0; i < how->topic_count; i++)
        (void)printf(" \"%s\"", fy_topics[how->topics[i]].name);
    (void)printf(", and no changelog\n");
    for (int p = 0; p < run->truth.partitions && status == FY_OK; p++)
        status = compare(run, p, FOLD_SPACE + (uint32_t)p, &digests[p], err);
    if (status == FY_OK)
        (void)printf("%s: the rows made anew %s\n", run->processor->name,
            run->differ ? "DIFFER" : "are equal");
    return status;
}

static enum fy_status run_kind(struct tool_run *run, const char *data, struct fy_err *err)
{
    enum fy_status status;

    if (run->tool->kind == TOOL_DIGEST)
        return digest(run, data, err);
    if (run->tool->kind == TOOL_REBUILD && !run->tool->swap)
        return rebuild(run, err);
    status = changelog_read(run, NULL, err);
    if (status != FY_OK)
        return status;
    if (run->tool->swap)
        return tool_swap(run, err);
    return run->tool->kind == TOOL_PARKED ? tool_parked(run, err) : tool_release(run, err);
}

/* --- Running --------------------------------------------------------------------------------- */

static enum fy_status run_with(struct tool_run *run,
    const struct fy_kafka_config *kafka,
    const char *data,
    struct fy_store *scratch,
    struct fy_clock *clock,
    struct fy_err *err)
{
    struct fy_kafka_config config = *kafka;
    struct fy_source *source;
    enum fy_status status;

    config.fetch_wait_ms = FETCH_WAIT_MS;
    status = fy_kafka_plain_source_new(&config, &source, err);
    if (status != FY_OK)
        return status;
    status = truth_init(&run->truth, run->processor, source, scratch, clock, err);
    if (status != FY_OK) {
        fy_source_free(source);
        return status;
    }
    run->truth.progress = progress;
    run->truth.context = run;
    status = run_kind(run, data, err);
    truth_done(&run->truth);
    return status;
}

int task_tool_run(const struct task_tool *tool,
    const struct fy_processor *processor,
    const struct fy_kafka_config *kafka,
    const char *data,
    struct fy_clock *clock)
{
    struct tool_run run = {.tool = tool, .processor = processor, .kafka = kafka};
    struct fy_store *scratch = NULL;
    struct fy_err err = {0}, ignored;
    enum fy_status status = FY_OK, destroyed = FY_OK;

    fy_log_init(processor->name, FY_LOG_WARN);
    if (snprintf(run.scratch, sizeof(run.scratch), "%s.scratch", data) >= TOOL_PATH_BYTES ||
        snprintf(run.look, sizeof(run.look), "%s.look", data) >= TOOL_PATH_BYTES)
        status = fy_fail(&err, FY_FATAL, "the path of the data folder is too long");
    if (status == FY_OK)
        status = fy_store_open(run.scratch, SCRATCH_CACHE_BYTES, &scratch, &err);
    if (status == FY_OK)
        status = run_with(&run, kafka, data, scratch, clock, &err);
    if (scratch != NULL) {
        fy_store_close(scratch);
        destroyed = fy_store_destroy(run.scratch, &ignored);
        if (tool->store)
            destroyed = fy_store_destroy(run.look, &ignored);
        (void)destroyed; /* What is left of them is wiped by the next run. */
    }
    (void)fflush(stdout);
    if (status != FY_OK)
        (void)fprintf(stderr, "%s: %s\n", processor->name, err.text);
    return status == FY_OK && !run.differ ? FY_EXIT_OK : FY_EXIT_FATAL;
}
