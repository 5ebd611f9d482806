/* Items of the agenda that texts name by their numbers: “agenda item 3 (b)”. */
#ifndef ITEM_MENTIONS_H
#define ITEM_MENTIONS_H

#include "check/checker.h"

/* What an item is called where spaces and widths of brackets make no difference. */
struct slice item_name(struct arena *, const struct agenda_item *);
/* Adds the names of the items that the text mentions. */
void note_mentions(struct checker *, struct slice text, struct map *names);

#endif
