/*
 * model.h - what the generator knows of the schemas, and its parts.
 *
 * Shape:   load.c reads *.avsc into `struct file` and `struct named`; rules.c refuses what our C
 *          and our readers cannot keep; text.c makes the self-contained texts; topics.c reads
 *          topics.def; lock.c numbers texts; emit_*.c write C and JSON.
 * Errors:  a message on stderr that names file, field and rule, then exit 1: a build tool has
 *          nobody to return to.
 * Memory:  never freed; the process lives for a second.
 */
#ifndef FY_GENERATOR_MODEL_H
#define FY_GENERATOR_MODEL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    FILES_MAX = 64,
    NAMED_MAX = 512,
    TOPICS_MAX = 128,
    LOCK_MAX = 4096,
    FIELDS_MAX = 64, /* FY_FIELDS_MAX of the codec. */
    LOCALS_MAX = 128,
    DEPTH_MAX = 32, /* FY_DEPTH_MAX of the codec. */
    LINE_MAX_COLUMNS = 100,
};

enum kind {
    KIND_BOOLEAN,
    KIND_INT,
    KIND_LONG,
    KIND_FLOAT,
    KIND_DOUBLE,
    KIND_STRING,
    KIND_BYTES,
    KIND_FIXED,
    KIND_ENUM,
    KIND_RECORD,
};

struct named;
struct file;

struct field {
    const char *name;
    const char *doc;
    json_t *json; /* With its attributes. */
    enum kind kind;
    bool nullable;
    bool array;
    bool map;            /* An array of records of key and value, as its bytes are. */
    const char *logical; /* "timestamp-millis", NULL for none. */
    json_t *type;        /* Without null and container. */
    struct named *named; /* Of fixed, enum and record. */
};

/* A record, enum or fixed. */
struct named {
    enum kind kind;
    const char *full_name; /* "fy.ItemViewed" */
    const char *name;      /* "ItemViewed" */
    const char *c_name;    /* "item_viewed" */
    const char *doc;
    json_t *json;
    struct file *home; /* Whose text defines it. */
    bool is_root;      /* It is the schema of its file. */
    bool parsing;
    bool one_of;
    bool hidden;    /* Not in the text: see load.c. */
    bool bare;      /* Its JSON is that of its only field. */
    bool recursive; /* Something inside it names it again. */
    bool bounded;   /* check_bounded was here. */
    int sorted;     /* sort_one: 1 on its way, 2 done. */
    int depth;      /* 1 for a record without records. */
    struct field fields[FIELDS_MAX];
    int field_count;
    size_t fixed_bytes;
};

/* One .avsc, or one numbered text of the past. */
struct file {
    const char *path;
    const char *name; /* "activity" */
    json_t *json;
    struct named *root;
    struct named *locals[LOCALS_MAX]; /* Defined here, users after what they use. */
    int local_count;
    struct file *uses[FILES_MAX]; /* Files whose types it names. */
    int use_count;
    bool recursive;
    bool is_topic;     /* A topic's value: numbered, framed. */
    bool is_row;       /* A changelog's value. */
    const char *topic; /* The first that uses it. */
    char *text;        /* Self-contained and normalised. */
    int id;            /* Of its text, when it is a topic's value. */
};

struct topic {
    const char *symbol, *name, *kind, *key, *schema, *writer, *readers;
    struct file *file;
};

/* One line of ids.lock. */
struct numbered {
    int id;
    char name[64];
    char digest[65];
    int version; /* Within its name, from 1. */
    char *text;
    struct file *file; /* The file that has this name now. */
    struct file *past; /* The text as parsed, when it is not the file's. */
    struct model *past_model;
    uint64_t fingerprint; /* CRC-64-AVRO of the Parsing Canonical Form. */
    bool is_new;          /* Not in ids.lock yet. */
};

struct model {
    const char *folder;
    bool backward; /* Only the newest must read all: for sets of schemas that nobody else reads. */
    struct file files[FILES_MAX];
    int file_count;
    struct named *named[NAMED_MAX];
    int named_count;
    struct topic topics[TOPICS_MAX];
    int topic_count;
    struct numbered numbered[LOCK_MAX];
    int numbered_count;
};

_Noreturn void finish(int status);
/* Says "PATH: field WHERE: MESSAGE" and exits 1. `where` may be NULL. */
_Noreturn void refuse(const char *path, const char *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same of a rule of the lint, by its name: "PATH: WHERE: [RULE] MESSAGE". */
_Noreturn void broken(
    const char *path, const char *where, const char *rule, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *read_whole(const char *path); /* NULL when there is no such file. */
char *snake_of(const char *camel);
char *upper_of(const char *name);

void load_files(struct model *model);
/* A model of one self-contained text of the past. */
struct model *load_past(const char *path, const char *name, const char *text);
void load_topics(struct model *model);
void check_rules(const struct model *model);
void check_field(const struct file *file, const struct named *record, const struct field *field);
void make_text(const struct model *model, struct file *file);
void load_lock(struct model *model);
void save_lock(const struct model *model);

bool named_equal(const struct named *a, const struct named *b);
/* The field of `reader` that takes what `written` is named: by its name or an alias. */
const struct field *field_taking(const struct named *reader, const char *written);
bool has_alias(const json_t *json, const char *name);
/* FULL_TRANSITIVE, unless the model is only `backward`. */
void check_compatible(const struct model *model, const struct numbered *past);
/* Whether each value that `written` allows can be read as `reader`. NULL, or why not. */
const char *why_unreadable(const struct named *reader, const struct named *written);
/* Whether some can: bytes are read and the others refused one by one. */
bool resolvable(const struct named *reader, const struct named *written);
uint64_t fingerprint_of(const char *text);

/* --- Emitting ------------------------------------------------------------------------------- */

struct out {
    char *text;
    size_t size;
    FILE *stream;
};

void out_open(struct out *out);
/* Writes folder/name unless it holds just this already. */
void out_close(struct out *out, const char *folder, const char *name);
void put(struct out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void put_made_from(struct out *out, const char *source);
/* head(arguments)tail, broken over lines as .clang-format would. NULL ends the arguments. */
void put_call(
    struct out *out, int indent, const char *head, const char *const *arguments, const char *tail);
/* A comment of full lines. */
void put_comment(struct out *out, int indent, const char *text);
/* A C string literal over several lines. */
void put_literal(struct out *out, int indent, const char *text, const char *tail);
const char *c_type(const struct field *field); /* Of the value; of an item when it is an array. */
const char *wire_word(enum kind kind);         /* "long" */
bool has_flag(const struct field *field);      /* It has a has_<field> beside it. */

void emit_header(const struct file *file, const char *folder);
void emit_shared(const struct model *model, const char *folder);
void emit_source(const struct model *model, const struct file *file, const char *folder);
void emit_readers(struct out *out, const struct model *model, const struct file *file);
void emit_writers(struct out *out, const struct file *file);
void emit_types(struct out *out, const struct file *file);
void emit_plans(struct out *out, const struct model *model, const struct file *file);
char *plan_name(const struct numbered *past, const struct named *written, const struct named *now);
/* A value in C's words, with braces; checks that it is one of the field's type. */
char *literal_of(
    const char *path, const char *where, const struct field *field, const json_t *value);
size_t bytes_min(const struct field *field, bool item);
void emit_table(const struct model *model, const char *folder);
void emit_topics(const struct model *model, const char *folder);

#endif
