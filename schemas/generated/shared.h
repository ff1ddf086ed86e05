/*
 * Made by fy-generate from schemas/. Change that and build `generate`.
 */
#ifndef FY_GENERATED_SHARED_H
#define FY_GENERATED_SHARED_H

#include "schemas/codec/type.h"
#include "schemas/codec/wire.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/account_request.h"
#include "schemas/generated/account_row.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/cart.h"
#include "schemas/generated/collection.h"
#include "schemas/generated/credential.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/delivery_encrypted.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/exposure.h"
#include "schemas/generated/exposure_row.h"
#include "schemas/generated/feed.h"
#include "schemas/generated/history.h"
#include "schemas/generated/history_row.h"
#include "schemas/generated/hold_standing.h"
#include "schemas/generated/image.h"
#include "schemas/generated/letter_encrypted.h"
#include "schemas/generated/line_standing.h"
#include "schemas/generated/money.h"
#include "schemas/generated/operation.h"
#include "schemas/generated/order_answer.h"
#include "schemas/generated/order_body.h"
#include "schemas/generated/order_event.h"
#include "schemas/generated/order_item.h"
#include "schemas/generated/order_request.h"
#include "schemas/generated/order_row.h"
#include "schemas/generated/order_shipment.h"
#include "schemas/generated/order_standing.h"
#include "schemas/generated/order_status.h"
#include "schemas/generated/order_terms.h"
#include "schemas/generated/parked_key.h"
#include "schemas/generated/password_encrypted.h"
#include "schemas/generated/payment_report.h"
#include "schemas/generated/payment_request.h"
#include "schemas/generated/payment_standing.h"
#include "schemas/generated/people_body.h"
#include "schemas/generated/person_key.h"
#include "schemas/generated/position.h"
#include "schemas/generated/product.h"
#include "schemas/generated/profile_encrypted.h"
#include "schemas/generated/recommendation.h"
#include "schemas/generated/session.h"
#include "schemas/generated/session_seen.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/stock_reply.h"
#include "schemas/generated/stock_request.h"
#include "schemas/generated/stock_row.h"
#include "schemas/generated/supply.h"
#include "schemas/generated/task_position.h"
#include "schemas/generated/user.h"
#include "schemas/generated/webhook.h"

/* One record without its header, for the codecs of the records that hold it. */
extern const struct fy_type fy_type_account_event;
bool fy_read_account_event(struct fy_reader *in, struct account_event *value) FY_MUST_CHECK;
size_t fy_room_account_event(const struct account_event *value);
uint8_t *fy_write_account_event(uint8_t *at, const struct account_event *value);
extern const struct fy_type fy_type_account_request;
bool fy_read_account_request(struct fy_reader *in, struct account_request *value) FY_MUST_CHECK;
size_t fy_room_account_request(const struct account_request *value);
uint8_t *fy_write_account_request(uint8_t *at, const struct account_request *value);
extern const struct fy_type fy_type_account_row;
bool fy_read_account_row(struct fy_reader *in, struct account_row *value) FY_MUST_CHECK;
size_t fy_room_account_row(const struct account_row *value);
uint8_t *fy_write_account_row(uint8_t *at, const struct account_row *value);
extern const struct fy_type fy_type_activity;
bool fy_read_activity(struct fy_reader *in, struct activity *value) FY_MUST_CHECK;
size_t fy_room_activity(const struct activity *value);
uint8_t *fy_write_activity(uint8_t *at, const struct activity *value);
extern const struct fy_type fy_type_cart;
bool fy_read_cart(struct fy_reader *in, struct cart *value) FY_MUST_CHECK;
size_t fy_room_cart(const struct cart *value);
uint8_t *fy_write_cart(uint8_t *at, const struct cart *value);
extern const struct fy_type fy_type_collection;
bool fy_read_collection(struct fy_reader *in, struct collection *value) FY_MUST_CHECK;
size_t fy_room_collection(const struct collection *value);
uint8_t *fy_write_collection(uint8_t *at, const struct collection *value);
extern const struct fy_type fy_type_credential;
bool fy_read_credential(struct fy_reader *in, struct credential *value) FY_MUST_CHECK;
size_t fy_room_credential(const struct credential *value);
uint8_t *fy_write_credential(uint8_t *at, const struct credential *value);
extern const struct fy_type fy_type_dead_letter;
bool fy_read_dead_letter(struct fy_reader *in, struct dead_letter *value) FY_MUST_CHECK;
size_t fy_room_dead_letter(const struct dead_letter *value);
uint8_t *fy_write_dead_letter(uint8_t *at, const struct dead_letter *value);
extern const struct fy_type fy_type_delivery_encrypted;
bool fy_read_delivery_encrypted(
    struct fy_reader *in, struct delivery_encrypted *value) FY_MUST_CHECK;
