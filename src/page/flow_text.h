/* Blocks of an author's text: paragraphs and lists in lists. */
#ifndef FLOW_TEXT_H
#define FLOW_TEXT_H

#include "page/flow_block.h"

struct text_form {
    const struct style *body, *list;
    struct tag *parent;
    bool is_bare;            /* the text of a single paragraph is the parent's own */
    bool is_numbered;        /* paragraphs outside of lists have numbers */
    struct block_form first; /* label of the first block, when it has one; price */
};

void flow_blocks(struct flow *, const struct blocks *, const struct text_form *);
/* What stands in front of an entry of a list; `index` from 0. */
const char *list_label(struct flow *, const struct block *list, int depth, int index);
/* What PDF calls the numbering of a list (ISO 32000-1, table 347). */
enum list_numbering list_numbering_of(enum number_form);

#endif
