/* Choosing page ends: the cheapest way from the first slug to the last (Plass, "Optimal
 * Pagination Techniques for Automatic Typesetting Systems", 1981).
 *
 * Of each slug, in order, the ways are known to begin a page with it; from each of them
 * all ends are weighed whose text and notes fit on the page.  What bounds the work: ways
 * to begin with a slug differ only in the lines of notes that are left over, and at most
 * MOST_TRIALS of them are kept; the ends that fit are as many as slugs fit on a page; and
 * pages without text, which come back to the slug they began with, are tried only where
 * no text may stand, so as many as the notes at that place fill.  So the work is linear
 * in slugs, and a document without long notes has one way to begin with each of them. */
#include "page/pager.h"

#include "base/vec.h"
#include "page/galley_measure.h"
#include "page/page_trials.h"

struct search {
    const struct layout *layout, *turned;
    struct galley_measure measure;
    struct page_trials trials;
    size_t weighed;
};

/* A page that is weighed. */
struct candidate {
    size_t end, note_end;
    length white; /* left on the page; negative: overfull */
    bool fits;
};

/* Costs of layouts are small integers; what the white of a page costs is not. */
#define COST_UNIT     ((int64_t)65536)
#define COST_OVERFULL (10 * PAGE_END_FORBIDDEN * COST_UNIT)

enum { TRIFLE = 20 }; /* the part of a cost that is one */

static const struct page_geometry *geometry_of(const struct search *search,
                                               const struct trial *page)
{
    const struct column_measure *text = &search->measure.text;
    const struct layout *layout = search->layout;
    if (page->start < text->count && text->slugs[page->start]->is_turned)
        layout = search->turned;
    return page->page == 0 ? &layout->first_page : &layout->other_pages;
}

static length page_room(const struct search *search, const struct trial *page)
{
    const struct page_geometry *geometry = geometry_of(search, page);
    return geometry->bottom - geometry->top;
}

/* The most lines of notes from `first` up to `end` that fit into the room. */
static size_t fit_notes(const struct column_measure *notes, size_t first, size_t end,
                        length room)
{
    size_t fits = first, too_many = end + 1;
    while (fits + 1 < too_many) {
        size_t middle = fits + (too_many - fits) / 2;
        if (column_height(notes, first, middle) <= room)
            fits = middle;
        else
            too_many = middle;
    }
    return fits;
}

/* Fewest lines of notes that must be set: every note that is marked on the page begins on
 * it, and what was left over goes on. */
static size_t least_note_end(const struct search *search, const struct trial *page,
                             size_t end)
{
    const size_t *notes_before = search->measure.notes_before;
    size_t least = page->note_start + 1;
    if (notes_before[end] > notes_before[page->start]) {
        size_t begun = search->measure.note_line[notes_before[end] - 1] + 1;
        if (begun > least)
            least = begun;
    }
    return least;
}

/* The last line of a note does not go over alone, when one more can. */
static size_t spare_last_line(const struct search *search, size_t note_end, size_t least)
{
    size_t note = note_of_line(&search->measure, note_end);
    bool is_alone = search->measure.note_line[note + 1] - note_end == 1;
    return is_alone && note_end > least ? note_end - 1 : note_end;
}

static struct candidate weigh_end(const struct search *search, const struct trial *page,
                                  size_t end)
{
    const struct galley_measure *measure = &search->measure;
    struct candidate candidate = {.end = end, .note_end = page->note_start};
    candidate.white = page_room(search, page);
    if (end > page->start)
        candidate.white -= column_height(&measure->text, page->start, end) +
                           repeat_height(measure->text.slugs[page->start]);
    size_t called = lines_called_before(measure, end);
    candidate.fits = candidate.white >= 0;
    if (called <= page->note_start)
        return candidate;
    length room = candidate.white - note_head(&search->layout->notes,
                                              is_inside_note(measure, page->note_start));
    size_t least = least_note_end(search, page, end);
    candidate.note_end = fit_notes(&measure->notes, page->note_start, called, room);
    candidate.fits = candidate.note_end >= least && room >= 0;
    if (candidate.fits && candidate.note_end < called)
        candidate.note_end = spare_last_line(search, candidate.note_end, least);
    candidate.white =
        room - column_height(&measure->notes, page->note_start, candidate.note_end);
    return candidate;
}

static bool ends_by_force(const struct search *search, size_t end)
{
    return end < search->measure.text.count &&
           search->measure.text.slugs[end]->price <= PAGE_END_MUST;
}

/* The same white is a trifle dearer on an earlier page: pages fill from the first on. */
static int64_t white_cost(const struct search *search, const struct trial *page,
                          const struct candidate *end)
{
    bool is_last = end->end == search->measure.text.count &&
                   end->note_end == search->measure.notes.count;
    if (is_last || ends_by_force(search, end->end) || end->white <= 0)
        return 0;
    int64_t cost = end->white * 10 * search->layout->page_costs.fill * COST_UNIT /
                   page_room(search, page);
    return cost + cost / (TRIFLE + (int64_t)page->page);
}

/* Of a note that goes on on the next page; dearer when it only begins with one line. */
static int64_t split_cost(const struct search *search, const struct candidate *end)
{
    const struct page_costs *costs = &search->layout->page_costs;
    const struct galley_measure *measure = &search->measure;
    if (end->note_end >= lines_called_before(measure, end->end))
        return 0;
    size_t begun =
        end->note_end - measure->note_line[note_of_line(measure, end->note_end)];
    return (costs->split_note + (begun == 1 ? costs->orphan : 0)) * COST_UNIT;
}

