#include "lib/jobs.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct list {
    struct fy_job *first;
    struct fy_job **end;
};

struct fy_jobs {
    struct fy_reactor *reactor;
    int wake;  /* An eventfd: some job is done. */
    int count; /* Added and not done. */
    int jobs_max;
    int thread_count;
    pthread_t threads[FY_JOB_THREADS_MAX];

    pthread_mutex_t lock; /* Of all below. */
    pthread_cond_t more;
    bool stopping;
    struct list waiting, done;
};

static void list_add(struct list *list, struct fy_job *job)
{
    job->next = NULL;
    if (list->first == NULL)
        list->end = &list->first;
    *list->end = job;
    list->end = &job->next;
}

static struct fy_job *list_take(struct list *list)
{
    struct fy_job *job = list->first;

    if (job != NULL)
        list->first = job->next;
    return job;
}

static void *run(void *context)
{
    struct fy_jobs *jobs = context;
    uint64_t one = 1;

    (void)pthread_mutex_lock(&jobs->lock);
    while (!jobs->stopping) {
        struct fy_job *job = list_take(&jobs->waiting);

        if (job == NULL) {
            (void)pthread_cond_wait(&jobs->more, &jobs->lock);
            continue;
        }
        (void)pthread_mutex_unlock(&jobs->lock);
        job->kind->work(job);
        (void)pthread_mutex_lock(&jobs->lock);
        list_add(&jobs->done, job);
        (void)!write(jobs->wake, &one, sizeof(one));
    }
    (void)pthread_mutex_unlock(&jobs->lock);
    return NULL;
}

static struct fy_job *take_done(struct fy_jobs *jobs)
{
    struct fy_job *job;

    (void)pthread_mutex_lock(&jobs->lock);
    job = list_take(&jobs->done);
    (void)pthread_mutex_unlock(&jobs->lock);
    return job;
}

static void on_done(void *context)
{
    struct fy_jobs *jobs = context;
    struct fy_job *job;
    uint64_t count;

    (void)!read(jobs->wake, &count, sizeof(count));
    while ((job = take_done(jobs)) != NULL) {
        jobs->count--;
        job->kind->done(job);
    }
}

bool fy_jobs_add(struct fy_jobs *jobs, struct fy_job *job)
{
    if (!fy_jobs_have_room(jobs))
        return false;
    jobs->count++;
    (void)pthread_mutex_lock(&jobs->lock);
    list_add(&jobs->waiting, job);
    (void)pthread_cond_signal(&jobs->more);
    (void)pthread_mutex_unlock(&jobs->lock);
    return true;
}

int fy_jobs_count(const struct fy_jobs *jobs)
{
    return jobs->count;
}

bool fy_jobs_have_room(const struct fy_jobs *jobs)
{
    return jobs->count < jobs->jobs_max;
}

static enum fy_status threads_start(struct fy_jobs *jobs, int threads, struct fy_err *err)
{
    for (; jobs->thread_count < threads; jobs->thread_count++)
        if (pthread_create(&jobs->threads[jobs->thread_count], NULL, run, jobs) != 0)
            return fy_fail(err, FY_FATAL, "could not start a thread for long work");
    return FY_OK;
}

enum fy_status fy_jobs_new(struct fy_reactor *reactor,
    int threads,
    int jobs_max,
    struct fy_jobs **ret_jobs,
    struct fy_err *err)
{
    struct fy_jobs *jobs = calloc(1, sizeof(*jobs));
    enum fy_status status;

    assert(threads >= 1 && threads <= FY_JOB_THREADS_MAX && jobs_max >= 1);
    if (jobs == NULL)
        return fy_fail(err, FY_FATAL, "no memory for long work");
    *jobs = (struct fy_jobs){
        .reactor = reactor,
        .wake = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC),
        .jobs_max = jobs_max,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .more = PTHREAD_COND_INITIALIZER,
    };
    status = fy_reactor_add(reactor, jobs->wake, on_done, jobs, err);
    if (status != FY_OK) {
        (void)close(jobs->wake);
        free(jobs);
        return status;
    }
    status = threads_start(jobs, threads, err);
    if (status != FY_OK)
        fy_jobs_free(jobs);
    else
        *ret_jobs = jobs;
    return status;
}

void fy_jobs_free(struct fy_jobs *jobs)
{
    struct fy_job *job;

    if (jobs == NULL)
        return;
    (void)pthread_mutex_lock(&jobs->lock);
    jobs->stopping = true;
    (void)pthread_cond_broadcast(&jobs->more);
    (void)pthread_mutex_unlock(&jobs->lock);
    for (int i = 0; i < jobs->thread_count; i++)
        (void)pthread_join(jobs->threads[i], NULL);
    while ((job = list_take(&jobs->waiting)) != NULL)
        job->kind->drop(job);
    while ((job = list_take(&jobs->done)) != NULL)
        job->kind->drop(job);
    fy_reactor_remove(jobs->reactor, jobs->wake);
    (void)close(jobs->wake);
    free(jobs);
}
