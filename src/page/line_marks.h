/* Lines of type become marks. */
#ifndef LINE_MARKS_H
#define LINE_MARKS_H

#include "page/page.h"
#include "para/paragraph.h"

/* Where a line's baseline stands below the top of its leading box.  By the style alone,
 * whatever faces are in the line, so that baselines make a grid: Times' ascent and
 * descent, 0.891 and 0.216 of the size, are centred in the box. */
length style_baseline(const struct style *);

/* The line's rows, its column's left edge at x. */
void add_line_marks(struct arena *, struct marks *, const struct line *, length x,
                    length baseline);
void add_rule_mark(struct arena *, struct marks *, struct rectangle, enum artifact);
/* Lines of a row's cells stand side by side, but each cell is read as a whole: the marks
 * from `first` on are painted in that order, too. */
void order_cells(struct marks *, size_t first);

#endif
