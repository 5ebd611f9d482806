/* UAX #14 as ICU has it, tailored by language.  Opening ICU's iterator costs as much as
 * breaking twenty lines, so that one breaker keeps those of a whole document. */
#ifndef BREAKER_H
#define BREAKER_H

#include "base/arena.h"
#include "text/utf16.h"

struct breaker;

struct breaker *new_breaker(struct arena *);

enum line_break { LINE_BREAK_NONE, LINE_BREAK_ALLOWED, LINE_BREAK_MUST };

/* kinds[i]: of a line end before unit i; text.length + 1 entries, in the arena. */
unsigned char *line_breaks(struct arena *, struct breaker *, const char *language,
                           struct utf16 text);

#endif
