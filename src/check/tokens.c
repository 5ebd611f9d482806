/* Cutting numbers of all kinds out of a text. */
#include "check/tokens.h"

#include "base/vec.h"
#include "check/patterns.h"
#include "model/symbols.h"

/* A text on its way. */
struct token_reader {
    struct arena *arena;
    const struct lexicon *lexicon;
    struct slice text;
    struct tokens tokens;
};

static void add_token(struct token_reader *reader, const struct token *token)
{
    vec_push(reader->arena, &reader->tokens, *token);
}

/* Behind a group of three digits, 0: none; “8,500”, and with spaces that do not break. */
static size_t group_end(struct slice text, size_t at, int64_t *value)
{
    codepoint c = character_at(text, at);
    if (c != ',' && c != 0xA0 && c != 0x2009 && c != 0x202F)
        return 0;
    struct number group = read_digits(text, next_character(text, at));
    if (group.digits != 3)
        return 0;
    *value = *value * 1000 + group.value;
    return group.end;
}

static struct number read_grouped(struct slice text, size_t at)
{
    enum { MOST_DIGITS = 9 };
    struct number number = read_digits(text, at);
    bool has_groups = number.end != 0 && number.digits <= 3;
    size_t end;
    while (has_groups && number.digits <= MOST_DIGITS &&
           (end = group_end(text, number.end, &number.value)) != 0) {
        number.digits += 3;
        number.end = end;
    }
    return number;
}

/* In thousandths; end 0: none. */
static struct number read_decimal(struct slice text, size_t at)
{
    struct number number = read_grouped(text, at);
    number.value *= THOUSANDTHS;
    if (number.end == 0 || character_at(text, number.end) != '.')
        return number;
    struct number fraction = read_digits(text, number.end + 1);
    if (fraction.end == 0 || fraction.digits > 3)
        return number;
    for (size_t i = fraction.digits; i < 3; i++)
        fraction.value *= 10;
    number.value += fraction.value;
    number.end = fraction.end;
    return number;
}

/* “1.5 million” */
static void scale_numeral(const struct token_reader *reader, struct token *numeral)
{
    size_t at = skip_spaces(reader->text, numeral->end);
    struct found_word word = find_word(reader->lexicon, reader->text, at);
    if (word.kind != WORD_NUMBER || word.value < 100 ||
        numeral->value > INT64_MAX / word.value)
        return;
    numeral->scaled = numeral->value * word.value;
    numeral->end = word.end;
}

static size_t take_numeral(struct token_reader *reader, size_t at, bool is_in_date)
{
    struct number number = read_decimal(reader->text, at);
    struct token token = {.kind = TOKEN_NUMERAL,
                          .at = at,
                          .end = number.end,
                          .value = number.value,
                          .scaled = number.value,
                          .is_in_date = is_in_date};
    if (number.end == 0)
        return 0;
    if (!is_in_date)
        scale_numeral(reader, &token);
    add_token(reader, &token);
    return token.end;
}

static void add_words(struct token_reader *reader, size_t at, size_t end, int64_t value,
                      bool is_in_date)
{
    add_token(reader, &(struct token){.kind = TOKEN_WORDS,
                                      .at = at,
                                      .end = end,
                                      .value = value * THOUSANDTHS,
                                      .scaled = value * THOUSANDTHS,
                                      .is_in_date = is_in_date});
}

/* The word that goes on with a number in words: “-one”, “and fifteen”. */
static struct found_word next_number_word(const struct token_reader *reader, size_t *at)
{
    const struct language *language = reader->lexicon->language;
    *at = skip_spaces(reader->text, *at);
    size_t join = match_words(language, &language->reading.joins, reader->text, *at);
    if (join != 0)
        *at = skip_spaces(reader->text, join);
    return find_word(reader->lexicon, reader->text, *at);
}

/* “two hundred and fifteen”: each word, and what they come to. */
static size_t take_number_words(struct token_reader *reader, size_t at,
                                struct found_word word)
{
    size_t last = at;
    for (int64_t sum = 0; word.kind == WORD_NUMBER;) {
        sum = word.value < 100 ? sum + word.value : (sum == 0 ? 1 : sum) * word.value;
        if (sum > INT32_MAX)
            sum = word.value;
        add_words(reader, at, word.end, word.value, false);
        add_words(reader, at, word.end, sum, false);
        last = at = word.end;
        word = next_number_word(reader, &at);
    }
    return last;
}

