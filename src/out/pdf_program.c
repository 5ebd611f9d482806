/* The parts of a CFF program, in their order in the file. */
#include "out/pdf_program.h"

#include "base/buffer.h"
#include <string.h>

enum {
    DICT_FONT_BOX = 5,
    DICT_ESCAPE = 12 << 8,
    DICT_CHARSET = 15,
    DICT_CHARSTRINGS = 17,
    DICT_PRIVATE = 18,
    DICT_DEFAULT_WIDTH = 20,
    DICT_FONT_MATRIX = DICT_ESCAPE | 7,
    DICT_ROS = DICT_ESCAPE | 30,
    DICT_CID_COUNT = DICT_ESCAPE | 34,
    DICT_FONT_DICTS = DICT_ESCAPE | 36,
    DICT_SELECT = DICT_ESCAPE | 37,
    INT32 = 29, /* the form of all whole numbers: of one length */
    REAL = 30,
    DEFAULT_EM = 1000,
    FIRST_OWN_STRING = 391, /* behind the standard ones: "Adobe", and then "Identity" */
};

struct program {
    struct buffer out;
    const struct font_face *face;
    size_t glyph_count;
    /* Where parts begin. */
    size_t private, private_end, font_dicts, charset, select, charstrings;
};

static void write_field(struct buffer *out, size_t value, unsigned bytes)
{
    while (bytes-- > 0)
        buffer_byte(out, (char)(value >> (8 * bytes)));
}

static void write_number(struct buffer *out, size_t number)
{
    write_field(out, INT32, 1);
    write_field(out, number, 4);
}

static void write_operator(struct buffer *out, unsigned operator)
{
    write_field(out, operator, operator>= DICT_ESCAPE ? 2 : 1);
}

static void write_entry(struct buffer *out, size_t number, unsigned operator)
{
    write_number(out, number);
    write_operator(out, operator);
}

/* An INDEX (5): offsets of a size count from the byte before the objects. */
static void write_index(struct buffer *out, const struct slice *objects, size_t count)
{
    size_t offset = 1, end = 1;
    for (size_t i = 0; i < count; i++)
        end += objects[i].length;
    unsigned size = end < 1 << 8 ? 1 : end < 1 << 16 ? 2 : end < 1 << 24 ? 3 : 4;
    write_field(out, count, 2);
    write_field(out, size, 1);
    write_field(out, offset, size);
    for (size_t i = 0; i < count; i++)
        write_field(out, offset += objects[i].length, size);
    for (size_t i = 0; i < count; i++)
        buffer_slice(out, objects[i]);
}

static void write_dict(struct buffer *out, const struct buffer *dict)
{
    write_index(out, &(struct slice){dict->at, dict->count}, 1);
}

/* 1 / em: the first digits, "E-12" and an end, as half bytes (4). */
static void write_scale(struct buffer *out, unsigned em)
{
    uint64_t number = 0xC12F, digits = 1000000000000 / em;
    unsigned bits = 16;
    for (; digits != 0; digits /= 10, bits += 4)
        number |= digits % 10 << bits;
    write_field(out, REAL, 1);
    write_field(out, number, (bits + 7) / 8);
}

/* [scale 0 0 scale 0 0]; that of 1000 units is the default. */
static void write_font_matrix(struct buffer *out, unsigned em)
{
    if (em == DEFAULT_EM)
        return;
    for (unsigned i = 0; i < 6; i++)
        if (i % 3 == 0)
            write_scale(out, em);
        else
            write_number(out, 0);
    write_operator(out, DICT_FONT_MATRIX);
}

/* ROS comes first (18). */
static void write_top_dict(struct program *p)
{
    const struct font_face *face = p->face;
    const int box[] = {face->x_min, face->y_min, face->x_max, face->y_max};
    struct buffer dict = new_buffer(p->out.arena);
    write_number(&dict, FIRST_OWN_STRING);
    write_number(&dict, FIRST_OWN_STRING + 1);
    write_entry(&dict, 0, DICT_ROS);
    write_font_matrix(&dict, (unsigned)face->units_per_em);
    for (size_t i = 0; i < 4; i++)
        write_number(&dict, (size_t)box[i]);
    write_operator(&dict, DICT_FONT_BOX);
    write_entry(&dict, p->glyph_count, DICT_CID_COUNT);
    write_entry(&dict, p->charset, DICT_CHARSET);
    write_entry(&dict, p->select, DICT_SELECT);
    write_entry(&dict, p->charstrings, DICT_CHARSTRINGS);
    write_entry(&dict, p->font_dicts, DICT_FONT_DICTS);
    write_dict(&p->out, &dict);
}

static void write_private_dict(struct program *p)
{
    p->private = p->out.count;
    write_entry(&p->out, (size_t)p->face->units_per_em, DICT_DEFAULT_WIDTH);
    p->private_end = p->out.count;
}

static void write_font_dicts(struct program *p)
{
    struct buffer dict = new_buffer(p->out.arena);
    write_number(&dict, p->private_end - p->private);
    write_entry(&dict, p->private, DICT_PRIVATE);
    p->font_dicts = p->out.count;
    write_dict(&p->out, &dict);
}

/* Format 2: one range, CIDs 1, 2, 3 ... (13). */
static void write_charset(struct program *p)
{
    p->charset = p->out.count;
    if (p->glyph_count < 2) {
        write_field(&p->out, 0, 1);
        return;
    }
    write_field(&p->out, 2, 1);
    write_field(&p->out, 1, 2);
    write_field(&p->out, p->glyph_count - 2, 2);
}

/* Format 3: all glyphs are of Font DICT 0 (19). */
static void write_select(struct program *p)
{
    p->select = p->out.count;
    write_field(&p->out, 3, 1);
    write_field(&p->out, 1, 2);
    write_field(&p->out, 0, 3);
    write_field(&p->out, p->glyph_count, 2);
}

static void write_front(struct program *p)
{
    const struct slice strings[] = {SLICE("Adobe"), SLICE("Identity")};
    struct slice name = slice_from_text(p->face->postscript_name);
    buffer_bytes(&p->out, "\1\0\4\4", 4);
    write_index(&p->out, &name, 1);
    write_top_dict(p);
    write_index(&p->out, strings, 2);
    write_field(&p->out, 0, 2); /* no global subroutines */
    write_private_dict(p);
    write_font_dicts(p);
    write_charset(p);
    write_select(p);
    p->charstrings = p->out.count;
}

/* The Top DICT tells where parts are that come behind it: the front is written again when
 * they are known. */
struct slice make_cff_program(struct arena *arena, const struct font_face *face,
                              const struct slice *charstrings, size_t count)
{
    struct program program = {
        .out = new_buffer(arena), .face = face, .glyph_count = count};
    write_front(&program);
    program.out.count = 0;
    write_front(&program);
    write_index(&program.out, charstrings, count);
    return buffer_as_slice(&program.out);
}
