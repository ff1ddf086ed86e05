#include "processors/pictures/workshop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXIT_REFUSED = 3, ARGS = 3 + FY_COPY_WIDTHS_MAX + 1, NICER = 10 };

struct workshop {
    int fd;
    pid_t pid;
};

/* --- The process ----------------------------------------------------------------------------- */

static void become_maker(const char *maker, const struct workshop_job *job)
{
    char widths[FY_COPY_WIDTHS_MAX][16];
    const char *args[ARGS] = {maker, job->original, job->folder};

    for (int i = 0; i < job->width_count; i++) {
        (void)snprintf(widths[i], sizeof(widths[i]), "%d", (int)job->widths[i]);
        args[3 + i] = widths[i];
    }
    (void)setpriority(PRIO_PROCESS, 0, NICER); /* A copy can wait; whoever is at a till cannot. */
    (void)execv(maker, (char *const *)args);
    _exit(127);
}

/* Kills it when its time is over. */
static enum workshop_outcome wait_for(pid_t pid)
{
    int fd = (int)syscall(SYS_pidfd_open, pid, 0), status = 0;
    struct pollfd ended = {.fd = fd, .events = POLLIN};

    if (fd < 0 || poll(&ended, 1, WORKSHOP_SECONDS_MAX * 1000) != 1)
        (void)kill(pid, SIGKILL);
    if (fd >= 0)
        (void)close(fd);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return WORKSHOP_MADE;
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_REFUSED ? WORKSHOP_REFUSED
                                                                    : WORKSHOP_FAILED;
}

static enum workshop_outcome make_one(const char *maker, const struct workshop_job *job)
{
    pid_t pid;

    if (job->width_count < 1 || job->width_count > FY_COPY_WIDTHS_MAX)
        return WORKSHOP_REFUSED;
    pid = fork();
    if (pid == 0)
        become_maker(maker, job);
    return pid > 0 ? wait_for(pid) : WORKSHOP_FAILED;
}

/* Until nobody can ask any more. What it starts ends with it, as it does with who made it. */
static void serve(int fd, const char *maker)
{
    struct workshop_job job;

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)signal(SIGTERM, SIG_IGN); /* Who stops the whole group waits for those that ask. */
    (void)signal(SIGINT, SIG_IGN);
    while (recv(fd, &job, sizeof(job), 0) == (ssize_t)sizeof(job)) {
        enum workshop_outcome outcome = make_one(maker, &job);

        if (send(fd, &outcome, sizeof(outcome), MSG_NOSIGNAL) != (ssize_t)sizeof(outcome))
            break;
    }
    _exit(0);
}

/* --- Those who ask --------------------------------------------------------------------------- */

enum fy_status workshop_new(const char *maker, struct workshop **ret_workshop, struct fy_err *err)
{
    struct workshop *workshop = calloc(1, sizeof(*workshop));
    int pair[2];

    if (workshop == NULL)
        return fy_fail(err, FY_FATAL, "no memory to make pictures smaller");
    if (access(maker, X_OK) != 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        free(workshop);
        return fy_fail(err, FY_FATAL, "could not begin with \"%s\": %s", maker, strerror(errno));
    }
    workshop->fd = pair[0];
    workshop->pid = fork();
    if (workshop->pid == 0) {
        (void)close(pair[0]);
        serve(pair[1], maker);
    }
    (void)close(pair[1]);
    if (workshop->pid < 0) {
        (void)close(workshop->fd);
        free(workshop);
        return fy_fail(err, FY_FATAL, "could not start a process: %s", strerror(errno));
    }
    *ret_workshop = workshop;
    return FY_OK;
}

void workshop_free(struct workshop *workshop)
{
    if (workshop == NULL)
        return;
    (void)close(workshop->fd);
    (void)kill(workshop->pid, SIGKILL);
    while (waitpid(workshop->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    free(workshop);
}

int workshop_fd(const struct workshop *workshop)
{
    return workshop->fd;
}

enum fy_status workshop_ask(
    struct workshop *workshop, const struct workshop_job *job, struct fy_err *err)
{
    if (send(workshop->fd, job, sizeof(*job), MSG_NOSIGNAL) != (ssize_t)sizeof(*job))
        return fy_fail(err, FY_FATAL, "could not ask for copies of a picture: %s", strerror(errno));
    return FY_OK;
}

enum fy_status workshop_answer(
    struct workshop *workshop, enum workshop_outcome *ret_outcome, struct fy_err *err)
{
    ssize_t got;

    do {
        got = recv(workshop->fd, ret_outcome, sizeof(*ret_outcome), 0);
    } while (got < 0 && errno == EINTR);
    if (got != (ssize_t)sizeof(*ret_outcome))
        return fy_fail(err, FY_FATAL, "the process that makes copies of pictures is gone");
    return FY_OK;
}
