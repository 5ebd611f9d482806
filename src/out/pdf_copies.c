/* Copies in CFF are charstrings with another beginning, in TrueType composite glyphs of
 * one part (OpenType 1.9, glyf). */
#include "out/pdf_copies.h"

#include "base/buffer.h"
#include <string.h>

/* Type 2 charstrings (Adobe Technical Note 5177). */
enum {
    VMOVETO = 4,
    RMOVETO = 21,
    HMOVETO = 22,
    INT16 = 28,
    FIRST_NUMBER = 32,
    TWO_BYTES = 247,
    NEGATIVE = 251,
    FIXED = 255,
};

enum { WORDS = 1, ARE_OFFSETS = 2, METRIC = 4, GLYPH_HEADER = 10 };

static void write_field(struct buffer *out, int64_t value, unsigned bytes)
{
    while (bytes-- > 0)
        buffer_byte(out, (char)(value >> (8 * bytes)));
}

static int64_t field_at(struct slice bytes, size_t at, unsigned size)
{
    int64_t value = 0;
    for (unsigned i = 0; i < size; i++)
        value =
            value << 8 | (at + i < bytes.length ? (unsigned char)bytes.at[at + i] : 0);
    return value;
}

static size_t number_length(struct slice code)
{
    unsigned first = (unsigned)field_at(code, 0, 1);
    return first == INT16 ? 3 : first == FIXED ? 5 : first >= TWO_BYTES ? 2 : 1;
}

static bool begins_with_number(struct slice code)
{
    unsigned first = (unsigned)field_at(code, 0, 1);
    return first == INT16 || first >= FIRST_NUMBER;
}

/* In 1/65536. */
static int64_t number_value(struct slice code)
{
    int first = (int)field_at(code, 0, 1), second = (int)field_at(code, 1, 1);
    if (first == FIXED)
        return (int32_t)field_at(code, 1, 4);
    if (first == INT16)
        return (int64_t)(int16_t)field_at(code, 1, 2) * 65536;
    if (first >= NEGATIVE)
        return (int64_t)(-(first - NEGATIVE) * 256 - second - 108) * 65536;
    if (first >= TWO_BYTES)
        return (int64_t)((first - TWO_BYTES) * 256 + second + 108) * 65536;
    return (int64_t)(first - 139) * 65536;
}

static void write_number(struct buffer *out, int64_t value)
{
    bool is_whole = value % 65536 == 0;
    write_field(out, is_whole ? INT16 : FIXED, 1);
    write_field(out, is_whole ? value / 65536 : value, is_whole ? 2 : 4);
}

static struct slice without_first(struct slice code, size_t count)
{
    count = count < code.length ? count : code.length;
    return (struct slice){code.at + count, code.length - count};
}

/* An outline begins with a move, to which all that follows is relative; without one
 * there is no outline. */
static void write_moved(struct buffer *out, struct slice code, int move)
{
    struct slice number[2] = {{0}}, rest = code;
    size_t count = 0;
    for (; count < 2 && begins_with_number(rest); count++) {
        number[count] = (struct slice){rest.at, number_length(rest)};
        rest = without_first(rest, number[count].length);
    }
    unsigned operator=(unsigned) field_at(rest, 0, 1);
    bool is_move =
        count > 0 && (operator== RMOVETO || operator== HMOVETO || operator== VMOVETO);
    if (!is_move || move == 0) {
        buffer_slice(out, code);
        return;
    }
    int64_t x = operator== VMOVETO ? 0 : number_value(number[0]);
    write_number(out, x + (int64_t)move * 65536);
    if (operator== HMOVETO)
        write_number(out, 0);
    else
        buffer_slice(out, number[operator== VMOVETO ? 0 : 1]);
    write_field(out, RMOVETO, 1);
    buffer_slice(out, without_first(rest, 1));
}

struct slice copy_charstring(struct arena *arena, struct slice charstring, int advance,
                             int em, struct fit fit)
{
    struct buffer out = new_buffer(arena);
    if (advance != em)
        charstring = without_first(charstring, number_length(charstring));
    if (advance + fit.growth != em)
        write_number(&out, (int64_t)(advance + fit.growth) * 65536);
    write_moved(&out, charstring, fit.move);
    return buffer_as_slice(&out);
}

static void destroy_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static struct slice face_table(struct arena *arena, hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    arena_defer(arena, destroy_blob, blob);
    unsigned size;
    const char *at = hb_blob_get_data(blob, &size);
    return (struct slice){at, size};
}

