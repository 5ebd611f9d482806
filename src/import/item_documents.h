/* Documents that belong to an item. */
#ifndef IMPORT_ITEM_DOCUMENTS_H
#define IMPORT_ITEM_DOCUMENTS_H

#include "import/passage.h"

/* One: "Note by the Secretariat (A/CN.9/1002)", or a bare symbol. */
void add_document(struct importer *, struct draft_item *, const struct passage *);
/* Those of a block, by lines where each of them is one; false: it is no document but a
 * sentence. */
bool add_documents(struct importer *, struct draft_item *, size_t block);

#endif
