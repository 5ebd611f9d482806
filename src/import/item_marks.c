/* Numbers in front of titles, in all forms that agendas use. */
#include "import/words.h"

/* A number on its way. */
struct mark_reader {
    struct slice text;
    size_t at;
    struct item_mark mark;
};

static bool is_open(codepoint c)
{
    return c == '(' || c == 0xFF08;
}

static bool is_close(codepoint c)
{
    return c == ')' || c == 0xFF09;
}

static bool is_stop(codepoint c)
{
    return c == '.' || c == 0x3001 || c == 0xFF0E;
}

static int roman_value(codepoint c)
{
    static const struct {
        char digit;
        int value;
    } digits[] = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}};
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if ((c | 0x20) == (codepoint)digits[i].digit)
            return digits[i].value;
    return 0;
}

/* "iv", "XII"; behind it in *end, 0: none. */
static int read_roman(struct slice text, size_t at, size_t *end)
{
    int sum = 0, value;
    *end = 0;
    while (sum < 100 && (value = roman_value(character_at(text, at))) > 0) {
        int next = roman_value(character_at(text, at + 1));
        sum += next > value ? -value : value;
        *end = ++at;
    }
    if (is_ascii_letter(character_at(text, at)))
        *end = 0;
    return *end == 0 || sum < 1 ? 0 : sum;
}

static void add_part(struct mark_reader *at, enum mark_form form, int number, int roman,
                     size_t end)
{
    int i = at->mark.count++;
    at->mark.part[i].form = form;
    at->mark.part[i].number = number;
    at->mark.part[i].roman = roman;
    at->at = end;
}

/* A number without what is around it. */
static bool read_part(struct mark_reader *at, bool letters_too)
{
    enum { LARGEST = 999 };
    struct number number = read_digits(at->text, at->at);
    size_t roman_end;
    int roman = read_roman(at->text, at->at, &roman_end);
    codepoint c = character_at(at->text, at->at);
    bool is_single = is_ascii_letter(c) &&
                     !is_ascii_letter(character_at(at->text, at->at + 1)) &&
                     !is_ascii_digit(character_at(at->text, at->at + 1));
    if (at->mark.count == MARK_PARTS)
        return false;
    if (number.end != 0 && number.value >= 1 && number.value <= LARGEST)
        add_part(at, MARK_DECIMAL, (int)number.value, 0, number.end);
    else if (letters_too && is_single && is_ascii_letter(c))
        add_part(at, MARK_LETTER, (int)((c | 0x20) - 'a' + 1), roman, at->at + 1);
    else if (letters_too && roman > 0)
        add_part(at, MARK_ROMAN, roman, roman, roman_end);
    else if ((number = read_han_number(at->text, at->at)).end != 0 && number.value >= 1 &&
             number.value <= LARGEST)
        add_part(at, MARK_HAN, (int)number.value, 0, number.end);
    else
        return false;
    return true;
}

/* "(a)" */
static bool read_bracketed(struct mark_reader *at)
{
    struct mark_reader try = *at;
    try.at = skip_spaces(at->text, at->at);
    if (!is_open(character_at(at->text, try.at)))
        return false;
    try.at = next_character(at->text, try.at);
    if (!read_part(&try, true) || !is_close(character_at(at->text, try.at)))
        return false;
    try.at = next_character(at->text, try.at);
    *at = try;
    return true;
}

/* "1", "1.2.3", "1(a)(ii)", "a" */
static bool read_number(struct mark_reader *at)
{
    if (!read_part(at, at->mark.count == 0))
        return false;
    while (at->mark.part[0].form == MARK_DECIMAL &&
           character_at(at->text, at->at) == '.' &&
           is_ascii_digit(character_at(at->text, at->at + 1))) {
        struct mark_reader try = *at;
        try.at++;
        if (!read_part(&try, false))
            return false;
        *at = try;
    }
    while (read_bracketed(at))
        continue;
    return true;
}

/* What ends a number: "." "、" ")", or for one named by a word anything. */
static bool read_end(struct mark_reader *at, bool is_named)
{
    codepoint c = character_at(at->text, at->at);
    bool has_stop = is_stop(c) || is_close(c) || (is_named && (c == ':' || c == 0xFF1A));
    if (has_stop)
        at->at = next_character(at->text, at->at);
    codepoint next = character_at(at->text, at->at);
    if (!is_named && !has_stop && at->mark.count < 2)
        return false;
    /* "3.5 million", "a.m." */
    bool is_letter =
        at->mark.part[0].form == MARK_LETTER || at->mark.part[0].form == MARK_ROMAN;
    return !is_ascii_digit(next) && !(is_letter && is_ascii_letter(next));
}

static struct item_mark finish(struct mark_reader *at)
{
    at->mark.end = skip_spaces(at->text, at->at);
    return at->mark;
}

struct item_mark read_item_mark(const struct importer *importer, struct slice text)
{
    static const struct item_mark none;
    struct mark_reader at = {.text = text};
    size_t word = label_end(importer, text, "item");
    if (word == 0)
        word = label_end(importer, text, "agenda-item");
    at.at = skip_spaces(text, word);
    bool is_bracketed = read_bracketed(&at);
    at.mark.is_bracketed = is_bracketed;
    while (is_bracketed && read_bracketed(&at))
        continue;
    if (is_bracketed)
        return finish(&at);
    if (!read_number(&at) || !read_end(&at, word != 0))
        return none;
    return finish(&at);
}

struct item_mark read_item_number(const struct importer *importer, struct slice text)
{
    static const struct item_mark none;
    struct mark_reader at = {.text = without_end_marks(text)};
    size_t word = label_end(importer, text, "item");
    at.at = skip_spaces(text, word);
    if (!read_bracketed(&at) && !read_number(&at))
        return none;
    while (read_bracketed(&at))
        continue;
    return skip_spaces(at.text, at.at) >= at.text.length ? finish(&at) : none;
}
