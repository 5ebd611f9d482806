/* Which words are parted at line ends, and where the dictionary parts them. */
#include "text/hyphenate.h"

#include "base/file.h"
#include "text/hyphen_dictionary.h"
#include "text/letters.h"
#include <string.h>

enum {
    APOSTROPHE = 0x2019,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    NO_BREAK_SPACE = 0xA0,
    NARROW_SPACE = 0x202F,
    LINE_SEPARATOR = 0x2028
};

struct parter {
    struct letters letters;
    const struct hyphenation *hyphenation;
    const struct run *run; /* whose words are in hand */
    size_t glyph;          /* of the run: how far its words have been followed */
    size_t last;           /* the last letter of the last word */
    int *price;
};

/* Letters [first, end). */
struct word {
    size_t first, end;
};

static void report_missing(struct diagnostics *d, const struct hyphenation *hyphenation,
                           const struct passage *passage)
{
    if (!file_exists(hyphenation->dictionary))
        report(d, "missing-dictionary", hyphenation->place,
               "the hyphenation dictionary “%s” is not installed",
               hyphenation->dictionary);
    else
        report(d, "unreadable-dictionary", hyphenation->place,
               "the first line of “%s” names no known encoding", hyphenation->dictionary);
    report_mend(d, "apt-get install %s", hyphenation->package);
    report_related(d, passage->at[0].place, "first needed here");
}

static bool open_dictionary(struct hyphenation *hyphenation,
                            const struct passage *passage,
                            struct diagnostics *diagnostics)
{
    if (!hyphenation->sought)
        hyphenation->opened =
            open_hyphen_dictionary(hyphenation->arena, hyphenation->dictionary);
    hyphenation->sought = true;
    if (hyphenation->opened == NULL)
        report_missing(diagnostics, hyphenation, passage);
    return hyphenation->opened != NULL;
}

static bool is_between_words(const struct letter *letter)
{
    return (letter->is & (LETTER_SPACE | LETTER_IDEOGRAPH)) != 0 ||
           letter->c == NO_BREAK_SPACE || letter->c == NARROW_SPACE ||
           letter->c == EN_DASH || letter->c == EM_DASH || letter->c == LINE_SEPARATOR;
}

static bool is_alphabetic(const struct letter *letter)
{
    return (letter->is & LETTER_ALPHABETIC) != 0;
}

static bool is_apostrophe(const struct letter *letter)
{
    return letter->c == '\'' || letter->c == APOSTROPHE;
}

/* Takes the marks around it away. */
static struct word trim_word(const struct parter *p, struct word word)
{
    const struct letter *at = p->letters.at;
    unsigned of_words = LETTER_ALPHABETIC | LETTER_DIGIT;
    while (word.first < word.end && (at[word.first].is & of_words) == 0)
        word.first++;
    while (word.end > word.first && (at[word.end - 1].is & of_words) == 0)
        word.end--;
    return word;
}

/* UNODC, McKay, WG.3, 19th, www.un.org, anti-corruption, co<soft hyphen>operation. */
static bool is_plain(const struct parter *p, struct word word)
{
    for (size_t i = word.first; i < word.end; i++) {
        const struct letter *letter = &p->letters.at[i];
        if (!is_alphabetic(letter) && !is_apostrophe(letter))
            return false;
        if (i > word.first && is_upper_case(letter->c))
            return false;
    }
    return true;
}

static bool is_in_heading(const struct tag *tag)
{
    while (tag != NULL && (tag->kind < TAG_H1 || tag->kind > TAG_H6))
        tag = tag->parent;
    return tag != NULL;
}

/* "en" and "en-GB" */
static bool same_language(const char *a, const char *b)
{
    size_t size = strcspn(a, "-");
    return size == strcspn(b, "-") && strncmp(a, b, size) == 0;
}

static bool may_part_words(const struct run *run, const struct language *language)
{
    const struct stretch *stretch = run->stretch;
    return same_language(run->language, language->tag) && !stretch->is_symbol &&
           !stretch->no_break && stretch->call == NULL && stretch->rise == 0 &&
           !is_in_heading(stretch->tag);
}

/* Nothing is parted inside a ligature. */
static bool starts_cluster(struct parter *p, size_t byte)
{
    const struct run *run = p->run;
    while (p->glyph < run->glyph_count && run->glyphs[p->glyph].cluster < byte)
        p->glyph++;
    return p->glyph < run->glyph_count && run->glyphs[p->glyph].cluster == byte;
}

static void price_parts(struct parter *p, struct word word)
{
    const struct hyphenation *h = p->hyphenation;
    const struct letter *at = &p->letters.at[word.first];
    size_t count = word.end - word.first;
    codepoint letters[LONGEST_WORD];
    if (count > LONGEST_WORD)
        return;
    for (size_t i = 0; i < count; i++)
        letters[i] = at[i].c;
    struct word_parts parts = part_word(h->opened, letters, count, h->left, h->right);
    for (size_t i = 1; i < count; i++)
        if (parts.before[i] && starts_cluster(p, at[i].at))
            p->price[at[i].at] = BREAK_HYPHEN;
}

/* l’organisation, the Bureau’s: each side is a word. */
static void price_word(struct parter *p, struct word word)
{
    size_t first = word.first;
    for (size_t i = word.first; i <= word.end; i++)
        if (i == word.end || is_apostrophe(&p->letters.at[i])) {
            price_parts(p, (struct word){first, i});
            first = i + 1;
        }
}

static void try_word(struct parter *p, struct word between_spaces)
{
    struct word word = trim_word(p, between_spaces);
    if (word.end <= p->last && is_plain(p, word))
        price_word(p, word);
}

static void try_run(struct parter *p, const struct run *run)
{
    p->run = run;
    p->glyph = 0;
    size_t first = letter_at_byte(&p->letters, run->start);
    size_t end = letter_at_byte(&p->letters, run->end);
    for (size_t i = first; i <= end; i++)
        if (i == end || is_between_words(&p->letters.at[i])) {
            try_word(p, (struct word){first, i});
            first = i + 1;
        }
}

static size_t last_alphabetic(const struct letters *letters)
{
    size_t last = letters->count;
    while (last > 0 && !is_alphabetic(&letters->at[last - 1]))
        last--;
    return last > 0 ? last - 1 : 0;
}

void hyphenate(struct arena *arena, int *price, const struct passage *passage,
               const struct runs *runs, const struct language *language,
               struct diagnostics *diagnostics)
{
    struct hyphenation *hyphenation = language->hyphenation;
    if (hyphenation == NULL || passage->count == 0 ||
        !open_dictionary(hyphenation, passage, diagnostics))
        return;
    struct parter p = {.letters = read_letters(arena, passage, runs),
                       .hyphenation = hyphenation,
                       .price = price};
    p.last = last_alphabetic(&p.letters);
    for (size_t i = 0; i < runs->count; i++)
        if (may_part_words(&runs->at[i], language))
            try_run(&p, &runs->at[i]);
}
