/* caller.h - who a client is: a head line of a file, because arguments are for everybody to see. */
#ifndef TEST_PROVE_LOAD_CALLER_H
#define TEST_PROVE_LOAD_CALLER_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* "Authorization: Bearer ...", without its end. */
static inline bool caller_read(const char *path, char *line, size_t size)
{
    FILE *file = fopen(path, "re");
    bool read = file != NULL && fgets(line, (int)size, file) != NULL;

    if (file != NULL)
        (void)fclose(file);
    if (read)
        line[strcspn(line, "\r\n")] = '\0';
    return read;
}

#endif
