/* Whose typography each character follows.
 *
 * U+2018, U+2019, U+201C, U+201D, U+2014, U+2026 and U+00B7 are shared by Latin and
 * Chinese text, which set them differently; what stands around them decides. */
#include "text/characters.h"

#include "text/bidi.h"
#include "text/scripts.h"
#include <string.h>

enum { NOWHERE = -1, DEEPEST_NESTING = 32 };

/* What a character is worth as a neighbour. */
enum kind {
    KIND_LATIN, /* letters, digits and marks that are not Chinese */
    KIND_SPACE,
    KIND_CLINGING,
    KIND_HAN,    /* ideographs, and marks that only Chinese text has */
    KIND_OPEN,   /* “ ‘ */
    KIND_CLOSE,  /* ” ’ */
    KIND_DASH,   /* — … */
    KIND_MIDDLE, /* · – */
    KIND_SYMBOL  /* others that both have: ① → ℃ */
};

struct reading {
    struct character *at;
    uint8_t *kind;
    ptrdiff_t count;
    bool *stretch_is_han;
};

bool language_is_han(const struct font_catalogue *catalogue, const char *tag)
{
    struct slice subtag = {tag, strcspn(tag, "-")};
    for (size_t i = 0; i < catalogue->han_language_count; i++)
        if (slice_equals(subtag, catalogue->han_languages[i]))
            return true;
    return false;
}

