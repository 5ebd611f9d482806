/* Lines of type become marks. */
#ifndef LINE_MARKS_H
#define LINE_MARKS_H

#include "page/page.h"
#include "para/paragraph.h"

/* Where a line's baseline stands below the top of its leading box.  By the style alone,
 * whatever faces are in the line, so that baselines make a grid: Times' ascent and
 * descent, 0.891 and 0.216 of the size, are centred in the box. */
length style_baseline(const struct style *);

/* The line's rows, its column's start edge at x. */
void add_line_marks(struct arena *, struct marks *, const struct line *, length x,
                    length baseline);
void add_rule_mark(struct arena *, struct marks *, struct rectangle, enum artifact);
/* Everything is placed as in a document that is read from left to right: x counts from
 * the paper's start edge.  In the others that is the right one, and pages are turned over
 * once all is in its place; lines, codes and pictures stay as they are in themselves. */
void mirror_marks(struct marks *, length page_width);
/* Lines of a row's cells stand side by side, but each cell is read as a whole: the marks
 * from `first` on are painted in that order, too. */
void order_cells(struct marks *, size_t first);

#endif
