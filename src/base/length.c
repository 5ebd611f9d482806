/* Lengths from text, and their exact scaling. */
#include "base/length.h"

enum { FRACTION_DIGITS = 9 }; /* read behind the point; the rest is below 1/65536 pt */

/* Ten metres, rounded: no medium is larger, and nothing here overflows. */
#define LONGEST_LENGTH (10000 * POINT * 360 / 127 + 1)
#define LARGEST_NUMBER 1000000

/* digits / scale, with what follows it. */
struct number {
    int64_t digits, scale;
    struct slice rest;
    bool valid;
};

/* A unit is numerator / denominator of 1/65536 pt. */
struct unit {
    const char *name;
    int64_t numerator, denominator;
};

static bool starts_with_digit(struct slice text)
{
    return text.length > 0 && text.at[0] >= '0' && text.at[0] <= '9';
}

static int take_digit(struct slice *text)
{
    text->length--;
    return *text->at++ - '0';
}

static void read_fraction(struct number *number)
{
    number->valid = starts_with_digit(number->rest);
    while (starts_with_digit(number->rest)) {
        int digit = take_digit(&number->rest);
        if (number->scale < 1000000000) {
            number->digits = number->digits * 10 + digit;
            number->scale *= 10;
        }
    }
}

/* "12", "12.5", ".5"; not valid beyond a million. */
static struct number read_number(struct slice text)
{
    struct number number = {0, 1, text, starts_with_digit(text)};
    while (starts_with_digit(number.rest)) {
        number.digits = number.digits * 10 + take_digit(&number.rest);
        if (number.digits > LARGEST_NUMBER)
            return (struct number){0, 1, text, false};
    }
    if (number.rest.length > 0 && number.rest.at[0] == '.') {
        take_digit(&number.rest);
        read_fraction(&number);
    }
    return number;
}

bool length_from_text(struct slice text, length em, length *result)
{
    const struct unit units[] = {
        {"", POINT, 1},
        {"pt", POINT, 1},
        {"mm", POINT * 360, 127},
        {"cm", POINT * 3600, 127},
        {"em", em, 1},
    };
    bool negative = slice_starts(text, "-");
    if (negative || slice_starts(text, "+"))
        text = (struct slice){text.at + 1, text.length - 1};
    struct number number = read_number(text);
    if (!number.valid)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!slice_equals(number.rest, units[i].name))
            continue;
        length value = length_scale(number.digits, units[i].numerator,
                                    units[i].denominator * number.scale);
        if (value > LONGEST_LENGTH || value < -LONGEST_LENGTH)
            return false;
        *result = negative ? -value : value;
        return true;
    }
    return false;
}

length length_scale(length value, int64_t numerator, int64_t denominator)
{
    __int128 product = (__int128)value * numerator;
    __int128 divisor = denominator;
    if (divisor < 0) {
        product = -product;
        divisor = -divisor;
    }
    __int128 half = product < 0 ? -(divisor / 2) : divisor / 2;
    __int128 result = (product + half) / divisor;
    if (result > LENGTH_MAX)
        return LENGTH_MAX;
    if (result < -LENGTH_MAX)
        return -LENGTH_MAX;
    return (length)result;
}

double length_in_points(length value)
{
    return (double)value / (double)POINT;
}
