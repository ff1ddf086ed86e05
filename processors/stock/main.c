/*
 * stock - what suppliers say, decided: products and how many of each there are.
 */
#include "lib/task.h"
#include "processors/stock/handle.h"
#include "processors/stock/request.h"

int main(int argc, char **argv)
{
    request_metrics_register();
    return fy_task_main(&stock_processor, argc, argv);
}
