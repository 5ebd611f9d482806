/* Marks that were written to do something, and are printed or lost instead. */
#ifndef STRAY_MARKS_H
#define STRAY_MARKS_H

#include "read/yaml_tree.h"

/* Bytes of a node's text that may be such marks, in their order. */
struct stray_marks {
    size_t *at;
    size_t count, capacity;
};

/* What begins them in CommonMark, and in texts without it. */
#define MARKS_OF_TEXT  "*_^[]\\"
#define MARKS_OF_PLAIN "^["

void report_stray_marks(struct diagnostics *, const struct node *,
                        const struct stray_marks *);

#endif
