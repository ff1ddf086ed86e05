/*
 * Made by fy-generate from schemas/profile_encrypted.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PROFILE_ENCRYPTED_H
#define FY_GENERATED_PROFILE_ENCRYPTED_H

#include "schemas/codec/codec.h"

/* Who a person is, each part sealed under that person's key by its name. */
struct profile_encrypted {
    /* E-mail; sealed as field "email". */
    struct fy_slice email;
    /* Name; sealed as field "full_name". */
    struct fy_slice full_name;
    /* Phone; sealed as field "phone". */
    struct fy_slice phone;
    /* Postal addresses, a JSON array; sealed as field "addresses". */
    struct fy_slice addresses;
};

#endif
