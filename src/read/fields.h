/* The keys of a format, as tables: the reader works by them, and schema, manual and
 * completion are made from them.
 *
 *     static const struct key column_keys[] = {
 *         {"start", &length_value, offsetof(struct layout, column_start), NULL,
 *          KEY_REQUIRED, "where running text begins, from the left text margin"},
 *     };
 *
 * Keys are read in the order of the table, which may matter: lengths in em need the size
 * before them. */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "base/length.h"
#include "model/date.h"
#include "model/language.h"
#include "read/nearest.h"
#include "read/yaml_tree.h"

/* What readers carry from value to value. */
struct reader {
    struct arena *arena;
    const struct source *source;
    struct diagnostics *d;
    const struct language *language; /* which of several texts is read; NULL: texts come
                                        in one language only */
    bool is_part;                    /* it is laid over what is there: no key is required */
    length em;                       /* what an em is here; 0: there is none */
    void *target;                    /* what the whole file becomes */
};

struct key;
struct key_table;

/* The form of a value as far as a schema can say it. */
enum value_shape_kind {
    SHAPE_TEXT, /* a scalar, matched by `pattern` when there is one */
    SHAPE_FLAG,
    SHAPE_COUNT,
    SHAPE_WORD,        /* one of the key's choices, or of `words` */
    SHAPE_FIELDS,      /* a map with the keys of `table`, or of the key's own */
    SHAPE_LIST,        /* of `of` */
    SHAPE_NAMED,       /* a map from names to `of` */
    SHAPE_EITHER,      /* `of` or `other` */
    SHAPE_PART,        /* `of`, from which anything may be missing */
    SHAPE_BY_LANGUAGE, /* a map from languages to `of` */
    SHAPE_ANY
};

struct value_shape {
    enum value_shape_kind kind;
    const char *pattern;
    const struct choice *words;
    const struct key_table *table;
    const struct value_shape *of, *other;
};

/* A kind of value.  `read` fills *to, or tells what is wrong and leaves it. */
struct value_type {
    const char *name; /* what messages say was expected: "a length (12pt, 5mm, 2em)" */
    void (*read)(struct reader *, const struct node *, const struct key *, void *to);
    const struct value_shape *shape;
};

enum {
    KEY_REQUIRED = 1,
    KEY_BY_LANGUAGE = 2, /* may be a map from language to value */
    KEY_BRINGS_REST = 4  /* where it stands, required keys may come from elsewhere */
};

struct key {
    const char *name;
    const struct value_type *type;
    size_t offset;  /* of the member that is filled */
    const void *of; /* what the type says: choices, a table of keys, a field's name */
    unsigned flags;
    const char *meaning; /* one sentence */
};

struct key_table {
    const char *name; /* "an item of the agenda" */
    const struct key *at;
    size_t count;
    const struct key
        *other; /* of keys that the file itself names; NULL: there are none */
    bool (*has_other)(const struct reader *, struct slice name);
};

#define KEY_TABLE(called, keys)                                                          \
    {                                                                                    \
        .name = (called), .at = (keys), .count = sizeof(keys) / sizeof *(keys)           \
    }

/* A row of words; the member gets the value that belongs to the word. */
struct choice {
    const char *name; /* NULL ends the row */
    int value;
};

extern const struct value_shape any_shape;
extern const struct value_shape text_shape;  /* any scalar */
extern const struct value_shape texts_shape; /* a list of them */

extern const struct choice timetable_contents[]; /* enum timetable_content */
extern const struct choice alignments[];         /* enum alignment */

/* Simple kinds of values, and the members they fill. */
extern const struct value_type string_value;   /* const char *: as it stands */
extern const struct value_type flag_value;     /* bool: true or false */
extern const struct value_type count_value;    /* int: 0, 1, 2 ... */
extern const struct value_type length_value;   /* length */
extern const struct value_type extent_value;   /* length: more than 0 */
extern const struct value_type permille_value; /* int: "35%" is 350 */
extern const struct value_type date_value;     /* struct date */
extern const struct value_type choice_value;   /* an enum; of: struct choice [] */
extern const struct value_type choices_value;  /* unsigned: bits of an enum, of one word or
                                                  a list of them; of: the same */
extern const struct value_type map_value;      /* a struct; of: struct key_table */
extern const struct value_type any_value; /* nothing: for readers elsewhere, or people */

/* Fills `target`: every key of the table that the map has; tells unknown keys, missing
 * ones and those without a value. */
void read_fields(struct reader *, const struct node *map, const struct key_table *,
                 void *target);
/* One value of a key. */
void read_value(struct reader *, const struct node *, const struct key *, void *to);

/* The value in the language that is read, when the node is a map of languages; the node
 * itself when it is none; NULL when the language is missing (told). */
const struct node *value_in_language(struct reader *, const struct node *);

/* False when the node is no scalar, list, map (told; `expected` as in value_type). */
bool expect_scalar(struct reader *, const struct node *, const char *expected);
bool expect_list(struct reader *, const struct node *, const char *expected);
bool expect_map(struct reader *, const struct node *, const char *expected);
/* The form of a BCP 47 tag: two or three letters, and subtags. */
bool is_language_tag(struct slice);
/* The label of the language that is read; NULL: told, at the place of what needs it. */
const char *expect_label(struct reader *, struct place, const char *name);
/* A node that says nothing: empty, "~", "null". */
bool node_is_empty(const struct node *);
/* Tells a plain scalar that other programs do not read as a text: no, 010, 12:30. */
void check_trap(struct reader *, const struct node *);
/* "expected …, found …"; false when it has been told that the node is empty. */
bool report_wrong_type(struct reader *, const struct node *, const char *expected);
/* Tells a date, or one of two, that is in no calendar; false: its form is wrong, or it is
 * right. */
bool report_impossible_date(struct reader *, const struct node *);

char *node_string(struct arena *, const struct node *); /* NUL-terminated */

#endif
