/* One line: how much each kind of white gives or takes, and what the line is made of. */
#include "para/set_line.h"

#include "base/vec.h"
#include "para/break_lines.h"
#include "para/line_fit.h"
#include "para/place_glyphs.h"

/* A line in work: its items [first, end), and in `widths` what they take. */
struct setting {
    struct arena *arena, *scratch;
    const struct passage *passage;
    const struct items *items;
    size_t first, end, hang;
    length *widths;
    length stretch[GLUE_KINDS], shrink[GLUE_KINDS]; /* capacities of all places */
    struct line line;
};

static const struct item *item_at(const struct setting *s, size_t i)
{
    return &s->items->at[s->first + i];
}

static void measure(struct setting *s)
{
    size_t count = s->end - s->first;
    s->widths = arena_array(s->scratch, s->hang - s->first, sizeof *s->widths);
    for (size_t i = 0; i < s->hang - s->first; i++) {
        const struct item *item = item_at(s, i);
        s->widths[i] = item->flagged && i + 1 != count ? 0 : item->width;
        if (i >= count)
            continue;
        s->line.natural += s->widths[i];
        if (item->kind != ITEM_GLUE)
            continue;
        s->stretch[item->glue] += item->stretch;
        s->shrink[item->glue] += item->shrink;
        s->line.places[item->glue]++;
    }
}

/* All places of a kind give alike; what rounding leaves goes to those at the end, so that
 * the sum is exact. */
static void give(struct setting *s, enum glue_kind kind, length amount)
{
    const length whole = amount > 0 ? s->stretch[kind] : s->shrink[kind];
    length capacity = 0, given = 0;
    for (size_t i = 0; i < s->end - s->first; i++) {
        const struct item *item = item_at(s, i);
        if (item->kind != ITEM_GLUE || item->glue != kind)
            continue;
        capacity += amount > 0 ? item->stretch : item->shrink;
        length due = length_scale(amount, capacity, whole);
        s->widths[i] += due - given;
        given = due;
    }
    s->line.given[kind] += amount;
}

/* Kind by kind, each as far as it goes; what is left over. */
static length move_white(struct setting *s, length amount, bool grows)
{
    const enum glue_kind *order = grows ? stretch_order : shrink_order;
    size_t kinds = grows ? STRETCH_KINDS : SHRINK_KINDS;
    for (size_t i = 0; i < kinds && amount > 0; i++) {
        length capacity = grows ? s->stretch[order[i]] : s->shrink[order[i]];
        length part = amount < capacity ? amount : capacity;
        if (part > 0)
            give(s, order[i], grows ? part : -part);
        amount -= part;
    }
    return amount;
}

/* All capacities are used up: the kind that stretches last goes on, within bounds. */
static void stretch_on(struct setting *s, length white)
{
    size_t i = white > 0 ? STRETCH_KINDS : 0;
    while (i > 0 && s->stretch[stretch_order[i - 1]] == 0)
        i--;
    if (i == 0 || white > MOST_BEYOND * s->stretch[stretch_order[i - 1]])
        s->line.lack = white;
    else
        give(s, stretch_order[i - 1], white);
}

static void fill(struct setting *s, length width, bool justify)
{
    length white = width - s->line.natural;
    if (white < 0)
        s->line.excess = move_white(s, -white, false);
    else if (justify)
        stretch_on(s, move_white(s, white, true));
    s->line.width = s->line.natural;
    for (int kind = 0; kind < GLUE_KINDS; kind++)
        s->line.width += s->line.given[kind];
}

static size_t text_at(const struct setting *s, size_t item)
{
    return item < s->items->count ? s->items->at[item].text : s->passage->text.length;
}

static size_t call_count(const struct setting *s, const struct note_call **calls)
{
    size_t count = 0;
    for (size_t i = 0; i < s->passage->count; i++) {
        const struct stretch *stretch = &s->passage->at[i];
        if (stretch->call == NULL || stretch->start < s->line.text_start ||
            stretch->start >= s->line.text_end)
            continue;
        if (calls != NULL)
            calls[count] = stretch->call;
        count++;
    }
    return count;
}

static void collect_calls(struct setting *s)
{
    s->line.call_count = call_count(s, NULL);
    s->line.calls = arena_array(s->arena, s->line.call_count, sizeof *s->line.calls);
    call_count(s, s->line.calls);
}

/* The stretch that has this byte, or the last one. */
static const struct stretch *stretch_at(const struct passage *passage, size_t text)
{
    for (size_t i = 0; i < passage->count; i++)
        if (text < passage->at[i].end)
            return &passage->at[i];
    return passage->count > 0 ? vec_last(passage) : NULL;
}

static struct place text_place(const struct passage *passage, size_t text)
{
    const struct stretch *stretch = stretch_at(passage, text);
    if (stretch == NULL)
        return (struct place){0};
    size_t size = 0;
    if (text < passage->text.length)
        utf8_decode(passage->text.at + text, passage->text.length - text, &size);
    return (struct place){stretch->place.source,
                          stretch->place.at + (text - stretch->start), size};
}

/* A hyphen is seen where the line ends at one. */
static size_t seen_end(const struct items *items, size_t first, size_t end)
{
    return items->at[end].flagged ? end + 1 : visible_end(items, first, end);
}

struct line set_line(const struct typesetter *setter, const struct passage *passage,
                     const struct runs *runs, const struct items *items, size_t first,
                     size_t end, length width, bool justify)
{
    size_t next = line_first_item(items, end);
    struct setting s = {.arena = setter->arena,
                        .scratch = setter->scratch,
                        .passage = passage,
                        .items = items,
                        .first = first,
                        .end = seen_end(items, first, end),
                        .hang = is_forced_end(items, end) ? end : next};
    measure(&s);
    fill(&s, width, justify);
    struct placement placement = {passage, runs, items, s.widths, first, s.end, s.hang};
    struct glyph_rows rows = place_glyphs(setter->arena, &placement);
    s.line.rows = rows.at;
    s.line.row_count = rows.count;
    s.line.text_start = text_at(&s, first);
    s.line.text_end = text_at(&s, next);
    s.line.place = text_place(passage, s.line.text_start);
    s.line.is_last = is_forced_end(items, end);
    collect_calls(&s);
    return s.line;
}
