/*
 * fy-pictures - follows `supply`, and has smaller copies made of each picture that a supplier
 * attached: AVIF, WebP and JPEG, files beside the pictures, which nginx serves.
 */
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/folder.h"
#include "lib/ids.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "processors/pictures/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    STORE_BYTES = 8 * 1024 * 1024,
    LOOK_EVERY_MS = 200,
    RULES =
        1, /* Raise it when the copies of the same picture are to be others: all are made anew. */
    ID_BYTES = 40,
    PATH_BYTES_MAX = WORKSHOP_PATH_BYTES_MAX,
};

struct program {
    const char *brokers, *listen, *data, *images, *copies, *maker;
    struct fy_conf *conf;
    struct workshop *workshop;
    struct fy_reactor *reactor;
    struct fy_store *store;
    struct pictures *pictures;
    struct fy_follower *follower;
    char made_for[ID_BYTES + 16];
    struct picture picture; /* At work, */
    bool busy;              /* if any is. */
    enum fy_status status;  /* Of what a timer did. */
    struct fy_err err;
};

static enum fy_status load_conf(struct program *program, int argc, char **argv, struct fy_err *err)
{
    const struct fy_conf_item items[] = {
        {.name = "brokers", .help = "Kafka, as in 127.0.0.1:9092", .text = &program->brokers},
        {.name = "listen",
            .help = "where to answer /healthz and /metrics, as in 127.0.0.1:8123",
            .text = &program->listen},
        {.name = "data", .help = "folder of the rows", .text = &program->data},
        {.name = "images", .help = "folder of the pictures; read", .text = &program->images},
        {.name = "copies",
            .help = "folder of the copies; when it is empty all are made anew",
            .text = &program->copies},
        {.name = "maker", .help = "path of fy-picture", .text = &program->maker},
    };

    return fy_conf_load("fy-pictures", "Has smaller copies made of suppliers' pictures.", items,
        (int)(sizeof(items) / sizeof(items[0])), argc, argv, &program->conf, err);
}

/* --- The folder of the copies ---------------------------------------------------------------- */

/* Who wipes the folder wipes its id: rows that say what is in it are of another one then. */
static enum fy_status folder_know(struct program *program, struct fy_err *err)
{
    char path[PATH_BYTES_MAX], id[FY_UUID_TEXT + 1] = "";
    int fd, length = snprintf(path, sizeof(path), "%s/id", program->copies);
    ssize_t got;

    if (length < 0 || length + 2 * PICTURES_HASH_DIGITS >= PATH_BYTES_MAX)
        return fy_fail(err, FY_FATAL, "the path \"%s\" is too long", program->copies);
    if (mkdir(program->copies, 0750) != 0 && errno != EEXIST)
        return fy_fail(
            err, FY_FATAL, "could not make \"%s\": %s", program->copies, strerror(errno));
    fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    got = fd >= 0 ? read(fd, id, FY_UUID_TEXT) : -1;
    if (got >= 0 && got < FY_UUID_TEXT) {
        struct timespec now;

        (void)clock_gettime(CLOCK_REALTIME, &now);
        fy_uuid_new((int64_t)now.tv_sec * 1000, id);
        got = pwrite(fd, id, FY_UUID_TEXT, 0);
    }
    if (fd >= 0)
        (void)close(fd);
    if (got != FY_UUID_TEXT)
        return fy_fail(err, FY_FATAL, "could not keep \"%s\": %s", path, strerror(errno));
    (void)snprintf(program->made_for, sizeof(program->made_for), "%d %s", RULES, id);
    return FY_OK;
}

/* "<copies>/ab" is ours to make, "<copies>/ab/<hash>" is the maker's. */
static enum fy_status job_of(
    const struct program *program, struct workshop_job *ret_job, struct fy_err *err)
{
    const struct picture *picture = &program->picture;
    struct workshop_job *job = ret_job;

    memset(job, 0, sizeof(*job));
    (void)snprintf(job->folder, sizeof(job->folder), "%s/%.2s", program->copies, picture->hash);
    if (mkdir(job->folder, 0750) != 0 && errno != EEXIST)
        return fy_fail(err, FY_FATAL, "could not make \"%s\": %s", job->folder, strerror(errno));
    (void)snprintf(job->folder, sizeof(job->folder), "%s/%.2s/%s", program->copies, picture->hash,
        picture->hash);
    (void)snprintf(job->original, sizeof(job->original), "%s/%.2s/%s.%s", program->images,
        picture->hash, picture->hash, picture->extension);
    job->width_count = fy_copy_widths(picture->width, job->widths);
    return FY_OK;
}

