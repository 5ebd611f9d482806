/* ToUnicode: what text a code stands for (ISO 32000-1 9.10.3). */
#ifndef PDF_UNICODE_H
#define PDF_UNICODE_H

#include "out/pdf_codes.h"

/* The CMap of codes by their numbers; NULL where a number has none. */
struct slice unicode_map(struct arena *, const struct code **by_number, size_t count);

#endif
