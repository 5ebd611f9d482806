/* Slugs and notes on their pages. */
#include "base/limits.h"
#include "base/vec.h"
#include "page/galley_measure.h"
#include "page/line_marks.h"
#include "page/links.h"
#include "page/pager.h"

struct page_maker {
    const struct typesetter *typesetter;
    const struct layout *layout; /* of the page at hand */
    const struct galley *galley;
    struct galley_measure measure;
};

/* Slugs [start, end) and lines of notes [note_start, note_end). */
struct page_part {
    size_t start, end;
    size_t note_start, note_end;
    const struct page_geometry *geometry;
    length bottom; /* of text and notes */
    bool has_foot;
};

static void place_mark(struct arena *arena, struct marks *marks, struct mark mark,
                       length x, length y)
{
    mark.x += x;
    mark.baseline += y;
    mark.box.x += x;
    mark.box.y += y;
    vec_push(arena, marks, mark);
}

static void place_slug(const struct page_maker *maker, struct page *page,
                       const struct slug *slug, length y)
{
    for (size_t i = 0; i < slug->marks.count; i++)
        place_mark(maker->typesetter->arena, &page->marks, slug->marks.at[i],
                   maker->layout->margin_left, y);
}

/* What is repeated has been read once: it is an artifact of the page's end (PDF/UA-1,
 * 7.1). */
static length place_repeated(const struct page_maker *maker, struct page *page,
                             const struct slugs *repeat, length y)
{
    for (size_t i = 0; repeat != NULL && i < repeat->count; i++) {
        const struct slug *slug = &repeat->at[i];
        size_t first = page->marks.count;
        y += i > 0 ? slug->before : 0;
        place_slug(maker, page, slug, y);
        for (size_t k = first; k < page->marks.count; k++) {
            page->marks.at[k].tag = NULL;
            page->marks.at[k].artifact = ARTIFACT_PAGE;
        }
        y += slug->height + slug->after;
    }
    return y;
}

static void place_column(const struct page_maker *maker, struct page *page,
                         const struct column_measure *column, size_t first, size_t end,
                         length y)
{
    size_t first_mark = page->marks.count;
    for (size_t i = first; i < end; i++)
        place_slug(maker, page, column->slugs[i],
                   y + column->top[i] - column->top[first]);
    order_cells(&page->marks, first_mark);
}

/* Notes whose marks are no numbers stand before the others; what goes on from the page
 * before is first of all, what goes on on the next one last. */
static bool note_goes_first(const struct page_maker *maker, const struct page_part *part,
                            size_t line)
{
    const struct galley_measure *measure = &maker->measure;
    size_t index = note_of_line(measure, line);
    if (measure->note_line[index] < part->note_start)
        return true;
    return measure->note_line[index + 1] <= part->note_end &&
           measure->notes.slugs[line]->is_unnumbered;
}

/* All are set in one style: their order makes no difference to their height. */
static void place_note_lines(const struct page_maker *maker, struct page *page,
                             const struct page_part *part, length y)
{
    const struct slug *above = NULL;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = part->note_start; i < part->note_end; i++) {
            const struct slug *slug = maker->measure.notes.slugs[i];
            if (note_goes_first(maker, part, i) != (pass == 0))
                continue;
            y += above != NULL ? above->after + slug->before : 0;
            place_slug(maker, page, slug, y);
            y += slug->height;
            above = slug;
        }
}

static void place_notes(const struct page_maker *maker, struct page *page,
                        const struct page_part *part)
{
    if (part->note_start == part->note_end)
        return;
    const struct layout *layout = maker->layout;
    const struct note_rule *rule = rule_over_notes(
        &layout->notes, is_inside_note(&maker->measure, part->note_start));
    length height =
        column_height(&maker->measure.notes, part->note_start, part->note_end);
    length y = part->bottom - height;
    struct rectangle box = {.x = layout->margin_left + rule->start,
                            .y = y - layout->notes.after_rule - rule->thickness,
                            .width = rule->width,
                            .height = rule->thickness};
    add_rule_mark(maker->typesetter->arena, &page->marks, box, ARTIFACT_LAYOUT);
    place_note_lines(maker, page, part, y);
}

static void place_foot(const struct page_maker *maker, struct page *page)
{
    const struct column_measure *foot = &maker->measure.foot;
    length y = foot_end(maker->typesetter->layout) - column_height(foot, 0, foot->count);
    place_column(maker, page, foot, 0, foot->count, y);
}

