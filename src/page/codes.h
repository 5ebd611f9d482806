/* Bar codes and QR codes as filled rectangles. */
#ifndef CODES_H
#define CODES_H

#include "page/page.h"

struct code_modules {
    struct rectangle *at; /* from the code's upper left corner */
    size_t count, capacity;
    const char *trouble; /* NULL: none; else why there is no code */
};

/* Code 39 (ISO/IEC 16388) of `text`, without its start and stop signs. */
struct code_modules make_code39(struct arena *, const char *text, length width,
                                length height);
/* QR code (ISO/IEC 18004) of `text`, without a quiet zone. */
struct code_modules make_qr(struct arena *, const char *text, length size);

#endif
