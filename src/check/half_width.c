/* Marks of one width in text of the other: “,” beside Han characters, “，” in English. */
#include "check/checker.h"

#include "check/numbers.h"

struct mark_widths {
    codepoint half;
    const char *full;
};

/* GB/T 15834: the marks of Chinese text are full-width. */
static const struct mark_widths marks[] = {
    {',', "“，”"}, {';', "“；”"}, {':', "“：”"},
    {'?', "“？”"}, {'!', "“！”"}, {'.', "“。”"},
};

static const char *full_mark(codepoint c)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].half == c)
            return marks[i].full;
    return NULL;
}

static void tell_half(struct checker *checker, const struct text *text, size_t from,
                      size_t to, const char *full)
{
    tell(checker, text_place(text, from, to), "half-width “%.*s” in Han text",
         TEXT_PART(text, from, to));
    tell_mend(checker, "write %s", full);
}

/* Closing brackets and quotes before a mark do not part it from the text. */
static codepoint letter_before(struct slice text, size_t at)
{
    codepoint c = character_before(text, at);
    while (c == 0x201D || c == 0x2019 || c == 0xFF09 || c == 0x300B) {
        at = utf8_previous(text.at, at);
        c = character_before(text, at);
    }
    return c;
}

/* A point belongs to a Latin word or number before it (“1.会议”, “Add.”); the others
 * belong to Han text on either side of them. */
static bool belongs_to_han(struct slice text, size_t at)
{
    if (is_han(letter_before(text, at)))
        return true;
    return text.at[at] != '.' && is_han(character_at(text, at + 1)) &&
           !is_space(character_before(text, at));
}

/* "..." and "--" as one; returns what is behind them. */
static size_t check_row(struct checker *checker, const struct text *text, size_t at)
{
    struct slice all = text->text;
    size_t end = at;
    while (end < all.length && all.at[end] == all.at[at])
        end++;
    bool is_row = end - at >= (all.at[at] == '.' ? 3 : 2);
    if (!is_row || !(is_han(letter_before(all, at)) || is_han(character_at(all, end))))
        return at;
    tell_half(checker, text, at, end, all.at[at] == '.' ? "“……”" : "“——”");
    return end;
}

/* The bracket that closes the one at `at`; the text's length: none does. */
static size_t closing_bracket(struct slice text, size_t at, bool *holds_han)
{
    enum { LONGEST_BRACKET = 3000 };
    int depth = 0;
    size_t first = at;
    *holds_han = false;
    for (; at < text.length && at - first < LONGEST_BRACKET;
         at = next_character(text, at)) {
        codepoint c = character_at(text, at);
        depth += (c == '(') - (c == ')');
        if (depth == 0)
            return at;
        *holds_han |= is_han(c);
    }
    return text.length;
}

/* “(a)” and “(UNODC)” may stay as they are. */
static void check_brackets(struct checker *checker, const struct text *text, size_t at)
{
    bool holds_han;
    size_t close = closing_bracket(text->text, at, &holds_han);
    if (close == text->text.length || !holds_han)
        return;
    tell(checker, text_place(text, at, at + 1), "half-width “(” around Han text");
    tell_mend(checker, "write “（” and “）”");
    tell_related(checker, text_place(text, close, close + 1), "it is closed here");
}

static bool is_straight_quote(codepoint c)
{
    return c == '"' || c == '\'';
}

static size_t check_mark(struct checker *checker, const struct text *text, size_t at)
{
    struct slice all = text->text;
    codepoint c = character_at(all, at);
    if (c == '.' || c == '-') {
        size_t end = check_row(checker, text, at);
        if (end != at)
            return end;
    }
    if (c == '(')
        check_brackets(checker, text, at);
    else if (is_straight_quote(c) &&
             (is_han(character_before(all, at)) || is_han(character_at(all, at + 1))))
        tell_half(checker, text, at, at + 1,
                  c == '"' ? "“ before and ” behind" : "‘ before and ’ behind");
    else if (full_mark(c) != NULL && belongs_to_han(all, at))
        tell_half(checker, text, at, at + 1, full_mark(c));
    return next_character(all, at);
}

void find_half_width_marks(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    if (!checker->edition->language->is_han)
        return;
    for (size_t i = 0; i < texts->count; i++) {
        const struct text *text = &texts->at[i];
        for (size_t at = 0; at < text->text.length;)
            at = check_mark(checker, text, at);
    }
}

/* CJK marks, and the full-width forms of those of ASCII. */
static bool is_full_width_mark(codepoint c)
{
    return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
           (c >= 0x3014 && c <= 0x301B) || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20);
}

/* They are right beside Han characters that are quoted, and where the script has them. */
static bool script_has_them(const struct language *language)
{
    static const char *const scripts[] = {"Hans", "Hant", "Jpan", "Kore", "Hani", "Bopo"};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (slice_equals(slice_from_text(language->script), scripts[i]))
            return true;
    return false;
}

void find_full_width_marks(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    if (script_has_them(checker->edition->language))
        return;
    for (size_t i = 0; i < texts->count; i++) {
        struct slice text = texts->at[i].text;
        for (size_t at = 0, next; at < text.length; at = next) {
            next = next_character(text, at);
            if (!is_full_width_mark(character_at(text, at)) ||
                is_han(character_before(text, at)) || is_han(character_at(text, next)))
                continue;
            tell(checker, text_place(&texts->at[i], at, next),
                 "full-width “%.*s” in text of another script",
                 TEXT_PART(&texts->at[i], at, next));
        }
    }
}
