#include "lib/log.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    LINE_BYTES = 1024,        /* A message is a sentence; longer ones are cut. */
    WINDOW_S = 60,            /* The same call site says the same at most ... */
    SAID_PER_WINDOW_MAX = 10, /* ... this often in that time. */
};

static const char *program_name = "fy";
static enum fy_log_level least_level = FY_LOG_INFO;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* Guards every site's counters. */

void fy_log_init(const char *program, enum fy_log_level least)
{
    program_name = program;
    least_level = least;
}

/* False when this call site has said enough. *ret_left_out is what it kept back before this line.
 */
static bool may_say(struct fy_log_site *site, long long now_s, int *ret_left_out)
{
    bool say;

    (void)pthread_mutex_lock(&lock);
    *ret_left_out = 0;
    if (now_s - site->window_s >= WINDOW_S || now_s < site->window_s) {
        *ret_left_out = site->left_out;
        *site = (struct fy_log_site){.window_s = now_s};
    }
    say = site->said < SAID_PER_WINDOW_MAX;
    if (say)
        site->said++;
    else
        site->left_out++;
    (void)pthread_mutex_unlock(&lock);
    return say;
}

/* What came from outside may sit inside a message: it must not be able to begin a line of its own.
 */
static void make_printable(char *text)
{
    for (char *c = text; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = '?';
}

void fy_log_at(struct fy_log_site *site, enum fy_log_level level, const char *format, ...)
{
    static const char *const names[] = {"debug", "info", "warn", "error"};
    char message[LINE_BYTES];
    char line[LINE_BYTES + 256];
    char left_out_text[48] = "";
    struct timespec now;
    struct tm utc;
    char second[32];
    int left_out;
    int length;
    va_list args;

    if (level < least_level)
        return;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    if (!may_say(site, now.tv_sec, &left_out))
        return;

    va_start(args, format);
    (void)vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    make_printable(message);

    if (left_out > 0)
        (void)snprintf(
            left_out_text, sizeof(left_out_text), " (%d more were left out before)", left_out);
    (void)gmtime_r(&now.tv_sec, &utc);
    (void)strftime(second, sizeof(second), "%Y-%m-%dT%H:%M:%S", &utc);
    length = snprintf(line, sizeof(line), "%s.%03ldZ %s %s: %s%s\n", second, now.tv_nsec / 1000000,
        names[level], program_name, message, left_out_text);
    if (length < 0)
        return;
    if ((size_t)length >= sizeof(line))
        length = (int)sizeof(line) - 1;

    /* One write, so that lines of several threads do not mix. Nobody can be told that it failed. */
    if (write(STDERR_FILENO, line, (size_t)length) < 0)
        return;
}
