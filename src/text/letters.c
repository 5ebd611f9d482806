/* Classing letters for the rules of line ends. */
#include "text/letters.h"

enum { LEAST_ALPHABETIC = 0xAA };

static bool is_one_of(codepoint c, const codepoint *set)
{
    for (; *set != 0; set++)
        if (*set == c)
            return true;
    return false;
}

/* 年月日时分段条号项页次届 */
static const codepoint units[] = {0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206, 0x6BB5, 0x6761,
                                  0x53F7, 0x9879, 0x9875, 0x6B21, 0x5C4A, 0};

/* 〇零一二三四五六七八九十百千万亿两 */
static const codepoint han_numbers[] = {0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                        0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
                                        0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E24, 0};

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

static unsigned ideograph_bits(codepoint c)
{
    return LETTER_IDEOGRAPH | (is_one_of(c, units) ? LETTER_UNIT : 0) |
           (is_one_of(c, han_numbers) ? LETTER_HAN_NUMBER : 0);
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
    return (struct letters){at, count, text};
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
