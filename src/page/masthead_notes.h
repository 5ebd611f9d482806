/* Notes that are marked in the furniture of page 1, which is set when all pages are
 * there: their text is set before all others, and the first line of the galley calls
 * them, so that they stand on that page. */
#ifndef MASTHEAD_NOTES_H
#define MASTHEAD_NOTES_H

#include "page/flow_block.h"

struct note_calls {
    const struct note_call **at;
    size_t count, capacity;
};

/* Their tags stand behind the masthead's. */
struct note_calls set_masthead_notes(struct flow *);
/* When all else is in the galley. */
void call_masthead_notes(struct flow *, struct note_calls *);

#endif
