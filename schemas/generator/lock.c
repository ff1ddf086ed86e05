#include "schemas/generator/model.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * ids.lock has one line per numbered text: id, schema name, SHA-256 of the text.
 * versions/<id>-<name>.avsc is that text: bytes written years ago name it by its id, and are read
 * through it.
 */

static void digest_of(const char *text, char ret_hex[65])
{
    unsigned char digest[crypto_hash_sha256_BYTES];

    (void)crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
    (void)sodium_bin2hex(ret_hex, 65, digest, sizeof(digest));
}

static char *version_path(const struct model *model, const struct numbered *numbered)
{
    return text_of("%s/versions/%d-%s.avsc", model->folder, numbered->id, numbered->name);
}

static struct file *file_named(struct model *model, const char *name)
{
    for (int i = 0; i < model->file_count; i++)
        if (strcmp(model->files[i].name, name) == 0)
            return &model->files[i];
    return NULL;
}

static int versions_of(const struct model *model, const char *name)
{
    int count = 0;

    for (int i = 0; i < model->numbered_count; i++)
        if (strcmp(model->numbered[i].name, name) == 0)
            count++;
    return count;
}

static void read_line(struct model *model, const char *path, const char *line)
{
    struct numbered *numbered = &model->numbered[model->numbered_count];
    char digest[65];
    char *version;

    if (model->numbered_count == LOCK_MAX)
        refuse(path, NULL, "more than %d lines", LOCK_MAX);
    if (sscanf(line, "%d %63s %64s", &numbered->id, numbered->name, numbered->digest) != 3)
        refuse(path, NULL, "line %d is not \"id name sha256\"", model->numbered_count + 1);
    if (numbered->id != model->numbered_count + 1)
        refuse(path, NULL, "line %d has id %d: ids are dense, and a line once there stays",
            model->numbered_count + 1, numbered->id);
    numbered->version = versions_of(model, numbered->name) + 1;
    numbered->file = file_named(model, numbered->name);
    if (numbered->file == NULL || !numbered->file->is_topic) {
        refuse(path, NULL,
            "id %d is of \"%s\", which is no topic's schema now: a line once there stays",
            numbered->id, numbered->name);
    }
    version = version_path(model, numbered);
    numbered->text = read_whole(version);
    if (numbered->text == NULL)
        refuse(version, NULL, "the text of id %d is not there: %s", numbered->id, strerror(errno));
    numbered->text[strcspn(numbered->text, "\n")] = '\0';
    digest_of(numbered->text, digest);
    if (strcmp(digest, numbered->digest) != 0)
        refuse(version, NULL, "this is not the text that was numbered %d", numbered->id);
    numbered->file->id = numbered->id;
    model->numbered_count++;
}

static const struct numbered *newest_of(const struct model *model, const struct file *file)
{
    return file->id == 0 ? NULL : &model->numbered[file->id - 1];
}

/* A text that was numbered before: who goes back to it goes on reading the newer ones. */
static int known_as(const struct model *model, const struct file *file)
{
    for (int i = 0; i < model->numbered_count; i++)
        if (model->numbered[i].file == file && strcmp(model->numbered[i].text, file->text) == 0)
            return model->numbered[i].id;
    return 0;
}

static void write_version(const struct model *model, const struct numbered *numbered)
{
    char *folder = text_of("%s/versions", model->folder);
    char *path = version_path(model, numbered);
    FILE *stream;

    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        refuse(folder, NULL, "could not make this folder: %s", strerror(errno));
    stream = fopen(path, "wxe");
    if (stream == NULL) {
        refuse(path, NULL, "could not write the text of the new id %d: %s", numbered->id,
            strerror(errno));
    }
    (void)fprintf(stream, "%s\n", numbered->text);
    if (fclose(stream) != 0)
        refuse(path, NULL, "could not write: %s", strerror(errno));
}

/* Only in memory: a text that turns out to break its readers must not keep a number. */
static void append(struct model *model, const char *path, struct file *file)
{
    struct numbered *numbered = &model->numbered[model->numbered_count];
    char *version;

    if (model->numbered_count == LOCK_MAX)
        refuse(path, NULL, "more than %d lines", LOCK_MAX);
    if (strlen(file->name) >= sizeof(numbered->name)) {
        refuse(
            file->path, NULL, "a schema's name has at most %zu bytes", sizeof(numbered->name) - 1);
    }
    numbered->id = model->numbered_count + 1;
    (void)strcpy(numbered->name, file->name);
    digest_of(file->text, numbered->digest);
    numbered->version = versions_of(model, file->name) + 1;
    numbered->file = file;
    numbered->text = file->text;
    numbered->is_new = true;
    version = version_path(model, numbered);
    if (access(version, F_OK) == 0) {
        refuse(version, NULL,
            "there is a text for the new id %d already: was its line dropped from ids.lock?",
            numbered->id);
    }
    file->id = numbered->id;
    model->numbered_count++;
}

void load_lock(struct model *model)
{
    char *path = text_of("%s/ids.lock", model->folder);
    char *text = read_whole(path);
    char *rest = text;
    char *line;

    while (text != NULL && (line = strsep(&rest, "\n")) != NULL)
        if (line[0] != '\0')
            read_line(model, path, line);
    for (int i = 0; i < model->file_count; i++) {
        struct file *file = &model->files[i];
        const struct numbered *newest = newest_of(model, file);

        if (!file->is_topic || (newest != NULL && strcmp(newest->text, file->text) == 0))
            continue;
        file->id = known_as(model, file);
        if (file->id == 0)
            append(model, path, file);
    }
    for (int i = 0; i < model->numbered_count; i++) {
        struct numbered *numbered = &model->numbered[i];

        numbered->fingerprint = fingerprint_of(numbered->text);
        if (numbered->id == numbered->file->id)
            continue;
        numbered->past_model =
            load_past(version_path(model, numbered), numbered->file->root->c_name, numbered->text);
        numbered->past = &numbered->past_model->files[0];
        check_compatible(model, numbered);
    }
    free(text);
}

/* The text first: a line without its text would stop every later run. */
void save_lock(const struct model *model)
{
    char *path = text_of("%s/ids.lock", model->folder);

    for (int i = 0; i < model->numbered_count; i++) {
        const struct numbered *numbered = &model->numbered[i];
        FILE *stream;

        if (!numbered->is_new)
            continue;
        write_version(model, numbered);
        stream = fopen(path, "ae");
        if (stream == NULL)
            refuse(path, NULL, "could not append: %s", strerror(errno));
        (void)fprintf(stream, "%d %s %s\n", numbered->id, numbered->name, numbered->digest);
        if (fclose(stream) != 0)
            refuse(path, NULL, "could not append: %s", strerror(errno));
        (void)printf(
            "%s: new id %d, version %d\n", numbered->file->path, numbered->id, numbered->version);
    }
}
