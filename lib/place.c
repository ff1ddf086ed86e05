/* The two calls of lib/ids.h that know topics. */
#include "lib/ids.h"
#include "lib/source.h"

#include <assert.h>
#include <inttypes.h>

struct fy_slice fy_place_text(struct fy_arena *arena, const struct fy_place *place)
{
    assert(place->topic < FY_TOPIC_COUNT);
    assert(place->partition >= 0 && place->offset >= 0);

    return fy_arena_format(arena, "%s-%" PRId32 "-%" PRId64, fy_topics[place->topic].name,
        place->partition, place->offset);
}

/*
 * Takes "-<digits>" off the end of `text`. Only the one way we write a number is read: no sign, no
 * leading zero, nothing above `max`.
 */
static bool number_at_end(struct fy_slice *text, int64_t max, int64_t *ret_number)
{
    size_t start = text->size;
    int64_t number = 0;

    while (start > 0 && text->data[start - 1] >= '0' && text->data[start - 1] <= '9')
        start--;
    if (start == text->size || start == 0 || text->data[start - 1] != '-')
        return false;
    if (text->data[start] == '0' && text->size - start > 1)
        return false;
    for (size_t i = start; i < text->size; i++) {
        int digit = text->data[i] - '0';

        if (number > (max - digit) / 10)
            return false;
        number = number * 10 + digit;
    }
    text->size = start - 1;
    *ret_number = number;
    return true;
}

bool fy_place_parse(struct fy_slice text, struct fy_place *ret_place)
{
    int64_t offset;
    int64_t partition;
    enum fy_topic topic;

    if (!number_at_end(&text, INT64_MAX, &offset) ||
        !number_at_end(&text, FY_PARTITIONS_MAX - 1, &partition))
        return false;
    topic = fy_topic_find(text);
    if (topic == FY_TOPIC_COUNT)
        return false;
    *ret_place =
        (struct fy_place){.topic = topic, .partition = (int32_t)partition, .offset = offset};
    return true;
}
