/* From a passage to lines: shape, price, itemise, break, set. */
#include "para/paragraph.h"

#include "base/vec.h"
#include "para/break_lines.h"
#include "para/line_fit.h"
#include "para/make_items.h"
#include "para/set_line.h"
#include "text/breaks.h"
#include "text/hyphenate.h"

struct prepared {
    const struct passage *passage;
    struct runs runs;
    int *price;
    struct items items;
};

/* As word processors do, which know no symbols. */
static void forbid_slashes(const struct passage *passage, int *price)
{
    for (size_t i = 1; i < passage->text.length; i++)
        if (price[i] == BREAK_AFTER_SLASH && passage->text.at[i - 1] != '-')
            price[i] = BREAK_FORBIDDEN;
}

struct prepared *prepare_passage(const struct typesetter *setter,
                                 const struct passage *passage, bool hyphenates)
{
    struct prepared *p = arena_alloc(setter->arena, sizeof *p);
    p->passage = passage;
    p->runs = shape_passage(setter->arena, setter->fonts, passage, setter->diagnostics);
    p->price = find_breaks(setter->arena, setter->breaker, passage, &p->runs,
                           setter->language, setter->layout->prohibition);
    if (setter->layout->keeps_slashes)
        forbid_slashes(passage, p->price);
    if (hyphenates)
        hyphenate(setter->arena, p->price, passage, &p->runs, setter->language,
                  setter->diagnostics);
    p->items = make_items(setter, passage, &p->runs, p->price);
    return p;
}

static struct line_ends choose_line_ends(const struct typesetter *setter,
                                         const struct items *items,
                                         const struct paragraph_shape *shape)
{
    struct line_widths widths = {shape->width - shape->first, shape->width};
    enum line_breaking breaking = shape->breaking != BREAKING_BY_LAYOUT
                                      ? shape->breaking
                                      : setter->layout->line_breaking;
    if (breaking == BREAKING_FIRST_FIT)
        return break_first_fit(setter->scratch, items, widths,
                               shape->align == ALIGN_JUSTIFY);
    return break_total_fit(setter->scratch, items, widths, &setter->layout->line_costs,
                           shape->align == ALIGN_JUSTIFY);
}

/* How far the line that leaves `white` of its column empty is from the document's start
 * edge.  A passage that goes the other way than the document begins at the other edge,
 * and its indent is taken from there. */
static length line_start(const struct typesetter *setter, const struct passage *passage,
                         enum alignment align, length indent, length white)
{
    bool is_turned = passage->right_to_left != setter->language->right_to_left;
    bool is_at_start = (align == ALIGN_END) == is_turned;
    length before = align == ALIGN_CENTRE ? white / 2 : is_at_start ? 0 : white;
    return before + (is_turned ? 0 : indent);
}

static char *points_text(struct arena *arena, length amount)
{
    struct buffer points = new_buffer(arena);
    buffer_length(&points, amount, 1);
    return buffer_string(&points);
}

static void report_misfit(const struct typesetter *setter, const struct line *line)
{
    if (line->excess > 0)
        report_warning(setter->diagnostics, "overfull-line", line->place,
                       "this line cannot be broken; it is %s pt too wide",
                       points_text(setter->scratch, line->excess));
    if (line->lack > 0)
        report_warning(setter->diagnostics, "short-line", line->place,
                       "what follows cannot be broken; this line is left %s pt short",
                       points_text(setter->scratch, line->lack));
}

static struct line set_one_line(const struct typesetter *setter,
                                const struct prepared *prepared,
                                const struct paragraph_shape *shape, size_t first,
                                size_t end, length indent)
{
    length width = shape->width - indent;
    bool justify = shape->align == ALIGN_JUSTIFY && !is_forced_end(&prepared->items, end);
    struct line line = set_line(setter, prepared->passage, &prepared->runs,
                                &prepared->items, first, end, width, justify);
    line.start =
        line_start(setter, prepared->passage, shape->align, indent, width - line.width);
    report_misfit(setter, &line);
    return line;
}

struct lines set_prepared(const struct typesetter *setter,
                          const struct prepared *prepared,
                          const struct paragraph_shape *shape)
{
    struct line_ends ends = choose_line_ends(setter, &prepared->items, shape);
    struct lines lines = {.passage = prepared->passage};
    size_t first = first_visible(&prepared->items, 0);
    for (size_t i = 0; i < ends.count; i++) {
        vec_push(setter->arena, &lines,
                 set_one_line(setter, prepared, shape, first, ends.item[i],
                              i == 0 ? shape->first : 0));
        first = line_first_item(&prepared->items, ends.item[i]);
    }
    if (setter->watch != NULL)
        setter->watch->see(setter->watch->owner, prepared->passage, &prepared->runs,
                           prepared->price, &prepared->items, &lines);
    return lines;
}

struct lines set_paragraph(const struct typesetter *setter, const struct passage *passage,
                           const struct paragraph_shape *shape)
{
    struct typesetter preparing = *setter;
    preparing.arena = setter->scratch;
    struct prepared *prepared = prepare_passage(&preparing, passage, shape->hyphenate);
    struct lines lines = set_prepared(setter, prepared, shape);
    reset_arena(setter->scratch);
    return lines;
}

/* Not inside a word, by a hyphen or because nothing else helps. */
static bool parts_words(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    return is_line_end(items, i) &&
           (item->kind == ITEM_GLUE ||
            (item->penalty < BREAK_LAST_RESORT && !item->flagged));
}

/* What is seen from the last break on; glue at its start vanishes. */
static length widen_part(const struct items *items, size_t i, length part)
{
    const struct item *item = &items->at[i];
    if (parts_words(items, i))
        return 0;
    bool is_seen = item->kind == ITEM_BOX || (item->kind == ITEM_GLUE && part > 0);
    return is_seen ? part + item->width : part;
}

struct passage_widths passage_widths(const struct prepared *prepared)
{
    const struct items *items = &prepared->items;
    struct passage_widths widths = {0};
    length line = 0, part = 0;
    for (size_t i = 0; i < items->count; i++) {
        length width = items->at[i].kind == ITEM_PENALTY ? 0 : items->at[i].width;
        line += width;
        widths.whole += width;
        if (is_forced_end(items, i))
            line = 0;
        part = widen_part(items, i, part);
        widths.natural = line > widths.natural ? line : widths.natural;
        widths.least = part > widths.least ? part : widths.least;
    }
    return widths;
}
