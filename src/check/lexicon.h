/* The words of a language that mean numbers and days, to be found in texts. */
#ifndef LEXICON_H
#define LEXICON_H

#include "base/arena.h"
#include "check/numbers.h"
#include "model/language.h"

enum word_kind { WORD_NONE, WORD_WEEKDAY, WORD_MONTH, WORD_PERIOD, WORD_NUMBER };

struct word {
    struct slice text;
    enum word_kind kind;
    int64_t value; /* 0 Monday; 1 January; 0 before noon, 1 after it; the number */
};

/* Sorted by first_letter(): those of letter b are from starts[b] to starts[b + 1]. */
struct lexicon {
    const struct language *language;
    struct word *at;
    size_t count, capacity;
    size_t starts[257];
};

/* The lowest byte of the first character, of the small letter if it has one in ASCII: few
 * characters of a text are the first of a word that is looked for. */
unsigned char first_letter(struct slice text, size_t at);

struct lexicon *new_lexicon(struct arena *, const struct language *);

/* A word of the lexicon in a text. */
struct found_word {
    enum word_kind kind;
    int64_t value;
    size_t end;
};

/* The longest one that stands at `at`, WORD_NONE when there is none. */
struct found_word find_word(const struct lexicon *, struct slice text, size_t at);

/* -, –, ～ and the like. */
bool is_dash(codepoint);
/* White space has ended there, or a number or a word of another kind begins. */
bool can_begin(struct slice text, size_t at);
/* Behind `word`, in any case of ASCII letters, when it stands at `at` and no word goes on
 * there; 0: it does not.  A space in it is any white space; between Han characters white
 * space makes no difference. */
size_t match_word(const struct language *, struct slice word, struct slice text,
                  size_t at);
/* The same in the middle of words. */
size_t match_literal(const struct language *, struct slice literal, struct slice text,
                     size_t at);
/* Behind the longest of the words, 0: none. */
size_t match_words(const struct language *, const struct words *, struct slice text,
                   size_t at);
/* Whether one of the words is all that stands in [from, to), but for white space. */
bool is_joined_by(const struct words *, struct slice text, size_t from, size_t to);

#endif
