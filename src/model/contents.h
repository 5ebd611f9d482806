/* What a contents page lists: asked for by an author, or by a layout for all. */
#ifndef CONTENTS_CHOICE_H
#define CONTENTS_CHOICE_H

/* Kinds of headings, as bits. */
enum heading_kind {
    HEADING_PART = 1,
    HEADING_SECTION = 2,
    HEADING_ITEM = 4,
    HEADING_ANNEX = 8
};

struct contents_choice {
    unsigned kinds; /* 0: not said */
    int depth;      /* levels; 0: not said */
};

#endif
