/* Patterns that tell where a word may be parted (libhyphen). */
#ifndef HYPHEN_DICTIONARY_H
#define HYPHEN_DICTIONARY_H

#include "base/arena.h"
#include "base/utf8.h"
#include <stdbool.h>

enum { LONGEST_WORD = 63 }; /* letters; what is longer is no word */

struct hyphen_dictionary;

/* It lives as long as the arena.  NULL when there is no such file, or its first line
 * names no known encoding.  Reading one takes more work than setting fifty pages. */
struct hyphen_dictionary *open_hyphen_dictionary(struct arena *, const char *file);

/* Where one word may be parted, with so many letters at least on either side. */
struct word_parts {
    bool before[LONGEST_WORD]; /* the letter of this number */
};
struct word_parts part_word(const struct hyphen_dictionary *, const codepoint *letters,
                            size_t count, int left, int right);

#endif
