/* First fit, as word processors set: each line takes what fits, and word spaces shrink a
 * little for one more word. */
#include "para/break_lines.h"
#include "para/line_fit.h"

#include "base/vec.h"
#include "text/breaks.h"

enum {
    SPACE_GIVES = 220, /* permille of a word space: the most that Word took in pages of
                          New York and Geneva, but for one line */
    MOST_HYPHENS = 2   /* at the ends of lines in a row */
};

struct ends {
    size_t *at;
    size_t count, capacity;
};

/* What all word spaces before an item can give; in ragged lines they do not. */
static length *sum_given(struct arena *arena, const struct items *items, bool justified)
{
    length *given = arena_array(arena, items->count + 1, sizeof *given);
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->at[i];
        given[i + 1] = given[i];
        length most = length_scale(item->width, SPACE_GIVES, 1000);
        if (justified && item->kind == ITEM_GLUE && item->glue == GLUE_WORD)
            given[i + 1] += item->shrink < most ? item->shrink : most;
    }
    return given;
}

static bool is_last_resort(const struct item *item)
{
    return item->kind == ITEM_PENALTY && item->penalty >= BREAK_LAST_RESORT;
}

/* The text that has been measured, and the line that is being filled. */
struct filler {
    const struct items *items;
    const struct sums *sums;
    const length *given;
    size_t first;
    length width;
    int hyphens; /* lines in a row before this one that end with one */
};

static length line_excess(const struct filler *f, size_t end)
{
    const struct item *item = &f->items->at[end];
    size_t last = visible_end(f->items, f->first, end);
    length hyphen = item->kind == ITEM_PENALTY ? item->width : 0;
    return f->sums[last].width - f->sums[f->first].width + hyphen -
           (f->given[last] - f->given[f->first]) - f->width;
}

/* The last end that fits; one of last resort only where there is no other; the first one
 * when none fits. */
static size_t fill_line(const struct filler *f)
{
    size_t good = 0, poor = 0;
    for (size_t i = f->first; i < f->items->count; i++) {
        bool is_third_hyphen = f->items->at[i].flagged && f->hyphens == MOST_HYPHENS;
        if (!is_line_end(f->items, i) || is_third_hyphen)
            continue;
        if (line_excess(f, i) > 0)
            return good != 0 ? good : poor != 0 ? poor : i;
        if (is_forced_end(f->items, i))
            return i;
        if (is_last_resort(&f->items->at[i]))
            poor = i;
        else
            good = i;
    }
    return f->items->count - 1;
}

struct line_ends break_first_fit(struct arena *arena, const struct items *items,
                                 struct line_widths widths, bool justified)
{
    struct ends ends = {0};
    length overfull = 0;
    struct filler f = {.items = items,
                       .sums = sum_items(arena, items),
                       .given = sum_given(arena, items, justified),
                       .first = first_visible(items, 0),
                       .width = widths.first};
    while (f.first < items->count) {
        size_t end = fill_line(&f);
        length excess = line_excess(&f, end);
        if (excess > overfull)
            overfull = excess;
        vec_push(arena, &ends, end);
        f.first = line_first_item(items, end);
        f.hyphens = items->at[end].flagged ? f.hyphens + 1 : 0;
        f.width = widths.rest;
    }
    return (struct line_ends){.item = ends.at, .count = ends.count, .overfull = overfull};
}