static int64_t page_cost(const struct search *search, const struct trial *page,
                         const struct candidate *end)
{
    int64_t cost = white_cost(search, page, end) + split_cost(search, end);
    /* The end before the slug of a page of notes was paid with the page before. */
    bool has_text = end->end > page->start;
    if (has_text && end->end < search->measure.text.count &&
        !ends_by_force(search, end->end))
        cost += search->measure.text.slugs[end->end]->price * COST_UNIT;
    return end->fits ? cost : cost + COST_OVERFULL;
}

static const struct trial *trial_at(const struct search *search, size_t trial)
{
    return &search->trials.all.at[trial];
}

static void try_end(struct search *search, size_t page, const struct candidate *end)
{
    const struct trial *from = trial_at(search, page);
    add_trial(&search->trials, (struct trial){
                                   .start = end->end,
                                   .note_start = end->note_end,
                                   .page = from->page + 1,
                                   .cost = from->cost + page_cost(search, from, end),
                                   .before = page,
                               });
}

static bool has_notes_left(const struct search *search, const struct trial *page)
{
    return lines_called_before(&search->measure, page->start) > page->note_start;
}

/* Of an end that does not fit; a page of notes takes at least a line of them. */
static void try_overfull_end(struct search *search, size_t page, size_t end)
{
    const struct trial *from = trial_at(search, page);
    struct candidate candidate = weigh_end(search, from, end);
    if (end == from->start && candidate.note_end == from->note_start)
        candidate.note_end++;
    candidate.fits = false;
    try_end(search, page, &candidate);
}

/* Tries the end if it fits. */
static bool try_fitting_end(struct search *search, size_t page, size_t end)
{
    struct candidate candidate = weigh_end(search, trial_at(search, page), end);
    search->weighed++;
    if (candidate.fits)
        try_end(search, page, &candidate);
    return candidate.fits;
}

static bool may_end_before(const struct search *search, size_t slug)
{
    return slug == search->measure.text.count ||
           search->measure.text.slugs[slug]->price < PAGE_END_FORBIDDEN;
}

/* Where no end is good: a page of notes alone, and one that takes too much. */
static void try_bad_ends(struct search *search, size_t page, size_t too_far)
{
    const struct trial from = *trial_at(search, page);
    if (has_notes_left(search, &from) && !try_fitting_end(search, page, from.start))
        try_overfull_end(search, page, from.start);
    if (too_far <= search->measure.text.count)
        try_overfull_end(search, page, too_far);
}

/* Tries all ends of a page.  What does not fit with fewer slugs does not with more. */
static void try_ends(struct search *search, size_t page)
{
    bool has_good_end = false;
    size_t end = trial_at(search, page)->start + 1;
    for (; end <= search->measure.text.count; end++) {
        if (!try_fitting_end(search, page, end))
            break;
        has_good_end |= may_end_before(search, end);
        if (ends_by_force(search, end))
            break;
    }
    if (!has_good_end)
        try_bad_ends(search, page, end);
}

/* The cheapest trial behind the last slug with no lines left. */
static size_t find_goal(const struct search *search)
{
    const struct trial_front *front = &search->trials.fronts[search->measure.text.count];
    size_t best = NO_TRIAL;
    for (size_t i = 0; i < front->count; i++) {
        const struct trial *trial = trial_at(search, front->at[i]);
        if (trial->note_start == search->measure.notes.count &&
            (best == NO_TRIAL || trial->cost < trial_at(search, best)->cost))
            best = front->at[i];
    }
    return best;
}

static struct page_ends collect_ends(const struct search *search, size_t goal)
{
    struct page_ends ends = {.weighed = search->weighed};
    size_t count = trial_at(search, goal)->page;
    /* A document has a page, even an empty one. */
    ends.count = ends.capacity = count == 0 ? 1 : count;
    ends.at = arena_array(search->trials.arena, ends.count, sizeof *ends.at);
    for (size_t i = count; i-- > 0; goal = trial_at(search, goal)->before)
        ends.at[i] = (struct page_end){trial_at(search, goal)->start,
                                       trial_at(search, goal)->note_start};
    return ends;
}

/* Under the text of the page that leads to the goal. */
static bool has_room_for_foot(const struct search *search, size_t goal)
{
    const struct galley_measure *measure = &search->measure;
    if (measure->foot.count == 0)
        return true;
    const struct trial *last = trial_at(search, trial_at(search, goal)->before);
    struct candidate end = weigh_end(search, last, measure->text.count);
    return geometry_of(search, last)->bottom - end.white <=
           text_end_over_foot(search->layout, measure);
}

/* Pages without text behind the others: for the foot of the last page, when it has no
 * room under the text, and for the number that the last page should have. */
static void add_empty_pages(const struct search *search, size_t goal,
                            struct page_ends *ends)
{
    const struct page_end end = *vec_last(ends);
    if (!has_room_for_foot(search, goal))
        vec_push(search->trials.arena, ends, end);
    if (search->layout->last_page.is_even && ends->count % 2 == 1)
        vec_push(search->trials.arena, ends, end);
}

struct page_ends choose_page_ends(const struct typesetter *typesetter,
                                  const struct galley *galley)
{
    struct arena *arena = typesetter->arena;
    struct search search = {.layout = typesetter->layout,
                            .turned = galley->turned,
                            .measure = measure_galley(arena, galley),
                            .trials = new_page_trials(arena, galley->slugs.count)};
    add_trial(&search.trials, (struct trial){0});
    for (size_t start = 0, page; start <= galley->slugs.count; start++)
        while ((page = take_trial(&search.trials, start)) != NO_TRIAL)
            try_ends(&search, page);
    size_t goal = find_goal(&search);
    struct page_ends ends = collect_ends(&search, goal);
    add_empty_pages(&search, goal, &ends);
    return ends;
}
