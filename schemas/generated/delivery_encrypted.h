/*
 * Made by fy-generate from schemas/delivery_encrypted.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_DELIVERY_ENCRYPTED_H
#define FY_GENERATED_DELIVERY_ENCRYPTED_H

#include "schemas/codec/codec.h"

/*
 * Where an order's parcels go, sealed under the person's key. Deciders copy it and cannot read it.
 */
struct delivery_encrypted {
    /*
     * Name, phone and postal address, a JSON object {full_name, phone, lines, postcode, city,
     * country}; sealed as field "address". Null: none was given.
     */
    struct fy_slice address;
};

#endif