/* --- One after the other --------------------------------------------------------------------- */

static void stop_if(struct program *program, enum fy_status status, const struct fy_err *err)
{
    if (status == FY_OK || program->status != FY_OK)
        return;
    program->status = status;
    program->err = *err;
    fy_reactor_stop(program->reactor);
}

static void look(void *context)
{
    struct program *program = context;
    struct workshop_job job;
    struct fy_err err;
    bool found = false;
    enum fy_status status;

    if (program->busy || program->status != FY_OK)
        return;
    status = pictures_next(
        program->pictures, fy_reactor_now_ms(program->reactor), &found, &program->picture, &err);
    if (status == FY_OK && found)
        status = job_of(program, &job, &err);
    if (status == FY_OK && found)
        status = workshop_ask(program->workshop, &job, &err);
    program->busy = status == FY_OK && found;
    stop_if(program, status, &err);
}

static void hear(void *context)
{
    struct program *program = context;
    enum workshop_outcome outcome;
    struct fy_err err;
    enum fy_status status = workshop_answer(program->workshop, &outcome, &err);

    if (status == FY_OK)
        status = pictures_ended(program->pictures, &program->picture, outcome,
            fy_reactor_now_ms(program->reactor), &err);
    program->busy = false;
    stop_if(program, status, &err);
    look(program);
}

static enum fy_status start(struct program *program, struct fy_err *err)
{
    static const enum fy_topic topics[] = {FY_TOPIC_SUPPLY};
    struct fy_kafka_config kafka = {.brokers = program->brokers, .client_id = "pictures"};
    struct fy_follower_config config = {
        .name = "pictures",
        .topics = topics,
        .topic_count = 1,
        .apply = pictures_apply,
        .wiped = pictures_wiped,
        .made_for = program->made_for,
        .space_last = PICTURES_SPACE_LAST,
    };
    struct fy_source *source;
    enum fy_status status = fy_reactor_new(&program->reactor, err);

    if (status == FY_OK)
        status = fy_store_open(program->data, STORE_BYTES, &program->store, err);
    if (status == FY_OK)
        status = pictures_new(program->store, &program->pictures, err);
    if (status == FY_OK)
        status = fy_kafka_plain_source_new(&kafka, &source, err);
    if (status != FY_OK)
        return status;
    config.context = program->pictures;
    status =
        fy_follower_new(&config, source, program->store, program->reactor, &program->follower, err);
    if (status == FY_OK)
        status =
            fy_reactor_add(program->reactor, workshop_fd(program->workshop), hear, program, err);
    if (status == FY_OK)
        status = fy_reactor_every(program->reactor, LOOK_EVERY_MS, look, program, err);
    return status;
}

static bool ready(void *context, char *ret_why, size_t size)
{
    const struct program *program = context;

    if (fy_follower_ready(program->follower))
        return true;
    (void)snprintf(
        ret_why, size, "%" PRId64 " records behind", fy_follower_behind(program->follower));
    return false;
}

static enum fy_status serve(struct program *program, struct fy_err *err)
{
    const struct fy_serve_config config = {
        .listen = program->listen, .ready = ready, .program = program};
    enum fy_status status = fy_serve(program->reactor, &config, err);

    if (status == FY_OK && fy_follower_failure(program->follower) != NULL) {
        *err = *fy_follower_failure(program->follower);
        return err->status;
    }
    if (status == FY_OK && program->status != FY_OK)
        *err = program->err;
    return status == FY_OK ? program->status : status;
}

int main(int argc, char **argv)
{
    struct program program = {0};
    struct fy_err err = {0};
    enum fy_status status;

    fy_log_init("pictures", FY_LOG_INFO);
    pictures_metrics_register();
    status = load_conf(&program, argc, argv, &err);
    if (status == FY_OK)
        status = fy_ids_init(&err);
    if (status == FY_OK)
        status = folder_know(&program, &err);
    if (status == FY_OK)
        status = workshop_new(program.maker, &program.workshop, &err);
    if (status == FY_OK)
        status = fy_confine(&(struct fy_confine){.writes = {program.data, program.copies}}, &err);
    if (status == FY_OK)
        status = start(&program, &err);
    if (status == FY_OK)
        status = serve(&program, &err);
    fy_follower_free(program.follower);
    pictures_free(program.pictures);
    if (program.store != NULL)
        fy_store_close(program.store);
    fy_reactor_free(program.reactor);
    workshop_free(program.workshop);
    fy_conf_free(program.conf);
    return fy_serve_exit(status, &err);
}
