/* The labels that a layout names. */
#ifndef LAYOUT_LABELS_H
#define LAYOUT_LABELS_H

#include "document.h"
#include "read/read_agenda.h"

/* Tells a label that no language of the file has, nor the words of layout or file: its
 * line would vanish without a word.  One that some language has may be meant for that
 * edition alone. */
void check_layout_labels(struct document *, const struct node *root,
                         const struct layout_file *, const struct editions *);

#endif
