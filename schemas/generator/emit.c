#include "schemas/generator/model.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void out_open(struct out *out)
{
    out->stream = open_memstream(&out->text, &out->size);
    if (out->stream == NULL)
        refuse("fy-generate", NULL, "out of memory");
}

void out_close(struct out *out, const char *folder, const char *name)
{
    char *path = text_of("%s/%s", folder, name);
    char *before = read_whole(path);
    FILE *stream;

    (void)fclose(out->stream);
    /* Each part ends in a blank line; a file does not. */
    while (out->size > 1 && out->text[out->size - 2] == '\n')
        out->text[--out->size] = '\0';
    if (before == NULL || strcmp(before, out->text) != 0) {
        stream = fopen(path, "we");
        if (stream == NULL || fwrite(out->text, 1, out->size, stream) != out->size ||
            fclose(stream) != 0)
            refuse(path, NULL, "could not write: %s", strerror(errno));
    }
    free(before);
    free(out->text);
}

void put(struct out *out, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)vfprintf(out->stream, format, args);
    va_end(args);
}

void put_made_from(struct out *out, const char *source)
{
    put(out, "/*\n * Made by fy-generate from %s. Change that and build `generate`.\n */\n",
        source);
}

static char *joined(const char *const *arguments)
{
    char *text = text_of("%s", "");

    for (int i = 0; arguments[i] != NULL; i++)
        text = text_of("%s%s%s", text, i == 0 ? "" : ", ", arguments[i]);
    return text;
}

void put_call(
    struct out *out, int indent, const char *head, const char *const *arguments, const char *tail)
{
    char *all = joined(arguments);
    size_t flat = (size_t)indent + strlen(head) + strlen(all) + strlen(tail) + 2;

    if (flat <= LINE_MAX_COLUMNS) {
        put(out, "%*s%s(%s)%s\n", indent, "", head, all, tail);
        return;
    }
    if ((size_t)indent + 4 + strlen(all) + strlen(tail) + 1 <= LINE_MAX_COLUMNS) {
        put(out, "%*s%s(\n%*s%s)%s\n", indent, "", head, indent + 4, "", all, tail);
        return;
    }
    put(out, "%*s%s(%s,\n", indent, "", head, arguments[0]);
    for (int i = 1; arguments[i] != NULL; i++)
        put(out, "%*s%s%s\n", indent + 4, "", arguments[i],
            arguments[i + 1] == NULL ? text_of(")%s", tail) : ",");
}

void put_comment(struct out *out, int indent, const char *text)
{
    size_t room = (size_t)(LINE_MAX_COLUMNS - indent - 3);
    size_t length = strlen(text);

    if (length + 3 <= room) {
        put(out, "%*s/* %s */\n", indent, "", text);
        return;
    }
    put(out, "%*s/*\n", indent, "");
    while (length > 0) {
        size_t cut = length;

        if (length > room) {
            cut = room;
            while (cut > 0 && text[cut] != ' ')
                cut--;
            if (cut == 0)
                cut = strcspn(text, " ");
        }
        put(out, "%*s * %.*s\n", indent, "", (int)cut, text);
        text += cut + strspn(text + cut, " ");
        length = strlen(text);
    }
    put(out, "%*s */\n", indent, "");
}

void put_literal(struct out *out, int indent, const char *text, const char *tail)
{
    size_t room = (size_t)(LINE_MAX_COLUMNS - indent - 2) - strlen(tail);
    size_t column = 0;

    put(out, "%*s\"", indent, "");
    for (const char *at = text; *at != '\0'; at++) {
        char piece[8];

        if (*at == '"' || *at == '\\')
            (void)snprintf(piece, sizeof(piece), "\\%c", *at);
        else
            (void)snprintf(piece, sizeof(piece), "%c", *at);
        if (column + strlen(piece) > room) {
            put(out, "\"\n%*s\"", indent, "");
            column = 0;
        }
        put(out, "%s", piece);
        column += strlen(piece);
    }
    put(out, "\"%s\n", tail);
}

const char *c_type(const struct field *field)
{
    switch (field->kind) {
    case KIND_BOOLEAN:
        return "bool ";
    case KIND_INT:
        return "int32_t ";
    case KIND_LONG:
        return "int64_t ";
    case KIND_FLOAT:
        return "float ";
    case KIND_DOUBLE:
        return "double ";
    case KIND_ENUM:
        return text_of("enum %s ", field->named->c_name);
    case KIND_RECORD:
        if (field->nullable)
            return text_of("const struct %s *", field->named->c_name);
        return text_of("struct %s ", field->named->c_name);
    default:
        return "struct fy_slice ";
    }
}

const char *wire_word(enum kind kind)
{
    static const char *const words[] = {
        "boolean",
        "int",
        "long",
        "float",
        "double",
        "string",
        "bytes",
        "fixed",
        "symbol",
        "record",
    };

    return words[kind];
}

bool has_flag(const struct field *field)
{
    return field->nullable && field->kind != KIND_RECORD && field->kind != KIND_STRING &&
           field->kind != KIND_BYTES && field->kind != KIND_FIXED;
}
