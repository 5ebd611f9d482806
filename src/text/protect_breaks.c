/* The rules above UAX #14, each named after what it keeps together.
 *
 * Sources: CLREQ 3.1.3 (line starts and ends) and GB/T 15834-2011 part 5 for Chinese
 * marks, the United Nations Editorial Manual for numbers, references and symbols. */
#include "text/protect_breaks.h"

#include "text/letters.h"
#include "text/part_symbols.h"
#include <string.h>
#include <strings.h>

enum {
    ORDINAL_PREFIX = 0x7B2C, /* 第 */
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    TWO_EM_DASH = 0x2E3A,
    SOFT_HYPHEN = 0xAD,
    LONGEST_KEPT_ORDINAL = 4, /* characters of 第十九条 */
    LONGEST_LABEL = 4         /* characters in the brackets of (xiv) */
};

struct guard {
    struct letters letters;
    int *price;
    const struct language *language; /* or NULL */
    enum prohibition prohibition;
};

static const struct letter *letter(const struct guard *g, size_t i)
{
    static const struct letter nothing = {.mark = PUNCT_NONE};
    return i < g->letters.count ? &g->letters.at[i] : &nothing;
}

static bool is(const struct guard *g, size_t i, unsigned bits)
{
    return (letter(g, i)->is & bits) != 0;
}

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

/* Rules for a line end before letter i (i > 0), which UAX #14 allows: true forbids it. */
typedef bool keep_rule(const struct guard *, size_t i);

static bool keeps_number_with_unit(const struct guard *g, size_t i)
{
    return is(g, i - 1, LETTER_DIGIT) && is(g, i, LETTER_UNIT);
}

static bool keeps_prefix_with_number(const struct guard *g, size_t i)
{
    return is(g, i, LETTER_DIGIT) &&
           (is(g, i - 1, LETTER_CURRENCY) || letter(g, i - 1)->c == ORDINAL_PREFIX);
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

/* 1(a)(i) */
static bool keeps_item_reference(const struct guard *g, size_t i)
{
    return letter(g, i)->c == '(' &&
           (letter(g, i - 1)->c == ')' || is(g, i - 1, LETTER_DIGIT | LETTER_ALPHABETIC));
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

/* The first of the spaces that end before letter i; i when there are none. */
static size_t spaces_start(const struct guard *g, size_t i)
{
    while (i > 0 && is(g, i - 1, LETTER_SPACE))
        i--;
    return i;
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

/* para. 38, item 2 */
static bool keeps_word_before_number(const struct guard *g, size_t i)
{
    if (g->language == NULL || !is(g, i, LETTER_DIGIT))
        return false;
    size_t end = spaces_start(g, i);
    for (size_t w = 0; w < g->language->before_number_count; w++)
        if (word_ends_before(g, end, g->language->before_number[w]))
            return true;
    return false;
}

/* 7 July, 10 a.m., 5 million */
static bool keeps_word_behind_number(const struct guard *g, size_t i)
{
    size_t end = spaces_start(g, i);
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
           (end == 2 || is(g, end - 3, LETTER_SPACE) || letter(g, end - 3)->c == '(');
}

/* (a) and the word behind it; but 1(a) may end a line */
static bool keeps_label(const struct guard *g, size_t i)
{
    size_t end = spaces_start(g, i);
    if (end == i || end < 3 || letter(g, end - 1)->c != ')')
        return false;
    size_t inside = end - 1;
    while (inside > 0 && is(g, inside - 1, LETTER_ALPHABETIC | LETTER_DIGIT))
        inside--;
    size_t size = end - 1 - inside;
    return size >= 1 && size <= LONGEST_LABEL && inside > 0 &&
           letter(g, inside - 1)->c == '(' &&
           (inside == 1 || is(g, inside - 2, LETTER_SPACE));
}

static keep_rule *const keep_rules[] = {
    keeps_number_with_unit,
    keeps_prefix_with_number,
    keeps_superscript,
    keeps_range,
    keeps_fraction,
    keeps_item_reference,
    keeps_solidus,
    keeps_word_before_number,
    keeps_word_behind_number,
    keeps_initial,
    keeps_label,
};

static bool is_kept(const struct guard *g, size_t i)
{
    for (size_t rule = 0; rule < sizeof keep_rules / sizeof *keep_rules; rule++)
        if (keep_rules[rule](g, i))
            return true;
    return false;
}

/* The author parts a word: whatever language it is in, a hyphen is set there. */
static bool is_soft_hyphen(const struct guard *g, size_t i)
{
    return letter(g, i)->c == SOFT_HYPHEN && is(g, i + 1, LETTER_ALPHABETIC);
}

static void keep_together(struct guard *g)
{
    for (size_t i = 1; i < g->letters.count; i++)
        if (*price_before(g, i) != BREAK_FREE)
            continue;
        else if (is_kept(g, i))
            *price_before(g, i) = BREAK_FORBIDDEN;
        else if (is_soft_hyphen(g, i - 1))
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
    part_symbols(&g.letters, passage, price);
    heed_stretches(&g, passage);
}
