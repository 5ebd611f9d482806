/* A Markdown file as a row of blocks that know their lines in it. */
#ifndef IMPORT_OUTLINE_H
#define IMPORT_OUTLINE_H

#include "base/diagnostic.h"

enum outline_kind {
    OUTLINE_HEADING,
    OUTLINE_PARAGRAPH,
    OUTLINE_CODE, /* indented, or between fences */
    OUTLINE_HTML
};

struct outline_block {
    enum outline_kind kind;
    int level;           /* OUTLINE_HEADING: 1..6 */
    int depth;           /* how many lists it stands in */
    bool begins_entry;   /* of a list ... */
    bool begins_list;    /* ... the first one ... */
    int number;          /* ... with this number; -1: with a bullet */
    bool is_front;       /* it was said in front of the document */
    struct slice *lines; /* pieces of the source, without the marks of the block */
    size_t line_count;
    bool is_numbered_line; /* of a paragraph that had several */
    bool is_under_number;  /* a line of the same, behind a numbered one */
};

struct outline {
    struct outline_block *at;
    size_t count, capacity;
};

/* By cmark, as CommonMark; a title in YAML in front of it becomes its first heading. */
struct outline read_outline(struct arena *, struct slice text);

#endif
