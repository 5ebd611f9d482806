/* The faces that fonts/catalogue.yaml names, opened when first asked for.  They belong to
 * the engine and outlive documents. */
#ifndef FONT_CATALOGUE_H
#define FONT_CATALOGUE_H

#include "model/catalogue.h"
#include "text/font_face.h"

const struct font_role *catalogue_role(const struct font_catalogue *, const char *name);
/* Opens it if need be; NULL when no folder has the file. */
struct font_face *catalogue_face(struct font_catalogue *, struct font_entry *);

#endif