static size_t take_time(struct token_reader *reader, size_t at)
{
    const struct words *patterns = &reader->lexicon->language->reading.times;
    struct match match = match_patterns(reader->lexicon, patterns, reader->text, at);
    if (match.end != 0)
        add_token(reader, &(struct token){.kind = TOKEN_TIME,
                                          .at = at,
                                          .end = match.end,
                                          .from = match_minutes(&match),
                                          .to = match_end_minutes(&match)});
    return match.end;
}

/* The numbers inside a date: all are numerals but for months in words. */
static void take_date_parts(struct token_reader *reader, size_t at, size_t end)
{
    while (at < end) {
        size_t next = take_numeral(reader, at, true);
        struct found_word word = {WORD_NONE, 0, 0};
        if (next == 0)
            word = find_word(reader->lexicon, reader->text, at);
        if (word.kind == WORD_MONTH) {
            add_words(reader, at, word.end, word.value, true);
            next = word.end;
        }
        at = next == 0 ? next_character(reader->text, at) : next;
    }
}

static size_t take_date(struct token_reader *reader, size_t at)
{
    const struct words *patterns = &reader->lexicon->language->reading.dates;
    struct match match = match_patterns(reader->lexicon, patterns, reader->text, at);
    const int *value = match.value;
    if (match.end == 0)
        return 0;
    int year = value[VALUE_YEAR] < 0 ? 0 : value[VALUE_YEAR];
    add_token(reader,
              &(struct token){.kind = TOKEN_DATE,
                              .at = at,
                              .end = match.end,
                              .date = {year, value[VALUE_MONTH], value[VALUE_DAY]}});
    take_date_parts(reader, at, match.end);
    return match.end;
}

static size_t take_word(struct token_reader *reader, size_t at, struct found_word word)
{
    if (word.kind == WORD_NUMBER)
        return take_number_words(reader, at, word);
    if (word.kind == WORD_MONTH)
        add_words(reader, at, word.end, word.value, false);
    if (word.kind == WORD_WEEKDAY)
        add_token(reader, &(struct token){.kind = TOKEN_WEEKDAY,
                                          .at = at,
                                          .end = word.end,
                                          .weekday = (int)word.value});
    return word.end;
}

static size_t take_han_number(struct token_reader *reader, size_t at)
{
    struct number number = read_han_number(reader->text, at);
    if (number.end != 0)
        add_words(reader, at, number.end, number.value, false);
    return number.end;
}

/* A token at `at`; returns what is behind it, 0: none. */
static size_t take_token(struct token_reader *reader, size_t at)
{
    bool is_han_language = reader->lexicon->language->is_han;
    bool is_number = read_digits(reader->text, at).end != 0 ||
                     (is_han_language && read_han_number(reader->text, at).end != 0);
    struct found_word word = {WORD_NONE, 0, 0};
    if (!is_number)
        word = find_word(reader->lexicon, reader->text, at);
    size_t end = 0;
    if (is_number || word.kind == WORD_PERIOD)
        end = take_time(reader, at);
    if (end == 0 && (is_number || word.kind == WORD_MONTH))
        end = take_date(reader, at);
    if (end == 0 && is_number)
        end = take_numeral(reader, at, false);
    if (end == 0 && is_number)
        end = take_han_number(reader, at);
    return end == 0 ? take_word(reader, at, word) : end;
}

struct tokens read_tokens(struct arena *arena, const struct lexicon *lexicon,
                          struct slice text)
{
    struct token_reader reader = {arena, lexicon, text, {0}};
    struct slice symbol = find_symbol(text, 0);
    for (size_t at = 0; at < text.length;) {
        size_t end = 0;
        if (symbol.length > 0 && text.at + at == symbol.at) {
            end = at + symbol.length;
            add_token(&reader,
                      &(struct token){.kind = TOKEN_SYMBOL, .at = at, .end = end});
            symbol = find_symbol(text, end);
        } else {
            end = take_token(&reader, at);
        }
        at = end == 0 ? next_character(text, at) : end;
    }
    return reader.tokens;
}
