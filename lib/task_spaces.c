#include "lib/task_spaces.h"

#include "lib/source.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

struct lease {
    const void *holder; /* NULL: nobody. */
    const void *wanter; /* Of several the last; the others ask again. */
};

struct fy_spaces {
    pthread_mutex_t lock;
    struct lease leases[FY_PARTITIONS_MAX];
};

struct fy_spaces *fy_spaces_new(void)
{
    struct fy_spaces *spaces = calloc(1, sizeof(*spaces));

    if (spaces != NULL)
        (void)pthread_mutex_init(&spaces->lock, NULL);
    return spaces;
}

void fy_spaces_free(struct fy_spaces *spaces)
{
    if (spaces == NULL)
        return;
    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        assert(spaces->leases[p].holder == NULL);
    (void)pthread_mutex_destroy(&spaces->lock);
    free(spaces);
}

static struct lease *lease_lock(struct fy_spaces *spaces, int32_t partition, const void *who)
{
    assert(partition >= 0 && partition < FY_PARTITIONS_MAX);
    assert(who != NULL);
    (void)who;
    (void)pthread_mutex_lock(&spaces->lock);
    return &spaces->leases[partition];
}

bool fy_spaces_take(struct fy_spaces *spaces, const int32_t *partitions, int count, const void *who)
{
    bool ours = true;

    (void)pthread_mutex_lock(&spaces->lock);
    for (int i = 0; i < count; i++) {
        struct lease *lease = &spaces->leases[partitions[i]];

        if (lease->holder != NULL && lease->holder != who) {
            lease->wanter = who;
            ours = false;
        }
    }
    for (int i = 0; i < count && ours; i++) {
        struct lease *lease = &spaces->leases[partitions[i]];

        lease->holder = who;
        if (lease->wanter == who)
            lease->wanter = NULL;
    }
    (void)pthread_mutex_unlock(&spaces->lock);
    return ours;
}

bool fy_spaces_take_idle(struct fy_spaces *spaces, int32_t partition, const void *who)
{
    struct lease *lease = lease_lock(spaces, partition, who);
    bool ours = lease->holder == who || (lease->holder == NULL && lease->wanter == NULL);

    if (ours)
        lease->holder = who;
    (void)pthread_mutex_unlock(&spaces->lock);
    return ours;
}

bool fy_spaces_wanted(struct fy_spaces *spaces, int32_t partition, const void *who)
{
    struct lease *lease = lease_lock(spaces, partition, who);
    bool wanted = lease->holder == who && lease->wanter != NULL;

    (void)pthread_mutex_unlock(&spaces->lock);
    return wanted;
}

void fy_spaces_give(struct fy_spaces *spaces, int32_t partition, const void *who)
{
    struct lease *lease = lease_lock(spaces, partition, who);

    if (lease->holder == who)
        lease->holder = NULL;
    if (lease->wanter == who)
        lease->wanter = NULL;
    (void)pthread_mutex_unlock(&spaces->lock);
}
