/* Spans in a style become a passage, and its text gets its tags. */
#ifndef MAKE_PASSAGE_H
#define MAKE_PASSAGE_H

#include "page/references.h"
#include "para/paragraph.h"

struct passage_form {
    const struct typesetter *typesetter;
    struct references *references; /* NULL: marks of notes are left out, and no links */
    bool has_no_links;             /* symbols and addresses are none */
    const struct style *style;
    struct tag *tag;                /* gets the text; NULL: an artifact */
    const struct agenda_item *item; /* the text leads to its heading; NULL: nowhere */
    bool is_turned; /* its language goes the other way than the document's */
};

/* White space is folded, and dropped between Chinese and Latin letters or digits, where
 * the engine sets its own gap; U+00A0 stays.  A line break becomes U+2028.  Byte i of a
 * stretch stands at byte i from the stretch's place in the source. */
struct passage make_passage(const struct passage_form *, const struct spans *);
/* A few words of the program's own on one line: labels, numbers of pages; `raised` as
 * marks of notes are. */
struct line set_words(const struct passage_form *, const char *words, bool raised);

#endif
