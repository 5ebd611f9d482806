/* Which of some words an author may have meant. */
#ifndef NEAREST_H
#define NEAREST_H

#include "base/slice.h"

/* Index of the nearest word, or `count` when none is near. */
size_t nearest_word(struct slice word, const char *const *words, size_t count);

#endif