/* The page search sets every note with its mark, unless no page could hold both. */
static void tell_lost_notes(const struct page_maker *maker, const struct page_part *part)
{
    for (size_t i = part->start; i < part->end; i++) {
        const struct slug *slug = maker->measure.text.slugs[i];
        for (size_t c = 0; c < slug->call_count; c++)
            if (maker->measure.note_line[slug->calls[c]->note] >= part->note_end)
                report_warning(maker->typesetter->diagnostics, "note-away-from-mark",
                               slug->calls[c]->place,
                               "the page of this mark has no room for its note");
    }
}

static void tell_overfull_page(const struct page_maker *maker,
                               const struct page_part *part, length text_end)
{
    length notes = column_height(&maker->measure.notes, part->note_start, part->note_end);
    if (notes > 0)
        notes += note_head(&maker->typesetter->layout->notes,
                           is_inside_note(&maker->measure, part->note_start));
    length excess = text_end + notes - part->bottom;
    if (excess <= 0)
        return;
    struct place place = {0};
    if (part->start < part->end)
        place = maker->measure.text.slugs[part->start]->place;
    struct buffer points = new_buffer(maker->typesetter->arena);
    buffer_length(&points, excess, 1);
    report_warning(maker->typesetter->diagnostics, "overfull-page", place,
                   "what cannot be parted here is %s pt too high for a page",
                   buffer_string(&points));
}

static struct page make_page(const struct page_maker *maker, const struct page_part *part)
{
    const struct typesetter *typesetter = maker->typesetter;
    struct page page = {.width = maker->layout->paper_width,
                        .height = maker->layout->paper_height,
                        .is_turned = maker->layout->is_turned,
                        .is_empty = part->start == part->end &&
                                    part->note_start == part->note_end};
    length y = part->geometry->top;
    if (part->start < part->end) {
        const struct column_measure *text = &maker->measure.text;
        y = place_repeated(maker, &page, text->slugs[part->start]->repeat, y);
        place_column(maker, &page, text, part->start, part->end, y);
        y += column_height(text, part->start, part->end);
    }
    place_notes(maker, &page, part);
    if (part->has_foot)
        place_foot(maker, &page);
    if (typesetter->language->right_to_left)
        mirror_marks(&page.marks, page.width);
    add_link_marks(typesetter->arena, &typesetter->layout->links, &page);
    tell_lost_notes(maker, part);
    tell_overfull_page(maker, part, y);
    return page;
}

static const struct layout *layout_of_page(const struct page_maker *maker, size_t start)
{
    const struct column_measure *text = &maker->measure.text;
    bool is_turned = start < text->count && text->slugs[start]->is_turned;
    return is_turned ? maker->galley->turned : maker->typesetter->layout;
}

/* Behind the part before; NULL: the first. */
static struct page_part next_part(const struct page_maker *maker,
                                  const struct page_part *before,
                                  const struct page_end *end, bool is_last)
{
    const struct layout *layout = layout_of_page(maker, before == NULL ? 0 : before->end);
    struct page_part part = {.end = end->end,
                             .note_end = end->note_end,
                             .geometry = &layout->first_page,
                             .has_foot = is_last && maker->measure.foot.count > 0};
    if (before != NULL) {
        part.start = before->end;
        part.note_start = before->note_end;
        part.geometry = &layout->other_pages;
    }
    part.bottom = part.has_foot ? text_end_over_foot(layout, &maker->measure)
                                : part.geometry->bottom;
    return part;
}

const char *page_label(struct arena *arena, size_t page)
{
    return arena_format(arena, "%zu", page + 1);
}

struct pages make_pages(const struct typesetter *typesetter, const struct galley *galley,
                        const struct page_ends *ends)
{
    struct arena *arena = typesetter->arena;
    struct page_maker maker = {.typesetter = typesetter,
                               .galley = galley,
                               .measure = measure_galley(arena, galley)};
    struct pages pages = {.tags = galley->tags,
                          .bookmarks = galley->bookmarks,
                          .bookmark_count = galley->bookmark_count,
                          .bookmark_capacity = galley->bookmark_capacity};
    if (ends->count > LIMIT_PAGES)
        arena_fail(arena, STATUS_LIMIT, "the document has more than %d pages",
                   (int)LIMIT_PAGES);
    struct page_part part;
    for (size_t i = 0; i < ends->count; i++) {
        part =
            next_part(&maker, i == 0 ? NULL : &part, &ends->at[i], i + 1 == ends->count);
        maker.layout = layout_of_page(&maker, part.start);
        struct page page = make_page(&maker, &part);
        page.label = page_label(arena, i);
        vec_push(arena, &pages, page);
    }
    return pages;
}
