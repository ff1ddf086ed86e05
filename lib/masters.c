#include "lib/masters.h"
#include "lib/conf.h"
#include "lib/log.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES_MAX = 4096 };

enum fy_status fy_masters_load(
    const char *folder, struct fy_masters *ret_masters, struct fy_err *err)
{
    char path[PATH_BYTES_MAX];
    enum fy_status status = FY_OK;

    ret_masters->count = 0;
    for (int number = 1; number <= FY_MASTERS_MAX && status == FY_OK; number++) {
        struct fy_master_key *key = &ret_masters->keys[ret_masters->count];
        int length = snprintf(path, sizeof(path), "%s/master-%d.key", folder, number);

        if (length < 0 || (size_t)length >= sizeof(path))
            return fy_fail(err, FY_FATAL, "the path of the folder of keys is too long");
        if (access(path, F_OK) != 0 && errno == ENOENT)
            continue;
        key->number = (uint8_t)number;
        status = fy_conf_secret(path, key->key, sizeof(key->key), err);
        if (status == FY_OK)
            ret_masters->count++;
    }
    if (status == FY_OK && ret_masters->count == 0)
        status = fy_fail(
            err, FY_FATAL, "there is no master-<n>.key in \"%s\"; ./fy up makes the first", folder);
    if (status != FY_OK)
        fy_masters_wipe(ret_masters);
    return status;
}

void fy_masters_wipe(struct fy_masters *masters)
{
    for (int i = 0; i < FY_MASTERS_MAX; i++)
        fy_key_wipe(masters->keys[i].key);
    masters->count = 0;
}

static bool same_numbers(const struct fy_masters *a, const struct fy_masters *b)
{
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++)
        if (a->keys[i].number != b->keys[i].number)
            return false;
    return true;
}

bool fy_masters_look(const char *folder, struct fy_masters *masters)
{
    struct fy_masters found;
    struct fy_err err;
    bool changed = false;

    if (fy_masters_load(folder, &found, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "the master keys stay as they were: %s", err.text);
        return false;
    }
    changed = !same_numbers(&found, masters);
    if (changed)
        *masters = found;
    fy_masters_wipe(&found);
    return changed;
}

const struct fy_master_key *fy_masters_newest(const struct fy_masters *masters)
{
    assert(masters->count > 0);
    return &masters->keys[masters->count - 1];
}
