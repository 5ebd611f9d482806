/* The items of the agenda: from its list, and found again by number or title. */
#ifndef IMPORT_ITEMS_H
#define IMPORT_ITEMS_H

#include "import/passage.h"
#include "import/words.h"

/* Behind the last one under `parent` (NULL: at the top). */
struct draft_item *add_item(struct importer *, struct draft_item *parent,
                            const struct passage *title);
/* One that has a heading among the annotations and is not in the list: behind `before`
 * (NULL: in front of all). */
struct draft_item *add_unlisted_item(struct importer *, const struct draft_item *before,
                                     const struct passage *title);

/* The item that a number and a title mean; `current` is the one spoken of before, under
 * which "(a)" is looked for.  NULL: none. */
struct draft_item *find_meant_item(struct importer *, const struct draft_item *current,
                                   const struct item_mark *, struct slice title);
/* By title alone. */
struct draft_item *find_titled_item(struct importer *, struct slice title);

/* Reads the list that begins at a block; returns the block behind it.  `level` is that of
 * the heading over it. */
size_t read_list(struct importer *, size_t block, int level);

/* Without the mark that ends an entry: ： ； 。 */
struct passage without_ending(struct importer *, struct passage);

#endif
