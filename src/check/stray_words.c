/* Small words of another language that a translation forgot. */
#include "check/checker.h"

#include "check/lexicon.h"

/* Between Han characters on both sides: in “Law and Order” it is not. */
static bool stands_among_han(struct slice text, size_t from, size_t to)
{
    return is_han(character_before(text, skip_spaces_back(text, from))) &&
           is_han(character_at(text, skip_spaces(text, to)));
}

static void check_words(struct checker *checker, const struct text *text)
{
    const struct language *language = checker->edition->language;
    struct slice all = text->text;
    for (size_t at = 0, next; at < all.length; at = next) {
        next = next_character(all, at);
        if (!is_ascii_letter(character_at(all, at)))
            continue;
        size_t end = match_words(language, &language->reading.stray, all, at);
        if (end == 0 || !stands_among_han(all, at, end))
            continue;
        tell(checker, text_place(text, at, end),
             "“%.*s” is left over from another language", TEXT_PART(text, at, end));
        tell_mend(checker, "translate it");
    }
}

/* Han characters in brackets or quotation marks are a name in its own script. */
static bool is_quoted(struct slice text, size_t from, size_t to)
{
    codepoint before = character_before(text, skip_spaces_back(text, from));
    codepoint behind = character_at(text, skip_spaces(text, to));
    return !is_ascii_letter(before) && !is_ascii_letter(behind) &&
           before != CODEPOINT_INVALID && behind != CODEPOINT_INVALID;
}

static size_t han_end(struct slice text, size_t at)
{
    while (at < text.length && is_han(character_at(text, at)))
        at = next_character(text, at);
    return at;
}

static void tell_han(struct checker *checker, const struct text *text, size_t from,
                     size_t to)
{
    tell(checker, text_place(text, from, to), "“%.*s” is left over from another language",
         TEXT_PART(text, from, to));
    tell_mend(checker, "translate it; a name in its own script stands in brackets or "
                       "quotation marks");
}

static void check_han(struct checker *checker, const struct text *text)
{
    struct slice all = text->text;
    for (size_t at = 0, end; at < all.length; at = end) {
        end = han_end(all, at);
        if (end == at)
            end = next_character(all, at);
        else if (!is_quoted(all, at, end))
            tell_han(checker, text, at, end);
    }
}

/* Of the scripts that a text in Latin letters would not mix with its own, only Han is
 * looked for: Greek letters are formulas, Cyrillic ones often names. */
void find_stray_words(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    const struct language *language = checker->edition->language;
    bool is_latin = slice_equals(slice_from_text(language->script), "Latn");
    for (size_t i = 0; i < texts->count; i++) {
        if (language->reading.stray.count > 0)
            check_words(checker, &texts->at[i]);
        if (is_latin)
            check_han(checker, &texts->at[i]);
    }
}
