/* Finding gaps and overlaps between glyphs whose texts follow each other. */
#include "out/pdf_fit.h"

#include "base/vec.h"
#include "out/pdf_codes.h"
#include <string.h>

/* Thousandths of an em. */
enum { LEAST_GAP = 65, LARGEST_GAP = 600, LARGEST_OVERLAP = 750, STEP = 125 };
enum { FIRST_WIDE = 0x2010 }; /* dashes, quotation marks, ideographs; no letters */

/* A cluster of one glyph that is on its line. */
struct shown {
    const struct mark *mark;
    const struct placed_glyph *glyph;
    size_t fit; /* its index */
};

bool fit_is_none(struct fit fit)
{
    return fit.move == 0 && fit.growth == 0;
}

bool fits_are_equal(struct fit a, struct fit b)
{
    return a.move == b.move && a.growth == b.growth;
}

static codepoint first_character(const struct shown *shown)
{
    size_t size;
    return utf8_decode(shown->mark->row->text + shown->glyph->text_start,
                       shown->glyph->text_length, &size);
}

static codepoint last_character(const struct shown *shown)
{
    const char *text = shown->mark->row->text + shown->glyph->text_start;
    size_t size, start = shown->glyph->text_length - 1;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    return utf8_decode(text + start, shown->glyph->text_length - start, &size);
}

/* A label is a text of its own, in the element of the one it stands before. */
static bool text_follows(const struct shown *a, const struct shown *b)
{
    const struct glyph_row *row = a->mark->row, *next = b->mark->row;
    if (row->rise != next->rise || a->mark->baseline != b->mark->baseline)
        return false;
    if (row->text != next->text)
        return a->mark->tag != NULL && a->mark->tag == b->mark->tag &&
               b->glyph->text_start == 0;
    return a->glyph->text_start + a->glyph->text_length == b->glyph->text_start;
}

static bool is_white(codepoint c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000;
}

/* Between two letters stands what they ask for; letters, signs and dashes of Chinese text
 * are of different faces. */
static bool may_have_gap(const struct shown *a, const struct shown *b)
{
    codepoint before = last_character(a), after = first_character(b);
    return (before >= FIRST_WIDE || after >= FIRST_WIDE ||
            a->mark->row->face != b->mark->row->face) &&
           !is_white(before) && !is_white(after);
}

/* A program that hb-subset made out of named outlines is not added to. */
static bool can_fit(const struct shown *shown)
{
    const struct font_face *face = shown->mark->row->face;
    return face->is_cid || !face->is_cff;
}

static length glyph_x(const struct shown *shown)
{
    return shown->mark->x + shown->mark->row->x + shown->glyph->x;
}

static length row_em(const struct glyph_row *row)
{
    return length_scale(row->size, row->scale, 1000);
}

/* In whole steps: few copies, and what is left is no gap for anyone. */
static int rounded_gap(length gap, length em)
{
    int64_t half = gap < 0 ? -STEP / 2 : STEP / 2;
    return (int)((gap * 1000 / em + half) / STEP * STEP);
}

/* Ideographs are an em wide: their many advances need not be looked up. */
static length glyph_end(const struct shown *shown)
{
    const struct glyph_row *row = shown->mark->row;
    length em = row_em(row);
    if (!is_han(last_character(shown)))
        em = length_scale(em, face_advance(row->face, shown->glyph->id),
                          row->face->units_per_em);
    return glyph_x(shown) + em;
}

static bool is_taken_for_white(length gap, length em)
{
    bool is_gap = gap * 1000 >= em * LEAST_GAP && gap * 1000 <= em * LARGEST_GAP;
    bool is_overlap =
        gap * 1000 <= -em * LEAST_GAP && gap * 1000 >= -em * LARGEST_OVERLAP;
    return em > 0 && (is_gap || is_overlap);
}

/* Rather the mark or the letter than the ideograph, whose copies would be large and
 * many. */
static bool second_takes_gap(const struct shown *a, const struct shown *b)
{
    return can_fit(b) &&
           (!can_fit(a) || (is_han(last_character(a)) && !is_han(first_character(b))));
}

static void take_gap(struct fits *fits, const struct shown *a, const struct shown *b)
{
    bool in_front = second_takes_gap(a, b);
    const struct shown *taker = in_front ? b : a;
    const struct glyph_row *row = taker->mark->row;
    length gap = glyph_x(b) - glyph_end(a), em = row_em(row);
    if (!can_fit(taker) || !is_taken_for_white(gap, em) || glyph_x(b) <= glyph_x(a))
        return;
    int units = rounded_gap(gap, em) * row->face->units_per_em / 1000;
    fits->at[taker->fit].growth += units;
    if (in_front)
        fits->at[taker->fit].move += units;
}

/* The fits of a row; `last` is the cluster before it, and then its own last one. */
static void fit_row(struct fits *fits, const struct mark *mark, struct shown *last)
{
    const struct glyph_row *row = mark->row;
    size_t first = fits->count - row->count;
    struct cluster cluster;
    for (size_t i = 0; i < row->count; i = cluster.end) {
        cluster = row_cluster(row, i);
        struct shown shown = {mark, &row->glyphs[i], first + i};
        if (cluster.end > i + 1 || cluster.text.length == 0)
            shown.mark = NULL;
        else if (last->mark != NULL && text_follows(last, &shown) &&
                 may_have_gap(last, &shown))
            take_gap(fits, last, &shown);
        *last = shown;
    }
}

void fit_page(struct arena *arena, const struct page *page, struct fits *fits)
{
    struct shown last = {0};
    fits->count = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS || mark->row->count == 0)
            continue;
        vec_reserve(arena, fits, mark->row->count);
        memset(fits->at + fits->count, 0, mark->row->count * sizeof *fits->at);
        fits->count += mark->row->count;
        fit_row(fits, mark, &last);
    }
}
