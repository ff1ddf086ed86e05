/*
 * Made by fy-generate from schemas/exposure_row.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_onlooker_sessions(struct fy_reader *in, struct onlooker_sessions *value)
{
    struct session_seen *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 3, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_session_seen(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_onlooker_shown(struct fy_reader *in, struct onlooker_shown *value)
{
    int64_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_long(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_onlooker_chosen(struct fy_reader *in, struct onlooker_chosen *value)
{
    int64_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_long(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_onlooker_cart(struct fy_reader *in, struct onlooker_cart *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_onlooker_reached(struct fy_reader *in, struct onlooker_reached *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_onlooker(struct fy_reader *in, struct onlooker *value)
{
    if (!read_onlooker_sessions(in, &value->sessions))
        return false;
    if (!read_onlooker_shown(in, &value->shown))
        return false;
    if (!read_onlooker_chosen(in, &value->chosen))
        return false;
    if (!read_onlooker_cart(in, &value->cart))
        return false;
    if (!fy_read_int(in, &value->day))
        return false;
    if (!fy_read_int(in, &value->counted))
        return false;
    if (!read_onlooker_reached(in, &value->reached))
        return false;
    if (!fy_read_long(in, &value->forgotten_ms))
        return false;
    return true;
}

static bool read_tally(struct fy_reader *in, struct tally *value)
{
    bool set;

    if (!fy_read_exposure(in, &value->exposure))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->next = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->next))
        return false;
    return true;
}

static bool read_basket_line(struct fy_reader *in, struct basket_line *value)
{
    bool set;

    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->supplier = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->supplier))
        return false;
    if (!fy_read_money(in, &value->price))
        return false;
    return true;
}

static bool read_basket_lines(struct fy_reader *in, struct basket_lines *value)
{
    struct basket_line *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 5, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_basket_line(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_basket(struct fy_reader *in, struct basket *value)
{
    if (!read_basket_lines(in, &value->lines))
        return false;
    return true;
}

static bool read_open_day(struct fy_reader *in, struct open_day *value)
{
    if (!fy_read_int(in, &value->day))
        return false;
    if (!fy_read_string(in, &value->last))
        return false;
    return true;
}

static bool read_open_days_open(struct fy_reader *in, struct open_days_open *value)
{
    struct open_day *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 2, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!read_open_day(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_open_days_closed(struct fy_reader *in, struct open_days_closed *value)
{
    struct fy_slice *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, 1, &more))
            return false;
        if (more == 0)
            break;
        items = fy_read_room(in, items, count, &capacity, more, sizeof(*items));
        if (items == NULL)
            return false;
        for (more += count; count < more; count++) {
            if (!fy_read_string(in, &items[count]))
                return false;
        }
    }
    value->items = items;
    value->count = count;
    return true;
}

static bool read_open_days(struct fy_reader *in, struct open_days *value)
{
    if (!fy_read_int(in, &value->newest))
        return false;
    if (!read_open_days_open(in, &value->open))
        return false;
    if (!read_open_days_closed(in, &value->closed))
        return false;
    return true;
}

static bool read_exposure_row_position(struct fy_reader *in, const struct task_position **ret_value)
{
    struct task_position *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_task_position(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_exposure_row_parked(struct fy_reader *in, const struct parked_key **ret_value)
{
    struct parked_key *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !fy_read_parked_key(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_exposure_row_onlooker(struct fy_reader *in, const struct onlooker **ret_value)
{
    struct onlooker *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_onlooker(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_exposure_row_tally(struct fy_reader *in, const struct tally **ret_value)
{
    struct tally *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_tally(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_exposure_row_basket(struct fy_reader *in, const struct basket **ret_value)
{
    struct basket *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_basket(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_exposure_row_days(struct fy_reader *in, const struct open_days **ret_value)
{
    struct open_days *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_open_days(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_exposure_row(struct fy_reader *in, struct exposure_row *value)
{
    int set_count;

    if (!read_exposure_row_position(in, &value->position))
        return false;
    if (!read_exposure_row_parked(in, &value->parked))
        return false;
    if (!read_exposure_row_onlooker(in, &value->onlooker))
        return false;
    if (!read_exposure_row_tally(in, &value->tally))
        return false;
    if (!read_exposure_row_basket(in, &value->basket))
        return false;
    if (!read_exposure_row_days(in, &value->days))
        return false;
    set_count = 0;
    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->onlooker != NULL;
    set_count += value->tally != NULL;
    set_count += value->basket != NULL;
    set_count += value->days != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

enum fy_status exposure_row_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct exposure_row *ret_value,
    struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 68:
        return fy_read_end(&in, fy_read_exposure_row(&in, ret_value));
    case 78:
        return fy_read_end(&in, fy_read_exposure_row(&in, ret_value));
    default:
        return fy_read_unknown(&in, "exposure_row");
    }
}

static size_t room_onlooker(const struct onlooker *value)
{
    size_t room = 75;

    for (size_t i = 0; i < value->sessions.count; i++)
        room += fy_room_session_seen(&value->sessions.items[i]);
    room += value->shown.count * 10;
    room += value->chosen.count * 10;
    room += value->cart.count * 10;
    for (size_t i = 0; i < value->cart.count; i++)
        room += value->cart.items[i].size;
    room += value->reached.count * 10;
    for (size_t i = 0; i < value->reached.count; i++)
        room += value->reached.items[i].size;
    return room;
}

static uint8_t *write_onlooker(uint8_t *at, const struct onlooker *value)
{
    if (value->sessions.count > 0) {
        at = fy_write_long(at, (int64_t)value->sessions.count);
        for (size_t i = 0; i < value->sessions.count; i++)
            at = fy_write_session_seen(at, &value->sessions.items[i]);
    }
    *at++ = 0;
    if (value->shown.count > 0) {
        at = fy_write_long(at, (int64_t)value->shown.count);
        for (size_t i = 0; i < value->shown.count; i++)
            at = fy_write_long(at, value->shown.items[i]);
    }
    *at++ = 0;
    if (value->chosen.count > 0) {
        at = fy_write_long(at, (int64_t)value->chosen.count);
        for (size_t i = 0; i < value->chosen.count; i++)
            at = fy_write_long(at, value->chosen.items[i]);
    }
    *at++ = 0;
    if (value->cart.count > 0) {
        at = fy_write_long(at, (int64_t)value->cart.count);
        for (size_t i = 0; i < value->cart.count; i++)
            at = fy_write_string(at, value->cart.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->day);
    at = fy_write_long(at, value->counted);
    if (value->reached.count > 0) {
        at = fy_write_long(at, (int64_t)value->reached.count);
        for (size_t i = 0; i < value->reached.count; i++)
            at = fy_write_string(at, value->reached.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->forgotten_ms);
    return at;
}

static size_t room_tally(const struct tally *value)
{
    size_t room = 11;

    room += fy_room_exposure(&value->exposure);
    room += value->next.size;
    return room;
}

static uint8_t *write_tally(uint8_t *at, const struct tally *value)
{
    at = fy_write_exposure(at, &value->exposure);
    at = fy_write_branch(at, value->next.data != NULL);
    if (value->next.data != NULL)
        at = fy_write_string(at, value->next);
    return at;
}

static size_t room_basket_line(const struct basket_line *value)
{
    size_t room = 31;

    room += value->sku.size;
    room += value->supplier.size;
    room += fy_room_money(&value->price);
    return room;
}

static uint8_t *write_basket_line(uint8_t *at, const struct basket_line *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    at = fy_write_branch(at, value->supplier.data != NULL);
    if (value->supplier.data != NULL)
        at = fy_write_string(at, value->supplier);
    at = fy_write_money(at, &value->price);
    return at;
}

static size_t room_basket(const struct basket *value)
{
    size_t room = 11;

    for (size_t i = 0; i < value->lines.count; i++)
        room += room_basket_line(&value->lines.items[i]);
    return room;
}

static uint8_t *write_basket(uint8_t *at, const struct basket *value)
{
    if (value->lines.count > 0) {
        at = fy_write_long(at, (int64_t)value->lines.count);
        for (size_t i = 0; i < value->lines.count; i++)
            at = write_basket_line(at, &value->lines.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_open_day(const struct open_day *value)
{
    size_t room = 15;

    room += value->last.size;
    return room;
}

static uint8_t *write_open_day(uint8_t *at, const struct open_day *value)
{
    at = fy_write_long(at, value->day);
    at = fy_write_string(at, value->last);
    return at;
}

static size_t room_open_days(const struct open_days *value)
{
    size_t room = 27;

    for (size_t i = 0; i < value->open.count; i++)
        room += room_open_day(&value->open.items[i]);
    room += value->closed.count * 10;
    for (size_t i = 0; i < value->closed.count; i++)
        room += value->closed.items[i].size;
    return room;
}

static uint8_t *write_open_days(uint8_t *at, const struct open_days *value)
{
    at = fy_write_long(at, value->newest);
    if (value->open.count > 0) {
        at = fy_write_long(at, (int64_t)value->open.count);
        for (size_t i = 0; i < value->open.count; i++)
            at = write_open_day(at, &value->open.items[i]);
    }
    *at++ = 0;
    if (value->closed.count > 0) {
        at = fy_write_long(at, (int64_t)value->closed.count);
        for (size_t i = 0; i < value->closed.count; i++)
            at = fy_write_string(at, value->closed.items[i]);
    }
    *at++ = 0;
    return at;
}

size_t fy_room_exposure_row(const struct exposure_row *value)
{
    size_t room = 6;

    if (value->position != NULL)
        room += fy_room_task_position(value->position);
    if (value->parked != NULL)
        room += fy_room_parked_key(value->parked);
    if (value->onlooker != NULL)
        room += room_onlooker(value->onlooker);
    if (value->tally != NULL)
        room += room_tally(value->tally);
    if (value->basket != NULL)
        room += room_basket(value->basket);
    if (value->days != NULL)
        room += room_open_days(value->days);
    return room;
}

uint8_t *fy_write_exposure_row(uint8_t *at, const struct exposure_row *value)
{
    at = fy_write_branch(at, value->position != NULL);
    if (value->position != NULL)
        at = fy_write_task_position(at, value->position);
    at = fy_write_branch(at, value->parked != NULL);
    if (value->parked != NULL)
        at = fy_write_parked_key(at, value->parked);
    at = fy_write_branch(at, value->onlooker != NULL);
    if (value->onlooker != NULL)
        at = write_onlooker(at, value->onlooker);
    at = fy_write_branch(at, value->tally != NULL);
    if (value->tally != NULL)
        at = write_tally(at, value->tally);
    at = fy_write_branch(at, value->basket != NULL);
    if (value->basket != NULL)
        at = write_basket(at, value->basket);
    at = fy_write_branch(at, value->days != NULL);
    if (value->days != NULL)
        at = write_open_days(at, value->days);
    return at;
}

enum fy_status exposure_row_encode(const struct exposure_row *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->position != NULL;
    set_count += value->parked != NULL;
    set_count += value->onlooker != NULL;
    set_count += value->tally != NULL;
    set_count += value->basket != NULL;
    set_count += value->days != NULL;
    if (set_count != 1)
        return fy_write_one_of("exposure_row", set_count, err);
    room = fy_room_exposure_row(value);
    begin = fy_write_begin(arena, 78, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_exposure_row(begin, value), ret_bytes);
}

static const struct fy_field fields_of_onlooker[] = {
    {
        .name = "sessions",
        .name_bytes = 8,
        .offset = offsetof(struct onlooker, sessions),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &fy_type_session_seen,
    },
    {
        .name = "shown",
        .name_bytes = 5,
        .offset = offsetof(struct onlooker, shown),
        .kind = FY_FIELD_LONG,
        .array = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "chosen",
        .name_bytes = 6,
        .offset = offsetof(struct onlooker, chosen),
        .kind = FY_FIELD_LONG,
        .array = true,
        .min = INT64_MIN,
        .max = 9223372036854775807,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "cart",
        .name_bytes = 4,
        .offset = offsetof(struct onlooker, cart),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "day",
        .name_bytes = 3,
        .offset = offsetof(struct onlooker, day),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "counted",
        .name_bytes = 7,
        .offset = offsetof(struct onlooker, counted),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "reached",
        .name_bytes = 7,
        .offset = offsetof(struct onlooker, reached),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
    {
        .name = "forgotten_ms",
        .name_bytes = 12,
        .offset = offsetof(struct onlooker, forgotten_ms),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_onlooker = {
    .name = "Onlooker",
    .fields = fields_of_onlooker,
    .field_count = 8,
    .size = sizeof(struct onlooker),
};

static const struct fy_field fields_of_tally[] = {
    {
        .name = "exposure",
        .name_bytes = 8,
        .offset = offsetof(struct tally, exposure),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_exposure,
    },
    {
        .name = "next",
        .name_bytes = 4,
        .offset = offsetof(struct tally, next),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_tally = {
    .name = "Tally",
    .fields = fields_of_tally,
    .field_count = 2,
    .size = sizeof(struct tally),
};

static const struct fy_field fields_of_basket_line[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct basket_line, sku),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct basket_line, units),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
    {
        .name = "supplier",
        .name_bytes = 8,
        .offset = offsetof(struct basket_line, supplier),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "price",
        .name_bytes = 5,
        .offset = offsetof(struct basket_line, price),
        .kind = FY_FIELD_RECORD,
        .record = &fy_type_money,
    },
};

static const struct fy_type type_basket_line = {
    .name = "BasketLine",
    .fields = fields_of_basket_line,
    .field_count = 4,
    .size = sizeof(struct basket_line),
};

static const struct fy_field fields_of_basket[] = {
    {
        .name = "lines",
        .name_bytes = 5,
        .offset = offsetof(struct basket, lines),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_basket_line,
    },
};

static const struct fy_type type_basket = {
    .name = "Basket",
    .fields = fields_of_basket,
    .field_count = 1,
    .size = sizeof(struct basket),
};

static const struct fy_field fields_of_open_day[] = {
    {
        .name = "day",
        .name_bytes = 3,
        .offset = offsetof(struct open_day, day),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "last",
        .name_bytes = 4,
        .offset = offsetof(struct open_day, last),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
};

static const struct fy_type type_open_day = {
    .name = "OpenDay",
    .fields = fields_of_open_day,
    .field_count = 2,
    .size = sizeof(struct open_day),
};

static const struct fy_field fields_of_open_days[] = {
    {
        .name = "newest",
        .name_bytes = 6,
        .offset = offsetof(struct open_days, newest),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "open",
        .name_bytes = 4,
        .offset = offsetof(struct open_days, open),
        .kind = FY_FIELD_RECORD,
        .array = true,
        .min_items = 0,
        .max_items = 4294967295,
        .record = &type_open_day,
    },
    {
        .name = "closed",
        .name_bytes = 6,
        .offset = offsetof(struct open_days, closed),
        .kind = FY_FIELD_STRING,
        .array = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
    },
};

static const struct fy_type type_open_days = {
    .name = "OpenDays",
    .fields = fields_of_open_days,
    .field_count = 3,
    .size = sizeof(struct open_days),
};

static const struct fy_field fields_of_exposure_row[] = {
    {
        .name = "position",
        .name_bytes = 8,
        .offset = offsetof(struct exposure_row, position),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_task_position,
    },
    {
        .name = "parked",
        .name_bytes = 6,
        .offset = offsetof(struct exposure_row, parked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &fy_type_parked_key,
    },
    {
        .name = "onlooker",
        .name_bytes = 8,
        .offset = offsetof(struct exposure_row, onlooker),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_onlooker,
    },
    {
        .name = "tally",
        .name_bytes = 5,
        .offset = offsetof(struct exposure_row, tally),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_tally,
    },
    {
        .name = "basket",
        .name_bytes = 6,
        .offset = offsetof(struct exposure_row, basket),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_basket,
    },
    {
        .name = "days",
        .name_bytes = 4,
        .offset = offsetof(struct exposure_row, days),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_open_days,
    },
};

const struct fy_type fy_type_exposure_row = {
    .name = "ExposureRow",
    .fields = fields_of_exposure_row,
    .field_count = 6,
    .one_of = true,
    .size = sizeof(struct exposure_row),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return exposure_row_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return exposure_row_decode(bytes, arena, ret_value, err);
}

static const char text_68[] =
    "{\"type\":\"record\",\"name\":\"ExposureRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\""
    "A private row of the exposure task. Exactly one of the nullable records is set.\",\"fields\":"
    "[{\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task"
    " stands: written into its changelog by every turn, in the turn's own transaction.\",\"fields"
    "\":[{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\","
    "\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace"
    "\":\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":"
    "\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\""
    "doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the "
    "newest record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer"
    ".\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc"
    "\":\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\","
    "\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Pa"
    "rtition.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\""
    ":\"seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"ty"
    "pe\":\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may"
    " be the writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"New"
    "est seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"ty"
    "pe\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination parti"
    "tion.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"p"
    "artition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc"
    "\":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\""
    "logicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{"
    "\"name\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules t"
    "hat made the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":n"
    "ull,\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its la"
    "ter records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"ty"
    "pe\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the re"
    "cord that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How"
    " many of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been "
    "handled.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that w"
    "ait are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type"
    "\":\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"na"
    "me\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, o"
    "ne after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":nul"
    "l,\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"na"
    "me\":\"onlooker\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"Onlooker\",\"doc\":\"One visitor: how repeats are recognised, and what was "
    "counted of them today.\",\"fields\":[{\"name\":\"sessions\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"SessionSeen\",\"namespace\":\"fy\",\"doc\":\"Which numb"
    "ers of one client session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\","
    "\"doc\":\"The client's session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n "
    "read.\"},{\"name\":\"window\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in"
    " 0 .. 63.\"}]}},\"doc\":\"The last 8 client sessions, newest last.\"},{\"name\":\"shown\",\"t"
    "ype\":{\"type\":\"array\",\"items\":\"long\"},\"doc\":\"Credits counted as seen, newest last;"
    " at most 400.\"},{\"name\":\"chosen\",\"type\":{\"type\":\"array\",\"items\":\"long\"},\"doc"
    "\":\"Credits counted as chosen, newest last; at most 64.\"},{\"name\":\"cart\",\"type\":{\"ty"
    "pe\":\"array\",\"items\":\"string\"},\"doc\":\"Products in the cart, newest last; at most 100"
    ".\"},{\"name\":\"day\",\"type\":\"int\",\"doc\":\"The newest day on which they did anything; "
    "what follows is of it.\"},{\"name\":\"counted\",\"type\":\"int\",\"doc\":\"How much was count"
    "ed of them on it.\"},{\"name\":\"reached\",\"type\":{\"type\":\"array\",\"items\":\"string\"}"
    ",\"doc\":\"Suppliers whose products they saw in a list; at most 64.\"},{\"name\":\"forgotten_"
    "ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When this vi"
    "sitor was forgotten last, UTC; 0: never.\"}]}]},{\"name\":\"tally\",\"default\":null,\"doc\":"
    "\"One count.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Tally\",\"doc\":\"A supplie"
    "r's exposure on a day that is open.\",\"fields\":[{\"name\":\"exposure\",\"type\":{\"type\":"
    "\"record\",\"name\":\"Exposure\",\"namespace\":\"fy\",\"doc\":\"What one supplier was seen, o"
    "f one product or of all, on one day: one part of it. All parts of a supplier, day and product"
    " added up are the whole.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"W"
    "hom it counts for: whose product page it was, at the edge; of orders, who delivers.\"},{\"nam"
    "e\":\"day\",\"type\":\"int\",\"doc\":\"Days since 1970, UTC, by the edge's time.\"},{\"name\""
    ":\"sku\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Which product; null: any o"
    "f the supplier's.\"},{\"name\":\"part\",\"type\":\"string\",\"doc\":\"Which part: the task an"
    "d what it counts, as in 3 or 3-orders.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long"
    "\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input counted, U"
    "TC.\"},{\"name\":\"impressions\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was seen "
    "in a list where its score put it.\"},{\"name\":\"impressions_explored\",\"type\":\"long\",\"d"
    "efault\":0,\"doc\":\"Times it was seen in a place kept for what nobody knows yet.\"},{\"name"
    "\":\"impressions_minimum\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was seen in a p"
    "lace kept for suppliers below the day's minimum.\"},{\"name\":\"clicks\",\"type\":\"long\",\""
    "default\":0,\"doc\":\"Times it was chosen from a list, of any kind of place.\"},{\"name\":\"v"
    "iews\",\"type\":\"long\",\"default\":0,\"doc\":\"Product pages opened, from lists and from el"
    "sewhere.\"},{\"name\":\"carts\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was put in"
    "to a cart that did not hold it.\"},{\"name\":\"orders\",\"type\":\"long\",\"default\":0,\"doc"
    "\":\"Orders confirmed that hold it; one with several of the supplier's products is one where "
    "sku is null.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items of "
    "them.\"},{\"name\":\"revenue\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\""
    "name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":"
    "\"minor\",\"type\":\"long\",\"min\":0,\"max\":100000000000,\"doc\":\"Minor units, cents of a "
    "euro.\"},{\"name\":\"currency\",\"type\":\"string\",\"min_bytes\":3,\"max_bytes\":3,\"chars\""
    ":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]}},\"default\":[],\"doc\":\"What was paid for th"
    "ese, by currency; what is returned is not taken off.\"},{\"name\":\"visitors\",\"type\":\"lon"
    "g\",\"default\":0,\"doc\":\"Visitors who saw any of the supplier's products in a list; counte"
    "d where sku is null.\"},{\"name\":\"beyond\",\"type\":\"long\",\"default\":0,\"doc\":\"What c"
    "ounts nowhere above, being more than 1,000 of one visitor on one day.\"}]},\"doc\":\"The publ"
    "ic part.\"},{\"name\":\"next\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The "
    "row of the same day that was begun before; null: none.\"}]}]},{\"name\":\"basket\",\"default"
    "\":null,\"doc\":\"An order that is not confirmed yet.\",\"type\":[\"null\",{\"type\":\"record"
    "\",\"name\":\"Basket\",\"doc\":\"An order that is not confirmed yet.\",\"fields\":[{\"name\":"
    "\"lines\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"BasketLine\""
    ",\"doc\":\"One product of it.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"doc\":\"W"
    "hich.\"},{\"name\":\"units\",\"type\":\"long\",\"doc\":\"Whole items.\"},{\"name\":\"supplier"
    "\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Who gives it; null: nobody yet."
    "\"},{\"name\":\"price\",\"type\":\"fy.Money\",\"doc\":\"Price of one item, when somebody give"
    "s it.\"}]}},\"doc\":\"In the order of the order's lines.\"}]}]},{\"name\":\"days\",\"default"
    "\":null,\"doc\":\"Which days are open.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"O"
    "penDays\",\"doc\":\"Which days are open, and which rows are to be dropped.\",\"fields\":[{\"n"
    "ame\":\"newest\",\"type\":\"int\",\"doc\":\"Day of the newest record, by its append time.\"},"
    "{\"name\":\"open\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Ope"
    "nDay\",\"doc\":\"A day that is open.\",\"fields\":[{\"name\":\"day\",\"type\":\"int\",\"doc\""
    ":\"Days since 1970, UTC.\"},{\"name\":\"last\",\"type\":\"string\",\"doc\":\"Its row that was"
    " begun last; each names the one before it.\"}]}},\"doc\":\"Days that are open.\"},{\"name\":"
    "\"closed\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"doc\":\"Rows begun last of da"
    "ys that are closed: they and those before them are to go.\"}]}]}]}";

const struct fy_schema exposure_row_schema_68 = {
    .id = 68,
    .version = 1,
    .fingerprint = UINT64_C(0x6613f21ad9d91062),
    .subject = "exposure-changelog-value",
    .text = text_68,
    .name = "exposure_row",
    .type = &fy_type_exposure_row,
    .size = sizeof(struct exposure_row),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_78[] =
    "{\"type\":\"record\",\"name\":\"ExposureRow\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\""
    "A private row of the exposure task. Exactly one of the nullable records is set.\",\"fields\":"
    "[{\"name\":\"position\",\"default\":null,\"doc\":\"Where the task stands.\",\"type\":[\"null"
    "\",{\"type\":\"record\",\"name\":\"TaskPosition\",\"namespace\":\"fy\",\"doc\":\"Where a task"
    " stands: written into its changelog by every turn, in the turn's own transaction.\",\"fields"
    "\":[{\"name\":\"inputs\",\"doc\":\"Next offset to read, one per input topic and partition.\","
    "\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Position\",\"namespace"
    "\":\"fy\",\"doc\":\"One record of one topic: what a state includes.\",\"fields\":[{\"name\":"
    "\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\""
    "doc\":\"Partition, from 0.\"},{\"name\":\"offset\",\"type\":\"long\",\"doc\":\"Offset of the "
    "newest record included.\"}]}}},{\"name\":\"writers\",\"doc\":\"Newest seq read of each writer"
    ".\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"WriterSeen\",\"doc"
    "\":\"Newest seq read of one writer in one input partition.\",\"fields\":[{\"name\":\"topic\","
    "\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"partition\",\"type\":\"int\",\"doc\":\"Pa"
    "rtition.\"},{\"name\":\"writer\",\"type\":\"string\",\"doc\":\"The writing task.\"},{\"name\""
    ":\"seq\",\"type\":\"long\",\"doc\":\"Its newest number read.\"},{\"name\":\"unreadable\",\"ty"
    "pe\":\"long\",\"default\":0,\"doc\":\"Records read behind it that nobody can decode. Each may"
    " be the writer's: so many missing numbers are no gap.\"}]}}},{\"name\":\"seqs\",\"doc\":\"New"
    "est seq written to each destination partition.\",\"type\":{\"type\":\"array\",\"items\":{\"ty"
    "pe\":\"record\",\"name\":\"SeqWritten\",\"doc\":\"Newest seq written to one destination parti"
    "tion.\",\"fields\":[{\"name\":\"topic\",\"type\":\"string\",\"doc\":\"Topic.\"},{\"name\":\"p"
    "artition\",\"type\":\"int\",\"doc\":\"Partition.\"},{\"name\":\"seq\",\"type\":\"long\",\"doc"
    "\":\"The newest number written.\"}]}}},{\"name\":\"append_ms\",\"type\":{\"type\":\"long\",\""
    "logicalType\":\"timestamp-millis\"},\"doc\":\"Newest append time read: the task's clock.\"},{"
    "\"name\":\"rows_version\",\"type\":\"int\",\"default\":1,\"doc\":\"The version of the rules t"
    "hat made the rows; 0 when they are to be made anew.\"}]}]},{\"name\":\"parked\",\"default\":n"
    "ull,\"doc\":\"A key whose records go to the dead letters.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"ParkedKey\",\"namespace\":\"fy\",\"doc\":\"A key with a dead letter: its la"
    "ter records follow, in order, until it is released.\",\"fields\":[{\"name\":\"since_ms\",\"ty"
    "pe\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the re"
    "cord that could not be handled, UTC.\"},{\"name\":\"records\",\"type\":\"long\",\"doc\":\"How"
    " many of its records are in the dead letters, and wait.\"},{\"name\":\"offset\",\"type\":\"lo"
    "ng\",\"default\":-1,\"doc\":\"No record of the key from this offset of its topic on has been "
    "handled.\"},{\"name\":\"letters_from\",\"type\":\"long\",\"default\":0,\"doc\":\"Those that w"
    "ait are not before this offset of the dead letters' partition.\"},{\"name\":\"reason\",\"type"
    "\":\"string\",\"default\":\"\",\"doc\":\"Why the first of them could not be handled.\"},{\"na"
    "me\":\"releasing\",\"type\":\"boolean\",\"default\":false,\"doc\":\"They are being handled, o"
    "ne after the other.\"},{\"name\":\"skip_offset\",\"type\":[\"null\",\"long\"],\"default\":nul"
    "l,\"doc\":\"The record that is left out when it is the first of those that wait.\"}]}]},{\"na"
    "me\":\"onlooker\",\"default\":null,\"doc\":\"One visitor.\",\"type\":[\"null\",{\"type\":\"re"
    "cord\",\"name\":\"Onlooker\",\"doc\":\"One visitor: how repeats are recognised, and what was "
    "counted of them today.\",\"fields\":[{\"name\":\"sessions\",\"type\":{\"type\":\"array\",\"it"
    "ems\":{\"type\":\"record\",\"name\":\"SessionSeen\",\"namespace\":\"fy\",\"doc\":\"Which numb"
    "ers of one client session were read.\",\"fields\":[{\"name\":\"session\",\"type\":\"string\","
    "\"doc\":\"The client's session.\"},{\"name\":\"n_max\",\"type\":\"long\",\"doc\":\"Highest n "
    "read.\"},{\"name\":\"window\",\"type\":\"long\",\"doc\":\"Bit i set: n_max - i was read, i in"
    " 0 .. 63.\"}]}},\"doc\":\"The last 8 client sessions, newest last.\"},{\"name\":\"shown\",\"t"
    "ype\":{\"type\":\"array\",\"items\":\"long\"},\"doc\":\"Credits counted as seen, newest last;"
    " at most 400.\"},{\"name\":\"chosen\",\"type\":{\"type\":\"array\",\"items\":\"long\"},\"doc"
    "\":\"Credits counted as chosen, newest last; at most 64.\"},{\"name\":\"cart\",\"type\":{\"ty"
    "pe\":\"array\",\"items\":\"string\"},\"doc\":\"Products in the cart, newest last; at most 100"
    ".\"},{\"name\":\"day\",\"type\":\"int\",\"doc\":\"The newest day on which they did anything; "
    "what follows is of it.\"},{\"name\":\"counted\",\"type\":\"int\",\"doc\":\"How much was count"
    "ed of them on it.\"},{\"name\":\"reached\",\"type\":{\"type\":\"array\",\"items\":\"string\"}"
    ",\"doc\":\"Suppliers whose products they saw in a list; at most 64.\"},{\"name\":\"forgotten_"
    "ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When this vi"
    "sitor was forgotten last, UTC; 0: never.\"}]}]},{\"name\":\"tally\",\"default\":null,\"doc\":"
    "\"One count.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Tally\",\"doc\":\"A supplie"
    "r's exposure on a day that is open.\",\"fields\":[{\"name\":\"exposure\",\"type\":{\"type\":"
    "\"record\",\"name\":\"Exposure\",\"namespace\":\"fy\",\"doc\":\"What one supplier was seen, o"
    "f one product or of all, on one day: one part of it. All parts of a supplier, day and product"
    " added up are the whole.\",\"fields\":[{\"name\":\"supplier\",\"type\":\"string\",\"doc\":\"W"
    "hom it counts for: whose product page it was, at the edge; of orders, who delivers.\"},{\"nam"
    "e\":\"day\",\"type\":\"int\",\"doc\":\"Days since 1970, UTC, by the edge's time.\"},{\"name\""
    ":\"sku\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"Which product; null: any o"
    "f the supplier's.\"},{\"name\":\"part\",\"type\":\"string\",\"doc\":\"Which part: the task an"
    "d what it counts, as in 3 or 3-orders.\"},{\"name\":\"updated_ms\",\"type\":{\"type\":\"long"
    "\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"Append time of the newest input counted, U"
    "TC.\"},{\"name\":\"impressions\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was seen "
    "in a list where its score put it.\"},{\"name\":\"impressions_explored\",\"type\":\"long\",\"d"
    "efault\":0,\"doc\":\"Times it was seen in a place kept for what nobody knows yet.\"},{\"name"
    "\":\"impressions_minimum\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was seen in a p"
    "lace kept for suppliers below the day's minimum.\"},{\"name\":\"clicks\",\"type\":\"long\",\""
    "default\":0,\"doc\":\"Times it was chosen from a list, of any kind of place.\"},{\"name\":\"v"
    "iews\",\"type\":\"long\",\"default\":0,\"doc\":\"Product pages opened, from lists and from el"
    "sewhere.\"},{\"name\":\"carts\",\"type\":\"long\",\"default\":0,\"doc\":\"Times it was put in"
    "to a cart that did not hold it.\"},{\"name\":\"orders\",\"type\":\"long\",\"default\":0,\"doc"
    "\":\"Orders confirmed that hold it; one with several of the supplier's products is one where "
    "sku is null.\"},{\"name\":\"units\",\"type\":\"long\",\"default\":0,\"doc\":\"Whole items of "
    "them.\"},{\"name\":\"revenue\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\""
    "name\":\"Money\",\"namespace\":\"fy\",\"doc\":\"An amount of money.\",\"fields\":[{\"name\":"
    "\"minor\",\"type\":\"long\",\"min\":1,\"max\":100000000000,\"doc\":\"Minor units, cents of a "
    "euro; 0 in what was written while a price could be 0.\"},{\"name\":\"currency\",\"type\":\"st"
    "ring\",\"min_bytes\":3,\"max_bytes\":3,\"chars\":\"upper\",\"doc\":\"ISO 4217, as in EUR.\"}]"
    "}},\"default\":[],\"doc\":\"What was paid for these, by currency; what is returned is not tak"
    "en off.\"},{\"name\":\"visitors\",\"type\":\"long\",\"default\":0,\"doc\":\"Visitors who saw "
    "any of the supplier's products in a list; counted where sku is null.\"},{\"name\":\"beyond\","
    "\"type\":\"long\",\"default\":0,\"doc\":\"What counts nowhere above, being more than 1,000 of"
    " one visitor on one day.\"}]},\"doc\":\"The public part.\"},{\"name\":\"next\",\"type\":[\"nu"
    "ll\",\"string\"],\"default\":null,\"doc\":\"The row of the same day that was begun before; nu"
    "ll: none.\"}]}]},{\"name\":\"basket\",\"default\":null,\"doc\":\"An order that is not confirm"
    "ed yet.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Basket\",\"doc\":\"An order that"
    " is not confirmed yet.\",\"fields\":[{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items"
    "\":{\"type\":\"record\",\"name\":\"BasketLine\",\"doc\":\"One product of it.\",\"fields\":[{"
    "\"name\":\"sku\",\"type\":\"string\",\"doc\":\"Which.\"},{\"name\":\"units\",\"type\":\"long"
    "\",\"doc\":\"Whole items.\"},{\"name\":\"supplier\",\"type\":[\"null\",\"string\"],\"default"
    "\":null,\"doc\":\"Who gives it; null: nobody yet.\"},{\"name\":\"price\",\"type\":\"fy.Money"
    "\",\"doc\":\"Price of one item, when somebody gives it.\"}]}},\"doc\":\"In the order of the o"
    "rder's lines.\"}]}]},{\"name\":\"days\",\"default\":null,\"doc\":\"Which days are open.\",\"t"
    "ype\":[\"null\",{\"type\":\"record\",\"name\":\"OpenDays\",\"doc\":\"Which days are open, and"
    " which rows are to be dropped.\",\"fields\":[{\"name\":\"newest\",\"type\":\"int\",\"doc\":\""
    "Day of the newest record, by its append time.\"},{\"name\":\"open\",\"type\":{\"type\":\"arra"
    "y\",\"items\":{\"type\":\"record\",\"name\":\"OpenDay\",\"doc\":\"A day that is open.\",\"fie"
    "lds\":[{\"name\":\"day\",\"type\":\"int\",\"doc\":\"Days since 1970, UTC.\"},{\"name\":\"last"
    "\",\"type\":\"string\",\"doc\":\"Its row that was begun last; each names the one before it.\""
    "}]}},\"doc\":\"Days that are open.\"},{\"name\":\"closed\",\"type\":{\"type\":\"array\",\"ite"
    "ms\":\"string\"},\"doc\":\"Rows begun last of days that are closed: they and those before the"
    "m are to go.\"}]}]}]}";

const struct fy_schema exposure_row_schema = {
    .id = 78,
    .version = 2,
    .fingerprint = UINT64_C(0x6613f21ad9d91062),
    .subject = "exposure-changelog-value",
    .text = text_78,
    .name = "exposure_row",
    .type = &fy_type_exposure_row,
    .size = sizeof(struct exposure_row),
    .encode = encode_any,
    .decode = decode_any,
};
