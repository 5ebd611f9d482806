/* Text as ICU wants it, with the way back. */
#ifndef UTF16_H
#define UTF16_H

#include "base/arena.h"
#include "base/slice.h"
#include <stdint.h>

struct utf16 {
    uint16_t *at;
    uint32_t *byte; /* where in the UTF-8 text unit i starts; the second of a pair: where
                       its first does; length + 1 entries */
    size_t length;
};

struct utf16 utf16_from_utf8(struct arena *, struct slice);

#endif
