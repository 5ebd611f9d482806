/* Placing glyphs: pieces of runs where UAX #9 has them, and the glyphs in each. */
#include "para/place_glyphs.h"

#include "base/vec.h"
#include "para/cluster.h"
#include "para/hyphen.h"
#include "text/bidi.h"

/* Neighbouring items of one run. */
struct piece {
    size_t run, first, end; /* items */
    int level;
    length x, width; /* without what hangs */
};

struct pieces {
    struct piece *at;
    size_t count, capacity;
};

static length item_width(const struct placement *p, size_t item)
{
    return p->widths[item - p->first];
}

/* White at the line's end has the level of the paragraph (UAX #9, L1). */
static int item_level(const struct placement *p, size_t item)
{
    if (item >= p->end)
        return p->passage->right_to_left;
    return p->runs->at[p->items->at[item].run].level;
}

static bool is_hyphen(const struct placement *p, size_t item)
{
    return item + 1 == p->end && p->items->at[item].flagged;
}

static bool joins_piece(const struct placement *p, const struct pieces *pieces,
                        size_t item)
{
    const struct piece *last = pieces->count > 0 ? vec_last(pieces) : NULL;
    return last != NULL && last->run == p->items->at[item].run &&
           last->level == item_level(p, item) && !is_hyphen(p, item);
}

/* What parts two runs takes no room, but a level. */
static void add_parting(struct arena *arena, const struct placement *p,
                        struct pieces *pieces, size_t item)
{
    size_t run = p->items->at[item].run;
    int parting = p->runs->at[run].parting;
    if (parting == 0 || pieces->count == 0 || vec_last(pieces)->run == run)
        return;
    vec_push(
        arena, pieces,
        (struct piece){.run = run, .first = item, .end = item, .level = parting - 1});
}

static struct pieces find_pieces(struct arena *arena, const struct placement *p)
{
    struct pieces pieces = {0};
    for (size_t i = p->first; i < p->hang; i++) {
        if (p->items->at[i].kind == ITEM_PENALTY && !is_hyphen(p, i))
            continue;
        add_parting(arena, p, &pieces, i);
        if (!joins_piece(p, &pieces, i))
            vec_push(arena, &pieces,
                     (struct piece){.run = p->items->at[i].run,
                                    .first = i,
                                    .level = item_level(p, i)});
        vec_last(&pieces)->end = i + 1;
        if (i < p->end)
            vec_last(&pieces)->width += item_width(p, i);
    }
    return pieces;
}

/* Where each of them stands (UAX #9, L2). */
static void place_pieces(struct arena *arena, struct pieces *pieces)
{
    uint8_t *levels = arena_alloc(arena, pieces->count);
    size_t *order = arena_array(arena, pieces->count, sizeof *order);
    for (size_t i = 0; i < pieces->count; i++)
        levels[i] = (uint8_t)pieces->at[i].level;
    visual_order(levels, pieces->count, order);
    length x = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        pieces->at[order[i]].x = x;
        x += pieces->at[order[i]].width;
    }
}

static size_t character_size(const char *text, size_t at, size_t end)
{
    size_t size;
    utf8_decode(text + at, end - at, &size);
    return size;
}

struct range {
    size_t start, end;
};

/* Where there are as many characters as glyphs, each glyph stands for its own, and the
 * last for the rest; else the first one stands for all. */
static struct range glyph_text(const struct placement *p, const struct run *run,
                               size_t glyph)
{
    size_t first = glyph, last = cluster_last_glyph(run, glyph) - 1;
    while (first > 0 && run->glyphs[first - 1].cluster == run->glyphs[glyph].cluster)
        first--;
    const char *text = p->passage->text.at;
    size_t start = run->glyphs[glyph].cluster, end = cluster_end(p->passage, run, glyph);
    if (first == last)
        return (struct range){start, end};
    if (utf8_count((struct slice){text + start, end - start}) <= last - first)
        return glyph == first ? (struct range){start, end} : (struct range){end, end};
    for (size_t i = first; i < glyph; i++)
        start += character_size(text, start, end);
    return (struct range){start,
                          glyph == last ? end : start + character_size(text, start, end)};
}

/* The pen goes through a row from its logical start, leftwards where that is right. */
struct pen {
    const struct placement *p;
    struct glyph_row *row;
    const struct run *run;
    length x;
    bool leftwards;
};

