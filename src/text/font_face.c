/* A face of a font file: opened, checked, and its metrics read from the tables of the
 * OpenType specification 1.9. */
#include "text/font_face.h"

#include <hb-ot.h>

enum {
    NAME_POSTSCRIPT = 6,
    UNITS_LEAST = 16, /* head: unitsPerEm is 16 to 16384 */
    UNITS_MOST = 16384,
    CFF_ROS = 30 /* the operator 12 30: the font is CID-keyed */
};

struct table {
    hb_blob_t *blob;
    const uint8_t *at;
    unsigned length;
};

static struct table open_table(hb_face_t *face, hb_tag_t tag)
{
    struct table table = {.blob = hb_face_reference_table(face, tag)};
    table.at = (const uint8_t *)hb_blob_get_data(table.blob, &table.length);
    return table;
}

/* What lies behind a table's end reads as 0. */
static unsigned byte_at(struct table table, unsigned offset)
{
    return offset < table.length ? table.at[offset] : 0;
}

static unsigned unsigned_at(struct table table, unsigned offset)
{
    return byte_at(table, offset) << 8 | byte_at(table, offset + 1);
}

static int signed_at(struct table table, unsigned offset)
{
    return (int16_t)unsigned_at(table, offset);
}

static bool read_head(struct font_face *f)
{
    struct table head = open_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    f->units_per_em = (int)unsigned_at(head, 18);
    f->x_min = signed_at(head, 36);
    f->y_min = signed_at(head, 38);
    f->x_max = signed_at(head, 40);
    f->y_max = signed_at(head, 42);
    f->is_italic = (byte_at(head, 45) & 2) != 0; /* macStyle */
    hb_blob_destroy(head.blob);
    return f->units_per_em >= UNITS_LEAST && f->units_per_em <= UNITS_MOST;
}

static void read_hhea(struct font_face *f)
{
    struct table hhea = open_table(f->face, HB_TAG('h', 'h', 'e', 'a'));
    f->ascent = signed_at(hhea, 4);
    f->descent = signed_at(hhea, 6);
    hb_blob_destroy(hhea.blob);
}

/* IBM's family classes 1 to 5 and 7 have serifs; where none is given, PANOSE serif
 * styles 2 to 10 do. */
static bool has_serifs(struct table os2)
{
    unsigned family = byte_at(os2, 30), panose_family = byte_at(os2, 32),
             panose_serif = byte_at(os2, 33);
    if (family != 0)
        return family <= 5 || family == 7;
    return panose_family == 2 && panose_serif >= 2 && panose_serif <= 10;
}

static void read_os2(struct font_face *f)
{
    struct table os2 = open_table(f->face, HB_TAG('O', 'S', '/', '2'));
    f->weight = (int)unsigned_at(os2, 4);
    f->is_serif = has_serifs(os2);
    f->is_italic |= (byte_at(os2, 63) & 1) != 0; /* fsSelection */
    if (signed_at(os2, 68) != 0) {               /* the typographic ones, if there are */
        f->ascent = signed_at(os2, 68);
        f->descent = signed_at(os2, 70);
    }
    f->x_height = signed_at(os2, 86); /* version 2 and later */
    f->cap_height = signed_at(os2, 88);
    hb_blob_destroy(os2.blob);
}

static void read_post(struct font_face *f)
{
    struct table post = open_table(f->face, HB_TAG('p', 'o', 's', 't'));
    f->italic_angle =
        (int)(int32_t)((uint32_t)unsigned_at(post, 4) << 16 | unsigned_at(post, 6));
    f->is_fixed_pitch = (unsigned_at(post, 12) | unsigned_at(post, 14)) != 0;
    hb_blob_destroy(post.blob);
}

/* Where an INDEX (Adobe TN 5176, 5) has its first object, and where it ends; zeros when
 * it is empty or damaged. */
struct cff_index {
    unsigned first, first_end, end;
};

static unsigned cff_offset(struct table cff, unsigned at, unsigned size)
{
    unsigned offset = 0;
    for (unsigned i = 0; i < size; i++)
        offset = offset << 8 | byte_at(cff, at + i);
    return offset;
}

static struct cff_index read_cff_index(struct table cff, unsigned at)
{
    unsigned count = unsigned_at(cff, at), size = byte_at(cff, at + 2);
    if (count == 0 || size == 0 || size > 4)
        return (struct cff_index){0};
    unsigned offsets = at + 3, base = offsets + (count + 1) * size - 1;
    return (struct cff_index){
        .first = base + cff_offset(cff, offsets, size),
        .first_end = base + cff_offset(cff, offsets + size, size),
        .end = base + cff_offset(cff, offsets + count * size, size),
    };
}

/* ROS is the first operator of a CID-keyed font's Top DICT (TN 5176, 18), so what stands
 * before it are its operands: three integers. */
