/* A passage cut into runs: pieces that one call of HarfBuzz can shape. */
#ifndef ITEMIZE_H
#define ITEMIZE_H

#include "text/run.h"

/* Runs without glyphs. */
struct runs itemize(struct arena *, struct font_catalogue *, const struct passage *,
                    struct diagnostics *);

#endif
