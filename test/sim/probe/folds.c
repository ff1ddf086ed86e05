#include "test/sim/probe/folds.h"

#include <assert.h>

struct folds check_folds;

struct sender_fold *fold_sender(struct fy_slice key)
{
    for (int i = 0; i < check_folds.sender_count; i++) {
        if (fy_slice_equal(check_folds.senders[i].key, key))
            return &check_folds.senders[i];
    }
    assert(check_folds.sender_count < SENDERS);
    check_folds.senders[check_folds.sender_count].key = key;
    return &check_folds.senders[check_folds.sender_count++];
}

struct receiver_fold *fold_receiver(struct fy_slice key)
{
    for (int i = 0; i < check_folds.receiver_count; i++) {
        if (fy_slice_equal(check_folds.receivers[i].key, key))
            return &check_folds.receivers[i];
    }
    assert(check_folds.receiver_count < RECEIVERS);
    check_folds.receivers[check_folds.receiver_count].key = key;
    return &check_folds.receivers[check_folds.receiver_count++];
}

void check_probe(struct check *check)
{
    check_folds = (struct folds){0};
    check_relay(check);
    check->repeats = 0; /* Hops are read again, as count reads them. */
    if (!check->sim->failed)
        check_count(check);
    if (!check->sim->failed)
        check_rows(check);
}
