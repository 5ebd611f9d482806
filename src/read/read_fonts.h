/* The font catalogue from its YAML tree. */
#ifndef READ_FONTS_H
#define READ_FONTS_H

#include "model/catalogue.h"
#include "read/yaml_tree.h"

/* Relative folders are below the folder of the catalogue's file.  Never NULL; what is
 * wrong is told. */
struct font_catalogue *read_fonts(struct arena *, const struct node *root,
                                  const struct source *, struct diagnostics *);

#endif
