/* Choosing page ends: the cheapest way from the first slug to the last (Plass, "Optimal
 * Pagination Techniques for Automatic Typesetting Systems", 1981).
 *
 * A trial is a page that begins with a slug and with the lines that notes of earlier
 * pages left over.  From a trial only ends whose text and notes fit on the page are
 * tried, so the work is linear in slugs; trials of one slug differ only in the lines left
 * over, which are few: fewer left for less is kept, all else is dropped. */
#include "page/pager.h"

#include "base/vec.h"
#include "page/galley_measure.h"

enum { NO_TRIAL = 0 };

struct trial {
    size_t start;      /* first slug of the page */
    size_t note_start; /* first line of notes that is not set yet */
    size_t page;       /* how many pages are before it */
    int64_t cost;      /* of all of them */
    size_t before;     /* the trial of the page before; NO_TRIAL: first page */
    size_t next;       /* with the same start, more lines set */
    bool is_beaten;
};

struct search {
    const struct layout *layout;
    struct arena *arena;
    const struct galley *galley;
    struct galley_measure measure;
    struct {
        struct trial *at; /* index 0 is no trial */
        size_t count, capacity;
    } trials;
    size_t *first_trial; /* of each start */
};

/* A page that is weighed. */
struct candidate {
    size_t end, note_end;
    length white; /* left on the page; negative: overfull */
    bool fits;
};

/* Costs of layouts are small integers; what the white of a page costs is not. */
#define COST_UNIT     ((int64_t)65536)
#define TRIFLE        20
#define COST_OVERFULL (10 * PAGE_END_FORBIDDEN * COST_UNIT)

static length page_room(const struct search *search, const struct trial *page)
{
    const struct page_geometry *geometry =
        page->page == 0 ? &search->layout->first_page : &search->layout->other_pages;
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

static size_t note_of_line(const struct galley_measure *measure, size_t line)
{
    size_t note = 0, behind = measure->note_count;
    while (note + 1 < behind) {
        size_t middle = note + (behind - note) / 2;
        if (measure->note_line[middle] <= line)
            note = middle;
        else
            behind = middle;
    }
    return note;
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
    length room = candidate.white - note_head(&search->layout->notes);
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

/* Keeps the trials of a start in order of their lines; one that has more lines left and
 * costs no less than another is beaten. */
static void add_trial(struct search *search, struct trial trial)
{
    size_t after = NO_TRIAL, at = search->first_trial[trial.start];
    for (; at != NO_TRIAL; at = search->trials.at[at].next) {
        struct trial *other = &search->trials.at[at];
        if (other->note_start >= trial.note_start && other->cost <= trial.cost)
            return;
        if (other->note_start <= trial.note_start) {
            other->is_beaten |= other->cost >= trial.cost;
            after = at;
        }
    }
    size_t *link = after == NO_TRIAL ? &search->first_trial[trial.start]
                                     : &search->trials.at[after].next;
    trial.next = *link;
    *link = search->trials.count;
    vec_push(search->arena, &search->trials, trial);
}

static void try_end(struct search *search, size_t page, const struct candidate *end)
{
    const struct trial *from = &search->trials.at[page];
    add_trial(search, (struct trial){
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

/* Nothing fits: the page takes one slug, or one line of a note, all the same. */
static void try_overfull_end(struct search *search, size_t page)
{
    const struct trial *from = &search->trials.at[page];
    bool only_notes = has_notes_left(search, from);
    struct candidate end =
        weigh_end(search, from, only_notes ? from->start : from->start + 1);
    if (only_notes && end.note_end == from->note_start)
        end.note_end++;
    end.fits = false;
    try_end(search, page, &end);
}

/* Tries all ends of a page.  What does not fit with fewer slugs does not with more. */
static void try_ends(struct search *search, size_t page)
{
    const struct trial from = search->trials.at[page];
    size_t end = has_notes_left(search, &from) ? from.start : from.start + 1;
    size_t tried = 0;
    for (; end <= search->measure.text.count; end++) {
        struct candidate candidate = weigh_end(search, &from, end);
        if (!candidate.fits)
            break;
        try_end(search, page, &candidate);
        tried++;
        if (end > from.start && ends_by_force(search, end))
            break;
    }
    bool is_done =
        from.start == search->measure.text.count && !has_notes_left(search, &from);
    if (tried == 0 && !is_done)
        try_overfull_end(search, page);
}

/* The cheapest trial behind the last slug with no lines left. */
static size_t find_goal(const struct search *search)
{
    size_t best = NO_TRIAL;
    size_t at = search->first_trial[search->measure.text.count];
    for (; at != NO_TRIAL; at = search->trials.at[at].next) {
        const struct trial *trial = &search->trials.at[at];
        if (trial->note_start == search->measure.notes.count &&
            (best == NO_TRIAL || trial->cost < search->trials.at[best].cost))
            best = at;
    }
    return best;
}

static struct page_ends collect_ends(const struct search *search, size_t goal)
{
    struct page_ends ends = {0};
    size_t count = 0;
    for (size_t at = goal; search->trials.at[at].before != NO_TRIAL;
         at = search->trials.at[at].before)
        count++;
    /* A document has a page, even an empty one. */
    vec_reserve(search->arena, &ends, count + 1);
    ends.count = count == 0 ? 1 : count;
    for (size_t i = count; i-- > 0; goal = search->trials.at[goal].before)
        ends.at[i] = (struct page_end){search->trials.at[goal].start,
                                       search->trials.at[goal].note_start};
    return ends;
}

struct page_ends choose_page_ends(const struct typesetter *typesetter,
                                  const struct galley *galley)
{
    struct search search = {.layout = typesetter->layout,
                            .arena = typesetter->arena,
                            .galley = galley,
                            .measure = measure_galley(typesetter->arena, galley)};
    size_t count = galley->slugs.count;
    search.first_trial = arena_array(search.arena, count + 1, sizeof(size_t));
    vec_push(search.arena, &search.trials, (struct trial){0});
    add_trial(&search, (struct trial){0});
    for (size_t start = 0; start <= count; start++)
        for (size_t at = search.first_trial[start]; at != NO_TRIAL;
             at = search.trials.at[at].next)
            if (!search.trials.at[at].is_beaten)
                try_ends(&search, at);
    return collect_ends(&search, find_goal(&search));
}
