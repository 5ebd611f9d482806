/* Document symbols and addresses: long, without white space, and parted only where their
 * own marks say so.  No hyphen is added. */
#include "text/part_symbols.h"

#include "text/breaks.h"
#include <string.h>

/* So many characters at least stay before and after. */
enum { LEAST_PART = 2 };

static codepoint character(const struct letters *letters, size_t i)
{
    return i < letters->count ? letters->at[i].c : 0;
}

static bool is_upper(codepoint c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(codepoint c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(codepoint c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

static bool is_one_of(codepoint c, const char *set)
{
    return c != 0 && c < 0x80 && strchr(set, (int)c) != NULL;
}

static bool is_symbol_part(codepoint c)
{
    return is_letter(c) || is_digit(c) || is_one_of(c, "./-");
}

/* RFC 3986: all that an address may hold, without what mostly is the text's around it. */
static bool is_address_part(codepoint c)
{
    return c > ' ' && c < 0x7F && !is_one_of(c, "<>\"{}|\\^`");
}

/* A piece of text without white space. */
struct token {
    const struct letters *letters;
    size_t first, end;
    size_t last_slash; /* `first` when it has none, or begins with it */
    bool has_digit;
};

static struct token token_between(const struct letters *letters, size_t first, size_t end)
{
    struct token token = {letters, first, end, first, false};
    for (size_t i = first; i < end; i++) {
        codepoint c = character(letters, i);
        token.has_digit |= is_digit(c);
        if (c == '/')
            token.last_slash = i;
    }
    return token;
}

/* The hyphen of .../2017/4-CTOC/...: a symbol ends before it and one begins behind it. */
static bool is_join(const struct token *token, size_t hyphen)
{
    codepoint before = character(token->letters, hyphen - 1);
    return character(token->letters, hyphen) == '-' && token->last_slash > hyphen &&
           (is_digit(before) || is_letter(before)) &&
           is_upper(character(token->letters, hyphen + 1));
}

/* Prices of a line end before letter i, which is LEAST_PART letters inside. */
static int price_in_symbol(const struct token *token, size_t i)
{
    if (is_join(token, i - 1))
        return BREAK_AFTER_JOIN;
    bool is_end = character(token->letters, i - 1) == '/' &&
                  is_letter(character(token->letters, i));
    return is_end ? BREAK_AFTER_SLASH : BREAK_FORBIDDEN;
}

static int price_in_address(const struct token *token, size_t i)
{
    static const char ends[] = "/?&=.-_#:;,+";
    bool is_end = is_one_of(character(token->letters, i - 1), ends) &&
                  !is_one_of(character(token->letters, i), ends);
    return is_end ? BREAK_AFTER_SLASH : BREAK_FORBIDDEN;
}

static void part(const struct token *token, int *price,
                 int price_of(const struct token *, size_t i))
{
    for (size_t i = token->first + 1; i < token->end; i++) {
        bool is_far_in = i - token->first >= LEAST_PART && token->end - i >= LEAST_PART;
        int *here = &price[token->letters->at[i].at];
        if (*here != BREAK_MUST)
            *here = is_far_in ? price_of(token, i) : BREAK_FORBIDDEN;
    }
}

static bool address_starts(const struct letters *letters, size_t first)
{
    static const char *const beginnings[] = {"http://", "https://", "www."};
    size_t at = letters->at[first].at;
    struct slice rest = {letters->text.at + at, letters->text.length - at};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (slice_starts(rest, beginnings[i]))
            return true;
    return false;
}

static size_t token_end(const struct letters *letters, size_t first,
                        bool is_part(codepoint))
{
    while (is_part(character(letters, first)))
        first++;
    return first;
}

/* The token without the marks of the sentence around it. */
static struct token trim_token(const struct letters *letters, size_t first, size_t end)
{
    while (end > first && is_one_of(character(letters, end - 1), ".,;:!?'-/)"))
        end--;
    return token_between(letters, first, end);
}

/* A/80/L.5, CTOC/COP/2008/CRP.5; not and/or, 24/7, N/A. */
static bool is_symbol(const struct token *token)
{
    return token->first < token->end && token->last_slash > token->first &&
           token->has_digit && is_upper(character(token->letters, token->first));
}

/* Parts the token that begins here, and returns where the next one may. */
static size_t part_token(const struct letters *letters, size_t first, int *price)
{
    bool is_address = address_starts(letters, first);
    size_t end = token_end(letters, first, is_address ? is_address_part : is_symbol_part);
    struct token token = trim_token(letters, first, end);
    if (is_address)
        part(&token, price, price_in_address);
    else if (is_symbol(&token))
        part(&token, price, price_in_symbol);
    return end;
}

static void part_stretch(const struct letters *letters, const struct stretch *stretch,
                         int *price)
{
    struct token token = token_between(letters, letter_at_byte(letters, stretch->start),
                                       letter_at_byte(letters, stretch->end));
    part(&token, price, price_in_symbol);
}

void part_symbols(const struct letters *letters, const struct passage *passage,
                  int *price)
{
    for (size_t i = 0; i < letters->count;) {
        codepoint c = letters->at[i].c;
        i = is_letter(c) || is_digit(c) ? part_token(letters, i, price) : i + 1;
    }
    for (size_t i = 0; i < passage->count; i++)
        if (passage->at[i].is_symbol)
            part_stretch(letters, &passage->at[i], price);
}
