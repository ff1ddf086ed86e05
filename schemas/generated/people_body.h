/*
 * Made by fy-generate from schemas/people_body.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PEOPLE_BODY_H
#define FY_GENERATED_PEOPLE_BODY_H

#include "schemas/codec/codec.h"

/* Make an account, as a customer. */
struct register_body {
    /* E-mail, 3 .. 254 bytes; blanks around it and the case of A-Z do not count. */
    struct fy_slice email;
    /* 8 .. 256 bytes; any. */
    struct fy_slice password;
};

/* Give a letter's token back. */
struct token_body {
    /* As it stands in the letter; it counts once. */
    struct fy_slice token;
};

/* Set a password by a letter's token. */
struct password_token_body {
    /* As it stands in the letter; it counts once. */
    struct fy_slice token;
    /* 8 .. 256 bytes; any. */
    struct fy_slice password;
};

/* Sign in. */
struct login_body {
    /* E-mail, 3 .. 254 bytes; blanks around it and the case of A-Z do not count. */
    struct fy_slice email;
    /* The password. */
    struct fy_slice password;
};

/* Get the next tokens. A browser sends {}: its token is in a cookie. */
struct refresh_body {
    /* The refresh token given last; it counts once. */
    struct fy_slice refresh_token;
};

/* Change the password. All other sessions end. */
struct change_password_body {
    /* The password until now. */
    struct fy_slice old_password;
    /* The new one: 8 .. 256 bytes; any. */
    struct fy_slice password;
};

/* Ask for a letter with a token. */
struct email_body {
    /* E-mail of the account. */
    struct fy_slice email;
};

/* Ask somebody to join, with a role. */
struct invite_body {
    /* Where the letter goes, and what the account is found by. */
    struct fy_slice email;
    /*
     * supplier_owner, supplier_staff, operator, data or service; an owner may ask supplier_staff of
     * their own supplier only.
     */
    struct fy_slice role;
    /* Whose owner or staff, where an operator asks. */
    struct fy_slice supplier;
};

struct address_body_lines {
    const struct fy_slice *items;
    size_t count;
};

/* A postal address. */
struct address_body {
    /* As on the parcel, without town and country. */
    struct address_body_lines lines;
    /* Post code. */
    struct fy_slice postcode;
    /* Town. */
    struct fy_slice city;
    /* ISO 3166-1, as in DE. */
    struct fy_slice country;
};

struct profile_body_addresses {
    const struct address_body *items;
    size_t count;
};

/* All a person says of themselves: what is left out is gone. */
struct profile_body {
    /* Name. */
    struct fy_slice full_name;
    /* Phone. */
    struct fy_slice phone;
    /* Where parcels go. */
    struct profile_body_addresses addresses;
};

struct contact_body_addresses {
    const struct address_body *items;
    size_t count;
};

/* All a guest says of themselves: what is left out is gone. */
struct contact_body {
    /* E-mail, 3 .. 254 bytes. */
    struct fy_slice email;
    /* Name. */
    struct fy_slice full_name;
    /* Phone. */
    struct fy_slice phone;
    /* Where parcels go. */
    struct contact_body_addresses addresses;
};

/* The password once more, for what cannot be undone. */
struct password_body {
    /* The password. */
    struct fy_slice password;
};

/*
 * What clients send about people. Nothing of it is written down as it is: the edge seals it, or
 * keeps a hash.
 */
struct people_body {
    /* Make an account. */
    const struct register_body *sign_up;
    /* Give a letter's token back. */
    const struct token_body *ticket;
    /* Set a password by a letter's token. */
    const struct password_token_body *password_token;
    /* Sign in. */
    const struct login_body *login;
    /* Get the next tokens. */
    const struct refresh_body *refresh;
    /* Change the password. */
    const struct change_password_body *change_password;
    /* Ask for a letter. */
    const struct email_body *email_only;
    /* Ask somebody to join. */
    const struct invite_body *invite;
    /* Who they are. */
    const struct profile_body *profile;
    /* How a guest is reached. */
    const struct contact_body *contact;
    /* Show once more that it is they. */
    const struct password_body *password_only;
};

#endif
