/* The CMap from codes to text: ranges of codes, each with the texts of all its codes,
 * which takes a third less room than code after code. */
#include "out/pdf_unicode.h"

#include "base/buffer.h"
#include "base/vec.h"
#include "out/pdf_object.h"

enum { BLOCK = 100 };

static const char head[] =
    "/CIDInit/ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";
static const char foot[] = "endcmap\n"
                           "CMapName currentdict/CMap defineresource pop\n"
                           "end\n"
                           "end\n";

/* Codes from `first` on, before `end`, that all stand for a text. */
struct range {
    size_t first, end;
};

struct ranges {
    struct range *at;
    size_t count, capacity;
};

/* A range must not pass an end of its codes' low bytes. */
static struct ranges find_ranges(struct arena *arena, const struct code **by_number,
                                 size_t count)
{
    struct ranges ranges = {0};
    for (size_t i = 0; i < count; i++) {
        if (by_number[i] == NULL)
            continue;
        if (ranges.count == 0 || vec_last(&ranges)->end != i || (i & 0xFF) == 0)
            vec_push(arena, &ranges, (struct range){i, i});
        vec_last(&ranges)->end = i + 1;
    }
    return ranges;
}

static void write_code(struct buffer *map, size_t code)
{
    buffer_byte(map, '<');
    buffer_hex(map, (unsigned char[]){(unsigned char)(code >> 8), (unsigned char)code},
               2);
    buffer_byte(map, '>');
}

static void write_range(struct buffer *map, struct range range,
                        const struct code **by_number)
{
    write_code(map, range.first);
    write_code(map, range.end - 1);
    buffer_byte(map, '[');
    for (size_t i = range.first; i < range.end; i++) {
        buffer_byte(map, '<');
        write_utf16(map, by_number[i]->text);
        buffer_byte(map, '>');
    }
    buffer_text(map, "]\n");
}

struct slice unicode_map(struct arena *arena, const struct code **by_number, size_t count)
{
    struct buffer map = new_buffer(arena);
    struct ranges ranges = find_ranges(arena, by_number, count);
    buffer_text(&map, head);
    for (size_t i = 0; i < ranges.count; i++) {
        size_t left = ranges.count - i;
        if (i % BLOCK == 0)
            buffer_format(&map, "%zu beginbfrange\n", left < BLOCK ? left : BLOCK);
        write_range(&map, ranges.at[i], by_number);
        if (left == 1 || i % BLOCK == BLOCK - 1)
            buffer_text(&map, "endbfrange\n");
    }
    buffer_text(&map, foot);
    return buffer_as_slice(&map);
}
