/* The place in a text's source where the next node of its paragraph begins. */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "read/text_spans.h"

struct text_source {
    const struct node *node;
    size_t at;    /* in the node's text */
    bool is_lost; /* the source is not what was thought: places are not known any more */
};

char source_byte(const struct text_source *, size_t at); /* NUL behind the end */
bool is_markup_byte(char); /* ASCII punctuation, which a backslash escapes */

/* Where the bytes of a text node stand (one more than it has), and behind them; NULL when
 * they are not the source's. */
struct origin *trace_text(struct arena *, struct text_source *, struct slice text);
/* One of these bytes must come. */
void skip_source(struct text_source *, const char *bytes);
/* The end of a line, and blanks on both sides; returns where it was. */
size_t skip_line_end(struct text_source *);
/* Code between backticks. */
void skip_code(struct text_source *);
/* The "](address "title")" of a link, or the ">" of "<address>". */
void skip_link_end(struct text_source *);

#endif
