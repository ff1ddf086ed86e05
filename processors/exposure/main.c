/*
 * exposure - whom each supplier reached: what was seen, chosen and bought, by product and day.
 */
#include "lib/task.h"
#include "processors/exposure/handle.h"

int main(int argc, char **argv)
{
    return fy_task_main(&exposure_processor, argc, argv);
}
