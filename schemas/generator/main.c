/*
 * fy-generate - every .avsc of a folder in, C and tables out.
 *
 *   fy-generate [--backward] SCHEMAS_DIR OUT_DIR
 *
 * --backward: only the newest version must read the others, as in a set that nobody else reads.
 * Also appends new texts to SCHEMAS_DIR/ids.lock and SCHEMAS_DIR/versions. Run by the target
 * `generate`; what it makes is committed, and test/tidy fails when it is stale.
 */
#include "schemas/generator/model.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct model model;

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "--backward") == 0) {
        model.backward = true;
        argv++;
        argc--;
    }
    if (argc != 3) {
        (void)fprintf(stderr, "usage: fy-generate [--backward] SCHEMAS_DIR OUT_DIR\n");
        return EXIT_FAILURE;
    }
    if (sodium_init() < 0)
        refuse(argv[0], NULL, "libsodium does not start");
    if (mkdir(argv[2], 0777) != 0 && errno != EEXIST)
        refuse(argv[2], NULL, "could not make this folder: %s", strerror(errno));

    model.folder = argv[1];
    load_files(&model);
    load_topics(&model);
    check_rules(&model);
    for (int i = 0; i < model.file_count; i++)
        make_text(&model, &model.files[i]);
    load_lock(&model);

    for (int i = 0; i < model.file_count; i++) {
        emit_header(&model.files[i], argv[2]);
        emit_source(&model, &model.files[i], argv[2]);
    }
    emit_shared(&model, argv[2]);
    emit_table(&model, argv[2]);
    emit_topics(&model, argv[2]);
    save_lock(&model);
    finish(EXIT_SUCCESS);
}
