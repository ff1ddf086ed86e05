#include "schemas/generator/model.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Memory is the process's, so nobody may look for leaks at its end. */
void finish(int status)
{
    (void)fflush(NULL);
    _exit(status);
}

void refuse(const char *path, const char *where, const char *format, ...)
{
    va_list args;

    (void)fprintf(stderr, "%s: ", path);
    if (where != NULL)
        (void)fprintf(stderr, "%s: ", where);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputc('\n', stderr);
    finish(EXIT_FAILURE);
}

void broken(const char *path, const char *where, const char *rule, const char *format, ...)
{
    char *message = NULL;
    va_list args;

    va_start(args, format);
    if (vasprintf(&message, format, args) < 0)
        message = NULL;
    va_end(args);
    refuse(path, where, "[%s] %s", rule, message == NULL ? "" : message);
}

char *text_of(const char *format, ...)
{
    char *text = NULL;
    va_list args;
    int length;

    va_start(args, format);
    length = vasprintf(&text, format, args);
    va_end(args);
    if (length < 0)
        refuse("fy-generate", NULL, "out of memory");
    return text;
}

char *read_whole(const char *path)
{
    FILE *stream = fopen(path, "re");
    char *text = NULL;
    size_t size = 0;

    if (stream == NULL)
        return NULL;
    if (getdelim(&text, &size, '\0', stream) < 0) {
        free(text);
        text = text_of("%s", "");
    }
    (void)fclose(stream);
    return text;
}

char *snake_of(const char *camel)
{
    char *snake = calloc(2, strlen(camel) + 1);
    size_t length = 0;

    if (snake == NULL)
        refuse("fy-generate", NULL, "out of memory");
    for (size_t i = 0; camel[i] != '\0'; i++) {
        if (isupper((unsigned char)camel[i]) && i > 0 && camel[i - 1] != '_')
            snake[length++] = '_';
        snake[length++] = (char)tolower((unsigned char)camel[i]);
    }
    return snake;
}

char *upper_of(const char *name)
{
    char *upper = text_of("%s", name);

    for (char *at = upper; *at != '\0'; at++)
        *at = (char)(*at == '-' ? '_' : toupper((unsigned char)*at));
    return upper;
}
