/* The rules that keep letters together, each named after what it keeps.
 *
 * Sources: the United Nations Editorial Manual for numbers, references and names,
 * GB/T 15834-2011 part 5 for the solidus. */
#include "text/keep_rules.h"

#include <string.h>
#include <strings.h>

enum {
    ORDINAL_PREFIX = 0x7B2C, /* 第 */
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    LONGEST_LABEL = 4 /* characters in the brackets of (xiv) */
};

/* The first of the spaces that end before letter i; i when there are none. */
static size_t spaces_start(const struct guard *g, size_t i)
{
    while (i > 0 && is(g, i - 1, LETTER_SPACE))
        i--;
    return i;
}

/* The end of the word that the spaces before letter i follow, or i itself: without the
 * marks that call notes. */
static size_t word_end_before(const struct guard *g, size_t i)
{
    size_t end = spaces_start(g, i);
    while (end > 0 && is(g, end - 1, LETTER_SUPERSCRIPT))
        end--;
    return end;
}

/* Rules for a line end before letter i (i > 0), which UAX #14 allows: true forbids it. */
typedef bool keep_rule(const struct guard *, size_t i);

static bool keeps_number_with_unit(const struct guard *g, size_t i)
{
    return is(g, i - 1, LETTER_DIGIT) && is(g, i, LETTER_UNIT);
}

/* $5, US$ 5, 第5 */
static bool keeps_prefix_with_number(const struct guard *g, size_t i)
{
    if (!is(g, i, LETTER_DIGIT))
        return false;
    size_t end = spaces_start(g, i);
    return end > 0 &&
           (is(g, end - 1, LETTER_CURRENCY) || letter(g, end - 1)->c == ORDINAL_PREFIX);
}

static bool keeps_superscript(const struct guard *g, size_t i)
{
    return is(g, i, LETTER_SUPERSCRIPT);
}

static bool is_range_dash(codepoint c)
{
    return c == '-' || c == EN_DASH || c == EM_DASH || c == '~' || c == 0xFF5E ||
           c == 0x301C;
}

/* 10-12, 1–3, 10 a.m.–1 p.m., 1990—1995 */
static bool keeps_range(const struct guard *g, size_t i)
{
    if (is_range_dash(letter(g, i)->c))
        return is(g, i - 1, LETTER_DIGIT) && is(g, i + 1, LETTER_DIGIT);
    return is(g, i, LETTER_DIGIT) && i >= 2 && is_range_dash(letter(g, i - 1)->c) &&
           (is(g, i - 2, LETTER_DIGIT) || letter(g, i - 2)->c == '.');
}

/* 55/25; UAX #14 LB25 leaves it to tailoring. */
static bool keeps_fraction(const struct guard *g, size_t i)
{
    return letter(g, i - 1)->c == '/' && is(g, i, LETTER_DIGIT);
}

/* The end of a label in brackets, "(xiv)" or "(A)", that starts with letter i; i when
 * there is none. */
static size_t label_end(const struct guard *g, size_t i)
{
    size_t end = i + 1;
    while (is(g, end, LETTER_ALPHABETIC | LETTER_DIGIT) && end - i <= LONGEST_LABEL)
        end++;
    bool is_abbreviation = end > i + 2 && is_upper_case(letter(g, i + 1)->c);
    bool is_label = letter(g, i)->c == '(' && letter(g, end)->c == ')' && end > i + 1;
    return is_label && !is_abbreviation ? end + 1 : i;
}

/* 1(a)(i), 1 (a) (i), but not 2020 (UNODC) */
static bool keeps_item_reference(const struct guard *g, size_t i)
{
    if (letter(g, i)->c != '(')
        return false;
    size_t end = spaces_start(g, i);
    if (end == i)
        return letter(g, i - 1)->c == ')' ||
               is(g, i - 1, LETTER_DIGIT | LETTER_ALPHABETIC);
    return end > 0 && label_end(g, i) > i &&
           (letter(g, end - 1)->c == ')' || is(g, end - 1, LETTER_DIGIT));
}

/* – so – : a dash between spaces stays with the word before it. */
static bool keeps_dash(const struct guard *g, size_t i)
{
    codepoint c = letter(g, i)->c;
    return (c == EN_DASH || c == EM_DASH) && is(g, i - 1, LETTER_SPACE) &&
           is(g, i + 1, LETTER_SPACE);
}

/* GB/T 15834 5.1.9; in Chinese text "/" counts as ／. */
static bool keeps_solidus(const struct guard *g, size_t i)
{
    if (g->prohibition < PROHIBIT_GB)
        return false;
    return letter(g, i)->mark == PUNCT_SOLIDUS ||
           letter(g, i - 1)->mark == PUNCT_SOLIDUS ||
           (letter(g, i - 1)->c == '/' && is(g, i, LETTER_IDEOGRAPH));
}

