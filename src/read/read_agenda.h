/* An agenda from its YAML tree, one edition at a time. */
#ifndef READ_AGENDA_H
#define READ_AGENDA_H

#include "model/agenda.h"
#include "model/language.h"
#include "read/yaml_tree.h"

struct key_table;
extern const struct key_table agenda_table; /* the keys of a whole file */

/* A language the file says it holds: "zh", as the author wrote it. */
struct edition {
    const char *language;
    struct place place;
};

struct editions {
    struct edition *at;
    size_t count, capacity;
};

/* From `language:` or `languages:`; none when both are missing or wrong (told). */
struct editions agenda_editions(struct arena *, const struct node *root,
                                struct diagnostics *);

/* The name of the layout: `layout:`, or what it is `like:`; NULL when that is missing or
 * wrong (read_agenda tells it). */
const struct node *agenda_layout(const struct node *root);

/* The edition in `language`: texts that are maps are read by its short or long tag.
 * Items are numbered and labelled.  Never NULL; what is wrong is told, and the agenda
 * is to be set only when no errors were. */
struct agenda *read_agenda(struct arena *, const struct node *root, const struct source *,
                           const struct language *, struct diagnostics *);

#endif
