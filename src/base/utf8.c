/* UTF-8 as in RFC 3629, and the widths of UAX #11. */
#include "base/utf8.h"

struct range {
    codepoint first, last;
};

/* Marks that stand on the character before them, and what has no cell at all. */
static const struct range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A},
    {0x061C, 0x061C}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x08CA, 0x08E1}, {0x08E3, 0x0902}, {0x093A, 0x093A},
    {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0951, 0x0957},
    {0x0962, 0x0963}, {0x0981, 0x0981}, {0x09BC, 0x09BC}, {0x09C1, 0x09C4},
    {0x09CD, 0x09CD}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x1160, 0x11FF},
    {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x20D0, 0x20F0}, {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF},
};

/* East Asian Width W and F. */
static const struct range double_width[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x2705, 0x2705},   {0x274C, 0x274C},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2E80, 0x303E},   {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},
    {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CD5},
    {0x1AFF0, 0x1B2FB}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA},
    {0x1F3E0, 0x1F3F0}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F567}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
    {0x1F6D0, 0x1F6DF}, {0x1F6EB, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

/* Script Han, with the compatibility ideographs, kana and bopomofo; not their
 * punctuation (U+30A0, U+30FB). */
static const struct range han[] = {
    {0x2E80, 0x2FD5},   {0x3005, 0x3007},   {0x3021, 0x3029},   {0x3038, 0x303B},
    {0x3041, 0x309F},   {0x30A1, 0x30FA},   {0x30FC, 0x312F},   {0x31A0, 0x31FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},   {0x1AFF0, 0x1B16F},
    {0x20000, 0x2A6DF}, {0x2A700, 0x2EE5D}, {0x2F800, 0x2FA1F}, {0x30000, 0x323AF},
};

static bool in_ranges(codepoint c, const struct range *ranges, size_t count)
{
    while (count > 0) {
        const struct range *middle = &ranges[count / 2];
        if (c >= middle->first && c <= middle->last)
            return true;
        if (c > middle->last) {
            ranges = middle + 1;
            count -= count / 2 + 1;
        } else {
            count /= 2;
        }
    }
    return false;
}

#define IN_RANGES(c, table) in_ranges((c), (table), sizeof(table) / sizeof *(table))

/* How many bytes a first byte promises; 0 when it cannot be first. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if ((first & 0xF0) == 0xE0)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

static bool is_well_formed(codepoint c, size_t size)
{
    static const codepoint smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    return c >= smallest[size] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

codepoint utf8_decode_sequence(const char *at, size_t length, size_t *size)
{
    const unsigned char *bytes = (const unsigned char *)at;
    *size = 1;
    if (length == 0)
        return CODEPOINT_INVALID;
    size_t wanted = sequence_length(bytes[0]);
    if (wanted == 0 || wanted > length)
        return CODEPOINT_INVALID;
    codepoint c = bytes[0] & (0x7Fu >> wanted);
    for (size_t i = 1; i < wanted; i++) {
        if (!is_utf8_continuation(at[i]))
            return CODEPOINT_INVALID;
        c = c << 6 | (bytes[i] & 0x3F);
    }
    if (!is_well_formed(c, wanted))
        return CODEPOINT_INVALID;
    *size = wanted;
    return c;
}

size_t utf8_encode(codepoint c, char out[4])
{
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)(first[size] | c);
    return size;
}

size_t utf8_malformed(struct slice text)
{
    size_t size;
    for (size_t i = 0; i < text.length; i += size)
        if (utf8_decode(text.at + i, text.length - i, &size) == CODEPOINT_INVALID)
            return i;
    return text.length;
}

size_t utf8_previous(const char *text, size_t at)
{
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        size_t size;
        codepoint c = utf8_decode(text + at - back, back, &size);
        if (c != CODEPOINT_INVALID && size == back)
            return at - back;
    }
    return at == 0 ? 0 : at - 1;
}

size_t utf8_count(struct slice text)
{
    size_t count = 0, size;
    for (size_t i = 0; i < text.length; i += size, count++) {
        if ((unsigned char)text.at[i] < 0x80)
            size = 1;
        else
            utf8_decode(text.at + i, text.length - i, &size);
    }
    return count;
}

int utf8_display_width(codepoint c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return 0;
    if (c < 0x300)
        return 1;
    if (IN_RANGES(c, zero_width))
        return 0;
    return IN_RANGES(c, double_width) ? 2 : 1;
}

/* Most that is asked about stands in the block that is looked at first. */
bool is_han(codepoint c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x2E80 && IN_RANGES(c, han));
}

const char *odd_blank_name(codepoint c)
{
    if (c == 0xA0 || c == 0x202F)
        return "a no-break space";
    if (c == 0x3000)
        return "a full-width space";
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x205F)
        return "a space of another width";
    if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF)
        return "an invisible character";
    return NULL;
}
