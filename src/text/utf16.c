/* UTF-8 to UTF-16, remembering where each unit came from. */
#include "text/utf16.h"

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

struct utf16 utf16_from_utf8(struct arena *arena, struct slice text)
{
    struct utf16 result = {
        .at = arena_array(arena, text.length + 1, sizeof *result.at),
        .byte = arena_array(arena, text.length + 1, sizeof *result.byte),
    };
    size_t n = 0, size;
    for (size_t i = 0; i < text.length; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        if (c == CODEPOINT_INVALID)
            c = REPLACEMENT;
        result.byte[n] = (uint32_t)i;
        if (c >= 0x10000) {
            result.at[n++] = (uint16_t)(0xD7C0 + (c >> 10));
            result.byte[n] = (uint32_t)i;
            c = 0xDC00 | (c & 0x3FF);
        }
        result.at[n++] = (uint16_t)c;
    }
    result.byte[n] = (uint32_t)text.length;
    result.length = n;
    return result;
}
