/* Reading a CFF program.  It may be damaged: what lies outside it is empty. */
#include "out/pdf_cff.h"

enum {
    DICT_CHARSTRINGS = 17,
    DICT_PRIVATE = 18,
    DICT_SUBROUTINES = 19,
    DICT_ESCAPE = 12,
    DICT_ROS = DICT_ESCAPE << 8 | 30,
    DICT_FONT_DICTS = DICT_ESCAPE << 8 | 36,
    DICT_SELECT = DICT_ESCAPE << 8 | 37,
    LAST_OPERATOR = 21,
    NUMBER_INT16 = 28,
    NUMBER_INT32 = 29,
    NUMBER_REAL = 30,
};

/* What an operator of a DICT is told; the last two operands at most. */
struct dict_entry {
    bool found;
    uint32_t last, before_last;
};

/* Bytes that are read one after the other; behind the end there are zeros. */
struct reader {
    const unsigned char *at, *end;
};

static struct reader read_slice(struct slice bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.at;
    return (struct reader){at, at + bytes.length};
}

static unsigned read_byte(struct reader *reader)
{
    return reader->at < reader->end ? *reader->at++ : 0;
}

static uint32_t read_number(struct reader *reader, unsigned bytes)
{
    uint32_t number = 0;
    for (unsigned i = 0; i < bytes; i++)
        number = number << 8 | read_byte(reader);
    return number;
}

static struct slice slice_from(struct slice bytes, size_t start, size_t length)
{
    if (start > bytes.length)
        start = bytes.length;
    size_t rest = bytes.length - start;
    return (struct slice){bytes.at + start, length < rest ? length : rest};
}

static uint32_t number_at(struct slice bytes, size_t start, unsigned size)
{
    struct reader reader = read_slice(slice_from(bytes, start, size));
    return read_number(&reader, size);
}

/* Where object i begins, from the INDEX's own beginning; offsets count from the byte
 * before the objects. */
static size_t object_start(const struct cff_index *index, size_t i)
{
    size_t size = index->offset_size;
    return 2 + (index->count + 1) * size +
           number_at(index->bytes, 3 + i * size, index->offset_size);
}

/* The INDEX that begins at `start`; one that cannot be has no objects. */
static struct cff_index read_index(struct slice bytes, size_t start)
{
    struct cff_index index = {.bytes = slice_from(bytes, start, SIZE_MAX)};
    index.count = number_at(index.bytes, 0, 2);
    index.offset_size = number_at(index.bytes, 2, 1);
    if (index.offset_size < 1 || index.offset_size > 4)
        index.count = 0;
    size_t length = index.count == 0 ? 2 : object_start(&index, index.count);
    index.bytes = slice_from(index.bytes, 0, length);
    return index;
}

static size_t index_end(struct slice program, const struct cff_index *index)
{
    return (size_t)(index->bytes.at - program.at) + index->bytes.length;
}

struct slice cff_object(const struct cff_index *index, size_t i)
{
    if (i >= index->count)
        return (struct slice){index->bytes.at, 0};
    size_t start = object_start(index, i), end = object_start(index, i + 1);
    return slice_from(index->bytes, start, end > start ? end - start : 0);
}

static void skip_real(struct reader *reader)
{
    while (reader->at < reader->end && (read_byte(reader) & 0x0F) != 0x0F)
        continue;
}

/* A DICT's number after its first byte (4); what a real or a negative one is, is of no
 * interest. */
static uint32_t read_operand(struct reader *reader, unsigned first)
{
    if (first == NUMBER_INT16)
        return read_number(reader, 2);
    if (first == NUMBER_INT32)
        return read_number(reader, 4);
    if (first == NUMBER_REAL)
        skip_real(reader);
    else if (first >= 247 && first <= 250)
        return (first - 247) * 256 + read_byte(reader) + 108;
    else if (first >= 251)
        read_byte(reader);
    return first - 139;
}

static struct dict_entry find_entry(struct slice dict, unsigned wanted)
{
    struct reader reader = read_slice(dict);
    struct dict_entry entry = {0};
    while (reader.at < reader.end) {
        unsigned byte = read_byte(&reader);
        if (byte > LAST_OPERATOR) {
            entry.before_last = entry.last;
            entry.last = read_operand(&reader, byte);
            continue;
        }
        if (byte == DICT_ESCAPE)
            byte = byte << 8 | read_byte(&reader);
        entry.found = byte == wanted;
        if (entry.found)
            return entry;
    }
    return (struct dict_entry){0};
}

/* The subroutines are found from the Private DICT's beginning (16). */
static struct cff_index read_local_subroutines(struct slice program,
                                               struct slice font_dict)
{
    struct dict_entry private = find_entry(font_dict, DICT_PRIVATE);
    struct slice dict = slice_from(program, private.last, private.before_last);
    struct dict_entry subroutines = find_entry(dict, DICT_SUBROUTINES);
    if (!subroutines.found)
        return (struct cff_index){0};
    return read_index(program, (size_t) private.last + subroutines.last);
}

/* In the order of the file: header, names, Top DICTs, strings, global subroutines. */
struct cff *read_cff(struct arena *arena, struct slice program)
{
    struct cff_index names = read_index(program, number_at(program, 2, 1));
    struct cff_index tops = read_index(program, index_end(program, &names));
    struct cff_index strings = read_index(program, index_end(program, &tops));
    struct slice top = cff_object(&tops, 0);
    if (!find_entry(top, DICT_ROS).found)
        return NULL;
    struct cff_index dicts = read_index(program, find_entry(top, DICT_FONT_DICTS).last);
    struct cff *cff = arena_alloc(arena, sizeof *cff);
    *cff = (struct cff){
        .charstrings = read_index(program, find_entry(top, DICT_CHARSTRINGS).last),
        .global_subroutines = read_index(program, index_end(program, &strings)),
        .local_subroutines =
            arena_array(arena, dicts.count, sizeof *cff->local_subroutines),
        .dict_count = dicts.count,
        .dict_select = slice_from(program, find_entry(top, DICT_SELECT).last, SIZE_MAX),
    };
    for (size_t i = 0; i < dicts.count; i++)
        cff->local_subroutines[i] =
            read_local_subroutines(program, cff_object(&dicts, i));
    return cff;
}

/* Format 3: ranges of glyphs, each with its first glyph and its DICT. */
static size_t select_by_range(struct slice select, uint32_t glyph)
{
    size_t low = 0, high = number_at(select, 1, 2);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (number_at(select, 3 + 3 * middle, 2) <= glyph)
            low = middle;
        else
            high = middle;
    }
    return number_at(select, 3 + 3 * low + 2, 1);
}

struct cff_index cff_local_subroutines(const struct cff *cff, uint32_t glyph)
{
    struct slice select = cff->dict_select;
    size_t dict = number_at(select, 0, 1) == 0 ? number_at(select, 1 + (size_t)glyph, 1)
                                               : select_by_range(select, glyph);
    return dict < cff->dict_count ? cff->local_subroutines[dict] : (struct cff_index){0};
}
