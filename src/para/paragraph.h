/* From a passage to lines: the front door of para/. */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "model/language.h"
#include "model/layout.h"
#include "para/item.h"
#include "para/line.h"

struct paragraph_shape {
    length width; /* from the column's left edge to its right edge */
    length first; /* indent of the first line */
    enum alignment align;
    bool hyphenate;
    enum line_breaking breaking;
};

/* Is shown what was made of each paragraph that is set, for --dump. */
struct paragraph_watch {
    void (*see)(void *owner, const struct passage *, const struct runs *,
                const int *price, const struct items *, const struct lines *);
    void *owner;
};

/* What every paragraph of a document shares. */
struct typesetter {
    struct arena *arena;
    struct font_catalogue *fonts;
    struct breaker *breaker; /* new_breaker(arena): text/breaker.h */
    const struct language *language;
    const struct layout *layout;
    struct diagnostics *diagnostics;
    const struct paragraph_watch *watch; /* NULL: none */
};

/* An overfull line is reported (overfull-line) at its place, and set all the same.  An
 * empty passage gives one empty line. */
struct lines set_paragraph(const struct typesetter *, const struct passage *,
                           const struct paragraph_shape *);
/* The width a passage takes on one line at its natural spacing (for table columns). */
length passage_width(const struct typesetter *, const struct passage *);

#endif
