/*
 * folder.h - a folder and those above it, made where missing, for nobody but us (mode 0700).
 *
 * Errors: FY_FATAL: a path of FY_FOLDER_BYTES_MAX bytes or more, or one that cannot be made.
 */
#ifndef FY_FOLDER_H
#define FY_FOLDER_H

#include "lib/err.h"

enum { FY_FOLDER_BYTES_MAX = 4096 };

enum fy_status fy_folder_make(const char *path, struct fy_err *err) FY_MUST_CHECK;

#endif
