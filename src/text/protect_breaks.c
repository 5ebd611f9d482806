/* The layer above UAX #14: words and numbers that stay together, soft hyphens, and the
 * line starts and ends of Chinese marks (CLREQ 3.1.3 and GB/T 15834-2011 part 5). */
#include "text/protect_breaks.h"

#include "text/keep_rules.h"
#include "text/part_symbols.h"
#include <string.h>

enum {
    ORDINAL_PREFIX = 0x7B2C, /* 第 */
    TWO_EM_DASH = 0x2E3A,
    SOFT_HYPHEN = 0xAD,
    LONGEST_KEPT_ORDINAL = 4 /* characters of 第十九条 */
};

static int *price_before(struct guard *g, size_t i)
{
    return &g->price[letter(g, i)->at];
}

static void raise_price(struct guard *g, size_t i, int price)
{
    int *old = price_before(g, i);
    if (*old < price && *old != BREAK_MUST)
        *old = price;
}

/* The author parts a word here, in whatever language; ideographs need no hyphen. */
static bool is_behind_soft_hyphen(const struct guard *g, size_t i)
{
    return letter(g, i - 1)->c == SOFT_HYPHEN && i >= 2 && !is(g, i, LETTER_IDEOGRAPH) &&
           !is(g, i - 2, LETTER_IDEOGRAPH | LETTER_SPACE);
}

static void keep_together(struct guard *g)
{
    for (size_t i = 1; i < g->letters.count; i++)
        if (*price_before(g, i) != BREAK_FREE)
            continue;
        else if (is_kept(g, i))
            *price_before(g, i) = BREAK_FORBIDDEN;
        else if (is_behind_soft_hyphen(g, i))
            *price_before(g, i) = BREAK_HYPHEN;
}

static bool is_double(const struct letter *mark)
{
    return mark->mark == PUNCT_DASH || mark->mark == PUNCT_ELLIPSIS;
}

static size_t row_count(const struct guard *g, size_t i)
{
    size_t count = 1;
    while (letter(g, i + count)->c == letter(g, i)->c)
        count++;
    return count;
}

/* —— and …… may start a line, says GB/T 15834; good setting avoids it.  UAX #14 LB22
 * forbids it to the ellipsis. */
static void price_double_mark(struct guard *g, size_t first, size_t count)
{
    static const int before[] = {[PROHIBIT_BASIC] = BREAK_FREE,
                                 [PROHIBIT_GB] = BREAK_LAST_RESORT,
                                 [PROHIBIT_STRICT] = BREAK_FORBIDDEN};
    for (size_t i = first + 1; i < first + count; i++)
        raise_price(g, i, BREAK_FORBIDDEN);
    if (first == 0)
        return;
    bool is_behind_text =
        is(g, first - 1, LETTER_IDEOGRAPH) || letter(g, first - 1)->mark == PUNCT_CLOSE;
    bool is_connector = count == 1 && letter(g, first)->c != TWO_EM_DASH;
    if (is_connector)
        raise_price(g, first, BREAK_FORBIDDEN);
    else if (is_behind_text)
        *price_before(g, first) = before[g->prohibition];
}

static void price_double_marks(struct guard *g)
{
    size_t count;
    for (size_t i = 0; i < g->letters.count; i += count) {
        count = 1;
        if (!is_double(letter(g, i)))
            continue;
        count = row_count(g, i);
        price_double_mark(g, i, count);
    }
}

static bool is_closing(const struct letter *letter)
{
    return letter->mark == PUNCT_CLOSE || letter->mark == PUNCT_STOP ||
           letter->mark == PUNCT_COMMA || letter->mark == PUNCT_QUESTION;
}

/* Three closing marks or more may be parted where nothing else helps: CLREQ 3.1.3. */
static void price_closing_row(struct guard *g, size_t first, size_t count)
{
    for (size_t i = first + 1; i < first + count; i++)
        if (count >= 3 && letter(g, i)->mark != PUNCT_QUESTION)
            *price_before(g, i) = BREAK_LAST_RESORT;
        else
            raise_price(g, i, BREAK_FORBIDDEN);
}