/* Default_Ignorable_Code_Point, as far as general text has it, and the line separator. */
static bool is_invisible(codepoint c)
{
    return c == 0x2028 || c == 0xAD || c == 0x34F || c == 0x61C ||
           (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

static bool is_mark(codepoint c)
{
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
        return true;
    default:
        return false;
    }
}

static bool is_space(codepoint c)
{
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

/* CJK punctuation and squares, vertical and full-width forms, the two-em dash. */
static bool is_chinese_mark(codepoint c)
{
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0x3200 && c <= 0x33FF) ||
           (c >= 0xFE10 && c <= 0xFE1F) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || c == 0x30FB ||
           c == 0x2E3A || c == 0x2E3B;
}

/* East Asian Width A: a Chinese face draws them an em wide. */
static bool is_shared_symbol(codepoint c)
{
    return c == 0x2103 || c == 0x2116 || (c >= 0x2160 && c <= 0x217F) ||
           (c >= 0x2190 && c <= 0x21FF) || c == 0x203B || (c >= 0x2460 && c <= 0x27BF);
}

static enum kind shared_kind(codepoint c)
{
    switch (c) {
    case 0x2018:
    case 0x201C:
        return KIND_OPEN;
    case 0x2019:
    case 0x201D:
        return KIND_CLOSE;
    case 0x2014:
    case 0x2015:
    case 0x2025:
    case 0x2026:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x22EF:
        return KIND_DASH;
    case 0x2013:
        return KIND_MIDDLE;
    default:
        return is_shared_symbol(c) ? KIND_SYMBOL : KIND_LATIN;
    }
}

static enum kind kind_of(codepoint c)
{
    if (c < 0x80)
        return c == ' ' ? KIND_SPACE : KIND_LATIN;
    if (c == 0xB7)
        return KIND_MIDDLE;
    if (is_han(c) || is_chinese_mark(c))
        return KIND_HAN;
    if (is_space(c))
        return KIND_SPACE;
    if (is_invisible(c) || (c >= 0x300 && is_mark(c)))
        return KIND_CLINGING;
    return shared_kind(c);
}

/* The neighbours; NOWHERE at the passage's ends.  Joiners and the like do not count. */
static ptrdiff_t before(const struct reading *r, ptrdiff_t i)
{
    do
        i--;
    while (i >= 0 && r->kind[i] == KIND_CLINGING);
    return i;
}

static ptrdiff_t after(const struct reading *r, ptrdiff_t i)
{
    do
        i++;
    while (i < r->count && r->kind[i] == KIND_CLINGING);
    return i < r->count ? i : NOWHERE;
}

static ptrdiff_t before_spaces(const struct reading *r, ptrdiff_t i)
{
    do
        i = before(r, i);
    while (i != NOWHERE && r->kind[i] == KIND_SPACE);
    return i;
}

static ptrdiff_t after_spaces(const struct reading *r, ptrdiff_t i)
{
    do
        i = after(r, i);
    while (i != NOWHERE && r->kind[i] == KIND_SPACE);
    return i;
}

static bool has_kind(const struct reading *r, ptrdiff_t i, enum kind kind)
{
    return i != NOWHERE && r->kind[i] == kind;
}

static bool is_chinese(const struct reading *r, ptrdiff_t i)
{
    return i != NOWHERE && r->at[i].is_han;
}

static bool in_chinese_text(const struct reading *r, ptrdiff_t i)
{
    return r->stretch_is_han[r->at[i].stretch];
}

/* White space between Han and Latin has been taken out of the passage, so that a space
 * at a mark says that it belongs to Latin text. */
static bool is_spaced(const struct reading *r, ptrdiff_t first, ptrdiff_t last)
{
    return has_kind(r, before(r, first), KIND_SPACE) ||
           has_kind(r, after(r, last), KIND_SPACE);
}

static bool stands_in_latin(const struct reading *r, ptrdiff_t first, ptrdiff_t last)
{
    ptrdiff_t left = before_spaces(r, first), right = after_spaces(r, last);
    if (!has_kind(r, left, KIND_LATIN) && !has_kind(r, right, KIND_LATIN))
        return false;
    return is_spaced(r, first, last) ||
           (!has_kind(r, left, KIND_HAN) && !has_kind(r, right, KIND_HAN));
}

static bool has_han_inside(const struct reading *r, ptrdiff_t first, ptrdiff_t last)
{
    for (ptrdiff_t i = first + 1; i < last; i++)
        if (r->kind[i] == KIND_HAN)
            return true;
    return false;
}

static bool pair_is_han(const struct reading *r, ptrdiff_t open, ptrdiff_t close)
{
    if (in_chinese_text(r, open))
        return has_han_inside(r, open, close) || !stands_in_latin(r, open, close);
    return is_chinese(r, after(r, open)) && is_chinese(r, before(r, close));
}

/* A quotation mark whose fellow is in another paragraph, or missing. */
static bool lone_quote_is_han(const struct reading *r, ptrdiff_t i)
{
    if (in_chinese_text(r, i))
        return !stands_in_latin(r, i, i);
    return is_chinese(r, r->kind[i] == KIND_OPEN ? after(r, i) : before(r, i));
}

static bool is_ascii_letter_or_digit(codepoint c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_latin_letter(const struct reading *r, ptrdiff_t i)
{
    return has_kind(r, i, KIND_LATIN) &&
           (r->at[i].c >= 0x80 || is_ascii_letter_or_digit(r->at[i].c));
}

static bool is_apostrophe(const struct reading *r, ptrdiff_t i)
{
    return r->at[i].c == 0x2019 && is_latin_letter(r, after(r, i)) &&
           (is_latin_letter(r, before(r, i)) || !in_chinese_text(r, i));
}

/* Quotation marks that wait for their fellows. */
struct quotes {
    ptrdiff_t open[DEEPEST_NESTING];
    size_t depth;
};

/* The opening mark to a closing one, or NOWHERE; those opened since stay alone. */
static ptrdiff_t close_quote(const struct reading *r, struct quotes *quotes, ptrdiff_t i)
{
    for (size_t d = quotes->depth; d > 0; d--)
        if (r->at[quotes->open[d - 1]].c + 1 == r->at[i].c) {
            quotes->depth = d - 1;
            return quotes->open[d - 1];
        }
    return NOWHERE;
}

/* Inner pairs are decided before those around them. */
static void decide_quotes(struct reading *r)
{
    struct quotes quotes = {.depth = 0};
    for (ptrdiff_t i = 0; i < r->count; i++) {
        if (r->kind[i] == KIND_OPEN) {
            r->at[i].is_han = lone_quote_is_han(r, i);
            if (quotes.depth < DEEPEST_NESTING)
                quotes.open[quotes.depth++] = i;
        } else if (r->kind[i] == KIND_CLOSE && !is_apostrophe(r, i)) {
            ptrdiff_t open = close_quote(r, &quotes, i);
            if (open == NOWHERE)
                r->at[i].is_han = lone_quote_is_han(r, i);
            else
                r->at[open].is_han = r->at[i].is_han = pair_is_han(r, open, i);
        }
    }
}

/* Dashes in a row are one mark. */
static ptrdiff_t row_end(const struct reading *r, ptrdiff_t i)
{
    while (i + 1 < r->count && r->at[i + 1].c == r->at[i].c)
        i++;
    return i;
}

static bool row_is_han(const struct reading *r, ptrdiff_t first, ptrdiff_t last)
{
    ptrdiff_t left = before(r, first), right = after(r, last);
    if (!in_chinese_text(r, first))
        return is_chinese(r, left) && is_chinese(r, right);
    if (r->kind[first] == KIND_MIDDLE)
        return !has_kind(r, left, KIND_LATIN) || !has_kind(r, right, KIND_LATIN);
    return !is_spaced(r, first, last) || !stands_in_latin(r, first, last);
}

static void decide_rows(struct reading *r)
{
    for (ptrdiff_t i = 0; i < r->count; i++) {
        if (r->kind[i] != KIND_DASH && r->kind[i] != KIND_MIDDLE)
            continue;
        ptrdiff_t last = row_end(r, i);
        bool han = row_is_han(r, i, last);
        for (; i <= last; i++)
            r->at[i].is_han = han;
        i = last;
    }
}

static void decide_the_clear_ones(struct reading *r)
{
    for (ptrdiff_t i = 0; i < r->count; i++) {
        enum kind kind = r->kind[i];
        r->at[i].is_han =
            kind == KIND_HAN || (kind == KIND_SYMBOL && in_chinese_text(r, i));
    }
}

static void let_marks_cling(struct reading *r)
{
    for (ptrdiff_t i = 1; i < r->count; i++)
        if (r->kind[i] == KIND_CLINGING) {
            r->at[i].clings = true;
            r->at[i].is_han = r->at[i - 1].is_han;
        }
}

static struct reading decode_passage(struct arena *arena,
                                     const struct font_catalogue *catalogue,
                                     const struct passage *passage)
{
    struct slice text = passage->text;
    struct bidi_levels levels = bidi_levels(arena, passage);
    size_t count = utf8_count(text);
    struct reading r = {
        .at = arena_array(arena, count, sizeof *r.at),
        .kind = arena_alloc(arena, count),
        .stretch_is_han = arena_alloc(arena, passage->count),
    };
    for (size_t i = 0; i < passage->count; i++)
        r.stretch_is_han[i] = language_is_han(catalogue, passage->at[i].language);
    size_t size, stretch = 0;
    for (size_t i = 0; i < text.length; i += size) {
        while (stretch + 1 < passage->count && passage->at[stretch].end <= i)
            stretch++;
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        r.kind[r.count] = (uint8_t)kind_of(c);
        r.at[r.count++] = (struct character){
            .at = (uint32_t)i,
            .c = c,
            .stretch = (uint32_t)stretch,
            .level = levels.at == NULL ? 0 : levels.at[i],
            .parting = levels.at == NULL ? 0 : levels.parting[i],
            .is_invisible = c >= 0x80 && is_invisible(c),
        };
    }
    return r;
}

struct characters read_characters(struct arena *arena,
                                  const struct font_catalogue *catalogue,
                                  const struct passage *passage)
{
    struct reading r = decode_passage(arena, catalogue, passage);
    decide_the_clear_ones(&r);
    decide_quotes(&r);
    decide_rows(&r);
    let_marks_cling(&r);
    struct characters characters = {r.at, (size_t)r.count};
    resolve_scripts(characters);
    return characters;
}
