/*
 * Any bytes as a program's configuration: refused with file, line and limit, or within its limits.
 * Room for the largest file, 64 KB, and stdio's are there whatever is in it.
 */
#define FUZZ_BYTES (128 * 1024)

#include "lib/conf.h"
#include "test/fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

static void load(struct fy_slice input)
{
    const char *text = NULL;
    int number = 0;
    const struct fy_conf_item items[] = {
        {.name = "data", .help = "folder", .text = &text},
        {.name = "workers",
            .fallback = "2",
            .help = "threads",
            .number = &number,
            .number_min = 1,
            .number_max = 64},
    };
    char program[] = "fuzz", option[] = "--conf", path[64];
    char *argv[] = {program, option, path, NULL};
    static int file = -1;
    struct fy_conf *conf = NULL;
    struct fy_err err;

    fuzz_pause();
    if (file < 0)
        file = memfd_create("conf", MFD_CLOEXEC);
    fuzz_must(
        ftruncate(file, 0) == 0 && pwrite(file, input.data, input.size, 0) == (ssize_t)input.size,
        "the file is written");
    (void)snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
    fuzz_resume();
    if (fy_conf_load("fuzz", "", items, 2, 3, argv, &conf, &err) == FY_OK) {
        fuzz_must(text != NULL && strlen(text) <= input.size, "a value is of the file");
        fuzz_must(number >= 1 && number <= 64, "a number is within its limits");
    } else {
        fuzz_must(strstr(err.text, path) != NULL, "an error names the file");
    }
    fy_conf_free(conf);
}

FUZZ_TARGET(load, "# where\ndata = /tmp/a b\r\nworkers=64\n", "data=\nworkers = 99999999999999\n")