static void price_closing_marks(struct guard *g)
{
    size_t count;
    for (size_t i = 0; i < g->letters.count; i += count) {
        count = 1;
        if (!is_closing(letter(g, i)))
            continue;
        while (is_closing(letter(g, i + count)))
            count++;
        price_closing_row(g, i, count);
    }
}

static bool is_barred(enum punct_class mark)
{
    return mark != PUNCT_SOLIDUS && !punct_may_start_line(mark);
}

static void bar_line_starts_and_ends(struct guard *g)
{
    for (size_t i = 1; i < g->letters.count; i++)
        if (is_barred(letter(g, i)->mark) || letter(g, i - 1)->mark == PUNCT_OPEN)
            raise_price(g, i, BREAK_FORBIDDEN);
}

/* 第十九条 stays whole; longer ones must remain breakable. */
static void price_ordinal(struct guard *g, size_t first)
{
    size_t end = first + 1;
    while (is(g, end, LETTER_HAN_NUMBER))
        end++;
    if (end == first + 1)
        return;
    if (is(g, end, LETTER_UNIT))
        end++;
    int price = end - first <= LONGEST_KEPT_ORDINAL ? BREAK_FORBIDDEN : BREAK_LAST_RESORT;
    for (size_t i = first + 1; i < end; i++)
        raise_price(g, i, price);
}

static void price_ordinals(struct guard *g)
{
    for (size_t i = 0; i < g->letters.count; i++)
        if (letter(g, i)->c == ORDINAL_PREFIX)
            price_ordinal(g, i);
}

static void forbid(struct guard *g, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < g->letters.count; i++)
        raise_price(g, i, BREAK_FORBIDDEN);
}

/* 星期四: only in words of ideographs may a line end at all. */
static void keep_word(struct guard *g, const char *word)
{
    const struct slice text = g->letters.text, sought = slice_from_text(word);
    for (size_t i = 0; i < g->letters.count; i++) {
        size_t at = letter(g, i)->at;
        if (is(g, i, LETTER_IDEOGRAPH) && sought.length <= text.length - at &&
            memcmp(text.at + at, sought.at, sought.length) == 0)
            forbid(g, i + 1, letter_at_byte(&g->letters, at + sought.length));
    }
}

static void keep_weekdays(struct guard *g)
{
    for (size_t i = 0; g->language != NULL &&
                       i < sizeof g->language->weekdays / sizeof *g->language->weekdays;
         i++)
        if (g->language->weekdays[i] != NULL)
            keep_word(g, g->language->weekdays[i]);
}

/* What the stretches say: marks of notes and raised figures stay with what they follow.
 */
static void heed_stretches(struct guard *g, const struct passage *passage)
{
    for (size_t i = 0; i < passage->count; i++) {
        const struct stretch *stretch = &passage->at[i];
        size_t first = letter_at_byte(&g->letters, stretch->start);
        size_t end = letter_at_byte(&g->letters, stretch->end);
        if (first > 0 && (stretch->call != NULL || stretch->rise > 0))
            forbid(g, first, first + 1);
        if (stretch->call != NULL || stretch->no_break)
            forbid(g, first + 1, end);
    }
}

void protect_breaks(struct arena *arena, int *price, const struct passage *passage,
                    const struct runs *runs, const struct language *language,
                    enum prohibition prohibition)
{
    struct guard g = {
        .letters = read_letters(arena, passage, runs),
        .price = price,
        .language = language,
        .prohibition = prohibition,
    };
    keep_together(&g);
    bar_line_starts_and_ends(&g);
    price_closing_marks(&g);
    price_double_marks(&g);
    price_ordinals(&g);
    keep_weekdays(&g);
    part_symbols(&g.letters, passage, price);
    heed_stretches(&g, passage);
}
