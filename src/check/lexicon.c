/* Finding the words of a language. */
#include "check/lexicon.h"

#include "base/vec.h"
#include <stdlib.h>

static unsigned char lower(char byte)
{
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

unsigned char first_letter(struct slice text, size_t at)
{
    codepoint c = character_at(text, at);
    return c < 0x80 ? lower((char)c) : (unsigned char)c;
}

bool is_dash(codepoint c)
{
    return c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
           c == 0xFF5E;
}

/* Behind the first character of `pattern` when it stands at `at`, 0: it does not.  A dash
 * stands for every dash. */
static size_t match_character(struct slice pattern, struct slice text, size_t at)
{
    if (at >= text.length)
        return 0;
    if ((unsigned char)pattern.at[0] < 0x80)
        return lower(pattern.at[0]) == lower(text.at[at]) ? at + 1 : 0;
    size_t size = next_character(pattern, 0);
    struct slice same = {pattern.at, size};
    struct slice here = {text.at + at, text.length - at < size ? 0 : size};
    if (slice_same(here, same))
        return at + size;
    return is_dash(character_at(pattern, 0)) && is_dash(character_at(text, at))
               ? next_character(text, at)
               : 0;
}

size_t match_literal(const struct language *language, struct slice literal,
                     struct slice text, size_t at)
{
    while (literal.length > 0) {
        size_t size = next_character(literal, 0);
        size_t end = at;
        if (literal.at[0] == ' ') {
            end = skip_spaces(text, at);
            if (end == at && !language->is_han)
                return 0;
        } else {
            if (language->is_han)
                at = skip_spaces(text, at);
            end = match_character(literal, text, at);
            if (end == 0)
                return 0;
        }
        at = end;
        literal = (struct slice){literal.at + size, literal.length - size};
    }
    return at;
}

bool can_begin(struct slice text, size_t at)
{
    return !is_space(character_at(text, at)) && !is_inside_word(text, at);
}

size_t match_word(const struct language *language, struct slice word, struct slice text,
                  size_t at)
{
    if (word.length == 0 || match_character(word, text, at) == 0 || !can_begin(text, at))
        return 0;
    size_t end = match_literal(language, word, text, at);
    return end == 0 || is_inside_word(text, end) ? 0 : end;
}

size_t match_words(const struct language *language, const struct words *words,
                   struct slice text, size_t at)
{
    size_t longest = 0;
    for (size_t i = 0; i < words->count; i++) {
        size_t end = match_word(language, slice_from_text(words->at[i]), text, at);
        if (end > longest)
            longest = end;
    }
    return longest;
}

static bool is_spelled(const char *word, struct slice text, size_t from, size_t to)
{
    struct slice rest = slice_from_text(word);
    for (from = skip_spaces(text, from); from < to; from = skip_spaces(text, from)) {
        size_t end = rest.length == 0 ? 0 : match_character(rest, text, from);
        if (end == 0)
            return false;
        size_t size = next_character(rest, 0);
        rest = (struct slice){rest.at + size, rest.length - size};
        from = end;
    }
    return rest.length == 0;
}

bool is_joined_by(const struct words *words, struct slice text, size_t from, size_t to)
{
    for (size_t i = 0; i < words->count; i++)
        if (is_spelled(words->at[i], text, from, to))
            return true;
    return false;
}

/* Months that are numbers are read as such. */
static void add_word(struct arena *arena, struct lexicon *lexicon, const char *text,
                     enum word_kind kind, int64_t value)
{
    if (text[0] != '\0' && !(kind == WORD_MONTH && is_ascii_digit((codepoint)text[0])))
        vec_push(arena, lexicon, (struct word){slice_from_text(text), kind, value});
}

static void add_words(struct arena *arena, struct lexicon *lexicon, const char *usual,
                      const struct words *further, enum word_kind kind, int64_t value)
{
    add_word(arena, lexicon, usual, kind, value);
    for (size_t i = 0; i < further->count; i++)
        add_word(arena, lexicon, further->at[i], kind, value);
}

static int compare_first_letters(const void *a, const void *b)
{
    const struct word *one = a, *other = b;
    return first_letter(one->text, 0) - first_letter(other->text, 0);
}

static void index_words(struct lexicon *lexicon)
{
    if (lexicon->count > 0)
        qsort(lexicon->at, lexicon->count, sizeof *lexicon->at, compare_first_letters);
    size_t i = 0;
    for (int byte = 0; byte <= 256; byte++) {
        while (i < lexicon->count && first_letter(lexicon->at[i].text, 0) < byte)
            i++;
        lexicon->starts[byte] = i;
    }
}

struct lexicon *new_lexicon(struct arena *arena, const struct language *language)
{
    const struct reading_words *reading = &language->reading;
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    lexicon->language = language;
    for (int i = 0; i < 7; i++)
        add_words(arena, lexicon, language->weekdays[i], &reading->weekdays[i],
                  WORD_WEEKDAY, i);
    for (int i = 0; i < 12; i++)
        add_words(arena, lexicon, language->months[i], &reading->months[i], WORD_MONTH,
                  i + 1);
    for (int i = 0; i < 2; i++)
        add_words(arena, lexicon, language->times.periods[i], &reading->periods[i],
                  WORD_PERIOD, i);
    for (size_t i = 0; i < reading->numbers.count; i++)
        add_word(arena, lexicon, reading->numbers.at[i].word, WORD_NUMBER,
                 reading->numbers.at[i].value);
    index_words(lexicon);
    return lexicon;
}

struct found_word find_word(const struct lexicon *lexicon, struct slice text, size_t at)
{
    struct found_word found = {WORD_NONE, 0, 0};
    if (at >= text.length)
        return found;
    unsigned char letter = first_letter(text, at);
    size_t first = lexicon->starts[letter], end_of_letter = lexicon->starts[letter + 1];
    if (first == end_of_letter || !can_begin(text, at))
        return found;
    for (size_t i = first; i < end_of_letter; i++) {
        const struct word *word = &lexicon->at[i];
        size_t end = match_word(lexicon->language, word->text, text, at);
        if (end > found.end)
            found = (struct found_word){word->kind, word->value, end};
    }
    return found;
}
