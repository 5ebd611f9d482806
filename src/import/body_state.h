/* What the steps of reading a body share. */
#ifndef IMPORT_BODY_STATE_H
#define IMPORT_BODY_STATE_H

#include "import/body.h"
#include "import/passage.h"

enum { ITEM_LEVELS = 3 };

/* A body at work. */
struct body {
    struct importer *importer;
    enum body_part part;
    struct draft_item *item;   /* at hand, NULL: none */
    struct draft_annex *annex; /* the same */
    bool in_documents;         /* of the item */
    int levels[ITEM_LEVELS];   /* of the headings of items, by their level; 0: none yet */
    struct draft_text *last;   /* the text that was added to last ... */
    size_t last_block;         /* ... by this block */
    bool last_is_open;         /* ... without a full stop */
};

/* A paragraph, or an entry of a list: of the annex or item at hand, or before all of
 * them. */
void take_text(struct body *, size_t block);
/* What is hidden from readers of Markdown is left over; false: it is no such block. */
bool take_comment(struct body *, size_t block);

#endif
