#include "schemas/generator/model.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Whatever is quoted or a word, up to the next comma or bracket. */
static const char *argument(const char *path, char **at)
{
    char *begin;
    char *end;

    *at += strspn(*at, " \t\n,");
    if (**at == '"') {
        begin = *at + 1;
        end = strchr(begin, '"');
        if (end == NULL)
            refuse(path, NULL, "a quote is not closed");
        *at = end + 1;
    } else {
        begin = *at;
        end = begin;
        while (isalnum((unsigned char)*end) || *end == '_')
            end++;
        if (end == begin)
            refuse(path, NULL, "TOPIC(...) has fewer arguments than 7");
        *at = end;
    }
    return text_of("%.*s", (int)(end - begin), begin);
}

static struct file *file_of(struct model *model, const char *path, const struct topic *topic)
{
    for (int i = 0; i < model->file_count; i++)
        if (strcmp(model->files[i].name, topic->schema) == 0)
            return &model->files[i];
    refuse(path, topic->name, "there is no schema %s.avsc", topic->schema);
}

static bool known_kind(const char *kind)
{
    static const char *const kinds[] = {
#define KIND(symbol, cleanup, retention, compression) #symbol,
#include "schemas/kinds.def"
#undef KIND
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i], kind) == 0)
            return true;
    return false;
}

static void add_topic(struct model *model, const char *path, char **at)
{
    struct topic *topic = &model->topics[model->topic_count];

    if (model->topic_count == TOPICS_MAX)
        refuse(path, NULL, "more than %d topics", TOPICS_MAX);
    topic->symbol = argument(path, at);
    topic->name = argument(path, at);
    topic->kind = argument(path, at);
    topic->key = argument(path, at);
    topic->schema = argument(path, at);
    topic->writer = argument(path, at);
    topic->readers = argument(path, at);
    if (!known_kind(topic->kind))
        refuse(path, topic->name, "the kind \"%s\" is not in kinds.def", topic->kind);
    topic->file = file_of(model, path, topic);
    topic->file->is_topic = true;
    if (strcmp(topic->kind, "CHANGELOG") == 0)
        topic->file->is_row = true;
    if (topic->file->topic == NULL)
        topic->file->topic = topic->name;
    for (int i = 0; i < model->topic_count; i++)
        if (strcmp(model->topics[i].name, topic->name) == 0)
            refuse(path, topic->name, "the topic is there twice");
    model->topic_count++;
}

void load_topics(struct model *model)
{
    char *path = text_of("%s/topics.def", model->folder);
    char *text = read_whole(path);
    char *at;

    if (text == NULL)
        refuse(path, NULL, "the topic table is not there");
    /* Comments explain TOPIC(...) too: they end before the first line that begins with it. */
    at = strncmp(text, "TOPIC(", 6) == 0 ? text : strstr(text, "\nTOPIC(");
    while (at != NULL) {
        at = strchr(at, '(') + 1;
        add_topic(model, path, &at);
        at = strstr(at, "\nTOPIC(");
    }
    free(text);
}
