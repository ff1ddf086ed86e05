#include "producers/images/keeper.h"

#include "lib/jobs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

enum {
    NAME_BYTES = 96,         /* Within the folder. */
    LEFTOVER_SECONDS = 3600, /* Another instance may be writing what is younger. */
};

struct job {
    struct fy_job job; /* First. */
    struct keeper *keeper;
    uint8_t *bytes;
    size_t size;
    void (*done)(void *context, const struct kept *kept);
    void *context;
    struct kept kept;
};

struct keeper {
    struct fy_jobs *jobs;
    int folder;    /* Open: all names are within it. */
    unsigned made; /* Files begun by this process: the thread's. */
};

/* --- To disk --------------------------------------------------------------------------------- */

static enum fy_status disk_failed(const char *what, struct fy_err *err)
{
    return fy_fail(err, FY_ABORT, "could not %s a picture: %s", what, strerror(errno));
}

static enum fy_status check_room(const struct keeper *keeper, size_t size, struct fy_err *err)
{
    struct statvfs disk;

    if (fstatvfs(keeper->folder, &disk) != 0)
        return disk_failed("find room for", err);
    if ((uint64_t)disk.f_bavail * disk.f_frsize >= (uint64_t)size + KEEPER_FREE_BYTES_MIN)
        return FY_OK;
    return fy_fail(err, FY_ABORT, "the disk is full but for its last %d MB",
        KEEPER_FREE_BYTES_MIN / 1024 / 1024);
}

static enum fy_status write_all(int fd, const uint8_t *bytes, size_t size, struct fy_err *err)
{
    for (size_t at = 0; at < size;) {
        ssize_t count = write(fd, bytes + at, size - at);

        if (count < 0 && errno != EINTR)
            return disk_failed("write", err);
        if (count > 0)
            at += (size_t)count;
    }
    return fsync(fd) == 0 ? FY_OK : disk_failed("write", err);
}

/* The name is on disk when its folder is. */
static enum fy_status sync_folder(const struct keeper *keeper, const char *name, struct fy_err *err)
{
    int fd = openat(keeper->folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = fd >= 0 && fsync(fd) == 0;
    enum fy_status status = synced ? FY_OK : disk_failed("name", err);

    if (fd >= 0)
        (void)close(fd);
    return status;
}

static enum fy_status make_folder(const struct keeper *keeper, const char *name, struct fy_err *err)
{
    if (mkdirat(keeper->folder, name, 0755) == 0)
        return sync_folder(keeper, ".", err);
    return errno == EEXIST ? FY_OK : disk_failed("make a folder for", err);
}

/* Written beside, then moved to its name: what has a name is whole. */
static enum fy_status write_new(
    struct keeper *keeper, const char *name, const uint8_t *bytes, size_t size, struct fy_err *err)
{
    char beside[NAME_BYTES];
    enum fy_status status = check_room(keeper, size, err);
    int fd;

    if (status != FY_OK)
        return status;
    (void)snprintf(beside, sizeof(beside), "new/%d-%u", (int)getpid(), keeper->made++);
    fd = openat(keeper->folder, beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0)
        return disk_failed("write", err);
    status = write_all(fd, bytes, size, err);
    if (close(fd) != 0 && status == FY_OK)
        status = disk_failed("write", err);
    if (status == FY_OK && renameat(keeper->folder, beside, keeper->folder, name) != 0)
        status = disk_failed("name", err);
    if (status != FY_OK)
        (void)unlinkat(keeper->folder, beside, 0);
    return status;
}

/* The same name has the same content, so what is there already need not be written. */
static enum fy_status store(
    struct keeper *keeper, const struct kept *kept, const uint8_t *bytes, struct fy_err *err)
{
    char folder[3], name[NAME_BYTES];
    struct stat stat;
    enum fy_status status;

