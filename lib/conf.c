#include "lib/conf.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 64 * 1024 }; /* A config is a page; more is a mistake. */

struct fy_conf {
    char *text; /* The file, cut into names and values in place. */
    int *lines; /* Per item: the line that set it, 0 when none did. */
    char file[256];
};

static void print_help(
    const char *program, const char *summary, const struct fy_conf_item *items, int item_count)
{
    (void)printf("%s - %s\n\n  %s --conf FILE\n\nFILE has lines of \"name = value\":\n\n", program,
        summary, program);
    for (int i = 0; i < item_count; i++) {
        (void)printf("  %-20s %s", items[i].name, items[i].help);
        if (items[i].number != NULL)
            (void)printf("; %d .. %d", items[i].number_min, items[i].number_max);
        if (items[i].fallback != NULL)
            (void)printf(" (%s)\n", items[i].fallback);
        else
            (void)printf(" (must be given)\n");
    }
}

static char *trim(char *text)
{
    size_t length;

    text += strspn(text, " \t\r");
    length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1]) != NULL)
        length--;
    text[length] = '\0';
    return text;
}

/* `place` is "FILE:LINE" or "the default": where the value came from. */
static enum fy_status set_item(
    const struct fy_conf_item *item, const char *value, const char *place, struct fy_err *err)
{
    char *end;
    long number;

    assert((item->text != NULL) != (item->number != NULL));

    if (item->text != NULL) {
        *item->text = value;
        return FY_OK;
    }
    errno = 0;
    number = strtol(value, &end, 10);
    if (end == value || *end != '\0' || errno != 0 || number < item->number_min ||
        number > item->number_max)
        return fy_fail(err, FY_FATAL, "%s: %s is \"%s\"; it must be a number in %d .. %d", place,
            item->name, value, item->number_min, item->number_max);
    *item->number = (int)number;
    return FY_OK;
}

static enum fy_status read_file(struct fy_conf *conf, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    FILE *in = fopen(conf->file, "re");
    size_t size;

    if (in == NULL)
        return fy_fail(
            err, FY_FATAL, "could not read config \"%s\": %s", conf->file, strerror(errno));
    size = fread(conf->text, 1, FILE_BYTES_MAX + 1, in);
    if (ferror(in) != 0)
        status = fy_fail(err, FY_FATAL, "could not read config \"%s\"", conf->file);
    else if (size > FILE_BYTES_MAX) {
        status = fy_fail(
            err, FY_FATAL, "config \"%s\" is larger than %d bytes", conf->file, FILE_BYTES_MAX);
    } else if (memchr(conf->text, '\0', size) != NULL) {
        status = fy_fail(err, FY_FATAL, "config \"%s\" holds a NUL byte", conf->file);
    } else {
        conf->text[size] = '\0';
    }
    (void)fclose(in);
    return status;
}

static enum fy_status set_line(struct fy_conf *conf,
    const struct fy_conf_item *items,
    int item_count,
    char *line,
    int number,
    struct fy_err *err)
{
    char place[300];
    char *equals;
    char *name;

    (void)snprintf(place, sizeof(place), "%s:%d", conf->file, number);
    line = trim(line);
    if (line[0] == '\0' || line[0] == '#')
        return FY_OK;
    equals = strchr(line, '=');
    if (equals == NULL)
        return fy_fail(err, FY_FATAL, "%s: no '='; lines are \"name = value\"", place);
    *equals = '\0';
    name = trim(line);
    for (int i = 0; i < item_count; i++) {
        if (strcmp(items[i].name, name) != 0)
            continue;
        if (conf->lines[i] != 0)
            return fy_fail(
                err, FY_FATAL, "%s: %s was set in line %d already", place, name, conf->lines[i]);
        conf->lines[i] = number;
        return set_item(&items[i], trim(equals + 1), place, err);
    }
    return fy_fail(err, FY_FATAL, "%s: nothing is called \"%.64s\"; see --help", place, name);
}

static enum fy_status set_all(
    struct fy_conf *conf, const struct fy_conf_item *items, int item_count, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    char *rest = conf->text;
    int number = 0;

    while (status == FY_OK && rest != NULL) {
        char *line = strsep(&rest, "\n");

        number++;
        status = set_line(conf, items, item_count, line, number, err);
    }
    for (int i = 0; status == FY_OK && i < item_count; i++) {
        if (conf->lines[i] != 0)
            continue;
        if (items[i].fallback == NULL) {
            status = fy_fail(err, FY_FATAL, "%s: %s is not set and has no default: %s",
                conf->file[0] != '\0' ? conf->file : "no --conf", items[i].name, items[i].help);
        } else {
            status = set_item(&items[i], items[i].fallback, "the default", err);
        }
    }
    return status;
}