static void put_table(struct arena *arena, hb_face_t *builder, const char *tag,
                      const struct buffer *table)
{
    hb_blob_t *blob = hb_blob_create(table->at, (unsigned)table->count,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    arena_defer(arena, destroy_blob, blob);
    hb_face_builder_add_table(builder, hb_tag_from_string(tag, -1), blob);
}

/* The tables that change, while they grow. */
struct growing {
    struct arena *arena;
    struct slice old_glyf, old_loca, old_hmtx;
    size_t glyphs;       /* before */
    size_t long_metrics; /* of old_hmtx; the other glyphs have the last one's advance */
    bool long_offsets;   /* of old_loca */
    struct buffer glyf, loca, hmtx;
};

static size_t glyph_start(const struct growing *g, size_t glyph)
{
    return g->long_offsets ? (size_t)field_at(g->old_loca, 4 * glyph, 4)
                           : 2 * (size_t)field_at(g->old_loca, 2 * glyph, 2);
}

static int glyph_advance(const struct growing *g, size_t glyph)
{
    size_t last = g->long_metrics > 0 ? g->long_metrics - 1 : 0;
    return (int)field_at(g->old_hmtx, METRIC * (glyph < last ? glyph : last), 2);
}

static int glyph_bearing(const struct growing *g, size_t glyph)
{
    size_t at = glyph < g->long_metrics
                    ? METRIC * glyph + 2
                    : METRIC * g->long_metrics + 2 * (glyph - g->long_metrics);
    return (int16_t)field_at(g->old_hmtx, at, 2);
}

static void write_metric(struct growing *g, int advance, int bearing)
{
    write_field(&g->hmtx, advance, 2);
    write_field(&g->hmtx, bearing, 2);
}

static void write_old_glyphs(struct growing *g)
{
    buffer_slice(&g->glyf, g->old_glyf);
    for (size_t i = 0; i < g->glyphs; i++) {
        write_field(&g->loca, (int64_t)glyph_start(g, i), 4);
        write_metric(g, glyph_advance(g, i), glyph_bearing(g, i));
    }
}

/* A glyph without outline has copies without one. */
static void write_copy(struct growing *g, const struct glyph_copy *copy)
{
    size_t start = glyph_start(g, copy->glyph), end = glyph_start(g, copy->glyph + 1);
    write_field(&g->loca, (int64_t)g->glyf.count, 4);
    write_metric(g, glyph_advance(g, copy->glyph) + copy->fit.growth,
                 glyph_bearing(g, copy->glyph) + copy->fit.move);
    if (end < start + GLYPH_HEADER)
        return;
    write_field(&g->glyf, -1, 2);
    for (size_t i = 0; i < 4; i++) {
        int64_t side = (int16_t)field_at(g->old_glyf, start + 2 + 2 * i, 2);
        write_field(&g->glyf, i % 2 == 0 ? side + copy->fit.move : side, 2);
    }
    write_field(&g->glyf, WORDS | ARE_OFFSETS, 2);
    write_field(&g->glyf, copy->glyph, 2);
    write_field(&g->glyf, copy->fit.move, 2);
    write_field(&g->glyf, 0, 2);
}

static struct buffer copy_table(struct growing *g, hb_face_t *face, hb_tag_t tag)
{
    struct buffer table = new_buffer(g->arena);
    buffer_slice(&table, face_table(g->arena, face, tag));
    return table;
}

static void set_field(struct buffer *table, size_t at, size_t value)
{
    if (at + 2 > table->count)
        return;
    table->at[at] = (char)(value >> 8);
    table->at[at + 1] = (char)value;
}

static void raise_field(struct buffer *table, size_t at, size_t least)
{
    struct slice bytes = buffer_as_slice(table);
    if ((size_t)field_at(bytes, at, 2) < least)
        set_field(table, at, least);
}

/* maxp: a copy has as many points and contours as what it is made of, one part, and is
 * one level deeper. */
static struct buffer raise_profile(struct growing *g, hb_face_t *face, size_t glyphs)
{
    struct buffer profile = copy_table(g, face, HB_TAG('m', 'a', 'x', 'p'));
    struct slice bytes = buffer_as_slice(&profile);
    size_t depth = (size_t)field_at(bytes, 30, 2);
    raise_field(&profile, 10, (size_t)field_at(bytes, 6, 2));
    raise_field(&profile, 12, (size_t)field_at(bytes, 8, 2));
    raise_field(&profile, 28, 1);
    set_field(&profile, 30, depth + 1);
    set_field(&profile, 4, glyphs);
    return profile;
}

static struct growing read_tables(struct arena *arena, hb_face_t *face)
{
    struct slice head = face_table(arena, face, HB_TAG('h', 'e', 'a', 'd'));
    struct slice hhea = face_table(arena, face, HB_TAG('h', 'h', 'e', 'a'));
    return (struct growing){
        .arena = arena,
        .old_glyf = face_table(arena, face, HB_TAG('g', 'l', 'y', 'f')),
        .old_loca = face_table(arena, face, HB_TAG('l', 'o', 'c', 'a')),
        .old_hmtx = face_table(arena, face, HB_TAG('h', 'm', 't', 'x')),
        .glyphs = hb_face_get_glyph_count(face),
        .long_metrics = (size_t)field_at(hhea, 34, 2),
        .long_offsets = field_at(head, 50, 2) != 0,
        .glyf = new_buffer(arena),
        .loca = new_buffer(arena),
        .hmtx = new_buffer(arena),
    };
}

hb_face_t *add_copies(struct arena *arena, hb_face_t *face,
                      const struct glyph_copy *copies, size_t count)
{
    struct growing g = read_tables(arena, face);
    write_old_glyphs(&g);
    for (size_t i = 0; i < count; i++)
        write_copy(&g, &copies[i]);
    write_field(&g.loca, (int64_t)g.glyf.count, 4);
    struct buffer head = copy_table(&g, face, HB_TAG('h', 'e', 'a', 'd'));
    struct buffer hhea = copy_table(&g, face, HB_TAG('h', 'h', 'e', 'a'));
    struct buffer maxp = raise_profile(&g, face, g.glyphs + count);
    set_field(&head, 50, 1);
    set_field(&hhea, 34, g.glyphs + count);
    hb_face_t *grown = hb_face_builder_create();
    const struct buffer *const tables[] = {&g.glyf, &head,   &hhea,
                                           &g.hmtx, &g.loca, &maxp};
    static const char *const tags[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        put_table(arena, grown, tags[i], tables[i]);
    return grown;
}
