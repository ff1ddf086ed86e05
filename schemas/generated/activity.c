/*
 * Made by fy-generate from schemas/activity.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

static bool read_item_viewed(struct fy_reader *in, struct item_viewed *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    return true;
}

static bool read_searched_filters(struct fy_reader *in, struct searched_filters *value)
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

static bool read_searched(struct fy_reader *in, struct searched *value)
{
    if (!read_searched_filters(in, &value->filters))
        return false;
    if (!fy_read_int(in, &value->results))
        return false;
    return true;
}

static bool read_cart_item_set(struct fy_reader *in, struct cart_item_set *value)
{
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_long(in, &value->units))
        return false;
    return true;
}

static bool read_recommendation_shown_skus(
    struct fy_reader *in, struct recommendation_shown_skus *value)
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

static bool read_recommendation_shown_credits(
    struct fy_reader *in, struct recommendation_shown_credits *value)
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

static bool read_recommendation_shown(struct fy_reader *in, struct recommendation_shown *value)
{
    if (!fy_read_string(in, &value->list_id))
        return false;
    if (!read_recommendation_shown_skus(in, &value->skus))
        return false;
    if (!read_recommendation_shown_credits(in, &value->credits))
        return false;
    return true;
}

static bool read_recommendation_clicked(struct fy_reader *in, struct recommendation_clicked *value)
{
    bool set;

    if (!fy_read_string(in, &value->list_id))
        return false;
    if (!fy_read_string(in, &value->sku))
        return false;
    if (!fy_read_int(in, &value->rank))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->credit = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->credit))
        return false;
    return true;
}

static bool read_visitor_forgotten(struct fy_reader *in, struct visitor_forgotten *value)
{
    if (!fy_read_long(in, &value->forgotten_ms))
        return false;
    return true;
}

static bool read_activity_suppliers(struct fy_reader *in, struct activity_suppliers *value)
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

static bool read_activity_item_viewed(struct fy_reader *in, const struct item_viewed **ret_value)
{
    struct item_viewed *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_item_viewed(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_activity_searched(struct fy_reader *in, const struct searched **ret_value)
{
    struct searched *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_searched(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_activity_cart_item_set(
    struct fy_reader *in, const struct cart_item_set **ret_value)
{
    struct cart_item_set *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_cart_item_set(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_activity_recommendation_shown(
    struct fy_reader *in, const struct recommendation_shown **ret_value)
{
    struct recommendation_shown *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_recommendation_shown(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_activity_recommendation_clicked(
    struct fy_reader *in, const struct recommendation_clicked **ret_value)
{
    struct recommendation_clicked *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_recommendation_clicked(in, value))
        return false;
    *ret_value = value;
    return true;
}

static bool read_activity_visitor_forgotten(
    struct fy_reader *in, const struct visitor_forgotten **ret_value)
{
    struct visitor_forgotten *value;
    bool set;

    *ret_value = NULL;
    if (!fy_read_branch(in, &set))
        return false;
    if (!set)
        return true;
    value = fy_read_alloc(in, sizeof(*value));
    if (value == NULL || !read_visitor_forgotten(in, value))
        return false;
    *ret_value = value;
    return true;
}

bool fy_read_activity(struct fy_reader *in, struct activity *value)
{
    int set_count;
    bool set;

    if (!fy_read_envelope(in, &value->envelope))
        return false;
    if (!fy_read_string(in, &value->visitor))
        return false;
    if (!fy_read_boolean(in, &value->learn))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->session = (struct fy_slice){0};
    if (set && !fy_read_string(in, &value->session))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_n = set;
    value->n = 0;
    if (set && !fy_read_long(in, &value->n))
        return false;
    if (!fy_read_branch(in, &set))
        return false;
    value->has_client_ms = set;
    value->client_ms = 0;
    if (set && !fy_read_long(in, &value->client_ms))
        return false;
    if (!read_activity_suppliers(in, &value->suppliers))
        return false;
    if (!read_activity_item_viewed(in, &value->item_viewed))
        return false;
    if (!read_activity_searched(in, &value->searched))
        return false;
    if (!read_activity_cart_item_set(in, &value->cart_item_set))
        return false;
    if (!read_activity_recommendation_shown(in, &value->recommendation_shown))
        return false;
    if (!read_activity_recommendation_clicked(in, &value->recommendation_clicked))
        return false;
    if (!read_activity_visitor_forgotten(in, &value->visitor_forgotten))
        return false;
    set_count = 0;
    set_count += value->item_viewed != NULL;
    set_count += value->searched != NULL;
    set_count += value->cart_item_set != NULL;
    set_count += value->recommendation_shown != NULL;
    set_count += value->recommendation_clicked != NULL;
    set_count += value->visitor_forgotten != NULL;
    if (!fy_read_one_of(in, set_count))
        return false;
    return true;
}

static const struct fy_plan plan_1_activity;
static const struct fy_plan plan_1_envelope;
static const struct fy_plan plan_1_item_viewed;
static const struct fy_plan plan_1_searched;
static const struct fy_plan plan_1_cart_item_set;
static const struct fy_plan plan_1_recommendation_shown;
static const struct fy_plan plan_1_recommendation_clicked;

static const struct fy_plan_field fields_of_plan_1_activity[] = {
    {.kind = FY_FIELD_RECORD, .target = 0, .record = &plan_1_envelope},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_BOOLEAN, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 4, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 5, .nullable = true},
    {.kind = FY_FIELD_RECORD, .target = 7, .nullable = true, .record = &plan_1_item_viewed},
    {.kind = FY_FIELD_RECORD, .target = 8, .nullable = true, .record = &plan_1_searched},
    {.kind = FY_FIELD_RECORD, .target = 9, .nullable = true, .record = &plan_1_cart_item_set},
    {.kind = FY_FIELD_RECORD, .target = 10, .nullable = true, .record = &plan_1_recommendation_shown},
    {.kind = FY_FIELD_RECORD, .target = 11, .nullable = true, .record = &plan_1_recommendation_clicked},
};

static const struct fy_plan plan_1_activity = {
    .fields = fields_of_plan_1_activity,
    .field_count = 11,
    .missing = (const uint8_t[]){6, 12},
    .missing_count = 2,
};

static const struct fy_plan_field fields_of_plan_1_envelope[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .nullable = true},
    {.kind = FY_FIELD_STRING, .target = 2},
    {.kind = FY_FIELD_STRING, .target = 3},
    {.kind = FY_FIELD_LONG, .target = 4},
    {.kind = FY_FIELD_STRING, .target = 5, .nullable = true},
    {.kind = FY_FIELD_LONG, .target = 6, .nullable = true},
};

static const struct fy_plan plan_1_envelope = {
    .fields = fields_of_plan_1_envelope,
    .field_count = 7,
};

static const struct fy_plan_field fields_of_plan_1_item_viewed[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
};

static const struct fy_plan plan_1_item_viewed = {
    .fields = fields_of_plan_1_item_viewed,
    .field_count = 1,
};

static const struct fy_plan_field fields_of_plan_1_searched[] = {
    {.kind = FY_FIELD_STRING, .target = 0, .array = true, .item_bytes_min = 1},
    {.kind = FY_FIELD_INT, .target = 1},
};

static const struct fy_plan plan_1_searched = {
    .fields = fields_of_plan_1_searched,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_1_cart_item_set[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_LONG, .target = 1},
};

static const struct fy_plan plan_1_cart_item_set = {
    .fields = fields_of_plan_1_cart_item_set,
    .field_count = 2,
};

static const struct fy_plan_field fields_of_plan_1_recommendation_shown[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1, .array = true, .item_bytes_min = 1},
};

static const struct fy_plan plan_1_recommendation_shown = {
    .fields = fields_of_plan_1_recommendation_shown,
    .field_count = 2,
    .missing = (const uint8_t[]){2},
    .missing_count = 1,
};

static const struct fy_plan_field fields_of_plan_1_recommendation_clicked[] = {
    {.kind = FY_FIELD_STRING, .target = 0},
    {.kind = FY_FIELD_STRING, .target = 1},
    {.kind = FY_FIELD_INT, .target = 2},
};

static const struct fy_plan plan_1_recommendation_clicked = {
    .fields = fields_of_plan_1_recommendation_clicked,
    .field_count = 3,
    .missing = (const uint8_t[]){3},
    .missing_count = 1,
};

enum fy_status activity_decode(
    struct fy_slice bytes, struct fy_arena *arena, struct activity *ret_value, struct fy_err *err)
{
    struct fy_reader in;

    if (!fy_read_begin(&in, bytes, arena, err))
        return FY_REJECT;
    switch (in.schema_id) {
    case 1:
        return fy_read_end(&in, fy_resolve(&in, &plan_1_activity, &fy_type_activity, ret_value));
    case 66:
        return fy_read_end(&in, fy_read_activity(&in, ret_value));
    default:
        return fy_read_unknown(&in, "activity");
    }
}

static size_t room_item_viewed(const struct item_viewed *value)
{
    size_t room = 10;

    room += value->sku.size;
    return room;
}

static uint8_t *write_item_viewed(uint8_t *at, const struct item_viewed *value)
{
    at = fy_write_string(at, value->sku);
    return at;
}

static size_t room_searched(const struct searched *value)
{
    size_t room = 16;

    room += value->filters.count * 10;
    for (size_t i = 0; i < value->filters.count; i++)
        room += value->filters.items[i].size;
    return room;
}

static uint8_t *write_searched(uint8_t *at, const struct searched *value)
{
    if (value->filters.count > 0) {
        at = fy_write_long(at, (int64_t)value->filters.count);
        for (size_t i = 0; i < value->filters.count; i++)
            at = fy_write_string(at, value->filters.items[i]);
    }
    *at++ = 0;
    at = fy_write_long(at, value->results);
    return at;
}

static size_t room_cart_item_set(const struct cart_item_set *value)
{
    size_t room = 20;

    room += value->sku.size;
    return room;
}

static uint8_t *write_cart_item_set(uint8_t *at, const struct cart_item_set *value)
{
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->units);
    return at;
}

static size_t room_recommendation_shown(const struct recommendation_shown *value)
{
    size_t room = 32;

    room += value->list_id.size;
    room += value->skus.count * 10;
    for (size_t i = 0; i < value->skus.count; i++)
        room += value->skus.items[i].size;
    room += value->credits.count * 10;
    for (size_t i = 0; i < value->credits.count; i++)
        room += value->credits.items[i].size;
    return room;
}

static uint8_t *write_recommendation_shown(uint8_t *at, const struct recommendation_shown *value)
{
    at = fy_write_string(at, value->list_id);
    if (value->skus.count > 0) {
        at = fy_write_long(at, (int64_t)value->skus.count);
        for (size_t i = 0; i < value->skus.count; i++)
            at = fy_write_string(at, value->skus.items[i]);
    }
    *at++ = 0;
    if (value->credits.count > 0) {
        at = fy_write_long(at, (int64_t)value->credits.count);
        for (size_t i = 0; i < value->credits.count; i++)
            at = fy_write_string(at, value->credits.items[i]);
    }
    *at++ = 0;
    return at;
}

static size_t room_recommendation_clicked(const struct recommendation_clicked *value)
{
    size_t room = 36;

    room += value->list_id.size;
    room += value->sku.size;
    room += value->credit.size;
    return room;
}

static uint8_t *write_recommendation_clicked(
    uint8_t *at, const struct recommendation_clicked *value)
{
    at = fy_write_string(at, value->list_id);
    at = fy_write_string(at, value->sku);
    at = fy_write_long(at, value->rank);
    at = fy_write_branch(at, value->credit.data != NULL);
    if (value->credit.data != NULL)
        at = fy_write_string(at, value->credit);
    return at;
}

static size_t room_visitor_forgotten(const struct visitor_forgotten *value)
{
    size_t room = 10;

    (void)value;
    return room;
}

static uint8_t *write_visitor_forgotten(uint8_t *at, const struct visitor_forgotten *value)
{
    at = fy_write_long(at, value->forgotten_ms);
    return at;
}

size_t fy_room_activity(const struct activity *value)
{
    size_t room = 61;

    room += fy_room_envelope(&value->envelope);
    room += value->visitor.size;
    room += value->session.size;
    room += value->suppliers.count * 10;
    for (size_t i = 0; i < value->suppliers.count; i++)
        room += value->suppliers.items[i].size;
    if (value->item_viewed != NULL)
        room += room_item_viewed(value->item_viewed);
    if (value->searched != NULL)
        room += room_searched(value->searched);
    if (value->cart_item_set != NULL)
        room += room_cart_item_set(value->cart_item_set);
    if (value->recommendation_shown != NULL)
        room += room_recommendation_shown(value->recommendation_shown);
    if (value->recommendation_clicked != NULL)
        room += room_recommendation_clicked(value->recommendation_clicked);
    if (value->visitor_forgotten != NULL)
        room += room_visitor_forgotten(value->visitor_forgotten);
    return room;
}

uint8_t *fy_write_activity(uint8_t *at, const struct activity *value)
{
    at = fy_write_envelope(at, &value->envelope);
    at = fy_write_string(at, value->visitor);
    at = fy_write_boolean(at, value->learn);
    at = fy_write_branch(at, value->session.data != NULL);
    if (value->session.data != NULL)
        at = fy_write_string(at, value->session);
    at = fy_write_branch(at, value->has_n);
    if (value->has_n)
        at = fy_write_long(at, value->n);
    at = fy_write_branch(at, value->has_client_ms);
    if (value->has_client_ms)
        at = fy_write_long(at, value->client_ms);
    if (value->suppliers.count > 0) {
        at = fy_write_long(at, (int64_t)value->suppliers.count);
        for (size_t i = 0; i < value->suppliers.count; i++)
            at = fy_write_string(at, value->suppliers.items[i]);
    }
    *at++ = 0;
    at = fy_write_branch(at, value->item_viewed != NULL);
    if (value->item_viewed != NULL)
        at = write_item_viewed(at, value->item_viewed);
    at = fy_write_branch(at, value->searched != NULL);
    if (value->searched != NULL)
        at = write_searched(at, value->searched);
    at = fy_write_branch(at, value->cart_item_set != NULL);
    if (value->cart_item_set != NULL)
        at = write_cart_item_set(at, value->cart_item_set);
    at = fy_write_branch(at, value->recommendation_shown != NULL);
    if (value->recommendation_shown != NULL)
        at = write_recommendation_shown(at, value->recommendation_shown);
    at = fy_write_branch(at, value->recommendation_clicked != NULL);
    if (value->recommendation_clicked != NULL)
        at = write_recommendation_clicked(at, value->recommendation_clicked);
    at = fy_write_branch(at, value->visitor_forgotten != NULL);
    if (value->visitor_forgotten != NULL)
        at = write_visitor_forgotten(at, value->visitor_forgotten);
    return at;
}

enum fy_status activity_encode(const struct activity *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    uint8_t *begin;
    size_t room;
    int set_count = 0;

    set_count += value->item_viewed != NULL;
    set_count += value->searched != NULL;
    set_count += value->cart_item_set != NULL;
    set_count += value->recommendation_shown != NULL;
    set_count += value->recommendation_clicked != NULL;
    set_count += value->visitor_forgotten != NULL;
    if (set_count != 1)
        return fy_write_one_of("activity", set_count, err);
    room = fy_room_activity(value);
    begin = fy_write_begin(arena, 66, room, err);
    if (begin == NULL)
        return FY_REJECT;
    return fy_write_end(arena, begin, room, fy_write_activity(begin, value), ret_bytes);
}

static const struct fy_field fields_of_item_viewed[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct item_viewed, sku),
        .kind = FY_FIELD_STRING,
        .sku = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
};

static const struct fy_type type_item_viewed = {
    .name = "ItemViewed",
    .fields = fields_of_item_viewed,
    .field_count = 1,
    .size = sizeof(struct item_viewed),
};

static const struct fy_field fields_of_searched[] = {
    {
        .name = "filters",
        .name_bytes = 7,
        .offset = offsetof(struct searched, filters),
        .kind = FY_FIELD_STRING,
        .array = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .min_items = 0,
        .max_items = 16,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "results",
        .name_bytes = 7,
        .offset = offsetof(struct searched, results),
        .kind = FY_FIELD_INT,
        .min = 0,
        .max = 1000000,
    },
};

static const struct fy_type type_searched = {
    .name = "Searched",
    .fields = fields_of_searched,
    .field_count = 2,
    .size = sizeof(struct searched),
};

static const struct fy_field fields_of_cart_item_set[] = {
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct cart_item_set, sku),
        .kind = FY_FIELD_STRING,
        .sku = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "units",
        .name_bytes = 5,
        .offset = offsetof(struct cart_item_set, units),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 999,
    },
};

static const struct fy_type type_cart_item_set = {
    .name = "CartItemSet",
    .fields = fields_of_cart_item_set,
    .field_count = 2,
    .size = sizeof(struct cart_item_set),
};

static const struct fy_field fields_of_recommendation_shown[] = {
    {
        .name = "list_id",
        .name_bytes = 7,
        .offset = offsetof(struct recommendation_shown, list_id),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UUID,
        .min_bytes = 1,
        .max_bytes = 36,
    },
    {
        .name = "skus",
        .name_bytes = 4,
        .offset = offsetof(struct recommendation_shown, skus),
        .kind = FY_FIELD_STRING,
        .array = true,
        .sku = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
        .min_items = 1,
        .max_items = 50,
    },
    {
        .name = "credits",
        .name_bytes = 7,
        .offset = offsetof(struct recommendation_shown, credits),
        .kind = FY_FIELD_STRING,
        .array = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 17,
        .min_items = 0,
        .max_items = 50,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_recommendation_shown = {
    .name = "RecommendationShown",
    .fields = fields_of_recommendation_shown,
    .field_count = 3,
    .size = sizeof(struct recommendation_shown),
};

static const struct fy_field fields_of_recommendation_clicked[] = {
    {
        .name = "list_id",
        .name_bytes = 7,
        .offset = offsetof(struct recommendation_clicked, list_id),
        .kind = FY_FIELD_STRING,
        .chars = FY_CHARS_UUID,
        .min_bytes = 1,
        .max_bytes = 36,
    },
    {
        .name = "sku",
        .name_bytes = 3,
        .offset = offsetof(struct recommendation_clicked, sku),
        .kind = FY_FIELD_STRING,
        .sku = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 64,
    },
    {
        .name = "rank",
        .name_bytes = 4,
        .offset = offsetof(struct recommendation_clicked, rank),
        .kind = FY_FIELD_INT,
        .min = 1,
        .max = 50,
    },
    {
        .name = "credit",
        .name_bytes = 6,
        .offset = offsetof(struct recommendation_clicked, credit),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_SKU,
        .min_bytes = 1,
        .max_bytes = 17,
        .fallback = FY_DEFAULT_ZERO,
    },
};

static const struct fy_type type_recommendation_clicked = {
    .name = "RecommendationClicked",
    .fields = fields_of_recommendation_clicked,
    .field_count = 4,
    .size = sizeof(struct recommendation_clicked),
};

static const struct fy_field fields_of_visitor_forgotten[] = {
    {
        .name = "forgotten_ms",
        .name_bytes = 12,
        .offset = offsetof(struct visitor_forgotten, forgotten_ms),
        .kind = FY_FIELD_LONG,
        .min = 0,
        .max = 9223372036854775807,
    },
};

static const struct fy_type type_visitor_forgotten = {
    .name = "VisitorForgotten",
    .fields = fields_of_visitor_forgotten,
    .field_count = 1,
    .size = sizeof(struct visitor_forgotten),
};

static const struct fy_field fields_of_activity[] = {
    {
        .name = "envelope",
        .name_bytes = 8,
        .offset = offsetof(struct activity, envelope),
        .kind = FY_FIELD_RECORD,
        .edge = true,
        .record = &fy_type_envelope,
    },
    {
        .name = "visitor",
        .name_bytes = 7,
        .offset = offsetof(struct activity, visitor),
        .kind = FY_FIELD_STRING,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "learn",
        .name_bytes = 5,
        .offset = offsetof(struct activity, learn),
        .kind = FY_FIELD_BOOLEAN,
        .edge = true,
        .fallback = FY_DEFAULT_VALUE,
        .fallback_value = &(const bool){true},
    },
    {
        .name = "session",
        .name_bytes = 7,
        .offset = offsetof(struct activity, session),
        .kind = FY_FIELD_STRING,
        .nullable = true,
        .chars = FY_CHARS_HEX,
        .min_bytes = 1,
        .max_bytes = 32,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "n",
        .name_bytes = 1,
        .offset = offsetof(struct activity, n),
        .has_offset = offsetof(struct activity, has_n),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 4611686018427387904,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "client_ms",
        .name_bytes = 9,
        .offset = offsetof(struct activity, client_ms),
        .has_offset = offsetof(struct activity, has_client_ms),
        .kind = FY_FIELD_LONG,
        .nullable = true,
        .min = 0,
        .max = 9223372036854775807,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "suppliers",
        .name_bytes = 9,
        .offset = offsetof(struct activity, suppliers),
        .kind = FY_FIELD_STRING,
        .array = true,
        .edge = true,
        .min_bytes = 0,
        .max_bytes = 4294967295,
        .min_items = 0,
        .max_items = 4294967295,
        .fallback = FY_DEFAULT_ZERO,
    },
    {
        .name = "item_viewed",
        .name_bytes = 11,
        .offset = offsetof(struct activity, item_viewed),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_item_viewed,
    },
    {
        .name = "searched",
        .name_bytes = 8,
        .offset = offsetof(struct activity, searched),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_searched,
    },
    {
        .name = "cart_item_set",
        .name_bytes = 13,
        .offset = offsetof(struct activity, cart_item_set),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_cart_item_set,
    },
    {
        .name = "recommendation_shown",
        .name_bytes = 20,
        .offset = offsetof(struct activity, recommendation_shown),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_recommendation_shown,
    },
    {
        .name = "recommendation_clicked",
        .name_bytes = 22,
        .offset = offsetof(struct activity, recommendation_clicked),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_recommendation_clicked,
    },
    {
        .name = "visitor_forgotten",
        .name_bytes = 17,
        .offset = offsetof(struct activity, visitor_forgotten),
        .kind = FY_FIELD_RECORD,
        .nullable = true,
        .edge = true,
        .fallback = FY_DEFAULT_ZERO,
        .record = &type_visitor_forgotten,
    },
};

const struct fy_type fy_type_activity = {
    .name = "Activity",
    .fields = fields_of_activity,
    .field_count = 13,
    .one_of = true,
    .size = sizeof(struct activity),
};

static enum fy_status encode_any(
    const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err)
{
    return activity_encode(value, arena, ret_bytes, err);
}

static enum fy_status decode_any(
    struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err)
{
    return activity_decode(bytes, arena, ret_value, err);
}

static const char text_1[] =
    "{\"type\":\"record\",\"name\":\"Activity\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"Wha"
    "t a visitor did in the shop. Exactly one of the nullable records is set.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\"name\":\"visitor\",\"type"
    "\":\"string\",\"edge\":true,\"doc\":\"The visitor, 32 hex digits; also the key.\"},{\"name\":"
    "\"learn\",\"type\":\"boolean\",\"default\":true,\"edge\":true,\"doc\":\"False when the browse"
    "r asked not to be learnt from (Sec-GPC: 1): serves this visitor, never others.\"},{\"name\":"
    "\"session\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex"
    "\",\"doc\":\"128 random bits made by the client, 32 hex digits. With n it recognises a repeat"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":46116860"
    "18427387904,\"doc\":\"Number of this event in its session, from 0. Set together with session."
    "\"},{\"name\":\"client_ms\",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp"
    "-millis\"}],\"default\":null,\"min\":0,\"doc\":\"The client's own clock, UTC. Data only: noth"
    "ing is decided by it.\"},{\"name\":\"item_viewed\",\"default\":null,\"doc\":\"A product page "
    "was opened.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"ItemViewed\",\"doc\":\"A pro"
    "duct page was opened.\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\",\"max_bytes\":64,\""
    "chars\":\"sku\",\"sku\":true,\"doc\":\"Which product.\"}]}]},{\"name\":\"searched\",\"default"
    "\":null,\"doc\":\"A search was answered.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":"
    "\"Searched\",\"doc\":\"A search. The words are personal and stay out until they can be encryp"
    "ted.\",\"fields\":[{\"name\":\"filters\",\"type\":{\"type\":\"array\",\"items\":\"string\"},"
    "\"default\":[],\"max_items\":16,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Filters in force"
    ", as in brand:acme.\"},{\"name\":\"results\",\"type\":\"int\",\"min\":0,\"max\":1000000,\"doc"
    "\":\"How many products were found.\"}]}]},{\"name\":\"cart_item_set\",\"default\":null,\"doc"
    "\":\"The cart now holds this many of one product.\",\"type\":[\"null\",{\"type\":\"record\","
    "\"name\":\"CartItemSet\",\"doc\":\"The cart now holds this many of one product.\",\"fields\":"
    "[{\"name\":\"sku\",\"type\":\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"sku\":true,\"doc"
    "\":\"Which product.\"},{\"name\":\"units\",\"type\":\"long\",\"min\":0,\"max\":999,\"doc\":\""
    "Whole items now in the cart; 0 takes it out.\"}]}]},{\"name\":\"recommendation_shown\",\"defa"
    "ult\":null,\"doc\":\"A list was seen.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Re"
    "commendationShown\",\"doc\":\"A recommendation list was seen.\",\"fields\":[{\"name\":\"list_"
    "id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"max_bytes\":36,\"chars\":\"uui"
    "d\",\"doc\":\"The list, as the API named it.\"},{\"name\":\"skus\",\"type\":{\"type\":\"array"
    "\",\"items\":\"string\"},\"min_items\":1,\"max_items\":50,\"max_bytes\":64,\"chars\":\"sku\","
    "\"sku\":true,\"doc\":\"Products seen, best first.\"}]}]},{\"name\":\"recommendation_clicked\""
    ",\"default\":null,\"doc\":\"A recommended product was chosen.\",\"type\":[\"null\",{\"type\":"
    "\"record\",\"name\":\"RecommendationClicked\",\"doc\":\"A recommended product was chosen.\","
    "\"fields\":[{\"name\":\"list_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"m"
    "ax_bytes\":36,\"chars\":\"uuid\",\"doc\":\"The list, as the API named it.\"},{\"name\":\"sku"
    "\",\"type\":\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"sku\":true,\"doc\":\"Which produc"
    "t.\"},{\"name\":\"rank\",\"type\":\"int\",\"min\":1,\"max\":50,\"doc\":\"Its place in the lis"
    "t, from 1.\"}]}]}]}";

const struct fy_schema activity_schema_1 = {
    .id = 1,
    .version = 1,
    .fingerprint = UINT64_C(0xa028d19a7af29d10),
    .subject = "activity-value",
    .text = text_1,
    .name = "activity",
    .type = &fy_type_activity,
    .size = sizeof(struct activity),
    .encode = encode_any,
    .decode = decode_any,
};

static const char text_66[] =
    "{\"type\":\"record\",\"name\":\"Activity\",\"namespace\":\"fy\",\"one_of\":true,\"doc\":\"Wha"
    "t a visitor did in the shop. Exactly one of the nullable records is set.\",\"fields\":[{\"nam"
    "e\":\"envelope\",\"type\":{\"type\":\"record\",\"name\":\"Envelope\",\"namespace\":\"fy\",\"d"
    "oc\":\"Who, when and why. The first field of every fact, event and request.\",\"fields\":[{\""
    "name\":\"event_id\",\"type\":{\"type\":\"string\",\"logicalType\":\"uuid\"},\"doc\":\"Names t"
    "his event for ever. A retry across a crash may write the same id twice; it is one event.\"},{"
    "\"name\":\"cause_id\",\"type\":[\"null\",{\"type\":\"string\",\"logicalType\":\"uuid\"}],\"de"
    "fault\":null,\"doc\":\"The event_id this one follows from; null where the outside world began"
    " it.\"},{\"name\":\"root\",\"type\":\"string\",\"doc\":\"The visitor or supplier everything b"
    "egan with. Decides whether an event is among the mirrored 1 %.\"},{\"name\":\"actor\",\"type"
    "\":\"string\",\"doc\":\"Who acted: visitor:ID, supplier:ID or service:NAME.\"},{\"name\":\"ev"
    "ent_ms\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"doc\":\"When our"
    " edge took it, UTC. A derived event keeps the time of its cause.\"},{\"name\":\"writer\",\"ty"
    "pe\":[\"null\",\"string\"],\"default\":null,\"doc\":\"The task that wrote it, as in stock-3. "
    "Set in event and request topics only.\"},{\"name\":\"seq\",\"type\":[\"null\",\"long\"],\"def"
    "ault\":null,\"doc\":\"Dense number per writer and destination partition, from 1. Set together"
    " with writer.\"}]},\"edge\":true,\"doc\":\"Who, when and why.\"},{\"name\":\"visitor\",\"type"
    "\":\"string\",\"edge\":true,\"doc\":\"The visitor, 32 hex digits; also the key.\"},{\"name\":"
    "\"learn\",\"type\":\"boolean\",\"default\":true,\"edge\":true,\"doc\":\"False when the browse"
    "r asked not to be learnt from (Sec-GPC: 1): serves this visitor, never others.\"},{\"name\":"
    "\"session\",\"type\":[\"null\",\"string\"],\"default\":null,\"max_bytes\":32,\"chars\":\"hex"
    "\",\"doc\":\"128 random bits made by the client, 32 hex digits. With n it recognises a repeat"
    ".\"},{\"name\":\"n\",\"type\":[\"null\",\"long\"],\"default\":null,\"min\":0,\"max\":46116860"
    "18427387904,\"doc\":\"Number of this event in its session, from 0. Set together with session."
    "\"},{\"name\":\"client_ms\",\"type\":[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp"
    "-millis\"}],\"default\":null,\"min\":0,\"doc\":\"The client's own clock, UTC. Data only: noth"
    "ing is decided by it.\"},{\"name\":\"suppliers\",\"type\":{\"type\":\"array\",\"items\":\"str"
    "ing\"},\"default\":[],\"edge\":true,\"doc\":\"Whose page each product named here was, in thei"
    "r order: as the edge knew it, empty text where it did not. Whom an exposure counts for.\"},{"
    "\"name\":\"item_viewed\",\"default\":null,\"doc\":\"A product page was opened.\",\"type\":[\""
    "null\",{\"type\":\"record\",\"name\":\"ItemViewed\",\"doc\":\"A product page was opened.\",\""
    "fields\":[{\"name\":\"sku\",\"type\":\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"sku\":tr"
    "ue,\"doc\":\"Which product.\"}]}]},{\"name\":\"searched\",\"default\":null,\"doc\":\"A search"
    " was answered.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Searched\",\"doc\":\"A se"
    "arch. The words are personal and stay out until they can be encrypted.\",\"fields\":[{\"name"
    "\":\"filters\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[],\"max_items"
    "\":16,\"max_bytes\":64,\"chars\":\"sku\",\"doc\":\"Filters in force, as in brand:acme.\"},{\""
    "name\":\"results\",\"type\":\"int\",\"min\":0,\"max\":1000000,\"doc\":\"How many products wer"
    "e found.\"}]}]},{\"name\":\"cart_item_set\",\"default\":null,\"doc\":\"The cart now holds thi"
    "s many of one product.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"CartItemSet\",\"d"
    "oc\":\"The cart now holds this many of one product.\",\"fields\":[{\"name\":\"sku\",\"type\":"
    "\"string\",\"max_bytes\":64,\"chars\":\"sku\",\"sku\":true,\"doc\":\"Which product.\"},{\"nam"
    "e\":\"units\",\"type\":\"long\",\"min\":0,\"max\":999,\"doc\":\"Whole items now in the cart; "
    "0 takes it out.\"}]}]},{\"name\":\"recommendation_shown\",\"default\":null,\"doc\":\"A list w"
    "as seen.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RecommendationShown\",\"doc\":"
    "\"A recommendation list was seen.\",\"fields\":[{\"name\":\"list_id\",\"type\":{\"type\":\"st"
    "ring\",\"logicalType\":\"uuid\"},\"max_bytes\":36,\"chars\":\"uuid\",\"doc\":\"The list, as t"
    "he API named it.\"},{\"name\":\"skus\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"m"
    "in_items\":1,\"max_items\":50,\"max_bytes\":64,\"chars\":\"sku\",\"sku\":true,\"doc\":\"Produ"
    "cts seen, best first.\"},{\"name\":\"credits\",\"type\":{\"type\":\"array\",\"items\":\"strin"
    "g\"},\"default\":[],\"max_items\":50,\"max_bytes\":17,\"chars\":\"sku\",\"doc\":\"Of each of "
    "them the credit that the API's list gave it, in their order; none: it is no exposure of anybo"
    "dy.\"}]}]},{\"name\":\"recommendation_clicked\",\"default\":null,\"doc\":\"A recommended prod"
    "uct was chosen.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"RecommendationClicked\","
    "\"doc\":\"A recommended product was chosen.\",\"fields\":[{\"name\":\"list_id\",\"type\":{\"t"
    "ype\":\"string\",\"logicalType\":\"uuid\"},\"max_bytes\":36,\"chars\":\"uuid\",\"doc\":\"The "
    "list, as the API named it.\"},{\"name\":\"sku\",\"type\":\"string\",\"max_bytes\":64,\"chars"
    "\":\"sku\",\"sku\":true,\"doc\":\"Which product.\"},{\"name\":\"rank\",\"type\":\"int\",\"min"
    "\":1,\"max\":50,\"doc\":\"Its place in the list, from 1.\"},{\"name\":\"credit\",\"type\":[\""
    "null\",\"string\"],\"default\":null,\"max_bytes\":17,\"chars\":\"sku\",\"doc\":\"The credit t"
    "hat the API's list gave it; null: it is no exposure of anybody.\"}]}]},{\"name\":\"visitor_fo"
    "rgotten\",\"default\":null,\"edge\":true,\"doc\":\"The person behind this visitor was forgott"
    "en.\",\"type\":[\"null\",{\"type\":\"record\",\"name\":\"VisitorForgotten\",\"doc\":\"Nothing"
    " of what this visitor did before counts any more, but in numbers. The edge writes it, of each"
    " visitor that a forgotten person was; clients cannot.\",\"fields\":[{\"name\":\"forgotten_ms"
    "\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"},\"min\":0,\"doc\":\"When"
    " the person was forgotten, UTC. A second fact of the same time is a repeat.\"}]}]}]}";

const struct fy_schema activity_schema = {
    .id = 66,
    .version = 2,
    .fingerprint = UINT64_C(0xd6b5c5795ca4a945),
    .subject = "activity-value",
    .text = text_66,
    .name = "activity",
    .type = &fy_type_activity,
    .size = sizeof(struct activity),
    .encode = encode_any,
    .decode = decode_any,
};
