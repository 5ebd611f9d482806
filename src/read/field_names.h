/* The fields that texts of a layout can name in braces. */
#ifndef FIELD_NAMES_H
#define FIELD_NAMES_H

#include "model/layout.h"
#include "read/fields.h"

/* Tells a name that nothing has: its text would vanish without a word.  The layout's own
 * fields are known; labels are kept for whoever knows the languages. */
void check_field_name(struct reader *, const struct node *, struct layout *,
                      struct slice name);
/* The same for every {name} of a text, but for `own`, if any. */
void check_field_names(struct reader *, const struct node *, struct layout *,
                       const char *own);

#endif
