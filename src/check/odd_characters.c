/* Characters that look like others: combined ones in pieces, forms for compatibility, and
 * controls that turn the direction of text. */
#include "check/checker.h"

#include "check/numbers.h"

/* Marks that stand on the character before them. */
static bool is_mark(codepoint c)
{
    return c >= 0x300 && utf8_display_width(c) == 0 && c != 0x200B && c != 0x200C &&
           c != 0x200D && c != 0x200E && c != 0x200F;
}

static size_t cluster_end(struct slice text, size_t at)
{
    at = next_character(text, at);
    while (at < text.length && is_mark(character_at(text, at)))
        at = next_character(text, at);
    return at;
}

/* Han characters that were encoded a second time, and radicals that are shown like
 * characters: copied from a PDF, mostly. */
static bool is_han_double(codepoint c)
{
    return (c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAD9) ||
           (c >= 0x2F800 && c <= 0x2FA1D);
}

/* U+FA0E and eleven others are characters of their own in that block. */
static bool is_changed(struct slice text, struct slice normal)
{
    return !slice_same(text, normal);
}

static void check_cluster(struct checker *checker, const struct text *text, size_t from,
                          size_t to)
{
    struct slice written = {text->text.at + from, to - from};
    struct slice normal = checker->composed_form(checker->arena, written);
    if (!is_changed(written, normal) || is_han_double(character_at(text->text, from)))
        return;
    tell(checker, text_place(text, from, to),
         "“%.*s” is not in Unicode's composed form (NFC)", (int)written.length,
         written.at);
    if (utf8_count(normal) == 1)
        tell_mend(checker, "write it as one character, “%.*s” (U+%04X)",
                  (int)normal.length, normal.at, (unsigned)character_at(normal, 0));
}

void find_decomposed_characters(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0; i < texts->count; i++) {
        const struct text *text = &texts->at[i];
        if (!is_changed(text->text, checker->composed_form(checker->arena, text->text)))
            continue;
        for (size_t at = 0, end; at < text->text.length; at = end) {
            end = cluster_end(text->text, at);
            check_cluster(checker, text, at, end);
        }
    }
}

/* Letters and digits only: ２ for 2, ﬁ for fi; signs like № and ℃ are meant. */
static bool is_compatibility_letter(codepoint c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xFB00 && c <= 0xFB06) ||
           (c >= 0xFF66 && c <= 0xFF9D) || is_han_double(c);
}

/* What has no usual form is a character of its own, unless it is a radical. */
static bool only_looks_like(struct checker *checker, struct slice character)
{
    codepoint c = character_at(character, 0);
    return is_compatibility_letter(c) &&
           (c <= 0x2FD5 ||
            is_changed(character, checker->compatible_form(checker->arena, character)));
}

static size_t double_end(struct checker *checker, struct slice text, size_t at)
{
    while (at < text.length) {
        size_t next = next_character(text, at);
        if (!only_looks_like(checker, (struct slice){text.at + at, next - at}))
            break;
        at = next;
    }
    return at;
}

static void tell_compatibility(struct checker *checker, const struct text *text,
                               size_t from, size_t to)
{
    struct slice written = {text->text.at + from, to - from};
    struct slice usual = checker->compatible_form(checker->arena, written);
    tell(checker, text_place(text, from, to),
         "“%.*s” (U+%04X) only looks like usual text", (int)written.length, written.at,
         (unsigned)character_at(written, 0));
    if (is_changed(written, usual))
        tell_mend(checker, "write “%.*s”", (int)usual.length, usual.at);
    else
        tell_mend(checker, "write the character that has this radical's form");
}

void find_compatibility_characters(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0; i < texts->count; i++) {
        struct slice text = texts->at[i].text;
        for (size_t at = 0, end; at < text.length; at = end) {
            end = double_end(checker, text, at);
            if (end > at)
                tell_compatibility(checker, &texts->at[i], at, end);
            else
                end = next_character(text, at);
        }
    }
}

/* UAX #9: overrides are never needed; embeddings, isolates and marks are where a line
 * runs from right to left.  What ends them does nothing alone. */
static bool is_unwanted_control(codepoint c, bool right_to_left)
{
    if (c == 0x202D || c == 0x202E)
        return true;
    return !right_to_left && (c == 0x202A || c == 0x202B || (c >= 0x2066 && c <= 0x2068));
}

void find_direction_controls(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    bool right_to_left = checker->edition->language->right_to_left;
    for (size_t i = 0; i < texts->count; i++) {
        struct slice text = texts->at[i].text;
        for (size_t at = 0, next; at < text.length; at = next) {
            next = next_character(text, at);
            codepoint c = character_at(text, at);
            if (!is_unwanted_control(c, right_to_left))
                continue;
            tell(checker, text_place(&texts->at[i], at, next),
                 "an invisible character (U+%04X) turns the direction of the text",
                 (unsigned)c);
            tell_mend(checker, "take it out");
        }
    }
}
