/* What an author writes as text: CommonMark, and on top of it [^id] for the mark of a
 * note and ^…^ for a superscript. */
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include "model/spans.h"
#include "read/yaml_tree.h"

/* A mark [^id] that was read. */
struct note_reference {
    struct slice id;
    struct place place;
};

struct note_references {
    struct note_reference *at;
    size_t count, capacity;
};

/* Reads the texts of one document. */
struct text_reader {
    struct arena *arena;
    struct diagnostics *d;
    struct note_references references; /* in the order they were read */
    char *pool;                        /* cmark's memory, used again for each text */
    size_t pool_size;
};

enum line_ends {
    LINES_JOIN, /* a line end is a space, or nothing between ideographs */
    LINES_KEEP  /* each is a SPAN_LINE */
};

/* Without CommonMark, for symbols and numbers: only [^id] is a mark. */
struct spans read_plain_text(struct text_reader *, const struct node *);
/* One paragraph. */
struct spans read_line_text(struct text_reader *, const struct node *, enum line_ends);
/* Paragraphs and lists. */
struct blocks read_block_text(struct text_reader *, const struct node *);

/* No file, no script: what a reader of the document may follow. */
bool is_open_address(const char *address);

#endif
