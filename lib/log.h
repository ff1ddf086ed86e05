/*
 * log.h - words for operators, one line each on stderr: time, level, program, message.
 *
 *   2026-01-31T12:00:00.123Z info history: restored 3 partitions, 1,234 rows in 0.2 s
 *
 * Never a key, a body, a cookie or anything of a person's. Only main, the task, the follower and
 * the HTTP layer log; libraries return errors. The same call site says the same at most 10 times
 * in a minute, then counts what it left out.
 * Threads: any.
 */
#ifndef FY_LOG_H
#define FY_LOG_H

enum fy_log_level { FY_LOG_DEBUG, FY_LOG_INFO, FY_LOG_WARN, FY_LOG_ERROR };

void fy_log_init(const char *program, enum fy_log_level least);

#define fy_log(level, ...)                                                                         \
    do {                                                                                           \
        static struct fy_log_site fy_log_site_here;                                                \
        fy_log_at(&fy_log_site_here, (level), __VA_ARGS__);                                        \
    } while (0)

struct fy_log_site {
    long long window_s;
    int said;
    int left_out;
};

void fy_log_at(struct fy_log_site *site, enum fy_log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
