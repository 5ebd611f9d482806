/* Choosing where a paragraph's lines end: Knuth-Plass total fit over kinds of glue with
 * finite capacities, or first fit as word processors do it. */
#ifndef BREAK_LINES_H
#define BREAK_LINES_H

#include "model/layout.h"
#include "para/item.h"

struct line_widths {
    length first, rest;
};

/* What the search found.  Ends are item indexes: the line's last item is the one before;
 * the item itself is the glue or penalty that was broken at. */
struct line_ends {
    size_t *item; /* one per line, in order */
    size_t count;
    length overfull; /* widest excess, 0 when every line fits */
    size_t weighed;  /* lines that were looked at: the work it took */
};

/* The first visible item of the line that begins behind break `end`: glue and penalties
 * at a line's start vanish. */
size_t line_first_item(const struct items *, size_t end);

struct line_ends break_total_fit(struct arena *, const struct items *, struct line_widths,
                                 const struct line_costs *, bool justified);
struct line_ends break_first_fit(struct arena *, const struct items *,
                                 struct line_widths, bool justified);

#endif
