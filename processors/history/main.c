/*
 * history - what each visitor did, for them to see.
 */
#include "lib/task.h"
#include "processors/history/handle.h"

int main(int argc, char **argv)
{
    return fy_task_main(&history_processor, argc, argv);
}
