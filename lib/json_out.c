#include "lib/json_out.h"
#include "schemas/codec/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { CAPACITY_MIN = 1024 };

void fy_json_out_init(struct fy_json_out *out, struct fy_arena *arena)
{
    *out = (struct fy_json_out){.arena = arena, .first = true};
}

static bool room(struct fy_json_out *out, size_t size)
{
    size_t capacity = out->capacity > 0 ? out->capacity : CAPACITY_MIN;
    char *text;

    if (out->full)
        return false;
    if (size <= out->capacity - out->size)
        return true;
    while (capacity - out->size < size)
        capacity *= 2;

    text = (char *)fy_arena_room(out->arena, capacity);
    if (text == NULL) {
        out->full = true;
        return false;
    }
    (void)fy_arena_take(out->arena, capacity);
    if (out->size > 0)
        memcpy(text, out->text, out->size);
    out->text = text;
    out->capacity = capacity;
    return true;
}

void fy_json_out_expect(struct fy_json_out *out, size_t bytes)
{
    (void)room(out, bytes);
}

static void put(struct fy_json_out *out, const char *text, size_t size)
{
    if (size == 0 || !room(out, size))
        return;
    memcpy(out->text + out->size, text, size);
    out->size += size;
}

/* What stands before a value: a comma, unless it is the first or its name has just been written. */
static void separate(struct fy_json_out *out)
{
    bool member = out->depth > 0 && out->closers[out->depth - 1] == '}';

    assert(out->named == member);
    if (!out->named && !out->first)
        put(out, ",", 1);
    out->named = false;
    out->first = false;
}

static void begin(struct fy_json_out *out, char opener, char closer)
{
    assert(out->depth < FY_JSON_OUT_DEPTH_MAX);
    separate(out);
    put(out, &opener, 1);
    out->closers[out->depth++] = closer;
    out->first = true;
}

static void end(struct fy_json_out *out, char closer)
{
    assert(out->depth > 0 && out->closers[out->depth - 1] == closer);
    assert(!out->named);
    put(out, &closer, 1);
    out->depth--;
    out->first = false;
}

void fy_json_out_object(struct fy_json_out *out)
{
    begin(out, '{', '}');
}

void fy_json_out_object_end(struct fy_json_out *out)
{
    end(out, '}');
}

void fy_json_out_array(struct fy_json_out *out)
{
    begin(out, '[', ']');
}

void fy_json_out_array_end(struct fy_json_out *out)
{
    end(out, ']');
}

void fy_json_out_name(struct fy_json_out *out, const char *name)
{
    size_t size = strlen(name);

    assert(out->depth > 0 && out->closers[out->depth - 1] == '}');
    assert(!out->named);
    if (room(out, size + 4)) {
        char *at = out->text + out->size;

        if (!out->first)
            *at++ = ',';
        *at++ = '"';
        memcpy(at, name, size);
        memcpy(at + size, "\":", 2);
        out->size = (size_t)(at + size + 2 - out->text);
    }
    out->first = false;
    out->named = true;
}

/* Most of any text: such bytes are copied as they come. */
static bool is_plain(uint8_t byte)
{
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\' && byte != '<' &&
           byte != '>' && byte != '&';
}

/* What JSON writes for `byte`, or NULL where it stands for itself. */
static const char *escape_of(uint8_t byte, char buffer[7])
{
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        break;
    }
    if (byte >= 0x20 && byte != '<' && byte != '>' && byte != '&' && byte != 0x7f)
        return NULL;
    (void)snprintf(buffer, 7, "\\u%04x", byte);
    return buffer;
}

/* What stands for the character at `i` and how many bytes it is; NULL when it stands for itself. */
static const char *instead_of(
    struct fy_slice text, size_t i, char buffer[static 7], size_t *ret_size)
{
    *ret_size = 1;
    if (text.data[i] < 0x80)
        return escape_of(text.data[i], buffer);
    *ret_size = fy_utf8_size(text.data + i, text.data + text.size);
    if (*ret_size > 0)
        return NULL;
    *ret_size = 1;
    return "\xef\xbf\xbd";
}

/* A message that was cut may end in half a character: JSON is UTF-8, whatever it is made of. */
void fy_json_out_text(struct fy_json_out *out, struct fy_slice text)
{
    size_t done = 0;
    char buffer[7];
    size_t size;

    separate(out);
    put(out, "\"", 1);
    for (size_t i = 0; i < text.size; i += size) {
        const char *instead;

        size = 1;
        if (is_plain(text.data[i]))
            continue;
        instead = instead_of(text, i, buffer, &size);
        if (instead == NULL)
            continue;
        put(out, (const char *)text.data + done, i - done);
        put(out, instead, strlen(instead));
        done = i + size;
    }
    if (done < text.size)
        put(out, (const char *)text.data + done, text.size - done);
    put(out, "\"", 1);
}

void fy_json_out_members(struct fy_json_out *out, struct fy_slice members)
{
    assert(out->depth > 0 && out->closers[out->depth - 1] == '}');
    assert(!out->named);
    if (members.size == 0)
        return;
    if (!out->first)
        put(out, ",", 1);
    put(out, (const char *)members.data, members.size);
    out->first = false;
}

void fy_json_out_json(struct fy_json_out *out, struct fy_slice json)
{
    separate(out);
    put(out, (const char *)json.data, json.size);
}

void fy_json_out_int(struct fy_json_out *out, int64_t value)
{
    char text[24];
    char *at = text + sizeof(text);
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        *--at = '-';
    separate(out);
    put(out, at, (size_t)(text + sizeof(text) - at));
}

void fy_json_out_bool(struct fy_json_out *out, bool value)
{
    separate(out);
    put(out, value ? "true" : "false", value ? 4 : 5);
}

void fy_json_out_null(struct fy_json_out *out)
{
    separate(out);
    put(out, "null", 4);
}

void fy_json_out_member_text(struct fy_json_out *out, const char *name, struct fy_slice text)
{
    fy_json_out_name(out, name);
    if (text.data == NULL)
        fy_json_out_null(out);
    else
        fy_json_out_text(out, text);
}

void fy_json_out_member_int(struct fy_json_out *out, const char *name, int64_t value)
{
    fy_json_out_name(out, name);
    fy_json_out_int(out, value);
}

bool fy_json_out_done(struct fy_json_out *out, struct fy_slice *ret_json)
{
    assert(out->depth == 0);
    assert(!out->first);

    put(out, "", 1); /* The NUL. */
    if (out->full)
        return false;
    *ret_json = (struct fy_slice){(const uint8_t *)out->text, out->size - 1};
    return true;
}
