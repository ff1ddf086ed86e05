#include "schemas/codec/resolve.h"

#include "schemas/codec/wire.h"

#include <assert.h>

/* A number as written, before it is what the reader has. */
struct number {
    int64_t whole;
    double real;
};

static void put_number(
    enum fy_field_kind written, const struct number *number, const struct fy_field *field, void *at)
{
    bool whole = written == FY_FIELD_INT || written == FY_FIELD_LONG;
    double real = whole ? (double)number->whole : number->real;
    float single = whole ? (float)number->whole : (float)number->real;
    int32_t small = (int32_t)number->whole;

    switch (field->kind) {
    case FY_FIELD_INT:
        memcpy(at, &small, sizeof(small));
        break;
    case FY_FIELD_LONG:
        memcpy(at, &number->whole, sizeof(number->whole));
        break;
    case FY_FIELD_FLOAT:
        memcpy(at, &single, sizeof(single));
        break;
    default:
        assert(field->kind == FY_FIELD_DOUBLE);
        memcpy(at, &real, sizeof(real));
        break;
    }
}

static bool read_number(
    struct fy_reader *in, enum fy_field_kind written, const struct fy_field *field, void *at)
{
    struct number number = {0};
    int32_t small;
    float single;
    bool ok;

    switch (written) {
    case FY_FIELD_INT:
        ok = fy_read_int(in, &small);
        number.whole = ok ? small : 0;
        break;
    case FY_FIELD_LONG:
        ok = fy_read_long(in, &number.whole);
        break;
    case FY_FIELD_FLOAT:
        /* Bits are kept as they are, whatever they say: a NaN is no number to convert. */
        ok = fy_read_float(in, &single);
        if (ok && field != NULL && field->kind == FY_FIELD_FLOAT) {
            memcpy(at, &single, sizeof(single));
            return true;
        }
        number.real = ok ? (double)single : 0;
        break;
    default:
        ok = fy_read_double(in, &number.real);
        break;
    }
    if (ok && field != NULL)
        put_number(written, &number, field, at);
    return ok;
}

static bool read_symbol(struct fy_reader *in, const struct fy_plan_field *step, bool keep, void *at)
{
    const uint8_t *began = in->at;
    int symbol;

    if (!fy_read_symbol(in, step->symbol_count, &symbol))
        return false;
    if (!keep)
        return true;
    if (step->symbols[symbol] < 0) {
        in->at = began;
        return fy_read_fail(
            in, "symbol %d is not one of ours, and the enum has no default", symbol);
    }
    memcpy(at, &step->symbols[symbol], sizeof(int32_t));
    return true;
}

/* One value that is not null. `field` is NULL when it is passed over. */
static bool read_one(
    struct fy_reader *in, const struct fy_plan_field *step, const struct fy_field *field, void *at)
{
    struct fy_slice slice;
    bool boolean = false; /* Set when the status is FY_OK; GCC at -O2 cannot see it. */

    switch (step->kind) {
    case FY_FIELD_RECORD:
        return fy_resolve(in, step->record, field == NULL ? NULL : field->record, at);
    case FY_FIELD_ENUM:
        return read_symbol(in, step, field != NULL, at);
    case FY_FIELD_BOOLEAN:
        if (!fy_read_boolean(in, &boolean))
            return false;
        if (field != NULL)
            *(bool *)at = boolean;
        return true;
    case FY_FIELD_STRING:
    case FY_FIELD_BYTES:
    case FY_FIELD_FIXED:
        if (step->kind == FY_FIELD_FIXED ? !fy_read_fixed(in, step->fixed_bytes, &slice)
                                         : !fy_read_string(in, &slice))
            return false;
        if (field != NULL)
            memcpy(at, &slice, sizeof(slice));
        return true;
    default:
        return read_number(in, step->kind, field, at);
    }
}

static bool read_array(
    struct fy_reader *in, const struct fy_plan_field *step, const struct fy_field *field, void *at)
{
    size_t item_size = field == NULL ? 0 : fy_field_size(field);
    struct fy_array array = {0};
    uint8_t *items = NULL;
    size_t capacity = 0;
    size_t more;

    for (;;) {
        if (!fy_read_block(in, step->item_bytes_min, &more))
            return false;
        if (more == 0)
            break;
        if (field != NULL) {
            items = fy_read_room(in, items, array.count, &capacity, more, item_size);
            if (items == NULL)
                return false;
        }
        for (more += array.count; array.count < more; array.count++)
            if (!read_one(in, step, field, field == NULL ? NULL : items + array.count * item_size))
                return false;
    }
    array.items = items;
    if (field != NULL)
        memcpy(at, &array, sizeof(array));
    return true;
}

/* What is nullable with us is zero already; here it becomes something. */
static bool read_set(struct fy_reader *in,
    const struct fy_plan_field *step,
    const struct fy_field *field,
    uint8_t *base)
{
    uint8_t *at = base + field->offset;
    void *record;

    if (!field->nullable)
        return read_one(in, step, field, at);
    if (fy_field_has_flag(field))
        *(bool *)(base + field->has_offset) = true;
    if (field->kind != FY_FIELD_RECORD)
        return read_one(in, step, field, at);
    record = fy_read_alloc(in, field->record->size);
    if (record == NULL)
        return false;
    memcpy(at, &record, sizeof(record));
    return read_one(in, step, field, record);
}

static bool read_field(struct fy_reader *in,
    const struct fy_plan_field *step,
    const struct fy_field *field,
    uint8_t *base)
{
    const uint8_t *began = in->at;
    bool set = true;

    if (step->array)
        return read_array(in, step, field, field == NULL ? NULL : base + field->offset);
    if (step->nullable && !fy_read_branch(in, &set))
        return false;
    if (!set && field != NULL && !field->nullable) {
        in->at = began;
        return fy_read_fail(in, "null of \"%s\", which is never null now", field->name);
    }
    if (!set)
        return true;
    return field == NULL ? read_one(in, step, NULL, NULL) : read_set(in, step, field, base);
}

static bool check_one_of(struct fy_reader *in, const struct fy_type *type, const uint8_t *base)
{
    int set_count = 0;

    for (uint32_t i = 0; i < type->field_count; i++)
        if (type->fields[i].nullable && type->fields[i].kind == FY_FIELD_RECORD)
            set_count += fy_field_at(&type->fields[i], base) != NULL;
    return fy_read_one_of(in, set_count);
}

bool fy_resolve(
    struct fy_reader *in, const struct fy_plan *plan, const struct fy_type *type, void *value)
{
    assert((type == NULL) == (value == NULL));

    /* Every record counts, not only those that may repeat: as deep as that, no schema is. */
    if (in->depth >= FY_PLAN_DEPTH_MAX)
        return fy_read_fail(in, "records within records, more than %d deep", FY_PLAN_DEPTH_MAX);
    in->depth++;
    if (type != NULL)
        memset(value, 0, type->size);
    for (uint32_t i = 0; i < plan->field_count; i++) {
        const struct fy_plan_field *step = &plan->fields[i];
        const struct fy_field *field =
            type == NULL || step->target < 0 ? NULL : &type->fields[step->target];

        if (!read_field(in, step, field, value))
            return false;
    }
    for (uint32_t i = 0; type != NULL && i < plan->missing_count; i++)
        fy_field_default(&type->fields[plan->missing[i]], value);
    in->depth--;
    return type == NULL || !type->one_of || check_one_of(in, type, value);
}
