/*
 * routes.h - schemas/routes.def, filtered by program. No include guard: include it once per table.
 *
 * Whoever wants the routes of one program defines ROUTE_<PROGRAM> and includes this; the lines of
 * the other programs vanish. FY_ROUTE_DECLARE declares a line's handler, FY_ROUTE makes its row:
 *
 *     #define ROUTE_PRODUCERS(...) FY_ROUTE_DECLARE(producers, __VA_ARGS__)
 *     #include "lib/routes.h"
 *
 *     static const struct fy_route routes[] = {
 *     #define ROUTE_PRODUCERS(...) FY_ROUTE(producers, __VA_ARGS__)
 *     #include "lib/routes.h"
 *     };
 *
 * How: ROUTE(program, ...) becomes ROUTE_PRODUCERS(...) or ROUTE_API(...) and so on by
 * token pasting, and each of these that the includer did not define is empty. All are undefined
 * again at the end. A new program in routes.def needs its two lines below.
 */
#include "lib/http.h"

#ifndef ROUTE_PRODUCERS
#define ROUTE_PRODUCERS(...)
#endif
#ifndef ROUTE_API
#define ROUTE_API(...)
#endif
#ifndef ROUTE_RECOMMEND
#define ROUTE_RECOMMEND(...)
#endif
#ifndef ROUTE_EVERY
#define ROUTE_EVERY(...)
#endif

#define ROUTE(program, ...) ROUTE_##program(__VA_ARGS__)
#include "schemas/routes.def"
#undef ROUTE

#undef ROUTE_PRODUCERS
#undef ROUTE_API
#undef ROUTE_RECOMMEND
#undef ROUTE_EVERY