size_t fy_room_delivery_encrypted(const struct delivery_encrypted *value);
uint8_t *fy_write_delivery_encrypted(uint8_t *at, const struct delivery_encrypted *value);
extern const struct fy_type fy_type_envelope;
bool fy_read_envelope(struct fy_reader *in, struct envelope *value) FY_MUST_CHECK;
size_t fy_room_envelope(const struct envelope *value);
uint8_t *fy_write_envelope(uint8_t *at, const struct envelope *value);
extern const struct fy_type fy_type_exposure;
bool fy_read_exposure(struct fy_reader *in, struct exposure *value) FY_MUST_CHECK;
size_t fy_room_exposure(const struct exposure *value);
uint8_t *fy_write_exposure(uint8_t *at, const struct exposure *value);
extern const struct fy_type fy_type_exposure_row;
bool fy_read_exposure_row(struct fy_reader *in, struct exposure_row *value) FY_MUST_CHECK;
size_t fy_room_exposure_row(const struct exposure_row *value);
uint8_t *fy_write_exposure_row(uint8_t *at, const struct exposure_row *value);
extern const struct fy_type fy_type_feed;
bool fy_read_feed(struct fy_reader *in, struct feed *value) FY_MUST_CHECK;
size_t fy_room_feed(const struct feed *value);
uint8_t *fy_write_feed(uint8_t *at, const struct feed *value);
extern const struct fy_type fy_type_history;
bool fy_read_history(struct fy_reader *in, struct history *value) FY_MUST_CHECK;
size_t fy_room_history(const struct history *value);
uint8_t *fy_write_history(uint8_t *at, const struct history *value);
extern const struct fy_type fy_type_history_row;
bool fy_read_history_row(struct fy_reader *in, struct history_row *value) FY_MUST_CHECK;
size_t fy_room_history_row(const struct history_row *value);
uint8_t *fy_write_history_row(uint8_t *at, const struct history_row *value);
extern const struct fy_type fy_type_hold_standing;
bool fy_read_hold_standing(struct fy_reader *in, struct hold_standing *value) FY_MUST_CHECK;
size_t fy_room_hold_standing(const struct hold_standing *value);
uint8_t *fy_write_hold_standing(uint8_t *at, const struct hold_standing *value);
extern const struct fy_type fy_type_image;
bool fy_read_image(struct fy_reader *in, struct image *value) FY_MUST_CHECK;
size_t fy_room_image(const struct image *value);
uint8_t *fy_write_image(uint8_t *at, const struct image *value);
extern const struct fy_type fy_type_letter_encrypted;
bool fy_read_letter_encrypted(struct fy_reader *in, struct letter_encrypted *value) FY_MUST_CHECK;
size_t fy_room_letter_encrypted(const struct letter_encrypted *value);
uint8_t *fy_write_letter_encrypted(uint8_t *at, const struct letter_encrypted *value);
extern const struct fy_type fy_type_line_standing;
bool fy_read_line_standing(struct fy_reader *in, struct line_standing *value) FY_MUST_CHECK;
size_t fy_room_line_standing(const struct line_standing *value);
uint8_t *fy_write_line_standing(uint8_t *at, const struct line_standing *value);
extern const struct fy_type fy_type_money;
bool fy_read_money(struct fy_reader *in, struct money *value) FY_MUST_CHECK;
size_t fy_room_money(const struct money *value);
uint8_t *fy_write_money(uint8_t *at, const struct money *value);
extern const struct fy_type fy_type_operation;
bool fy_read_operation(struct fy_reader *in, struct operation *value) FY_MUST_CHECK;
size_t fy_room_operation(const struct operation *value);
uint8_t *fy_write_operation(uint8_t *at, const struct operation *value);
extern const struct fy_type fy_type_order_answer;
bool fy_read_order_answer(struct fy_reader *in, struct order_answer *value) FY_MUST_CHECK;
size_t fy_room_order_answer(const struct order_answer *value);
uint8_t *fy_write_order_answer(uint8_t *at, const struct order_answer *value);
extern const struct fy_type fy_type_order_body;
bool fy_read_order_body(struct fy_reader *in, struct order_body *value) FY_MUST_CHECK;
size_t fy_room_order_body(const struct order_body *value);
uint8_t *fy_write_order_body(uint8_t *at, const struct order_body *value);
extern const struct fy_type fy_type_order_event;
bool fy_read_order_event(struct fy_reader *in, struct order_event *value) FY_MUST_CHECK;
size_t fy_room_order_event(const struct order_event *value);
uint8_t *fy_write_order_event(uint8_t *at, const struct order_event *value);
extern const struct fy_type fy_type_order_item;
bool fy_read_order_item(struct fy_reader *in, struct order_item *value) FY_MUST_CHECK;
size_t fy_room_order_item(const struct order_item *value);
uint8_t *fy_write_order_item(uint8_t *at, const struct order_item *value);
extern const struct fy_type fy_type_order_request;
bool fy_read_order_request(struct fy_reader *in, struct order_request *value) FY_MUST_CHECK;
size_t fy_room_order_request(const struct order_request *value);
uint8_t *fy_write_order_request(uint8_t *at, const struct order_request *value);
extern const struct fy_type fy_type_order_row;
bool fy_read_order_row(struct fy_reader *in, struct order_row *value) FY_MUST_CHECK;
size_t fy_room_order_row(const struct order_row *value);
uint8_t *fy_write_order_row(uint8_t *at, const struct order_row *value);
extern const struct fy_type fy_type_order_shipment;
bool fy_read_order_shipment(struct fy_reader *in, struct order_shipment *value) FY_MUST_CHECK;
size_t fy_room_order_shipment(const struct order_shipment *value);
uint8_t *fy_write_order_shipment(uint8_t *at, const struct order_shipment *value);
extern const struct fy_type fy_type_order_standing;
bool fy_read_order_standing(struct fy_reader *in, struct order_standing *value) FY_MUST_CHECK;
size_t fy_room_order_standing(const struct order_standing *value);
uint8_t *fy_write_order_standing(uint8_t *at, const struct order_standing *value);
extern const struct fy_type fy_type_order_status;
bool fy_read_order_status(struct fy_reader *in, struct order_status *value) FY_MUST_CHECK;
size_t fy_room_order_status(const struct order_status *value);
uint8_t *fy_write_order_status(uint8_t *at, const struct order_status *value);
extern const struct fy_type fy_type_order_terms;
bool fy_read_order_terms(struct fy_reader *in, struct order_terms *value) FY_MUST_CHECK;
size_t fy_room_order_terms(const struct order_terms *value);
uint8_t *fy_write_order_terms(uint8_t *at, const struct order_terms *value);
extern const struct fy_type fy_type_parked_key;
bool fy_read_parked_key(struct fy_reader *in, struct parked_key *value) FY_MUST_CHECK;
size_t fy_room_parked_key(const struct parked_key *value);
uint8_t *fy_write_parked_key(uint8_t *at, const struct parked_key *value);
extern const struct fy_type fy_type_password_encrypted;
bool fy_read_password_encrypted(
    struct fy_reader *in, struct password_encrypted *value) FY_MUST_CHECK;
