/* Symbols of documents: slips in their form, and in their series. */
#include "check/checker.h"

#include "check/numbers.h"
#include <string.h>

/* A slip in a symbol. */
struct slip {
    size_t at, size;  /* size 0: there is none */
    const char *what; /* "two slashes" */
    const char *mend;
};

static bool is_lower(codepoint c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(codepoint c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_quote(codepoint c)
{
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) ||
           (c >= 0x300C && c <= 0x300F);
}

/* Behind a word of the United Nations' symbols that has a number, 0: there is none. */
static size_t series_end(struct slice symbol, size_t at)
{
    static const char *const words[] = {"L",   "CRP",  "INF", "WP",
                                        "Add", "Corr", "Rev", "Amend"};
    struct slice rest = {symbol.at + at, symbol.length - at};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts(rest, words[i]) &&
            !is_ascii_letter(character_at(symbol, at + strlen(words[i]))))
            return at + strlen(words[i]);
    return 0;
}

/* “81L.2” for “81/L.2” */
static bool lacks_slash(struct slice symbol, size_t at)
{
    size_t end =
        is_ascii_digit(character_before(symbol, at)) ? series_end(symbol, at) : 0;
    return end != 0 && character_at(symbol, end) == '.' &&
           is_ascii_digit(character_at(symbol, end + 1));
}

/* UN symbols, and others that are written like them: a capital first, two slashes at
 * least, or one that is missing.  Those of other forms are not judged. */
static bool is_slashed_symbol(struct slice symbol)
{
    size_t slashes = 0;
    for (size_t at = 0; at < symbol.length; at = next_character(symbol, at)) {
        codepoint c = character_at(symbol, at);
        slashes += c == '/' || c == 0xFF0F || lacks_slash(symbol, at);
    }
    size_t first = is_quote(character_at(symbol, 0)) ? next_character(symbol, 0) : 0;
    return slashes >= 2 && is_upper(character_at(symbol, first));
}

/* “L2” for “L.2”: the whole part. */
static size_t series_with_digit(struct slice symbol, size_t at)
{
    struct number number = {0};
    if (character_before(symbol, at) == '/' && series_end(symbol, at) != 0)
        number = read_digits(symbol, series_end(symbol, at));
    codepoint next = character_at(symbol, number.end);
    bool is_whole = next == '/' || next == ' ' || next == CODEPOINT_INVALID;
    return number.end != 0 && is_whole ? number.end - at : 0;
}

/* “Add1” for “Add.1”: capital, small letters, digit. */
static size_t word_with_digit(struct slice symbol, size_t at)
{
    size_t end = at + 1;
    codepoint before = character_before(symbol, at);
    if (!is_upper(character_at(symbol, at)) || is_ascii_letter(before) ||
        !is_lower(character_at(symbol, end)))
        return 0;
    while (is_lower(character_at(symbol, end)))
        end++;
    return is_ascii_digit(character_at(symbol, end)) ? end + 1 - at : 0;
}

static struct slip slip_at(struct slice symbol, size_t at)
{
    codepoint c = character_at(symbol, at), before = character_before(symbol, at);
    size_t size = next_character(symbol, at) - at;
    codepoint next = character_at(symbol, at + size);
    if (is_quote(c))
        return (struct slip){at, size, "a quotation mark",
                             "take it out: only \" and ' mark a value in YAML"};
    if (c >= 0xFF01 && c <= 0xFF5E)
        return (struct slip){at, size, "a full-width character",
                             "write the ordinary one"};
    if (c >= 0x2010 && c <= 0x2015)
        return (struct slip){at, size, "a dash instead of a hyphen", "write “-”"};
    if (c == '/' && next == '/')
        return (struct slip){at, 2, "two slashes", "take one out"};
    if (c == '/' && (at == 0 || next == CODEPOINT_INVALID))
        return (struct slip){at, 1,
                             at == 0 ? "a slash at its start" : "a slash at its end",
                             "take it out, or complete the symbol"};
    if (c == ' ' && (before == '/' || next == '/'))
        return (struct slip){at, 1, "a space beside a slash", "take it out"};
    if (c == ' ' && before == '.' && is_ascii_digit(next))
        return (struct slip){at, 1, "a space behind a point", "take it out"};
    if (strchr(".,;:", (int)(c < 0x80 ? c : 'x')) != NULL && next == CODEPOINT_INVALID)
        return (struct slip){at, 1, "a mark at its end", "take it out"};
    if ((c == 'O' || c == 'o' || c == 'l') && is_ascii_digit(before) &&
        is_ascii_digit(next))
        return (struct slip){at, 1, "a letter between digits", "write the digit 0 or 1"};
    if (lacks_slash(symbol, at))
        return (struct slip){at, 1, "no slash before this letter", "put one before it"};
    size_t numbered = word_with_digit(symbol, at);
    return (struct slip){at, numbered > 0 ? numbered : series_with_digit(symbol, at),
                         "a number without a point before it",
                         "put a point before the number"};
}

