#include "lib/confine.h"
#include "test/expect.h"
#include "test/run.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * There is no way back, so each look is a child's, which says what it met: 0, or the errno of a
 * try. What cannot be said in errno is one of these.
 */
enum { NOT_CONFINED = 200, LET_PASS = 201 };

static bool offline;
static char top[64], ours[96], theirs[96], told[128], secret[128];

static void write_file(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    EXPECT_I64(1, fd >= 0);
    EXPECT_I64(2, write(fd, "hi", 2));
    (void)close(fd);
}

static void set_up(void)
{
    (void)snprintf(top, sizeof(top), "/tmp/fy_confine_test.%d", (int)getpid());
    (void)snprintf(ours, sizeof(ours), "%s/ours", top);
    (void)snprintf(theirs, sizeof(theirs), "%s/theirs", top);
    (void)snprintf(told, sizeof(told), "%s/told", theirs);
    (void)snprintf(secret, sizeof(secret), "%s/secret", theirs);
    EXPECT_I64(0, mkdir(top, 0700));
    EXPECT_I64(0, mkdir(theirs, 0700));
    write_file(told);
    write_file(secret);
}

static void tear_down(void)
{
    char command[256];

    (void)snprintf(command, sizeof(command), "rm -rf '%s'", top);
    EXPECT_I64(0, system(command));
}

static int meet(int (*look)(void), void (*before)(void))
{
    pid_t child = fork();
    int ended = 0;

    if (child == 0) {
        const struct fy_confine confine = {
            .writes = {ours}, .reads = {told}, .keys = true, .offline = offline};
        struct fy_err err;

        if (before != NULL)
            before();
        _exit(fy_confine(&confine, &err) == FY_OK ? look() : NOT_CONFINED);
    }
    EXPECT_I64(1, child > 0);
    EXPECT_I64(child, waitpid(child, &ended, 0));
    return WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
}

static int meets(int (*look)(void))
{
    return meet(look, NULL);
}

static int open_errno(const char *path, int flags)
{
    return open(path, flags | O_CLOEXEC, 0600) >= 0 ? 0 : errno;
}

static int writes_its_own(void)
{
    char one[128], two[128], below[128];

    (void)snprintf(one, sizeof(one), "%s/one", ours);
    (void)snprintf(below, sizeof(below), "%s/below", ours);
    (void)snprintf(two, sizeof(two), "%s/below/two", ours);
    if (open_errno(one, O_RDWR | O_CREAT) != 0 || mkdir(below, 0700) != 0)
        return errno;
    if (rename(one, two) != 0 || truncate(two, 0) != 0 || unlink(two) != 0 || rmdir(below) != 0)
        return errno;
    return 0;
}

static int makes_beside(void)
{
    char path[128];

    (void)snprintf(path, sizeof(path), "%s/new", theirs);
    return open_errno(path, O_WRONLY | O_CREAT);
}

static int writes_what_it_reads(void)
{
    return open_errno(told, O_WRONLY);
}

static int empties_what_it_reads(void)
{
    return truncate(told, 0) == 0 ? 0 : errno;
}

static int removes_beside(void)
{
    return unlink(secret) == 0 ? 0 : errno;
}

static int reads_what_it_was_told(void)
{
    return open_errno(told, O_RDONLY);
}

static int reads_beside(void)
{
    return open_errno(secret, O_RDONLY);
}

static int reads_names(void)
{
    int names = open_errno("/etc/hosts", O_RDONLY),
        itself = open_errno("/proc/self/statm", O_RDONLY);

    return names != 0 ? names : itself;
}

static void files_are_its_own_and_what_it_was_told(void)
{
    set_up();
    EXPECT_I64(0, meets(writes_its_own));
    EXPECT_I64(EACCES, meets(makes_beside));
    EXPECT_I64(EACCES, meets(writes_what_it_reads));
    EXPECT_I64(EACCES, meets(empties_what_it_reads));
    EXPECT_I64(EACCES, meets(removes_beside));
    EXPECT_I64(0, meets(reads_what_it_was_told));
    EXPECT_I64(EACCES, meets(reads_beside));
    EXPECT_I64(0, meets(reads_names));
    tear_down();
}

static int runs(void)
{
    char name[] = "true";
    char *const argv[] = {name, NULL};

    (void)execv("/bin/true", argv);
    return errno;
}

