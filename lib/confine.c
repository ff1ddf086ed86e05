#include "lib/confine.h"
#include "lib/confine_calls.h"
#include "lib/folder.h"
#include "lib/log.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than the headers of Debian 12. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif

/* Before 2, nothing may be renamed from one folder into another, which keeping pictures needs. */
enum { ABI_LEAST = 2, ABI_TRUNCATE = 3, ABI_IOCTL_DEV = 5 };

#define READ_FOLDER (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE_FOLDER                                                                               \
    (READ_FOLDER | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                 \
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |                             \
        LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REFER | LANDLOCK_ACCESS_FS_TRUNCATE)
/* All that a file, which is no folder, can be given of these. */
#define OF_A_FILE                                                                                  \
    (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)

/* What the C library, librdkafka and RocksDB read of the system: names, time, processors,
 * libraries. */
static const char *const system_reads[] = {
    "/etc/gai.conf",
    "/etc/group",
    "/etc/host.conf",
    "/etc/hosts",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/nsswitch.conf",
    "/etc/passwd",
    "/etc/resolv.conf",
    "/etc/services",
    "/etc/ssl",
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/share/zoneinfo",
    "/dev/random",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/self",
    "/proc/stat",
    "/proc/sys",
    "/sys/block",
    "/sys/dev/block",
    "/sys/devices",
    NULL,
};

static const char *const system_writes[] = {"/dev/null", NULL};

/* 0: the kernel has none, or none that will do. */
static int landlock_abi(void)
{
    long abi =
        syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);

    return abi < ABI_LEAST ? 0 : (int)abi;
}

/* All that this kernel can refuse. */
static uint64_t handled(int abi)
{
    uint64_t all = (LANDLOCK_ACCESS_FS_REFER << 1) - 1;

    if (abi >= ABI_TRUNCATE)
        all |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (abi >= ABI_IOCTL_DEV)
        all |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    return all;
}

static enum fy_status allow(int rules, const char *path, uint64_t access, struct fy_err *err)
{
    struct landlock_path_beneath_attr rule = {.allowed_access = access};
    enum fy_status status = FY_OK;
    struct stat info;

    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0 && (errno == ENOENT || errno == EACCES))
        return FY_OK; /* Nothing that could be read. */
    if (rule.parent_fd < 0 || fstat(rule.parent_fd, &info) != 0) {
        status = fy_fail(err, FY_FATAL, "could not open \"%s\": %s", path, strerror(errno));
        goto done;
    }
    if (!S_ISDIR(info.st_mode))
        rule.allowed_access &= OF_A_FILE;
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
        status = fy_fail(err, FY_FATAL, "could not allow \"%s\": %s", path, strerror(errno));

done:
    if (rule.parent_fd >= 0)
        (void)close(rule.parent_fd);
    return status;
}

static enum fy_status allow_each(
    int rules, const char *const *paths, int count_max, uint64_t access, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < count_max && paths[i] != NULL && status == FY_OK; i++)
        status = allow(rules, paths[i], access, err);
    return status;
}

static enum fy_status confine_files(const struct fy_confine *confine, int abi, struct fy_err *err)
{
    struct landlock_ruleset_attr set = {.handled_access_fs = handled(abi)};
    uint64_t write = WRITE_FOLDER & handled(abi), read = READ_FOLDER;
    int rules = (int)syscall(SYS_landlock_create_ruleset, &set, sizeof(set), 0);
    enum fy_status status;

    if (rules < 0)
        return fy_fail(err, FY_FATAL, "could not begin rules of files: %s", strerror(errno));
    status = allow_each(rules, confine->writes, FY_CONFINE_PATHS_MAX, write, err);
    if (status == FY_OK)
        status = allow_each(rules, confine->reads, FY_CONFINE_PATHS_MAX, read, err);
    if (status == FY_OK)
        status = allow_each(rules, system_reads, INT16_MAX, read, err);
    if (status == FY_OK)
        status = allow_each(rules, system_writes, INT16_MAX, write, err);
    if (status == FY_OK && syscall(SYS_landlock_restrict_self, rules, 0) != 0)
        status = fy_fail(err, FY_FATAL, "could not set rules of files: %s", strerror(errno));
    (void)close(rules);
    return status;
}

/* A folder that is allowed has to be there: a rule is about what a path is, not about its name. */
static enum fy_status make_folders(const struct fy_confine *confine, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < FY_CONFINE_PATHS_MAX && confine->writes[i] != NULL && status == FY_OK; i++)
        status = fy_folder_make(confine->writes[i], err);
    return status;
}

enum fy_status fy_confine(const struct fy_confine *confine, struct fy_err *err)
{
    const struct rlimit none = {0, 0};
    int abi = landlock_abi();
    enum fy_status status;
    const char *lacking;

    if (setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        (confine->keys && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0))
        return fy_fail(
            err, FY_FATAL, "could not give up core dumps and privileges: %s", strerror(errno));
    status = make_folders(confine, err);
    if (status == FY_OK && abi > 0)
        status = confine_files(confine, abi, err);
    if (status != FY_OK)
        return status;
    if (abi == 0)
        fy_log(FY_LOG_WARN, "files are not confined: this kernel has no Landlock for us");
    lacking = confine_calls(confine->offline);
    if (lacking != NULL)
        fy_log(FY_LOG_WARN, "system calls are not confined: %s", lacking);
    if (abi > 0 && lacking == NULL)
        fy_log(FY_LOG_INFO, "confined: files by Landlock %d, system calls by seccomp", abi);
    return FY_OK;
}