/* Words of ideographs may begin anywhere, others only where a word does. */
static bool word_ends_before(const struct guard *g, size_t end, const char *word)
{
    size_t size = strlen(word), byte = letter(g, end)->at;
    if (size == 0 || size > byte ||
        strncasecmp(g->letters.text.at + byte - size, word, size) != 0)
        return false;
    size_t first = letter_at_byte(&g->letters, byte - size);
    return is(g, first, LETTER_IDEOGRAPH) || first == 0 ||
           !is(g, first - 1, LETTER_ALPHABETIC | LETTER_DIGIT);
}

static bool word_starts_at(const struct guard *g, size_t first, const char *word)
{
    size_t size = strlen(word), byte = letter(g, first)->at;
    if (size == 0 || size > g->letters.text.length - byte ||
        strncmp(g->letters.text.at + byte, word, size) != 0)
        return false;
    size_t end = letter_at_byte(&g->letters, byte + size);
    return !is(g, end, LETTER_ALPHABETIC | LETTER_DIGIT);
}

static bool is_roman_figure(codepoint c)
{
    return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

/* A number of Roman figures from letter i on: XIV */
static bool is_roman_number(const struct guard *g, size_t i)
{
    size_t end = i;
    while (is_roman_figure(letter(g, end)->c))
        end++;
    return end > i && !is(g, end, LETTER_ALPHABETIC | LETTER_DIGIT);
}

static bool is_one_of_words(const struct guard *g, size_t end, const char *const *words,
                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (word_ends_before(g, end, words[i]))
            return true;
    return false;
}

/* para. 38, item 2, chapter IV */
static bool keeps_word_before_number(const struct guard *g, size_t i)
{
    if (g->language == NULL || !(is(g, i, LETTER_DIGIT) || is_roman_number(g, i)))
        return false;
    return is_one_of_words(g, word_end_before(g, i), g->language->before_number,
                           g->language->before_number_count);
}

/* Ms. Okafor, H.E. Mr. Okafor */
static bool keeps_title_before_name(const struct guard *g, size_t i)
{
    return g->language != NULL && is(g, i, LETTER_ALPHABETIC | LETTER_IDEOGRAPH) &&
           is_one_of_words(g, word_end_before(g, i), g->language->before_name,
                           g->language->before_name_count);
}

/* 7 July, 10 a.m., 5 million */
static bool keeps_word_behind_number(const struct guard *g, size_t i)
{
    size_t end = word_end_before(g, i);
    if (g->language == NULL || end == 0 || !is(g, end - 1, LETTER_DIGIT))
        return false;
    for (size_t w = 0; w < g->language->after_number_count; w++)
        if (word_starts_at(g, i, g->language->after_number[w]))
            return true;
    return false;
}

/* J. Smith, but not the end of "U.N." or of a longer word */
static bool keeps_initial(const struct guard *g, size_t i)
{
    size_t end = spaces_start(g, i);
    return end < i && end >= 2 && letter(g, end - 1)->c == '.' &&
           is_upper_case(letter(g, end - 2)->c) && is_upper_case(letter(g, i)->c) &&
           (end == 2 || !(is(g, end - 3, LETTER_ALPHABETIC | LETTER_DIGIT) ||
                          letter(g, end - 3)->c == '.'));
}

/* (a) and the word behind it; but 1(a) and 1 (a) may end a line */
static bool keeps_label(const struct guard *g, size_t i)
{
    size_t end = spaces_start(g, i);
    if (end == i || end < 3 || letter(g, end - 1)->c != ')')
        return false;
    size_t first = end - 2;
    while (first > 0 && is(g, first, LETTER_ALPHABETIC | LETTER_DIGIT))
        first--;
    if (label_end(g, first) != end)
        return false;
    size_t before = spaces_start(g, first);
    return before == 0 || (before < first && letter(g, before - 1)->c != ')' &&
                           !is(g, before - 1, LETTER_DIGIT));
}

static keep_rule *const keep_rules[] = {
    keeps_number_with_unit,   keeps_prefix_with_number, keeps_superscript, keeps_range,
    keeps_fraction,           keeps_item_reference,     keeps_dash,        keeps_solidus,
    keeps_word_before_number, keeps_word_behind_number, keeps_initial,     keeps_label,
    keeps_title_before_name,
};

/* The rules are about numbers, letters and marks. */
static bool is_between_ideographs(const struct guard *g, size_t i)
{
    return letter(g, i - 1)->is == LETTER_IDEOGRAPH &&
           letter(g, i)->is == LETTER_IDEOGRAPH;
}

bool is_kept(const struct guard *g, size_t i)
{
    if (is_between_ideographs(g, i))
        return false;
    for (size_t rule = 0; rule < sizeof keep_rules / sizeof *keep_rules; rule++)
        if (keep_rules[rule](g, i))
            return true;
    return false;
}
