/*
 * export.h - all that was ever written down about a person, read from the topics themselves.
 *
 * Shape:   a job reads the partitions that the person's keys fall into, from their beginning to
 *          their end as of now, and makes a line of JSON of each record that is theirs:
 *          {"topic","partition","offset","append_ms","key","value","personal":{...}}. What was
 *          sealed stands in "personal", in words, and not in "value"; what only shows who they are
 *          to us (hashes of passwords, tokens of letters) is left out.
 * Limits:  one at a time and four that wait, 503 beyond; 64 MB, and then an end that says so.
 * Threads: the reactor's; the work is in a thread of its own, with its own source.
 */
#ifndef API_EXPORT_H
#define API_EXPORT_H

#include "api/api.h"
#include "lib/jobs.h"
#include "lib/kafka.h"
#include "schemas/generated/user.h"

enum { EXPORTS_MAX = 5, EXPORT_KEYS_MAX = 20, EXPORT_BYTES_MAX = 64 * 1024 * 1024 };

/* Whose, and by which keys of which topics. Strings are borrowed until it returns. */
struct export_person {
    struct fy_slice person;
    uint8_t key[FY_KEY_BYTES];
    bool has_key;
    struct {
        enum fy_topic topic;
        struct fy_slice key;
    } keys[EXPORT_KEYS_MAX];
    int key_count;
};

/*
 * The lines, malloc's. FY_ABORT where a broker did not answer in time. In any thread; `until_ms` is
 * CLOCK_MONOTONIC.
 */
enum fy_status export_read(const struct export_person *person,
    struct fy_source *source,
    int64_t until_ms,
    uint8_t **ret_lines,
    size_t *ret_size,
    struct fy_err *err) FY_MUST_CHECK;

#endif
