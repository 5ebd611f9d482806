/* "(withdrawn)" behind a title: what has become of the item. */
#ifndef IMPORT_ITEM_STATUS_H
#define IMPORT_ITEM_STATUS_H

#include "import/importer.h"

/* The status that the document's language has for the words in brackets at the end of a
 * title, which then are no part of it; NULL: it has none. */
const char *cut_status(struct importer *, struct passage *title);

#endif
