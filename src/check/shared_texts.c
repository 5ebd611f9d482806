/* A text that two editions share though they are written in different scripts. */
#include "check/edition_pairs.h"

/* Of any script but Latin: Greek and what follows it. */
static bool is_other_letter(codepoint c)
{
    return is_han(c) || (c >= 0x370 && c <= 0x1FFF);
}

static bool is_lower(codepoint c)
{
    return c >= 'a' && c <= 'z';
}

static size_t lower_word_end(struct slice text, size_t at)
{
    while (at < text.length && is_lower((codepoint)text.at[at]))
        at++;
    return at;
}

/* What collect_texts() puts for an address. */
static bool is_blanked(struct slice text, size_t from, size_t to)
{
    while (from < to && text.at[from] == 'u')
        from++;
    return from == to;
}

/* Words without a capital, which names and abbreviations are not. */
static size_t count_small_words(struct slice text)
{
    enum { SHORTEST_WORD = 3 };
    size_t count = 0;
    for (size_t at = 0, end; at < text.length; at = end) {
        end = lower_word_end(text, at);
        if (end - at >= SHORTEST_WORD && !is_ascii_letter(character_before(text, at)) &&
            !is_ascii_letter(character_at(text, end)) && !is_blanked(text, at, end))
            count++;
        if (end == at)
            end = next_character(text, at);
    }
    return count;
}

static size_t count_other_letters(struct slice text, bool with_han)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        codepoint c = character_at(text, at);
        count += is_other_letter(c) && (with_han || !is_han(c));
    }
    return count;
}

/* In rows and cells stand names of people: “Maria de la Cruz”. */
static size_t fewest_words(const struct text *text)
{
    return text->kind == TEXT_ROW || text->kind == TEXT_TABLE ? 3 : 1;
}

/* Han characters in Latin text are told by find_stray_words(). */
static bool is_foreign(const struct language *language, const struct text *text)
{
    if (slice_equals(slice_from_text(language->script), "Latn"))
        return count_small_words(text->text) == 0 &&
               count_other_letters(text->text, false) > 1;
    return count_small_words(text->text) >= fewest_words(text) &&
           count_other_letters(text->text, true) == 0;
}

static void check_side(struct checker *checker, const struct edition_text *side)
{
    const struct language *language = side->edition->language;
    if (!is_foreign(language, side->texts))
        return;
    tell(checker, text_place(side->texts, 0, side->texts->text.length),
         "the edition in “%s” has this text in the script of another",
         language->short_tag);
    tell_mend(checker,
              "translate it, as in “%s: …”; where it must be the same, "
              "allow: [one-text-for-all]",
              language->short_tag);
}

static void check_pair(struct checker *checker, const struct text_pair *pair,
                       const void *what)
{
    (void)what;
    if (!slice_same(pair->first.texts->text, pair->second.texts->text))
        return;
    check_side(checker, &pair->first);
    check_side(checker, &pair->second);
}

void find_shared_texts(struct checker *checker)
{
    visit_paragraphs(checker, check_pair, NULL);
}
