/* routes.h - the handlers of this program's routes, as schemas/routes.def names them. */
#ifndef PRODUCERS_ROUTES_H
#define PRODUCERS_ROUTES_H

#define ROUTE_PRODUCERS(...) FY_ROUTE_DECLARE(producers, __VA_ARGS__)
#include "lib/routes.h"

#endif