static struct slip find_slip(struct slice symbol)
{
    for (size_t at = 0; at < symbol.length; at = next_character(symbol, at)) {
        struct slip slip = slip_at(symbol, at);
        if (slip.size > 0)
            return slip;
    }
    return (struct slip){0};
}

/* Byte for byte where that is known, else the whole symbol. */
static struct place slip_place(struct slice symbol, struct place place, struct slip slip)
{
    if (place.length == symbol.length)
        place = (struct place){place.source, place.at + slip.at, slip.size};
    return place;
}

static void check_form(struct checker *checker, struct slice symbol, struct place place)
{
    if (symbol.length == 0 || !is_slashed_symbol(symbol))
        return;
    struct slip slip = find_slip(symbol);
    if (slip.size == 0)
        return;
    tell(checker, slip_place(symbol, place, slip), "the symbol “%.*s” has %s",
         (int)symbol.length, symbol.at, slip.what);
    tell_mend(checker, "%s", slip.mend);
}

/* A visit to every document's symbol. */
static void visit_symbols(struct checker *checker, const struct agenda_items *items,
                          void visit(struct checker *, struct slice, struct place))
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        for (size_t k = 0; k < item->document_count; k++)
            visit(checker, item->documents[k].symbol, item->documents[k].symbol_place);
        visit_symbols(checker, &item->items, visit);
    }
}

/* The document's own; several when bodies issue it together. */
static void visit_own_symbols(struct checker *checker,
                              void visit(struct checker *, struct slice, struct place))
{
    const struct field *field = agenda_field(checker->edition->agenda, "symbol");
    for (size_t i = 0; field != NULL && i < field->spans.count; i++) {
        const struct span *span = &field->spans.at[i];
        if (span->kind == SPAN_TEXT && (span->form & SPAN_SYMBOL) != 0)
            visit(checker, span->text, span->place);
    }
}

/* The first of them. */
static struct slice own_symbol(struct checker *checker, struct place *place)
{
    const struct field *field = agenda_field(checker->edition->agenda, "symbol");
    if (field == NULL || field->spans.count == 0)
        return (struct slice){0};
    *place = field->place;
    return field->spans.at[0].text;
}

/* In running text only what cannot be meant: a token with two slashes together, or with
 * one that is full-width. */
static bool is_token_character(codepoint c)
{
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '/' || c == 0xFF0F ||
           c == '.' || c == '-' || c == '_';
}

static size_t token_end(struct slice text, size_t at)
{
    while (at < text.length && is_token_character(character_at(text, at)))
        at = next_character(text, at);
    return at;
}

static bool has_broken_slash(struct slice token)
{
    for (size_t at = 0; at < token.length; at = next_character(token, at))
        if (character_at(token, at) == 0xFF0F ||
            (token.at[at] == '/' && character_at(token, at + 1) == '/'))
            return true;
    return false;
}

static void check_text_symbols(struct checker *checker, const struct text *text)
{
    struct slice all = text->text;
    for (size_t at = 0, end; at < all.length; at = end) {
        end = token_end(all, at);
        struct slice token = {all.at + at, end - at};
        while (token.length > 0 && strchr("/.-", token.at[token.length - 1]) != NULL)
            token.length--;
        if (token.length > 0 && has_broken_slash(token))
            check_form(checker, token, text_place(text, at, at + token.length));
        if (end == at)
            end = next_character(all, at);
    }
}

void find_malformed_symbols(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    visit_own_symbols(checker, check_form);
    visit_symbols(checker, &checker->edition->agenda->items, check_form);
    for (size_t i = 0; i < texts->count; i++)
        check_text_symbols(checker, &texts->at[i]);
}

/* The part of a symbol before the slash number `n`. */
static struct slice symbol_part(struct slice symbol, size_t n)
{
    size_t from = 0;
    for (; n > 0 && from < symbol.length; from++)
        n -= symbol.at[from] == '/';
    if (n > 0)
        return (struct slice){0};
    size_t end = from;
    while (end < symbol.length && symbol.at[end] != '/')
        end++;
    return (struct slice){symbol.at + from, end - from};
}

