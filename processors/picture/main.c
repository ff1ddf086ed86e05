/*
 * fy-picture ORIGINAL FOLDER WIDTH ... - makes the copies of one picture, and ends.
 *
 * Started by fy-pictures for each picture anew: what a hostile file breaks is this process. Before
 * it reads a byte of it, it gives up the network, all files but that one and its folder, other
 * programs, and memory and time beyond what an honest picture needs.
 *
 * Ends with 0: made; 3: refused, it is no picture that is made smaller; else: try again.
 */
#include "lib/confine.h"
#include "lib/copies.h"
#include "lib/log.h"
#include "processors/picture/make.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
#ifdef __SANITIZE_ADDRESS__
    MEMORY_BOUND = 0, /* A sanitizer has terabytes of addresses. */
#else
    MEMORY_BOUND = 1,
#endif
    EXIT_REFUSED = 3,
    MEMORY_BYTES =
        1024 * 1024 * 1024, /* Of addresses: 200 MB of pixels, twice, and the libraries. */
    CPU_SECONDS = 40,
    FILE_BYTES = 16 * 1024 * 1024,
    WIDTH_MAX = 1280,
};

static enum fy_status bound(struct fy_err *err)
{
    const struct rlimit memory = {MEMORY_BYTES, MEMORY_BYTES};
    const struct rlimit seconds = {CPU_SECONDS, CPU_SECONDS};
    const struct rlimit file = {FILE_BYTES, FILE_BYTES};

    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 ||
        (MEMORY_BOUND && setrlimit(RLIMIT_AS, &memory) != 0) ||
        setrlimit(RLIMIT_CPU, &seconds) != 0 || setrlimit(RLIMIT_FSIZE, &file) != 0)
        return fy_fail(err, FY_FATAL, "could not set limits: %s", strerror(errno));
    return FY_OK;
}

/* nginx reads it: not for us alone, as fy_folder_make would have it. */
static enum fy_status folder_make(const char *folder, struct fy_err *err)
{
    if (mkdir(folder, 0750) != 0 && errno != EEXIST)
        return fy_fail(err, FY_FATAL, "could not make \"%s\": %s", folder, strerror(errno));
    return FY_OK;
}

static bool take_widths(char **words, int count, int *ret_widths)
{
    for (int i = 0; i < count; i++) {
        ret_widths[i] = atoi(words[i]);
        if (ret_widths[i] < 1 || ret_widths[i] > WIDTH_MAX ||
            (i > 0 && ret_widths[i] <= ret_widths[i - 1]))
            return false;
    }
    return count > 0;
}

int main(int argc, char **argv)
{
    int widths[FY_COPY_WIDTHS_MAX];
    struct fy_err err = {0};
    enum fy_status status;

    fy_log_init("picture", FY_LOG_WARN);
    if (argc < 4 || argc > 3 + FY_COPY_WIDTHS_MAX || !take_widths(argv + 3, argc - 3, widths)) {
        fy_log(FY_LOG_ERROR, "usage: fy-picture ORIGINAL FOLDER WIDTH ..., ascending, 1 to 1280");
        return EXIT_FAILURE;
    }
    status = bound(&err);
    if (status == FY_OK)
        status = folder_make(argv[2], &err);
    if (status == FY_OK)
        status = make_begin(&err);
    if (status == FY_OK)
        status = fy_confine(
            &(struct fy_confine){.writes = {argv[2]}, .reads = {argv[1]}, .offline = true}, &err);
    if (status == FY_OK)
        status = make_all(argv[1], argv[2], widths, argc - 3, &err);
    if (status != FY_OK)
        fy_log(FY_LOG_WARN, "%s", err.text);
    /* At once: what libraries and sanitizers would do now may need calls that are given up. */
    _exit(status == FY_OK ? EXIT_SUCCESS : status == FY_REJECT ? EXIT_REFUSED : EXIT_FAILURE);
}