static void place_glyph(struct pen *pen, size_t number, length x)
{
    const struct glyph *glyph = &pen->run->glyphs[number];
    struct range text = glyph_text(pen->p, pen->run, number);
    pen->row->glyphs[pen->row->count++] =
        (struct placed_glyph){.id = glyph->id,
                              .text_start = (uint32_t)text.start,
                              .text_length = (uint32_t)(text.end - text.start),
                              .x = x + glyph->x_offset,
                              .y = glyph->y_offset};
}

static void place_item(struct pen *pen, size_t number)
{
    const struct item *item = &pen->p->items->at[number];
    length x = pen->x + (pen->leftwards ? -item->offset : item->offset);
    for (size_t i = item->glyph; i < item->glyph + item->count; i++) {
        length advance = pen->run->glyphs[i].advance;
        if (pen->leftwards)
            x -= advance;
        place_glyph(pen, i, x);
        if (!pen->leftwards)
            x += advance;
    }
    length width = item_width(pen->p, number);
    pen->x += pen->leftwards ? -width : width;
}

static size_t glyph_count(const struct placement *p, const struct piece *piece)
{
    size_t count = 0;
    for (size_t i = piece->first; i < piece->end; i++)
        count += p->items->at[i].count;
    return count;
}

/* White behind the last glyphs is no part of the row. */
static length row_width(const struct placement *p, const struct piece *piece)
{
    length width = piece->width;
    for (size_t i = piece->end; i > piece->first && p->items->at[i - 1].count == 0; i--)
        if (i - 1 < p->end)
            width -= item_width(p, i - 1);
    return width;
}

static struct glyph_row empty_row(const struct run *run)
{
    const struct stretch *stretch = run->stretch;
    return (struct glyph_row){.face = run->face,
                              .size = run->size,
                              .scale = run->scale,
                              .colour = stretch->colour,
                              .tag = stretch->tag,
                              .language = run->language,
                              .rise = stretch->rise};
}

/* A hyphen that parts a word at a line's end is a soft one in the text, so that the word
 * is copied whole (ISO 32000-1, 14.8.2.2.3). */
static struct glyph_row make_hyphen_row(struct arena *arena, const struct placement *p,
                                        const struct piece *piece)
{
    static const char soft_hyphen[] = "\u00AD";
    const struct run *run = &p->runs->at[piece->run];
    struct glyph_row row = empty_row(run);
    row.text = soft_hyphen;
    row.x = piece->x;
    row.width = piece->width;
    row.count = 1;
    row.glyphs = arena_alloc(arena, sizeof *row.glyphs);
    row.glyphs[0] = (struct placed_glyph){.id = hyphen_glyph(run),
                                          .text_length = sizeof soft_hyphen - 1};
    return row;
}

static struct glyph_row make_row(struct arena *arena, const struct placement *p,
                                 const struct piece *piece)
{
    const struct run *run = &p->runs->at[piece->run];
    bool leftwards = piece->level % 2 == 1;
    struct glyph_row row = empty_row(run);
    row.text = p->passage->text.at;
    row.x = piece->x;
    row.width = row_width(p, piece);
    if (leftwards)
        row.x += piece->width - row.width;
    row.glyphs = arena_array(arena, glyph_count(p, piece), sizeof *row.glyphs);
    struct pen pen = {p, &row, run, leftwards ? row.width : 0, leftwards};
    for (size_t i = piece->first; i < piece->end; i++)
        if (p->items->at[i].kind != ITEM_PENALTY)
            place_item(&pen, i);
    return row;
}

struct glyph_rows place_glyphs(struct arena *arena, const struct placement *p)
{
    struct glyph_rows rows = {0};
    struct pieces pieces = find_pieces(arena, p);
    place_pieces(arena, &pieces);
    for (size_t i = 0; i < pieces.count; i++) {
        const struct piece *piece = &pieces.at[i];
        if (piece->first == piece->end)
            continue;
        struct glyph_row row = is_hyphen(p, piece->first)
                                   ? make_hyphen_row(arena, p, piece)
                                   : make_row(arena, p, piece);
        if (row.count > 0)
            vec_push(arena, &rows, row);
    }
    return rows;
}
