/* Unicode normalization (UAX #15). */
#ifndef NORMAL_FORM_H
#define NORMAL_FORM_H

#include "base/arena.h"
#include "base/slice.h"

struct slice composed_form(struct arena *, struct slice);   /* NFC */
struct slice compatible_form(struct arena *, struct slice); /* NFKC */

#endif
