/* Document symbols in running text, by their form: capitals before the first of at least
 * two slashes, and a digit. */
#include "model/symbols.h"

#include <string.h>

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return is_capital(c) || (c >= 'a' && c <= 'z');
}

static bool is_symbol_byte(char c)
{
    return is_letter(c) || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
}

/* What a web address has besides: a path in one is no symbol. */
static bool is_token_byte(char c)
{
    return is_symbol_byte(c) || c == ':' || c == '?' || c == '=' || c == '&' ||
           c == '#' || c == '%' || c == '~' || c == '@';
}

static size_t token_end(struct slice text, size_t at)
{
    while (at < text.length && is_token_byte(text.at[at]))
        at++;
    return at;
}

/* Longer than any in use; it bounds the search in text without spaces. */
enum { LONGEST_SYMBOL = 100 };

static bool has_symbol_form(struct slice token)
{
    size_t slashes = 0, digits = 0;
    if (token.length == 0 || token.length > LONGEST_SYMBOL || !is_capital(token.at[0]))
        return false;
    for (size_t i = 0; i < token.length; i++) {
        char c = token.at[i];
        if (!is_symbol_byte(c) || (slashes == 0 && c >= 'a' && c <= 'z'))
            return false;
        if (c == '/' && i > 0 && token.at[i - 1] == '/')
            return false;
        slashes += c == '/';
        digits += is_digit(c);
    }
    return slashes >= 2 && digits > 0;
}

static struct slice without_last_mark(struct slice token)
{
    while (token.length > 0 && !is_letter(token.at[token.length - 1]) &&
           !is_digit(token.at[token.length - 1]))
        token.length--;
    return token;
}

/* Up to a hyphen behind which another symbol begins. */
static struct slice first_of_joined(struct slice token)
{
    for (size_t i = 1; i + 1 < token.length && i <= LONGEST_SYMBOL; i++) {
        struct slice rest = {token.at + i + 1, token.length - i - 1};
        struct slice first = {token.at, i};
        if (token.at[i] == '-' && has_symbol_form(first) && has_symbol_form(rest))
            return first;
    }
    return token;
}

struct slice find_symbol(struct slice text, size_t from)
{
    while (from < text.length) {
        size_t end = token_end(text, from);
        struct slice token = {text.at + from, end - from};
        token = first_of_joined(without_last_mark(token));
        if (has_symbol_form(token))
            return token;
        bool joined = end > from && text.at[from] == '-';
        from = joined ? from + 1 : end + 1;
    }
    return (struct slice){0};
}

static bool begins_with(struct slice token, struct slice start)
{
    return token.length > start.length && memcmp(token.at, start.at, start.length) == 0;
}

/* RFC 3986: all that an address may hold. */
static bool is_address_byte(char c)
{
    return c > ' ' && c < 0x7F && strchr("<>\"{}|\\^`", c) == NULL;
}

static size_t count_byte(struct slice token, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < token.length; i++)
        count += token.at[i] == c;
    return count;
}

/* The text's own: what ends a sentence, and a bracket that the address does not open. */
static bool ends_with_mark_of_text(struct slice token)
{
    char last = token.at[token.length - 1];
    if (last == ')')
        return count_byte(token, ')') > count_byte(token, '(');
    if (last == ']')
        return count_byte(token, ']') > count_byte(token, '[');
    return strchr(".,:;!?*_~'", last) != NULL;
}

/* As the autolinks of GitHub Flavored Markdown end. */
static struct slice address_at(struct slice text, size_t from)
{
    struct slice token = {text.at + from, 0};
    while (from + token.length < text.length && is_address_byte(token.at[token.length]))
        token.length++;
    while (token.length > 0 && ends_with_mark_of_text(token))
        token.length--;
    return token;
}

struct slice find_address(struct slice text, size_t from)
{
    for (; from < text.length; from = token_end(text, from) + 1) {
        struct slice token = address_at(text, from);
        if (begins_with(token, SLICE("https://")) || begins_with(token, SLICE("http://")))
            return token;
    }
    return (struct slice){0};
}