static bool top_dict_has_ros(struct table cff, struct cff_index top)
{
    for (unsigned i = top.first; i < top.first_end && i < cff.length; i++) {
        unsigned b = byte_at(cff, i);
        if (b == 12)
            return byte_at(cff, i + 1) == CFF_ROS;
        if (b < 22)
            return false; /* another operator */
        i += b == 28 ? 2 : b == 29 ? 4 : b >= 247 && b <= 254 ? 1 : 0;
    }
    return false;
}

static void read_cff(struct font_face *f)
{
    struct table cff = open_table(f->face, HB_TAG('C', 'F', 'F', ' '));
    f->is_cff = cff.length != 0;
    struct cff_index names = read_cff_index(cff, byte_at(cff, 2));
    f->is_cid = names.end != 0 && top_dict_has_ros(cff, read_cff_index(cff, names.end));
    hb_blob_destroy(cff.blob);
}

static bool read_metrics(struct font_face *f)
{
    if (hb_face_get_glyph_count(f->face) == 0 || !read_head(f))
        return false;
    read_hhea(f);
    read_os2(f);
    read_post(f);
    read_cff(f);
    return true;
}

/* At most 63 printable ASCII characters: OpenType, name ID 6. */
static const char *postscript_name(struct arena *arena, hb_face_t *face)
{
    char text[64] = "";
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, NAME_POSTSCRIPT, HB_LANGUAGE_INVALID, &size, text);
    size_t kept = 0;
    for (const char *c = text; *c != '\0'; c++)
        if (*c > ' ' && *c < 0x7F)
            text[kept++] = *c;
    return kept == 0 ? "Unnamed" : arena_text(arena, text, kept);
}

static void destroy_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static void destroy_face(void *face)
{
    hb_face_destroy(face);
}

static void destroy_font(void *font)
{
    hb_font_destroy(font);
}

struct font_face *open_face(struct arena *arena, const char *file, unsigned index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
    if (blob == NULL)
        return NULL;
    arena_defer(arena, destroy_blob, blob);
    hb_face_t *face = hb_face_create(blob, index);
    arena_defer(arena, destroy_face, face);
    hb_font_t *font = hb_font_create(face);
    arena_defer(arena, destroy_font, font);
    struct font_face *f = arena_alloc(arena, sizeof *f);
    *f = (struct font_face){
        .index = index, .size = 1000, .blob = blob, .face = face, .font = font};
    if (!read_metrics(f))
        return NULL;
    hb_font_set_scale(font, f->units_per_em, f->units_per_em);
    f->file = arena_format(arena, "%s", file);
    f->postscript_name = postscript_name(arena, face);
    f->name = f->postscript_name;
    return f;
}

/* OpenType 1.9, "Organization of an OpenType font": in a collection the offset of each
 * face's directory is told; a record is tag, checksum, offset, length. */
uint64_t face_fingerprint(const struct font_face *f)
{
    enum { COLLECTION_HEADER = 12, DIRECTORY_HEADER = 12, RECORD = 16, OFFSET = 8 };
    struct table file = {.blob = f->blob};
    file.at = (const uint8_t *)hb_blob_get_data(file.blob, &file.length);
    unsigned start = COLLECTION_HEADER + 4 * f->index;
    start = byte_at(file, 0) != 't' || byte_at(file, 1) != 't'
                ? 0
                : unsigned_at(file, start) << 16 | unsigned_at(file, start + 2);
    unsigned end = start + DIRECTORY_HEADER + RECORD * unsigned_at(file, start + 4);
    uint64_t hash = 14695981039346656037u;
    for (unsigned at = start + DIRECTORY_HEADER; at < end; at++) {
        unsigned part = (at - start - DIRECTORY_HEADER) % RECORD;
        if (part < OFFSET || part >= OFFSET + 4)
            hash = (hash ^ byte_at(file, at)) * 1099511628211u;
    }
    return hash;
}

uint32_t face_glyph(const struct font_face *f, codepoint c)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(f->font, c, &glyph);
    return glyph;
}

size_t face_coverage(const struct font_face *f)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(f->face, characters);
    size_t count = hb_set_get_population(characters);
    hb_set_destroy(characters);
    return count;
}

int face_advance(const struct font_face *f, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(f->font, glyph);
}

bool face_ink(const struct font_face *f, uint32_t glyph, struct ink *ink)
{
    hb_glyph_extents_t box;
    if (!hb_font_get_glyph_extents(f->font, glyph, &box) || box.width == 0 ||
        box.height == 0)
        return false;
    *ink = (struct ink){
        .left = box.x_bearing,
        .right = box.x_bearing + box.width,
        .bottom = box.y_bearing + box.height, /* the height counts downwards */
        .top = box.y_bearing,
    };
    return true;
}

length face_length(const struct font_face *f, int units, length size)
{
    return length_scale(size, units, f->units_per_em);
}
