/* The CMap from codes to text: single codes, and ranges of letters that follow each
 * other as their codes do. */
#include "out/pdf_unicode.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "out/pdf_object.h"

enum { BLOCK = 100, SHORTEST_RANGE = 3 };

static const char head[] =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000><FFFF>\n"
    "endcodespacerange\n";
static const char foot[] = "endcmap\n"
                           "CMapName currentdict /CMap defineresource pop\n"
                           "end\n"
                           "end\n";

/* Codes that stand for texts one after the other, or one code. */
struct range {
    size_t first, last;
};

struct ranges {
    struct range *at;
    size_t count, capacity;
};

/* The character when the text is a single one of 16 bits; 0 when not. */
static codepoint single_character(const struct code *code)
{
    size_t size;
    if (code == NULL || code->text.length == 0)
        return 0;
    codepoint c = utf8_decode(code->text.at, code->text.length, &size);
    return size == code->text.length && c <= 0xFFFF ? c : 0;
}

/* A range must not pass an end of its low bytes, of the codes or of the text. */
static size_t range_end(const struct code **by_number, size_t first, size_t count)
{
    codepoint start = single_character(by_number[first]);
    size_t end = first + 1;
    while (start != 0 && end < count && (end & 0xFF) != 0 &&
           ((start + (end - first)) & 0xFF) != 0 &&
           single_character(by_number[end]) == start + (end - first))
        end++;
    return end;
}

static void add_ranges(struct arena *arena, const struct code **by_number, size_t count,
                       struct ranges *singles, struct ranges *runs)
{
    for (size_t i = 0, end; i < count; i = end) {
        end = i + 1;
        if (by_number[i] == NULL)
            continue;
        end = range_end(by_number, i, count);
        if (end - i < SHORTEST_RANGE)
            end = i + 1;
        struct ranges *ranges = end - i == 1 ? singles : runs;
        vec_push(arena, ranges, (struct range){i, end - 1});
    }
}

static void write_code(struct buffer *map, size_t code)
{
    buffer_byte(map, '<');
    buffer_hex(map, (unsigned char[]){(unsigned char)(code >> 8), (unsigned char)code},
               2);
    buffer_byte(map, '>');
}

static void write_ranges(struct buffer *map, const struct ranges *ranges,
                         const char *operator, const struct code ** by_number)
{
    for (size_t i = 0; i < ranges->count; i++) {
        size_t left = ranges->count - i;
        if (i % BLOCK == 0)
            buffer_format(map, "%zu begin%s\n", left < BLOCK ? left : BLOCK, operator);
        struct range range = ranges->at[i];
        write_code(map, range.first);
        if (range.first != range.last)
            write_code(map, range.last);
        buffer_byte(map, '<');
        write_utf16(map, by_number[range.first]->text);
        buffer_text(map, ">\n");
        if (left == 1 || i % BLOCK == BLOCK - 1)
            buffer_format(map, "end%s\n", operator);
    }
}

struct slice unicode_map(struct arena *arena, const struct code **by_number, size_t count)
{
    struct buffer map = new_buffer(arena);
    struct ranges singles = {0}, runs = {0};
    add_ranges(arena, by_number, count, &singles, &runs);
    buffer_text(&map, head);
    write_ranges(&map, &singles, "bfchar", by_number);
    write_ranges(&map, &runs, "bfrange", by_number);
    buffer_text(&map, foot);
    return buffer_as_slice(&map);
}
