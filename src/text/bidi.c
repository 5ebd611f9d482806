/* The embedding levels of UAX #9, from ICU, and the reordering by them. */
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

/* What sets a stretch apart: its field, and in that what it is.  A note's mark may stand
 * behind a number, whose figure it would be. */
enum isolate_kind { ISOLATE_NONE, ISOLATE_STRING, ISOLATE_NOTE };
struct isolate {
    const char *field;
    enum isolate_kind kind; /* else than NONE: read from left to right */
};

static struct isolate stretch_isolate(const struct stretch *stretch)
{
    struct isolate isolate = {.field = stretch->field};
    if (stretch->is_symbol || stretch->is_address)
        isolate.kind = ISOLATE_STRING;
    else if (stretch->call != NULL)
        isolate.kind = ISOLATE_NOTE;
    return isolate;
}

/* Text with controls between its characters. */
struct isolated {
    struct utf16 units;
    bool *is_control;
};

static void add_unit(struct isolated *text, unsigned unit, uint32_t byte, bool is_control)
{
    struct utf16 *units = &text->units;
    text->is_control[units->length] = is_control;
    units->at[units->length] = (uint16_t)unit;
    units->byte[units->length++] = byte;
}

static void change_isolate(struct isolated *text, struct isolate from, struct isolate to,
                           bool right_to_left, uint32_t byte)
{
    enum { LRI = 0x2066, RLI = 0x2067, PDI = 0x2069 };
    bool is_other_field = from.field != to.field;
    bool is_other = is_other_field || from.kind != to.kind;
    if (is_other && from.kind != ISOLATE_NONE)
        add_unit(text, PDI, byte, true);
    if (is_other_field && from.field != NULL)
        add_unit(text, PDI, byte, true);
    if (is_other_field && to.field != NULL)
        add_unit(text, right_to_left ? RLI : LRI, byte, true);
    if (is_other && to.kind != ISOLATE_NONE)
        add_unit(text, LRI, byte, true);
}

/* The text with the controls that UAX #9 has for what is inserted; they stand for no
 * byte. */
static struct isolated isolated_text(struct arena *arena, const struct passage *passage)
{
    enum { MOST_CONTROLS = 4 }; /* where two stretches meet */
    struct utf16 plain = utf16_from_utf8(arena, passage->text);
    size_t most = plain.length + MOST_CONTROLS * (passage->count + 1) + 1;
    struct isolated text = {{.at = arena_array(arena, most, sizeof *plain.at),
                             .byte = arena_array(arena, most, sizeof *plain.byte)},
                            arena_array(arena, most, sizeof(bool))};
    struct isolate isolate = {0};
    for (size_t i = 0, stretch = 0; i < plain.length; i++) {
        for (; stretch < passage->count && passage->at[stretch].start <= plain.byte[i];
             stretch++) {
            struct isolate next = stretch_isolate(&passage->at[stretch]);
            change_isolate(&text, isolate, next, passage->right_to_left, plain.byte[i]);
            isolate = next;
        }
        add_unit(&text, plain.at[i], plain.byte[i], false);
    }
    text.units.byte[text.units.length] = (uint32_t)passage->text.length;
    return text;
}

/* Controls have no byte; of several in one place the lowest level counts. */
static struct bidi_levels levels_of_bytes(struct arena *arena, struct isolated text,
                                          const uint8_t *of_units, size_t size)
{
    uint8_t *at = arena_alloc(arena, size), *parting = arena_alloc(arena, size);
    for (size_t i = 0; i < text.units.length; i++) {
        uint32_t byte = text.units.byte[i];
        memset(at + byte, of_units[i], text.units.byte[i + 1] - byte);
        if (text.is_control[i] && byte < size &&
            (parting[byte] == 0 || of_units[i] + 1 < parting[byte]))
            parting[byte] = of_units[i] + 1;
    }
    return (struct bidi_levels){at, parting};
}

struct bidi_levels bidi_levels(struct arena *arena, const struct passage *passage)
{
    struct slice text = passage->text;
    if (text.length == 0 || (!passage->right_to_left && !text_asks_for_bidi(text)))
        return (struct bidi_levels){0};
    struct isolated isolated = isolated_text(arena, passage);
    uint8_t *of_units = arena_alloc(arena, isolated.units.length);
    UErrorCode error = find_levels(isolated.units, passage->right_to_left, of_units);
    if (error == U_MEMORY_ALLOCATION_ERROR)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    if (U_FAILURE(error))
        arena_fail(arena, STATUS_DEFECT, "bidi: %s", u_errorName(error));
    return levels_of_bytes(arena, isolated, of_units, text.length);
}

static uint8_t highest_level(const uint8_t *levels, size_t count)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++)
        if (levels[i] > highest)
            highest = levels[i];
    return highest;
}

static void reverse(size_t *at, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        size_t left = at[i];
        at[i] = at[count - 1 - i];
        at[count - 1 - i] = left;
    }
}

/* From the highest level down to 1, whatever is at that level or above is reversed. */
void visual_order(const uint8_t *levels, size_t count, size_t *order)
{
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (int level = highest_level(levels, count); level > 0; level--)
        for (size_t i = 0; i < count; i++) {
            size_t start = i;
            while (i < count && levels[order[i]] >= level)
                i++;
            reverse(&order[start], i - start);
        }
}