    (void)snprintf(folder, sizeof(folder), "%.2s", kept->hash);
    (void)snprintf(
        name, sizeof(name), "%s/%s.%s", folder, kept->hash, image_extension(kept->image.type));
    status = make_folder(keeper, folder, err);
    if (status != FY_OK)
        return status;
    if (fstatat(keeper->folder, name, &stat, 0) != 0 || (size_t)stat.st_size != kept->image.size)
        status = write_new(keeper, name, bytes, kept->image.size, err);
    return status == FY_OK ? sync_folder(keeper, folder, err) : status;
}

static void work(struct fy_job *of)
{
    struct job *job = (struct job *)of;
    struct kept *kept = &job->kept;
    struct fy_slice sent = {job->bytes, job->size};
    uint8_t *room = malloc(job->size + IMAGE_GROWTH_BYTES);

    fy_digest(&sent, 1, kept->sent_digest);
    if (room == NULL)
        kept->status = fy_fail(&kept->err, FY_ABORT, "no memory for a picture");
    else
        kept->status = image_clean(sent, room, &kept->image, &kept->err);
    if (kept->status == FY_OK) {
        fy_hash_text((struct fy_slice){room, kept->image.size}, kept->hash);
        kept->status = store(job->keeper, kept, room, &kept->err);
    }
    free(room);
}

/* --- One after the other --------------------------------------------------------------------- */

static void drop(struct fy_job *of)
{
    struct job *job = (struct job *)of;

    free(job->bytes);
    free(job);
}

static void done(struct fy_job *of)
{
    struct job *job = (struct job *)of;

    job->done(job->context, &job->kept);
    drop(of);
}

bool keeper_has_room(const struct keeper *keeper)
{
    return fy_jobs_have_room(keeper->jobs);
}

bool keeper_take(struct keeper *keeper,
    uint8_t *bytes,
    size_t size,
    void (*told)(void *context, const struct kept *kept),
    void *context)
{
    static const struct fy_job_kind kind = {.work = work, .done = done, .drop = drop};
    struct job *job = calloc(1, sizeof(*job));

    if (job == NULL)
        return false;
    *job = (struct job){.job = {.kind = &kind},
        .keeper = keeper,
        .bytes = bytes,
        .size = size,
        .done = told,
        .context = context};
    if (fy_jobs_add(keeper->jobs, &job->job))
        return true;
    free(job);
    return false;
}

/* --- Life ------------------------------------------------------------------------------------ */

/* What a crash has left half-written. */
static void sweep(const struct keeper *keeper)
{
    int fd = openat(keeper->folder, "new", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = fd >= 0 ? fdopendir(fd) : NULL;
    struct dirent *entry;
    struct stat stat;

    if (list == NULL) {
        if (fd >= 0)
            (void)close(fd);
        return;
    }
    while ((entry = readdir(list)) != NULL) {
        if (fstatat(fd, entry->d_name, &stat, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(stat.st_mode) &&
            time(NULL) - stat.st_mtime > LEFTOVER_SECONDS)
            (void)unlinkat(fd, entry->d_name, 0);
    }
    (void)closedir(list);
}

static enum fy_status open_folder(struct keeper *keeper, const char *folder, struct fy_err *err)
{
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        return fy_fail(err, FY_FATAL, "could not make the folder of pictures \"%s\": %s", folder,
            strerror(errno));
    keeper->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (keeper->folder < 0)
        return fy_fail(err, FY_FATAL, "could not open the folder of pictures \"%s\": %s", folder,
            strerror(errno));
    if (make_folder(keeper, "new", err) != FY_OK)
        return err->status = FY_FATAL;
    sweep(keeper);
    return FY_OK;
}

enum fy_status keeper_new(
    const char *folder, struct fy_reactor *reactor, struct keeper **ret_keeper, struct fy_err *err)
{
    struct keeper *keeper = calloc(1, sizeof(*keeper));
    enum fy_status status;

    if (keeper == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the keeper of pictures");
    keeper->folder = -1;
    status = open_folder(keeper, folder, err);
    if (status == FY_OK)
        status = fy_jobs_new(reactor, 1, KEEPER_JOBS_MAX, &keeper->jobs, err);
    if (status != FY_OK)
        keeper_free(keeper);
    else
        *ret_keeper = keeper;
    return status;
}

void keeper_free(struct keeper *keeper)
{
    if (keeper == NULL)
        return;
    fy_jobs_free(keeper->jobs);
    if (keeper->folder >= 0)
        (void)close(keeper->folder);
    free(keeper);
}