size_t fy_room_password_encrypted(const struct password_encrypted *value);
uint8_t *fy_write_password_encrypted(uint8_t *at, const struct password_encrypted *value);
extern const struct fy_type fy_type_payment_report;
bool fy_read_payment_report(struct fy_reader *in, struct payment_report *value) FY_MUST_CHECK;
size_t fy_room_payment_report(const struct payment_report *value);
uint8_t *fy_write_payment_report(uint8_t *at, const struct payment_report *value);
extern const struct fy_type fy_type_payment_request;
bool fy_read_payment_request(struct fy_reader *in, struct payment_request *value) FY_MUST_CHECK;
size_t fy_room_payment_request(const struct payment_request *value);
uint8_t *fy_write_payment_request(uint8_t *at, const struct payment_request *value);
extern const struct fy_type fy_type_payment_standing;
bool fy_read_payment_standing(struct fy_reader *in, struct payment_standing *value) FY_MUST_CHECK;
size_t fy_room_payment_standing(const struct payment_standing *value);
uint8_t *fy_write_payment_standing(uint8_t *at, const struct payment_standing *value);
extern const struct fy_type fy_type_people_body;
bool fy_read_people_body(struct fy_reader *in, struct people_body *value) FY_MUST_CHECK;
size_t fy_room_people_body(const struct people_body *value);
uint8_t *fy_write_people_body(uint8_t *at, const struct people_body *value);
extern const struct fy_type fy_type_person_key;
bool fy_read_person_key(struct fy_reader *in, struct person_key *value) FY_MUST_CHECK;
size_t fy_room_person_key(const struct person_key *value);
uint8_t *fy_write_person_key(uint8_t *at, const struct person_key *value);
extern const struct fy_type fy_type_position;
bool fy_read_position(struct fy_reader *in, struct position *value) FY_MUST_CHECK;
size_t fy_room_position(const struct position *value);
uint8_t *fy_write_position(uint8_t *at, const struct position *value);
extern const struct fy_type fy_type_product;
bool fy_read_product(struct fy_reader *in, struct product *value) FY_MUST_CHECK;
size_t fy_room_product(const struct product *value);
uint8_t *fy_write_product(uint8_t *at, const struct product *value);
extern const struct fy_type fy_type_profile_encrypted;
bool fy_read_profile_encrypted(struct fy_reader *in, struct profile_encrypted *value) FY_MUST_CHECK;
size_t fy_room_profile_encrypted(const struct profile_encrypted *value);
uint8_t *fy_write_profile_encrypted(uint8_t *at, const struct profile_encrypted *value);
extern const struct fy_type fy_type_recommendation;
bool fy_read_recommendation(struct fy_reader *in, struct recommendation *value) FY_MUST_CHECK;
size_t fy_room_recommendation(const struct recommendation *value);
uint8_t *fy_write_recommendation(uint8_t *at, const struct recommendation *value);
extern const struct fy_type fy_type_session;
bool fy_read_session(struct fy_reader *in, struct session *value) FY_MUST_CHECK;
size_t fy_room_session(const struct session *value);
uint8_t *fy_write_session(uint8_t *at, const struct session *value);
extern const struct fy_type fy_type_session_seen;
bool fy_read_session_seen(struct fy_reader *in, struct session_seen *value) FY_MUST_CHECK;
size_t fy_room_session_seen(const struct session_seen *value);
uint8_t *fy_write_session_seen(uint8_t *at, const struct session_seen *value);
extern const struct fy_type fy_type_stock_event;
bool fy_read_stock_event(struct fy_reader *in, struct stock_event *value) FY_MUST_CHECK;
size_t fy_room_stock_event(const struct stock_event *value);
uint8_t *fy_write_stock_event(uint8_t *at, const struct stock_event *value);
extern const struct fy_type fy_type_stock_level;
bool fy_read_stock_level(struct fy_reader *in, struct stock_level *value) FY_MUST_CHECK;
size_t fy_room_stock_level(const struct stock_level *value);
uint8_t *fy_write_stock_level(uint8_t *at, const struct stock_level *value);
extern const struct fy_type fy_type_stock_reply;
bool fy_read_stock_reply(struct fy_reader *in, struct stock_reply *value) FY_MUST_CHECK;
size_t fy_room_stock_reply(const struct stock_reply *value);
uint8_t *fy_write_stock_reply(uint8_t *at, const struct stock_reply *value);
extern const struct fy_type fy_type_stock_request;
bool fy_read_stock_request(struct fy_reader *in, struct stock_request *value) FY_MUST_CHECK;
size_t fy_room_stock_request(const struct stock_request *value);
uint8_t *fy_write_stock_request(uint8_t *at, const struct stock_request *value);
extern const struct fy_type fy_type_stock_row;
bool fy_read_stock_row(struct fy_reader *in, struct stock_row *value) FY_MUST_CHECK;
size_t fy_room_stock_row(const struct stock_row *value);
uint8_t *fy_write_stock_row(uint8_t *at, const struct stock_row *value);
extern const struct fy_type fy_type_supply;
bool fy_read_supply(struct fy_reader *in, struct supply *value) FY_MUST_CHECK;
size_t fy_room_supply(const struct supply *value);
uint8_t *fy_write_supply(uint8_t *at, const struct supply *value);
extern const struct fy_type fy_type_task_position;
bool fy_read_task_position(struct fy_reader *in, struct task_position *value) FY_MUST_CHECK;
size_t fy_room_task_position(const struct task_position *value);
uint8_t *fy_write_task_position(uint8_t *at, const struct task_position *value);
extern const struct fy_type fy_type_user;
bool fy_read_user(struct fy_reader *in, struct user *value) FY_MUST_CHECK;
size_t fy_room_user(const struct user *value);
uint8_t *fy_write_user(uint8_t *at, const struct user *value);
extern const struct fy_type fy_type_webhook;
bool fy_read_webhook(struct fy_reader *in, struct webhook *value) FY_MUST_CHECK;
size_t fy_room_webhook(const struct webhook *value);
uint8_t *fy_write_webhook(uint8_t *at, const struct webhook *value);

#endif
