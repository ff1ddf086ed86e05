/*
 * Made by fy-generate from schemas/ids.lock. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

extern const struct fy_schema activity_schema_1;
extern const struct fy_schema dead_letter_schema_3;
extern const struct fy_schema history_row_schema_5;
extern const struct fy_schema product_schema_6;
extern const struct fy_schema recommendation_schema_7;
extern const struct fy_schema stock_event_schema_8;
extern const struct fy_schema stock_level_schema_9;
extern const struct fy_schema stock_row_schema_10;
extern const struct fy_schema supply_schema_11;
extern const struct fy_schema history_row_schema_12;
extern const struct fy_schema stock_row_schema_13;
extern const struct fy_schema product_schema_14;
extern const struct fy_schema stock_event_schema_15;
extern const struct fy_schema stock_level_schema_16;
extern const struct fy_schema stock_row_schema_17;
extern const struct fy_schema supply_schema_18;
extern const struct fy_schema product_schema_20;
extern const struct fy_schema stock_event_schema_21;
extern const struct fy_schema stock_row_schema_22;
extern const struct fy_schema supply_schema_23;
extern const struct fy_schema product_schema_24;
extern const struct fy_schema stock_event_schema_25;
extern const struct fy_schema stock_row_schema_26;
extern const struct fy_schema supply_schema_27;
extern const struct fy_schema history_row_schema_29;
extern const struct fy_schema stock_row_schema_31;
extern const struct fy_schema account_event_schema_32;
extern const struct fy_schema supply_schema_39;
extern const struct fy_schema product_schema_40;
extern const struct fy_schema stock_event_schema_41;
extern const struct fy_schema stock_level_schema_42;
extern const struct fy_schema stock_reply_schema_43;
extern const struct fy_schema stock_row_schema_45;
extern const struct fy_schema supply_schema_46;
extern const struct fy_schema recommendation_schema_47;
extern const struct fy_schema order_event_schema_49;
extern const struct fy_schema order_request_schema_50;
extern const struct fy_schema order_row_schema_51;
extern const struct fy_schema order_status_schema_52;
extern const struct fy_schema payment_report_schema_53;
extern const struct fy_schema payment_request_schema_54;
extern const struct fy_schema product_schema_56;
extern const struct fy_schema stock_event_schema_57;
extern const struct fy_schema stock_row_schema_58;
extern const struct fy_schema supply_schema_59;
extern const struct fy_schema payment_report_schema_60;
extern const struct fy_schema order_event_schema_61;
extern const struct fy_schema order_row_schema_62;
extern const struct fy_schema order_status_schema_63;
extern const struct fy_schema payment_request_schema_64;
extern const struct fy_schema exposure_schema_67;
extern const struct fy_schema exposure_row_schema_68;
extern const struct fy_schema stock_event_schema_70;
extern const struct fy_schema stock_level_schema_71;
extern const struct fy_schema stock_row_schema_72;
extern const struct fy_schema order_row_schema_74;
extern const struct fy_schema payment_report_schema_75;
extern const struct fy_schema order_event_schema_76;
const struct fy_schema *const fy_schemas[] = {
    &activity_schema_1,
    &collection_schema,
    &dead_letter_schema_3,
    &history_schema,
    &history_row_schema_5,
    &product_schema_6,
    &recommendation_schema_7,
    &stock_event_schema_8,
    &stock_level_schema_9,
    &stock_row_schema_10,
    &supply_schema_11,
    &history_row_schema_12,
    &stock_row_schema_13,
    &product_schema_14,
    &stock_event_schema_15,
    &stock_level_schema_16,
    &stock_row_schema_17,
    &supply_schema_18,
    &feed_schema,
    &product_schema_20,
    &stock_event_schema_21,
    &stock_row_schema_22,
    &supply_schema_23,
    &product_schema_24,
    &stock_event_schema_25,
    &stock_row_schema_26,
    &supply_schema_27,
    &dead_letter_schema,
    &history_row_schema_29,
    &operation_schema,
    &stock_row_schema_31,
    &account_event_schema_32,
    &account_request_schema,
    &account_row_schema,
    &credential_schema,
    &person_key_schema,
    &session_schema,
    &user_schema,
    &supply_schema_39,
    &product_schema_40,
    &stock_event_schema_41,
    &stock_level_schema_42,
    &stock_reply_schema_43,
    &stock_request_schema,
    &stock_row_schema_45,
    &supply_schema_46,
    &recommendation_schema_47,
    &cart_schema,
    &order_event_schema_49,
    &order_request_schema_50,
    &order_row_schema_51,
    &order_status_schema_52,
    &payment_report_schema_53,
    &payment_request_schema_54,
    &webhook_schema,
    &product_schema_56,
    &stock_event_schema_57,
    &stock_row_schema_58,
    &supply_schema_59,
    &payment_report_schema_60,
    &order_event_schema_61,
    &order_row_schema_62,
    &order_status_schema_63,
    &payment_request_schema_64,
    &account_event_schema,
    &activity_schema,
    &exposure_schema_67,
    &exposure_row_schema_68,
    &history_row_schema,
    &stock_event_schema_70,
    &stock_level_schema_71,
    &stock_row_schema_72,
    &recommendation_schema,
    &order_row_schema_74,
    &payment_report_schema_75,
    &order_event_schema_76,
    &exposure_schema,
    &exposure_row_schema,
    &order_event_schema,
    &order_request_schema,
    &order_row_schema,
    &order_status_schema,
    &payment_report_schema,
    &payment_request_schema,
    &product_schema,
    &stock_event_schema,
    &stock_level_schema,
    &stock_reply_schema,
    &stock_row_schema,
    &supply_schema,
};

const size_t fy_schemas_count = sizeof(fy_schemas) / sizeof(fy_schemas[0]);

const struct fy_schema *fy_schema_find(int32_t id)
{
    if (id < 1 || (size_t)id > fy_schemas_count)
        return NULL;
    return fy_schemas[id - 1];
}
