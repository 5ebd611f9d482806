/* What a report calls the parts of a document. */
#ifndef NAME_PART_H
#define NAME_PART_H

#include "check/edition_parts.h"

/* The part whose differences stand together: an item, an annex, a note, the masthead. */
const struct edition_part *heading_part(const struct edition_part *);
/* “item 1(a) “Opening of the meeting””; in its own edition's words. */
const char *name_heading(struct arena *, const struct edition_part *);
/* Where in its heading part it is: “annotation, paragraph 2”; "" when it is that. */
const char *name_within(struct arena *, const struct edition_part *);
/* The beginning of its texts, or its value; "" where its name says enough. */
const char *part_extract(struct arena *, const struct edition_part *);

#endif
