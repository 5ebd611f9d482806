/* Reading characters and numbers. */
#include "check/numbers.h"

codepoint character_at(struct slice text, size_t at)
{
    size_t size;
    return at >= text.length ? CODEPOINT_INVALID
                             : utf8_decode(text.at + at, text.length - at, &size);
}

codepoint character_before(struct slice text, size_t at)
{
    return at == 0 ? CODEPOINT_INVALID : character_at(text, utf8_previous(text.at, at));
}

/* Texts are well-formed: read_yaml() has seen to that. */
size_t next_character(struct slice text, size_t at)
{
    do
        at++;
    while (at < text.length && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    return at;
}

bool is_space(codepoint c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x202F;
}

bool is_ascii_letter(codepoint c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(codepoint c)
{
    return c >= '0' && c <= '9';
}

size_t skip_spaces(struct slice text, size_t at)
{
    while (at < text.length && is_space(character_at(text, at)))
        at = next_character(text, at);
    return at;
}

size_t skip_spaces_back(struct slice text, size_t at)
{
    while (at > 0 && is_space(character_before(text, at)))
        at = utf8_previous(text.at, at);
    return at;
}

static int digit_value(codepoint c)
{
    if (is_ascii_digit(c))
        return (int)(c - '0');
    return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

struct number read_digits(struct slice text, size_t at)
{
    enum { MOST_DIGITS = 12 };
    struct number number = {0};
    int digit;
    while (number.digits < MOST_DIGITS &&
           (digit = digit_value(character_at(text, at))) >= 0) {
        number.value = number.value * 10 + digit;
        number.digits++;
        at = number.end = next_character(text, at);
    }
    return number;
}

struct han_digit {
    codepoint c;
    int64_t value; /* from 10 on a unit */
};

static int64_t han_value(codepoint c)
{
    static const struct han_digit digits[] = {
        {0x3007, 0},     {0x96F6, 0},         {0x4E00, 1},  {0x4E8C, 2},   {0x4E24, 2},
        {0x4E09, 3},     {0x56DB, 4},         {0x4E94, 5},  {0x516D, 6},   {0x4E03, 7},
        {0x516B, 8},     {0x4E5D, 9},         {0x5341, 10}, {0x767E, 100}, {0x5343, 1000},
        {0x4E07, 10000}, {0x4EBF, 100000000},
    };
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i].c == c)
            return digits[i].value;
    return -1;
}

/* What was read of 三百二十万: 320 of 万 below, 0 to come. */
struct han_sum {
    int64_t whole, below, digit;
    bool by_place; /* 二〇二〇: digit follows digit */
};

static void add_unit(struct han_sum *sum, int64_t unit)
{
    if (unit < 10000) {
        sum->below += (sum->digit == 0 ? 1 : sum->digit) * unit;
    } else {
        sum->whole = (sum->whole + sum->below + sum->digit) * unit;
        sum->below = 0;
    }
    sum->digit = 0;
    sum->by_place = false;
}

struct number read_han_number(struct slice text, size_t at)
{
    enum { MOST_DIGITS = 10 };
    struct number number = {0};
    struct han_sum sum = {.by_place = false};
    int64_t value;
    while (number.digits < MOST_DIGITS &&
           (value = han_value(character_at(text, at))) >= 0 && sum.whole < 1000000000) {
        if (value >= 10)
            add_unit(&sum, value);
        else
            sum.digit = sum.by_place ? sum.digit * 10 + value : value;
        sum.by_place = value < 10;
        number.digits++;
        at = number.end = next_character(text, at);
    }
    number.value = sum.whole + sum.below + sum.digit;
    return number;
}

/* 0: none; letters, digits and Han numerals go on in their kind only. */
static int kind_of(codepoint c)
{
    if (is_ascii_letter(c))
        return 1;
    if (digit_value(c) >= 0)
        return 2;
    return han_value(c) >= 0 ? 3 : 0;
}

bool is_inside_word(struct slice text, size_t at)
{
    int before = kind_of(character_before(text, at));
    return before != 0 && before == kind_of(character_at(text, at));
}