static size_t part_count(struct slice symbol)
{
    size_t count = 1;
    for (size_t i = 0; i < symbol.length; i++)
        count += symbol.at[i] == '/';
    return count;
}

/* “WG3” and “WG.3”, “Wg.3” and “WG.3”: the same letters and digits. */
static bool differs_in_marks(struct slice a, struct slice b)
{
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        while (i < a.length && strchr(".-_ ", a.at[i]) != NULL)
            i++;
        while (k < b.length && strchr(".-_ ", b.at[k]) != NULL)
            k++;
        if (i >= a.length || k >= b.length)
            return i >= a.length && k >= b.length;
        if ((a.at[i] | 0x20) != (b.at[k] | 0x20))
            return false;
    }
}

/* “CPO” and “COP”: two neighbouring letters have changed places. */
static bool differs_in_order(struct slice a, struct slice b)
{
    size_t i = 0;
    if (a.length != b.length)
        return false;
    while (i < a.length && a.at[i] == b.at[i])
        i++;
    if (i + 1 >= a.length || a.at[i] != b.at[i + 1] || a.at[i + 1] != b.at[i] ||
        !is_ascii_letter((codepoint)a.at[i]) || !is_ascii_letter((codepoint)a.at[i + 1]))
        return false;
    struct slice rest_a = {a.at + i + 2, a.length - i - 2};
    struct slice rest_b = {b.at + i + 2, b.length - i - 2};
    return slice_same(rest_a, rest_b);
}

/* The one part, of those before the last, that is a slip for the own symbol's: an empty
 * slice when there is none, or when another part differs, too. */
static struct slice slipped_part(struct slice symbol, struct slice own,
                                 struct slice *meant)
{
    struct slice slipped = {0};
    size_t count = part_count(own);
    if (count < 3 || part_count(symbol) != count)
        return slipped;
    for (size_t n = 0; n + 1 < count; n++) {
        struct slice a = symbol_part(symbol, n), b = symbol_part(own, n);
        if (slice_same(a, b))
            continue;
        if (slipped.length > 0 || !(differs_in_marks(a, b) || differs_in_order(a, b)))
            return (struct slice){0};
        slipped = a;
        *meant = b;
    }
    return slipped;
}

/* Of ".../2020/1" 2020; 0: it has no year there. */
static int symbol_year(struct slice symbol)
{
    size_t count = part_count(symbol);
    struct slice part = count < 3 ? (struct slice){0} : symbol_part(symbol, count - 2);
    struct number year = read_digits(part, 0);
    return part.length == 4 && year.digits == 4 ? (int)year.value : 0;
}

static bool same_series(struct slice a, struct slice b)
{
    size_t count = part_count(a);
    for (size_t n = 0; n + 2 < count; n++)
        if (!slice_same(symbol_part(a, n), symbol_part(b, n)))
            return false;
    return count == part_count(b);
}

static bool check_slipped_part(struct checker *checker, struct slice symbol,
                               struct place place, struct slice own)
{
    struct slice meant = {0};
    struct slice slipped = slipped_part(symbol, own, &meant);
    if (slipped.length == 0)
        return false;
    struct slip slip = {(size_t)(slipped.at - symbol.at), slipped.length, "", ""};
    tell(checker, slip_place(symbol, place, slip),
         "this document's own symbol has “%.*s” for “%.*s”", (int)meant.length, meant.at,
         (int)slipped.length, slipped.at);
    tell_mend(checker, "write “%.*s”, if it is of the same series", (int)meant.length,
              meant.at);
    return true;
}

/* Next year's documents may be ready, later ones are not. */
static bool check_year(struct checker *checker, struct slice symbol, struct place place,
                       struct slice own)
{
    int year = symbol_year(symbol), own_year = symbol_year(own);
    if (own_year == 0 || year <= own_year + 1 || !same_series(symbol, own))
        return false;
    struct slice part = symbol_part(symbol, part_count(symbol) - 2);
    struct slip slip = {(size_t)(part.at - symbol.at), part.length, "", ""};
    tell(checker, slip_place(symbol, place, slip),
         "a document of %d in the series of one of %d", year, own_year);
    tell_mend(checker, "correct the year");
    return true;
}

static void check_series(struct checker *checker, struct slice symbol, struct place place)
{
    struct place own_place = {0};
    struct slice own = own_symbol(checker, &own_place);
    if (check_slipped_part(checker, symbol, place, own) ||
        check_year(checker, symbol, place, own))
        tell_related(checker, own_place, "this document's own symbol");
}

void find_other_series(struct checker *checker)
{
    visit_symbols(checker, &checker->edition->agenda->items, check_series);
}
