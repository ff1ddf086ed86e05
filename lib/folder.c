#include "lib/folder.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum fy_status fy_folder_make(const char *path, struct fy_err *err)
{
    char parent[FY_FOLDER_BYTES_MAX];
    size_t length = strlen(path);

    if (length == 0 || length >= sizeof(parent))
        return fy_fail(err, FY_FATAL, "the path of a folder is %zu bytes long, not 1 to %zu",
            length, sizeof(parent) - 1);
    memcpy(parent, path, length + 1);

    for (char *at = parent + 1;; at++) {
        char was = *at;

        if (was != '/' && was != '\0')
            continue;
        *at = '\0';
        if (mkdir(parent, 0700) != 0 && errno != EEXIST)
            return fy_fail(
                err, FY_FATAL, "could not make folder \"%s\": %s", parent, strerror(errno));
        *at = was;
        if (was == '\0')
            return FY_OK;
    }
}
