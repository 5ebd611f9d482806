/* Where words of another script begin and end. */
#include "page/foreign.h"

#include "base/utf8.h"
#include "text/punctuation.h"

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_latin_letter(codepoint c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/* All that is neither white nor an ideograph: a word with what is written to it. */
static bool is_token_character(codepoint c)
{
    return c > ' ' && c != 0xA0 && c < 0x2E80;
}

static size_t token_end(struct slice text, size_t at)
{
    for (size_t size; at < text.length; at += size)
        if (!is_token_character(utf8_decode(text.at + at, text.length - at, &size)))
            break;
    return at;
}

/* Two small letters that follow each other, or the end. */
static size_t find_small_letters(struct slice text, size_t at)
{
    while (at + 1 < text.length && !(is_small(text.at[at]) && is_small(text.at[at + 1])))
        at++;
    return at + 1 < text.length ? at : text.length;
}

static bool is_address_mark(codepoint c)
{
    return c == '/' || c == ':' || c == '@' || c == '_' || (c >= '0' && c <= '9');
}

static bool is_roman(char c)
{
    return c == 'i' || c == 'v' || c == 'x';
}

/* Two small letters that follow each other and are not all of a number: (iii). */
static bool has_word(struct slice token)
{
    for (size_t i = 0; i + 1 < token.length; i++)
        if (is_small(token.at[i]) && is_small(token.at[i + 1]) &&
            !(is_roman(token.at[i]) && is_roman(token.at[i + 1])))
            return true;
    return false;
}

/* From the token's first letter to its last; empty when it is no word: an address, an
 * acronym, a number. */
static struct slice word_in_token(struct slice token)
{
    size_t first = token.length, last = 0;
    if (!has_word(token))
        return (struct slice){0};
    for (size_t at = 0, size; at < token.length; at += size) {
        codepoint c = utf8_decode(token.at + at, token.length - at, &size);
        if (is_address_mark(c) && at + size < token.length)
            return (struct slice){0};
        if (!is_latin_letter(c))
            continue;
        first = at < first ? at : first;
        last = at + size;
    }
    return (struct slice){token.at + first, last - first};
}

static bool is_all_letters(struct slice token)
{
    for (size_t at = 0, size; at < token.length; at += size)
        if (!is_latin_letter(utf8_decode(token.at + at, token.length - at, &size)))
            return false;
    return true;
}

/* The token behind spaces; empty when something else is there. */
static struct slice next_token(struct slice text, size_t at)
{
    size_t start = at;
    while (start < text.length && text.at[start] == ' ')
        start++;
    size_t end = start > at ? token_end(text, start) : start;
    return (struct slice){text.at + start, end - start};
}

/* With the words that follow it, and an acronym or a letter between two. */
static struct slice words_from(struct slice text, struct slice first)
{
    struct slice words = first;
    size_t at = token_end(text, (size_t)(first.at - text.at));
    for (;;) {
        struct slice token = next_token(text, at);
        struct slice word = word_in_token(token);
        if (word.length > 0)
            words.length = (size_t)(word.at + word.length - words.at);
        else if (token.length == 0 || !is_all_letters(token))
            return words;
        at = (size_t)(token.at + token.length - text.at);
    }
}

static size_t token_start(struct slice text, size_t from, size_t at)
{
    size_t start = from;
    for (size_t size; from < at; from += size)
        if (!is_token_character(utf8_decode(text.at + from, text.length - from, &size)))
            start = from + size;
    return start;
}

static struct slice find_latin(struct slice text, size_t from)
{
    for (size_t at; (at = find_small_letters(text, from)) < text.length;) {
        size_t start = token_start(text, from, at);
        from = token_end(text, at);
        struct slice word = word_in_token((struct slice){text.at + start, from - start});
        if (word.length > 0)
            return words_from(text, word);
    }
    return (struct slice){0};
}

/* Ideographs, and marks of Chinese text between them. */
static struct slice find_ideographs(struct slice text, size_t from)
{
    size_t first = text.length, last = text.length;
    for (size_t at = from, size; at < text.length; at += size) {
        codepoint c = utf8_decode(text.at + at, text.length - at, &size);
        if (is_han(c)) {
            first = at < first ? at : first;
            last = at + size;
        } else if (first < text.length &&
                   (c < 0x3000 || punct_cell(c).class == PUNCT_NONE)) {
            break;
        }
    }
    return (struct slice){text.at + first, last - first};
}

struct slice find_foreign(struct slice text, size_t from, bool is_han)
{
    return is_han ? find_latin(text, from) : find_ideographs(text, from);
}