enum fy_status fy_conf_load(const char *program,
    const char *summary,
    const struct fy_conf_item *items,
    int item_count,
    int argc,
    char **argv,
    struct fy_conf **ret_conf,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    struct fy_conf *conf;

    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        print_help(program, summary, items, item_count);
        exit(EXIT_SUCCESS);
    }
    if (argc != 1 && !(argc == 3 && strcmp(argv[1], "--conf") == 0))
        return fy_fail(err, FY_FATAL, "usage: %s --conf FILE, or %s --help", program, program);
    conf = calloc(1, sizeof(*conf));
    if (conf != NULL) {
        conf->text = calloc(1, FILE_BYTES_MAX + 2);
        conf->lines = calloc((size_t)item_count + 1, sizeof(*conf->lines));
    }
    if (conf == NULL || conf->text == NULL || conf->lines == NULL) {
        fy_conf_free(conf);
        return fy_fail(err, FY_FATAL, "no memory for the config");
    }
    if (argc == 3) {
        (void)snprintf(conf->file, sizeof(conf->file), "%s", argv[2]);
        status = read_file(conf, err);
    }
    if (status == FY_OK)
        status = set_all(conf, items, item_count, err);
    if (status != FY_OK) {
        fy_conf_free(conf);
        return status;
    }
    *ret_conf = conf;
    return FY_OK;
}

void fy_conf_free(struct fy_conf *conf)
{
    if (conf == NULL)
        return;
    free(conf->text);
    free(conf->lines);
    free(conf);
}

/* The descriptor is checked, not the path: nobody can swap the file in between. */
static bool is_ours(const struct stat *info)
{
    return info->st_uid == geteuid() && (info->st_mode & 077) == 0;
}

/* By root to a group, which is us and others that need it: nobody of the group may write it. */
static bool is_lent(const struct stat *info)
{
    return info->st_uid == 0 && (info->st_mode & 037) == 0;
}

/* `size` bytes at most, or, where `exact`, just as many. */
static enum fy_status read_secret(int fd,
    const char *path,
    bool exact,
    uint8_t *bytes,
    size_t size,
    size_t *ret_size,
    struct fy_err *err)
{
    struct stat info;

    if (fstat(fd, &info) != 0)
        return fy_fail(err, FY_FATAL, "could not look at secret \"%s\": %s", path, strerror(errno));
    if (!S_ISREG(info.st_mode))
        return fy_fail(err, FY_FATAL, "secret \"%s\" is no regular file", path);
    if (!is_ours(&info) && !is_lent(&info)) {
        return fy_fail(err, FY_FATAL,
            "secret \"%s\" can be read by others: make it ours, with 0400, or root's, with 0440",
            path);
    }
    if (exact && info.st_size != (off_t)size)
        return fy_fail(err, FY_FATAL, "secret \"%s\" has %lld bytes; it must have %zu", path,
            (long long)info.st_size, size);
    if (info.st_size < 1 || info.st_size > (off_t)size)
        return fy_fail(err, FY_FATAL, "secret \"%s\" has %lld bytes; it may have 1 .. %zu", path,
            (long long)info.st_size, size);
    *ret_size = (size_t)info.st_size;
    if (read(fd, bytes, *ret_size) != (ssize_t)*ret_size)
        return fy_fail(err, FY_FATAL, "could not read secret \"%s\"", path);
    return FY_OK;
}

static enum fy_status open_secret(
    const char *path, bool exact, uint8_t *bytes, size_t size, size_t *ret_size, struct fy_err *err)
{
    enum fy_status status;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return fy_fail(err, FY_FATAL, "could not open secret \"%s\": %s", path, strerror(errno));
    status = read_secret(fd, path, exact, bytes, size, ret_size, err);
    (void)close(fd);
    return status;
}

enum fy_status fy_conf_secret(const char *path, uint8_t *ret_bytes, size_t size, struct fy_err *err)
{
    size_t got;

    return open_secret(path, true, ret_bytes, size, &got, err);
}

enum fy_status fy_conf_secret_text(
    const char *path, char *ret_text, size_t size, struct fy_err *err)
{
    size_t got;
    enum fy_status status = open_secret(path, false, (uint8_t *)ret_text, size - 1, &got, err);

    if (status != FY_OK)
        return status;
    while (got > 0 && (ret_text[got - 1] == '\n' || ret_text[got - 1] == '\r'))
        got--;
    ret_text[got] = '\0';
    return FY_OK;
}
