/*
 * Made by fy-generate from schemas/account_request.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ACCOUNT_REQUEST_H
#define FY_GENERATED_ACCOUNT_REQUEST_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/letter_encrypted.h"
#include "schemas/generated/password_encrypted.h"
#include "schemas/generated/profile_encrypted.h"

/* Somebody registers, as a customer. */
struct create_account {
    /* The new person, whose key is written already. */
    struct fy_slice person;
    /* How the password is recognised. */
    struct password_encrypted password;
    /* Hash of the token in the letter. */
    struct fy_slice verify_hash;
    /* E-mail and token. */
    struct letter_encrypted letter;
    /* The visitor they were until now. */
    struct fy_slice visitor;
};

/* Somebody is asked to join, with a role; who asks is the envelope's actor. */
struct invite_member {
    /*
     * The account's person where the edge knows one, else a new one, whose key is written already.
     */
    struct fy_slice person;
    /* supplier_owner, supplier_staff, operator, data or service. */
    struct fy_slice role;
    /* Whose owner or staff; null for other roles. */
    struct fy_slice supplier;
    /* Hash of the token in the letter. */
    struct fy_slice invite_hash;
    /* E-mail and token. */
    struct letter_encrypted letter;
};

/* They join, with a password; the token proves the e-mail. */
struct accept_invitation {
    /* Hash of the token they gave. */
    struct fy_slice invite_hash;
    /* How the password is recognised. */
    struct password_encrypted password;
};

/* The e-mail is theirs, as the token shows. */
struct verify_account {
    /* Hash of the token they gave. */
    struct fy_slice verify_hash;
};

/* The password is forgotten: a letter is to be sent. */
struct ask_password_reset {
    /*
     * The account's person, under whose key the letter is sealed; null where the edge knows no such
     * account.
     */
    struct fy_slice person;
    /* Hash of the token in the letter. */
    struct fy_slice reset_hash;
    /* The token; null where there is no person. */
    struct letter_encrypted letter;
};

/* Another password, by the letter's token. */
struct reset_password {
    /* Hash of the token they gave. */
    struct fy_slice reset_hash;
    /* How the password is recognised. */
    struct password_encrypted password;
};

/* Another password, by the old one, which the edge checked. */
struct change_password {
    /* What the edge checked against: has it changed since, this is refused. */
    struct password_encrypted replaces;
    /* How the password is recognised. */
    struct password_encrypted password;
    /* The session it was changed in, which stays; all others are revoked. */
    struct fy_slice keep_session;
};

/* The same password at today's costs. */
struct rehash_password {
    /* What it was recognised by: has it changed since, this is refused. */
    struct password_encrypted replaces;
    /* How it is recognised from now on. */
    struct password_encrypted password;
};

/* They gave the right password: a session begins. */
struct open_session {
    /* The session, 128 random bits. */
    struct fy_slice session;
    /* What the edge checked against: has it changed since, this is refused. */
    struct password_encrypted replaces;
    /* Hash of its first refresh token. */
    struct fy_slice refresh_hash;
    /* What it is shown as, coarse: "Firefox on Linux". No address, no version. */
    struct fy_slice label;
    /* The visitor they were until now. */
    struct fy_slice visitor;
};

/* They gave a wrong password, or there is no such account. */
struct fail_login {
    /* From what, coarse. */
    struct fy_slice label;
};

/* A refresh token is given for the next one. */
struct refresh_session {
    /* The session. */
    struct fy_slice session;
    /* Hash of the token they gave. */
    struct fy_slice old_hash;
    /* Hash of the token they are to get. */
    struct fy_slice new_hash;
};

/* A session ends. */
struct revoke_session {
    /* Which. */
    struct fy_slice session;
    /* From within it: they signed out. */
    bool logged_out;
};

/* All sessions end. */
struct revoke_sessions {
    /* But this one; null: all. */
    struct fy_slice keep_session;
};

/* All they say of themselves: what is left out is gone. */
struct set_profile {
    /* Name, phone, addresses. Of an account the e-mail stays what it is. */
    struct profile_encrypted profile;
};

/* A guest says how they are reached: all of it, what is left out is gone. */
struct set_contact {
    /* The visitor they are. */
    struct fy_slice visitor;
    /* E-mail, name, phone, addresses. */
    struct profile_encrypted profile;
};

/* A visitor is this person. */
struct link_visitor {
    /* The visitor. */
    struct fy_slice visitor;
};

/* Somebody loses their role and is a customer from now on; an invitation is withdrawn. */
struct remove_member {
    /* Whose owner or staff they are; null for other roles. */
    struct fy_slice supplier;
};

/* They want to be forgotten, and the edge has seen that it is they. */
struct forget_person {
    /* Whom: another person who has the e-mail since is not meant. */
    struct fy_slice person;
};

/*
 * What somebody asks of an account, or of themselves as a guest. Exactly one of the nullable
 * records is set. Of tokens there are hashes only (BLAKE2b-256, 64 hex digits).
 */
struct account_request {
    /* Who, when and why. */
    struct envelope envelope;
    /* The account's id, 64 hex digits, or a guest's person id of 32; also the key. */
    struct fy_slice subject;
    /* Somebody registers. */
    const struct create_account *create_account;
    /* Somebody is asked to join, with a role. */
    const struct invite_member *invite_member;
    /* They join. */
    const struct accept_invitation *accept_invitation;
    /* The e-mail is theirs. */
    const struct verify_account *verify_account;
    /* The password is forgotten. */
    const struct ask_password_reset *ask_password_reset;
    /* Another password, by the letter's token. */
    const struct reset_password *reset_password;
    /* Another password, by the old one. */
    const struct change_password *change_password;
    /* The same password at today's costs. */
    const struct rehash_password *rehash_password;
    /* They gave the right password. */
    const struct open_session *open_session;
    /* They gave a wrong password. */
    const struct fail_login *fail_login;
    /* Another token for a session. */
    const struct refresh_session *refresh_session;
    /* A session ends. */
    const struct revoke_session *revoke_session;
    /* All sessions end. */
    const struct revoke_sessions *revoke_sessions;
    /* What they say of themselves. */
    const struct set_profile *set_profile;
    /* A guest says how they are reached. */
    const struct set_contact *set_contact;
    /* A visitor is this person. */
    const struct link_visitor *link_visitor;
    /* Somebody leaves a supplier or a role. */
    const struct remove_member *remove_member;
    /* They want to be forgotten. */
    const struct forget_person *forget_person;
};

extern const struct fy_schema account_request_schema;

enum fy_status account_request_encode(const struct account_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status account_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct account_request *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
