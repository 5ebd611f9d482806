/* The larger parts of a document, each in a file of its own. */
#ifndef FLOW_PARTS_H
#define FLOW_PARTS_H

#include "page/flow_block.h"

/* flow_agenda.c */
void flow_agenda_list(struct flow *);
void flow_annotations(struct flow *);
/* Of the heading over an item's annotation. */
enum tag_kind item_heading_tag(const struct flow *, const struct agenda_item *);
/* Paragraphs and lists in the style of annotations, numbered when the author says so. */
void flow_annotation_text(struct flow *, const struct blocks *);

/* flow_documents.c: of an item, in the layout's form; and of all items. */
void flow_documents(struct flow *, const struct agenda_item *);
void flow_all_documents(struct flow *, const struct annex *, const struct spans *title);

/* agenda_table.c: the items as rows. */
void flow_agenda_table(struct flow *);

/* flow_annex.c */
void flow_annexes(struct flow *, bool new_page);
void flow_annex_list(struct flow *, const struct part *);

/* flow_table.c; `title` as below. */
void flow_table(struct flow *, const struct plain_table *, const struct spans *title);

/* timetable.c; `title` is repeated on each page after the first. */
void flow_timetable(struct flow *, const struct annex *, const struct spans *title);

#endif
