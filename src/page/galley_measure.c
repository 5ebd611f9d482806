/* Prefix sums over a galley. */
#include "page/galley_measure.h"

#include "base/vec.h"

/* Room for `count` slugs. */
static struct column_measure new_column(struct arena *arena, size_t count)
{
    return (struct column_measure){
        .slugs = arena_array(arena, count, sizeof(struct slug *)),
        .top = arena_array(arena, count, sizeof(length)),
        .bottom = arena_array(arena, count, sizeof(length)),
    };
}

static void add_column(struct column_measure *column, const struct slugs *slugs)
{
    for (size_t i = 0; i < slugs->count; i++) {
        const struct slug *slug = &slugs->at[i];
        size_t at = column->count++;
        column->slugs[at] = slug;
        column->top[at] = slug->before;
        if (at > 0)
            column->top[at] += column->bottom[at - 1] + column->slugs[at - 1]->after;
        column->bottom[at] = column->top[at] + slug->height;
    }
}

static void measure_notes(struct arena *arena, const struct galley_notes *notes,
                          struct galley_measure *measure)
{
    size_t lines = 0;
    for (size_t k = 0; k < notes->count; k++)
        lines += notes->at[k].count;
    measure->notes = new_column(arena, lines);
    measure->note_line = arena_array(arena, notes->count + 1, sizeof(size_t));
    measure->note_count = notes->count;
    for (size_t k = 0; k < notes->count; k++) {
        add_column(&measure->notes, &notes->at[k]);
        measure->note_line[k + 1] = measure->notes.count;
    }
}

/* The slug that first marks each note. */
struct marking_slugs {
    size_t *slug;
    bool *is_marked;
};

static void find_marks(struct marking_slugs *marking, const struct slug *slug,
                       size_t index)
{
    for (size_t c = 0; c < slug->call_count; c++) {
        size_t note = slug->calls[c]->note;
        if (!marking->is_marked[note])
            marking->slug[note] = index;
        marking->is_marked[note] = true;
    }
}

/* A note that only another note marks goes where that one does; one that is marked at the
 * foot of the last page, where the text ends. */
static size_t *find_marking_slugs(struct arena *arena, const struct galley *galley)
{
    size_t notes = galley->notes.count, slugs = galley->slugs.count;
    struct marking_slugs marking = {arena_array(arena, notes, sizeof *marking.slug),
                                    arena_array(arena, notes, sizeof *marking.is_marked)};
    for (size_t i = 0; i < slugs; i++)
        find_marks(&marking, &galley->slugs.at[i], i);
    for (size_t i = 0; i < galley->foot.count && slugs > 0; i++)
        find_marks(&marking, &galley->foot.at[i], slugs - 1);
    for (size_t k = 1; k < notes; k++)
        if (!marking.is_marked[k])
            marking.slug[k] = marking.slug[k - 1];
    return marking.slug;
}

/* Cells of a row are numbered one after the other but set side by side: a later note may
 * be marked on an earlier line.  Notes are set in order, so the earlier one moves up. */
static void count_notes_before(struct arena *arena, const struct galley *galley,
                               struct galley_measure *measure)
{
    size_t *slug = find_marking_slugs(arena, galley);
    measure->notes_before =
        arena_array(arena, galley->slugs.count + 1, sizeof *measure->notes_before);
    for (size_t k = galley->notes.count; k-- > 1;)
        if (slug[k] < slug[k - 1])
            slug[k - 1] = slug[k];
    for (size_t i = 0, k = 0; i <= galley->slugs.count; i++) {
        while (k < galley->notes.count && slug[k] < i)
            k++;
        measure->notes_before[i] = k;
    }
}

struct galley_measure measure_galley(struct arena *arena, const struct galley *galley)
{
    struct galley_measure measure = {0};
    measure.text = new_column(arena, galley->slugs.count);
    add_column(&measure.text, &galley->slugs);
    measure.foot = new_column(arena, galley->foot.count);
    add_column(&measure.foot, &galley->foot);
    measure_notes(arena, &galley->notes, &measure);
    count_notes_before(arena, galley, &measure);
    return measure;
}

length column_height(const struct column_measure *column, size_t first, size_t end)
{
    return first == end ? 0 : column->bottom[end - 1] - column->top[first];
}

length foot_end(const struct layout *layout)
{
    length end = layout->last_page.foot;
    return end > 0 ? end : layout->other_pages.bottom;
}

length text_end_over_foot(const struct layout *layout,
                          const struct galley_measure *measure)
{
    const struct column_measure *foot = &measure->foot;
    return foot_end(layout) - column_height(foot, 0, foot->count) - foot->top[0];
}

length repeat_height(const struct slug *slug)
{
    length height = 0;
    for (size_t i = 0; slug->repeat != NULL && i < slug->repeat->count; i++) {
        const struct slug *over = &slug->repeat->at[i];
        height += (i > 0 ? over->before : 0) + over->height + over->after;
    }
    return height;
}

size_t lines_called_before(const struct galley_measure *measure, size_t slug)
{
    return measure->note_line[measure->notes_before[slug]];
}

size_t note_of_line(const struct galley_measure *measure, size_t line)
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

bool is_inside_note(const struct galley_measure *measure, size_t line)
{
    return line < measure->notes.count &&
           measure->note_line[note_of_line(measure, line)] < line;
}

const struct note_rule *rule_over_notes(const struct note_form *form, bool goes_on)
{
    return goes_on && form->continued_rule.width > 0 ? &form->continued_rule
                                                     : &form->rule;
}

length note_head(const struct note_form *form, bool goes_on)
{
    return form->before_rule + rule_over_notes(form, goes_on)->thickness +
           form->after_rule;
}
