#include "producers/routes.h"
#include "producers/producers.h"

const struct fy_route producers_routes[] = {
#define ROUTE_PRODUCERS(...) FY_ROUTE(producers, __VA_ARGS__)
#include "lib/routes.h"
};
const int producers_route_count = sizeof(producers_routes) / sizeof(producers_routes[0]);
