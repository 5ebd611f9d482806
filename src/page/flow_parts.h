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
/* In the language's words for what became of it: "{title} (cancelled)". */
struct spans with_status(struct flow *, const struct agenda_item *,
                         const struct spans *title);
/* Paragraphs and lists in the style of annotations, numbered when the author says so. */
void flow_annotation_text(struct flow *, const struct blocks *);
/* Title, symbol and action of a document. */
struct spans document_spans(struct flow *, const struct reference_document *);
struct spans without_notes(struct arena *, const struct spans *);

/* agenda_table.c: the items as rows. */
void flow_agenda_table(struct flow *);

/* flow_annex.c */
void flow_annexes(struct flow *, bool new_page);
/* The heading one level further down; what is none stays as it is. */
enum tag_kind tag_below(enum tag_kind);

/* flow_table.c; `title` as below. */
void flow_table(struct flow *, const struct plain_table *, const struct spans *title);

/* timetable.c; `title` is repeated on each page after the first. */
void flow_timetable(struct flow *, const struct annex *, const struct spans *title);

/* flow.c */
struct spans pattern_spans(struct flow *, const char *pattern);
/* In the language's words for what goes on: "{title} (continued)". */
struct spans continued_spans(struct flow *, const struct spans *title);

#endif
