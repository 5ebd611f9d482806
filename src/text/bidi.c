/* The embedding levels of UAX #9, from ICU. */
#include "text/bidi.h"

#include "base/utf8.h"
#include "text/utf16.h"
#include <string.h>
#include <unicode/ubidi.h>

/* Characters of Bidi_Class R and AL, and the controls, lie in these blocks only. */
static bool asks_for_bidi(codepoint c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0x200E && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool text_asks_for_bidi(struct slice text)
{
    size_t size;
    for (size_t i = 0; i < text.length; i += size)
        if (asks_for_bidi(utf8_decode(text.at + i, text.length - i, &size)))
            return true;
    return false;
}

/* `levels` has a level for each unit.  No jump in here: the UBiDi is nobody's. */
static UErrorCode find_levels(struct utf16 units, bool right_to_left, uint8_t *levels)
{
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized((int32_t)units.length, 0, &error);
    ubidi_setPara(bidi, units.at, (int32_t)units.length, right_to_left ? 1 : 0, NULL,
                  &error);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &error);
    if (U_SUCCESS(error))
        memcpy(levels, found, units.length);
    ubidi_close(bidi);
    return error;
}

const uint8_t *bidi_levels(struct arena *arena, struct slice text, bool right_to_left)
{
    if (text.length == 0 || (!right_to_left && !text_asks_for_bidi(text)))
        return NULL;
    struct utf16 units = utf16_from_utf8(arena, text);
    uint8_t *of_units = arena_alloc(arena, units.length);
    UErrorCode error = find_levels(units, right_to_left, of_units);
    if (error == U_MEMORY_ALLOCATION_ERROR)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    if (U_FAILURE(error))
        arena_fail(arena, STATUS_DEFECT, "bidi: %s", u_errorName(error));
    uint8_t *levels = arena_alloc(arena, text.length);
    for (size_t i = 0; i < units.length; i++)
        memset(levels + units.byte[i], of_units[i], units.byte[i + 1] - units.byte[i]);
    return levels;
}
