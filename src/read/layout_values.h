/* Kinds of values that all parts of a layout share: styles, tags, templates. */
#ifndef LAYOUT_VALUES_H
#define LAYOUT_VALUES_H

#include "model/layout.h"
#include "read/fields.h"

/* A layout on its way: what reader->target is. */
struct layout_reading {
    struct layout *layout;
    const char *masthead_language; /* NULL: the document's */
};

extern const struct value_type colour_value;    /* struct colour */
extern const struct value_type style_value;     /* const struct style * */
extern const struct value_type tag_value;       /* enum tag_kind */
extern const struct value_type template_value;  /* struct template */
extern const struct value_type templates_value; /* struct template_list */
extern const struct value_type pattern_value;   /* const char *: text with {field} in it; of:
                                                   a further name, or NULL */
extern const struct value_type field_value;     /* const char *: a field's pattern */

extern const struct choice line_breakings[];    /* enum line_breaking */

extern const struct value_shape template_shape, templates_shape;

struct template_list {
    struct template *at;
    size_t count;
};

extern const struct value_type level_styles_value; /* const struct style *[4]: deeper
                                                      levels are as the last one given */
extern const struct key_table contents_form_table; /* struct contents_form */
extern const struct value_type styles_value;    /* struct layout: `styles:` */
extern const struct value_type furniture_value; /* struct layout: `furniture:` */
extern const struct value_type flow_value;      /* struct layout: `flow:` */
extern const struct value_type agenda_value;    /* struct agenda_styles: `agenda:` */

#endif
