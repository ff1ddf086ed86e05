/*
 * export.h - all that was ever written down about a person, read from the topics themselves.
 *
 * Shape:   a job reads the partitions that the person's keys fall into, from their beginning to
 *          their end as of now, and makes a line of JSON of each record that is theirs:
 *          {"topic","partition","offset","append_ms","key","value","personal":{...}}. What was
 *          sealed stands in "personal", in words, and not in "value"; what only shows who they are
 *          to us (hashes of passwords, tokens of letters) is left out.
 * Whole:   first what is under their account's key and under their own, which tells of every
 *          visitor that they ever were, and under those of their orders; then what those visitors
 *          did, and had in their carts. It goes out while it is read: never
 *          more of it in memory than a few lines, however much there is. What cannot be made whole
 *          has no end that a client could take for one.
 * Limits:  two at a time and four that wait, 503 beyond; 2,048 keys, 10 minutes.
 * Threads: the reactor's; the work is in a thread of its own, with its own source.
 */
#ifndef API_EXPORT_H
#define API_EXPORT_H

#include "api/api.h"
#include "lib/jobs.h"
#include "lib/kafka.h"
#include "schemas/generated/user.h"

enum {
    EXPORT_THREADS = 2,
    EXPORTS_MAX = 6,
    EXPORT_KEYS_MAX = 2048, /* An order has two. */
    EXPORT_ORDERS_MAX = 900,
    EXPORT_IDLE_MS_MAX = 30000, /* Of the topics. */
    EXPORT_MS_MAX = 10 * 60 * 1000,
};

/* Whose, and by which keys of which topics. Strings are borrowed until it returns. */
struct export_person {
    struct fy_slice person;
    uint8_t key[FY_KEY_BYTES];
    bool has_key;
    struct export_key {
        enum fy_topic topic;
        struct fy_slice key;
    } keys[EXPORT_KEYS_MAX];
    int key_count;
    struct fy_arena arena; /* Keys that are found on the way. The caller's to init and end. */
};

/* A key more, copied, once; false: there is no room. */
bool export_add_key(struct export_person *person, enum fy_topic topic, struct fy_slice key);

/*
 * Puts the lines, each with its end; none is a sign of life, the first when reading begins. False
 * from `put` ends it. FY_ABORT then, and where a broker did not answer in time, or it could not be
 * whole. In any thread.
 */
enum fy_status export_read(struct export_person *person,
    struct fy_source *source,
    bool (*put)(void *context, struct fy_slice bytes),
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

#endif
