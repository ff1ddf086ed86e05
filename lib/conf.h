/*
 * conf.h - what a program is told at start: lines of "name = value" in one file.
 *
 *   program --conf FILE      read FILE
 *   program --help           every name, its default and what it means
 *
 * A name nobody asks for, a missing value without default and a number out of range are errors that
 * name file and line. Secrets are never values: they are paths of files with mode 0400.
 * '#' begins a comment line.
 */
#ifndef FY_CONF_H
#define FY_CONF_H

#include "lib/err.h"

#include <stdint.h>

struct fy_conf_item {
    const char *name;
    const char *fallback; /* NULL: must be given. */
    const char *help;
    const char **text; /* One of the two is set; where the value goes. Lives with the conf. */
    int *number;
    int number_min, number_max;
};

struct fy_conf;

/*
 * Reads argv. Returns FY_OK with *ret_conf set; prints help and exits 0 for --help; FY_FATAL with
 * words for the user else.
 */
enum fy_status fy_conf_load(const char *program,
    const char *summary,
    const struct fy_conf_item *items,
    int item_count,
    int argc,
    char **argv,
    struct fy_conf **ret_conf,
    struct fy_err *err) FY_MUST_CHECK;
void fy_conf_free(struct fy_conf *conf);

/*
 * Read a secret of exactly `size` bytes from a file that only we may read, or that root lends to a
 * group of ours (mode 0440).
 */
enum fy_status fy_conf_secret(
    const char *path, uint8_t *ret_bytes, size_t size, struct fy_err *err) FY_MUST_CHECK;

/*
 * The same of a secret that is text, as others hand theirs out: at most `size` - 1 bytes, ended by
 * a NUL, without the end of its last line.
 */
enum fy_status fy_conf_secret_text(
    const char *path, char *ret_text, size_t size, struct fy_err *err) FY_MUST_CHECK;

#endif
