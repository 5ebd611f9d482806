/* The end of a line of the contents: its leader and the number of a page. */
#ifndef CONTENTS_LINE_H
#define CONTENTS_LINE_H

#include "page/galley.h"
#include "para/paragraph.h"

/* From the slug's text to the room of the number. */
void add_leader(const struct typesetter *, const struct style *, struct slug *);
void add_page_number(const struct typesetter *, const struct contents_line *,
                     const char *number, struct slug *);

#endif
