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
    struct arena *scratch; /* new_scratch(arena): for what a paragraph's lines outlive */
    struct font_catalogue *fonts;
    struct breaker *breaker; /* new_breaker(arena): text/breaker.h */
    const struct language *language;
    const struct layout *layout;
    struct diagnostics *diagnostics;
    const struct paragraph_watch *watch; /* NULL: none */
};

/* A passage shaped, with the places where its lines may end: what lines are cut from. */
struct prepared;

struct prepared *prepare_passage(const struct typesetter *, const struct passage *,
                                 bool hyphenates);

/* How wide a column it wants. */
struct passage_widths {
    length least;   /* of its widest part that is not broken without need */
    length natural; /* on one line at its natural spacing */
    length whole;   /* of all its lines one behind the other */
};

struct passage_widths passage_widths(const struct prepared *);

/* An overfull line is reported (overfull-line) at its place, and set all the same.  An
 * empty passage gives one empty line. */
struct lines set_prepared(const struct typesetter *, const struct prepared *,
                          const struct paragraph_shape *);
struct lines set_paragraph(const struct typesetter *, const struct passage *,
                           const struct paragraph_shape *);

#endif
