/* What stands before the agenda: masthead, title, and when and where. */
#ifndef IMPORT_HEAD_H
#define IMPORT_HEAD_H

#include "import/importer.h"

enum head_role {
    HEAD_OPEN, /* not yet known */
    HEAD_ORGAN,
    HEAD_SESSION,
    HEAD_DATES,
    HEAD_TITLE,
    HEAD_PLACED
};

struct head_line {
    struct passage passage;
    size_t block;
    bool is_front; /* it was said in front of the document */
    enum head_role role;
};

struct head {
    struct head_line *at;
    size_t count, capacity;
    const char *place;   /* where the meeting is; NULL: not said */
    size_t distribution; /* which line is it, from 1; 0: none */
    bool has_symbol;
    bool is_official; /* it has the signs of a parliamentary document */
};

/* The lines of blocks before `end`, with what is known by its form.  `title` is the block
 * that has the title, or `end`. */
struct head read_head(struct importer *, size_t title, size_t end);
/* Adds those of a block that says of itself when or where the meeting is. */
void read_named_lines(struct importer *, struct head *, size_t block);
/* What is not yet placed goes where the layout has a place for it, in its order. */
void place_head(struct importer *, struct head *, const struct node *layout);

void set_field(struct importer *, const char *group, const char *key, const char *text,
               const struct remarks *);
/* NULL when it has not been set. */
struct draft_field *find_field(struct importer *, const char *group, const char *key);
/* The day or days as ISO 8601 writes them. */
const char *write_dates(struct importer *, struct dates);

#endif