static int forks(void)
{
    long child = syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);

    if (child == 0)
        _exit(0);
    return child > 0 ? LET_PASS : errno;
}

static int looks_into_its_parent(void)
{
    return syscall(SYS_ptrace, 16, getppid(), NULL, NULL) == 0 ? LET_PASS : errno;
}

static int has_rings(void)
{
    return syscall(SYS_io_uring_setup, 1, NULL) >= 0 ? LET_PASS : errno;
}

static int has_packets(void)
{
    return socket(AF_PACKET, SOCK_RAW, 0) >= 0 ? LET_PASS : errno;
}

static int speaks(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 && socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? LET_PASS
                                                                                        : errno;
}

static int is_root_of_its_own(void)
{
    return syscall(SYS_unshare, 0x10000000 /* CLONE_NEWUSER */) == 0 ? LET_PASS : errno;
}

static int writes_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
               0) != MAP_FAILED
               ? LET_PASS
               : errno;
}

static int makes_data_code(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0 ? LET_PASS : errno;
}

static void calls_that_it_never_needs_are_refused(void)
{
    set_up();
    EXPECT_I64(EPERM, meets(runs));
    EXPECT_I64(EPERM, meets(forks));
    EXPECT_I64(EPERM, meets(looks_into_its_parent));
    EXPECT_I64(EPERM, meets(has_rings));
    EXPECT_I64(EPERM, meets(has_packets));
    EXPECT_I64(EPERM, meets(is_root_of_its_own));
    EXPECT_I64(EPERM, meets(writes_code));
    EXPECT_I64(EPERM, meets(makes_data_code));
    tear_down();
}

static void who_is_offline_speaks_to_nobody(void)
{
    set_up();
    EXPECT_I64(LET_PASS, meets(speaks));
    offline = true;
    EXPECT_I64(EPERM, meets(speaks));
    offline = false;
    tear_down();
}

static void *reads_in_a_thread(void *context)
{
    *(int *)context = reads_beside();
    return NULL;
}

static int has_threads(void)
{
    pthread_t thread;
    int met = 0, code = pthread_create(&thread, NULL, reads_in_a_thread, &met);

    if (code != 0)
        return code;
    (void)pthread_join(thread, NULL);
    return met;
}

/* librdkafka and RocksDB start theirs later. */
static void threads_start_and_are_confined_too(void)
{
    set_up();
    EXPECT_I64(EACCES, meets(has_threads));
    tear_down();
}

static int gives_up(void)
{
    struct rlimit core;

    if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_cur != 0 || core.rlim_max != 0)
        return 1;
    if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1)
        return 2;
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : 3;
}

static void keys_are_in_no_dump(void)
{
    set_up();
    EXPECT_I64(0, meets(gives_up));
    tear_down();
}

/* A kernel of ours that has neither: its calls are not there. */
static void of_an_old_kernel(void)
{
    struct sock_filter lines[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_seccomp, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    };
    struct sock_fprog program = {.len = sizeof(lines) / sizeof(lines[0]), .filter = lines};

    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
        _exit(99);
}

static void an_old_kernel_costs_what_it_lacks(void)
{
    set_up();
    EXPECT_I64(0, meet(reads_beside, of_an_old_kernel));
    EXPECT_I64(0, meet(writes_its_own, of_an_old_kernel));
    EXPECT_I64(0, meet(gives_up, of_an_old_kernel));
    tear_down();
}

static void a_folder_that_cannot_be_made_is_fatal(void)
{
    struct fy_err err;
    pid_t child = fork();
    int ended = 0;

    if (child == 0) {
        const struct fy_confine confine = {.writes = {"/proc/nowhere/rows"}};

        _exit(
            fy_confine(&confine, &err) == FY_FATAL && strstr(err.text, "\"/proc/nowhere\"") != NULL
                ? 0
                : 1);
    }
    EXPECT_I64(child, waitpid(child, &ended, 0));
    EXPECT_I64(0, ended);
}

static CU_TestInfo tests[] = {
    TEST(files_are_its_own_and_what_it_was_told),
    TEST(calls_that_it_never_needs_are_refused),
    TEST(who_is_offline_speaks_to_nobody),
    TEST(threads_start_and_are_confined_too),
    TEST(keys_are_in_no_dump),
    TEST(an_old_kernel_costs_what_it_lacks),
    TEST(a_folder_that_cannot_be_made_is_fatal),
};

TEST_MAIN(confine, tests)
