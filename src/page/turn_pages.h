/* Pages that lie on their side, for wide tables. */
#ifndef TURN_PAGES_H
#define TURN_PAGES_H

#include "page/flow_block.h"

/* From here on pages lie on their side, or stand upright again; where that is new, a page
 * begins. */
void turn_pages(struct flow *, bool is_turned);
/* Marks at places of the upright page stand there on the sheet. */
void turn_marks(struct marks *);

#endif
