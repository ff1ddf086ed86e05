/*
 * accounts - who has an account, who is signed in, and what they said of themselves, sealed.
 */
#include "lib/task.h"
#include "processors/accounts/handle.h"

int main(int argc, char **argv)
{
    return fy_task_main(&accounts_processor, argc, argv);
}
