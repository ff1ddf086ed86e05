/*
 * stock - what suppliers say, decided: products and how many of each there are.
 */
#include "lib/task.h"
#include "processors/stock/handle.h"

int main(int argc, char **argv)
{
    return fy_task_main(&stock_processor, argc, argv);
}
