/* Total fit: of all ways to cut a paragraph into lines, the one that costs least (Knuth
 * and Plass, "Breaking Paragraphs into Lines", 1981).
 *
 * A node is a line end that can be reached, together with the tightness of its line: only
 * the cheapest way to each is kept.  Nodes whose lines have become too wide leave the
 * active list, so that the work grows with the text and not with its square. */
#include "para/break_lines.h"

#include "base/vec.h"
#include "para/line_fit.h"
#include "text/breaks.h"

enum { TIGHTNESSES = 4, AS_DESIGNED = 1, SHORT_LAST_LETTERS = 4 };

#define COST_NONE       INT64_MAX
#define COST_OVERFULL   ((int64_t)1000000000) /* a line that does not fit */
#define COST_POINT_OVER ((int64_t)10000000)   /* each point of its excess */
#define MOST_EXCESS     POINTS(10000)
/* Two lines with hyphens are a pity (the TeXbook's \doublehyphendemerits), three a fault
 * that only a line beyond its bounds outweighs. */
#define COST_TWO_HYPHENS   3000
#define COST_THREE_HYPHENS ((int64_t)1000000)

struct node {
    size_t end;      /* item of the line end; of the first node: none */
    size_t first;    /* item that the next line begins with */
    size_t previous; /* node */
    int tightness;   /* of the line that ends here */
    int64_t cost;    /* of all lines up to here */
    length excess;   /* of the line that ends here */
    int hyphens;     /* lines in a row up to here that end with one */
    bool is_start;   /* nothing stands before it, or a forced line end */
};

struct nodes {
    struct node *at;
    size_t count, capacity;
};

struct active {
    size_t *at; /* nodes from which a line can still begin */
    size_t count, capacity;
};

struct search {
    struct arena *arena;
    const struct items *items;
    const struct sums *sums;
    struct line_widths widths;
    const struct line_costs *costs;
    bool justified;
    int tolerance;
    bool parts_words;
    bool is_last_trial;
    struct nodes nodes;
    struct active active;
    size_t weighed;
};

/* The best ways to one line end, by the tightness of their last lines. */
struct candidates {
    struct node best[TIGHTNESSES];
};

size_t line_first_item(const struct items *items, size_t end)
{
    return first_visible(items, end + 1);
}

static length width_behind(const struct search *s, size_t node)
{
    return node == 0 ? s->widths.first : s->widths.rest;
}

static enum filling line_filling(const struct search *s, size_t end)
{
    if (is_forced_end(s->items, end))
        return FILL_LAST;
    return s->justified ? FILL_JUSTIFIED : FILL_RAGGED;
}

static struct fit fit_behind(struct search *s, size_t node, size_t end)
{
    const struct item *item = &s->items->at[end];
    size_t first = s->nodes.at[node].first;
    size_t last = visible_end(s->items, first, end);
    length hyphen = item->kind == ITEM_PENALTY ? item->width : 0;
    s->weighed++;
    return fit_line(&s->sums[first], &s->sums[last > first ? last : first],
                    width_behind(s, node) - hyphen, line_filling(s, end));
}

/* TeX's demerits (The TeXbook, chapter 14). */
static int64_t price_cost(const struct line_costs *costs, const struct item *item)
{
    if (item->kind != ITEM_PENALTY || item->penalty <= BREAK_MUST)
        return 0;
    int64_t price = item->penalty;
    int64_t hyphen = item->flagged ? costs->hyphen : 0;
    return (price < 0 ? -price * price : price * price) + hyphen * hyphen;
}

static bool ends_with_hyphen(const struct search *s, size_t end)
{
    return s->items->at[end].flagged;
}

static int64_t hyphen_row_cost(const struct search *s, const struct node *from,
                               size_t end)
{
    if (from->hyphens == 0 || !ends_with_hyphen(s, end))
        return 0;
    return from->hyphens == 1 ? COST_TWO_HYPHENS : COST_THREE_HYPHENS;
}

/* A last line of one ideograph, or of a word as short, is no line (CLREQ 3.1.5). */
static int64_t short_last_cost(const struct search *s, const struct node *from,
                               size_t end)
{
    if (from->is_start || !is_forced_end(s->items, end))
        return 0;
    int letters = s->sums[end].letters - s->sums[from->first].letters;
    return letters < SHORT_LAST_LETTERS ? s->costs->short_last : 0;
}

/* Neighbouring classes go together; the others are told apart by the eye. */
static int64_t neighbour_cost(const struct search *s, int one, int other)
{
    int distance = one < other ? other - one : one - other;
    return distance > 1 ? (int64_t)s->costs->loose_neighbour * (distance - 1) : 0;
}

static int64_t excess_cost(length excess)
{
    if (excess <= 0)
        return 0;
    length counted = excess < MOST_EXCESS ? excess : MOST_EXCESS;
    return COST_OVERFULL + COST_POINT_OVER * (counted / POINT);
}

static int64_t line_cost(const struct search *s, const struct node *from, size_t end,
                         struct fit fit)
{
    int64_t plain = s->costs->line + fit.badness;
    return plain * plain + price_cost(s->costs, &s->items->at[end]) +
           hyphen_row_cost(s, from, end) +
           neighbour_cost(s, from->tightness, fit.tightness) +
           short_last_cost(s, from, end) + excess_cost(fit.excess);
}

static void clear_candidates(struct candidates *candidates)
{
    for (int i = 0; i < TIGHTNESSES; i++)
        candidates->best[i].cost = COST_NONE;
}

