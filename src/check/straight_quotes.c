/* Quotation marks and apostrophes as a typewriter has them, in text of letters. */
#include "check/checker.h"

#include "check/numbers.h"

/* Behind a digit it may be a foot, an inch, a minute or a second. */
static bool is_straight(struct slice text, size_t at)
{
    return (text.at[at] == '"' || text.at[at] == '\'') &&
           !is_ascii_digit(character_before(text, at));
}

static size_t find_straight(struct slice text, size_t at)
{
    while (at < text.length && !is_straight(text, at))
        at++;
    return at;
}

/* A text is told of once, however many there are. */
static void check_text(struct checker *checker, const struct text *text)
{
    const char *pair = checker->edition->language->reading.quotes.at[0];
    size_t first = find_straight(text->text, 0), count = 0;
    for (size_t at = first; at < text->text.length;
         at = find_straight(text->text, at + 1))
        count++;
    if (count == 0)
        return;
    struct place place = text_place(text, first, first + 1);
    size_t open = next_character(slice_from_text(pair), 0);
    if (count == 1)
        tell(checker, place, "a straight mark, as typewriters have it");
    else
        tell(checker, place, "the first of %zu straight marks, as typewriters have them",
             count);
    tell_mend(checker, "write %.*s and %s around a quotation, ’ for an apostrophe",
              (int)open, pair, pair + open);
}

/* In Chinese text they are half-width marks, which find_half_width_marks() tells. */
void find_straight_quotes(struct checker *checker)
{
    const struct language *language = checker->edition->language;
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0; i < texts->count; i++)
        if (!language->is_han && language->reading.quotes.count > 0)
            check_text(checker, &texts->at[i]);
}
