/* The state of the flow, and the one block that everything is made of: a paragraph in a
 * style, perhaps with a label in front. */
#ifndef FLOW_BLOCK_H
#define FLOW_BLOCK_H

#include "page/galley.h"
#include "page/references.h"
#include "para/paragraph.h"

/* What the block before demands of the next one. */
struct flow_demand {
    bool new_page;  /* it begins a page */
    bool keep;      /* no page end before it */
    int lines_kept; /* lines of it that belong to a heading before */
};

/* A heading that is set, or about to be. */
struct heading {
    enum heading_kind kind;
    int level;         /* from 0 */
    const char *label; /* with the space behind it; NULL: none */
    struct spans title;
    struct tag *tag;
    size_t slug; /* of the galley, with which it begins */
};

struct headings {
    struct heading *at;
    size_t count, capacity;
};

/* Where the contents stand, which are set when all headings are. */
struct contents_place {
    struct tag *tag; /* TOC; NULL: there are no contents */
    size_t slug;     /* of the galley, before which they stand */
    size_t heading;  /* the first one that they list */
    struct flow_demand demand;
};

struct flow {
    const struct typesetter *typesetter;
    const struct typesetter *upright; /* while pages lie on their side; NULL: they do not */
    struct agenda *agenda;
    struct references references;
    struct galley galley;
    struct slugs *sink; /* where blocks go: the galley's slugs, or a note's */
    size_t notes_set;   /* notes that are in the galley */
    bool in_note;       /* sink is a note's */
    struct flow_demand demand;
    struct headings headings;
    struct contents_place contents;
    int paragraph;       /* number of the last one, where paragraphs are numbered */
    bool is_annotated;   /* the layout sets annotations: items have headings */
    bool in_section;     /* a section's heading stands over what follows */
    bool titles_are_set; /* items' titles have been set once, with their notes */
};

struct block_form {
    const struct style *style;
    struct tag *tag;                /* of the text */
    const struct agenda_item *item; /* the text leads to its heading; NULL: nowhere */
    length indent;                  /* further than the style's start */
    int price;                      /* of a page end before it */
    const char *label;              /* NULL: none */
    struct tag *label_tag;
    struct tag *label_link; /* NULL: none; in label_tag, gets the label's text */
    bool label_is_raised;   /* as marks of notes are */
};

/* A heading without a label begins where others have theirs, unless that hangs in the
 * margin by its end. */
length unlabelled_indent(const struct block_form *);
/* Sets a block behind all others, and then the notes that are marked in it for the first
 * time.  Nothing without text and label. */
void flow_block(struct flow *, const struct block_form *, const struct spans *);
/* The slugs of a block, which is not in the galley then; its notes are not set. */
struct slugs set_block(struct flow *, const struct block_form *, const struct spans *);
/* The middle of its last line, from its left edge. */
length block_middle(struct flow *, const struct block_form *, const struct spans *);
/* Slugs behind all others; the first one has the price, and what the block before
 * demands. */
void append_slugs(struct flow *, const struct slugs *, int price);
/* Price of a page end before line `line` of a block of `count` lines. */
int price_inside(const struct page_costs *, const struct style *, size_t line,
                 size_t count);
/* Of the block that is set next: it gets a bookmark. */
void add_heading(struct flow *, struct heading);
/* Its title with its label, as one line of text. */
const char *heading_text(const struct flow *, const struct heading *);

#endif
