/* Long work: done in threads, told in the reactor, bounded, and dropped when there is no later. */
#include "lib/jobs.h"
#include "test/expect.h"
#include "test/run.h"

#include <pthread.h>
#include <stdlib.h>

enum { ROOM = 8 };

static struct {
    struct fy_reactor *reactor;
    struct fy_jobs *jobs;
    pthread_mutex_t gate; /* Held: no job gets done. */
    int done, dropped;
    int order[64];
} stage;

struct number {
    struct fy_job job;
    int number;
    bool worked;
    pthread_t by;
};

static void work(struct fy_job *job)
{
    struct number *number = (struct number *)job;

    (void)pthread_mutex_lock(&stage.gate);
    (void)pthread_mutex_unlock(&stage.gate);
    number->worked = true;
    number->by = pthread_self();
}

static void done(struct fy_job *job)
{
    struct number *number = (struct number *)job;

    CU_ASSERT_TRUE(number->worked);
    CU_ASSERT_FALSE(pthread_equal(number->by, pthread_self()));
    stage.order[stage.done++] = number->number;
    free(number);
}

static void drop(struct fy_job *job)
{
    stage.dropped++;
    free(job);
}

static const struct fy_job_kind kind = {.work = work, .done = done, .drop = drop};

static void open_stage(int threads)
{
    struct fy_err err;

    memset(&stage, 0, sizeof(stage));
    (void)pthread_mutex_init(&stage.gate, NULL);
    if (fy_reactor_new(&stage.reactor, &err) != FY_OK ||
        fy_jobs_new(stage.reactor, threads, ROOM, &stage.jobs, &err) != FY_OK)
        abort();
}

static bool add(int number)
{
    struct number *job = calloc(1, sizeof(*job));

    job->job.kind = &kind;
    job->number = number;
    if (fy_jobs_add(stage.jobs, &job->job))
        return true;
    free(job);
    return false;
}

static void turn_until(int count)
{
    struct fy_err err;

    while (stage.done < count)
        if (fy_reactor_turn(stage.reactor, 1000, &err) != FY_OK)
            abort();
}

static void one_thread_keeps_the_order(void)
{
    open_stage(1);
    for (int i = 0; i < ROOM; i++)
        CU_ASSERT_TRUE(add(i));
    turn_until(ROOM);
    for (int i = 0; i < ROOM; i++)
        EXPECT_I64(i, stage.order[i]);
    EXPECT_I64(0, fy_jobs_count(stage.jobs));
    fy_jobs_free(stage.jobs);
    fy_reactor_free(stage.reactor);
}

static void what_has_no_room_is_refused(void)
{
    open_stage(4);
    (void)pthread_mutex_lock(&stage.gate);
    for (int i = 0; i < ROOM; i++)
        CU_ASSERT_TRUE(add(i));
    CU_ASSERT_FALSE(fy_jobs_have_room(stage.jobs));
    CU_ASSERT_FALSE(add(99));
    EXPECT_I64(ROOM, fy_jobs_count(stage.jobs));
    (void)pthread_mutex_unlock(&stage.gate);
    turn_until(ROOM);
    CU_ASSERT_TRUE(add(100)); /* And there is room again. */
    turn_until(ROOM + 1);
    EXPECT_I64(100, stage.order[ROOM]);
    fy_jobs_free(stage.jobs);
    fy_reactor_free(stage.reactor);
}

/* Nobody turns the reactor any more: done or not, each is dropped once. */
static void what_nobody_waits_for_is_dropped(void)
{
    open_stage(2);
    for (int i = 0; i < ROOM; i++)
        CU_ASSERT_TRUE(add(i));
    fy_jobs_free(stage.jobs);
    EXPECT_I64(ROOM, stage.dropped);
    EXPECT_I64(0, stage.done);
    fy_reactor_free(stage.reactor);
}

static const CU_TestInfo tests[] = {
    TEST(one_thread_keeps_the_order),
    TEST(what_has_no_room_is_refused),
    TEST(what_nobody_waits_for_is_dropped),
};

TEST_MAIN(jobs, tests)
