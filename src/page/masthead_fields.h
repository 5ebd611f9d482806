/* {names} in templates that are no mere scalars of the agenda. */
#ifndef MASTHEAD_FIELDS_H
#define MASTHEAD_FIELDS_H

#include "page/template_fields.h"

/* False: it is none of them. */
bool expand_masthead_name(const struct field_source *, struct slice name, struct spans *);
/* It stands between two symbols. */
bool is_symbol_dash(const struct span *);

#endif
