/* Brackets and quotation marks that are opened and not closed, or closed and not opened.
 */
#include "check/checker.h"

#include "base/vec.h"
#include "check/numbers.h"

struct mark_pair {
    codepoint open, close;
    int family; /* half- and full-width brackets of one form */
};

struct mark_pairs {
    const struct mark_pair *at;
    size_t count;
};

/* A mark that is open. */
struct open_mark {
    const struct text *text;
    size_t at;
    const struct mark_pair *pair;
};

struct balance {
    struct checker *checker;
    const struct mark_pairs *pairs;
    struct open_mark *at; /* the last one on top */
    size_t count, capacity;
};

static struct place mark_place(const struct text *text, size_t at)
{
    return text_place(text, at, next_character(text->text, at));
}

static void tell_open(const struct balance *balance, const struct open_mark *mark)
{
    struct slice text = mark->text->text;
    tell(balance->checker, mark_place(mark->text, mark->at), "“%.*s” is never closed",
         TEXT_PART(mark->text, mark->at, next_character(text, mark->at)));
}

/* The label of an entry, “a)” or “2）”, opens nothing. */
static bool is_label(struct slice text, size_t at)
{
    enum { LONGEST_LABEL = 4 };
    size_t from = at, count = 0;
    bool has_han = false;
    while (from > 0 && count <= LONGEST_LABEL) {
        codepoint c = character_before(text, from);
        if (!is_ascii_letter(c) && !is_ascii_digit(c) && !is_han(c))
            break;
        has_han |= is_han(c);
        from = utf8_previous(text.at, from);
        count++;
    }
    return count > 0 && count <= (has_han ? 2 : LONGEST_LABEL);
}

/* The ’ of “Xi’an” is no quotation mark. */
static bool is_apostrophe(struct slice text, size_t at)
{
    codepoint c = character_at(text, at);
    return (c == 0x2019 || c == '\'') && is_ascii_letter(character_before(text, at));
}

static void close_mark(struct balance *balance, const struct text *text, size_t at,
                       const struct mark_pair *pair)
{
    size_t size = next_character(text->text, at) - at;
    size_t i = balance->count;
    while (i > 0 && balance->at[i - 1].pair->family != pair->family)
        i--;
    if (i == 0) {
        if (!is_label(text->text, at) && !is_apostrophe(text->text, at))
            tell(balance->checker, mark_place(text, at), "nothing opens this “%.*s”",
                 (int)size, text->text.at + at);
        return;
    }
    while (balance->count > i)
        tell_open(balance, &balance->at[--balance->count]);
    const struct open_mark *open = &balance->at[--balance->count];
    if (open->pair == pair)
        return;
    tell(balance->checker, mark_place(text, at),
         "“%.*s” closes what a mark of another width opened", (int)size,
         text->text.at + at);
    tell_related(balance->checker, mark_place(open->text, open->at), "it opens here");
}

/* A quotation over several paragraphs is opened anew in each of them. */
static bool is_opened_anew(const struct balance *balance, const struct text *text,
                           size_t at)
{
    return balance->count > 0 && at == skip_spaces(text->text, 0) &&
           balance->at[balance->count - 1].text != text &&
           balance->at[balance->count - 1].pair->open == character_at(text->text, at);
}

/* Only alternatives in square brackets hold whole paragraphs. */
static bool may_hold_paragraphs(const struct mark_pair *pair)
{
    return pair->open == '[' || pair->open == 0xFF3B || pair->open == 0x3014;
}

/* What is open where a paragraph begins, and will not be closed in it. */
static void end_paragraph(struct balance *balance, const struct text *next)
{
    bool goes_on =
        next != NULL && is_opened_anew(balance, next, skip_spaces(next->text, 0));
    while (balance->count > 0 && !goes_on &&
           !may_hold_paragraphs(balance->at[balance->count - 1].pair))
        tell_open(balance, &balance->at[--balance->count]);
}

static void take_character(struct balance *balance, const struct text *text, size_t at)
{
    codepoint c = character_at(text->text, at);
    for (size_t i = 0; i < balance->pairs->count; i++) {
        const struct mark_pair *pair = &balance->pairs->at[i];
        if (c == pair->open && !is_opened_anew(balance, text, at)) {
            vec_push(balance->checker->arena, balance,
                     (struct open_mark){text, at, pair});
            return;
        }
        if (c == pair->close) {
            close_mark(balance, text, at, pair);
            return;
        }
    }
}

/* All paragraphs of an annotation, or of another text. */
static void check_unit(struct checker *checker, const struct mark_pairs *pairs,
                       const struct text *texts, size_t count)
{
    struct balance balance = {.checker = checker, .pairs = pairs};
    for (size_t i = 0; i < count; i++) {
        struct slice text = texts[i].text;
        for (size_t at = 0; at < text.length; at = next_character(text, at))
            take_character(&balance, &texts[i], at);
        end_paragraph(&balance, i + 1 < count ? &texts[i + 1] : NULL);
    }
    while (balance.count > 0)
        tell_open(&balance, &balance.at[--balance.count]);
}

static void check_units(struct checker *checker, const struct mark_pairs *pairs)
{
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0, count; i < texts->count; i += count) {
        count = unit_length(texts, i);
        check_unit(checker, pairs, &texts->at[i], count);
    }
}

void find_unbalanced_brackets(struct checker *checker)
{
    static const struct mark_pair brackets[] = {
        {'(', ')', 1},       {0xFF08, 0xFF09, 1}, {'[', ']', 2},
        {0xFF3B, 0xFF3D, 2}, {'{', '}', 3},       {0xFF5B, 0xFF5D, 3},
        {0x3010, 0x3011, 4}, {0x3014, 0x3015, 5}, {0x3016, 0x3017, 6},
        {0x300A, 0x300B, 7}, {0x3008, 0x3009, 8},
    };
    const struct mark_pairs pairs = {brackets, sizeof brackets / sizeof *brackets};
    check_units(checker, &pairs);
}

/* As the language pairs them: „ “ here are “ ” there. */
static struct mark_pairs language_quotes(struct checker *checker)
{
    const struct words *quotes = &checker->edition->language->reading.quotes;
    struct mark_pair *pairs = arena_array(checker->arena, quotes->count, sizeof *pairs);
    for (size_t i = 0; i < quotes->count; i++) {
        struct slice pair = slice_from_text(quotes->at[i]);
        size_t second = pair.length == 0 ? 0 : next_character(pair, 0);
        pairs[i] =
            (struct mark_pair){character_at(pair, 0), character_at(pair, second), (int)i};
    }
    return (struct mark_pairs){pairs, quotes->count};
}

/* The last of an odd number of " in a text; where one of them stands behind a digit (5",
 * "page 12"), nobody knows which. */
static void check_straight_quotes(struct checker *checker, const struct text *text)
{
    struct slice all = text->text;
    size_t count = 0, last = 0;
    for (size_t at = 0; at < all.length; at++) {
        if (all.at[at] != '"')
            continue;
        if (is_ascii_digit(character_before(all, at)))
            return;
        count++;
        last = at;
    }
    if (count % 2 != 0)
        tell(checker, mark_place(text, last), "“\"” has no other one to pair with");
}

void find_unbalanced_quotes(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    struct mark_pairs pairs = language_quotes(checker);
    check_units(checker, &pairs);
    for (size_t i = 0; i < texts->count; i++)
        check_straight_quotes(checker, &texts->at[i]);
}
