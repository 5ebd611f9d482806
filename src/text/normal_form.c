/* ICU's normalizers on UTF-8. */
#include "text/normal_form.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "text/utf16.h"
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

static void check_icu(struct arena *arena, UErrorCode error)
{
    if (error == U_MEMORY_ALLOCATION_ERROR)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    if (U_FAILURE(error))
        arena_fail(arena, STATUS_DEFECT, "normalization: %s", u_errorName(error));
}

static struct slice utf8_from_utf16(struct arena *arena, const UChar *units,
                                    int32_t count)
{
    struct buffer text = new_buffer(arena);
    for (int32_t i = 0; i < count;) {
        UChar32 c;
        char bytes[4];
        U16_NEXT(units, i, count, c);
        buffer_bytes(&text, bytes, utf8_encode((codepoint)c, bytes));
    }
    return buffer_as_slice(&text);
}

static struct slice normalize(struct arena *arena, struct slice text,
                              const UNormalizer2 *form)
{
    /* U+FDFA becomes 18 characters, more than any other (NFKC). */
    enum { MOST_GROWTH = 18 };
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 units = utf16_from_utf8(arena, text);
    int32_t count = (int32_t)units.length;
    if (unorm2_spanQuickCheckYes(form, units.at, count, &error) == count) {
        check_icu(arena, error);
        return text;
    }
    int32_t capacity = count * MOST_GROWTH;
    UChar *normal = arena_array(arena, (size_t)capacity, sizeof *normal);
    count = unorm2_normalize(form, units.at, count, normal, capacity, &error);
    check_icu(arena, error);
    return utf8_from_utf16(arena, normal, count);
}

struct slice composed_form(struct arena *arena, struct slice text)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&error);
    check_icu(arena, error);
    return normalize(arena, text, form);
}

struct slice compatible_form(struct arena *arena, struct slice text)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFKCInstance(&error);
    check_icu(arena, error);
    return normalize(arena, text, form);
}
