/* Prefix sums over items, and what a line between two of them costs.
 *
 * White space is used up kind by kind (CLREQ 3.2.4).  A kind that gives the part r of its
 * capacity is as bad as weight * r^2, and counts as much as its share in the line's
 * capacity: one word space in a line of ideographs does not make the line bad.  The
 * weights are tuned on Chinese agendas in columns of 30 to 42 em: more for ideographs
 * makes lines no evenner, less for marks squeezes them more than it gains. */
#include "para/line_fit.h"

#include "text/breaks.h"

const enum glue_kind stretch_order[STRETCH_KINDS] = {GLUE_WORD, GLUE_HAN_LATIN,
                                                     GLUE_IDEOGRAPH};
const enum glue_kind shrink_order[SHRINK_KINDS] = {
    GLUE_WORD,      GLUE_MIDDLE, GLUE_BRACKET,  GLUE_COMMA,
    GLUE_HAN_LATIN, GLUE_STOP,   GLUE_IDEOGRAPH};

static const int stretch_weight[GLUE_KINDS] = {
    [GLUE_WORD] = 100, [GLUE_HAN_LATIN] = 100, [GLUE_IDEOGRAPH] = 250};
static const int shrink_weight[GLUE_KINDS] = {
    [GLUE_WORD] = 100,     [GLUE_MIDDLE] = 40, [GLUE_BRACKET] = 40,   [GLUE_COMMA] = 60,
    [GLUE_HAN_LATIN] = 60, [GLUE_STOP] = 150,  [GLUE_IDEOGRAPH] = 100};

enum {
    ONE = 1024,      /* a ratio of 1 */
    MOST = 16 * ONE, /* beyond it nothing gets worse */
    RAGGED_PART = 5, /* white of a fifth of the column: BADNESS_FULL */
    SLIGHT = 25      /* half the capacity: TeX's bound between decent lines and others */
};

struct sums *sum_items(struct arena *arena, const struct items *items)
{
    struct sums *sums = arena_room(arena, (items->count + 1) * sizeof *sums);
    sums[0] = (struct sums){0};
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->at[i];
        sums[i + 1] = sums[i];
        if (item->kind == ITEM_PENALTY)
            continue;
        sums[i + 1].width += item->width;
        sums[i + 1].letters += item->letters;
        if (item->kind == ITEM_GLUE) {
            sums[i + 1].stretch[item->glue] += item->stretch;
            sums[i + 1].shrink[item->glue] += item->shrink;
        }
    }
    return sums;
}

static int64_t ratio_of(length part, length whole)
{
    if (whole <= 0 || part / MOST >= whole / ONE + 1)
        return MOST;
    int64_t ratio = part * ONE / whole;
    return ratio < MOST ? ratio : MOST;
}

static int64_t square(int64_t ratio)
{
    return ratio * ratio / ONE;
}

static int capped(int64_t badness)
{
    return badness < BADNESS_WORST ? (int)badness : BADNESS_WORST;
}

/* What it takes to move `amount` through kinds with these capacities; `rest` is what they
 * could not take. */
struct move {
    int64_t badness; /* times ONE */
    length rest;
};

static struct move move_white(length amount, const length *from, const length *to,
                              const enum glue_kind *order, size_t kinds,
                              const int *weight)
{
    struct move move = {0, amount};
    length whole = 0;
    for (size_t i = 0; i < kinds; i++)
        whole += to[order[i]] - from[order[i]];
    for (size_t i = 0; i < kinds && move.rest > 0; i++) {
        enum glue_kind kind = order[i];
        length capacity = to[kind] - from[kind];
        length given = move.rest < capacity ? move.rest : capacity;
        if (given <= 0)
            continue;
        int64_t share = ratio_of(capacity, whole);
        move.badness += weight[kind] * square(ratio_of(given, capacity)) * share / ONE;
        move.rest -= given;
    }
    return move;
}

/* Of the kind that stretches last, among those that stand in the line. */
static length last_capacity(const struct sums *from, const struct sums *to)
{
    for (size_t i = STRETCH_KINDS; i > 0; i--) {
        enum glue_kind kind = stretch_order[i - 1];
        if (to->stretch[kind] > from->stretch[kind])
            return to->stretch[kind] - from->stretch[kind];
    }
    return 0;
}

/* Beyond its capacities white goes on to grow: worse by the square of what they
 * are exceeded by; where nothing can fill the line, by the square of what it lacks. */
static int stretch_badness(const struct sums *from, const struct sums *to, length white,
                           length width)
{
    struct move move = move_white(white, from->stretch, to->stretch, stretch_order,
                                  STRETCH_KINDS, stretch_weight);
    if (move.rest == 0)
        return capped(move.badness / ONE);
    if (move.rest > MOST_BEYOND * last_capacity(from, to))
        return capped(BADNESS_WORST / 2 +
                      BADNESS_WORST / 2 * square(ratio_of(move.rest, width)) / ONE);
    return capped(move.badness / ONE * square(ratio_of(white, white - move.rest)) / ONE);
}

static struct fit fit_loose(const struct sums *from, const struct sums *to, length white,
                            length width)
{
    int badness = stretch_badness(from, to, white, width);
    int tightness = badness > BADNESS_FULL ? 3 : badness > SLIGHT ? 2 : 1;
    return (struct fit){badness, tightness, 0};
}

static struct fit fit_tight(const struct sums *from, const struct sums *to, length over)
{
    struct move move = move_white(over, from->shrink, to->shrink, shrink_order,
                                  SHRINK_KINDS, shrink_weight);
    if (move.rest > 0)
        return (struct fit){BADNESS_WORST, 0, move.rest};
    int badness = capped(move.badness / ONE);
    return (struct fit){badness, badness > SLIGHT ? 0 : 1, 0};
}

static struct fit fit_ragged(length white, length width)
{
    if (white < 0)
        return (struct fit){BADNESS_WORST, 1, -white};
    int64_t badness = BADNESS_FULL * square(ratio_of(white * RAGGED_PART, width)) / ONE;
    return (struct fit){capped(badness), 1, 0};
}

struct fit fit_line(const struct sums *from, const struct sums *to, length width,
                    enum filling filling)
{
    length white = width - (to->width - from->width);
    if (filling == FILL_RAGGED)
        return fit_ragged(white, width);
    if (white < 0)
        return fit_tight(from, to, -white);
    if (filling == FILL_LAST)
        return (struct fit){0, 1, 0};
    return fit_loose(from, to, white, width);
}

bool is_forced_end(const struct items *items, size_t i)
{
    return items->at[i].kind == ITEM_PENALTY && items->at[i].penalty <= BREAK_MUST;
}

bool is_line_end(const struct items *items, size_t i)
{
    const struct item *item = &items->at[i];
    if (is_forced_end(items, i))
        return true;
    return i > 0 && items->at[i - 1].kind == ITEM_BOX && item->kind != ITEM_BOX &&
           (item->kind == ITEM_GLUE || item->penalty < BREAK_FORBIDDEN);
}

size_t first_visible(const struct items *items, size_t i)
{
    while (i < items->count && items->at[i].kind != ITEM_BOX && !is_forced_end(items, i))
        i++;
    return i;
}

size_t visible_end(const struct items *items, size_t first, size_t end)
{
    while (end > first && items->at[end - 1].kind != ITEM_BOX)
        end--;
    return end;
}
