/* Where a line may end: UAX #14 as ICU has it, with the language of the span, and above
 * it our protection layer (numbers with their units, document symbols, ...). */
#ifndef BREAKS_H
#define BREAKS_H

#include "model/language.h"
#include "model/layout.h"
#include "text/breaker.h"
#include "text/run.h"

/* The price of a line end, in the units of TeX's penalties. */
enum {
    BREAK_FREE = 0,
    BREAK_HYPHEN = 1,          /* a hyphen is set there, and the layout says what it costs */
    BREAK_AFTER_JOIN = 20,     /* after the hyphen that joins two symbols */
    BREAK_AFTER_SLASH = 150,   /* after "/" in a symbol or an address */
    BREAK_LAST_RESORT = 5000,  /* only where nothing else helps */
    BREAK_FORBIDDEN = 10000,
    BREAK_MUST = -10000
};

/* price[i]: of a line end before byte i of the text; only at the starts of clusters is it
 * anything but BREAK_FORBIDDEN.  text.length + 1 entries; the last is BREAK_MUST. */
int *find_breaks(struct arena *, struct breaker *, const struct passage *,
                 const struct runs *, const struct language *, enum prohibition);

#endif
