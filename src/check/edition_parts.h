/* An edition as a tree of parts, to be held beside another edition or version of it. */
#ifndef EDITION_PARTS_H
#define EDITION_PARTS_H

#include "check/checker.h"

enum edition_part_kind {
    EDITION_WHOLE,
    EDITION_GROUP, /* the parts of one kind: items, documents, paragraphs of one text ...
                    */
    EDITION_FIELD, /* a text or a value that its name says all of */
    EDITION_SECTION,
    EDITION_ITEM,
    EDITION_DOCUMENT,
    EDITION_PARAGRAPH,
    EDITION_ANNEX,
    EDITION_ROW, /* of a table */
    EDITION_DAY,
    EDITION_SLOT,
    EDITION_ENTRY, /* of a slot */
    EDITION_NOTE
};

struct edition_part_list {
    struct edition_part **at;
    size_t count, capacity;
};

struct edition_part {
    enum edition_part_kind kind;
    const char *name; /* the same in every language, one of its kind among its siblings;
                         NULL: it is known by what is in it */
    struct slice key; /* what it is known by best: a symbol, an id, a day; may be empty */
    const char *value;       /* NULL: none */
    bool is_wording;         /* the value is worded by the language */
    const struct text *text; /* NULL: none */
    const struct agenda_item
        *item; /* that it is, or that a row of the timetable is for */
    struct edition_part *item_part; /* the same in the tree */
    struct place place;
    struct edition_part *parent;
    size_t index; /* among the children of its parent */
    struct edition_part_list children;
    /* By align_editions(). */
    struct edition_part *other; /* its counterpart; NULL: none */
    bool is_moved;              /* that stands elsewhere */
    uint32_t identity;          /* the same as that of its counterpart; 0: not settled */
};

/* The child of that name; NULL: there is none. */
struct edition_part *part_named(const struct edition_part *, const char *name);

/* The texts of the edition are used where it has them. */
struct edition_part *edition_parts(struct arena *, const struct checked_edition *);

#endif
