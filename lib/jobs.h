/*
 * jobs.h - work that would hold up a reactor, in threads of its own: disks, and hashing of
 * passwords.
 *
 * Shape:   add(job) -> work(job) in one of the threads -> done(job) in the reactor. In the order
 *          of adding, where there is one thread. A job is the caller's struct with a struct fy_job
 *          in it.
 * Limits:  what is added and not done yet is bounded: beyond it add refuses, and nothing waits for
 *          ever.
 * Memory:  a job is the caller's again from done or drop on.
 * Threads: the reactor's, save `work`.
 */
#ifndef FY_JOBS_H
#define FY_JOBS_H

#include "lib/reactor.h"

struct fy_job;
struct fy_jobs;

struct fy_job_kind {
    void (*work)(struct fy_job *job); /* In a thread: touches nothing that others touch. */
    void (*done)(struct fy_job *job);
    void (*drop)(struct fy_job *job); /* The jobs end, and nobody will hear of it: free it. */
};

struct fy_job {
    const struct fy_job_kind *kind;
    struct fy_job *next;
};

enum { FY_JOB_THREADS_MAX = 16 };

enum fy_status fy_jobs_new(struct fy_reactor *reactor,
    int threads,
    int jobs_max,
    struct fy_jobs **ret_jobs,
    struct fy_err *err) FY_MUST_CHECK;

/* What is at work is finished first; all that is not done is dropped. Only when the reactor runs no
 * more. */
void fy_jobs_free(struct fy_jobs *jobs);

/* False when there is no room; then the job is the caller's still. */
bool fy_jobs_add(struct fy_jobs *jobs, struct fy_job *job) FY_MUST_CHECK;

/* Added and not done yet, and how many that may be. */
int fy_jobs_count(const struct fy_jobs *jobs);
bool fy_jobs_have_room(const struct fy_jobs *jobs);

#endif
