/* Classing letters for the rules of line ends. */
#include "text/letters.h"

enum { LEAST_ALPHABETIC = 0xAA };

static bool is_digit(codepoint c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
           (c >= 0x6F0 && c <= 0x6F9) || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_currency(codepoint c)
{
    return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20C0) ||
           c == 0xFF04 || c == 0xFFE1 || c == 0xFFE5;
}

static bool is_superscript(codepoint c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

static bool is_alphabetic(codepoint c)
{
    if (c < LEAST_ALPHABETIC)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        return true;
    default:
        return false;
    }
}

bool is_upper_case(codepoint c)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), c) ==
           HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
}

static unsigned ideograph_bits(codepoint c)
{
    switch (c) {
    case 0x5E74: /* 年 */
    case 0x6708: /* 月 */
    case 0x65E5: /* 日 */
    case 0x65F6: /* 时 */
    case 0x5206: /* 分 */
    case 0x6BB5: /* 段 */
    case 0x6761: /* 条 */
    case 0x53F7: /* 号 */
    case 0x9879: /* 项 */
    case 0x9875: /* 页 */
    case 0x6B21: /* 次 */
    case 0x5C4A: /* 届 */
        return LETTER_IDEOGRAPH | LETTER_UNIT;
    case 0x3007: /* 〇 */
    case 0x96F6: /* 零 */
    case 0x4E00: /* 一 */
    case 0x4E8C: /* 二 */
    case 0x4E09: /* 三 */
    case 0x56DB: /* 四 */
    case 0x4E94: /* 五 */
    case 0x516D: /* 六 */
    case 0x4E03: /* 七 */
    case 0x516B: /* 八 */
    case 0x4E5D: /* 九 */
    case 0x5341: /* 十 */
    case 0x767E: /* 百 */
    case 0x5343: /* 千 */
    case 0x4E07: /* 万 */
    case 0x4EBF: /* 亿 */
    case 0x4E24: /* 两 */
        return LETTER_IDEOGRAPH | LETTER_HAN_NUMBER;
    default:
        return LETTER_IDEOGRAPH;
    }
}

static unsigned letter_bits(codepoint c)
{
    if (is_han(c))
        return ideograph_bits(c);
    if (is_digit(c))
        return LETTER_DIGIT;
    if (c == ' ')
        return LETTER_SPACE;
    if (c == '%' || c == 0x2030 || c == 0x2103 || c == 0xFF05)
        return LETTER_UNIT; /* % ‰ ℃ ％ */
    if (is_currency(c))
        return LETTER_CURRENCY;
    if (is_superscript(c))
        return LETTER_SUPERSCRIPT;
    return is_alphabetic(c) ? LETTER_ALPHABETIC : 0;
}

size_t letter_at_byte(const struct letters *letters, size_t byte)
{
    size_t low = 0, high = letters->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (letters->at[middle].at < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Figures and letters that call a note are no part of the words before them. */
static void mark_calls(const struct letters *letters, struct letter *at,
                       const struct passage *passage)
{
    for (size_t i = 0; i < passage->count; i++) {
        const struct stretch *stretch = &passage->at[i];
        if (stretch->call == NULL)
            continue;
        size_t end = letter_at_byte(letters, stretch->end);
        for (size_t l = letter_at_byte(letters, stretch->start); l < end; l++)
            at[l].is = LETTER_SUPERSCRIPT;
    }
}

struct letters read_letters(struct arena *arena, const struct passage *passage,
                            const struct runs *runs)
{
    struct slice text = passage->text;
    struct letter *at = arena_array(arena, utf8_count(text), sizeof *at);
    size_t count = 0, size, run = 0;
    for (size_t i = 0; i < text.length; i += size) {
        while (run < runs->count && runs->at[run].end <= i)
            run++;
        bool in_han =
            run < runs->count && runs->at[run].start <= i && runs->at[run].is_han;
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        at[count++] = (struct letter){
            .at = (uint32_t)i,
            .c = c,
            .mark = in_han ? punct_cell(c).class : PUNCT_NONE,
            .is = letter_bits(c),
        };
    }
    const struct letters letters = {at, count, text};
    mark_calls(&letters, at, passage);
    return letters;
}
