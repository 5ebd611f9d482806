/* The larger parts of a document, each in a file of its own. */
#ifndef FLOW_PARTS_H
#define FLOW_PARTS_H

#include "page/flow_block.h"

/* flow_agenda.c */
bool item_is_annotated(const struct agenda_item *); /* it, or an item below it */
/* The item whose heading a reference to it leads to: itself, or NULL when it has none. */
const struct agenda_item *item_with_heading(const struct flow *,
                                            const struct agenda_item *);
void flow_agenda_list(struct flow *);
void flow_annotations(struct flow *);
/* The title of an item where it is repeated: without the marks of notes. */
struct spans title_again(struct flow *, const struct agenda_item *);

/* flow_annex.c */
void flow_annexes(struct flow *, bool new_page);

/* timetable.c */
void flow_timetable(struct flow *, const struct annex *);

/* flow.c */
struct spans pattern_spans(struct flow *, const char *pattern);

#endif
