/* What flow sets again and again: templates of the layout, titles of items, and their
 * documents as spans. */
#ifndef FLOW_SPANS_H
#define FLOW_SPANS_H

#include "page/flow_block.h"

struct spans template_spans(struct flow *, const struct template *);
struct spans pattern_spans(struct flow *, const char *pattern);
/* What stands only with or without a field stands here. */
bool spans_are_present(struct flow *, const struct presence *);
/* In the language's words for what goes on: "{title} (continued)". */
struct spans continued_spans(struct flow *, const struct spans *title);

/* A section's heading stands over the item; that of the agenda at hand is its title. */
bool begins_section(const struct flow *, const struct agenda_item *);
/* It, or an item below it; documents in the agenda are no annotation. */
bool item_is_annotated(const struct flow *, const struct agenda_item *);
/* The item whose heading a reference to it leads to: itself, or NULL when it has none. */
const struct agenda_item *item_with_heading(const struct flow *,
                                            const struct agenda_item *);
/* The title of an item where it is repeated: without the marks of notes. */
struct spans title_again(struct flow *, const struct agenda_item *);
/* In the language's words for what became of it: "{title} (cancelled)". */
struct spans with_status(struct flow *, const struct agenda_item *,
                         const struct spans *title);
struct spans without_notes(struct arena *, const struct spans *);
/* A line more, unless it is empty. */
void add_line_of_spans(struct arena *, struct spans *all, const struct spans *line);

/* With what is to be done: "{title} (for decision)". */
struct spans with_action(struct flow *, const struct agenda_item *,
                         const struct spans *title);
/* When it is taken up and how long it takes; may be empty. */
struct spans time_of_item(struct flow *, const struct agenda_item *);
/* With who introduces it and its time, each of which may be empty: "{title} (Chair, 10
 * a.m.)". */
struct spans with_presenter_and_time(struct flow *, const struct spans *title,
                                     const struct spans *presenter,
                                     const struct spans *time);
/* With its documents, where the layout has them in this form: "{title} (A/CN.9/1)". */
struct spans with_documents(struct flow *, const struct agenda_item *,
                            const struct spans *title, enum documents_form);

struct spans symbol_of_document(struct flow *, const struct reference_document *);
/* Title, symbol and action of a document. */
struct spans document_spans(struct flow *, const struct reference_document *);

#endif
