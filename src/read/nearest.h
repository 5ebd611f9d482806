/* Which of some words an author may have meant. */
#ifndef NEAREST_H
#define NEAREST_H

#include "base/diagnostic.h"

/* So many names are compared and shown, and no more. */
enum { MOST_COMPARED = 100 };

/* Index of the nearest word, or `count` when none is near. */
size_t nearest_word(struct slice word, const char *const *words, size_t count);

/* Adds to the message told last which of `names` was meant, or "WHAT: " and all of them. */
void report_mend_nearest(struct diagnostics *, struct slice name,
                         const char *const *names, size_t count, const char *what);
/* Adds "WHAT: " and all names. */
void report_mend_names(struct diagnostics *, const char *const *names, size_t count,
                       const char *what);

#endif
