/* Numbers in every form that agendas use, and the labels of items made of them. */
#include "model/wording.h"

#include "base/buffer.h"
#include <string.h>

/* a ... z, aa, ab ...: bijective, with the letters of any alphabet. */
static char *word_letters(struct arena *arena, const char *const *letters, size_t count,
                          int n)
{
    char *text = "";
    for (size_t rest = (size_t)n; rest > 0; rest = (rest - 1) / count)
        text = arena_format(arena, "%s%s", letters[(rest - 1) % count], text);
    return text;
}

static char *word_alpha(struct arena *arena, char first, int n)
{
    char letters[26][2] = {{0}};
    const char *row[26];
    for (int i = 0; i < 26; i++) {
        letters[i][0] = (char)(first + i);
        row[i] = letters[i];
    }
    return word_letters(arena, row, 26, n);
}

struct roman_digit {
    int value;
    const char *lower, *upper;
};

static char *word_roman(struct arena *arena, bool upper, int n)
{
    static const struct roman_digit digits[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
        {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
        {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
        {1, "i", "I"},
    };
    struct buffer text = new_buffer(arena);
    for (const struct roman_digit *digit = digits; n > 0; digit++)
        for (; n >= digit->value; n -= digit->value)
            buffer_text(&text, upper ? digit->upper : digit->lower);
    return buffer_string(&text);
}

/* Below 10,000: 十, 二十, 一百〇五 is written 一百零五. */
static char *word_han(struct arena *arena, int n)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    static const char *const units[] = {"千", "百", "十", ""};
    struct buffer text = new_buffer(arena);
    bool gap = false;
    for (int i = 0, power = 1000; power > 0; i++, power /= 10) {
        int digit = n / power % 10;
        if (digit == 0) {
            gap = text.count > 0;
            continue;
        }
        if (gap)
            buffer_text(&text, digits[0]);
        gap = false;
        if (!(digit == 1 && power == 10 && text.count == 0))
            buffer_text(&text, digits[digit]);
        buffer_text(&text, units[i]);
    }
    return buffer_string(&text);
}

const char *word_number(struct arena *arena, const struct language *language,
                        enum number_form form, int n)
{
    enum { LARGEST_ROMAN = 3999, LARGEST_HAN = 9999 };
    if (form == NUMBER_NONE)
        return "";
    if (form == NUMBER_LOWER_ALPHA || form == NUMBER_UPPER_ALPHA)
        return word_alpha(arena, form == NUMBER_UPPER_ALPHA ? 'A' : 'a', n);
    if (form == NUMBER_ORDINALS && n > 0 && (size_t)n <= language->ordinals.count)
        return language->ordinals.at[n - 1];
    if (form == NUMBER_LETTERS && language->letter_count > 0)
        return word_letters(arena, language->letters, language->letter_count, n);
    if ((form == NUMBER_LOWER_ROMAN || form == NUMBER_UPPER_ROMAN) && n <= LARGEST_ROMAN)
        return word_roman(arena, form == NUMBER_UPPER_ROMAN, n);
    if (form == NUMBER_HAN && n <= LARGEST_HAN)
        return word_han(arena, n);
    return arena_format(arena, "%d", n);
}

/* "3", "3 bis". */
static const char *item_number(struct arena *arena, const struct language *language,
                               const struct number_level *level,
                               const struct agenda_item *item)
{
    const char *number = word_number(arena, language, level->form, item->number);
    if (item->suffix == NULL)
        return number;
    const char *suffix =
        language_label(language, arena_format(arena, "suffix-%s", item->suffix));
    if (suffix != NULL)
        return arena_format(arena, "%s%s", number, suffix);
    return arena_format(arena, "%s %s", number, item->suffix);
}

static void number_item(struct arena *arena, const struct language *language,
                        struct agenda_item *item)
{
    static const struct number_level unnumbered = {NUMBER_NONE, "", ""};
    const struct number_level *level = &unnumbered;
    if (item->listed && (size_t)item->level < language->number_levels)
        level = &language->numbering[item->level];
    const char *number = item_number(arena, language, level, item);
    item->label =
        item->own_label != NULL
            ? item->own_label
            : fill_pattern(arena, level->label, "n", number, "parent",
                           item->parent == NULL ? "" : item->parent->reference, NULL);
    item->reference =
        arena_format(arena, "%s%s", item->parent == NULL ? "" : item->parent->reference,
                     fill_pattern(arena, level->reference, "n", number, NULL));
}

static void number_items(struct arena *arena, const struct language *language,
                         struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        number_item(arena, language, &items->at[i]);
        number_items(arena, language, &items->at[i].items);
    }
}

void number_agenda(struct arena *arena, const struct language *language,
                   struct agenda *agenda)
{
    number_items(arena, language, &agenda->items);
}

/* One of the same parent as the item before is named by its own number alone. */
const char *word_items(struct arena *arena, const struct language *language,
                       struct agenda_item *const *items, size_t count)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        const struct agenda_item *item = items[i];
        const char *name = item->reference, *join = "";
        if (i > 0) {
            join = language_label(language, i + 1 < count ? "items-join" : "items-last");
            if (item->parent != NULL && item->parent == items[i - 1]->parent)
                name += strlen(item->parent->reference);
        }
        name += strspn(name, " ");
        text = arena_format(arena, "%s%s%s", text, join, name);
    }
    return text;
}
