/* A layout from its YAML tree, as it is for one language. */
#ifndef READ_LAYOUT_H
#define READ_LAYOUT_H

#include "model/language.h"
#include "model/layout.h"
#include "read/yaml_tree.h"

struct key_table;
extern const struct key_table layout_table; /* the keys of a whole file */

/* Its tree with what `languages:` says for this language laid over it. */
const struct node *layout_in_language(struct arena *, const struct node *root,
                                      const struct language *);
/* Never NULL; what is wrong is told, and the layout is to be used only when no errors
 * were. */
struct layout *read_layout(struct arena *, const struct node *root, const struct source *,
                           const struct language *, struct diagnostics *);

#endif
