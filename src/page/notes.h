/* Notes: set when their first mark is, tagged right behind what holds the mark. */
#ifndef NOTES_H
#define NOTES_H

#include "page/flow_block.h"

/* Sets all notes that have been marked and are not set yet; their tags become children
 * of `parent`. */
void set_notes(struct flow *, struct tag *parent);

#endif