static bool has_candidates(const struct candidates *candidates)
{
    for (int i = 0; i < TIGHTNESSES; i++)
        if (candidates->best[i].cost != COST_NONE)
            return true;
    return false;
}

static void offer_line(const struct search *s, struct candidates *candidates, size_t node,
                       size_t end, struct fit fit)
{
    const struct node *from = &s->nodes.at[node];
    struct node *best = &candidates->best[fit.tightness];
    int64_t cost = from->cost + line_cost(s, from, end, fit);
    if (cost < best->cost)
        *best = (struct node){.end = end,
                              .first = line_first_item(s->items, end),
                              .previous = node,
                              .tightness = fit.tightness,
                              .cost = cost,
                              .excess = fit.excess,
                              .hyphens = ends_with_hyphen(s, end) ? from->hyphens + 1 : 0,
                              .is_start = is_forced_end(s->items, end)};
}

/* A third line in a row that ends with a hyphen is for the last trial. */
static bool is_borne(const struct search *s, size_t node, size_t end, struct fit fit)
{
    bool is_third_hyphen = s->nodes.at[node].hyphens >= 2 && ends_with_hyphen(s, end);
    return fit.badness <= s->tolerance && (!is_third_hyphen || s->is_last_trial);
}

/* Weighs the lines that end here, and takes nodes from the list for which they have
 * become too wide.  Those are offered as they are only if nothing else goes on. */
static void weigh_lines(struct search *s, size_t end, struct candidates *fitting,
                        struct candidates *overfull)
{
    size_t kept = 0, first = SIZE_MAX;
    struct fit fit = {0};
    for (size_t i = 0; i < s->active.count; i++) {
        size_t node = s->active.at[i];
        if (s->nodes.at[node].first != first) /* else the line is the same */
            fit = fit_behind(s, node, end);
        first = s->nodes.at[node].first;
        if (fit.excess > 0) {
            offer_line(s, overfull, node, end, fit);
            continue;
        }
        s->active.at[kept++] = node;
        if (is_borne(s, node, end, fit))
            offer_line(s, fitting, node, end, fit);
    }
    s->active.count = is_forced_end(s->items, end) ? 0 : kept;
}

static void keep_candidates(struct search *s, const struct candidates *candidates)
{
    for (int i = 0; i < TIGHTNESSES; i++) {
        if (candidates->best[i].cost == COST_NONE)
            continue;
        vec_push(s->arena, &s->active, s->nodes.count);
        vec_push(s->arena, &s->nodes, candidates->best[i]);
    }
}

static void try_line_end(struct search *s, size_t end)
{
    struct candidates fitting, overfull;
    clear_candidates(&fitting);
    clear_candidates(&overfull);
    weigh_lines(s, end, &fitting, &overfull);
    bool is_stuck = s->is_last_trial && s->active.count == 0 && !has_candidates(&fitting);
    keep_candidates(s, is_stuck ? &overfull : &fitting);
}

/* False when the tolerance leaves no way to the end. */
static bool search_ends(struct search *s, int tolerance)
{
    s->nodes.count = s->active.count = 0;
    s->tolerance = tolerance;
    vec_push(s->arena, &s->nodes,
             (struct node){.first = first_visible(s->items, 0),
                           .tightness = AS_DESIGNED,
                           .is_start = true});
    vec_push(s->arena, &s->active, 0);
    for (size_t i = 0; i < s->items->count && s->active.count > 0; i++)
        if (is_line_end(s->items, i) && (s->parts_words || !s->items->at[i].flagged))
            try_line_end(s, i);
    return s->active.count > 0;
}

/* The active nodes are the ways to the paragraph's end. */
static size_t cheapest_node(const struct search *s)
{
    size_t best = s->active.at[0];
    for (size_t i = 1; i < s->active.count; i++)
        if (s->nodes.at[s->active.at[i]].cost < s->nodes.at[best].cost)
            best = s->active.at[i];
    return best;
}

static struct line_ends trace_back(const struct search *s, size_t last)
{
    struct line_ends ends = {.weighed = s->weighed};
    for (size_t i = last; i != 0; i = s->nodes.at[i].previous)
        ends.count++;
    ends.item = arena_array(s->arena, ends.count, sizeof *ends.item);
    size_t line = ends.count;
    for (size_t i = last; i != 0; i = s->nodes.at[i].previous) {
        ends.item[--line] = s->nodes.at[i].end;
        if (s->nodes.at[i].excess > ends.overfull)
            ends.overfull = s->nodes.at[i].excess;
    }
    return ends;
}

static bool has_hyphens(const struct items *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].flagged)
            return true;
    return false;
}

/* As TeX does: words are parted only in a paragraph that is poor without it. */
static bool search_without_hyphens(struct search *s)
{
    return has_hyphens(s->items) && search_ends(s, BADNESS_FULL);
}

static bool search_with_hyphens(struct search *s)
{
    s->parts_words = true;
    return search_ends(s, s->costs->tolerance);
}

struct line_ends break_total_fit(struct arena *arena, const struct items *items,
                                 struct line_widths widths,
                                 const struct line_costs *costs, bool justified)
{
    struct search s = {.arena = arena,
                       .items = items,
                       .sums = sum_items(arena, items),
                       .widths = widths,
                       .costs = costs,
                       .justified = justified};
    if (!search_without_hyphens(&s) && !search_with_hyphens(&s)) {
        s.is_last_trial = true;
        search_ends(&s, BADNESS_WORST);
    }
    return trace_back(&s, cheapest_node(&s));
}
