#include "lib/task_tool.h"

#include "lib/log.h"
#include "lib/mono.h"
#include "lib/serve.h"
#include "lib/task_truth.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    PATH_BYTES_MAX = 4096,
    PROGRESS_MS = 1000,
    DIFFERENCES_MAX = 10,
    ROW_COLUMNS_MAX = 400,
    SCRATCH_CACHE_BYTES = 64 * 1024 * 1024,
    FETCH_WAIT_MS = 10, /* It reads to the end and stops. */
};

struct run {
    const struct task_tool *tool;
    const struct fy_processor *processor;
    struct truth truth;
    char scratch[PATH_BYTES_MAX], look[PATH_BYTES_MAX];
    const char *doing;
    int64_t said_ms;
    bool differ;
    int differences;
};

/* --- Words ----------------------------------------------------------------------------------- */

/* "--conf FILE" is for fy_conf_load. */
static int conf_keep(char **argv, int kept, int at)
{
    argv[kept] = argv[at];
    argv[kept + 1] = argv[at + 1];
    return kept + 2;
}

enum fy_status task_tool_take(
    struct task_tool *ret_tool, int *argc, char **argv, struct fy_err *err)
{
    int kept = 1;

    *ret_tool = (struct task_tool){TOOL_NONE, false};
    if (*argc < 2 || argv[1][0] == '-')
        return FY_OK;
    if (strcmp(argv[1], "digest") == 0)
        ret_tool->kind = TOOL_DIGEST;
    else if (strcmp(argv[1], "rebuild") == 0)
        ret_tool->kind = TOOL_REBUILD;
    else
        return fy_fail(err, FY_FATAL, "\"%s\" is neither digest nor rebuild", argv[1]);
    for (int i = 2; i < *argc; i++) {
        if (ret_tool->kind == TOOL_DIGEST && strcmp(argv[i], "--store") == 0)
            ret_tool->store = true;
        else if (strcmp(argv[i], "--conf") == 0 && i + 1 < *argc)
            kept = conf_keep(argv, kept, i++);
        else
            return fy_fail(err, FY_FATAL, "%s takes no \"%s\"", argv[1], argv[i]);
    }
    *argc = kept;
    return FY_OK;
}

/* --- Progress -------------------------------------------------------------------------------- */

static void progress(void *context, int64_t left, int64_t total)
{
    struct run *run = context;
    int64_t now_ms = fy_mono_ms();

    if (now_ms - run->said_ms < PROGRESS_MS)
        return;
    run->said_ms = now_ms;
    (void)fprintf(stderr, "%s: %s: %" PRId64 " of %" PRId64 " offsets, %.0f %%\n",
        run->processor->name, run->doing, total - left, total,
        total > 0 ? 100.0 * (double)(total - left) / (double)total : 100.0);
}

static void begin(struct run *run, const char *doing)
{
    run->doing = doing;
    run->said_ms = fy_mono_ms();
}

/* --- Digest ---------------------------------------------------------------------------------- */

static void print_digest(const struct rows_digest *digest)
{
    (void)printf(
        "%8" PRId64 " rows  %016" PRIx64 "%016" PRIx64, digest->rows, digest->high, digest->low);
}

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
    struct run *run, struct rows_digest *digests, struct fy_err *err)
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
        print_digest(&digests[p]);
        print_place(truth->worker->tasks[p]);
        (void)printf("\n");
    }
    (void)printf("  all ");
    print_digest(&all);
    (void)printf("\n");
    return status;
}

/* --- Differences ----------------------------------------------------------------------------- */

static void print_row(struct run *run, const char *where, struct fy_slice row)
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
    struct run *run = context;

    (void)printf("    \"%.*s\"\n", FY_SLICE_ARG(key));
    print_row(run, "changelog", a);
    print_row(run, run->tool->kind == TOOL_REBUILD ? "rebuilt" : "disk", b);
    return ++run->differences < DIFFERENCES_MAX;
}

static enum fy_status compare(struct run *run,
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
    print_digest(&other);
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

/* --- The two of them ------------------------------------------------------------------------- */

static enum fy_status changelog_read(
    struct run *run, struct rows_digest *digests, struct fy_err *err)
{
    enum fy_status status;

    begin(run, "reading the changelog");
    status = truth_read(&run->truth, err);
    if (status != FY_OK)
        return status;
    (void)printf("%s: %" PRId64 " records of \"%s\", as of the newest turn\n", run->processor->name,
        run->truth.records, fy_topics[run->processor->changelog].name);
    return digests_print(run, digests, err);
}

static enum fy_status disk_take(struct run *run, const char *data, struct fy_err *err)
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

static enum fy_status digest(struct run *run, const char *data, struct fy_err *err)
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

static enum fy_status rebuild(struct run *run, struct fy_err *err)
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

/* --- Running --------------------------------------------------------------------------------- */

static enum fy_status run_with(struct run *run,
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
    status = run->tool->kind == TOOL_REBUILD ? rebuild(run, err) : digest(run, data, err);
    truth_done(&run->truth);
    return status;
}

int task_tool_run(const struct task_tool *tool,
    const struct fy_processor *processor,
    const struct fy_kafka_config *kafka,
    const char *data,
    struct fy_clock *clock)
{
    struct run run = {.tool = tool, .processor = processor};
    struct fy_store *scratch = NULL;
    struct fy_err err = {0}, ignored;
    enum fy_status status = FY_OK, destroyed = FY_OK;

    fy_log_init(processor->name, FY_LOG_WARN);
    if (snprintf(run.scratch, sizeof(run.scratch), "%s.scratch", data) >= PATH_BYTES_MAX ||
        snprintf(run.look, sizeof(run.look), "%s.look", data) >= PATH_BYTES_MAX)
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
