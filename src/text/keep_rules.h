/* What stays together at line ends although UAX #14 would part it. */
#ifndef KEEP_RULES_H
#define KEEP_RULES_H

#include "text/breaks.h"
#include "text/letters.h"

/* What the rules see of a passage. */
struct guard {
    struct letters letters;
    int *price;
    const struct language *language; /* or NULL */
    enum prohibition prohibition;
};

static inline const struct letter *letter(const struct guard *g, size_t i)
{
    static const struct letter nothing = {.mark = PUNCT_NONE};
    return i < g->letters.count ? &g->letters.at[i] : &nothing;
}

static inline bool is(const struct guard *g, size_t i, unsigned bits)
{
    return (letter(g, i)->is & bits) != 0;
}

/* Whether no line may end before letter i (i > 0). */
bool is_kept(const struct guard *, size_t i);

#endif
